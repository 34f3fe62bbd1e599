-- A draft lies as one row per item beside an append-only log of its edits, sealed by workspace.

create schema remit;

-- Who signs in. Accounts belong to no workspace; the functions below are the only way to them.
create schema auth;
create table auth.account (
  account_id uuid primary key default gen_random_uuid(),
  name text not null check (length(name) between 1 and 200),
  created_at timestamptz not null default now()
);
create table auth.session (
  token_hash bytea primary key check (length(token_hash) = 32),
  account_id uuid not null references auth.account on delete cascade,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null
);
create table auth.owner_link (
  token_hash bytea primary key check (length(token_hash) = 32),
  expires_at timestamptz not null
);

create table remit.workspace (
  workspace_id uuid primary key default gen_random_uuid(),
  name text not null check (length(name) between 1 and 200),
  example boolean not null default false,
  revision bigint not null default 0,
  created_at timestamptz not null default now()
) with (fillfactor = 50);

create table remit.member (
  workspace_id uuid not null references remit.workspace on delete cascade,
  account_id uuid not null references auth.account on delete cascade,
  role text not null check (role in ('owner', 'editor', 'approver', 'operator', 'viewer', 'auditor')),
  since timestamptz not null default now(),
  until timestamptz,
  primary key (workspace_id, account_id)
);
create index member_of_account on remit.member (account_id);

-- Fields of the document itself; its lists are the items.
create table remit.draft_matrix (
  workspace_id uuid primary key references remit.workspace on delete cascade,
  body jsonb not null check (jsonb_typeof(body) = 'object'),
  revision bigint not null
);

create table remit.draft_item (
  workspace_id uuid not null references remit.workspace on delete cascade,
  kind text not null,
  item_id text not null check (length(item_id) between 1 and 120),
  place double precision not null,
  body jsonb not null check (jsonb_typeof(body) = 'object'),
  revision bigint not null,
  primary key (workspace_id, kind, item_id)
-- Room in each page, so that a changed row stays on its page and its index need not be touched.
) with (fillfactor = 70);

create table remit.edit_log (
  workspace_id uuid not null references remit.workspace on delete cascade,
  revision bigint not null,
  -- Given by the browser: the same edit sent twice is one edit.
  edit_id uuid not null,
  at timestamptz not null default now(),
  actor uuid not null,
  what text not null,
  edits jsonb not null,
  undo jsonb not null,
  -- The revision this entry takes back or does again.
  undoes bigint,
  primary key (workspace_id, revision),
  unique (workspace_id, edit_id)
);

-- The workspace this connection is in: the one it asked for, if its actor is a live member of it. No policy
-- believes an id from an address.
create function remit.entered() returns uuid language sql stable security definer set search_path = '' as $$
  select workspace_id from remit.member
  where workspace_id = nullif(current_setting('remit.workspace', true), '')::uuid
    and account_id = nullif(current_setting('remit.actor', true), '')::uuid
    and (until is null or until > now())
$$;

create function remit.entered_as() returns text language sql stable security definer set search_path = '' as $$
  select role from remit.member
  where workspace_id = nullif(current_setting('remit.workspace', true), '')::uuid
    and account_id = nullif(current_setting('remit.actor', true), '')::uuid
    and (until is null or until > now())
$$;

create function remit.may_edit() returns boolean language sql stable set search_path = '' as $$
  select coalesce(remit.entered_as() in ('owner', 'editor'), false)
$$;

do $$
declare t text;
begin
  foreach t in array array['workspace', 'member', 'draft_matrix', 'draft_item', 'edit_log'] loop
    execute format('alter table remit.%I enable row level security', t);
    execute format('alter table remit.%I force row level security', t);
    -- The functions above run as the owner; forced security would else ask them about themselves.
    execute format('create policy owner on remit.%I to %I using (true) with check (true)', t, current_user);
    execute format('create policy seen on remit.%I for select to remit_app using (workspace_id = (select remit.entered()))', t);
  end loop;
end
$$;
create policy renamed on remit.workspace for update to remit_app using (workspace_id = (select remit.entered()) and (select remit.may_edit()));
-- Actor and workspace for the rest of this transaction.
create function remit.enter(p_actor uuid, p_workspace uuid) returns void language plpgsql set search_path = '' as $$
begin
  perform set_config('remit.actor', p_actor::text, true), set_config('remit.workspace', p_workspace::text, true);
end
$$;

-- The revision of a draft and one's own role there, in one message.
create function remit.revision_of(p_actor uuid, p_workspace uuid) returns table (revision bigint, role text) language plpgsql set search_path = '' as $$
begin
  perform remit.enter(p_actor, p_workspace);
  return query select w.revision, remit.entered_as() from remit.workspace w where w.workspace_id = remit.entered();
end
$$;

-- The same for whoever holds a session, in one message and one statement: every page asks it before anything is
-- handed out. It runs as the owner and is a policy of its own: role and revision only for a live member.
create function remit.enter_by_session(p_session bytea, p_workspace uuid) returns table (account uuid, name text, role text, revision bigint) language plpgsql stable security definer set search_path = '' as $$
begin
  return query
    select s.account_id, a.name, m.role, w.revision
    from auth.session s
    join auth.account a on a.account_id = s.account_id
    left join remit.member m on m.workspace_id = p_workspace and m.account_id = s.account_id and (m.until is null or m.until > now())
    left join remit.workspace w on w.workspace_id = m.workspace_id
    where s.token_hash = p_session and s.expires_at > now();
