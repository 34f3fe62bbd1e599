-- Rows of a draft are proposed, contested or agreed. Once every party that has somebody to decide here agreed to a row
-- as it stands, it changes only by a proposal the others accept; or a party contests it, and it is open again.
create table remit.row_stand (
  workspace_id uuid not null references remit.workspace on delete cascade,
  activity_id text not null check (length(activity_id) between 1 and 120),
  party text not null,
  stand text not null check (stand in ('agreed', 'contested')),
  -- Of the row as it stood then: an agreement is to these words and no others.
  row_hash bytea not null,
  reason text check (length(reason) between 1 and 2000),
  taken_by uuid not null,
  taken_at timestamptz not null default now(),
  primary key (workspace_id, activity_id, party),
  check (stand = 'agreed' or reason is not null)
);
create table remit.proposal (
  workspace_id uuid not null references remit.workspace on delete cascade,
  proposal_id uuid not null,
  -- The revision its maker had seen.
  base bigint not null,
  what text not null check (length(what) between 1 and 500),
  edits jsonb not null check (jsonb_typeof(edits) = 'array' and jsonb_array_length(edits) > 0),
  activities text[] not null check (cardinality(activities) > 0),
  reason text check (length(reason) between 1 and 2000),
  party text not null,
  made_by uuid not null,
  made_at timestamptz not null default date_trunc('milliseconds', clock_timestamp()),
  counters uuid,
  state text not null default 'open' check (state in ('open', 'accepted', 'declined', 'withdrawn', 'countered')),
  accepted_by text[] not null default '{}',
  -- The revision at which the last of them had seen the rows.
  accepted_seen bigint,
  answer text check (length(answer) between 1 and 2000),
  answered_by uuid,
  answered_for text,
  answered_at timestamptz,
  revision bigint,
  primary key (workspace_id, proposal_id)
);
create index proposal_in_order on remit.proposal (workspace_id, made_at desc, proposal_id);
create index proposal_open on remit.proposal (workspace_id) where state = 'open';

-- A row as it was when every deciding party had agreed, and which those were: who comes later changes nothing of it.
create table remit.agreed_row (
  workspace_id uuid not null references remit.workspace on delete cascade,
  activity_id text not null check (length(activity_id) between 1 and 120),
  row_hash bytea not null,
  parties text[] not null,
  agreed_at timestamptz not null default now(),
  primary key (workspace_id, activity_id)
);

do $$ declare t text; begin
  foreach t in array array['row_stand', 'proposal', 'agreed_row'] loop
    execute format('alter table remit.%I enable row level security', t);
    execute format('alter table remit.%I force row level security', t);
    execute format('create policy owner on remit.%I to %I using (true) with check (true)', t, current_user);
    execute format('create policy seen on remit.%I for select to remit_app using (workspace_id = (select remit.entered()))', t);
    execute format('grant select on remit.%I to remit_app', t);
  end loop;
end $$;

create function remit.row_hash(p_body jsonb) returns bytea language sql immutable set search_path = '' as $$
  select sha256(convert_to(p_body::text, 'UTF8'))
$$;

-- Parties with somebody who may decide for them here, as more than another party's word says.
create function remit.deciding(p_workspace uuid) returns setof text language sql stable security definer set search_path = '' as $$
  select distinct m.party from remit.member m
  where m.workspace_id = p_workspace and m.party is not null and m.proved and m.role in ('owner', 'editor', 'approver') and (m.until is null or m.until > now())
$$;

-- Which of some rows stand as they were agreed.
create function remit.agreed_rows(p_workspace uuid, p_rows text[]) returns setof text language sql stable security definer set search_path = '' as $$
  select a.activity_id from remit.agreed_row a
  join remit.draft_item i on i.workspace_id = a.workspace_id and i.kind = 'activity' and i.item_id = a.activity_id
  where a.workspace_id = p_workspace and a.activity_id = any (p_rows) and a.row_hash = remit.row_hash(i.body)
