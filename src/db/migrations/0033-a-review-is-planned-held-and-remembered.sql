-- A matrix that nobody looks at grows wrong: a review is planned for a day, held, and remembered with who was there and what
-- was decided. What happened in between is raised by hand, and laid to the review that dealt with it.
create table remit.review (
  workspace_id uuid not null references remit.workspace on delete cascade,
  review_id uuid not null,
  planned_for date not null,
  planned_by uuid not null,
  planned_at timestamptz not null default now(),
  held_on date,
  attended text check (length(attended) <= 2000),
  minutes text check (length(minutes) <= 20000),
  closed_by uuid,
  closed_at timestamptz,
  cancelled_at timestamptz,
  primary key (workspace_id, review_id),
  check ((held_on is null) = (closed_at is null) and (held_on is null or cancelled_at is null))
);
create index review_by_day on remit.review (workspace_id, planned_for desc);
-- A decision that changes a row is a proposal, too, under the same id.
create table remit.review_decision (
  workspace_id uuid not null,
  review_id uuid not null,
  decision_id uuid not null,
  place integer not null check (place between 0 and 99),
  words text not null check (length(words) between 1 and 2000),
  activity text check (length(activity) between 1 and 120),
  primary key (workspace_id, review_id, decision_id),
  foreign key (workspace_id, review_id) references remit.review on delete cascade
);
create table remit.review_trigger (
  workspace_id uuid not null references remit.workspace on delete cascade,
  trigger_id uuid not null,
  kind text not null check (length(kind) between 1 and 60),
  note text check (length(note) between 1 and 2000),
  raised_by uuid not null,
  raised_at timestamptz not null default now(),
  -- Which review dealt with it.
  review_id uuid,
  primary key (workspace_id, trigger_id),
  foreign key (workspace_id, review_id) references remit.review
);
create index review_trigger_open on remit.review_trigger (workspace_id, raised_at desc);
do $$
declare t text;
begin
  foreach t in array array['review', 'review_decision', 'review_trigger'] loop
    execute format('alter table remit.%I enable row level security', t);
    execute format('alter table remit.%I force row level security', t);
    execute format('create policy owner on remit.%I to %I using (true) with check (true)', t, current_user);
    execute format('create policy seen on remit.%I for select to remit_app using (workspace_id = (select remit.entered()) and (select remit.entered_as()) <> ''guest'')', t);
    execute format('grant select on remit.%I to remit_app', t);
  end loop;
end $$;

create function remit.plan_review(p_review uuid, p_day date) returns boolean language plpgsql security definer set search_path = '' as $$
begin
  if remit.entered() is null then raise exception 'not here' using errcode = 'RM404'; end if;
  if not remit.may_edit() then raise exception 'may not plan' using errcode = 'RM403'; end if;
  if exists (select 1 from remit.review r where r.workspace_id = remit.entered() and r.review_id = p_review and (r.held_on is not null or r.cancelled_at is not null)) then raise exception 'over' using errcode = 'RM409'; end if;
  insert into remit.review (workspace_id, review_id, planned_for, planned_by) values (remit.entered(), p_review, p_day, current_setting('remit.actor')::uuid)
    on conflict (workspace_id, review_id) do update set planned_for = excluded.planned_for;
  return true;
end
$$;
create function remit.cancel_review(p_review uuid) returns boolean language plpgsql security definer set search_path = '' as $$
begin
  if remit.entered() is null then raise exception 'not here' using errcode = 'RM404'; end if;
  if not remit.may_edit() then raise exception 'may not' using errcode = 'RM403'; end if;
  update remit.review r set cancelled_at = now() where r.workspace_id = remit.entered() and r.review_id = p_review and r.held_on is null and r.cancelled_at is null;
  return found;
end
$$;
-- Held, once: what was written down stays. What was raised until then is dealt with.
create function remit.hold_review(p_review uuid, p_day date, p_attended text, p_minutes text, p_decisions jsonb) returns boolean language plpgsql security definer set search_path = '' as $$
begin
  if remit.entered() is null then raise exception 'not here' using errcode = 'RM404'; end if;
  if not remit.may_edit() then raise exception 'may not' using errcode = 'RM403'; end if;
  insert into remit.review (workspace_id, review_id, planned_for, planned_by) values (remit.entered(), p_review, p_day, current_setting('remit.actor')::uuid) on conflict do nothing;
  update remit.review r set held_on = p_day, attended = p_attended, minutes = p_minutes, closed_by = current_setting('remit.actor')::uuid, closed_at = now()
    where r.workspace_id = remit.entered() and r.review_id = p_review and r.held_on is null and r.cancelled_at is null;
  if not found then raise exception 'over' using errcode = 'RM409'; end if;
  insert into remit.review_decision (workspace_id, review_id, decision_id, place, words, activity)
    select remit.entered(), p_review, j.id, j.place, j.words, j.activity from jsonb_to_recordset(p_decisions) as j (id uuid, place integer, words text, activity text);
  update remit.review_trigger t set review_id = p_review where t.workspace_id = remit.entered() and t.review_id is null;
  return true;
end
$$;
create function remit.raise_trigger(p_trigger uuid, p_kind text, p_note text) returns boolean language plpgsql security definer set search_path = '' as $$
begin
  if remit.entered() is null then raise exception 'not here' using errcode = 'RM404'; end if;
  if coalesce(remit.entered_as() not in ('owner', 'editor', 'approver', 'operator'), true) then raise exception 'may not' using errcode = 'RM403'; end if;
  insert into remit.review_trigger (workspace_id, trigger_id, kind, note, raised_by) values (remit.entered(), p_trigger, p_kind, p_note, current_setting('remit.actor')::uuid) on conflict do nothing;
  return found;
end
$$;

revoke all on function remit.plan_review(uuid, date), remit.cancel_review(uuid), remit.hold_review(uuid, date, text, text, jsonb), remit.raise_trigger(uuid, text, text) from public;
grant execute on function remit.plan_review(uuid, date), remit.cancel_review(uuid), remit.hold_review(uuid, date, text, text, jsonb), remit.raise_trigger(uuid, text, text) to remit_app;
