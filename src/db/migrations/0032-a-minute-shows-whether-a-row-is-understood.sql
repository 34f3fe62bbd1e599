-- Whether a matrix is understood shows in whoever did not write it: they answer frozen questions by link, once, and the
-- server takes the time. A link opens nothing but its own questions, one after another, and never says which answer is right.
create table remit.minute_test (
  workspace_id uuid not null references remit.workspace on delete cascade,
  test_id uuid not null,
  token_hash bytea not null unique check (length(token_hash) = 32),
  label text not null check (length(label) between 1 and 120),
  -- As the draft stood at this revision; later edits change nothing of them.
  questions jsonb not null check (jsonb_typeof(questions) = 'array' and jsonb_array_length(questions) between 1 and 20),
  revision bigint not null,
  made_by uuid not null,
  made_at timestamptz not null default now(),
  expires_at timestamptz not null,
  ended_at timestamptz,
  begun_at timestamptz,
  done_at timestamptz,
  primary key (workspace_id, test_id)
);
create index minute_test_by_day on remit.minute_test (workspace_id, made_at desc);
create table remit.minute_answer (
  workspace_id uuid not null,
  test_id uuid not null,
  place integer not null check (place between 0 and 19),
  shown_at timestamptz not null,
  answered_at timestamptz,
  -- Null once answered: they let it pass.
  choice text check (length(choice) between 1 and 120),
  primary key (workspace_id, test_id, place),
  foreign key (workspace_id, test_id) references remit.minute_test on delete cascade
);
do $$
declare t text;
begin
  foreach t in array array['minute_test', 'minute_answer'] loop
    execute format('alter table remit.%I enable row level security', t);
    execute format('alter table remit.%I force row level security', t);
    execute format('create policy owner on remit.%I to %I using (true) with check (true)', t, current_user);
    execute format('create policy seen on remit.%I for select to remit_app using (workspace_id = (select remit.entered()) and (select remit.may_edit()))', t);
  end loop;
end $$;
grant select (workspace_id, test_id, label, questions, revision, made_by, made_at, expires_at, ended_at, begun_at, done_at) on remit.minute_test to remit_app;
grant select on remit.minute_answer to remit_app;

create function remit.make_minute_test(p_test uuid, p_token bytea, p_label text, p_questions jsonb, p_revision bigint, p_until timestamptz) returns boolean language plpgsql security definer set search_path = '' as $$
begin
  if remit.entered() is null then raise exception 'not here' using errcode = 'RM404'; end if;
  if not remit.may_edit() then raise exception 'may not ask' using errcode = 'RM403'; end if;
  if (select count(*) from remit.minute_test t where t.workspace_id = remit.entered()) >= 1000 then raise exception 'too many' using errcode = 'RM409'; end if;
  insert into remit.minute_test (workspace_id, test_id, token_hash, label, questions, revision, made_by, expires_at)
    values (remit.entered(), p_test, p_token, p_label, p_questions, p_revision, current_setting('remit.actor')::uuid, p_until) on conflict do nothing;
  return found;
end
$$;
-- Takes a link back; what was answered stays, or goes with it.
create function remit.end_minute_test(p_test uuid, p_forget boolean) returns boolean language plpgsql security definer set search_path = '' as $$
begin
  if remit.entered() is null then raise exception 'not here' using errcode = 'RM404'; end if;
  if not remit.may_edit() then raise exception 'may not' using errcode = 'RM403'; end if;
  if p_forget then delete from remit.minute_test t where t.workspace_id = remit.entered() and t.test_id = p_test;
  else update remit.minute_test t set ended_at = now() where t.workspace_id = remit.entered() and t.test_id = p_test and t.ended_at is null; end if;
  return found;
end
$$;