end
$$;

-- One edit, whole or not at all: the only way anything gets into a draft. It runs as the owner, so it asks
-- itself who may: nothing below touches a row of another workspace than the one the actor was found in.
-- Refusals are raised, so that whatever was done until then is undone with them:
-- RM401 the session is not the actor's any more (asked only where one is given, and so in the same message),
-- RM403 the actor may not edit here, RM409 somebody changed a row since it was read, 23505 this edit was made before.
create function remit.commit_edit(p_actor uuid, p_session bytea, p_workspace uuid, p_edit uuid, p_what text, p_edits jsonb, p_undo jsonb, p_undoes bigint, p_new jsonb, p_changed jsonb, p_gone jsonb, p_matrix jsonb)
returns table (revision bigint, at timestamptz) language plpgsql security definer set search_path = '' as $$
declare
  now_at bigint;
  done bigint;
begin
  if p_session is not null then
    perform 1 from auth.session s where s.token_hash = p_session and s.account_id = p_actor and s.expires_at > now();
    if not found then raise exception 'signed out' using errcode = 'RM401'; end if;
  end if;
  perform 1 from remit.member m
    where m.workspace_id = p_workspace and m.account_id = p_actor and m.role in ('owner', 'editor') and (m.until is null or m.until > now());
  if not found then raise exception 'may not edit' using errcode = 'RM403'; end if;
  update remit.workspace w set revision = w.revision + 1 where w.workspace_id = p_workspace returning w.revision into now_at;
  insert into remit.edit_log (workspace_id, revision, edit_id, actor, what, edits, undo, undoes)
    values (p_workspace, now_at, p_edit, p_actor, p_what, p_edits, p_undo, p_undoes);
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
  return query select now_at, now();
end
$$;

-- A workspace of one's own; its maker is its owner.
create function remit.make_workspace(p_actor uuid, p_name text, p_example boolean) returns uuid language plpgsql security definer set search_path = '' as $$
declare made uuid;
begin
  if not exists (select 1 from auth.account where account_id = p_actor) then
    raise exception 'no such account' using errcode = 'insufficient_privilege';
  end if;
  insert into remit.workspace (name, example) values (p_name, p_example) returning workspace_id into made;
  insert into remit.member (workspace_id, account_id, role) values (made, p_actor, 'owner');
  insert into remit.draft_matrix (workspace_id, body, revision) values (made, jsonb_build_object('remit', 1, 'title', p_name), 0);
  return made;
end
$$;

create function remit.workspaces_of(p_actor uuid) returns table (workspace_id uuid, name text, example boolean, role text, revision bigint, created_at timestamptz)
language sql stable security definer set search_path = '' as $$
  select w.workspace_id, w.name, w.example, m.role, w.revision, w.created_at
  from remit.member m join remit.workspace w on w.workspace_id = m.workspace_id
  where m.account_id = p_actor and (m.until is null or m.until > now())
  order by w.example, w.created_at
$$;

create function remit.leave_workspace(p_actor uuid, p_workspace uuid) returns boolean language plpgsql security definer set search_path = '' as $$
begin
  delete from remit.workspace w using remit.member m
    where w.workspace_id = p_workspace and m.workspace_id = w.workspace_id and m.account_id = p_actor and m.role = 'owner';
  return found;
end
$$;

-- Sign-in. Tokens are never stored, only their SHA-256.
create function auth.open_owner_link(p_token bytea, p_until timestamptz) returns boolean language plpgsql security definer set search_path = '' as $$
begin
  if exists (select 1 from auth.account) then return false; end if;
  delete from auth.owner_link;
  insert into auth.owner_link (token_hash, expires_at) values (p_token, p_until);
  return true;
end
$$;

-- The first who follows the link becomes the owner; afterwards there is no link any more.
create function auth.follow_owner_link(p_token bytea, p_name text, p_session bytea, p_until timestamptz) returns uuid language plpgsql security definer set search_path = '' as $$
declare made uuid;
begin
  delete from auth.owner_link where token_hash = p_token and expires_at > now();
  if not found then return null; end if;
  delete from auth.owner_link;
  insert into auth.account (name) values (p_name) returning account_id into made;
  insert into auth.session (token_hash, account_id, expires_at) values (p_session, made, p_until);
  return made;
end
$$;

create function auth.session_of(p_token bytea) returns table (account_id uuid, name text) language sql stable security definer set search_path = '' as $$
  select a.account_id, a.name from auth.session s join auth.account a on a.account_id = s.account_id
  where s.token_hash = p_token and s.expires_at > now()
$$;

create function auth.end_session(p_token bytea) returns void language sql security definer set search_path = '' as $$
  delete from auth.session where token_hash = p_token
$$;

revoke all on all functions in schema remit, auth from public;
grant usage on schema remit, auth to remit_app;
grant select on remit.workspace, remit.member, remit.draft_matrix, remit.draft_item, remit.edit_log to remit_app;
grant update (name) on remit.workspace to remit_app;
grant execute on all functions in schema remit, auth to remit_app;
