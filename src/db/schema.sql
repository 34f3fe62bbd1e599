-- The database after all migrations. Written by `npm run sql -- --write`; edit a migration, not this file.

-- tables

create table auth.account (
  account_id uuid not null default gen_random_uuid(),
  name text not null,
  created_at timestamp with time zone not null default now()
);
create table auth.owner_link (
  token_hash bytea not null,
  expires_at timestamp with time zone not null
);
create table auth.session (
  token_hash bytea not null,
  account_id uuid not null,
  created_at timestamp with time zone not null default now(),
  expires_at timestamp with time zone not null
);
create table remit.draft_item (
  workspace_id uuid not null,
  kind text not null,
  item_id text not null,
  place double precision not null,
  body jsonb not null,
  revision bigint not null
) with (fillfactor=70);
create table remit.draft_matrix (
  workspace_id uuid not null,
  body jsonb not null,
  revision bigint not null
);
create table remit.edit_log (
  workspace_id uuid not null,
  revision bigint not null,
  edit_id uuid not null,
  at timestamp with time zone not null default now(),
  actor uuid not null,
  what text not null,
  edits jsonb not null,
  undo jsonb not null,
  undoes bigint,
  page uuid
);
create table remit.member (
  workspace_id uuid not null,
  account_id uuid not null,
  role text not null,
  since timestamp with time zone not null default now(),
  until timestamp with time zone
);
create table remit.workspace (
  workspace_id uuid not null default gen_random_uuid(),
  name text not null,
  example boolean not null default false,
  revision bigint not null default 0,
  created_at timestamp with time zone not null default now()
) with (fillfactor=50);

-- constraints

alter table auth.account add constraint account_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200)));
alter table auth.account add constraint account_pkey PRIMARY KEY (account_id);
alter table auth.owner_link add constraint owner_link_pkey PRIMARY KEY (token_hash);
alter table auth.owner_link add constraint owner_link_token_hash_check CHECK ((length(token_hash) = 32));
alter table auth.session add constraint session_account_id_fkey FOREIGN KEY (account_id) REFERENCES auth.account(account_id) ON DELETE CASCADE;
alter table auth.session add constraint session_pkey PRIMARY KEY (token_hash);
alter table auth.session add constraint session_token_hash_check CHECK ((length(token_hash) = 32));
alter table remit.draft_item add constraint draft_item_body_check CHECK ((jsonb_typeof(body) = 'object'::text));
alter table remit.draft_item add constraint draft_item_item_id_check CHECK (((length(item_id) >= 1) AND (length(item_id) <= 120)));
alter table remit.draft_item add constraint draft_item_pkey PRIMARY KEY (workspace_id, kind, item_id);
alter table remit.draft_item add constraint draft_item_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES remit.workspace(workspace_id) ON DELETE CASCADE;
alter table remit.draft_matrix add constraint draft_matrix_body_check CHECK ((jsonb_typeof(body) = 'object'::text));
alter table remit.draft_matrix add constraint draft_matrix_pkey PRIMARY KEY (workspace_id);
alter table remit.draft_matrix add constraint draft_matrix_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES remit.workspace(workspace_id) ON DELETE CASCADE;
alter table remit.edit_log add constraint edit_log_pkey PRIMARY KEY (workspace_id, revision);
alter table remit.edit_log add constraint edit_log_workspace_id_edit_id_key UNIQUE (workspace_id, edit_id);
alter table remit.edit_log add constraint edit_log_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES remit.workspace(workspace_id) ON DELETE CASCADE;
alter table remit.member add constraint member_account_id_fkey FOREIGN KEY (account_id) REFERENCES auth.account(account_id) ON DELETE CASCADE;
alter table remit.member add constraint member_pkey PRIMARY KEY (workspace_id, account_id);
alter table remit.member add constraint member_role_check CHECK ((role = ANY (ARRAY['owner'::text, 'editor'::text, 'approver'::text, 'operator'::text, 'viewer'::text, 'auditor'::text])));
alter table remit.member add constraint member_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES remit.workspace(workspace_id) ON DELETE CASCADE;
alter table remit.workspace add constraint workspace_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200)));
alter table remit.workspace add constraint workspace_pkey PRIMARY KEY (workspace_id);