-- What a link is about, while it lives: as long as its maker may still edit.
create function remit.minute_test_of(p_token bytea) returns table (workspace_id uuid, test_id uuid, workspace_name text, maker_name text, until timestamptz, questions integer, begun boolean, done boolean, answered integer) language sql stable security definer set search_path = '' as $$
  select t.workspace_id, t.test_id, w.name, a.name, t.expires_at, jsonb_array_length(t.questions), t.begun_at is not null, t.done_at is not null,
    (select count(*)::integer from remit.minute_answer x where x.workspace_id = t.workspace_id and x.test_id = t.test_id and x.answered_at is not null)
  from remit.minute_test t
  join remit.workspace w on w.workspace_id = t.workspace_id
  join remit.member m on m.workspace_id = t.workspace_id and m.account_id = t.made_by and m.role in ('owner', 'editor') and (m.until is null or m.until > now())
  left join auth.account a on a.id = t.made_by
  where t.token_hash = p_token and t.ended_at is null and t.expires_at > now()
$$;
-- The question that waits, without its answer; its time begins with the first look. No row once all are answered.
create function remit.next_minute_question(p_token bytea) returns table (place integer, question jsonb, questions integer, shown timestamptz) language plpgsql security definer set search_path = '' as $$
declare
  t record;
  here integer;
begin
  select * into t from remit.minute_test_of(p_token);
  if not found or t.done then return; end if;
  -- Two windows of one link meet here.
  perform 1 from remit.minute_test x where x.workspace_id = t.workspace_id and x.test_id = t.test_id for update;
  select count(*) into here from remit.minute_answer x where x.workspace_id = t.workspace_id and x.test_id = t.test_id and x.answered_at is not null;
  if here >= t.questions then return; end if;
  update remit.minute_test x set begun_at = clock_timestamp() where x.workspace_id = t.workspace_id and x.test_id = t.test_id and x.begun_at is null;
  insert into remit.minute_answer (workspace_id, test_id, place, shown_at) values (t.workspace_id, t.test_id, here, clock_timestamp()) on conflict do nothing;
  return query select here, (x.questions -> here) - 'right' - 'about', t.questions, (select a.shown_at from remit.minute_answer a where a.workspace_id = t.workspace_id and a.test_id = t.test_id and a.place = here)
    from remit.minute_test x where x.workspace_id = t.workspace_id and x.test_id = t.test_id;
end
$$;
-- The answer, once, in order, to a question that was shown. Null: let pass.
create function remit.answer_minute_question(p_token bytea, p_place integer, p_choice text) returns boolean language plpgsql security definer set search_path = '' as $$
declare t record;
begin
  select * into t from remit.minute_test_of(p_token);
  if not found or t.done then return false; end if;
  perform 1 from remit.minute_test x where x.workspace_id = t.workspace_id and x.test_id = t.test_id for update;
  if p_choice is not null and not exists (select 1 from remit.minute_test x, jsonb_array_elements(x.questions -> p_place -> 'choices') c where x.workspace_id = t.workspace_id and x.test_id = t.test_id and c ->> 'id' = p_choice) then return false; end if;
  update remit.minute_answer x set answered_at = clock_timestamp(), choice = p_choice where x.workspace_id = t.workspace_id and x.test_id = t.test_id and x.place = p_place and x.answered_at is null;
  if not found then return false; end if;
  update remit.minute_test x set done_at = clock_timestamp() where x.workspace_id = t.workspace_id and x.test_id = t.test_id
    and t.questions = (select count(*) from remit.minute_answer a where a.workspace_id = t.workspace_id and a.test_id = t.test_id and a.answered_at is not null);
  return true;
end
$$;

revoke all on function remit.make_minute_test(uuid, bytea, text, jsonb, bigint, timestamptz), remit.end_minute_test(uuid, boolean), remit.minute_test_of(bytea), remit.next_minute_question(bytea), remit.answer_minute_question(bytea, integer, text) from public;
grant execute on function remit.make_minute_test(uuid, bytea, text, jsonb, bigint, timestamptz), remit.end_minute_test(uuid, boolean), remit.minute_test_of(bytea), remit.next_minute_question(bytea), remit.answer_minute_question(bytea, integer, text) to remit_app;
