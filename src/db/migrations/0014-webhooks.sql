-- Webhooks: an address is told what happens here, never more than its party may see. What is to be told lies in the
-- database first, written with the deed itself, so that nothing undone is told and nothing done is forgotten.
create table remit.webhook (
  workspace_id uuid not null references remit.workspace on delete cascade,
  webhook_id uuid not null default gen_random_uuid(),
  name text not null check (length(name) between 1 and 120),
  url text not null check (length(url) between 1 and 2000),
  events text[] not null check (cardinality(events) between 1 and 40),
  party text check (length(party) between 1 and 120),
  made_by uuid not null,
  made_at timestamptz not null default now(),
  active boolean not null default true,
  -- Why it is off, where no owner switched it off.
  off_why text check (off_why in ('failing', 'gone')),
  failing_since timestamptz,
  -- Sealed with the master key; after a rotation the old one signs besides for a day.
  secret bytea not null,
  old_secret bytea,
  old_until timestamptz,
  -- The revision of the draft that was told last.
  told bigint not null,
  primary key (workspace_id, webhook_id)
);
create table remit.webhook_delivery (
  workspace_id uuid not null,
  delivery_id uuid not null default gen_random_uuid(),
  webhook_id uuid not null,
  -- What the receiver knows it by: a replay is the same message.
  message_id uuid not null default gen_random_uuid(),
  event text not null,
  body jsonb not null,
  made_at timestamptz not null default now(),
  due_at timestamptz not null default now(),
  claimed_until timestamptz,
  tries integer not null default 0,
  state text not null default 'waiting' check (state in ('waiting', 'sent', 'failed')),
  attempts jsonb not null default '[]',
  primary key (workspace_id, delivery_id),
  foreign key (workspace_id, webhook_id) references remit.webhook on delete cascade
);
create index delivery_due on remit.webhook_delivery (due_at) where state = 'waiting';
create index delivery_of_webhook on remit.webhook_delivery (workspace_id, webhook_id, made_at desc, delivery_id desc);
alter table remit.webhook enable row level security;
alter table remit.webhook force row level security;
alter table remit.webhook_delivery enable row level security;
alter table remit.webhook_delivery force row level security;
do $$ begin
  execute format('create policy owner on remit.webhook to %I using (true) with check (true)', current_user);
  execute format('create policy owner on remit.webhook_delivery to %I using (true) with check (true)', current_user);
end $$;

-- A party's webhooks are its owners'; one that was made before anybody said their party stays its maker's.
create function remit.webhook_mine(p_party text, p_made_by uuid) returns boolean language sql stable set search_path = '' as $$
  select coalesce(remit.entered_as() = 'owner' and (p_party is not distinct from remit.entered_party() or (p_party is null and p_made_by = nullif(current_setting('remit.actor', true), '')::uuid)), false)
$$;
create policy seen on remit.webhook for select to remit_app using (workspace_id = (select remit.entered()) and remit.webhook_mine(party, made_by));
-- The policy of the webhook itself decides.
create policy seen on remit.webhook_delivery for select to remit_app using (workspace_id = (select remit.entered()) and exists (select 1 from remit.webhook h where h.workspace_id = webhook_delivery.workspace_id and h.webhook_id = webhook_delivery.webhook_id));
grant select (workspace_id, webhook_id, name, url, events, party, made_by, made_at, active, off_why, failing_since, old_until) on remit.webhook to remit_app;
grant select on remit.webhook_delivery to remit_app;

-- The webhook with this id, for an owner who looks after it.
create function remit.own_webhook(p_webhook uuid) returns remit.webhook language plpgsql security definer set search_path = '' as $$
declare h remit.webhook;
begin
  if remit.entered() is null then raise exception 'not here' using errcode = 'RM404'; end if;
  if remit.entered_as() <> 'owner' then raise exception 'owners only' using errcode = 'RM403'; end if;
  select * into h from remit.webhook x where x.workspace_id = remit.entered() and x.webhook_id = p_webhook and remit.webhook_mine(x.party, x.made_by) for update;
  if not found then raise exception 'no such webhook' using errcode = 'RM404'; end if;
  return h;
end
$$;
create function remit.make_webhook(p_name text, p_url text, p_events text[], p_secret bytea) returns uuid language plpgsql security definer set search_path = '' as $$
declare made uuid;
begin
  perform remit.must_be_of_it();
  if remit.entered() is null then raise exception 'not here' using errcode = 'RM404'; end if;
  if remit.entered_as() <> 'owner' then raise exception 'owners only' using errcode = 'RM403'; end if;
  perform 1 from remit.workspace w where w.workspace_id = remit.entered() for update;
  if (select count(*) from remit.webhook h where h.workspace_id = remit.entered() and h.party is not distinct from remit.entered_party()) >= 20 then raise exception 'too many' using errcode = 'RM409'; end if;
  insert into remit.webhook (workspace_id, name, url, events, party, made_by, secret, told)
    select w.workspace_id, p_name, p_url, p_events, remit.entered_party(), current_setting('remit.actor')::uuid, p_secret, w.revision from remit.workspace w where w.workspace_id = remit.entered()
    returning webhook_id into made;
  return made;