$$;
-- Rows every deciding party has agreed to as they stand are agreed from now on; it takes two to agree.
create function remit.settle_rows(p_workspace uuid, p_rows text[]) returns void language sql security definer set search_path = '' as $$
  insert into remit.agreed_row as a (workspace_id, activity_id, row_hash, parties)
    select s.workspace_id, s.activity_id, s.row_hash, array_agg(s.party order by s.party)
    from remit.row_stand s
    join remit.draft_item i on i.workspace_id = s.workspace_id and i.kind = 'activity' and i.item_id = s.activity_id
    where s.workspace_id = p_workspace and s.activity_id = any (p_rows) and s.stand = 'agreed' and s.row_hash = remit.row_hash(i.body)
      and s.party in (select remit.deciding(p_workspace))
    group by s.workspace_id, s.activity_id, s.row_hash
    having count(*) >= greatest(2, (select count(*) from remit.deciding(p_workspace)))
    on conflict (workspace_id, activity_id) do update set row_hash = excluded.row_hash, parties = excluded.parties, agreed_at = now()
$$;

-- The party this actor decides for.
create function remit.decides_for() returns text language plpgsql stable security definer set search_path = '' as $$
declare mine record;
begin
  select m.role, m.party, m.proved into mine from remit.member m
    where m.workspace_id = remit.entered() and m.account_id = nullif(current_setting('remit.actor', true), '')::uuid and (m.until is null or m.until > now());
  if not found then raise exception 'not here' using errcode = 'RM404'; end if;
  if mine.role not in ('owner', 'editor', 'approver') or mine.party is null or not mine.proved then raise exception 'decides for nobody' using errcode = 'RM403'; end if;
  return mine.party;
end
$$;

-- One entry of the log with its leaf and the items it touched, and the revision it makes. Whoever calls has proved the
-- actor, and lends its rights and its search path: every edit passes here, and setting them again costs each of them.
create function remit.write_entry(p_workspace uuid, p_actor uuid, p_party text, p_edit uuid, p_what text, p_edits jsonb, p_undo jsonb, p_undoes bigint, p_page uuid, p_salt bytea, p_payload bytea, p_at timestamptz) returns bigint language plpgsql as $$
declare now_at bigint;
begin
  update remit.workspace w set revision = w.revision + 1 where w.workspace_id = p_workspace returning w.revision into now_at;
  insert into remit.edit_log (workspace_id, revision, edit_id, actor, what, edits, undo, undoes, page, at, party, salt, payload_hash, leaf)
    values (p_workspace, now_at, p_edit, p_actor, p_what, p_edits, p_undo, p_undoes, p_page, p_at, p_party, p_salt, p_payload,
      sha256(convert_to(concat_ws(E'\n', 'remit-entry-1', p_workspace::text, now_at::text, remit.moment(p_at), p_actor::text, coalesce(p_party, ''), coalesce(p_page::text, ''), p_edit::text, coalesce(p_undoes::text, ''), encode(p_payload, 'hex')), 'UTF8')));
  if p_edits <> '[]' then
    insert into remit.edit_touch (workspace_id, kind, item_id, revision)
      select p_workspace, t.kind, t.item_id, now_at from remit.items_touched(p_edits) t where t.kind is not null and t.item_id is not null;
  end if;
  return now_at;
end
$$;

-- The rows of the draft an edit writes, each only if nobody changed it since it was read.
create function remit.write_rows(p_workspace uuid, p_now bigint, p_new jsonb, p_changed jsonb, p_gone jsonb, p_matrix jsonb) returns void language plpgsql as $$
declare done bigint;
begin
  if jsonb_array_length(p_changed) > 0 then
    update remit.draft_item i set place = p.place, body = p.body, revision = p_now
      from jsonb_to_recordset(p_changed) as p (kind text, id text, place double precision, body jsonb, was bigint)
      where i.workspace_id = p_workspace and i.kind = p.kind and i.item_id = p.id and i.revision = p.was;
    get diagnostics done = row_count;
    if done <> jsonb_array_length(p_changed) then raise exception 'stale' using errcode = 'RM409'; end if;
  end if;
  if jsonb_array_length(p_gone) > 0 then
    delete from remit.draft_item i using jsonb_to_recordset(p_gone) as p (kind text, id text, was bigint)
      where i.workspace_id = p_workspace and i.kind = p.kind and i.item_id = p.id and i.revision = p.was;
    get diagnostics done = row_count;
    if done <> jsonb_array_length(p_gone) then raise exception 'stale' using errcode = 'RM409'; end if;
  end if;
  if jsonb_array_length(p_new) > 0 then
    insert into remit.draft_item (workspace_id, kind, item_id, place, body, revision)
      select p_workspace, p.kind, p.id, p.place, p.body, p_now from jsonb_to_recordset(p_new) as p (kind text, id text, place double precision, body jsonb)
      on conflict do nothing;
    get diagnostics done = row_count;
    if done <> jsonb_array_length(p_new) then raise exception 'stale' using errcode = 'RM409'; end if;
  end if;
  if p_matrix is not null then
    update remit.draft_matrix m set body = p_matrix -> 'body', revision = p_now
      where m.workspace_id = p_workspace and m.revision = (p_matrix ->> 'was')::bigint;
    if not found then raise exception 'stale' using errcode = 'RM409'; end if;
  end if;
