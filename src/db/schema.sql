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
  second_factor boolean not null default false
);
create table auth.attempt (
  key bytea not null,
  failures integer not null,
  first_at timestamp with time zone not null,
  locked_until timestamp with time zone
);
create table auth.begun (
  token_hash bytea not null,
  what text not null,
  account_id uuid,
  details jsonb not null,
  expires_at timestamp with time zone not null
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
create table auth.federated (
  issuer text not null,
  subject text not null,
  account_id uuid not null,
  made_at timestamp with time zone not null default now(),
  last_used_at timestamp with time zone not null default now()
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
  passkey_id uuid not null default gen_random_uuid(),
  account_id uuid not null,
  name text not null,
  credential_id text not null,
  public_key bytea not null,
  counter bigint not null,
  synced boolean not null,
  transports text[] not null,
  made_at timestamp with time zone not null default now(),
  last_used_at timestamp with time zone
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
  user_agent text,
  how text not null default 'password'::text,
  domain text
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
create table remit.history_head (
  workspace_id uuid not null,
  revision bigint not null,
  head bytea not null,
  signature bytea not null,
  signed_at timestamp with time zone not null default now()
);
create table remit.identity_provider (
  workspace_id uuid not null,
  provider_id uuid not null default gen_random_uuid(),
  party text,
  name text not null,
  domain text not null,
  issuer text not null,
  client text not null,
  client_secret bytea not null,
  silent boolean not null default false,
  discovery jsonb not null,
  challenge text not null,
  made_by uuid not null,
  made_at timestamp with time zone not null default now(),
  proved_at timestamp with time zone,
  proved_by text
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
create table remit.sign_in_rule (
  workspace_id uuid not null,
  party text not null,
  domains text[] not null,
  made_by uuid not null,
  made_at timestamp with time zone not null default now()
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
alter table auth.begun add constraint begun_account_id_fkey FOREIGN KEY (account_id) REFERENCES auth.account(id) ON DELETE CASCADE;
alter table auth.begun add constraint begun_pkey PRIMARY KEY (token_hash);
alter table auth.begun add constraint begun_token_hash_check CHECK ((length(token_hash) = 32));
alter table auth.credential add constraint credential_account_id_fkey FOREIGN KEY (account_id) REFERENCES auth.account(id) ON DELETE CASCADE;
alter table auth.credential add constraint credential_pkey PRIMARY KEY (id);
alter table auth.credential add constraint credential_provider_provider_account_key UNIQUE (provider, provider_account);
alter table auth.federated add constraint federated_account_id_fkey FOREIGN KEY (account_id) REFERENCES auth.account(id) ON DELETE CASCADE;
alter table auth.federated add constraint federated_pkey PRIMARY KEY (issuer, subject);
alter table auth.federated add constraint federated_subject_check CHECK (((length(subject) >= 1) AND (length(subject) <= 500)));
alter table auth.link add constraint link_account_id_fkey FOREIGN KEY (account_id) REFERENCES auth.account(id) ON DELETE CASCADE;
alter table auth.link add constraint link_pkey PRIMARY KEY (token_hash);
alter table auth.link add constraint link_token_hash_check CHECK ((length(token_hash) = 32));
alter table auth.outbox add constraint outbox_pkey PRIMARY KEY (mail_id);
alter table auth.owner_link add constraint owner_link_pkey PRIMARY KEY (token_hash);
alter table auth.owner_link add constraint owner_link_token_hash_check CHECK ((length(token_hash) = 32));
alter table auth.passkey add constraint passkey_account_id_fkey FOREIGN KEY (account_id) REFERENCES auth.account(id) ON DELETE CASCADE;
alter table auth.passkey add constraint passkey_credential_id_check CHECK (((length(credential_id) >= 1) AND (length(credential_id) <= 2000)));
alter table auth.passkey add constraint passkey_credential_id_key UNIQUE (credential_id);
alter table auth.passkey add constraint passkey_name_check CHECK (((length(name) >= 1) AND (length(name) <= 120)));
alter table auth.passkey add constraint passkey_pkey PRIMARY KEY (passkey_id);
alter table auth.second_factor add constraint second_factor_account_id_fkey FOREIGN KEY (account_id) REFERENCES auth.account(id) ON DELETE CASCADE;
alter table auth.second_factor add constraint second_factor_pkey PRIMARY KEY (id);
alter table auth.session add constraint session_account_id_fkey FOREIGN KEY (account_id) REFERENCES auth.account(id) ON DELETE CASCADE;
alter table auth.session add constraint session_domain_check CHECK (((how = 'sso'::text) = (domain IS NOT NULL)));
alter table auth.session add constraint session_how_check CHECK ((how = ANY (ARRAY['password'::text, 'link'::text, 'code'::text, 'passkey'::text, 'sso'::text])));
alter table auth.session add constraint session_id_key UNIQUE (id);
alter table auth.session add constraint session_pkey PRIMARY KEY (token_hash);
alter table auth.session add constraint session_token_hash_check CHECK ((length(token_hash) = 32));
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
alter table remit.history_head add constraint history_head_head_check CHECK ((length(head) = 32));
alter table remit.history_head add constraint history_head_pkey PRIMARY KEY (workspace_id, revision);
alter table remit.history_head add constraint history_head_signature_check CHECK ((length(signature) = 64));
alter table remit.history_head add constraint history_head_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES remit.workspace(workspace_id) ON DELETE CASCADE;
alter table remit.identity_provider add constraint identity_provider_check CHECK (((proved_at IS NULL) = (proved_by IS NULL)));
alter table remit.identity_provider add constraint identity_provider_client_check CHECK (((length(client) >= 1) AND (length(client) <= 500)));
alter table remit.identity_provider add constraint identity_provider_domain_check CHECK (((domain = lower(domain)) AND ((length(domain) >= 3) AND (length(domain) <= 253))));
alter table remit.identity_provider add constraint identity_provider_issuer_check CHECK (((length(issuer) >= 8) AND (length(issuer) <= 500)));
alter table remit.identity_provider add constraint identity_provider_name_check CHECK (((length(name) >= 1) AND (length(name) <= 120)));
alter table remit.identity_provider add constraint identity_provider_pkey PRIMARY KEY (workspace_id, provider_id);
alter table remit.identity_provider add constraint identity_provider_proved_by_check CHECK ((proved_by = ANY (ARRAY['record'::text, 'operator'::text])));
alter table remit.identity_provider add constraint identity_provider_provider_id_key UNIQUE (provider_id);
alter table remit.identity_provider add constraint identity_provider_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES remit.workspace(workspace_id) ON DELETE CASCADE;
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
alter table remit.sign_in_rule add constraint sign_in_rule_pkey PRIMARY KEY (workspace_id, party);
alter table remit.sign_in_rule add constraint sign_in_rule_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES remit.workspace(workspace_id) ON DELETE CASCADE;
alter table remit.workspace add constraint workspace_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200)));
alter table remit.workspace add constraint workspace_pkey PRIMARY KEY (workspace_id);

-- indexes

CREATE INDEX begun_expires ON auth.begun USING btree (expires_at);
CREATE INDEX credential_of_account ON auth.credential USING btree (account_id);
CREATE INDEX federated_of_account ON auth.federated USING btree (account_id);
CREATE UNIQUE INDEX identity_provider_of_domain ON remit.identity_provider USING btree (domain) WHERE (proved_at IS NOT NULL);
CREATE INDEX link_of_account ON auth.link USING btree (account_id);
CREATE INDEX member_of_account ON remit.member USING btree (account_id);
CREATE INDEX outbox_due ON auth.outbox USING btree (due_at) WHERE ((sent_at IS NULL) AND (sealed IS NOT NULL));
CREATE INDEX passkey_of_account ON auth.passkey USING btree (account_id);
CREATE INDEX second_factor_of_account ON auth.second_factor USING btree (account_id);
CREATE INDEX session_of_account ON auth.session USING btree (account_id);
CREATE INDEX verification_identifier ON auth.verification USING btree (identifier);

-- row level security

alter table remit.api_key force row level security;
alter table remit.draft_item force row level security;
alter table remit.draft_matrix force row level security;
alter table remit.edit_log force row level security;
alter table remit.history_head force row level security;
alter table remit.identity_provider force row level security;
alter table remit.invitation force row level security;
alter table remit.member force row level security;
alter table remit.sign_in_rule force row level security;
alter table remit.workspace force row level security;

-- policies

create policy owner on remit.api_key for all to remit_owner using (true) with check (true);
create policy seen on remit.api_key for select to remit_app using (((workspace_id = ( SELECT remit.entered() AS entered)) AND ((account_id = (NULLIF(current_setting('remit.actor'::text, true), ''::text))::uuid) OR ((( SELECT remit.entered_as() AS entered_as) = 'owner'::text) AND (EXISTS ( SELECT 1
   FROM remit.member m
  WHERE ((m.workspace_id = api_key.workspace_id) AND (m.account_id = api_key.account_id) AND (NOT (m.party IS DISTINCT FROM ( SELECT remit.entered_party() AS entered_party))))))))));
create policy owner on remit.draft_item for all to remit_owner using (true) with check (true);
create policy seen on remit.draft_item for select to remit_app using ((workspace_id = ( SELECT remit.entered() AS entered)));
create policy owner on remit.draft_matrix for all to remit_owner using (true) with check (true);
create policy seen on remit.draft_matrix for select to remit_app using ((workspace_id = ( SELECT remit.entered() AS entered)));
create policy owner on remit.edit_log for all to remit_owner using (true) with check (true);
create policy seen on remit.edit_log for select to remit_app using ((workspace_id = ( SELECT remit.entered() AS entered)));
create policy owner on remit.history_head for all to remit_owner using (true) with check (true);
create policy seen on remit.history_head for select to remit_app using ((workspace_id = ( SELECT remit.entered() AS entered)));
create policy owner on remit.identity_provider for all to remit_owner using (true) with check (true);
create policy seen on remit.identity_provider for select to remit_app using (((workspace_id = ( SELECT remit.entered() AS entered)) AND (( SELECT remit.entered_as() AS entered_as) = 'owner'::text)));
create policy owner on remit.invitation for all to remit_owner using (true) with check (true);
create policy seen on remit.invitation for select to remit_app using (((workspace_id = ( SELECT remit.entered() AS entered)) AND (( SELECT remit.entered_as() AS entered_as) = 'owner'::text)));
create policy owner on remit.member for all to remit_owner using (true) with check (true);
create policy seen on remit.member for select to remit_app using ((workspace_id = ( SELECT remit.entered() AS entered)));
create policy owner on remit.sign_in_rule for all to remit_owner using (true) with check (true);
create policy seen on remit.sign_in_rule for select to remit_app using ((workspace_id = ( SELECT remit.entered() AS entered)));
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
CREATE OR REPLACE FUNCTION auth.add_passkey(p_account uuid, p_session bytea, p_name text, p_credential text, p_key bytea, p_counter bigint, p_synced boolean, p_transports text[])
 RETURNS uuid
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare made uuid;
begin
  perform 1 from auth.account where id = p_account for update;
  update auth.session s set how = 'passkey', domain = null where s.token_hash = p_session and s.account_id = p_account
    and not exists (select 1 from auth.account a where a.id = p_account and a.second_factor)
    and not exists (select 1 from auth.passkey p where p.account_id = p_account);
  insert into auth.passkey (account_id, name, credential_id, public_key, counter, synced, transports)
    values (p_account, p_name, p_credential, p_key, p_counter, p_synced, p_transports) on conflict (credential_id) do nothing returning passkey_id into made;
  if made is null then raise exception 'known already' using errcode = 'RM409'; end if;
  return made;
end
$function$
;
CREATE OR REPLACE FUNCTION auth.begin(p_token bytea, p_what text, p_account uuid, p_details jsonb, p_until timestamp with time zone)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  -- Of what somebody begins twice, the newest counts.
  delete from auth.begun where expires_at < now() or (account_id = p_account and what = p_what);
  insert into auth.begun (token_hash, what, account_id, details, expires_at) values (p_token, p_what, p_account, p_details, p_until);
end
$function$
;
CREATE OR REPLACE FUNCTION auth.can_return(p_account uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select exists (select 1 from auth.account a join auth.credential c on c.account_id = a.id where a.id = p_account and a.email is not null and c.provider = 'credential' and c.password is not null)
    or exists (select 1 from auth.passkey p where p.account_id = p_account)
    or exists (select 1 from auth.federated f join auth.account a on a.id = f.account_id
      join remit.identity_provider i on i.issuer = f.issuer and i.domain = split_part(a.email, '@', 2) and i.proved_at is not null where f.account_id = p_account)
$function$
;
CREATE OR REPLACE FUNCTION auth.confirm_address(p_account uuid, p_token bytea, p_told bytea)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare fresh text;
begin
  delete from auth.begun where token_hash = p_token and what = 'address' and account_id = p_account and expires_at > now() returning lower(details ->> 'email') into fresh;
  if fresh is null then return null; end if;
  update auth.account set email = fresh, email_verified = true, updated_at = now() where id = p_account;
  delete from auth.link where account_id = p_account;
  if p_told is not null then insert into auth.outbox (sealed) values (p_told); end if;
  return fresh;
exception when unique_violation then raise exception 'taken' using errcode = 'RM409';
end
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
CREATE OR REPLACE FUNCTION auth.finish(p_token bytea, p_what text)
 RETURNS TABLE(account uuid, details jsonb)
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
  delete from auth.begun b where b.token_hash = p_token and b.what = p_what and b.expires_at > now() returning b.account_id, b.details
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
  insert into auth.session (token_hash, account_id, expires_at, ip_address, user_agent, how)
    select p_session, who, p_until, p_address, p_agent, case when a.second_factor then 'code' else 'link' end from auth.account a where a.id = who;
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
  insert into auth.session (token_hash, account_id, expires_at, ip_address, user_agent, how) values (p_session, made, p_until, p_address, p_agent, 'link');
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
CREATE OR REPLACE FUNCTION auth.has_two(p_account uuid, p_domains text[])
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select exists (select 1 from auth.account a where a.id = p_account and (a.second_factor
    or exists (select 1 from auth.passkey p where p.account_id = a.id)
    or exists (select 1 from auth.federated f join remit.identity_provider i on i.issuer = f.issuer and i.domain = split_part(a.email, '@', 2)
      where f.account_id = a.id and i.proved_at is not null and i.domain = any (p_domains))))
$function$
;
CREATE OR REPLACE FUNCTION auth.how_of(p_session bytea)
 RETURNS TABLE(how text, domain text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select s.how, s.domain from auth.session s where s.token_hash = p_session
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
CREATE OR REPLACE FUNCTION auth.note_how(p_session bytea, p_how text, p_domain text)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
  update auth.session set how = p_how, domain = p_domain where token_hash = p_session
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
  if exists (select 1 from auth.account) then return false; end if;
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
CREATE OR REPLACE FUNCTION auth.passkey_of(p_credential text)
 RETURNS TABLE(passkey uuid, public_key bytea, counter bigint, transports text[])
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select p.passkey_id, p.public_key, p.counter, p.transports from auth.passkey p where p.credential_id = p_credential
$function$
;
CREATE OR REPLACE FUNCTION auth.passkeys_of(p_account uuid)
 RETURNS TABLE(id uuid, name text, credential_id text, synced boolean, transports text[], made_at timestamp with time zone, last_used_at timestamp with time zone)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select passkey_id, p.name, p.credential_id, p.synced, p.transports, p.made_at, p.last_used_at from auth.passkey p where p.account_id = p_account order by p.made_at
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
CREATE OR REPLACE FUNCTION auth.remove_passkey(p_account uuid, p_passkey uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  perform 1 from auth.account where id = p_account for update;
  delete from auth.passkey where account_id = p_account and passkey_id = p_passkey;
  if not found then return false; end if;
  if not auth.can_return(p_account) then raise exception 'the last way in' using errcode = 'RM409'; end if;
  return true;
end
$function$
;
CREATE OR REPLACE FUNCTION auth.rename_passkey(p_account uuid, p_passkey uuid, p_name text)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  update auth.passkey set name = p_name where account_id = p_account and passkey_id = p_passkey;
  return found;
end
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
CREATE OR REPLACE FUNCTION auth.shown_two(p_session bytea, p_domains text[])
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select exists (
    select 1 from auth.session s join auth.account a on a.id = s.account_id
    where s.token_hash = p_session and s.expires_at > now() and case s.how
      when 'code' then a.second_factor
      when 'passkey' then exists (select 1 from auth.passkey p where p.account_id = a.id)
      when 'sso' then s.domain = any (p_domains) and exists (select 1 from remit.identity_provider i where i.domain = s.domain and i.proved_at is not null)
      else false end)
$function$
;
CREATE OR REPLACE FUNCTION auth.sign_in_by_passkey(p_passkey uuid, p_counter bigint, p_session bytea, p_until timestamp with time zone, p_address text, p_agent text)
 RETURNS uuid
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare who uuid;
begin
  update auth.passkey p set counter = p_counter, last_used_at = now()
    where p.passkey_id = p_passkey and (p.counter < p_counter or (p.counter = 0 and p_counter = 0)) returning p.account_id into who;
  if who is null then return null; end if;
  insert into auth.session (token_hash, account_id, expires_at, ip_address, user_agent, how) values (p_session, who, p_until, p_address, p_agent, 'passkey');
  return who;
end
$function$
;
CREATE OR REPLACE FUNCTION auth.sign_in_by_provider(p_provider uuid, p_subject text, p_email text, p_name text, p_shown uuid, p_session bytea, p_until timestamp with time zone, p_address text, p_agent text)
 RETURNS TABLE(outcome text, account uuid)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  serves record;
  who record;
  lacks text;
begin
  select p.issuer, p.domain into serves from remit.identity_provider p where p.provider_id = p_provider and p.proved_at is not null for share;
  if not found then return query select 'gone', null::uuid; return; end if;
  if split_part(lower(p_email), '@', 2) <> serves.domain or p_email not like '_%@%' or p_email like '%@%@%' then return query select 'foreign', null::uuid; return; end if;
  select a.id, a.email into who from auth.federated f join auth.account a on a.id = f.account_id where f.issuer = serves.issuer and f.subject = p_subject for update of a;
  if found then
    if split_part(coalesce(who.email, ''), '@', 2) <> serves.domain then return query select 'foreign', null::uuid; return; end if;
  else
    select a.id, a.email, a.second_factor, a.email_verified into who from auth.account a where a.email = lower(p_email) for update;
    if not found then
      insert into auth.account (name, email, email_verified) values (p_name, lower(p_email), true) on conflict (email) do nothing returning id into who;
      if not found then return query select 'gone', null::uuid; return; end if;
    else
      lacks := case when who.second_factor then 'code' when who.email_verified then null when auth.has_password(who.id) then 'password' else 'taken' end;
      if lacks is not null and p_shown is distinct from who.id then return query select lacks, who.id; return; end if;
      update auth.account set email_verified = true, updated_at = now() where id = who.id;
    end if;
    insert into auth.federated (issuer, subject, account_id) values (serves.issuer, p_subject, who.id);
  end if;
  update auth.federated set last_used_at = now() where issuer = serves.issuer and subject = p_subject;
  insert into auth.session (token_hash, account_id, expires_at, ip_address, user_agent, how, domain) values (p_session, who.id, p_until, p_address, p_agent, 'sso', serves.domain);
  return query select 'entered', who.id;
end
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
CREATE OR REPLACE FUNCTION remit.barred(p_proof bytea, p_workspace uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select exists (
    select 1 from remit.sign_in_rule r
    where r.workspace_id = p_workspace and not auth.shown_two(p_proof, r.domains)
      and not exists (select 1 from remit.api_key k where k.token_hash = p_proof and k.workspace_id = p_workspace and auth.has_two(k.account_id, r.domains)))
$function$
;
CREATE OR REPLACE FUNCTION remit.barred_from(p_session bytea)
 RETURNS TABLE(workspace_id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select m.workspace_id from auth.session s join remit.member m on m.account_id = s.account_id and (m.until is null or m.until > now())
  where s.token_hash = p_session and s.expires_at > now() and remit.barred(p_session, m.workspace_id)
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
CREATE OR REPLACE FUNCTION remit.change_provider(p_provider uuid, p_name text, p_client text, p_secret bytea, p_silent boolean)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  perform remit.may_manage_provider(p_provider);
  update remit.identity_provider set name = coalesce(p_name, name), client = coalesce(p_client, client), client_secret = coalesce(p_secret, client_secret), silent = coalesce(p_silent, silent)
    where workspace_id = remit.entered() and provider_id = p_provider;
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
    if remit.barred(p_session, p_workspace) then raise exception 'a second factor is wanted' using errcode = 'RM403'; end if;
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
CREATE OR REPLACE FUNCTION remit.demand_second_factor(p_session bytea, p_domains text[])
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  if remit.entered_as() is distinct from 'owner' then raise exception 'not for this role' using errcode = 'RM403'; end if;
  perform 1 from auth.session where token_hash = p_session and account_id = current_setting('remit.actor')::uuid;
  if not found or not auth.shown_two(p_session, p_domains) then raise exception 'show it first' using errcode = 'RM409'; end if;
  insert into remit.sign_in_rule (workspace_id, party, domains, made_by) values (remit.entered(), coalesce(remit.entered_party(), ''), p_domains, current_setting('remit.actor')::uuid)
    on conflict (workspace_id, party) do update set domains = excluded.domains, made_by = excluded.made_by;
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
    left join remit.member m on m.workspace_id = p_workspace and m.account_id = s.account_id and (m.until is null or m.until > now()) and not remit.barred(p_session, p_workspace)
    left join remit.workspace w on w.workspace_id = m.workspace_id
    where s.token_hash = p_session and s.expires_at > now();
  if found then return; end if;
  return query
    select k.account_id, k.name, m.role, m.party, w.revision, k.scopes
    from remit.api_key k
    left join remit.member m on m.workspace_id = p_workspace and m.workspace_id = k.workspace_id and m.account_id = k.account_id and (m.until is null or m.until > now()) and not remit.barred(p_session, p_workspace)
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
CREATE OR REPLACE FUNCTION remit.known_party(p_workspace uuid, p_party text)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select p_party is null or exists (select 1 from remit.draft_item where workspace_id = p_workspace and kind = 'party' and item_id = p_party)
$function$
;
CREATE OR REPLACE FUNCTION remit.lacks_factor(p_proof bytea, p_workspace uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select remit.barred(p_proof, p_workspace) and exists (
    select 1 from remit.member m where m.workspace_id = p_workspace and (m.until is null or m.until > now())
      and m.account_id in (select s.account_id from auth.session s where s.token_hash = p_proof and s.expires_at > now()
        union all select k.account_id from remit.api_key k where k.token_hash = p_proof and k.workspace_id = p_workspace and k.revoked_at is null and k.expires_at > now()))
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
  select * into mine from remit.member m where m.workspace_id = p_workspace and m.account_id = p_actor and m.role = 'owner' and (m.until is null or m.until > now());
  if not found then return false; end if;
  if exists (select 1 from remit.member m where m.workspace_id = p_workspace and m.role = 'owner' and m.account_id <> p_actor and m.party is not null and m.party is distinct from mine.party and (m.until is null or m.until > now())) then
    raise exception 'both own it' using errcode = 'RM409';
  end if;
  delete from remit.workspace w where w.workspace_id = p_workspace;
  return found;
end
$function$
;
CREATE OR REPLACE FUNCTION remit.lift_second_factor()
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  if remit.entered_as() is distinct from 'owner' then raise exception 'not for this role' using errcode = 'RM403'; end if;
  delete from remit.sign_in_rule r where r.workspace_id = remit.entered() and (r.party = coalesce(remit.entered_party(), '')
    or not exists (select 1 from remit.member m where m.workspace_id = r.workspace_id and m.role = 'owner' and coalesce(m.party, '') = r.party and (m.until is null or m.until > now())));
  return found;
end
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
CREATE OR REPLACE FUNCTION remit.may_manage_provider(p_provider uuid)
 RETURNS void
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  if remit.entered_as() is distinct from 'owner' then raise exception 'not for this role' using errcode = 'RM403'; end if;
  if p_provider is null then return; end if;
  perform 1 from remit.identity_provider where workspace_id = remit.entered() and provider_id = p_provider;
  if not found then raise exception 'no such provider' using errcode = 'RM404'; end if;
  perform 1 from remit.identity_provider where workspace_id = remit.entered() and provider_id = p_provider and party is not distinct from remit.entered_party();
  if not found then raise exception 'their side decides' using errcode = 'RM403'; end if;
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
CREATE OR REPLACE FUNCTION remit.prove_domain(p_provider uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  perform remit.may_manage_provider(p_provider);
  update remit.identity_provider set proved_at = now(), proved_by = 'record' where workspace_id = remit.entered() and provider_id = p_provider and proved_at is null;
exception when unique_violation then raise exception 'served already' using errcode = 'RM409';
end
$function$
;
CREATE OR REPLACE FUNCTION remit.provider_of_domain(p_domain text)
 RETURNS TABLE(provider uuid, name text, domain text, issuer text, client text, client_secret bytea, silent boolean, discovery jsonb)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select p.provider_id, p.name, p.domain, p.issuer, p.client, p.client_secret, p.silent, p.discovery from remit.identity_provider p where p.domain = lower(p_domain) and p.proved_at is not null
$function$
;
CREATE OR REPLACE FUNCTION remit.provider_serves_no_more()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  delete from auth.session where domain = old.domain;
  return null;
end
$function$
;
CREATE OR REPLACE FUNCTION remit.register_provider(p_name text, p_domain text, p_issuer text, p_client text, p_secret bytea, p_silent boolean, p_discovery jsonb, p_challenge text)
 RETURNS uuid
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare made uuid;
begin
  perform remit.may_manage_provider(null);
  if (select count(*) from remit.identity_provider where workspace_id = remit.entered()) >= 20 then raise exception 'too many' using errcode = 'RM409'; end if;
  insert into remit.identity_provider (workspace_id, party, name, domain, issuer, client, client_secret, silent, discovery, challenge, made_by)
    values (remit.entered(), remit.entered_party(), p_name, lower(p_domain), p_issuer, p_client, p_secret, p_silent, p_discovery, p_challenge, current_setting('remit.actor')::uuid)
    returning provider_id into made;
  return made;
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
CREATE OR REPLACE FUNCTION remit.remove_provider(p_provider uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  perform remit.may_manage_provider(p_provider);
  delete from remit.identity_provider where workspace_id = remit.entered() and provider_id = p_provider;
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

-- triggers

CREATE TRIGGER distrusted AFTER UPDATE ON remit.identity_provider FOR EACH ROW WHEN (((old.proved_at IS NOT NULL) AND (new.proved_at IS NULL))) EXECUTE FUNCTION remit.provider_serves_no_more();
CREATE TRIGGER gone AFTER DELETE ON remit.identity_provider FOR EACH ROW WHEN ((old.proved_at IS NOT NULL)) EXECUTE FUNCTION remit.provider_serves_no_more();

-- rights of the application

grant select on remit.draft_item to remit_app;
grant select on remit.draft_matrix to remit_app;
grant select on remit.edit_log to remit_app;
grant select on remit.history_head to remit_app;
grant select on remit.member to remit_app;
grant select on remit.workspace to remit_app;
grant delete, insert, select, update on auth.account to remit_auth;
grant delete, insert, select, update on auth.attempt to remit_auth;
grant delete, insert, select, update on auth.credential to remit_auth;
grant delete, insert, select, update on auth.second_factor to remit_auth;
grant delete, insert, select, update on auth.session to remit_auth;
grant delete, insert, select, update on auth.used_code to remit_auth;
grant delete, insert, select, update on auth.verification to remit_auth;