end
$$;
-- What still waits for a webhook that is off is given up; a replay brings it back.
create function remit.give_up(p_workspace uuid, p_webhook uuid) returns void language sql security definer set search_path = '' as $$
  update remit.webhook_delivery set state = 'failed' where workspace_id = p_workspace and webhook_id = p_webhook and state = 'waiting'
$$;
create function remit.change_webhook(p_webhook uuid, p_name text, p_url text, p_events text[], p_active boolean) returns void language plpgsql security definer set search_path = '' as $$
declare h remit.webhook := remit.own_webhook(p_webhook);
begin
  update remit.webhook x set name = coalesce(p_name, x.name), url = coalesce(p_url, x.url), events = coalesce(p_events, x.events), active = coalesce(p_active, x.active),
    off_why = case when p_active is null then x.off_why end, failing_since = case when p_active or p_url is not null then null else x.failing_since end,
    -- What happened while it was off, or while nobody asked for it, is not told afterwards.
    told = case when (p_active and not x.active) or (p_events is not null and not 'draft.edited' = any (x.events)) then (select w.revision from remit.workspace w where w.workspace_id = x.workspace_id) else x.told end
    where x.workspace_id = h.workspace_id and x.webhook_id = h.webhook_id;
  if p_active = false then perform remit.give_up(h.workspace_id, h.webhook_id); end if;
end
$$;
create function remit.rotate_webhook(p_webhook uuid, p_secret bytea) returns void language plpgsql security definer set search_path = '' as $$
declare h remit.webhook := remit.own_webhook(p_webhook);
begin
  update remit.webhook x set old_secret = x.secret, old_until = now() + interval '24 hours', secret = p_secret where x.workspace_id = h.workspace_id and x.webhook_id = h.webhook_id;
end
$$;
create function remit.remove_webhook(p_webhook uuid) returns void language plpgsql security definer set search_path = '' as $$
declare h remit.webhook := remit.own_webhook(p_webhook);
begin
  delete from remit.webhook x where x.workspace_id = h.workspace_id and x.webhook_id = h.webhook_id;
end
$$;
create function remit.webhook_body(p_event text, p_workspace uuid, p_data jsonb) returns jsonb language sql stable set search_path = '' as $$
  select jsonb_build_object('type', p_event, 'timestamp', remit.moment(now()), 'data', jsonb_build_object('workspace', p_workspace) || p_data)
$$;
create function remit.test_webhook(p_webhook uuid) returns uuid language plpgsql security definer set search_path = '' as $$
declare
  h remit.webhook := remit.own_webhook(p_webhook);
  made uuid;
begin
  if not h.active then raise exception 'it is off' using errcode = 'RM409'; end if;
  insert into remit.webhook_delivery (workspace_id, webhook_id, event, body) values (h.workspace_id, h.webhook_id, 'webhook.test', remit.webhook_body('webhook.test', h.workspace_id, '{}')) returning delivery_id into made;
  return made;
end
$$;
create function remit.replay_delivery(p_webhook uuid, p_delivery uuid) returns uuid language plpgsql security definer set search_path = '' as $$
declare
  h remit.webhook := remit.own_webhook(p_webhook);
  made uuid;
begin
  if not h.active then raise exception 'it is off' using errcode = 'RM409'; end if;
  insert into remit.webhook_delivery (workspace_id, webhook_id, message_id, event, body)
    select d.workspace_id, d.webhook_id, d.message_id, d.event, d.body from remit.webhook_delivery d where d.workspace_id = h.workspace_id and d.webhook_id = h.webhook_id and d.delivery_id = p_delivery
    returning delivery_id into made;
  if made is null then raise exception 'no such delivery' using errcode = 'RM404'; end if;
  return made;
end
$$;

-- A webhook speaks only while its party has an owner here who looks after it.
create function remit.webhook_kept(p_workspace uuid, p_party text, p_made_by uuid) returns boolean language sql stable security definer set search_path = '' as $$
  select exists (select 1 from remit.member m where m.workspace_id = p_workspace and m.role = 'owner' and (m.until is null or m.until > now())
    and ((m.party is not distinct from p_party and (m.party is null or m.proved)) or (p_party is null and m.account_id = p_made_by)))
