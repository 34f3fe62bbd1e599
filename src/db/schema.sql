-- The database after all migrations. Written by `npm run sql -- --write`; edit a migration, not this file.

-- tables

create table auth.account (
  id uuid not null default gen_random_uuid(),
  name text not null,
  created_at timestamp with time zone not null default now(),
  email text,
  email_verified boolean not null default false,
  image text,
  updated_at timestamp with time zone not null default now(),
  second_factor boolean not null default false,
  erased_at timestamp with time zone
);
create table auth.attempt (
  key bytea not null,
  failures integer not null,
  first_at timestamp with time zone not null,
  locked_until timestamp with time zone
);
create table auth.credential (
  id uuid not null default gen_random_uuid(),
  account_id uuid not null,
  provider text not null,
  provider_account text not null,
  password text,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamp with time zone,
  refresh_token_expires_at timestamp with time zone,
  scope text,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now()
);
create table auth.duty (
  name text not null,
  taken_at timestamp with time zone not null
);
create table auth.link (
  token_hash bytea not null,
  account_id uuid not null,
  made_at timestamp with time zone not null default now(),
  expires_at timestamp with time zone not null
);
create table auth.outbox (
  mail_id uuid not null default gen_random_uuid(),
  sealed bytea,
  made_at timestamp with time zone not null default now(),
  due_at timestamp with time zone not null default now(),
  tries integer not null default 0,
  sent_at timestamp with time zone,
  fault text
);
create table auth.owner_link (
  token_hash bytea not null,
  expires_at timestamp with time zone not null
);
create table auth.passkey (
  id uuid not null default gen_random_uuid(),
  account_id uuid not null,
  name text,
  public_key text not null,
  credential_id text not null,
  counter integer not null,
  device_type text not null,
  backed_up boolean not null,
  transports text,
  aaguid text,
  created_at timestamp with time zone
);
create table auth.second_factor (
  id uuid not null default gen_random_uuid(),
  account_id uuid not null,
  secret text not null,
  backup_codes text not null,
  verified boolean,
  failed_count integer,
  locked_until timestamp with time zone
);
create table auth.session (
  token_hash bytea not null,
  account_id uuid not null,
  created_at timestamp with time zone not null default now(),
  expires_at timestamp with time zone not null,
  id uuid not null default gen_random_uuid(),
  updated_at timestamp with time zone not null default now(),
  ip_address text,
  user_agent text
);
create table auth.sso_provider (
  id uuid not null default gen_random_uuid(),
  provider text not null,
  issuer text not null,
  domain text not null,
  oidc_config text,
  saml_config text,
  account_id uuid,
  organisation text
);
create table auth.used_code (
  account_id uuid not null,
  code_hash bytea not null,
  at timestamp with time zone not null default now()
);
create table auth.verification (
  id uuid not null default gen_random_uuid(),
  identifier text not null,
  value text not null,
  expires_at timestamp with time zone not null,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now()
);
create table remit.api_key (
  workspace_id uuid not null,
  key_id uuid not null default gen_random_uuid(),
  name text not null,
  token_hash bytea not null,
  scopes text[] not null,
  account_id uuid not null,
  made_at timestamp with time zone not null default now(),
  expires_at timestamp with time zone not null,
  revoked_at timestamp with time zone,
  last_used_at timestamp with time zone
);
create table remit.deletion (
  workspace_id uuid not null,
  at timestamp with time zone not null default now(),
  by_account uuid not null,
  ends jsonb not null
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
  page uuid,
  party text,
  salt bytea,
  payload_hash bytea,
  leaf bytea
);
create table remit.edit_origin (
  workspace_id uuid not null,
  revision bigint not null,
  actor uuid not null,
  party text,
  key_id uuid,
  address text,
  agent text,
  at timestamp with time zone not null default now()
);
create table remit.edit_touch (
  workspace_id uuid not null,
  kind text not null,
  item_id text not null,
  revision bigint not null
);
create table remit.history_check (
  workspace_id uuid not null,
  checked_at timestamp with time zone not null,
  signed_to bigint not null,
  broken_at bigint
);
create table remit.history_head (
  workspace_id uuid not null,
  revision bigint not null,
  head bytea not null,
  signature bytea not null,
  signed_at timestamp with time zone not null default now()
);
create table remit.import (
  workspace_id uuid not null,
  at timestamp with time zone not null default now(),
  by_account uuid not null,
  from_workspace uuid not null,
  from_name text not null,
  from_revision bigint not null,
  exported_at timestamp with time zone not null,
  signed_by text not null,
  members jsonb not null,
  left_out text[] not null
);
create table remit.imported_piece (
  workspace_id uuid not null,
  part text not null,
  piece integer not null,
  bytes bytea not null
);
create table remit.invitation (
  workspace_id uuid not null,
  invitation_id uuid not null default gen_random_uuid(),
  token_hash bytea not null,
  email text,
  role text not null,
  party text,
  person text,
  mailed boolean not null,
  made_by uuid not null,
  made_at timestamp with time zone not null default now(),
  expires_at timestamp with time zone not null,
  used_at timestamp with time zone,
  used_by uuid,
  revoked_at timestamp with time zone
);
create table remit.member (
  workspace_id uuid not null,
  account_id uuid not null,
  role text not null,
  since timestamp with time zone not null default now(),
  until timestamp with time zone,
  party text,
  person text,
  invited_by uuid,
  proved boolean not null default true
);
create table remit.workspace (
  workspace_id uuid not null default gen_random_uuid(),
  name text not null,
  example boolean not null default false,
  revision bigint not null default 0,
  created_at timestamp with time zone not null default now()
) with (fillfactor=50);

-- constraints