end
$$;

-- As it was, and an agreed row does not change this way.
create or replace function remit.commit_edit(p_actor uuid, p_session bytea, p_workspace uuid, p_edit uuid, p_what text, p_edits jsonb, p_undo jsonb, p_undoes bigint, p_new jsonb, p_changed jsonb, p_gone jsonb, p_matrix jsonb, p_page uuid, p_salt bytea, p_payload bytea)
returns table (revision bigint, at timestamptz) language plpgsql security definer set search_path = '' set enable_hashjoin = off set enable_mergejoin = off as $$
declare
  now_at bigint;
  for_party text;
  made timestamptz := now();
  touched text[];
begin
  if p_session is not null then
    perform 1 from auth.session s where s.token_hash = p_session and s.account_id = p_actor and s.expires_at > now();
    if not found then
      perform 1 from remit.api_key k where k.token_hash = p_session and k.workspace_id = p_workspace and k.account_id = p_actor
        and 'edit' = any (k.scopes) and k.revoked_at is null and k.expires_at > now();
      if not found then raise exception 'signed out' using errcode = 'RM401'; end if;
    end if;
    if exists (select 1 from remit.sign_in_rule r where r.workspace_id = p_workspace) and remit.barred(p_session, p_workspace) then raise exception 'a second factor is wanted' using errcode = 'RM403'; end if;
  end if;
  select m.party into for_party from remit.member m
    where m.workspace_id = p_workspace and m.account_id = p_actor and m.role in ('owner', 'editor') and (m.until is null or m.until > now());
  if not found then raise exception 'may not edit' using errcode = 'RM403'; end if;
  now_at := remit.write_entry(p_workspace, p_actor, for_party, p_edit, p_what, p_edits, p_undo, p_undoes, p_page, p_salt, p_payload, made);
  if exists (select 1 from remit.agreed_row a where a.workspace_id = p_workspace) then
    select array_agg(i.item_id) into touched from remit.draft_item i
      join (select p.id, p.body from jsonb_to_recordset(p_changed) as p (kind text, id text, body jsonb) where p.kind = 'activity'
        union all select p.id, null from jsonb_to_recordset(p_gone) as p (kind text, id text) where p.kind = 'activity') c on c.id = i.item_id
      where i.workspace_id = p_workspace and i.kind = 'activity' and i.body is distinct from c.body;
    if exists (select 1 from remit.agreed_rows(p_workspace, touched)) then raise exception 'agreed' using errcode = 'RM423'; end if;
    -- A role that goes, comes again or changes sides would turn every agreed row it is named in, wherever it is named.
    select array_agg(x.id) into touched from (
      select p.id from jsonb_to_recordset(p_changed) as p (kind text, id text, body jsonb)
        join remit.draft_item r on r.workspace_id = p_workspace and r.kind = 'role' and r.item_id = p.id and r.body ->> 'party' is distinct from p.body ->> 'party' where p.kind = 'role'
      union all select p.id from jsonb_to_recordset(p_gone) as p (kind text, id text) where p.kind = 'role'
      union all select p.id from jsonb_to_recordset(p_new) as p (kind text, id text) where p.kind = 'role') x;
    if touched is not null and exists (select 1 from remit.agreed_row a join remit.draft_item i on i.workspace_id = a.workspace_id and i.kind = 'activity' and i.item_id = a.activity_id
      where a.workspace_id = p_workspace and a.row_hash = remit.row_hash(i.body) and exists (select 1 from unnest(touched) t where position('"' || t || '"' in i.body::text) > 0)) then
      raise exception 'agreed' using errcode = 'RM423';
    end if;
  end if;
  perform remit.write_rows(p_workspace, now_at, p_new, p_changed, p_gone, p_matrix);
  return query select now_at, made;