$$;
-- Something happened: every webhook that asked for it and may know it is told. Called by the function that does it, in
-- its transaction. @param p_party_only the party whose it is alone; null for what everybody here may see.
create function remit.tell_webhooks(p_workspace uuid, p_event text, p_party_only text, p_body jsonb) returns void language sql security definer set search_path = '' as $$
  insert into remit.webhook_delivery (workspace_id, webhook_id, event, body)
    select h.workspace_id, h.webhook_id, p_event, remit.webhook_body(p_event, p_workspace, p_body)
    from remit.webhook h
    where h.workspace_id = p_workspace and h.active and p_event = any (h.events) and (p_party_only is null or h.party = p_party_only)
      and remit.webhook_kept(h.workspace_id, h.party, h.made_by)
$$;
create function remit.tell_membership() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if tg_op = 'INSERT' then
    if new.until is null then perform remit.tell_webhooks(new.workspace_id, 'member.joined', null, jsonb_build_object('account', new.account_id, 'role', new.role, 'party', new.party)); end if;
  elsif old.until is null and (tg_op = 'DELETE' or new.until is not null) and exists (select 1 from remit.workspace w where w.workspace_id = old.workspace_id) then
    perform remit.tell_webhooks(old.workspace_id, 'member.left', null, jsonb_build_object('account', old.account_id, 'role', old.role, 'party', old.party));
  end if;
  return null;
end
$$;
create trigger told after insert or delete or update of until on remit.member for each row execute function remit.tell_membership();

-- Edits are read from the log afterwards, so that nobody who types waits for a webhook: up to a hundred in one message,
-- with the rows they touched (fifty at most) and no values.
create function remit.rows_told(p_edits jsonb) returns jsonb language sql immutable set search_path = '' as $$
  select coalesce(jsonb_agg(r.row), '[]') from (
    select distinct case e.one ->> 'do'
      when 'set' then jsonb_build_object('kind', e.one -> 'at' -> 'kind', 'id', e.one -> 'at' -> 'id')
      when 'add' then jsonb_build_object('kind', e.one -> 'kind', 'id', e.one -> 'item' -> 'id')
      when 'move' then jsonb_build_object('kind', e.one -> 'kind', 'id', e.one -> 'id')
      when 'remove' then jsonb_build_object('kind', e.one -> 'kind', 'id', e.one -> 'id')
      else jsonb_build_object('kind', 'activity', 'id', e.one -> 'activity') end as row
    from jsonb_array_elements(p_edits) e (one) where e.one ->> 'do' not in ('set-matrix', 'replace') limit 50) r
$$;
-- Words that are erased from the log are erased from what is kept of its messages, too.
create function remit.forget_told() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  update remit.webhook_delivery d set body = jsonb_set(d.body, '{data,edits}', (
      select jsonb_agg(case when (e.one ->> 'revision')::bigint = new.revision then e.one || '{"what": "", "rows": []}' else e.one end order by e.n)
      from jsonb_array_elements(d.body -> 'data' -> 'edits') with ordinality e (one, n)))
    where d.workspace_id = new.workspace_id and d.event = 'draft.edited' and d.body -> 'data' -> 'edits' @> jsonb_build_array(jsonb_build_object('revision', new.revision));
  return null;
end
$$;
create trigger untold after update of salt on remit.edit_log for each row when (old.salt is not null and new.salt is null) execute function remit.forget_told();
create function remit.queue_edits() returns integer language plpgsql security definer set search_path = '' as $$
declare
  h record;
  said jsonb;
  upto bigint;
  queued integer := 0;
begin
  for h in select x.workspace_id, x.webhook_id, x.told, x.party, x.made_by from remit.webhook x join remit.workspace w on w.workspace_id = x.workspace_id
    where x.active and 'draft.edited' = any (x.events) and x.told < w.revision and remit.webhook_kept(x.workspace_id, x.party, x.made_by)
      -- Whoever does not answer gets no mountain: the rest waits in the log.
      and (select count(*) from remit.webhook_delivery d where d.workspace_id = x.workspace_id and d.webhook_id = x.webhook_id and d.state = 'waiting') < 20
    limit 50 for update of x skip locked
  loop
    select jsonb_agg(jsonb_build_object('revision', l.revision, 'at', remit.moment(l.at), 'by', l.actor, 'party', l.party, 'what', l.what, 'rows', remit.rows_told(l.edits)) order by l.revision), max(l.revision) into said, upto
      from (select * from remit.edit_log e where e.workspace_id = h.workspace_id and e.revision > h.told order by e.revision limit 100) l;
    continue when said is null;
    insert into remit.webhook_delivery (workspace_id, webhook_id, event, body) values (h.workspace_id, h.webhook_id, 'draft.edited', remit.webhook_body('draft.edited', h.workspace_id, jsonb_build_object('revision', upto, 'edits', said)));
    update remit.webhook x set told = upto where x.workspace_id = h.workspace_id and x.webhook_id = h.webhook_id;
    queued := queued + 1;
  end loop;
  return queued;
