-- Keys for programs: one workspace, one member whose rights they never exceed, scopes, an end. Never stored, only their SHA-256.
create table remit.api_key (
  workspace_id uuid not null references remit.workspace on delete cascade,
  key_id uuid not null default gen_random_uuid(),
  name text not null check (length(name) between 1 and 120),
  token_hash bytea not null unique check (length(token_hash) = 32),
  scopes text[] not null check (scopes <@ array['read', 'edit'] and 'read' = any (scopes)),
  account_id uuid not null references auth.account on delete cascade,
  made_at timestamptz not null default now(),
  expires_at timestamptz not null,
  revoked_at timestamptz,
  last_used_at timestamptz,
  primary key (workspace_id, key_id)
);
alter table remit.api_key enable row level security;
alter table remit.api_key force row level security;
do $$ begin
  execute format('create policy owner on remit.api_key to %I using (true) with check (true)', current_user);
end $$;
-- One's own keys; an owner sees those of their own party too.
create policy seen on remit.api_key for select to remit_app using (
  workspace_id = (select remit.entered())
  and (account_id = nullif(current_setting('remit.actor', true), '')::uuid
    or ((select remit.entered_as()) = 'owner' and exists (
      select 1 from remit.member m where m.workspace_id = api_key.workspace_id and m.account_id = api_key.account_id and m.party is not distinct from (select remit.entered_party())))));
grant select (workspace_id, key_id, name, scopes, account_id, made_at, expires_at, revoked_at, last_used_at) on remit.api_key to remit_app;

create function remit.make_api_key(p_token bytea, p_name text, p_scopes text[], p_until timestamptz) returns uuid language plpgsql security definer set search_path = '' as $$
declare made uuid;
begin
  if remit.entered() is null then raise exception 'not here' using errcode = 'RM404'; end if;
  if 'edit' = any (p_scopes) and not remit.may_edit() then raise exception 'may not edit' using errcode = 'RM403'; end if;
  insert into remit.api_key (workspace_id, name, token_hash, scopes, account_id, expires_at)
    values (remit.entered(), p_name, p_token, p_scopes, current_setting('remit.actor')::uuid, p_until) returning key_id into made;
  return made;
end
$$;
create function remit.revoke_api_key(p_key uuid) returns boolean language plpgsql security definer set search_path = '' as $$
begin
  update remit.api_key k set revoked_at = now()
    where k.workspace_id = remit.entered() and k.key_id = p_key and k.revoked_at is null
      and (k.account_id = current_setting('remit.actor')::uuid
        or (remit.entered_as() = 'owner' and exists (select 1 from remit.member m where m.workspace_id = k.workspace_id and m.account_id = k.account_id and m.party is not distinct from remit.entered_party())));
  return found;
end
$$;

-- Who holds a session or a key, and what they are in the workspace. `scopes` is there for a key only.
drop function remit.enter_by_session(bytea, uuid);
create function remit.enter_by_session(p_session bytea, p_workspace uuid) returns table (account uuid, name text, role text, party text, revision bigint, scopes text[]) language plpgsql security definer set search_path = '' as $$
begin
  return query
    select s.account_id, a.name, m.role, m.party, w.revision, null::text[]
    from auth.session s
    join auth.account a on a.id = s.account_id
    left join remit.member m on m.workspace_id = p_workspace and m.account_id = s.account_id and (m.until is null or m.until > now())
    left join remit.workspace w on w.workspace_id = m.workspace_id
    where s.token_hash = p_session and s.expires_at > now();
  if found then return; end if;
  return query
    select k.account_id, k.name, m.role, m.party, w.revision, k.scopes
    from remit.api_key k
    left join remit.member m on m.workspace_id = p_workspace and m.workspace_id = k.workspace_id and m.account_id = k.account_id and (m.until is null or m.until > now())
    left join remit.workspace w on w.workspace_id = m.workspace_id
    where k.token_hash = p_session and k.revoked_at is null and k.expires_at > now();
  if found then
    update remit.api_key k set last_used_at = now() where k.token_hash = p_session and (k.last_used_at is null or k.last_used_at < now() - interval '1 minute');
  end if;
end
$$;

-- As it was; a key with the scope proves itself like a session.
create or replace function remit.commit_edit(p_actor uuid, p_session bytea, p_workspace uuid, p_edit uuid, p_what text, p_edits jsonb, p_undo jsonb, p_undoes bigint, p_new jsonb, p_changed jsonb, p_gone jsonb, p_matrix jsonb, p_page uuid, p_salt bytea, p_payload bytea)
returns table (revision bigint, at timestamptz) language plpgsql security definer set search_path = '' set enable_hashjoin = off set enable_mergejoin = off as $$
declare
  now_at bigint;
  done bigint;
  for_party text;
  made timestamptz := now();
begin
  if p_session is not null then
    perform 1 from auth.session s where s.token_hash = p_session and s.account_id = p_actor and s.expires_at > now();
    if not found then
      perform 1 from remit.api_key k where k.token_hash = p_session and k.workspace_id = p_workspace and k.account_id = p_actor
        and 'edit' = any (k.scopes) and k.revoked_at is null and k.expires_at > now();
      if not found then raise exception 'signed out' using errcode = 'RM401'; end if;
    end if;
  end if;
  select m.party into for_party from remit.member m
    where m.workspace_id = p_workspace and m.account_id = p_actor and m.role in ('owner', 'editor') and (m.until is null or m.until > now());
  if not found then raise exception 'may not edit' using errcode = 'RM403'; end if;
  update remit.workspace w set revision = w.revision + 1 where w.workspace_id = p_workspace returning w.revision into now_at;
  insert into remit.edit_log (workspace_id, revision, edit_id, actor, what, edits, undo, undoes, page, at, party, salt, payload_hash, leaf)
    values (p_workspace, now_at, p_edit, p_actor, p_what, p_edits, p_undo, p_undoes, p_page, made, for_party, p_salt, p_payload,
      sha256(convert_to(concat_ws(E'\n', 'remit-entry-1', p_workspace::text, now_at::text, remit.moment(made), p_actor::text, coalesce(for_party, ''), coalesce(p_page::text, ''), p_edit::text, coalesce(p_undoes::text, ''), encode(p_payload, 'hex')), 'UTF8')));
  if jsonb_array_length(p_changed) > 0 then
    update remit.draft_item i set place = p.place, body = p.body, revision = now_at
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
      select p_workspace, p.kind, p.id, p.place, p.body, now_at from jsonb_to_recordset(p_new) as p (kind text, id text, place double precision, body jsonb)
      on conflict do nothing;
    get diagnostics done = row_count;
    if done <> jsonb_array_length(p_new) then raise exception 'stale' using errcode = 'RM409'; end if;
  end if;
  if p_matrix is not null then
    update remit.draft_matrix m set body = p_matrix -> 'body', revision = now_at
      where m.workspace_id = p_workspace and m.revision = (p_matrix ->> 'was')::bigint;
    if not found then raise exception 'stale' using errcode = 'RM409'; end if;
  end if;
  return query select now_at, made;
end
$$;

revoke all on function remit.make_api_key(bytea, text, text[], timestamptz), remit.revoke_api_key(uuid), remit.enter_by_session(bytea, uuid) from public;
grant execute on function remit.make_api_key(bytea, text, text[], timestamptz), remit.revoke_api_key(uuid), remit.enter_by_session(bytea, uuid) to remit_app;