-- indexes

CREATE INDEX member_of_account ON remit.member USING btree (account_id);

-- row level security

alter table remit.draft_item force row level security;
alter table remit.draft_matrix force row level security;
alter table remit.edit_log force row level security;
alter table remit.member force row level security;
alter table remit.workspace force row level security;

-- policies

create policy owner on remit.draft_item for all to remit_owner using (true) with check (true);
create policy seen on remit.draft_item for select to remit_app using ((workspace_id = ( SELECT remit.entered() AS entered)));
create policy owner on remit.draft_matrix for all to remit_owner using (true) with check (true);
create policy seen on remit.draft_matrix for select to remit_app using ((workspace_id = ( SELECT remit.entered() AS entered)));
create policy owner on remit.edit_log for all to remit_owner using (true) with check (true);
create policy seen on remit.edit_log for select to remit_app using ((workspace_id = ( SELECT remit.entered() AS entered)));
create policy owner on remit.member for all to remit_owner using (true) with check (true);
create policy seen on remit.member for select to remit_app using ((workspace_id = ( SELECT remit.entered() AS entered)));
create policy owner on remit.workspace for all to remit_owner using (true) with check (true);
create policy renamed on remit.workspace for update to remit_app using (((workspace_id = ( SELECT remit.entered() AS entered)) AND ( SELECT remit.may_edit() AS may_edit)));
create policy seen on remit.workspace for select to remit_app using ((workspace_id = ( SELECT remit.entered() AS entered)));

-- functions

CREATE OR REPLACE FUNCTION auth.end_session(p_token bytea)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
  delete from auth.session where token_hash = p_token
$function$
;
CREATE OR REPLACE FUNCTION auth.follow_owner_link(p_token bytea, p_name text, p_session bytea, p_until timestamp with time zone)
 RETURNS uuid
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare made uuid;
begin
  delete from auth.owner_link where token_hash = p_token and expires_at > now();
  if not found then return null; end if;
  delete from auth.owner_link;
  insert into auth.account (name) values (p_name) returning account_id into made;
  insert into auth.session (token_hash, account_id, expires_at) values (p_session, made, p_until);
  return made;
end
$function$
;
CREATE OR REPLACE FUNCTION auth.open_owner_link(p_token bytea, p_until timestamp with time zone)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  if exists (select 1 from auth.account) then return false; end if;
  delete from auth.owner_link;
  insert into auth.owner_link (token_hash, expires_at) values (p_token, p_until);
  return true;
