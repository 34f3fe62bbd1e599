-- The log is read by day, item, person and party; where an entry came from lies beside it; heads are signed without anybody asking.

-- Every edit pays for an index: a day is a range of a log that only grows, and a party wrote a good part of it.
create index edit_log_of_day on remit.edit_log using brin (at);
create index edit_log_undoes on remit.edit_log (workspace_id, undoes) where undoes is not null;

-- Which items an entry touched. A table and not an index over the edits: the policies let no operator of jsonb near an
-- index, and a history of one item is read newest first.
create table remit.edit_touch (
  workspace_id uuid not null references remit.workspace on delete cascade,
  kind text not null,
  item_id text not null,
  revision bigint not null,
  primary key (workspace_id, kind, item_id, revision)
);

create function remit.items_touched(p_edits jsonb) returns table (kind text, item_id text) language sql immutable as $$
  select distinct
    case e ->> 'do' when 'set' then e -> 'at' ->> 'kind' when 'set-matrix' then 'matrix' when 'replace' then 'matrix'
      when 'add' then e ->> 'kind' when 'move' then e ->> 'kind' when 'remove' then e ->> 'kind' else 'activity' end,
    left(case e ->> 'do' when 'set' then e -> 'at' ->> 'id' when 'set-matrix' then e ->> 'field' when 'replace' then '*'
      when 'add' then e -> 'item' ->> 'id' when 'move' then e ->> 'id' when 'remove' then e ->> 'id' else e ->> 'activity' end, 200)
  from jsonb_array_elements(p_edits) as e
$$;

insert into remit.edit_touch (workspace_id, kind, item_id, revision)
  select l.workspace_id, t.kind, t.item_id, l.revision from remit.edit_log l, remit.items_touched(l.edits) t where t.kind is not null and t.item_id is not null
  on conflict do nothing;

-- From where an entry came: personal, so outside the chain, and forgotten after 90 days.
create table remit.edit_origin (
  workspace_id uuid not null references remit.workspace on delete cascade,
  revision bigint not null,
  actor uuid not null,
  party text,
  key_id uuid,
  address text,
  agent text,
  at timestamptz not null default now(),
  primary key (workspace_id, revision)
);
create index edit_origin_kept on remit.edit_origin (at) where address is not null or agent is not null;

-- How far a history was looked through and signed.
create table remit.history_check (
  workspace_id uuid primary key references remit.workspace on delete cascade,
  checked_at timestamptz not null,
  signed_to bigint not null,
  -- The revision at which the history is not the one that was signed, or an entry is not what its leaf says.
  broken_at bigint
);

-- Work that one of several servers does for all of them.
create table auth.duty (
  name text primary key,
  taken_at timestamptz not null
);

do $$
declare t text;
begin
  foreach t in array array['edit_touch', 'edit_origin', 'history_check'] loop
    execute format('alter table remit.%I enable row level security', t);
    execute format('alter table remit.%I force row level security', t);
    execute format('create policy owner on remit.%I to %I using (true) with check (true)', t, current_user);
  end loop;
  foreach t in array array['edit_touch', 'history_check'] loop
    execute format('create policy seen on remit.%I for select to remit_app using (workspace_id = (select remit.entered()))', t);
  end loop;
end
$$;
grant select on remit.edit_touch, remit.history_check to remit_app;

-- Notes where entries came from. Only of entries that are there, of that actor; nothing is read.
create function remit.note_origins(p_origins jsonb) returns void language sql security definer set search_path = '' as $$
  insert into remit.edit_origin (workspace_id, revision, actor, party, key_id, address, agent)
    select l.workspace_id, l.revision, l.actor, l.party, (select k.key_id from remit.api_key k where k.workspace_id = l.workspace_id and k.token_hash = decode(o.key, 'hex')), left(o.address, 60), left(o.agent, 300)
    from jsonb_to_recordset(p_origins) as o (workspace uuid, revision bigint, actor uuid, key text, address text, agent text)
    join remit.edit_log l on l.workspace_id = o.workspace and l.revision = o.revision and l.actor = o.actor
    on conflict do nothing
$$;

-- Everybody sees whether a program wrote; address, browser and key only whoever wrote, and the owners of their party.
create function remit.origins(p_revisions bigint[]) returns table (revision bigint, by_key boolean, key_name text, address text, agent text) language sql stable security definer set search_path = '' as $$
  select o.revision, o.key_id is not null,
    case when near then (select k.name from remit.api_key k where k.workspace_id = o.workspace_id and k.key_id = o.key_id) end,
    case when near then o.address end, case when near then o.agent end
  from (
    select e.*, e.actor = nullif(current_setting('remit.actor', true), '')::uuid
      or (remit.entered_as() = 'owner' and e.party is not distinct from remit.entered_party()) as near
    from remit.edit_origin e where e.workspace_id = remit.entered() and remit.entered_as() <> 'guest' and e.revision = any (p_revisions)
  ) o
$$;

create function remit.forget_origins() returns void language sql security definer set search_path = '' as $$
  update remit.edit_origin set address = null, agent = null where at < now() - interval '90 days' and (address is not null or agent is not null)
$$;