alter table auth.account add constraint account_email_check CHECK (((email = lower(email)) AND ((length(email) >= 3) AND (length(email) <= 320))));
alter table auth.account add constraint account_email_key UNIQUE (email);
alter table auth.account add constraint account_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200)));
alter table auth.account add constraint account_pkey PRIMARY KEY (id);
alter table auth.attempt add constraint attempt_pkey PRIMARY KEY (key);
alter table auth.credential add constraint credential_account_id_fkey FOREIGN KEY (account_id) REFERENCES auth.account(id) ON DELETE CASCADE;
alter table auth.credential add constraint credential_pkey PRIMARY KEY (id);
alter table auth.credential add constraint credential_provider_provider_account_key UNIQUE (provider, provider_account);
alter table auth.duty add constraint duty_pkey PRIMARY KEY (name);
alter table auth.link add constraint link_account_id_fkey FOREIGN KEY (account_id) REFERENCES auth.account(id) ON DELETE CASCADE;
alter table auth.link add constraint link_pkey PRIMARY KEY (token_hash);
alter table auth.link add constraint link_token_hash_check CHECK ((length(token_hash) = 32));
alter table auth.outbox add constraint outbox_pkey PRIMARY KEY (mail_id);
alter table auth.owner_link add constraint owner_link_pkey PRIMARY KEY (token_hash);
alter table auth.owner_link add constraint owner_link_token_hash_check CHECK ((length(token_hash) = 32));
alter table auth.passkey add constraint passkey_account_id_fkey FOREIGN KEY (account_id) REFERENCES auth.account(id) ON DELETE CASCADE;
alter table auth.passkey add constraint passkey_credential_id_key UNIQUE (credential_id);
alter table auth.passkey add constraint passkey_pkey PRIMARY KEY (id);
alter table auth.second_factor add constraint second_factor_account_id_fkey FOREIGN KEY (account_id) REFERENCES auth.account(id) ON DELETE CASCADE;
alter table auth.second_factor add constraint second_factor_pkey PRIMARY KEY (id);
alter table auth.session add constraint session_account_id_fkey FOREIGN KEY (account_id) REFERENCES auth.account(id) ON DELETE CASCADE;
alter table auth.session add constraint session_id_key UNIQUE (id);
alter table auth.session add constraint session_pkey PRIMARY KEY (token_hash);
alter table auth.session add constraint session_token_hash_check CHECK ((length(token_hash) = 32));
alter table auth.sso_provider add constraint sso_provider_account_id_fkey FOREIGN KEY (account_id) REFERENCES auth.account(id) ON DELETE SET NULL;
alter table auth.sso_provider add constraint sso_provider_pkey PRIMARY KEY (id);
alter table auth.sso_provider add constraint sso_provider_provider_key UNIQUE (provider);
alter table auth.used_code add constraint used_code_account_id_fkey FOREIGN KEY (account_id) REFERENCES auth.account(id) ON DELETE CASCADE;
alter table auth.used_code add constraint used_code_pkey PRIMARY KEY (account_id, code_hash);
alter table auth.verification add constraint verification_pkey PRIMARY KEY (id);
alter table remit.api_key add constraint api_key_account_id_fkey FOREIGN KEY (account_id) REFERENCES auth.account(id) ON DELETE CASCADE;
alter table remit.api_key add constraint api_key_name_check CHECK (((length(name) >= 1) AND (length(name) <= 120)));
alter table remit.api_key add constraint api_key_pkey PRIMARY KEY (workspace_id, key_id);
alter table remit.api_key add constraint api_key_scopes_check CHECK (((scopes <@ ARRAY['read'::text, 'edit'::text]) AND ('read'::text = ANY (scopes))));
alter table remit.api_key add constraint api_key_token_hash_check CHECK ((length(token_hash) = 32));
alter table remit.api_key add constraint api_key_token_hash_key UNIQUE (token_hash);
alter table remit.api_key add constraint api_key_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES remit.workspace(workspace_id) ON DELETE CASCADE;
alter table remit.deletion add constraint deletion_pkey PRIMARY KEY (workspace_id);
alter table remit.deletion add constraint deletion_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES remit.workspace(workspace_id) ON DELETE CASCADE;
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
alter table remit.edit_origin add constraint edit_origin_pkey PRIMARY KEY (workspace_id, revision);
alter table remit.edit_origin add constraint edit_origin_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES remit.workspace(workspace_id) ON DELETE CASCADE;
alter table remit.edit_touch add constraint edit_touch_pkey PRIMARY KEY (workspace_id, kind, item_id, revision);
alter table remit.edit_touch add constraint edit_touch_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES remit.workspace(workspace_id) ON DELETE CASCADE;
alter table remit.history_check add constraint history_check_pkey PRIMARY KEY (workspace_id);
alter table remit.history_check add constraint history_check_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES remit.workspace(workspace_id) ON DELETE CASCADE;
alter table remit.history_head add constraint history_head_head_check CHECK ((length(head) = 32));
alter table remit.history_head add constraint history_head_pkey PRIMARY KEY (workspace_id, revision);
alter table remit.history_head add constraint history_head_signature_check CHECK ((length(signature) = 64));
alter table remit.history_head add constraint history_head_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES remit.workspace(workspace_id) ON DELETE CASCADE;
alter table remit.import add constraint import_members_check CHECK ((jsonb_typeof(members) = 'array'::text));
alter table remit.import add constraint import_pkey PRIMARY KEY (workspace_id);
alter table remit.import add constraint import_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES remit.workspace(workspace_id) ON DELETE CASCADE;
alter table remit.imported_piece add constraint imported_piece_part_check CHECK (((length(part) >= 1) AND (length(part) <= 120)));
alter table remit.imported_piece add constraint imported_piece_pkey PRIMARY KEY (workspace_id, part, piece);
alter table remit.imported_piece add constraint imported_piece_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES remit.workspace(workspace_id) ON DELETE CASCADE;
alter table remit.invitation add constraint invitation_email_check CHECK (((email = lower(email)) AND ((length(email) >= 3) AND (length(email) <= 320))));
alter table remit.invitation add constraint invitation_pkey PRIMARY KEY (workspace_id, invitation_id);
alter table remit.invitation add constraint invitation_role_check CHECK ((role = ANY (ARRAY['owner'::text, 'editor'::text, 'approver'::text, 'operator'::text, 'viewer'::text, 'auditor'::text])));
alter table remit.invitation add constraint invitation_token_hash_check CHECK ((length(token_hash) = 32));
alter table remit.invitation add constraint invitation_token_hash_key UNIQUE (token_hash);
alter table remit.invitation add constraint invitation_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES remit.workspace(workspace_id) ON DELETE CASCADE;
alter table remit.member add constraint member_account_id_fkey FOREIGN KEY (account_id) REFERENCES auth.account(id) ON DELETE CASCADE;
alter table remit.member add constraint member_party_check CHECK (((length(party) >= 1) AND (length(party) <= 120)));
alter table remit.member add constraint member_person_check CHECK (((length(person) >= 1) AND (length(person) <= 120)));
alter table remit.member add constraint member_pkey PRIMARY KEY (workspace_id, account_id);
alter table remit.member add constraint member_role_check CHECK ((role = ANY (ARRAY['owner'::text, 'editor'::text, 'approver'::text, 'operator'::text, 'viewer'::text, 'auditor'::text])));
alter table remit.member add constraint member_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES remit.workspace(workspace_id) ON DELETE CASCADE;
alter table remit.workspace add constraint workspace_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200)));
alter table remit.workspace add constraint workspace_pkey PRIMARY KEY (workspace_id);

-- indexes