end
$function$
;
CREATE OR REPLACE FUNCTION auth.session_of(p_token bytea)
 RETURNS TABLE(account_id uuid, name text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select a.account_id, a.name from auth.session s join auth.account a on a.account_id = s.account_id
  where s.token_hash = p_token and s.expires_at > now()
$function$
;
CREATE OR REPLACE FUNCTION remit.commit_edit(p_actor uuid, p_session bytea, p_workspace uuid, p_edit uuid, p_what text, p_edits jsonb, p_undo jsonb, p_undoes bigint, p_new jsonb, p_changed jsonb, p_gone jsonb, p_matrix jsonb, p_page uuid)
 RETURNS TABLE(revision bigint, at timestamp with time zone)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
 SET enable_hashjoin TO 'off'
 SET enable_mergejoin TO 'off'
AS $function$
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
  insert into remit.edit_log (workspace_id, revision, edit_id, actor, what, edits, undo, undoes, page)
    values (p_workspace, now_at, p_edit, p_actor, p_what, p_edits, p_undo, p_undoes, p_page);
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
$function$
;
CREATE OR REPLACE FUNCTION remit.commit_edits(p_commits jsonb)
 RETURNS TABLE(n bigint, revision bigint, at timestamp with time zone, fault text)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  c record;
  constraint_hurt text;
begin
  for c in
    select o.n as nth, j.* from jsonb_array_elements(p_commits) with ordinality as o (one, n),
      jsonb_to_record(o.one) as j (actor uuid, session text, workspace uuid, edit uuid, what text, edits jsonb, undo jsonb, undoes bigint, new jsonb, changed jsonb, gone jsonb, matrix jsonb, page uuid)
    order by j.workspace, o.n
  loop
    n := c.nth;
    revision := null;
    at := null;
    fault := null;
    begin
      select d.revision, d.at into revision, at
        from remit.commit_edit(c.actor, decode(c.session, 'hex'), c.workspace, c.edit, c.what, c.edits, c.undo, c.undoes, c.new, c.changed, c.gone, c.matrix, c.page) d;
    exception
      when sqlstate 'RM401' or sqlstate 'RM403' or sqlstate 'RM409' then fault := sqlstate;
      when unique_violation then
        get stacked diagnostics constraint_hurt = constraint_name;
        if constraint_hurt <> 'edit_log_workspace_id_edit_id_key' then raise; end if;
        fault := sqlstate;
    end;
    return next;
  end loop;
end
$function$
;
CREATE OR REPLACE FUNCTION remit.enter(p_actor uuid, p_workspace uuid)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
begin
  perform set_config('remit.actor', p_actor::text, true), set_config('remit.workspace', p_workspace::text, true);
end
$function$
;
CREATE OR REPLACE FUNCTION remit.enter_by_session(p_session bytea, p_workspace uuid)
 RETURNS TABLE(account uuid, name text, role text, revision bigint)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  return query
    select s.account_id, a.name, m.role, w.revision
    from auth.session s
    join auth.account a on a.account_id = s.account_id
    left join remit.member m on m.workspace_id = p_workspace and m.account_id = s.account_id and (m.until is null or m.until > now())
    left join remit.workspace w on w.workspace_id = m.workspace_id
    where s.token_hash = p_session and s.expires_at > now();
end
$function$
;
CREATE OR REPLACE FUNCTION remit.entered()
 RETURNS uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select workspace_id from remit.member
  where workspace_id = nullif(current_setting('remit.workspace', true), '')::uuid
    and account_id = nullif(current_setting('remit.actor', true), '')::uuid
    and (until is null or until > now())
$function$
;
CREATE OR REPLACE FUNCTION remit.entered_as()
 RETURNS text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select role from remit.member
  where workspace_id = nullif(current_setting('remit.workspace', true), '')::uuid
    and account_id = nullif(current_setting('remit.actor', true), '')::uuid
    and (until is null or until > now())
$function$
;
CREATE OR REPLACE FUNCTION remit.leave_workspace(p_actor uuid, p_workspace uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  delete from remit.workspace w using remit.member m
    where w.workspace_id = p_workspace and m.workspace_id = w.workspace_id and m.account_id = p_actor and m.role = 'owner';
  return found;
end
$function$
;
CREATE OR REPLACE FUNCTION remit.make_workspace(p_actor uuid, p_name text, p_example boolean)
 RETURNS uuid
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
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
$function$
;
CREATE OR REPLACE FUNCTION remit.may_edit()
 RETURNS boolean
 LANGUAGE sql
 STABLE
 SET search_path TO ''
AS $function$
  select coalesce(remit.entered_as() in ('owner', 'editor'), false)
$function$
;
CREATE OR REPLACE FUNCTION remit.revision_of(p_actor uuid, p_workspace uuid)
 RETURNS TABLE(revision bigint, role text)
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
begin
  perform remit.enter(p_actor, p_workspace);
  return query select w.revision, remit.entered_as() from remit.workspace w where w.workspace_id = remit.entered();
end
$function$
;
CREATE OR REPLACE FUNCTION remit.workspaces_of(p_actor uuid)
 RETURNS TABLE(workspace_id uuid, name text, example boolean, role text, revision bigint, created_at timestamp with time zone)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select w.workspace_id, w.name, w.example, m.role, w.revision, w.created_at
  from remit.member m join remit.workspace w on w.workspace_id = m.workspace_id
  where m.account_id = p_actor and (m.until is null or m.until > now())
  order by w.example, w.created_at
$function$
;

-- rights of the application

grant select on remit.draft_item to remit_app;
grant select on remit.draft_matrix to remit_app;
grant select on remit.edit_log to remit_app;
grant select on remit.member to remit_app;
grant select on remit.workspace to remit_app;
