-- What is agreed, contested and proposed about a row stands in the history of that row; and who agrees to a row of the
-- template has confirmed it, so that an agreed row is not marked as unread for good.

-- Under a kind of their own: what was said about a row is no edit of it, and erasing words takes no way back away.
create function remit.touch_rows(p_workspace uuid, p_revision bigint, p_rows text[]) returns void language sql security definer set search_path = '' as $$
  insert into remit.edit_touch (workspace_id, kind, item_id, revision) select distinct p_workspace, 'agreement', r, p_revision from unnest(p_rows) r
$$;
revoke all on function remit.touch_rows(uuid, bigint, text[]) from public;

create index proposal_made on remit.proposal (workspace_id, revision) where revision is not null;

-- What was said so far, as far as it can be found: an entry and its stand, or its answer, are of one transaction.
insert into remit.edit_touch (workspace_id, kind, item_id, revision)
  select l.workspace_id, 'agreement', r, l.revision from remit.edit_log l join remit.proposal p on p.workspace_id = l.workspace_id and (p.proposal_id = l.edit_id or (p.answered_at = l.at and p.answered_by = l.actor)) cross join unnest(p.activities) r
  union select l.workspace_id, 'agreement', s.activity_id, l.revision from remit.edit_log l join remit.row_stand s on s.workspace_id = l.workspace_id and s.taken_at = l.at and s.taken_by = l.actor;

-- As it was; agreeing to rows takes the mark of the template off them, and nothing else: the words of nobody who agreed
-- before are touched by that. `changed` where a row is not as it was seen, in the way where it changed this moment.
drop function remit.take_stand(text[], text, text, bigint, uuid, text, bytea, bytea);
create function remit.take_stand(p_rows text[], p_stand text, p_reason text, p_seen bigint, p_edit uuid, p_what text, p_edits jsonb, p_changed jsonb, p_salt bytea, p_payload bytea) returns table (revision bigint, at timestamptz) language plpgsql security definer set search_path = '' as $$
declare
  here uuid := remit.entered();
  me uuid := nullif(current_setting('remit.actor', true), '')::uuid;
  mine text := remit.decides_for();
  moment timestamptz := now();
  done bigint;
  now_at bigint;