end
$$;

create or replace function remit.commit_edits(p_commits jsonb)
returns table (n bigint, revision bigint, at timestamptz, fault text) language plpgsql security definer set search_path = '' as $$
declare
  c record;
  constraint_hurt text;
begin
  for c in
    select o.n as nth, j.* from jsonb_array_elements(p_commits) with ordinality as o (one, n),
      jsonb_to_record(o.one) as j (actor uuid, session text, workspace uuid, edit uuid, what text, edits jsonb, undo jsonb, undoes bigint, new jsonb, changed jsonb, gone jsonb, matrix jsonb, page uuid, salt text, payload text)
    order by j.workspace, o.n
  loop
    n := c.nth;
    revision := null;
    at := null;
    fault := null;
    begin
      select d.revision, d.at into revision, at
        from remit.commit_edit(c.actor, decode(c.session, 'hex'), c.workspace, c.edit, c.what, c.edits, c.undo, c.undoes, c.new, c.changed, c.gone, c.matrix, c.page, decode(c.salt, 'hex'), decode(c.payload, 'hex')) d;
    exception
      when sqlstate 'RM401' or sqlstate 'RM403' or sqlstate 'RM409' or sqlstate 'RM423' then fault := sqlstate;
      when unique_violation then
        get stacked diagnostics constraint_hurt = constraint_name;
        if constraint_hurt <> 'edit_log_workspace_id_edit_id_key' then raise; end if;
        fault := sqlstate;
    end;
    return next;
  end loop;
end
$$;

-- What a party thinks of rows as they stand: `agreed`, `contested` with a reason, or nothing said any more. Refused
-- where a row changed since it was seen. The entry in the history says it in words.
create function remit.take_stand(p_rows text[], p_stand text, p_reason text, p_seen bigint, p_edit uuid, p_what text, p_salt bytea, p_payload bytea) returns bigint language plpgsql security definer set search_path = '' as $$
declare
  here uuid := remit.entered();
  me uuid := nullif(current_setting('remit.actor', true), '')::uuid;
  mine text := remit.decides_for();
  done bigint;
  now_at bigint;
begin
  select e.revision into now_at from remit.edit_log e where e.workspace_id = here and e.edit_id = p_edit and e.actor = me;
  if found then return now_at; end if;
  now_at := remit.write_entry(here, me, mine, p_edit, p_what, '[]', '[]', null, null, p_salt, p_payload, now());
  if p_stand <> 'agreed' then delete from remit.agreed_row a where a.workspace_id = here and a.activity_id = any (p_rows) and mine = any (a.parties); end if;
  if p_stand = 'none' then
    delete from remit.row_stand s where s.workspace_id = here and s.party = mine and s.activity_id = any (p_rows);
    return now_at;
  end if;
  insert into remit.row_stand as s (workspace_id, activity_id, party, stand, row_hash, reason, taken_by)
    select here, i.item_id, mine, p_stand, remit.row_hash(i.body), p_reason, me from remit.draft_item i
      where i.workspace_id = here and i.kind = 'activity' and i.item_id = any (p_rows) and i.revision <= p_seen
    on conflict (workspace_id, activity_id, party) do update set stand = excluded.stand, row_hash = excluded.row_hash, reason = excluded.reason, taken_by = excluded.taken_by, taken_at = now();
  get diagnostics done = row_count;
  if done <> cardinality(p_rows) then raise exception 'changed since' using errcode = 'RM409'; end if;
  if p_stand = 'agreed' then perform remit.settle_rows(here, p_rows); end if;
  return now_at;
end
$$;

-- A change to agreed rows, for the others to answer. One that counters another closes that one.
create function remit.propose(p_id uuid, p_base bigint, p_edits jsonb, p_rows text[], p_reason text, p_counters uuid, p_name text, p_what text, p_salt bytea, p_payload bytea) returns bigint language plpgsql security definer set search_path = '' as $$
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
  return remit.write_entry(here, me, mine, p_id, p_what, '[]', '[]', null, null, p_salt, p_payload, now());
end
$$;

