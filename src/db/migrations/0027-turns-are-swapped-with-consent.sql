-- Somebody on a rotation asks another to take a turn of theirs. Until that one says yes, it is asked and nothing more.
create table remit.swap_request (
  workspace_id uuid not null references remit.workspace on delete cascade,
  request_id uuid not null,
  rotation text not null check (length(rotation) between 1 and 120),
  starts timestamptz not null,
  ends timestamptz not null check (ends > starts),
  out_person text not null check (length(out_person) between 1 and 120),
  in_person text not null check (length(in_person) between 1 and 120 and in_person <> out_person),
  asked_by uuid not null,
  asked_at timestamptz not null default now(),
  answered_at timestamptz,
  answer text check (answer in ('yes', 'no', 'withdrawn')),
  primary key (workspace_id, request_id),
  check ((answered_at is null) = (answer is null))
);
alter table remit.swap_request enable row level security;
alter table remit.swap_request force row level security;
do $$ begin execute format('create policy owner on remit.swap_request to %I using (true) with check (true)', current_user); end $$;
create policy seen on remit.swap_request for select to remit_app using (workspace_id = (select remit.entered()) and (select remit.entered_as()) <> 'guest');
grant select on remit.swap_request to remit_app;

-- The person of the matrix whoever acts is, as the owners of their side say.
create function remit.entered_person() returns text language sql stable security definer set search_path = '' as $$
  select m.person from remit.member m where m.workspace_id = remit.entered() and m.account_id = nullif(current_setting('remit.actor', true), '')::uuid and (m.until is null or m.until > now())
$$;
create function remit.ask_swap(p_request uuid, p_rotation text, p_starts timestamptz, p_ends timestamptz, p_in text) returns void language plpgsql security definer set search_path = '' as $$
begin
  if remit.entered() is null then raise exception 'not here' using errcode = 'RM404'; end if;
  if remit.entered_person() is null then raise exception 'nobody of the matrix' using errcode = 'RM403'; end if;
  if (select count(*) from remit.swap_request r where r.workspace_id = remit.entered() and r.asked_by = current_setting('remit.actor')::uuid and r.answer is null) >= 50 then raise exception 'too many' using errcode = 'RM409'; end if;
  insert into remit.swap_request (workspace_id, request_id, rotation, starts, ends, out_person, in_person, asked_by)
    values (remit.entered(), p_request, p_rotation, p_starts, p_ends, remit.entered_person(), p_in, current_setting('remit.actor')::uuid) on conflict do nothing;
end
$$;
-- Yes and no are said by the one who was asked, and taken back it is by the one who asked.
create function remit.answer_swap(p_request uuid, p_answer text) returns boolean language plpgsql security definer set search_path = '' as $$
begin
  if remit.entered() is null then raise exception 'not here' using errcode = 'RM404'; end if;
  update remit.swap_request r set answer = p_answer, answered_at = now()
    where r.workspace_id = remit.entered() and r.request_id = p_request and r.answer is null
      and case when p_answer = 'withdrawn' then r.asked_by = current_setting('remit.actor')::uuid else r.in_person = remit.entered_person() end;
  return found;
end
$$;
-- Whoever is gone from the matrix swaps nothing.
create function remit.forget_swaps() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  delete from remit.swap_request r where r.workspace_id = old.workspace_id and ((old.kind = 'rotation' and r.rotation = old.item_id) or (old.kind = 'person' and old.item_id in (r.out_person, r.in_person)));
  return null;
end
$$;
create trigger forget_swaps after delete on remit.draft_item for each row when (old.kind in ('person', 'rotation')) execute function remit.forget_swaps();

revoke all on function remit.entered_person(), remit.ask_swap(uuid, text, timestamptz, timestamptz, text), remit.answer_swap(uuid, text), remit.forget_swaps() from public;
grant execute on function remit.entered_person(), remit.ask_swap(uuid, text, timestamptz, timestamptz, text), remit.answer_swap(uuid, text) to remit_app;