begin
  select e.revision, e.at into now_at, moment from remit.edit_log e where e.workspace_id = here and e.edit_id = p_edit and e.actor = me;
  if found then return query select now_at, moment; return; end if;
  moment := now();
  if p_changed <> '[]' or p_edits <> '[]' then
    if p_stand <> 'agreed' or jsonb_array_length(p_edits) <> jsonb_array_length(p_changed)
      or exists (select 1 from jsonb_array_elements(p_edits) e where e is distinct from jsonb_build_object('do', 'set', 'at', jsonb_build_object('kind', 'activity', 'id', e #>> '{at,id}'), 'field', 'notYetAdapted', 'value', null)
        or not exists (select 1 from jsonb_to_recordset(p_changed) as c (id text) where c.id = e #>> '{at,id}')) then
      raise exception 'not the mark alone' using errcode = 'RM403';
    end if;
    -- In one order for all, before anything is read of them.
    perform 1 from remit.draft_item i where i.workspace_id = here and i.kind = 'activity' and i.item_id = any (p_rows) order by i.item_id for update;
    select count(*) into done from remit.draft_item i join jsonb_to_recordset(p_changed) as c (kind text, id text, place double precision, body jsonb, was bigint) on c.kind = i.kind and c.id = i.item_id
      where i.workspace_id = here and i.kind = 'activity' and i.item_id = any (p_rows) and c.place = i.place and c.body = i.body - 'notYetAdapted';
    if done <> jsonb_array_length(p_changed) then raise exception 'changed this moment' using errcode = 'RM409'; end if;
  end if;
  if p_stand <> 'none' and (select count(*) from remit.draft_item i where i.workspace_id = here and i.kind = 'activity' and i.item_id = any (p_rows) and i.revision <= p_seen) <> cardinality(p_rows) then
    raise exception 'changed since' using errcode = 'RM412';
  end if;
  now_at := remit.write_entry(here, me, mine, p_edit, p_what, p_edits, '[]', null, null, p_salt, p_payload, moment);
  perform remit.touch_rows(here, now_at, p_rows);
  if p_stand <> 'agreed' then delete from remit.agreed_row a where a.workspace_id = here and a.activity_id = any (p_rows) and mine = any (a.parties); end if;
  if p_stand = 'none' then
    delete from remit.row_stand s where s.workspace_id = here and s.party = mine and s.activity_id = any (p_rows);
    return query select now_at, moment;
    return;
  end if;
  if p_changed <> '[]' then
    update remit.row_stand s set row_hash = remit.row_hash(i.body - 'notYetAdapted') from remit.draft_item i, jsonb_to_recordset(p_changed) as c (id text)
      where i.workspace_id = here and i.kind = 'activity' and i.item_id = c.id and s.workspace_id = here and s.activity_id = c.id and s.row_hash = remit.row_hash(i.body);
    update remit.agreed_row a set row_hash = remit.row_hash(i.body - 'notYetAdapted') from remit.draft_item i, jsonb_to_recordset(p_changed) as c (id text)
      where i.workspace_id = here and i.kind = 'activity' and i.item_id = c.id and a.workspace_id = here and a.activity_id = c.id and a.row_hash = remit.row_hash(i.body);
    perform remit.write_rows(here, now_at, '[]', p_changed, '[]', null);
  end if;
  insert into remit.row_stand as s (workspace_id, activity_id, party, stand, row_hash, reason, taken_by)
    select here, i.item_id, mine, p_stand, remit.row_hash(i.body), p_reason, me from remit.draft_item i
      where i.workspace_id = here and i.kind = 'activity' and i.item_id = any (p_rows)
    on conflict (workspace_id, activity_id, party) do update set stand = excluded.stand, row_hash = excluded.row_hash, reason = excluded.reason, taken_by = excluded.taken_by, taken_at = now();
  if p_stand = 'agreed' then perform remit.settle_rows(here, p_rows); end if;
  return query select now_at, moment;
end
$$;
revoke all on function remit.take_stand(text[], text, text, bigint, uuid, text, jsonb, jsonb, bytea, bytea) from public;
grant execute on function remit.take_stand(text[], text, text, bigint, uuid, text, jsonb, jsonb, bytea, bytea) to remit_app;

-- As they were; the history of each row has them.
create or replace function remit.propose(p_id uuid, p_base bigint, p_edits jsonb, p_rows text[], p_reason text, p_counters uuid, p_name text, p_what text, p_salt bytea, p_payload bytea) returns bigint language plpgsql security definer set search_path = '' as $$
declare
  here uuid := remit.entered();
  me uuid := nullif(current_setting('remit.actor', true), '')::uuid;
  mine text := remit.decides_for();
  now_at bigint;
begin
  if not remit.may_edit() then raise exception 'may not propose' using errcode = 'RM403'; end if;
  if p_base > (select w.revision from remit.workspace w where w.workspace_id = here) then raise exception 'nobody saw that yet' using errcode = 'RM409'; end if;
  select e.revision into now_at from remit.edit_log e where e.workspace_id = here and e.edit_id = p_id and e.actor = me;
  if found then return now_at; end if;
  if p_counters is not null then
    update remit.proposal p set state = 'countered', answer = p_reason, answered_by = me, answered_for = mine, answered_at = now()
      where p.workspace_id = here and p.proposal_id = p_counters and p.state = 'open' and p.party <> mine;
    if not found then raise exception 'nothing to counter' using errcode = 'RM409'; end if;
  end if;
  insert into remit.proposal (workspace_id, proposal_id, base, what, edits, activities, reason, party, made_by, counters)
    values (here, p_id, p_base, p_name, p_edits, p_rows, p_reason, mine, me, p_counters);
  now_at := remit.write_entry(here, me, mine, p_id, p_what, '[]', '[]', null, null, p_salt, p_payload, now());
  perform remit.touch_rows(here, now_at, p_rows);
  return now_at;
end
$$;

create or replace function remit.close_proposal(p_id uuid, p_reason text, p_edit uuid, p_what text, p_salt bytea, p_payload bytea) returns bigint language plpgsql security definer set search_path = '' as $$
declare
  here uuid := remit.entered();
  me uuid := nullif(current_setting('remit.actor', true), '')::uuid;
  mine text := remit.decides_for();
  theirs text;
  about text[];
  now_at bigint;
begin
  select e.revision into now_at from remit.edit_log e where e.workspace_id = here and e.edit_id = p_edit and e.actor = me;
  if found then return now_at; end if;
  select p.party, p.activities into theirs, about from remit.proposal p where p.workspace_id = here and p.proposal_id = p_id and p.state = 'open' for update;
  if not found then raise exception 'not open' using errcode = 'RM409'; end if;
  if theirs = mine then
    if not remit.may_edit() then raise exception 'may not withdraw' using errcode = 'RM403'; end if;
    update remit.proposal p set state = 'withdrawn', answer = p_reason, answered_by = me, answered_for = mine, answered_at = now() where p.workspace_id = here and p.proposal_id = p_id;
  else
    if p_reason is null then raise exception 'why' using errcode = 'RM409'; end if;
    update remit.proposal p set state = 'declined', answer = p_reason, answered_by = me, answered_for = mine, answered_at = now() where p.workspace_id = here and p.proposal_id = p_id;
  end if;
  now_at := remit.write_entry(here, me, mine, p_edit, p_what, '[]', '[]', null, null, p_salt, p_payload, now());
  perform remit.touch_rows(here, now_at, about);
  return now_at;
end
$$;

create or replace function remit.accept_proposal(p_id uuid, p_seen bigint, p_edit uuid, p_what text, p_edits jsonb, p_undo jsonb, p_new jsonb, p_changed jsonb, p_gone jsonb, p_matrix jsonb, p_salt bytea, p_payload bytea, p_said_salt bytea, p_said_payload bytea)
returns table (revision bigint, at timestamptz, made boolean) language plpgsql security definer set search_path = '' as $$
declare
  here uuid := remit.entered();
  me uuid := nullif(current_setting('remit.actor', true), '')::uuid;
  mine text := remit.decides_for();
  wanted remit.proposal;
  missing bigint;
  moment timestamptz := now();
  now_at bigint;
begin
  select * into wanted from remit.proposal p where p.workspace_id = here and p.proposal_id = p_id and p.state = 'open' for update;
  if not found then raise exception 'not open' using errcode = 'RM410'; end if;
  if wanted.party = mine then raise exception 'nobody accepts their own' using errcode = 'RM403'; end if;
  if wanted.edits <> p_edits then raise exception 'other edits' using errcode = 'RM403'; end if;
  if exists (select 1 from remit.draft_item i where i.workspace_id = here and i.kind = 'activity' and i.item_id = any (wanted.activities) and i.revision > p_seen) then
    raise exception 'changed since' using errcode = 'RM412';
  end if;
  if exists (select 1 from remit.draft_item i where i.workspace_id = here and i.kind = 'activity' and i.item_id = any (wanted.activities) and i.revision > wanted.accepted_seen) then
    wanted.accepted_by := '{}';
  end if;
  if exists (select 1 from remit.agreed_rows(here, array(
    select p.id from jsonb_to_recordset(p_changed || p_gone) as p (kind text, id text) where p.kind = 'activity' and not p.id = any (wanted.activities)))) then
    raise exception 'agreed' using errcode = 'RM423';
  end if;
  select count(*) into missing from remit.deciding(here) d where d <> wanted.party and d <> mine and not d = any (wanted.accepted_by);
  if missing > 0 then
    update remit.proposal p set accepted_by = array(select distinct unnest(wanted.accepted_by || mine)), accepted_seen = p_seen where p.workspace_id = here and p.proposal_id = p_id;
    now_at := remit.write_entry(here, me, mine, p_edit, p_what, '[]', '[]', null, null, p_said_salt, p_said_payload, moment);
    perform remit.touch_rows(here, now_at, wanted.activities);
    return query select now_at, moment, false;
    return;
  end if;
  now_at := remit.write_entry(here, me, mine, p_edit, p_what, p_edits, p_undo, null, null, p_salt, p_payload, moment);
  perform remit.touch_rows(here, now_at, wanted.activities);
  perform remit.write_rows(here, now_at, p_new, p_changed, p_gone, p_matrix);
  update remit.proposal p set state = 'accepted', accepted_by = array(select distinct unnest(wanted.accepted_by || mine)), answered_by = me, answered_for = mine, answered_at = now(), revision = now_at where p.workspace_id = here and p.proposal_id = p_id;
  delete from remit.row_stand s where s.workspace_id = here and s.activity_id = any (wanted.activities);
  insert into remit.row_stand (workspace_id, activity_id, party, stand, row_hash, taken_by)
    select here, i.item_id, d, 'agreed', remit.row_hash(i.body), case when d = wanted.party then wanted.made_by else me end
    from remit.draft_item i cross join remit.deciding(here) d
    where i.workspace_id = here and i.kind = 'activity' and i.item_id = any (wanted.activities);
  delete from remit.agreed_row a where a.workspace_id = here and a.activity_id = any (wanted.activities);
  perform remit.settle_rows(here, wanted.activities);
  return query select now_at, moment, true;
end
$$;