-- Its own side withdraws a proposal; another one declines it, with a reason.
create function remit.close_proposal(p_id uuid, p_reason text, p_edit uuid, p_what text, p_salt bytea, p_payload bytea) returns bigint language plpgsql security definer set search_path = '' as $$
declare
  here uuid := remit.entered();
  me uuid := nullif(current_setting('remit.actor', true), '')::uuid;
  mine text := remit.decides_for();
  theirs text;
  now_at bigint;
begin
  select e.revision into now_at from remit.edit_log e where e.workspace_id = here and e.edit_id = p_edit and e.actor = me;
  if found then return now_at; end if;
  select p.party into theirs from remit.proposal p where p.workspace_id = here and p.proposal_id = p_id and p.state = 'open' for update;
  if not found then raise exception 'not open' using errcode = 'RM409'; end if;
  if theirs = mine then
    if not remit.may_edit() then raise exception 'may not withdraw' using errcode = 'RM403'; end if;
    update remit.proposal p set state = 'withdrawn', answer = p_reason, answered_by = me, answered_for = mine, answered_at = now() where p.workspace_id = here and p.proposal_id = p_id;
  else
    if p_reason is null then raise exception 'why' using errcode = 'RM409'; end if;
    update remit.proposal p set state = 'declined', answer = p_reason, answered_by = me, answered_for = mine, answered_at = now() where p.workspace_id = here and p.proposal_id = p_id;
  end if;
  return remit.write_entry(here, me, mine, p_edit, p_what, '[]', '[]', null, null, p_salt, p_payload, now());
end
$$;

-- Another party's yes. With the last one the change is made: exactly the edits that were proposed, and the rows are
-- agreed as they stand then. `made` says whether it was the last.
-- Refused where a row is not as it was seen; an earlier yes to other words counts no more.
create function remit.accept_proposal(p_id uuid, p_seen bigint, p_edit uuid, p_what text, p_edits jsonb, p_undo jsonb, p_new jsonb, p_changed jsonb, p_gone jsonb, p_matrix jsonb, p_salt bytea, p_payload bytea, p_said_salt bytea, p_said_payload bytea)
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
    return query select now_at, moment, false;
    return;
  end if;
  now_at := remit.write_entry(here, me, mine, p_edit, p_what, p_edits, p_undo, null, null, p_salt, p_payload, moment);
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

do $$ declare f regprocedure; begin
  for f in select p.oid::regprocedure from pg_proc p join pg_namespace n on n.oid = p.pronamespace
    where n.nspname = 'remit' and p.proname in ('row_hash', 'deciding', 'agreed_rows', 'settle_rows', 'decides_for', 'write_entry', 'write_rows', 'take_stand', 'propose', 'close_proposal', 'accept_proposal') loop
    execute format('revoke all on function %s from public', f);
  end loop;
  for f in select p.oid::regprocedure from pg_proc p join pg_namespace n on n.oid = p.pronamespace
    where n.nspname = 'remit' and p.proname in ('take_stand', 'propose', 'close_proposal', 'accept_proposal') loop
    execute format('grant execute on function %s to remit_app', f);
  end loop;
end $$;

-- What may be asked of it from outside goes through who entered.
create function remit.agreed_here() returns setof text language sql stable security definer set search_path = '' as $$
  select remit.agreed_rows(remit.entered(), array(select a.activity_id from remit.agreed_row a where a.workspace_id = remit.entered()))
$$;
create function remit.deciding_here() returns setof text language sql stable security definer set search_path = '' as $$
  select remit.deciding(remit.entered())
$$;
revoke all on function remit.agreed_here(), remit.deciding_here() from public;
grant execute on function remit.agreed_here(), remit.deciding_here() to remit_app;

-- Guests who came to comment may; their names stand beside what they said.
create or replace function remit.may_talk() returns boolean language sql stable set search_path = '' as $$
  select coalesce(remit.entered_as() in ('owner', 'editor', 'approver', 'operator') or remit.guest_purpose() = 'comment', false)
$$;
create or replace function remit.names_here(p_actors uuid[]) returns table (actor uuid, name text, party text) language sql stable security definer set search_path = '' as $$
  select m.account_id, a.name, m.party from remit.member m join auth.account a on a.id = m.account_id where m.workspace_id = remit.entered() and m.account_id = any (p_actors)
  union all select g.guest_id, g.name, g.party from remit.guest g where g.workspace_id = remit.entered() and g.guest_id = any (p_actors)