end
$$;

-- One delivery for one server, a minute long; a webhook gets one after another.
create function remit.take_delivery() returns table (workspace uuid, delivery uuid, message uuid, url text, body text, tries integer, secret bytea, old_secret bytea) language sql security definer set search_path = '' as $$
  update remit.webhook_delivery d set claimed_until = now() + interval '1 minute', tries = d.tries + 1
  from remit.webhook h
  where h.workspace_id = d.workspace_id and h.webhook_id = d.webhook_id and (d.workspace_id, d.delivery_id) = (
    select q.workspace_id, q.delivery_id from remit.webhook_delivery q join remit.webhook g on g.workspace_id = q.workspace_id and g.webhook_id = q.webhook_id
    where q.state = 'waiting' and q.due_at <= now() and (q.claimed_until is null or q.claimed_until <= now()) and g.active and remit.webhook_kept(g.workspace_id, g.party, g.made_by)
      and not exists (select 1 from remit.webhook_delivery o where o.workspace_id = q.workspace_id and o.webhook_id = q.webhook_id and o.state = 'waiting' and o.claimed_until > now())
    order by q.due_at limit 1 for update of q skip locked)
  returning d.workspace_id, d.delivery_id, d.message_id, h.url, d.body::text, d.tries, h.secret, case when h.old_until > now() then h.old_secret end
$$;
-- @param p_again when it is tried next; null for never. @param p_gone the receiver wants nothing more.
create function remit.delivery_tried(p_workspace uuid, p_delivery uuid, p_sent boolean, p_attempt jsonb, p_again timestamptz, p_gone boolean) returns void language plpgsql security definer set search_path = '' as $$
declare hook uuid;
begin
  update remit.webhook_delivery d set claimed_until = null, attempts = d.attempts || p_attempt, due_at = coalesce(p_again, d.due_at),
    state = case when p_sent then 'sent' when p_again is null or d.state = 'failed' then 'failed' else 'waiting' end
    where d.workspace_id = p_workspace and d.delivery_id = p_delivery returning d.webhook_id into hook;
  if p_sent then
    update remit.webhook x set failing_since = null where x.workspace_id = p_workspace and x.webhook_id = hook and x.failing_since is not null;
    return;
  end if;
  update remit.webhook x set failing_since = coalesce(x.failing_since, now()) where x.workspace_id = p_workspace and x.webhook_id = hook;
  update remit.webhook x set active = false, off_why = case when p_gone then 'gone' else 'failing' end
    where x.workspace_id = p_workspace and x.webhook_id = hook and x.active and (p_gone or x.failing_since < now() - interval '3 days');
  if found then perform remit.give_up(p_workspace, hook); end if;
end
$$;
create function remit.tidy_deliveries() returns void language sql security definer set search_path = '' as $$
  delete from remit.webhook_delivery where state <> 'waiting' and made_at < now() - interval '30 days'
$$;

revoke all on function remit.webhook_mine(text, uuid), remit.own_webhook(uuid), remit.make_webhook(text, text, text[], bytea), remit.give_up(uuid, uuid), remit.change_webhook(uuid, text, text, text[], boolean), remit.rotate_webhook(uuid, bytea), remit.remove_webhook(uuid), remit.webhook_body(text, uuid, jsonb), remit.test_webhook(uuid), remit.replay_delivery(uuid, uuid), remit.webhook_kept(uuid, text, uuid), remit.tell_webhooks(uuid, text, text, jsonb), remit.tell_membership(), remit.rows_told(jsonb), remit.forget_told(), remit.queue_edits(), remit.take_delivery(), remit.delivery_tried(uuid, uuid, boolean, jsonb, timestamptz, boolean), remit.tidy_deliveries() from public;
grant execute on function remit.webhook_mine(text, uuid), remit.make_webhook(text, text, text[], bytea), remit.change_webhook(uuid, text, text, text[], boolean), remit.rotate_webhook(uuid, bytea), remit.remove_webhook(uuid), remit.test_webhook(uuid), remit.replay_delivery(uuid, uuid), remit.queue_edits(), remit.take_delivery(), remit.delivery_tried(uuid, uuid, boolean, jsonb, timestamptz, boolean), remit.tidy_deliveries() to remit_app;