-- Names of everybody who ever wrote here and may still be named.
create function remit.authors() returns table (account uuid, name text, party text) language sql stable security definer set search_path = '' as $$
  select a.id, a.name, m.party from auth.account a left join remit.member m on m.workspace_id = remit.entered() and m.account_id = a.id
  where remit.entered() is not null and remit.entered_as() <> 'guest' and (m.account_id is not null or exists (select 1 from remit.edit_log l where l.workspace_id = remit.entered() and l.actor = a.id))
$$;

-- Takes a duty unless another server took it within that time.
create function remit.take_duty(p_name text, p_every interval) returns boolean language plpgsql security definer set search_path = '' as $$
begin
  insert into auth.duty as d (name, taken_at) values (p_name, now())
    on conflict (name) do update set taken_at = now() where d.taken_at < now() - p_every;
  return found;
end
$$;

-- For signing by the server itself, which is a member of nothing. Leaves say nothing of what was written.
create function remit.histories_to_sign(p_all boolean) returns table (workspace uuid, broken boolean) language sql stable security definer set search_path = '' as $$
  select w.workspace_id, exists (select 1 from remit.history_check c where c.workspace_id = w.workspace_id and c.broken_at is not null) from remit.workspace w
  where p_all or exists (select 1 from remit.edit_log l where l.workspace_id = w.workspace_id and l.leaf is not null
    and l.revision > coalesce((select max(h.revision) from remit.history_head h where h.workspace_id = w.workspace_id), 0))
    or exists (select 1 from remit.history_check c where c.workspace_id = w.workspace_id and c.broken_at is not null)
$$;
create function remit.leaves_of(p_workspace uuid, p_after bigint, p_most integer) returns table (revision bigint, leaf bytea, sound boolean) language sql stable security definer set search_path = '' as $$
  select l.revision, l.leaf,
    l.leaf = sha256(convert_to(concat_ws(E'\n', 'remit-entry-1', l.workspace_id::text, l.revision::text, remit.moment(l.at), l.actor::text, coalesce(l.party, ''), coalesce(l.page::text, ''), l.edit_id::text, coalesce(l.undoes::text, ''), encode(l.payload_hash, 'hex')), 'UTF8'))
  from remit.edit_log l where l.workspace_id = p_workspace and l.revision > p_after and l.leaf is not null order by l.revision limit p_most
$$;
-- What the salted hash in a leaf was made of, where it was not erased, for the look through everything; some at a time.
create function remit.words_of(p_workspace uuid, p_after bigint, p_most integer, p_bytes bigint) returns table (revision bigint, salt bytea, payload_hash bytea, what text, edits jsonb) language sql stable security definer set search_path = '' as $$
  select s.revision, s.salt, s.payload_hash, s.what, s.edits
  from (
    select l.*, sum(pg_column_size(l.edits)) over (order by l.revision) - pg_column_size(l.edits) as before
    from (select * from remit.edit_log e where e.workspace_id = p_workspace and e.revision > p_after and e.leaf is not null and e.salt is not null order by e.revision limit p_most) l
  ) s where s.before < p_bytes order by s.revision
$$;
create function remit.heads_of(p_workspace uuid) returns table (revision bigint, head bytea, signature bytea) language sql stable security definer set search_path = '' as $$
  select h.revision, h.head, h.signature from remit.history_head h where h.workspace_id = p_workspace order by h.revision
$$;
create function remit.keep_head_of(p_workspace uuid, p_revision bigint, p_head bytea, p_signature bytea) returns void language sql security definer set search_path = '' as $$
  insert into remit.history_head (workspace_id, revision, head, signature)
    select l.workspace_id, l.revision, p_head, p_signature from remit.edit_log l where l.workspace_id = p_workspace and l.revision = p_revision and l.leaf is not null
    on conflict do nothing
$$;
create function remit.note_check(p_workspace uuid, p_signed_to bigint, p_broken_at bigint) returns void language sql security definer set search_path = '' as $$
  insert into remit.history_check as c (workspace_id, checked_at, signed_to, broken_at)
    select w.workspace_id, now(), p_signed_to, p_broken_at from remit.workspace w where w.workspace_id = p_workspace
    on conflict (workspace_id) do update set checked_at = now(), signed_to = greatest(c.signed_to, p_signed_to), broken_at = p_broken_at
$$;

revoke all on function remit.items_touched(jsonb), remit.note_origins(jsonb), remit.origins(bigint[]), remit.forget_origins(), remit.authors(), remit.take_duty(text, interval),
  remit.histories_to_sign(boolean), remit.leaves_of(uuid, bigint, integer), remit.words_of(uuid, bigint, integer, bigint), remit.heads_of(uuid), remit.keep_head_of(uuid, bigint, bytea, bytea), remit.note_check(uuid, bigint, bigint) from public;
grant execute on function remit.note_origins(jsonb), remit.origins(bigint[]), remit.forget_origins(), remit.authors(), remit.take_duty(text, interval),
  remit.histories_to_sign(boolean), remit.leaves_of(uuid, bigint, integer), remit.words_of(uuid, bigint, integer, bigint), remit.heads_of(uuid), remit.keep_head_of(uuid, bigint, bytea, bytea), remit.note_check(uuid, bigint, bigint) to remit_app;