$$;
-- As it was; guests lay down no evidence.
create or replace function remit.add_evidence(p_id uuid, p_activity text, p_title text, p_link text, p_note text, p_on date, p_private boolean) returns void language plpgsql security definer set search_path = '' as $$
begin
  if remit.entered() is null then raise exception 'not here' using errcode = 'RM404'; end if;
  if not remit.may_talk() or remit.entered_as() = 'guest' then raise exception 'may not add' using errcode = 'RM403'; end if;
  if not exists (select 1 from remit.draft_item i where i.workspace_id = remit.entered() and i.kind = 'activity' and i.item_id = p_activity) then raise exception 'no such row' using errcode = 'RM404'; end if;
  insert into remit.evidence (workspace_id, evidence_id, activity_id, title, link, note, produced_on, party_only, added_by, added_for)
    values (remit.entered(), p_id, p_activity, p_title, p_link, p_note, p_on, remit.own_eyes(p_private), nullif(current_setting('remit.actor', true), '')::uuid, remit.own_party())
    on conflict do nothing;
  if not found and not exists (select 1 from remit.evidence e where e.workspace_id = remit.entered() and e.evidence_id = p_id and e.added_by = nullif(current_setting('remit.actor', true), '')::uuid) then
    raise exception 'id taken' using errcode = 'RM409';
  end if;
end
$$;

-- Webhooks hear of it: which row and who, never the words.
create function remit.tell_talk() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  perform remit.tell_webhooks(new.workspace_id, 'comment.said', new.party_only, jsonb_build_object('comment', new.comment_id, 'thread', new.thread, 'kind', new.item_kind, 'id', new.item_id, 'by', new.author, 'party', new.author_party));
  return null;
end
$$;
create trigger told after insert on remit.comment for each row execute function remit.tell_talk();
create function remit.tell_proposal() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if tg_op = 'INSERT' then
    perform remit.tell_webhooks(new.workspace_id, 'proposal.made', null, jsonb_build_object('proposal', new.proposal_id, 'rows', new.activities, 'by', new.made_by, 'party', new.party, 'counters', new.counters));
  elsif new.state <> old.state then
    perform remit.tell_webhooks(new.workspace_id, 'proposal.answered', null, jsonb_build_object('proposal', new.proposal_id, 'state', new.state, 'rows', new.activities, 'by', new.answered_by, 'party', new.answered_for));
  end if;
  return null;
end
$$;
create trigger told after insert or update of state on remit.proposal for each row execute function remit.tell_proposal();
revoke all on function remit.tell_talk(), remit.tell_proposal() from public;

-- A person who is erased takes the values of their private contacts along.
create function remit.drop_private(p_contacts text[]) returns void language sql security definer set search_path = '' as $$
  delete from remit.private_contact k where k.workspace_id = remit.entered() and k.contact_id = any (p_contacts) and remit.may_edit() and remit.may_keep_for(k.party)
$$;
-- What somebody said and laid down, for them to take along.
create function remit.said_by(p_actor uuid) returns jsonb language sql stable security definer set search_path = '' as $$
  select jsonb_build_object(
    'comments', (select coalesce(jsonb_agg(jsonb_build_object('workspace', c.workspace_id, 'about', c.item_id, 'said', c.said_at, 'text', c.text, 'onlyFor', c.party_only) order by c.said_at), '[]') from remit.comment c where c.author = p_actor and c.removed_at is null),
    'evidence', (select coalesce(jsonb_agg(jsonb_build_object('workspace', e.workspace_id, 'activity', e.activity_id, 'title', e.title, 'link', e.link, 'added', e.added_at) order by e.added_at), '[]') from remit.evidence e where e.added_by = p_actor),
    'proposals', (select coalesce(jsonb_agg(jsonb_build_object('workspace', p.workspace_id, 'what', p.what, 'reason', p.reason, 'made', p.made_at) order by p.made_at), '[]') from remit.proposal p where p.made_by = p_actor))
$$;
create index comment_by on remit.comment (author);
revoke all on function remit.drop_private(text[]), remit.said_by(uuid) from public;
grant execute on function remit.drop_private(text[]), remit.said_by(uuid) to remit_app;