CREATE INDEX credential_of_account ON auth.credential USING btree (account_id);
CREATE INDEX deletion_day ON remit.deletion USING btree (at);
CREATE INDEX edit_log_by ON remit.edit_log USING btree (actor, workspace_id, revision);
CREATE INDEX edit_log_of_actor ON remit.edit_log USING btree (workspace_id, actor, revision DESC);
CREATE INDEX edit_log_of_day ON remit.edit_log USING btree (workspace_id, at);
CREATE INDEX edit_log_of_party ON remit.edit_log USING btree (workspace_id, party, revision DESC);
CREATE INDEX edit_log_undoes ON remit.edit_log USING btree (workspace_id, undoes) WHERE (undoes IS NOT NULL);
CREATE INDEX edit_origin_kept ON remit.edit_origin USING btree (at) WHERE ((address IS NOT NULL) OR (agent IS NOT NULL));
CREATE INDEX link_of_account ON auth.link USING btree (account_id);
CREATE INDEX member_of_account ON remit.member USING btree (account_id);
CREATE INDEX outbox_due ON auth.outbox USING btree (due_at) WHERE ((sent_at IS NULL) AND (sealed IS NOT NULL));
CREATE INDEX passkey_of_account ON auth.passkey USING btree (account_id);
CREATE INDEX second_factor_of_account ON auth.second_factor USING btree (account_id);
CREATE INDEX session_of_account ON auth.session USING btree (account_id);
CREATE INDEX verification_identifier ON auth.verification USING btree (identifier);

-- triggers

CREATE TRIGGER touched AFTER INSERT ON remit.edit_log FOR EACH ROW EXECUTE FUNCTION remit.note_touched();

-- row level security

alter table remit.api_key force row level security;
alter table remit.deletion force row level security;
alter table remit.draft_item force row level security;
alter table remit.draft_matrix force row level security;
alter table remit.edit_log force row level security;
alter table remit.edit_origin force row level security;
alter table remit.edit_touch force row level security;
alter table remit.history_check force row level security;
alter table remit.history_head force row level security;
alter table remit.import force row level security;
alter table remit.imported_piece force row level security;
alter table remit.invitation force row level security;
alter table remit.member force row level security;
alter table remit.workspace force row level security;

-- policies

create policy owner on remit.api_key for all to remit_owner using (true) with check (true);
create policy seen on remit.api_key for select to remit_app using (((workspace_id = ( SELECT remit.entered() AS entered)) AND ((account_id = (NULLIF(current_setting('remit.actor'::text, true), ''::text))::uuid) OR ((( SELECT remit.entered_as() AS entered_as) = 'owner'::text) AND (EXISTS ( SELECT 1
   FROM remit.member m
  WHERE ((m.workspace_id = api_key.workspace_id) AND (m.account_id = api_key.account_id) AND (NOT (m.party IS DISTINCT FROM ( SELECT remit.entered_party() AS entered_party))))))))));
create policy owner on remit.deletion for all to remit_owner using (true) with check (true);
create policy owner on remit.draft_item for all to remit_owner using (true) with check (true);
create policy seen on remit.draft_item for select to remit_app using ((workspace_id = ( SELECT remit.entered() AS entered)));
create policy owner on remit.draft_matrix for all to remit_owner using (true) with check (true);
create policy seen on remit.draft_matrix for select to remit_app using ((workspace_id = ( SELECT remit.entered() AS entered)));
create policy owner on remit.edit_log for all to remit_owner using (true) with check (true);
create policy seen on remit.edit_log for select to remit_app using ((workspace_id = ( SELECT remit.entered() AS entered)));
create policy owner on remit.edit_origin for all to remit_owner using (true) with check (true);
create policy owner on remit.edit_touch for all to remit_owner using (true) with check (true);
create policy seen on remit.edit_touch for select to remit_app using ((workspace_id = ( SELECT remit.entered() AS entered)));
create policy owner on remit.history_check for all to remit_owner using (true) with check (true);
create policy seen on remit.history_check for select to remit_app using ((workspace_id = ( SELECT remit.entered() AS entered)));
create policy owner on remit.history_head for all to remit_owner using (true) with check (true);
create policy seen on remit.history_head for select to remit_app using ((workspace_id = ( SELECT remit.entered() AS entered)));
create policy owner on remit.import for all to remit_owner using (true) with check (true);
create policy seen on remit.import for select to remit_app using (((workspace_id = ( SELECT remit.entered() AS entered)) AND (( SELECT remit.entered_as() AS entered_as) = 'owner'::text)));
create policy owner on remit.imported_piece for all to remit_owner using (true) with check (true);
create policy seen on remit.imported_piece for select to remit_app using ((workspace_id = ( SELECT remit.entered() AS entered)));
create policy owner on remit.invitation for all to remit_owner using (true) with check (true);
create policy seen on remit.invitation for select to remit_app using (((workspace_id = ( SELECT remit.entered() AS entered)) AND (( SELECT remit.entered_as() AS entered_as) = 'owner'::text)));
create policy owner on remit.member for all to remit_owner using (true) with check (true);
create policy seen on remit.member for select to remit_app using ((workspace_id = ( SELECT remit.entered() AS entered)));
create policy owner on remit.workspace for all to remit_owner using (true) with check (true);
create policy renamed on remit.workspace for update to remit_app using (((workspace_id = ( SELECT remit.entered() AS entered)) AND ( SELECT remit.may_edit() AS may_edit)));
create policy seen on remit.workspace for select to remit_app using ((workspace_id = ( SELECT remit.entered() AS entered)));

-- functions

CREATE OR REPLACE FUNCTION auth.account_by_email(p_email text)
 RETURNS uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select id from auth.account where email = lower(p_email)
$function$
;
CREATE OR REPLACE FUNCTION auth.data_of(p_actor uuid)
 RETURNS jsonb
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select jsonb_build_object(
    'account', (select jsonb_build_object('id', a.id, 'name', a.name, 'email', a.email, 'emailVerified', a.email_verified, 'secondFactor', a.second_factor, 'made', a.created_at, 'changed', a.updated_at) from auth.account a where a.id = p_actor),
    'sessions', (select coalesce(jsonb_agg(jsonb_build_object('since', s.created_at, 'until', s.expires_at, 'address', s.ip_address, 'browser', s.user_agent) order by s.created_at), '[]') from auth.session s where s.account_id = p_actor),
    'waysToSignIn', (select coalesce(jsonb_agg(jsonb_build_object('kind', c.provider, 'since', c.created_at) order by c.created_at), '[]') from auth.credential c where c.account_id = p_actor),
    'passkeys', (select coalesce(jsonb_agg(jsonb_build_object('name', k.name, 'device', k.device_type, 'made', k.created_at) order by k.created_at), '[]') from auth.passkey k where k.account_id = p_actor),
    'memberships', (select coalesce(jsonb_agg(jsonb_build_object('workspace', w.workspace_id, 'name', w.name, 'role', m.role, 'party', m.party, 'person', m.person, 'since', m.since, 'until', m.until, 'proved', m.proved) order by m.since), '[]') from remit.member m join remit.workspace w on w.workspace_id = m.workspace_id where m.account_id = p_actor),
    'invitations', (select coalesce(jsonb_agg(jsonb_build_object('workspace', i.workspace_id, 'email', i.email, 'role', i.role, 'party', i.party, 'madeByYou', i.made_by = p_actor, 'usedByYou', coalesce(i.used_by = p_actor, false), 'made', i.made_at, 'until', i.expires_at, 'used', i.used_at, 'revoked', i.revoked_at) order by i.made_at), '[]')
      from remit.invitation i where i.made_by = p_actor or i.used_by = p_actor or i.email = (select a.email from auth.account a where a.id = p_actor)),
    'keys', (select coalesce(jsonb_agg(jsonb_build_object('workspace', k.workspace_id, 'name', k.name, 'scopes', k.scopes, 'made', k.made_at, 'until', k.expires_at, 'revoked', k.revoked_at, 'used', k.last_used_at) order by k.made_at), '[]') from remit.api_key k where k.account_id = p_actor))
$function$
;
CREATE OR REPLACE FUNCTION auth.drop_second_factor(p_account uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  delete from auth.second_factor where account_id = p_account;
  update auth.account set second_factor = false, updated_at = now() where id = p_account;
  delete from auth.session where account_id = p_account;
end
$function$
;
CREATE OR REPLACE FUNCTION auth.end_session(p_token bytea)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
  delete from auth.session where token_hash = p_token
$function$
;
CREATE OR REPLACE FUNCTION auth.end_session_of(p_account uuid, p_session uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  delete from auth.session where account_id = p_account and id = p_session;
  return found;
end
$function$
;
CREATE OR REPLACE FUNCTION auth.erase_account(p_actor uuid, p_mails uuid[])
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare address text;
begin
  -- Two last owners who go at the same moment wait for each other here.
  perform 1 from remit.member m where m.role = 'owner' and m.workspace_id in (select x.workspace_id from remit.member x where x.account_id = p_actor) order by m.workspace_id, m.account_id for update;
  if exists (select 1 from remit.last_owner_in(p_actor)) then raise exception 'hand over first' using errcode = 'RM409'; end if;
  select a.email into address from auth.account a where a.id = p_actor and a.erased_at is null for update;
  if not found then raise exception 'no such account' using errcode = 'RM404'; end if;
  -- Also where the workspace itself is deleted: nobody comes back with it.
  update remit.member m set until = now(), person = null where m.account_id = p_actor and (m.until is null or m.until > now() or exists (select 1 from remit.deletion d where d.workspace_id = m.workspace_id and d.at = m.until));
  update remit.deletion d set ends = d.ends - p_actor::text where d.ends ? p_actor::text;
  delete from remit.api_key k where k.account_id = p_actor;
  update remit.invitation i set revoked_at = coalesce(i.revoked_at, now()) where i.made_by = p_actor and i.used_at is null;
  update remit.invitation i set email = null, person = null where i.used_by = p_actor or i.email = address;
  update remit.edit_origin o set address = null, agent = null, key_id = null where o.actor = p_actor;
  delete from auth.session where account_id = p_actor;
  delete from auth.credential where account_id = p_actor;
  delete from auth.passkey where account_id = p_actor;
  delete from auth.second_factor where account_id = p_actor;
  delete from auth.used_code where account_id = p_actor;
  delete from auth.link where account_id = p_actor;
  delete from auth.verification v where v.value = p_actor::text or v.value like '%' || p_actor::text || '%' or (address is not null and (position(address in v.identifier) > 0 or position(address in v.value) > 0));
  delete from auth.outbox o where o.mail_id = any (p_mails);
  update auth.sso_provider set account_id = null where account_id = p_actor;
  update auth.account set name = '(erased)', email = null, email_verified = false, image = null, second_factor = false, erased_at = now(), updated_at = now() where id = p_actor;
end
$function$
;
CREATE OR REPLACE FUNCTION auth.follow_link(p_token bytea, p_session bytea, p_until timestamp with time zone, p_address text, p_agent text)
 RETURNS uuid
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare who uuid;
begin
  delete from auth.link where token_hash = p_token and expires_at > now() returning account_id into who;
  if who is null then return null; end if;
  insert into auth.session (token_hash, account_id, expires_at, ip_address, user_agent) values (p_session, who, p_until, p_address, p_agent);
  return who;
end
$function$
;
CREATE OR REPLACE FUNCTION auth.follow_owner_link(p_token bytea, p_name text, p_session bytea, p_until timestamp with time zone, p_address text, p_agent text)
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
  insert into auth.account (name) values (p_name) returning id into made;
  insert into auth.session (token_hash, account_id, expires_at, ip_address, user_agent) values (p_session, made, p_until, p_address, p_agent);
  return made;
end
$function$
;
CREATE OR REPLACE FUNCTION auth.has_password(p_account uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select exists (select 1 from auth.credential where account_id = p_account and provider = 'credential' and password is not null)
$function$
;
CREATE OR REPLACE FUNCTION auth.link_of(p_token bytea)
 RETURNS TABLE(account uuid, second_factor boolean)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select a.id, a.second_factor from auth.link l join auth.account a on a.id = l.account_id where l.token_hash = p_token and l.expires_at > now()
$function$
;
CREATE OR REPLACE FUNCTION auth.mail_failed(p_mail uuid, p_fault text, p_again timestamp with time zone)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
  update auth.outbox set fault = p_fault, due_at = coalesce(p_again, due_at), sealed = case when p_again is null then null else sealed end where mail_id = p_mail
$function$
;
CREATE OR REPLACE FUNCTION auth.mail_sent(p_mail uuid)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
  update auth.outbox set sent_at = now(), sealed = null, fault = null where mail_id = p_mail
$function$
;
CREATE OR REPLACE FUNCTION auth.make_link(p_token bytea, p_who text, p_until timestamp with time zone)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare found_account record;
begin
  delete from auth.link where expires_at < now();
  select id, name into found_account from auth.account where email = lower(p_who) or id::text = p_who;
  if not found then return null; end if;
  delete from auth.link where account_id = found_account.id;
  insert into auth.link (token_hash, account_id, expires_at) values (p_token, found_account.id, p_until);
  return found_account.name;
end
$function$
;
CREATE OR REPLACE FUNCTION auth.may_try(p_key bytea)
 RETURNS timestamp with time zone
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select locked_until from auth.attempt where key = p_key and locked_until > now()
$function$
;
CREATE OR REPLACE FUNCTION auth.note_failure(p_key bytea, p_most integer)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
  insert into auth.attempt as t (key, failures, first_at) values (p_key, 1, now())
  on conflict (key) do update set
    failures = case when t.first_at < now() - interval '15 minutes' then 1 else t.failures + 1 end,
    first_at = case when t.first_at < now() - interval '15 minutes' then now() else t.first_at end,
    locked_until = case when t.first_at >= now() - interval '15 minutes' and t.failures + 1 >= p_most then now() + interval '15 minutes' end
$function$
;
CREATE OR REPLACE FUNCTION auth.note_success(p_key bytea)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
  delete from auth.attempt where key = p_key
$function$
;
CREATE OR REPLACE FUNCTION auth.open_owner_link(p_token bytea, p_until timestamp with time zone)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  if exists (select 1 from auth.account a where a.erased_at is null) then return false; end if;
  delete from auth.owner_link;
  insert into auth.owner_link (token_hash, expires_at) values (p_token, p_until);
  return true;
end
$function$
;
CREATE OR REPLACE FUNCTION auth.open_session(p_account uuid, p_session bytea, p_until timestamp with time zone)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
  insert into auth.session (token_hash, account_id, expires_at) values (p_session, p_account, p_until)
$function$
;
CREATE OR REPLACE FUNCTION auth.put_mail(p_sealed bytea)
 RETURNS uuid
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
  insert into auth.outbox (sealed) values (p_sealed) returning mail_id
$function$
;
CREATE OR REPLACE FUNCTION auth.save_account(p_account uuid, p_name text, p_email text, p_verified boolean)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  update auth.account set name = coalesce(p_name, name), email = coalesce(lower(p_email), email), updated_at = now(),
    email_verified = case when p_email is null then coalesce(p_verified, email_verified) else coalesce(p_verified, email is not distinct from lower(p_email) and email_verified) end
    where id = p_account;
  return found;
exception when unique_violation then return false;
end
$function$
;
CREATE OR REPLACE FUNCTION auth.session_of(p_token bytea)
 RETURNS TABLE(account_id uuid, name text, email text, email_verified boolean, second_factor boolean)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select a.id, a.name, a.email, a.email_verified, a.second_factor from auth.session s join auth.account a on a.id = s.account_id
  where s.token_hash = p_token and s.expires_at > now()
$function$
;
CREATE OR REPLACE FUNCTION auth.sessions_of(p_account uuid)
 RETURNS TABLE(id uuid, token_hash bytea, created_at timestamp with time zone, updated_at timestamp with time zone, expires_at timestamp with time zone, ip_address text, user_agent text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select s.id, s.token_hash, s.created_at, s.updated_at, s.expires_at, s.ip_address, s.user_agent
  from auth.session s where s.account_id = p_account and s.expires_at > now() order by s.created_at desc
$function$
;
CREATE OR REPLACE FUNCTION auth.take_mail()
 RETURNS TABLE(mail uuid, sealed bytea, tries integer)
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
  update auth.outbox o set due_at = now() + interval '2 minutes', tries = o.tries + 1
  where o.mail_id = (select mail_id from auth.outbox where sent_at is null and outbox.sealed is not null and due_at <= now() order by due_at limit 1 for update skip locked)
  returning o.mail_id, o.sealed, o.tries
$function$
;
CREATE OR REPLACE FUNCTION auth.use_code(p_account uuid, p_code bytea)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  delete from auth.used_code where account_id = p_account and at < now() - interval '10 minutes';
  insert into auth.used_code (account_id, code_hash) values (p_account, p_code) on conflict do nothing;
  return found;
end
$function$
;
CREATE OR REPLACE FUNCTION auth.waiting_mail()
 RETURNS TABLE(mail uuid, sealed bytea, made_at timestamp with time zone)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select o.mail_id, o.sealed, o.made_at from auth.outbox o where o.sent_at is null and o.sealed is not null order by o.made_at
$function$
;
CREATE OR REPLACE FUNCTION remit.accept_invitation(p_token bytea, p_account uuid)
 RETURNS uuid
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  i record;
  inviter record;
begin
  select * into i from remit.invitation where token_hash = p_token and used_at is null and revoked_at is null and expires_at > now() for update;
  if not found then raise exception 'gone' using errcode = 'RM410'; end if;
  -- An invitation is worth what its maker is worth when it is used.
  select * into inviter from remit.member m where m.workspace_id = i.workspace_id and m.account_id = i.made_by and m.role = 'owner' and (m.until is null or m.until > now());
  if not found then raise exception 'gone' using errcode = 'RM410'; end if;
  if exists (select 1 from remit.member m where m.workspace_id = i.workspace_id and m.account_id = p_account and (m.until is null or m.until > now())) then
    raise exception 'already a member' using errcode = 'RM409';
  end if;
  delete from remit.member m where m.workspace_id = i.workspace_id and m.account_id = p_account;
  insert into remit.member (workspace_id, account_id, role, party, person, invited_by, proved)
    values (i.workspace_id, p_account, i.role, i.party, i.person, i.made_by, i.mailed or i.party is not distinct from inviter.party);
  update remit.invitation set used_at = now(), used_by = p_account where token_hash = p_token;
  return i.workspace_id;
end
$function$
;
CREATE OR REPLACE FUNCTION remit.authors()
 RETURNS TABLE(account uuid, name text, party text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select a.id, a.name, m.party from auth.account a left join remit.member m on m.workspace_id = remit.entered() and m.account_id = a.id
  where remit.entered() is not null and a.erased_at is null and (m.account_id is not null or exists (select 1 from remit.edit_log l where l.workspace_id = remit.entered() and l.actor = a.id))
$function$
;
CREATE OR REPLACE FUNCTION remit.change_member(p_account uuid, p_role text, p_party text, p_person text)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare here uuid := remit.entered();
begin
  perform remit.may_manage(p_account);
  if remit.entered_as() <> 'owner' then raise exception 'may not change' using errcode = 'RM403'; end if;
  if not remit.known_party(here, p_party) then raise exception 'no such party' using errcode = 'RM404'; end if;
  if exists (select 1 from remit.member m where m.workspace_id = here and m.account_id = p_account and m.party is distinct from p_party) and not remit.may_name_for(p_party, p_account) then
    raise exception 'their side decides' using errcode = 'RM403';
  end if;
  perform 1 from remit.member m where m.workspace_id = here and m.role = 'owner' for update;
  update remit.member m set role = p_role, party = p_party, person = p_person where m.workspace_id = here and m.account_id = p_account;
  if not exists (select 1 from remit.member m where m.workspace_id = here and m.role = 'owner' and (m.until is null or m.until > now())) then
    raise exception 'somebody stays owner' using errcode = 'RM409';
  end if;
end
$function$
;
CREATE OR REPLACE FUNCTION remit.commit_edit(p_actor uuid, p_session bytea, p_workspace uuid, p_edit uuid, p_what text, p_edits jsonb, p_undo jsonb, p_undoes bigint, p_new jsonb, p_changed jsonb, p_gone jsonb, p_matrix jsonb, p_page uuid, p_salt bytea, p_payload bytea)
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
CREATE OR REPLACE FUNCTION remit.deleted_of(p_actor uuid)
 RETURNS TABLE(workspace_id uuid, name text, at timestamp with time zone, goes_at timestamp with time zone, by_name text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select w.workspace_id, w.name, d.at, d.at + interval '14 days', a.name
  from remit.deletion d join remit.workspace w on w.workspace_id = d.workspace_id left join auth.account a on a.id = d.by_account
  where remit.owned_deleted(p_actor, d.workspace_id) order by d.at
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
 RETURNS TABLE(account uuid, name text, role text, party text, revision bigint, scopes text[])
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
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
CREATE OR REPLACE FUNCTION remit.entered_party()
 RETURNS text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select party from remit.member
  where workspace_id = nullif(current_setting('remit.workspace', true), '')::uuid
    and account_id = nullif(current_setting('remit.actor', true), '')::uuid
    and (until is null or until > now())
$function$
;
CREATE OR REPLACE FUNCTION remit.entries_by(p_actor uuid, p_workspace uuid, p_revision bigint, p_most integer)
 RETURNS TABLE(workspace uuid, revision bigint, at timestamp with time zone, party text, what text, address text, agent text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select l.workspace_id, l.revision, l.at, l.party, l.what, o.address, o.agent
  from remit.edit_log l left join remit.edit_origin o on o.workspace_id = l.workspace_id and o.revision = l.revision
  where l.actor = p_actor and (l.workspace_id, l.revision) > (p_workspace, p_revision)
  order by l.workspace_id, l.revision limit p_most
$function$
;
CREATE OR REPLACE FUNCTION remit.erase_words(p_revisions bigint[])
 RETURNS SETOF bigint
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  if remit.entered() is null then raise exception 'not here' using errcode = 'RM404'; end if;
  if remit.entered_as() <> 'owner' then raise exception 'may not erase' using errcode = 'RM403'; end if;
  return query
    update remit.edit_log l set salt = null, what = '', edits = '[]', undo = '[]'
    where l.workspace_id = remit.entered() and l.revision = any (p_revisions) and l.leaf is not null and l.salt is not null
      and (l.party is null or l.party = remit.entered_party())
    returning l.revision;
end
$function$
;
CREATE OR REPLACE FUNCTION remit.forget_origins()
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
  update remit.edit_origin set address = null, agent = null where at < now() - interval '90 days' and (address is not null or agent is not null)
$function$
;
CREATE OR REPLACE FUNCTION remit.forget_way_back(p_revision bigint)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
  update remit.edit_log l set undo = '[]' where l.workspace_id = remit.entered() and l.revision = p_revision and l.actor = nullif(current_setting('remit.actor', true), '')::uuid and remit.entered_as() = 'owner'
$function$
;
CREATE OR REPLACE FUNCTION remit.heads_of(p_workspace uuid)
 RETURNS TABLE(revision bigint, head bytea, signature bytea)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select h.revision, h.head, h.signature from remit.history_head h where h.workspace_id = p_workspace order by h.revision
$function$
;
CREATE OR REPLACE FUNCTION remit.histories_to_sign(p_all boolean)
 RETURNS TABLE(workspace uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select w.workspace_id from remit.workspace w
  where p_all or exists (select 1 from remit.edit_log l where l.workspace_id = w.workspace_id and l.leaf is not null
    and l.revision > coalesce((select max(h.revision) from remit.history_head h where h.workspace_id = w.workspace_id), 0))
    or exists (select 1 from remit.history_check c where c.workspace_id = w.workspace_id and c.broken_at is not null)
$function$
;
CREATE OR REPLACE FUNCTION remit.invitation_of(p_token bytea)
 RETURNS TABLE(workspace uuid, workspace_name text, role text, party text, party_name text, email text, inviter text, expires_at timestamp with time zone, mailed boolean, open boolean)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select i.workspace_id, w.name, i.role, i.party, p.body ->> 'name', i.email, a.name, i.expires_at, i.mailed,
    i.used_at is null and i.revoked_at is null and i.expires_at > now()
  from remit.invitation i
  join remit.workspace w on w.workspace_id = i.workspace_id
  left join auth.account a on a.id = i.made_by
  left join remit.draft_item p on p.workspace_id = i.workspace_id and p.kind = 'party' and p.item_id = i.party
  where i.token_hash = p_token
$function$
;
CREATE OR REPLACE FUNCTION remit.invite(p_token bytea, p_email text, p_role text, p_party text, p_person text, p_mailed boolean, p_until timestamp with time zone)
 RETURNS uuid
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  here uuid := remit.entered();
  made uuid;
begin
  if here is null then raise exception 'not here' using errcode = 'RM404'; end if;
  if remit.entered_as() <> 'owner' then raise exception 'may not invite' using errcode = 'RM403'; end if;
  if not remit.known_party(here, p_party) then raise exception 'no such party' using errcode = 'RM404'; end if;
  if not remit.may_name_for(p_party, null) then raise exception 'their side decides' using errcode = 'RM403'; end if;
  insert into remit.invitation (workspace_id, token_hash, email, role, party, person, mailed, made_by, expires_at)
    values (here, p_token, lower(p_email), p_role, p_party, p_person, p_mailed, current_setting('remit.actor')::uuid, p_until)
    returning invitation_id into made;
  return made;
end
$function$
;
CREATE OR REPLACE FUNCTION remit.keep_head(p_revision bigint, p_head bytea, p_signature bytea)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  if remit.entered() is null then raise exception 'not here' using errcode = 'RM404'; end if;
  insert into remit.history_head (workspace_id, revision, head, signature)
    select e.workspace_id, e.revision, p_head, p_signature from remit.edit_log e where e.workspace_id = remit.entered() and e.revision = p_revision and e.leaf is not null
    on conflict do nothing;
end
$function$
;
CREATE OR REPLACE FUNCTION remit.keep_head_of(p_workspace uuid, p_revision bigint, p_head bytea, p_signature bytea)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
  insert into remit.history_head (workspace_id, revision, head, signature)
    select l.workspace_id, l.revision, p_head, p_signature from remit.edit_log l where l.workspace_id = p_workspace and l.revision = p_revision and l.leaf is not null
    on conflict do nothing
$function$
;
CREATE OR REPLACE FUNCTION remit.keep_import(p_from uuid, p_name text, p_revision bigint, p_exported timestamp with time zone, p_signed_by text, p_members jsonb, p_left_out text[])
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  if remit.entered_as() is distinct from 'owner' then raise exception 'may not import' using errcode = 'RM403'; end if;
  insert into remit.import (workspace_id, by_account, from_workspace, from_name, from_revision, exported_at, signed_by, members, left_out)
    values (remit.entered(), current_setting('remit.actor')::uuid, p_from, p_name, p_revision, p_exported, p_signed_by, p_members, p_left_out);
end
$function$
;
CREATE OR REPLACE FUNCTION remit.known_party(p_workspace uuid, p_party text)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select p_party is null or exists (select 1 from remit.draft_item where workspace_id = p_workspace and kind = 'party' and item_id = p_party)
$function$
;
CREATE OR REPLACE FUNCTION remit.last_owner_in(p_actor uuid)
 RETURNS TABLE(workspace uuid, name text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select w.workspace_id, w.name from remit.member m join remit.workspace w on w.workspace_id = m.workspace_id
  where m.account_id = p_actor and m.role = 'owner' and (m.until is null or m.until > now())
    and not exists (select 1 from remit.member o where o.workspace_id = m.workspace_id and o.role = 'owner' and o.account_id <> p_actor and (o.until is null or o.until > now()))
  order by w.name
$function$
;
CREATE OR REPLACE FUNCTION remit.leave_workspace(p_actor uuid, p_workspace uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare mine record;
begin
  perform 1 from remit.workspace w where w.workspace_id = p_workspace for update;
  select * into mine from remit.member m where m.workspace_id = p_workspace and m.account_id = p_actor and m.role = 'owner' and (m.until is null or m.until > now());
  if not found then return false; end if;
  if exists (select 1 from remit.member m where m.workspace_id = p_workspace and m.role = 'owner' and m.account_id <> p_actor and m.party is not null and m.party is distinct from mine.party and (m.until is null or m.until > now())) then
    raise exception 'both own it' using errcode = 'RM409';
  end if;
  insert into remit.deletion (workspace_id, by_account, ends)
    select p_workspace, p_actor, coalesce(jsonb_object_agg(m.account_id, m.until) filter (where m.until is not null), '{}') from remit.member m where m.workspace_id = p_workspace and (m.until is null or m.until > now());
  update remit.member m set until = now() where m.workspace_id = p_workspace and (m.until is null or m.until > now());
  update remit.invitation i set revoked_at = now() where i.workspace_id = p_workspace and i.used_at is null and i.revoked_at is null;
  return true;
end
$function$
;
CREATE OR REPLACE FUNCTION remit.leaves_of(p_workspace uuid, p_after bigint, p_most integer)
 RETURNS TABLE(revision bigint, leaf bytea, sound boolean)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select l.revision, l.leaf,
    l.leaf = sha256(convert_to(concat_ws(E'\n', 'remit-entry-1', l.workspace_id::text, l.revision::text, remit.moment(l.at), l.actor::text, coalesce(l.party, ''), coalesce(l.page::text, ''), l.edit_id::text, coalesce(l.undoes::text, ''), encode(l.payload_hash, 'hex')), 'UTF8'))
  from remit.edit_log l where l.workspace_id = p_workspace and l.revision > p_after and l.leaf is not null order by l.revision limit p_most
$function$
;
CREATE OR REPLACE FUNCTION remit.make_api_key(p_token bytea, p_name text, p_scopes text[], p_until timestamp with time zone)
 RETURNS uuid
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare made uuid;
begin
  if remit.entered() is null then raise exception 'not here' using errcode = 'RM404'; end if;
  if 'edit' = any (p_scopes) and not remit.may_edit() then raise exception 'may not edit' using errcode = 'RM403'; end if;
  insert into remit.api_key (workspace_id, name, token_hash, scopes, account_id, expires_at)
    values (remit.entered(), p_name, p_token, p_scopes, current_setting('remit.actor')::uuid, p_until) returning key_id into made;
  return made;
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
  if not exists (select 1 from auth.account where id = p_actor) then
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
CREATE OR REPLACE FUNCTION remit.may_manage(p_account uuid)
 RETURNS void
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare theirs record;
begin
  if p_account = nullif(current_setting('remit.actor', true), '')::uuid and remit.entered() is not null then return; end if;
  if remit.entered_as() is distinct from 'owner' then raise exception 'not for this role' using errcode = 'RM403'; end if;
  select * into theirs from remit.member m where m.workspace_id = remit.entered() and m.account_id = p_account and (m.until is null or m.until > now());
  if not found then raise exception 'no such member' using errcode = 'RM404'; end if;
  if theirs.party is not null and remit.entered_party() is not null and theirs.party <> remit.entered_party() then
    raise exception 'not for this member' using errcode = 'RM403';
  end if;
end
$function$
;
CREATE OR REPLACE FUNCTION remit.may_name_for(p_party text, p_account uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select p_party is null or p_party is not distinct from remit.entered_party()
    or not exists (select 1 from remit.member m where m.workspace_id = remit.entered() and m.party = p_party and m.role = 'owner' and m.account_id is distinct from p_account and (m.until is null or m.until > now()))
$function$
;
CREATE OR REPLACE FUNCTION remit.members()
 RETURNS TABLE(account uuid, name text, email text, role text, party text, person text, since timestamp with time zone, proved boolean, second_factor boolean)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select m.account_id, a.name,
    case when m.account_id = me.account_id or me.role = 'owner' or m.party = me.party then a.email end,
    m.role, m.party, m.person, m.since, m.proved, a.second_factor
  from remit.member m
  join remit.member me on me.workspace_id = m.workspace_id and me.account_id = nullif(current_setting('remit.actor', true), '')::uuid
  join auth.account a on a.id = m.account_id
  where m.workspace_id = remit.entered() and (m.until is null or m.until > now())
  order by m.since, m.account_id
$function$
;
CREATE OR REPLACE FUNCTION remit.moment(p_at timestamp with time zone)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE
 SET search_path TO ''
AS $function$
  select to_char(p_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')
$function$
;
CREATE OR REPLACE FUNCTION remit.note_check(p_workspace uuid, p_signed_to bigint, p_broken_at bigint)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
  insert into remit.history_check as c (workspace_id, checked_at, signed_to, broken_at)
    select w.workspace_id, now(), p_signed_to, p_broken_at from remit.workspace w where w.workspace_id = p_workspace
    on conflict (workspace_id) do update set checked_at = now(), signed_to = greatest(c.signed_to, p_signed_to), broken_at = p_broken_at
$function$
;
CREATE OR REPLACE FUNCTION remit.note_origins(p_origins jsonb)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
  insert into remit.edit_origin (workspace_id, revision, actor, party, key_id, address, agent)
    select l.workspace_id, l.revision, l.actor, l.party, (select k.key_id from remit.api_key k where k.workspace_id = l.workspace_id and k.token_hash = decode(o.key, 'hex')), left(o.address, 60), left(o.agent, 300)
    from jsonb_to_recordset(p_origins) as o (workspace uuid, revision bigint, actor uuid, key text, address text, agent text)
    join remit.edit_log l on l.workspace_id = o.workspace and l.revision = o.revision and l.actor = o.actor
    on conflict do nothing
$function$
;
CREATE OR REPLACE FUNCTION remit.note_touched()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  insert into remit.edit_touch (workspace_id, kind, item_id, revision)
    select new.workspace_id, t.kind, t.item_id, new.revision from remit.touched(new.edits) t where t.kind is not null and t.item_id is not null
    on conflict do nothing;
  return null;
end
$function$
;
CREATE OR REPLACE FUNCTION remit.origins(p_revisions bigint[])
 RETURNS TABLE(revision bigint, by_key boolean, key_name text, address text, agent text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select o.revision, o.key_id is not null,
    case when near then (select k.name from remit.api_key k where k.workspace_id = o.workspace_id and k.key_id = o.key_id) end,
    case when near then o.address end, case when near then o.agent end
  from (
    select e.*, e.actor = nullif(current_setting('remit.actor', true), '')::uuid
      or (remit.entered_as() = 'owner' and e.party is not distinct from remit.entered_party()) as near
    from remit.edit_origin e where e.workspace_id = remit.entered() and e.revision = any (p_revisions)
  ) o
$function$
;
CREATE OR REPLACE FUNCTION remit.owned_deleted(p_actor uuid, p_workspace uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select exists (select 1 from remit.deletion d join remit.member m on m.workspace_id = d.workspace_id and m.until = d.at and m.role = 'owner' where d.workspace_id = p_workspace and m.account_id = p_actor)
$function$
;
CREATE OR REPLACE FUNCTION remit.purge_workspace(p_actor uuid, p_workspace uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  if not remit.owned_deleted(p_actor, p_workspace) then return false; end if;
  delete from remit.workspace w where w.workspace_id = p_workspace;
  return found;
end
$function$
;
CREATE OR REPLACE FUNCTION remit.put_imported(p_part text, p_piece integer, p_bytes bytea)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  if not exists (select 1 from remit.import i where i.workspace_id = remit.entered() and i.at = now() and i.by_account = current_setting('remit.actor')::uuid) then
    raise exception 'sealed' using errcode = 'RM403';
  end if;
  insert into remit.imported_piece (workspace_id, part, piece, bytes) values (remit.entered(), p_part, p_piece, p_bytes);
end
$function$
;
CREATE OR REPLACE FUNCTION remit.remove_member(p_account uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare here uuid := remit.entered();
begin
  perform remit.may_manage(p_account);
  perform 1 from remit.member m where m.workspace_id = here and m.role = 'owner' for update;
  update remit.member m set until = now() where m.workspace_id = here and m.account_id = p_account;
  if not exists (select 1 from remit.member m where m.workspace_id = here and m.role = 'owner' and (m.until is null or m.until > now())) then
    raise exception 'somebody stays owner' using errcode = 'RM409';
  end if;
end
$function$
;
CREATE OR REPLACE FUNCTION remit.restore_workspace(p_actor uuid, p_workspace uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare d record;
begin
  perform 1 from remit.workspace w where w.workspace_id = p_workspace for update;
  if not remit.owned_deleted(p_actor, p_workspace) then return false; end if;
  delete from remit.deletion x where x.workspace_id = p_workspace returning x.at, x.ends into d;
  update remit.member m set until = (d.ends ->> m.account_id::text)::timestamptz where m.workspace_id = p_workspace and m.until = d.at;
  update remit.invitation i set revoked_at = null where i.workspace_id = p_workspace and i.revoked_at = d.at;
  return true;
end
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
CREATE OR REPLACE FUNCTION remit.revoke_api_key(p_key uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  update remit.api_key k set revoked_at = now()
    where k.workspace_id = remit.entered() and k.key_id = p_key and k.revoked_at is null
      and (k.account_id = current_setting('remit.actor')::uuid
        or (remit.entered_as() = 'owner' and exists (select 1 from remit.member m where m.workspace_id = k.workspace_id and m.account_id = k.account_id and m.party is not distinct from remit.entered_party())));
  return found;
end
$function$
;
CREATE OR REPLACE FUNCTION remit.revoke_invitation(p_invitation uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  if remit.entered_as() is distinct from 'owner' then raise exception 'may not revoke' using errcode = 'RM403'; end if;
  update remit.invitation set revoked_at = now()
    where workspace_id = remit.entered() and invitation_id = p_invitation and used_at is null and revoked_at is null;
  return found;
end
$function$
;
CREATE OR REPLACE FUNCTION remit.sweep_deleted()
 RETURNS SETOF uuid
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
  delete from remit.workspace w using remit.deletion d where d.workspace_id = w.workspace_id and d.at <= now() - interval '14 days' returning w.workspace_id
$function$
;
CREATE OR REPLACE FUNCTION remit.take_duty(p_name text, p_every interval)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  insert into auth.duty as d (name, taken_at) values (p_name, now())
    on conflict (name) do update set taken_at = now() where d.taken_at < now() - p_every;
  return found;
end
$function$
;
CREATE OR REPLACE FUNCTION remit.touched(p_edits jsonb)
 RETURNS TABLE(kind text, item_id text)
 LANGUAGE sql
 IMMUTABLE
 SET search_path TO ''
AS $function$
  select distinct
    case e ->> 'do' when 'set' then e -> 'at' ->> 'kind' when 'set-matrix' then 'matrix' when 'replace' then 'matrix'
      when 'add' then e ->> 'kind' when 'move' then e ->> 'kind' when 'remove' then e ->> 'kind' else 'activity' end,
    left(case e ->> 'do' when 'set' then e -> 'at' ->> 'id' when 'set-matrix' then e ->> 'field' when 'replace' then '*'
      when 'add' then e -> 'item' ->> 'id' when 'move' then e ->> 'id' when 'remove' then e ->> 'id' else e ->> 'activity' end, 200)
  from jsonb_array_elements(p_edits) as e
$function$
;
CREATE OR REPLACE FUNCTION remit.workspaces_of(p_actor uuid)
 RETURNS TABLE(workspace_id uuid, name text, example boolean, role text, party text, revision bigint, created_at timestamp with time zone)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select w.workspace_id, w.name, w.example, m.role, m.party, w.revision, w.created_at
  from remit.member m join remit.workspace w on w.workspace_id = m.workspace_id
  where m.account_id = p_actor and (m.until is null or m.until > now())
  order by w.example, w.created_at
$function$
;

-- rights of the application

grant select on remit.draft_item to remit_app;
grant select on remit.draft_matrix to remit_app;
grant select on remit.edit_log to remit_app;
grant select on remit.edit_touch to remit_app;
grant select on remit.history_check to remit_app;
grant select on remit.history_head to remit_app;
grant select on remit.import to remit_app;
grant select on remit.imported_piece to remit_app;
grant select on remit.member to remit_app;
grant select on remit.workspace to remit_app;
grant delete, insert, select, update on auth.account to remit_auth;
grant delete, insert, select, update on auth.attempt to remit_auth;
grant delete, insert, select, update on auth.credential to remit_auth;
grant delete, insert, select, update on auth.passkey to remit_auth;
grant delete, insert, select, update on auth.second_factor to remit_auth;
grant delete, insert, select, update on auth.session to remit_auth;
grant delete, insert, select, update on auth.sso_provider to remit_auth;
grant delete, insert, select, update on auth.used_code to remit_auth;
grant delete, insert, select, update on auth.verification to remit_auth;
