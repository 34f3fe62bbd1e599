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
  erased_at timestamp with time zone,
  letters boolean not null default true,
  last_told timestamp with time zone
);
create table auth.answered (
  account_id uuid not null,
  key_hash bytea not null,
  request_hash bytea not null,
  at timestamp with time zone not null default now(),
  sealed bytea
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
create table auth.duty (
  name text not null,
  taken_at timestamp with time zone not null
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
  locked_until timestamp with time zone,
  begun_at timestamp with time zone not null default now()
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
create table remit.agreed_row (
  workspace_id uuid not null,
  activity_id text not null,
  row_hash bytea not null,
  parties text[] not null,
  agreed_at timestamp with time zone not null default now()
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
create table remit.comment (
  workspace_id uuid not null,
  comment_id uuid not null,
  item_kind text not null,
  item_id text not null,
  thread uuid not null,
  party_only text,
  author uuid not null,
  author_party text,
  said_at timestamp with time zone not null default date_trunc('milliseconds'::text, clock_timestamp()),
  text text not null,
  mentions uuid[] not null default '{}'::uuid[],
  changed_at timestamp with time zone,
  removed_at timestamp with time zone,
  resolved_at timestamp with time zone,
  resolved_by uuid
);
create table remit.contact_check (
  workspace_id uuid not null,
  check_id uuid not null default gen_random_uuid(),
  kind text not null,
  token_hash bytea,
  person text not null,
  contact text,
  party text not null,
  made_by uuid not null,
  made_at timestamp with time zone not null default now(),
  expires_at timestamp with time zone,
  mailed boolean not null default false,
  ended_at timestamp with time zone,
  answered_at timestamp with time zone,
  result text
);
create table remit.contact_claim (
  workspace_id uuid not null,
  claim_id uuid not null default gen_random_uuid(),
  check_id uuid not null,
  contact text not null,
  person text not null,
  party text not null,
  value text,
  made_at timestamp with time zone not null default now(),
  answered_at timestamp with time zone,
  answered_by uuid,
  accepted boolean
);
create table remit.contact_schedule (
  workspace_id uuid not null,
  party text not null,
  days integer not null,
  set_by uuid not null,
  next_at timestamp with time zone not null
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
  leaf bytea,
  size integer not null default 0
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
create table remit.evidence (
  workspace_id uuid not null,
  evidence_id uuid not null,
  activity_id text not null,
  title text not null,
  link text,
  note text,
  produced_on date not null,
  party_only text,
  added_by uuid not null,
  added_for text,
  added_at timestamp with time zone not null default date_trunc('milliseconds'::text, clock_timestamp())
);
create table remit.guest (
  workspace_id uuid not null,
  guest_id uuid not null default gen_random_uuid(),
  token_hash bytea not null,
  name text not null,
  email text,
  purpose text not null,
  party text,
  made_by uuid not null,
  made_at timestamp with time zone not null default now(),
  expires_at timestamp with time zone not null,
  revoked_at timestamp with time zone,
  first_used_at timestamp with time zone,
  last_used_at timestamp with time zone
);
create table remit.guest_session (
  workspace_id uuid not null,
  token_hash bytea not null,
  guest_id uuid not null,
  made_at timestamp with time zone not null default now()
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
create table remit.minute_answer (
  workspace_id uuid not null,
  test_id uuid not null,
  place integer not null,
  shown_at timestamp with time zone not null,
  answered_at timestamp with time zone,
  choice text
);
create table remit.minute_test (
  workspace_id uuid not null,
  test_id uuid not null,
  token_hash bytea not null,
  label text not null,
  questions jsonb not null,
  revision bigint not null,
  made_by uuid not null,
  made_at timestamp with time zone not null default now(),
  expires_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  begun_at timestamp with time zone,
  done_at timestamp with time zone
);
create table remit.notice (
  workspace_id uuid not null,
  notice_id uuid not null default gen_random_uuid(),
  account_id uuid not null,
  proposal_id uuid not null,
  news text not null,
  at timestamp with time zone not null default now(),
  claimed_until timestamp with time zone
);
create table remit.private_contact (
  workspace_id uuid not null,
  contact_id text not null,
  party text not null,
  value text not null,
  kept_by uuid not null,
  kept_at timestamp with time zone not null default now(),
  whose text
);
create table remit.proposal (
  workspace_id uuid not null,
  proposal_id uuid not null,
  base bigint not null,
  what text not null,
  edits jsonb not null,
  activities text[] not null,
  reason text,
  party text not null,
  made_by uuid not null,
  made_at timestamp with time zone not null default date_trunc('milliseconds'::text, clock_timestamp()),
  counters uuid,
  state text not null default 'open'::text,
  accepted_by text[] not null default '{}'::text[],
  accepted_seen bigint,
  answer text,
  answered_by uuid,
  answered_for text,
  answered_at timestamp with time zone,
  revision bigint
);
create table remit.review (
  workspace_id uuid not null,
  review_id uuid not null,
  planned_for date not null,
  planned_by uuid not null,
  planned_at timestamp with time zone not null default now(),
  held_on date,
  attended text,
  minutes text,
  closed_by uuid,
  closed_at timestamp with time zone,
  cancelled_at timestamp with time zone
);
create table remit.review_decision (
  workspace_id uuid not null,
  review_id uuid not null,
  decision_id uuid not null,
  place integer not null,
  words text not null,
  activity text
);
create table remit.review_trigger (
  workspace_id uuid not null,
  trigger_id uuid not null,
  kind text not null,
  note text,
  raised_by uuid not null,
  raised_at timestamp with time zone not null default now(),
  review_id uuid
);
create table remit.row_stand (
  workspace_id uuid not null,
  activity_id text not null,
  party text not null,
  stand text not null,
  row_hash bytea not null,
  reason text,
  taken_by uuid not null,
  taken_at timestamp with time zone not null default now()
);
create table remit.sign_in_rule (
  workspace_id uuid not null,
  party text not null,
  domains text[] not null,
  made_by uuid not null,
  made_at timestamp with time zone not null default now()
);
create table remit.sign_link (
  workspace_id uuid not null,
  link_id uuid not null,
  number integer not null,
  person text not null,
  party text not null,
  token_hash bytea not null,
  made_by uuid not null,
  made_at timestamp with time zone not null default now(),
  expires_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  burnt boolean not null default false,
  code_hash bytea,
  code_until timestamp with time zone,
  code_tries integer not null default 0,
  codes_sent integer not null default 0,
  codes_since timestamp with time zone
);
create table remit.sign_policy (
  workspace_id uuid not null,
  in_order text[] not null default '{}'::text[],
  weights jsonb not null default '{}'::jsonb,
  set_by uuid not null,
  set_at timestamp with time zone not null default now()
);
create table remit.sign_refusal (
  workspace_id uuid not null,
  number integer not null,
  person text not null,
  party text not null,
  name text not null,
  account uuid not null,
  reason text not null,
  rows jsonb not null default '[]'::jsonb,
  refused_at timestamp with time zone not null
);
create table remit.signatory (
  workspace_id uuid not null,
  party text not null,
  person text not null,
  place integer not null,
  account uuid,
  named_by uuid not null,
  named_at timestamp with time zone not null default now()
);
create table remit.signatory_contact (
  workspace_id uuid not null,
  person text not null,
  party text not null,
  address text not null,
  entered_by uuid not null,
  entered_at timestamp with time zone not null default now()
);
create table remit.signature (
  workspace_id uuid not null,
  number integer not null,
  person text not null,
  party text not null,
  name text not null,
  account uuid not null,
  delegate text,
  how text not null,
  intent text not null,
  digest bytea not null,
  signed_at timestamp with time zone not null,
  address text,
  agent text
);
create table remit.stationery (
  workspace_id uuid not null,
  party text not null,
  kind text not null,
  name text not null,
  content bytea not null,
  kept_by uuid not null,
  kept_at timestamp with time zone not null default now()
);
create table remit.swap_request (
  workspace_id uuid not null,
  request_id uuid not null,
  rotation text not null,
  starts timestamp with time zone not null,
  ends timestamp with time zone not null,
  out_person text not null,
  in_person text not null,
  asked_by uuid not null,
  asked_at timestamp with time zone not null default now(),
  answered_at timestamp with time zone,
  answer text
);
create table remit.version (
  workspace_id uuid not null,
  number integer not null,
  revision bigint not null,
  title text not null,
  matrix text not null,
  digest bytea not null,
  valid_from date,
  valid_until date,
  offered_by uuid not null,
  offered_for text not null,
  offered_at timestamp with time zone not null,
  completed_at timestamp with time zone,
  refused_at timestamp with time zone,
  withdrawn_at timestamp with time zone,
  withdrawn_by uuid,
  withdrawn_for text,
  withdrawn_name text,
  withdrawn_reason text,
  offer_seal text,
  seal text,
  seal_key text,
  withdrawal_seal text
);
create table remit.version_signatory (
  workspace_id uuid not null,
  number integer not null,
  party text not null,
  person text not null,
  party_name text not null,
  name text not null,
  place integer not null,
  account uuid,
  delegate text,
  delegate_name text,
  delegated_at timestamp with time zone,
  delegated_by text,
  reminded_at timestamp with time zone
);
create table remit.webhook (
  workspace_id uuid not null,
  webhook_id uuid not null default gen_random_uuid(),
  name text not null,
  url text not null,
  events text[] not null,
  party text,
  made_by uuid not null,
  made_at timestamp with time zone not null default now(),
  active boolean not null default true,
  off_why text,
  failing_since timestamp with time zone,
  secret bytea not null,
  old_secret bytea,
  old_until timestamp with time zone,
  told bigint not null
);
create table remit.webhook_delivery (
  workspace_id uuid not null,
  delivery_id uuid not null default gen_random_uuid(),
  webhook_id uuid not null,
  message_id uuid not null default gen_random_uuid(),
  event text not null,
  body jsonb not null,
  made_at timestamp with time zone not null default now(),
  due_at timestamp with time zone not null default now(),
  claimed_until timestamp with time zone,
  tries integer not null default 0,
  state text not null default 'waiting'::text,
  attempts jsonb not null default '[]'::jsonb
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
alter table auth.answered add constraint answered_account_id_fkey FOREIGN KEY (account_id) REFERENCES auth.account(id) ON DELETE CASCADE;
alter table auth.answered add constraint answered_key_hash_check CHECK ((length(key_hash) = 32));
alter table auth.answered add constraint answered_pkey PRIMARY KEY (account_id, key_hash);
alter table auth.answered add constraint answered_request_hash_check CHECK ((length(request_hash) = 32));
alter table auth.attempt add constraint attempt_pkey PRIMARY KEY (key);
alter table auth.begun add constraint begun_account_id_fkey FOREIGN KEY (account_id) REFERENCES auth.account(id) ON DELETE CASCADE;
alter table auth.begun add constraint begun_pkey PRIMARY KEY (token_hash);
alter table auth.begun add constraint begun_token_hash_check CHECK ((length(token_hash) = 32));
alter table auth.credential add constraint credential_account_id_fkey FOREIGN KEY (account_id) REFERENCES auth.account(id) ON DELETE CASCADE;
alter table auth.credential add constraint credential_pkey PRIMARY KEY (id);
alter table auth.credential add constraint credential_provider_provider_account_key UNIQUE (provider, provider_account);
alter table auth.duty add constraint duty_pkey PRIMARY KEY (name);
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
alter table remit.agreed_row add constraint agreed_row_activity_id_check CHECK (((length(activity_id) >= 1) AND (length(activity_id) <= 120)));
alter table remit.agreed_row add constraint agreed_row_pkey PRIMARY KEY (workspace_id, activity_id);
alter table remit.agreed_row add constraint agreed_row_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES remit.workspace(workspace_id) ON DELETE CASCADE;
alter table remit.api_key add constraint api_key_account_id_fkey FOREIGN KEY (account_id) REFERENCES auth.account(id) ON DELETE CASCADE;
alter table remit.api_key add constraint api_key_name_check CHECK (((length(name) >= 1) AND (length(name) <= 120)));
alter table remit.api_key add constraint api_key_pkey PRIMARY KEY (workspace_id, key_id);
alter table remit.api_key add constraint api_key_scopes_check CHECK (((scopes <@ ARRAY['read'::text, 'edit'::text]) AND ('read'::text = ANY (scopes))));
alter table remit.api_key add constraint api_key_token_hash_check CHECK ((length(token_hash) = 32));
alter table remit.api_key add constraint api_key_token_hash_key UNIQUE (token_hash);
alter table remit.api_key add constraint api_key_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES remit.workspace(workspace_id) ON DELETE CASCADE;
alter table remit.comment add constraint comment_item_id_check CHECK (((length(item_id) >= 1) AND (length(item_id) <= 120)));
alter table remit.comment add constraint comment_item_kind_check CHECK (((length(item_kind) >= 1) AND (length(item_kind) <= 60)));
alter table remit.comment add constraint comment_pkey PRIMARY KEY (workspace_id, comment_id);
alter table remit.comment add constraint comment_text_check CHECK (((length(text) >= 0) AND (length(text) <= 8000)));
alter table remit.comment add constraint comment_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES remit.workspace(workspace_id) ON DELETE CASCADE;
alter table remit.contact_check add constraint contact_check_check CHECK ((((token_hash IS NULL) = (kind = 'call'::text)) AND ((contact IS NULL) = (kind = 'correct'::text))));
alter table remit.contact_check add constraint contact_check_contact_check CHECK (((length(contact) >= 1) AND (length(contact) <= 120)));
alter table remit.contact_check add constraint contact_check_kind_check CHECK ((kind = ANY (ARRAY['correct'::text, 'test'::text, 'call'::text])));
alter table remit.contact_check add constraint contact_check_party_check CHECK (((length(party) >= 1) AND (length(party) <= 120)));
alter table remit.contact_check add constraint contact_check_person_check CHECK (((length(person) >= 1) AND (length(person) <= 120)));
alter table remit.contact_check add constraint contact_check_pkey PRIMARY KEY (workspace_id, check_id);
alter table remit.contact_check add constraint contact_check_result_check CHECK ((result = ANY (ARRAY['correct'::text, 'changed'::text, 'received'::text, 'reached'::text, 'not-reached'::text])));
alter table remit.contact_check add constraint contact_check_token_hash_check CHECK ((length(token_hash) = 32));
alter table remit.contact_check add constraint contact_check_token_hash_key UNIQUE (token_hash);
alter table remit.contact_check add constraint contact_check_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES remit.workspace(workspace_id) ON DELETE CASCADE;
alter table remit.contact_claim add constraint contact_claim_contact_check CHECK (((length(contact) >= 1) AND (length(contact) <= 120)));
alter table remit.contact_claim add constraint contact_claim_pkey PRIMARY KEY (workspace_id, claim_id);
alter table remit.contact_claim add constraint contact_claim_value_check CHECK (((length(value) >= 1) AND (length(value) <= 300)));
alter table remit.contact_claim add constraint contact_claim_workspace_id_check_id_fkey FOREIGN KEY (workspace_id, check_id) REFERENCES remit.contact_check(workspace_id, check_id) ON DELETE CASCADE;
alter table remit.contact_schedule add constraint contact_schedule_days_check CHECK (((days >= 7) AND (days <= 730)));
alter table remit.contact_schedule add constraint contact_schedule_party_check CHECK (((length(party) >= 1) AND (length(party) <= 120)));
alter table remit.contact_schedule add constraint contact_schedule_pkey PRIMARY KEY (workspace_id, party);
alter table remit.contact_schedule add constraint contact_schedule_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES remit.workspace(workspace_id) ON DELETE CASCADE;
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
alter table remit.evidence add constraint evidence_activity_id_check CHECK (((length(activity_id) >= 1) AND (length(activity_id) <= 120)));
alter table remit.evidence add constraint evidence_link_check CHECK (((length(link) >= 1) AND (length(link) <= 2000)));
alter table remit.evidence add constraint evidence_note_check CHECK (((length(note) >= 1) AND (length(note) <= 4000)));
alter table remit.evidence add constraint evidence_pkey PRIMARY KEY (workspace_id, evidence_id);
alter table remit.evidence add constraint evidence_title_check CHECK (((length(title) >= 1) AND (length(title) <= 300)));
alter table remit.evidence add constraint evidence_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES remit.workspace(workspace_id) ON DELETE CASCADE;
alter table remit.guest add constraint guest_email_check CHECK (((email = lower(email)) AND ((length(email) >= 3) AND (length(email) <= 320))));
alter table remit.guest add constraint guest_name_check CHECK (((length(name) >= 1) AND (length(name) <= 120)));
alter table remit.guest add constraint guest_party_check CHECK (((length(party) >= 1) AND (length(party) <= 120)));
alter table remit.guest add constraint guest_pkey PRIMARY KEY (workspace_id, guest_id);
alter table remit.guest add constraint guest_purpose_check CHECK ((purpose = ANY (ARRAY['read'::text, 'comment'::text])));
alter table remit.guest add constraint guest_token_hash_check CHECK ((length(token_hash) = 32));
alter table remit.guest add constraint guest_token_hash_key UNIQUE (token_hash);
alter table remit.guest add constraint guest_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES remit.workspace(workspace_id) ON DELETE CASCADE;
alter table remit.guest_session add constraint guest_session_pkey PRIMARY KEY (workspace_id, token_hash);
alter table remit.guest_session add constraint guest_session_token_hash_check CHECK ((length(token_hash) = 32));
alter table remit.guest_session add constraint guest_session_token_hash_key UNIQUE (token_hash);
alter table remit.guest_session add constraint guest_session_workspace_id_guest_id_fkey FOREIGN KEY (workspace_id, guest_id) REFERENCES remit.guest(workspace_id, guest_id) ON DELETE CASCADE;
alter table remit.history_check add constraint history_check_pkey PRIMARY KEY (workspace_id);
alter table remit.history_check add constraint history_check_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES remit.workspace(workspace_id) ON DELETE CASCADE;
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
alter table remit.minute_answer add constraint minute_answer_choice_check CHECK (((length(choice) >= 1) AND (length(choice) <= 120)));
alter table remit.minute_answer add constraint minute_answer_pkey PRIMARY KEY (workspace_id, test_id, place);
alter table remit.minute_answer add constraint minute_answer_place_check CHECK (((place >= 0) AND (place <= 19)));
alter table remit.minute_answer add constraint minute_answer_workspace_id_test_id_fkey FOREIGN KEY (workspace_id, test_id) REFERENCES remit.minute_test(workspace_id, test_id) ON DELETE CASCADE;
alter table remit.minute_test add constraint minute_test_label_check CHECK (((length(label) >= 1) AND (length(label) <= 120)));
alter table remit.minute_test add constraint minute_test_pkey PRIMARY KEY (workspace_id, test_id);
alter table remit.minute_test add constraint minute_test_questions_check CHECK (((jsonb_typeof(questions) = 'array'::text) AND ((jsonb_array_length(questions) >= 1) AND (jsonb_array_length(questions) <= 20))));
alter table remit.minute_test add constraint minute_test_token_hash_check CHECK ((length(token_hash) = 32));
alter table remit.minute_test add constraint minute_test_token_hash_key UNIQUE (token_hash);
alter table remit.minute_test add constraint minute_test_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES remit.workspace(workspace_id) ON DELETE CASCADE;
alter table remit.notice add constraint notice_account_id_fkey FOREIGN KEY (account_id) REFERENCES auth.account(id) ON DELETE CASCADE;
alter table remit.notice add constraint notice_news_check CHECK ((news = ANY (ARRAY['made'::text, 'accepted'::text, 'declined'::text, 'countered'::text])));
alter table remit.notice add constraint notice_pkey PRIMARY KEY (workspace_id, notice_id);
alter table remit.notice add constraint notice_workspace_id_proposal_id_fkey FOREIGN KEY (workspace_id, proposal_id) REFERENCES remit.proposal(workspace_id, proposal_id) ON DELETE CASCADE;
alter table remit.private_contact add constraint private_contact_contact_id_check CHECK (((length(contact_id) >= 1) AND (length(contact_id) <= 120)));
alter table remit.private_contact add constraint private_contact_pkey PRIMARY KEY (workspace_id, contact_id);
alter table remit.private_contact add constraint private_contact_value_check CHECK (((length(value) >= 1) AND (length(value) <= 1000)));
alter table remit.private_contact add constraint private_contact_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES remit.workspace(workspace_id) ON DELETE CASCADE;
alter table remit.proposal add constraint proposal_activities_check CHECK ((cardinality(activities) > 0));
alter table remit.proposal add constraint proposal_answer_check CHECK (((length(answer) >= 1) AND (length(answer) <= 2000)));
alter table remit.proposal add constraint proposal_edits_check CHECK (((jsonb_typeof(edits) = 'array'::text) AND (jsonb_array_length(edits) > 0)));
alter table remit.proposal add constraint proposal_pkey PRIMARY KEY (workspace_id, proposal_id);
alter table remit.proposal add constraint proposal_reason_check CHECK (((length(reason) >= 1) AND (length(reason) <= 2000)));
alter table remit.proposal add constraint proposal_state_check CHECK ((state = ANY (ARRAY['open'::text, 'accepted'::text, 'declined'::text, 'withdrawn'::text, 'countered'::text])));
alter table remit.proposal add constraint proposal_what_check CHECK (((length(what) >= 1) AND (length(what) <= 500)));
alter table remit.proposal add constraint proposal_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES remit.workspace(workspace_id) ON DELETE CASCADE;
alter table remit.review add constraint review_attended_check CHECK ((length(attended) <= 2000));
alter table remit.review add constraint review_check CHECK ((((held_on IS NULL) = (closed_at IS NULL)) AND ((held_on IS NULL) OR (cancelled_at IS NULL))));
alter table remit.review add constraint review_minutes_check CHECK ((length(minutes) <= 20000));
alter table remit.review add constraint review_pkey PRIMARY KEY (workspace_id, review_id);
alter table remit.review add constraint review_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES remit.workspace(workspace_id) ON DELETE CASCADE;
alter table remit.review_decision add constraint review_decision_activity_check CHECK (((length(activity) >= 1) AND (length(activity) <= 120)));
alter table remit.review_decision add constraint review_decision_pkey PRIMARY KEY (workspace_id, review_id, decision_id);
alter table remit.review_decision add constraint review_decision_place_check CHECK (((place >= 0) AND (place <= 99)));
alter table remit.review_decision add constraint review_decision_words_check CHECK (((length(words) >= 1) AND (length(words) <= 2000)));
alter table remit.review_decision add constraint review_decision_workspace_id_review_id_fkey FOREIGN KEY (workspace_id, review_id) REFERENCES remit.review(workspace_id, review_id) ON DELETE CASCADE;
alter table remit.review_trigger add constraint review_trigger_kind_check CHECK (((length(kind) >= 1) AND (length(kind) <= 60)));
alter table remit.review_trigger add constraint review_trigger_note_check CHECK (((length(note) >= 1) AND (length(note) <= 2000)));
alter table remit.review_trigger add constraint review_trigger_pkey PRIMARY KEY (workspace_id, trigger_id);
alter table remit.review_trigger add constraint review_trigger_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES remit.workspace(workspace_id) ON DELETE CASCADE;
alter table remit.review_trigger add constraint review_trigger_workspace_id_review_id_fkey FOREIGN KEY (workspace_id, review_id) REFERENCES remit.review(workspace_id, review_id);
alter table remit.row_stand add constraint row_stand_activity_id_check CHECK (((length(activity_id) >= 1) AND (length(activity_id) <= 120)));
alter table remit.row_stand add constraint row_stand_check CHECK (((stand = 'agreed'::text) OR (reason IS NOT NULL)));
alter table remit.row_stand add constraint row_stand_pkey PRIMARY KEY (workspace_id, activity_id, party);
alter table remit.row_stand add constraint row_stand_reason_check CHECK (((length(reason) >= 1) AND (length(reason) <= 2000)));
alter table remit.row_stand add constraint row_stand_stand_check CHECK ((stand = ANY (ARRAY['agreed'::text, 'contested'::text])));
alter table remit.row_stand add constraint row_stand_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES remit.workspace(workspace_id) ON DELETE CASCADE;
alter table remit.sign_in_rule add constraint sign_in_rule_pkey PRIMARY KEY (workspace_id, party);
alter table remit.sign_in_rule add constraint sign_in_rule_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES remit.workspace(workspace_id) ON DELETE CASCADE;
alter table remit.sign_link add constraint sign_link_code_hash_check CHECK ((length(code_hash) = 32));
alter table remit.sign_link add constraint sign_link_pkey PRIMARY KEY (workspace_id, link_id);
alter table remit.sign_link add constraint sign_link_token_hash_check CHECK ((length(token_hash) = 32));
alter table remit.sign_link add constraint sign_link_token_hash_key UNIQUE (token_hash);
alter table remit.sign_link add constraint sign_link_workspace_id_number_person_fkey FOREIGN KEY (workspace_id, number, person) REFERENCES remit.version_signatory(workspace_id, number, person) ON DELETE CASCADE;
alter table remit.sign_policy add constraint sign_policy_pkey PRIMARY KEY (workspace_id);
alter table remit.sign_policy add constraint sign_policy_weights_check CHECK (((jsonb_typeof(weights) = 'object'::text) AND (length((weights)::text) <= 1000)));
alter table remit.sign_policy add constraint sign_policy_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES remit.workspace(workspace_id) ON DELETE CASCADE;
alter table remit.sign_refusal add constraint sign_refusal_pkey PRIMARY KEY (workspace_id, number, person);
alter table remit.sign_refusal add constraint sign_refusal_reason_check CHECK (((length(reason) >= 1) AND (length(reason) <= 2000)));
alter table remit.sign_refusal add constraint sign_refusal_rows_check CHECK ((jsonb_typeof(rows) = 'array'::text));
alter table remit.sign_refusal add constraint sign_refusal_workspace_id_number_person_fkey FOREIGN KEY (workspace_id, number, person) REFERENCES remit.version_signatory(workspace_id, number, person) ON DELETE CASCADE;
alter table remit.signatory add constraint signatory_party_check CHECK (((length(party) >= 1) AND (length(party) <= 120)));
alter table remit.signatory add constraint signatory_person_check CHECK (((length(person) >= 1) AND (length(person) <= 120)));
alter table remit.signatory add constraint signatory_pkey PRIMARY KEY (workspace_id, person);
alter table remit.signatory add constraint signatory_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES remit.workspace(workspace_id) ON DELETE CASCADE;
alter table remit.signatory_contact add constraint signatory_contact_address_check CHECK (((length(address) >= 3) AND (length(address) <= 320)));
alter table remit.signatory_contact add constraint signatory_contact_person_check CHECK (((length(person) >= 1) AND (length(person) <= 120)));
alter table remit.signatory_contact add constraint signatory_contact_pkey PRIMARY KEY (workspace_id, person);
alter table remit.signatory_contact add constraint signatory_contact_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES remit.workspace(workspace_id) ON DELETE CASCADE;
alter table remit.signature add constraint signature_digest_check CHECK ((length(digest) = 32));
alter table remit.signature add constraint signature_intent_check CHECK (((length(intent) >= 1) AND (length(intent) <= 500)));
alter table remit.signature add constraint signature_pkey PRIMARY KEY (workspace_id, number, person);
alter table remit.signature add constraint signature_workspace_id_number_person_fkey FOREIGN KEY (workspace_id, number, person) REFERENCES remit.version_signatory(workspace_id, number, person) ON DELETE CASCADE;
alter table remit.stationery add constraint stationery_content_check CHECK (((length(content) >= 1) AND (length(content) <= 5242880)));
alter table remit.stationery add constraint stationery_kind_check CHECK ((kind = ANY (ARRAY['template'::text, 'logo'::text])));
alter table remit.stationery add constraint stationery_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200)));
alter table remit.stationery add constraint stationery_party_check CHECK ((length(party) <= 120));
alter table remit.stationery add constraint stationery_pkey PRIMARY KEY (workspace_id, party, kind);
alter table remit.stationery add constraint stationery_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES remit.workspace(workspace_id) ON DELETE CASCADE;
alter table remit.swap_request add constraint swap_request_answer_check CHECK ((answer = ANY (ARRAY['yes'::text, 'no'::text, 'withdrawn'::text])));
alter table remit.swap_request add constraint swap_request_check CHECK ((ends > starts));
alter table remit.swap_request add constraint swap_request_check1 CHECK ((((length(in_person) >= 1) AND (length(in_person) <= 120)) AND (in_person <> out_person)));
alter table remit.swap_request add constraint swap_request_check2 CHECK (((answered_at IS NULL) = (answer IS NULL)));
alter table remit.swap_request add constraint swap_request_out_person_check CHECK (((length(out_person) >= 1) AND (length(out_person) <= 120)));
alter table remit.swap_request add constraint swap_request_pkey PRIMARY KEY (workspace_id, request_id);
alter table remit.swap_request add constraint swap_request_rotation_check CHECK (((length(rotation) >= 1) AND (length(rotation) <= 120)));
alter table remit.swap_request add constraint swap_request_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES remit.workspace(workspace_id) ON DELETE CASCADE;
alter table remit.version add constraint version_check CHECK ((digest = sha256(convert_to(matrix, 'UTF8'::name))));
alter table remit.version add constraint version_check1 CHECK (((completed_at IS NULL) OR (refused_at IS NULL)));
alter table remit.version add constraint version_check2 CHECK ((((withdrawn_at IS NULL) = (withdrawn_by IS NULL)) AND ((withdrawn_at IS NULL) = (withdrawn_reason IS NULL))));
alter table remit.version add constraint version_digest_check CHECK ((length(digest) = 32));
alter table remit.version add constraint version_number_check CHECK ((number > 0));
alter table remit.version add constraint version_pkey PRIMARY KEY (workspace_id, number);
alter table remit.version add constraint version_withdrawn_reason_check CHECK (((length(withdrawn_reason) >= 1) AND (length(withdrawn_reason) <= 2000)));
alter table remit.version add constraint version_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES remit.workspace(workspace_id) ON DELETE CASCADE;
alter table remit.version_signatory add constraint version_signatory_delegated_by_check CHECK ((delegated_by = ANY (ARRAY['signatory'::text, 'party'::text])));
alter table remit.version_signatory add constraint version_signatory_pkey PRIMARY KEY (workspace_id, number, person);
alter table remit.version_signatory add constraint version_signatory_workspace_id_number_fkey FOREIGN KEY (workspace_id, number) REFERENCES remit.version(workspace_id, number) ON DELETE CASCADE;
alter table remit.webhook add constraint webhook_events_check CHECK (((cardinality(events) >= 1) AND (cardinality(events) <= 40)));
alter table remit.webhook add constraint webhook_name_check CHECK (((length(name) >= 1) AND (length(name) <= 120)));
alter table remit.webhook add constraint webhook_off_why_check CHECK ((off_why = ANY (ARRAY['failing'::text, 'gone'::text])));
alter table remit.webhook add constraint webhook_party_check CHECK (((length(party) >= 1) AND (length(party) <= 120)));
alter table remit.webhook add constraint webhook_pkey PRIMARY KEY (workspace_id, webhook_id);
alter table remit.webhook add constraint webhook_url_check CHECK (((length(url) >= 1) AND (length(url) <= 2000)));
alter table remit.webhook add constraint webhook_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES remit.workspace(workspace_id) ON DELETE CASCADE;
alter table remit.webhook_delivery add constraint webhook_delivery_pkey PRIMARY KEY (workspace_id, delivery_id);
alter table remit.webhook_delivery add constraint webhook_delivery_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'sent'::text, 'failed'::text])));
alter table remit.webhook_delivery add constraint webhook_delivery_workspace_id_webhook_id_fkey FOREIGN KEY (workspace_id, webhook_id) REFERENCES remit.webhook(workspace_id, webhook_id) ON DELETE CASCADE;
alter table remit.workspace add constraint workspace_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200)));
alter table remit.workspace add constraint workspace_pkey PRIMARY KEY (workspace_id);

-- indexes

CREATE INDEX answered_at ON auth.answered USING btree (at);
CREATE INDEX begun_expires ON auth.begun USING btree (expires_at);
CREATE INDEX comment_by ON remit.comment USING btree (author);
CREATE INDEX comment_in_order ON remit.comment USING btree (workspace_id, said_at, comment_id);
CREATE INDEX comment_of_item ON remit.comment USING btree (workspace_id, item_kind, item_id);
CREATE INDEX contact_check_of_person ON remit.contact_check USING btree (workspace_id, person, made_at DESC);
CREATE INDEX credential_of_account ON auth.credential USING btree (account_id);
CREATE INDEX deletion_day ON remit.deletion USING btree (at);
CREATE INDEX delivery_due ON remit.webhook_delivery USING btree (due_at) WHERE (state = 'waiting'::text);
CREATE INDEX delivery_of_webhook ON remit.webhook_delivery USING btree (workspace_id, webhook_id, made_at DESC, delivery_id DESC);
CREATE INDEX edit_log_by ON remit.edit_log USING btree (actor, workspace_id, revision);
CREATE INDEX edit_log_of_day ON remit.edit_log USING brin (at);
CREATE INDEX edit_log_undoes ON remit.edit_log USING btree (workspace_id, undoes) WHERE (undoes IS NOT NULL);
CREATE INDEX edit_origin_kept ON remit.edit_origin USING btree (at) WHERE ((address IS NOT NULL) OR (agent IS NOT NULL));
CREATE INDEX evidence_of_row ON remit.evidence USING btree (workspace_id, activity_id);
CREATE INDEX federated_of_account ON auth.federated USING btree (account_id);
CREATE UNIQUE INDEX identity_provider_of_domain ON remit.identity_provider USING btree (domain) WHERE (proved_at IS NOT NULL);
CREATE INDEX link_of_account ON auth.link USING btree (account_id);
CREATE INDEX member_of_account ON remit.member USING btree (account_id);
CREATE INDEX minute_test_by_day ON remit.minute_test USING btree (workspace_id, made_at DESC);
CREATE INDEX notice_for ON remit.notice USING btree (account_id, at);
CREATE INDEX outbox_due ON auth.outbox USING btree (due_at) WHERE ((sent_at IS NULL) AND (sealed IS NOT NULL));
CREATE INDEX passkey_of_account ON auth.passkey USING btree (account_id);
CREATE INDEX proposal_in_order ON remit.proposal USING btree (workspace_id, made_at DESC, proposal_id);
CREATE INDEX proposal_made ON remit.proposal USING btree (workspace_id, revision) WHERE (revision IS NOT NULL);
CREATE INDEX proposal_open ON remit.proposal USING btree (workspace_id) WHERE (state = 'open'::text);
CREATE INDEX review_by_day ON remit.review USING btree (workspace_id, planned_for DESC);
CREATE INDEX review_trigger_open ON remit.review_trigger USING btree (workspace_id, raised_at DESC);
CREATE INDEX second_factor_of_account ON auth.second_factor USING btree (account_id);
CREATE INDEX session_of_account ON auth.session USING btree (account_id);
CREATE INDEX sign_refusal_by ON remit.sign_refusal USING btree (account);
CREATE INDEX signature_by ON remit.signature USING btree (account);
CREATE UNIQUE INDEX signature_of_account ON remit.signature USING btree (workspace_id, number, account);
CREATE INDEX verification_identifier ON auth.verification USING btree (identifier);
CREATE UNIQUE INDEX version_open ON remit.version USING btree (workspace_id) WHERE ((completed_at IS NULL) AND (refused_at IS NULL) AND (withdrawn_at IS NULL));

-- row level security

alter table remit.agreed_row force row level security;
alter table remit.api_key force row level security;
alter table remit.comment force row level security;
alter table remit.contact_check force row level security;
alter table remit.contact_claim force row level security;
alter table remit.contact_schedule force row level security;
alter table remit.deletion force row level security;
alter table remit.draft_item force row level security;
alter table remit.draft_matrix force row level security;
alter table remit.edit_log force row level security;
alter table remit.edit_origin force row level security;
alter table remit.edit_touch force row level security;
alter table remit.evidence force row level security;
alter table remit.guest force row level security;
alter table remit.guest_session force row level security;
alter table remit.history_check force row level security;
alter table remit.history_head force row level security;
alter table remit.identity_provider force row level security;
alter table remit.import force row level security;
alter table remit.imported_piece force row level security;
alter table remit.invitation force row level security;
alter table remit.member force row level security;
alter table remit.minute_answer force row level security;
alter table remit.minute_test force row level security;
alter table remit.notice force row level security;
alter table remit.private_contact force row level security;
alter table remit.proposal force row level security;
alter table remit.review force row level security;
alter table remit.review_decision force row level security;
alter table remit.review_trigger force row level security;
alter table remit.row_stand force row level security;
alter table remit.sign_in_rule force row level security;
alter table remit.sign_link force row level security;
alter table remit.sign_policy force row level security;
alter table remit.sign_refusal force row level security;
alter table remit.signatory force row level security;
alter table remit.signatory_contact force row level security;
alter table remit.signature force row level security;
alter table remit.stationery force row level security;
alter table remit.swap_request force row level security;
alter table remit.version force row level security;
alter table remit.version_signatory force row level security;
alter table remit.webhook force row level security;
alter table remit.webhook_delivery force row level security;
alter table remit.workspace force row level security;

-- policies

create policy owner on remit.agreed_row for all to remit_owner using (true) with check (true);
create policy seen on remit.agreed_row for select to remit_app using ((workspace_id = ( SELECT remit.entered() AS entered)));
create policy owner on remit.api_key for all to remit_owner using (true) with check (true);
create policy seen on remit.api_key for select to remit_app using (((workspace_id = ( SELECT remit.entered() AS entered)) AND ((account_id = (NULLIF(current_setting('remit.actor'::text, true), ''::text))::uuid) OR ((( SELECT remit.entered_as() AS entered_as) = 'owner'::text) AND (EXISTS ( SELECT 1
   FROM remit.member m
  WHERE ((m.workspace_id = api_key.workspace_id) AND (m.account_id = api_key.account_id) AND (NOT (m.party IS DISTINCT FROM ( SELECT remit.entered_party() AS entered_party))))))))));
create policy owner on remit.comment for all to remit_owner using (true) with check (true);
create policy seen on remit.comment for select to remit_app using (((workspace_id = ( SELECT remit.entered() AS entered)) AND ((party_only IS NULL) OR (party_only = ( SELECT remit.sealed_party() AS sealed_party)))));
create policy owner on remit.contact_check for all to remit_owner using (true) with check (true);
create policy seen on remit.contact_check for select to remit_app using (((workspace_id = ( SELECT remit.entered() AS entered)) AND (( SELECT remit.entered_as() AS entered_as) <> 'guest'::text) AND remit.may_keep_for(party)));
create policy owner on remit.contact_claim for all to remit_owner using (true) with check (true);
create policy seen on remit.contact_claim for select to remit_app using (((workspace_id = ( SELECT remit.entered() AS entered)) AND ( SELECT remit.may_edit() AS may_edit) AND remit.may_keep_for(party)));
create policy owner on remit.contact_schedule for all to remit_owner using (true) with check (true);
create policy seen on remit.contact_schedule for select to remit_app using (((workspace_id = ( SELECT remit.entered() AS entered)) AND (( SELECT remit.entered_as() AS entered_as) <> 'guest'::text) AND remit.may_keep_for(party)));
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
create policy owner on remit.evidence for all to remit_owner using (true) with check (true);
create policy seen on remit.evidence for select to remit_app using (((workspace_id = ( SELECT remit.entered() AS entered)) AND ((party_only IS NULL) OR (party_only = ( SELECT remit.sealed_party() AS sealed_party)))));
create policy owner on remit.guest for all to remit_owner using (true) with check (true);
create policy seen on remit.guest for select to remit_app using (((workspace_id = ( SELECT remit.entered() AS entered)) AND ( SELECT remit.may_edit() AS may_edit)));
create policy owner on remit.guest_session for all to remit_owner using (true) with check (true);
create policy owner on remit.history_check for all to remit_owner using (true) with check (true);
create policy seen on remit.history_check for select to remit_app using ((workspace_id = ( SELECT remit.entered() AS entered)));
create policy owner on remit.history_head for all to remit_owner using (true) with check (true);
create policy seen on remit.history_head for select to remit_app using (((workspace_id = ( SELECT remit.entered() AS entered)) AND (( SELECT remit.entered_as() AS entered_as) <> 'guest'::text)));
create policy owner on remit.identity_provider for all to remit_owner using (true) with check (true);
create policy seen on remit.identity_provider for select to remit_app using (((workspace_id = ( SELECT remit.entered() AS entered)) AND (( SELECT remit.entered_as() AS entered_as) = 'owner'::text)));
create policy owner on remit.import for all to remit_owner using (true) with check (true);
create policy seen on remit.import for select to remit_app using (((workspace_id = ( SELECT remit.entered() AS entered)) AND (( SELECT remit.entered_as() AS entered_as) = 'owner'::text)));
create policy owner on remit.imported_piece for all to remit_owner using (true) with check (true);
create policy seen on remit.imported_piece for select to remit_app using (((workspace_id = ( SELECT remit.entered() AS entered)) AND (( SELECT remit.entered_as() AS entered_as) <> 'guest'::text)));
create policy owner on remit.invitation for all to remit_owner using (true) with check (true);
create policy seen on remit.invitation for select to remit_app using (((workspace_id = ( SELECT remit.entered() AS entered)) AND (( SELECT remit.entered_as() AS entered_as) = 'owner'::text)));
create policy owner on remit.member for all to remit_owner using (true) with check (true);
create policy seen on remit.member for select to remit_app using (((workspace_id = ( SELECT remit.entered() AS entered)) AND (( SELECT remit.entered_as() AS entered_as) <> 'guest'::text)));
create policy owner on remit.minute_answer for all to remit_owner using (true) with check (true);
create policy seen on remit.minute_answer for select to remit_app using (((workspace_id = ( SELECT remit.entered() AS entered)) AND ( SELECT remit.may_edit() AS may_edit)));
create policy owner on remit.minute_test for all to remit_owner using (true) with check (true);
create policy seen on remit.minute_test for select to remit_app using (((workspace_id = ( SELECT remit.entered() AS entered)) AND ( SELECT remit.may_edit() AS may_edit)));
create policy owner on remit.notice for all to remit_owner using (true) with check (true);
create policy owner on remit.private_contact for all to remit_owner using (true) with check (true);
create policy seen on remit.private_contact for select to remit_app using (((workspace_id = ( SELECT remit.entered() AS entered)) AND (party = ( SELECT remit.sealed_party() AS sealed_party))));
create policy owner on remit.proposal for all to remit_owner using (true) with check (true);
create policy seen on remit.proposal for select to remit_app using ((workspace_id = ( SELECT remit.entered() AS entered)));
create policy owner on remit.review for all to remit_owner using (true) with check (true);
create policy seen on remit.review for select to remit_app using (((workspace_id = ( SELECT remit.entered() AS entered)) AND (( SELECT remit.entered_as() AS entered_as) <> 'guest'::text)));
create policy owner on remit.review_decision for all to remit_owner using (true) with check (true);
create policy seen on remit.review_decision for select to remit_app using (((workspace_id = ( SELECT remit.entered() AS entered)) AND (( SELECT remit.entered_as() AS entered_as) <> 'guest'::text)));
create policy owner on remit.review_trigger for all to remit_owner using (true) with check (true);
create policy seen on remit.review_trigger for select to remit_app using (((workspace_id = ( SELECT remit.entered() AS entered)) AND (( SELECT remit.entered_as() AS entered_as) <> 'guest'::text)));
create policy owner on remit.row_stand for all to remit_owner using (true) with check (true);
create policy seen on remit.row_stand for select to remit_app using ((workspace_id = ( SELECT remit.entered() AS entered)));
create policy owner on remit.sign_in_rule for all to remit_owner using (true) with check (true);
create policy seen on remit.sign_in_rule for select to remit_app using ((workspace_id = ( SELECT remit.entered() AS entered)));
create policy owner on remit.sign_link for all to remit_owner using (true) with check (true);
create policy seen on remit.sign_link for select to remit_app using (((workspace_id = ( SELECT remit.entered() AS entered)) AND (party = ( SELECT remit.sealed_party() AS sealed_party))));
create policy owner on remit.sign_policy for all to remit_owner using (true) with check (true);
create policy seen on remit.sign_policy for select to remit_app using (((workspace_id = ( SELECT remit.entered() AS entered)) AND (( SELECT remit.entered_as() AS entered_as) <> 'guest'::text)));
create policy owner on remit.sign_refusal for all to remit_owner using (true) with check (true);
create policy seen on remit.sign_refusal for select to remit_app using (((workspace_id = ( SELECT remit.entered() AS entered)) AND (( SELECT remit.entered_as() AS entered_as) <> 'guest'::text)));
create policy owner on remit.signatory for all to remit_owner using (true) with check (true);
create policy seen on remit.signatory for select to remit_app using (((workspace_id = ( SELECT remit.entered() AS entered)) AND (( SELECT remit.entered_as() AS entered_as) <> 'guest'::text)));
create policy owner on remit.signatory_contact for all to remit_owner using (true) with check (true);
create policy seen on remit.signatory_contact for select to remit_app using (((workspace_id = ( SELECT remit.entered() AS entered)) AND (party = ( SELECT remit.sealed_party() AS sealed_party))));
create policy owner on remit.signature for all to remit_owner using (true) with check (true);
create policy seen on remit.signature for select to remit_app using (((workspace_id = ( SELECT remit.entered() AS entered)) AND (( SELECT remit.entered_as() AS entered_as) <> 'guest'::text)));
create policy owner on remit.stationery for all to remit_owner using (true) with check (true);
create policy seen on remit.stationery for select to remit_app using (((workspace_id = ( SELECT remit.entered() AS entered)) AND (party = COALESCE(( SELECT remit.entered_party() AS entered_party), ''::text)) AND (( SELECT remit.entered_as() AS entered_as) <> 'guest'::text)));
create policy owner on remit.swap_request for all to remit_owner using (true) with check (true);
create policy seen on remit.swap_request for select to remit_app using (((workspace_id = ( SELECT remit.entered() AS entered)) AND (( SELECT remit.entered_as() AS entered_as) <> 'guest'::text)));
create policy owner on remit.version for all to remit_owner using (true) with check (true);
create policy seen on remit.version for select to remit_app using (((workspace_id = ( SELECT remit.entered() AS entered)) AND (( SELECT remit.entered_as() AS entered_as) <> 'guest'::text)));
create policy owner on remit.version_signatory for all to remit_owner using (true) with check (true);
create policy seen on remit.version_signatory for select to remit_app using (((workspace_id = ( SELECT remit.entered() AS entered)) AND (( SELECT remit.entered_as() AS entered_as) <> 'guest'::text)));
create policy owner on remit.webhook for all to remit_owner using (true) with check (true);
create policy seen on remit.webhook for select to remit_app using (((workspace_id = ( SELECT remit.entered() AS entered)) AND remit.webhook_mine(party, made_by)));
create policy owner on remit.webhook_delivery for all to remit_owner using (true) with check (true);
create policy seen on remit.webhook_delivery for select to remit_app using (((workspace_id = ( SELECT remit.entered() AS entered)) AND (EXISTS ( SELECT 1
   FROM remit.webhook h
  WHERE ((h.workspace_id = webhook_delivery.workspace_id) AND (h.webhook_id = webhook_delivery.webhook_id))))));
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
CREATE OR REPLACE FUNCTION auth.add_passkey(p_account uuid, p_session bytea, p_name text, p_credential text, p_key bytea, p_counter bigint, p_synced boolean, p_transports text[], p_code boolean)
 RETURNS uuid
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare made uuid;
begin
  perform 1 from auth.account where id = p_account for update;
  if not auth.has_two(p_account, '{}') then
    update auth.session s set how = 'passkey', domain = null where s.token_hash = p_session and s.account_id = p_account;
  elsif not p_code and not auth.shown_two(p_session, '{}') then
    raise exception 'a second factor is wanted' using errcode = 'RM403';
  end if;
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
CREATE OR REPLACE FUNCTION auth.begin_once(p_account uuid, p_key bytea, p_request bytea)
 RETURNS TABLE(state text, sealed bytea)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  delete from auth.answered a where a.at < now() - interval '24 hours';
  insert into auth.answered (account_id, key_hash, request_hash) values (p_account, p_key, p_request) on conflict do nothing;
  if found then return query select 'first', null::bytea; return; end if;
  return query select case when a.request_hash <> p_request then 'other' when a.sealed is null then 'open' else 'again' end, case when a.request_hash = p_request then a.sealed end
    from auth.answered a where a.account_id = p_account and a.key_hash = p_key;
end
$function$
;
CREATE OR REPLACE FUNCTION auth.begin_second_factor()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
begin
  new.begun_at := now();
  return new;
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
declare
  fresh text;
  was text;
begin
  delete from auth.begun where token_hash = p_token and what = 'address' and account_id = p_account and expires_at > now() returning lower(details ->> 'email') into fresh;
  if fresh is null then return null; end if;
  select a.email into was from auth.account a where a.id = p_account for update;
  update auth.account set email = fresh, email_verified = true, updated_at = now() where id = p_account;
  if was is not distinct from fresh then return fresh; end if;
  delete from auth.link where account_id = p_account;
  if p_told is not null then insert into auth.outbox (sealed) values (p_told); end if;
  return fresh;
exception when unique_violation then raise exception 'taken' using errcode = 'RM409';
end
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
    'passkeys', (select coalesce(jsonb_agg(jsonb_build_object('name', k.name, 'keptByAService', k.synced, 'made', k.made_at, 'used', k.last_used_at) order by k.made_at), '[]') from auth.passkey k where k.account_id = p_actor),
    'signedInBy', (select coalesce(jsonb_agg(jsonb_build_object('issuer', f.issuer, 'known', f.subject, 'since', f.made_at) order by f.made_at), '[]') from auth.federated f where f.account_id = p_actor),
    'memberships', (select coalesce(jsonb_agg(jsonb_build_object('workspace', w.workspace_id, 'name', w.name, 'role', m.role, 'party', m.party, 'person', m.person, 'since', m.since, 'until', m.until, 'proved', m.proved) order by m.since), '[]') from remit.member m join remit.workspace w on w.workspace_id = m.workspace_id where m.account_id = p_actor),
    'invitations', (select coalesce(jsonb_agg(jsonb_build_object('workspace', i.workspace_id, 'email', i.email, 'role', i.role, 'party', i.party, 'madeByYou', i.made_by = p_actor, 'usedByYou', coalesce(i.used_by = p_actor, false), 'made', i.made_at, 'until', i.expires_at, 'used', i.used_at, 'revoked', i.revoked_at) order by i.made_at), '[]')
      from remit.invitation i where i.made_by = p_actor or i.used_by = p_actor or i.email = (select a.email from auth.account a where a.id = p_actor)),
    'keys', (select coalesce(jsonb_agg(jsonb_build_object('workspace', k.workspace_id, 'name', k.name, 'scopes', k.scopes, 'made', k.made_at, 'until', k.expires_at, 'revoked', k.revoked_at, 'used', k.last_used_at) order by k.made_at), '[]') from remit.api_key k where k.account_id = p_actor),
    'guestLinks', (select coalesce(jsonb_agg(jsonb_build_object('workspace', g.workspace_id, 'name', g.name, 'email', g.email, 'purpose', g.purpose, 'party', g.party, 'made', g.made_at, 'until', g.expires_at, 'revoked', g.revoked_at, 'used', g.last_used_at) order by g.made_at), '[]')
      from remit.guest g where g.email = (select a.email from auth.account a where a.id = p_actor)),
    'formerMemberships', (select coalesce(jsonb_agg(jsonb_build_object('workspace', i.workspace_id, 'workspaceBefore', i.from_name, 'name', o.one ->> 'name', 'email', o.one ->> 'email', 'role', o.one ->> 'role', 'party', o.one ->> 'party') order by i.at), '[]')
      from remit.import i, jsonb_array_elements(i.members) as o (one) where lower(o.one ->> 'email') = (select a.email from auth.account a where a.id = p_actor)),
    'answersKept', (select coalesce(jsonb_agg(jsonb_build_object('at', x.at) order by x.at), '[]') from auth.answered x where x.account_id = p_actor))
$function$
;
CREATE OR REPLACE FUNCTION auth.drop_late_pending()
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
  delete from auth.second_factor where verified is not true and begun_at < now() - interval '10 minutes'
$function$
;
CREATE OR REPLACE FUNCTION auth.drop_once(p_account uuid, p_key bytea)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
  delete from auth.answered where account_id = p_account and key_hash = p_key and sealed is null
$function$
;
CREATE OR REPLACE FUNCTION auth.drop_pending()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  delete from auth.second_factor f where f.account_id = new.account_id and f.verified is not true;
  return null;
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
  -- Where the address names them and they are no member: as a guest, and as somebody of a workspace that came from a file.
  update remit.guest g set name = '(erased)', email = null where g.email = address;
  update remit.import i set members = (select jsonb_agg(case when lower(o.one ->> 'email') = address then o.one || '{"name": "(erased)", "email": null}' else o.one end order by o.n) from jsonb_array_elements(i.members) with ordinality as o (one, n))
    where exists (select 1 from jsonb_array_elements(i.members) as o (one) where lower(o.one ->> 'email') = address);
  update remit.edit_origin o set address = null, agent = null, key_id = null where o.actor = p_actor;
  delete from auth.session where account_id = p_actor;
  delete from auth.credential where account_id = p_actor;
  delete from auth.passkey where account_id = p_actor;
  delete from auth.second_factor where account_id = p_actor;
  delete from auth.used_code where account_id = p_actor;
  delete from auth.link where account_id = p_actor;
  delete from auth.verification v where v.value = p_actor::text or v.value like '%' || p_actor::text || '%' or (address is not null and (position(address in v.identifier) > 0 or position(address in v.value) > 0));
  delete from auth.outbox o where o.mail_id = any (p_mails);
  delete from auth.federated where account_id = p_actor;
  delete from auth.begun where account_id = p_actor;
  delete from auth.answered where account_id = p_actor;
  update auth.account set name = '(erased)', email = null, email_verified = false, image = null, second_factor = false, erased_at = now(), updated_at = now() where id = p_actor;
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
CREATE OR REPLACE FUNCTION auth.finish_once(p_account uuid, p_key bytea, p_sealed bytea)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
  update auth.answered set sealed = p_sealed where account_id = p_account and key_hash = p_key
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
CREATE OR REPLACE FUNCTION auth.use_passkey(p_passkey uuid, p_account uuid, p_counter bigint)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  update auth.passkey p set counter = p_counter, last_used_at = now()
    where p.passkey_id = p_passkey and p.account_id = p_account and (p.counter < p_counter or (p.counter = 0 and p_counter = 0));
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
CREATE OR REPLACE FUNCTION auth.wants_letters(p_account uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select a.letters from auth.account a where a.id = p_account
$function$
;
CREATE OR REPLACE FUNCTION auth.wish_letters(p_account uuid, p_letters boolean)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
  update auth.account a set letters = p_letters, updated_at = now() where a.id = p_account
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
  perform 1 from remit.workspace w where w.workspace_id = i.workspace_id for update;
  if exists (select 1 from remit.deletion d where d.workspace_id = i.workspace_id) then raise exception 'gone' using errcode = 'RM410'; end if;
  select * into inviter from remit.member m where m.workspace_id = i.workspace_id and m.account_id = i.made_by and m.role = 'owner' and (m.until is null or m.until > now());
  if not found then raise exception 'gone' using errcode = 'RM410'; end if;
  if i.party is not null and i.party is distinct from inviter.party and exists (
    select 1 from remit.member m where m.workspace_id = i.workspace_id and m.party = i.party and (m.role = 'owner' or m.proved) and (m.until is null or m.until > now())) then
    raise exception 'gone' using errcode = 'RM410';
  end if;
  if exists (select 1 from remit.member m where m.workspace_id = i.workspace_id and m.account_id = p_account and (m.until is null or m.until > now())) then
    raise exception 'already a member' using errcode = 'RM409';
  end if;
  delete from remit.member m where m.workspace_id = i.workspace_id and m.account_id = p_account;
  insert into remit.member (workspace_id, account_id, role, party, person, invited_by, proved)
    values (i.workspace_id, p_account, i.role, i.party, i.person, i.made_by, i.mailed or (i.party is not distinct from inviter.party and inviter.proved));
  update remit.invitation set used_at = now(), used_by = p_account where token_hash = p_token;
  return i.workspace_id;
end
$function$
;
CREATE OR REPLACE FUNCTION remit.accept_proposal(p_id uuid, p_seen bigint, p_edit uuid, p_what text, p_edits jsonb, p_undo jsonb, p_new jsonb, p_changed jsonb, p_gone jsonb, p_matrix jsonb, p_salt bytea, p_payload bytea, p_said_salt bytea, p_said_payload bytea)
 RETURNS TABLE(revision bigint, at timestamp with time zone, made boolean)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
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
$function$
;
CREATE OR REPLACE FUNCTION remit.add_evidence(p_id uuid, p_activity text, p_title text, p_link text, p_note text, p_on date, p_private boolean)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
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
$function$
;
CREATE OR REPLACE FUNCTION remit.addresses_by_link(p_token bytea)
 RETURNS TABLE(person text, name text, email text, number integer, workspace_name text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select a.*, l.number, w.name from remit.sign_link l join remit.workspace w on w.workspace_id = l.workspace_id, lateral remit.version_addresses(l.workspace_id, l.number) a where l.token_hash = p_token and l.ended_at = now()
$function$
;
CREATE OR REPLACE FUNCTION remit.addresses_of(p_accounts uuid[])
 RETURNS TABLE(account uuid, email text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select a.id, a.email from remit.member m join auth.account a on a.id = m.account_id
  where m.workspace_id = remit.entered() and m.account_id = any (p_accounts) and a.email is not null and a.letters and (m.until is null or m.until > now())
$function$
;
CREATE OR REPLACE FUNCTION remit.addresses_of(p_person text)
 RETURNS TABLE(email text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select a.email from remit.member m join auth.account a on a.id = m.account_id
  where m.workspace_id = remit.entered() and remit.entered_as() <> 'guest' and m.person = p_person and (m.until is null or m.until > now())
    and a.letters and a.email is not null and a.email_verified
    and not exists (select 1 from remit.sign_in_rule r where r.workspace_id = m.workspace_id and not auth.has_two(a.id, r.domains))
  limit 5
$function$
;
CREATE OR REPLACE FUNCTION remit.agreed_here()
 RETURNS SETOF text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select remit.agreed_rows(remit.entered(), array(select a.activity_id from remit.agreed_row a where a.workspace_id = remit.entered()))
$function$
;
CREATE OR REPLACE FUNCTION remit.agreed_rows(p_workspace uuid, p_rows text[])
 RETURNS SETOF text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select a.activity_id from remit.agreed_row a
  join remit.draft_item i on i.workspace_id = a.workspace_id and i.kind = 'activity' and i.item_id = a.activity_id
  where a.workspace_id = p_workspace and a.activity_id = any (p_rows) and a.row_hash = remit.row_hash(i.body)
$function$
;
CREATE OR REPLACE FUNCTION remit.answer_claim(p_claim uuid, p_accept boolean)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare theirs text;
begin
  if remit.entered() is null then raise exception 'not here' using errcode = 'RM404'; end if;
  if not remit.may_edit() then raise exception 'may not' using errcode = 'RM403'; end if;
  select c.party into theirs from remit.contact_claim c where c.workspace_id = remit.entered() and c.claim_id = p_claim;
  if theirs is null or not remit.may_keep_for(theirs) then raise exception 'no such claim' using errcode = 'RM404'; end if;
  update remit.contact_claim c set answered_at = now(), answered_by = current_setting('remit.actor')::uuid, accepted = p_accept, value = null
    where c.workspace_id = remit.entered() and c.claim_id = p_claim and c.answered_at is null;
  return found;
end
$function$
;
CREATE OR REPLACE FUNCTION remit.answer_contact_check(p_token bytea, p_result text, p_contacts text[], p_claims jsonb)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare c remit.contact_check;
begin
  if not exists (select 1 from remit.contact_check_of(p_token, null)) then return false; end if;
  update remit.contact_check x set answered_at = now(), result = p_result where x.token_hash = p_token and x.answered_at is null returning * into c;
  if not found then return false; end if;
  insert into remit.contact_claim (workspace_id, check_id, contact, person, party, value)
    select c.workspace_id, c.check_id, j.contact, c.person, c.party, j.value from jsonb_to_recordset(p_claims) as j (contact text, value text);
  if c.kind = 'test' then perform remit.tell_webhooks(c.workspace_id, 'contact.tested', c.party, jsonb_build_object('person', c.person, 'contact', c.contact, 'how', 'message', 'result', p_result, 'by', c.made_by));
  else perform remit.tell_webhooks(c.workspace_id, 'contact.confirmed', c.party, jsonb_build_object('person', c.person, 'contacts', p_contacts, 'claims', jsonb_array_length(p_claims), 'result', p_result, 'by', c.made_by)); end if;
  return true;
end
$function$
;
CREATE OR REPLACE FUNCTION remit.answer_minute_question(p_token bytea, p_place integer, p_choice text)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare t record;
begin
  select * into t from remit.minute_test_of(p_token);
  if not found or t.done then return false; end if;
  perform 1 from remit.minute_test x where x.workspace_id = t.workspace_id and x.test_id = t.test_id for update;
  if p_choice is not null and not exists (select 1 from remit.minute_test x, jsonb_array_elements(x.questions -> p_place -> 'choices') c where x.workspace_id = t.workspace_id and x.test_id = t.test_id and c ->> 'id' = p_choice) then return false; end if;
  update remit.minute_answer x set answered_at = clock_timestamp(), choice = p_choice where x.workspace_id = t.workspace_id and x.test_id = t.test_id and x.place = p_place and x.answered_at is null;
  if not found then return false; end if;
  update remit.minute_test x set done_at = clock_timestamp() where x.workspace_id = t.workspace_id and x.test_id = t.test_id
    and t.questions = (select count(*) from remit.minute_answer a where a.workspace_id = t.workspace_id and a.test_id = t.test_id and a.answered_at is not null);
  return true;
end
$function$
;
CREATE OR REPLACE FUNCTION remit.answer_swap(p_request uuid, p_answer text)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  if remit.entered() is null then raise exception 'not here' using errcode = 'RM404'; end if;
  update remit.swap_request r set answer = p_answer, answered_at = now()
    where r.workspace_id = remit.entered() and r.request_id = p_request and r.answer is null
      and case when p_answer = 'withdrawn' then r.asked_by = current_setting('remit.actor')::uuid else r.in_person = remit.entered_person() end;
  return found;
end
$function$
;
CREATE OR REPLACE FUNCTION remit.ask_contact(p_token bytea, p_kind text, p_person text, p_contact text, p_mailed boolean, p_until timestamp with time zone)
 RETURNS uuid
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  theirs text := remit.asks_for(p_person);
  made uuid;
begin
  update remit.contact_check c set ended_at = now()
    where c.workspace_id = remit.entered() and c.person = p_person and c.kind = p_kind and c.contact is not distinct from p_contact and c.answered_at is null and c.ended_at is null;
  insert into remit.contact_check (workspace_id, kind, token_hash, person, contact, party, made_by, mailed, expires_at)
    values (remit.entered(), p_kind, p_token, p_person, p_contact, theirs, current_setting('remit.actor')::uuid, p_mailed, p_until) returning check_id into made;
  return made;
end
$function$
;
CREATE OR REPLACE FUNCTION remit.ask_sign_code(p_token bytea, p_code bytea)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare found_link record;
begin
  select * into found_link from remit.sign_link_of(p_token);
  if not found then return null; end if;
  update remit.sign_link l set code_hash = p_code, code_until = now() + interval '10 minutes', code_tries = 0,
      codes_sent = case when l.codes_since > now() - interval '1 hour' then l.codes_sent + 1 else 1 end,
      codes_since = case when l.codes_since > now() - interval '1 hour' then l.codes_since else now() end
    where l.token_hash = p_token and not (l.codes_sent >= 5 and l.codes_since > now() - interval '1 hour');
  if not found then raise exception 'too many codes' using errcode = 'RM409'; end if;
  return found_link.address;
end
$function$
;
CREATE OR REPLACE FUNCTION remit.ask_swap(p_request uuid, p_rotation text, p_starts timestamp with time zone, p_ends timestamp with time zone, p_in text)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  if remit.entered() is null then raise exception 'not here' using errcode = 'RM404'; end if;
  if remit.entered_person() is null then raise exception 'nobody of the matrix' using errcode = 'RM403'; end if;
  if (select count(*) from remit.swap_request r where r.workspace_id = remit.entered() and r.asked_by = current_setting('remit.actor')::uuid and r.answer is null) >= 50 then raise exception 'too many' using errcode = 'RM409'; end if;
  insert into remit.swap_request (workspace_id, request_id, rotation, starts, ends, out_person, in_person, asked_by)
    values (remit.entered(), p_request, p_rotation, p_starts, p_ends, remit.entered_person(), p_in, current_setting('remit.actor')::uuid) on conflict do nothing;
end
$function$
;
CREATE OR REPLACE FUNCTION remit.asks_for(p_person text)
 RETURNS text
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare theirs text;
begin
  if remit.entered() is null then raise exception 'not here' using errcode = 'RM404'; end if;
  if not remit.may_edit() then raise exception 'may not ask' using errcode = 'RM403'; end if;
  select i.body ->> 'party' into theirs from remit.draft_item i where i.workspace_id = remit.entered() and i.kind = 'person' and i.item_id = p_person;
  if theirs is null then raise exception 'nobody' using errcode = 'RM404'; end if;
  if not remit.may_keep_for(theirs) then raise exception 'their side asks' using errcode = 'RM403'; end if;
  return theirs;
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
  where remit.entered() is not null and remit.entered_as() <> 'guest' and a.erased_at is null and (m.account_id is not null or exists (select 1 from remit.edit_log l where l.workspace_id = remit.entered() and l.actor = a.id))
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
CREATE OR REPLACE FUNCTION remit.cancel_review(p_review uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  if remit.entered() is null then raise exception 'not here' using errcode = 'RM404'; end if;
  if not remit.may_edit() then raise exception 'may not' using errcode = 'RM403'; end if;
  update remit.review r set cancelled_at = now() where r.workspace_id = remit.entered() and r.review_id = p_review and r.held_on is null and r.cancelled_at is null;
  return found;
end
$function$
;
CREATE OR REPLACE FUNCTION remit.change_comment(p_id uuid, p_text text)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  if not remit.may_talk() then raise exception 'may not talk' using errcode = 'RM403'; end if;
  update remit.comment c set text = p_text, changed_at = now()
    where c.workspace_id = remit.entered() and c.comment_id = p_id and c.author = nullif(current_setting('remit.actor', true), '')::uuid and c.removed_at is null and remit.own_to(c.party_only);
  if not found then raise exception 'no comment of yours' using errcode = 'RM404'; end if;
end
$function$
;
CREATE OR REPLACE FUNCTION remit.change_member(p_account uuid, p_role text, p_party text, p_person text)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  here uuid := remit.entered();
  me uuid := nullif(current_setting('remit.actor', true), '')::uuid;
  was record;
  alone boolean;
begin
  perform remit.may_manage(p_account);
  if remit.entered_as() <> 'owner' then raise exception 'may not change' using errcode = 'RM403'; end if;
  if not remit.known_party(here, p_party) then raise exception 'no such party' using errcode = 'RM404'; end if;
  select m.party, m.proved into was from remit.member m where m.workspace_id = here and m.account_id = p_account;
  if was.party is distinct from p_party and not remit.may_name_for(p_party, p_account) then
    raise exception 'their side decides' using errcode = 'RM403';
  end if;
  alone := not exists (select 1 from remit.member m where m.workspace_id = here and m.account_id <> p_account and (m.until is null or m.until > now()));
  perform 1 from remit.member m where m.workspace_id = here and m.role = 'owner' for update;
  update remit.member m set role = p_role, party = p_party, person = p_person,
      proved = case when was.party is not distinct from p_party or alone then m.proved
        when p_party is not null and p_party = remit.entered_party() and p_account <> me then remit.entered_proved()
        when was.party is null then m.proved and (p_account = me or p_party is null)
        else false end
    where m.workspace_id = here and m.account_id = p_account;
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
CREATE OR REPLACE FUNCTION remit.change_webhook(p_webhook uuid, p_name text, p_url text, p_events text[], p_active boolean)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare h remit.webhook := remit.own_webhook(p_webhook);
begin
  update remit.webhook x set name = coalesce(p_name, x.name), url = coalesce(p_url, x.url), events = coalesce(p_events, x.events), active = coalesce(p_active, x.active),
    off_why = case when p_active is null then x.off_why end, failing_since = case when p_active or p_url is not null then null else x.failing_since end,
    -- What happened while it was off, or while nobody asked for it, is not told afterwards.
    told = case when (p_active and not x.active) or (p_events is not null and not 'draft.edited' = any (x.events)) then (select w.revision from remit.workspace w where w.workspace_id = x.workspace_id) else x.told end
    where x.workspace_id = h.workspace_id and x.webhook_id = h.webhook_id;
  if p_active = false then perform remit.give_up(h.workspace_id, h.webhook_id); end if;
end
$function$
;
CREATE OR REPLACE FUNCTION remit.close_proposal(p_id uuid, p_reason text, p_edit uuid, p_what text, p_salt bytea, p_payload bytea)
 RETURNS bigint
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
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
  for_party text;
  made timestamptz := now();
  touched text[];
  editor boolean;
  own text;
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
  select m.party, m.role in ('owner', 'editor'), m.person into for_party, editor, own from remit.member m
    where m.workspace_id = p_workspace and m.account_id = p_actor and (m.until is null or m.until > now());
  if not found or not (editor or remit.says_of_self(p_workspace, own, p_edit, p_new, p_changed, p_gone, p_matrix)) then raise exception 'may not edit' using errcode = 'RM403'; end if;
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
      when sqlstate 'RM401' or sqlstate 'RM403' or sqlstate 'RM409' or sqlstate 'RM423' then fault := sqlstate;
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
CREATE OR REPLACE FUNCTION remit.contact_check_of(p_token bytea, p_account uuid)
 RETURNS TABLE(id uuid, workspace uuid, workspace_name text, kind text, person text, contact text, maker uuid, maker_name text, until timestamp with time zone, own boolean)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select c.check_id, c.workspace_id, w.name, c.kind, c.person, c.contact, c.made_by, a.name, c.expires_at,
    exists (select 1 from remit.member o where o.workspace_id = c.workspace_id and o.account_id = p_account and o.person = c.person and (o.until is null or o.until > now()))
  from remit.contact_check c
  join remit.workspace w on w.workspace_id = c.workspace_id
  join remit.member m on m.workspace_id = c.workspace_id and m.account_id = c.made_by and m.role in ('owner', 'editor') and (m.until is null or m.until > now())
    and ((m.party = c.party and m.proved) or not exists (select 1 from remit.member o where o.workspace_id = c.workspace_id and o.party = c.party and (o.until is null or o.until > now())))
  join remit.draft_item i on i.workspace_id = c.workspace_id and i.kind = 'person' and i.item_id = c.person and i.body ->> 'party' = c.party
  left join auth.account a on a.id = c.made_by
  where c.token_hash = p_token and c.answered_at is null and c.ended_at is null and c.expires_at > now()
$function$
;
CREATE OR REPLACE FUNCTION remit.decides_for()
 RETURNS text
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare mine record;
begin
  select m.role, m.party, m.proved into mine from remit.member m
    where m.workspace_id = remit.entered() and m.account_id = nullif(current_setting('remit.actor', true), '')::uuid and (m.until is null or m.until > now());
  if not found then raise exception 'not here' using errcode = 'RM404'; end if;
  if mine.role not in ('owner', 'editor', 'approver') or mine.party is null or not mine.proved then raise exception 'decides for nobody' using errcode = 'RM403'; end if;
  return mine.party;
end
$function$
;
CREATE OR REPLACE FUNCTION remit.deciding(p_workspace uuid)
 RETURNS SETOF text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select distinct m.party from remit.member m
  where m.workspace_id = p_workspace and m.party is not null and m.proved and m.role in ('owner', 'editor', 'approver') and (m.until is null or m.until > now())
$function$
;
CREATE OR REPLACE FUNCTION remit.deciding_here()
 RETURNS SETOF text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select remit.deciding(remit.entered())
$function$
;
CREATE OR REPLACE FUNCTION remit.delegate_signature(p_number integer, p_person text, p_to text, p_edit uuid, p_what text, p_salt bytea, p_payload bytea)
 RETURNS bigint
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  here uuid := remit.entered();
  me uuid := nullif(current_setting('remit.actor', true), '')::uuid;
  wanted remit.version := remit.open_version(p_number);
  seat remit.version_signatory;
  other record;
  now_at bigint;
begin
  select e.revision into now_at from remit.edit_log e where e.workspace_id = here and e.edit_id = p_edit and e.actor = me;
  if found then return now_at; end if;
  select * into seat from remit.version_signatory s where s.workspace_id = here and s.number = p_number and s.person = p_person for update;
  if not found then raise exception 'nobody' using errcode = 'RM404'; end if;
  if exists (select 1 from remit.signature g where g.workspace_id = here and g.number = p_number and g.person = p_person) then raise exception 'signed already' using errcode = 'RM409'; end if;
  if not exists (select 1 from remit.signs_as(here, p_number, p_person) a where a = me)
    and not (seat.party = remit.sealed_party() and remit.entered_as() in ('owner', 'approver') and not exists (select 1 from remit.signs_as(here, p_number, p_person))) then
    raise exception 'not theirs to hand on' using errcode = 'RM403';
  end if;
  -- As the matrix that is signed has them.
  select x.value ->> 'name' as name, x.value ->> 'party' as party into other from jsonb_array_elements(wanted.matrix::jsonb -> 'people') x where x.value ->> 'id' = p_to;
  if not found or other.party <> seat.party or p_to = seat.person or exists (select 1 from remit.version_signatory s where s.workspace_id = here and s.number = p_number and (s.person = p_to or s.delegate = p_to)) then raise exception 'nobody else of this party' using errcode = 'RM423'; end if;
  -- Depth one: it is handed on by whose it was, not by whom it came to.
  if seat.delegate is not null and exists (select 1 from remit.signs_as(here, p_number, p_person) a where a = me) then raise exception 'handed on once' using errcode = 'RM403'; end if;
  update remit.version_signatory s set delegate = p_to, delegate_name = other.name, delegated_at = now(), delegated_by = case when exists (select 1 from remit.signs_as(here, p_number, p_person) a where a = me) then 'signatory' else 'party' end
    where s.workspace_id = here and s.number = p_number and s.person = p_person;
  return remit.write_entry(here, me, seat.party, p_edit, p_what, '[]', '[]', null, null, p_salt, p_payload, now());
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
CREATE OR REPLACE FUNCTION remit.delivery_tried(p_workspace uuid, p_delivery uuid, p_sent boolean, p_attempt jsonb, p_again timestamp with time zone, p_gone boolean)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
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
$function$
;
CREATE OR REPLACE FUNCTION remit.demand_second_factor(p_session bytea, p_domains text[])
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  perform remit.must_be_of_it();
  if remit.entered_as() is distinct from 'owner' then raise exception 'not for this role' using errcode = 'RM403'; end if;
  perform 1 from auth.session where token_hash = p_session and account_id = current_setting('remit.actor')::uuid;
  if not found or not auth.shown_two(p_session, p_domains) then raise exception 'show it first' using errcode = 'RM409'; end if;
  insert into remit.sign_in_rule (workspace_id, party, domains, made_by) values (remit.entered(), coalesce(remit.entered_party(), ''), p_domains, current_setting('remit.actor')::uuid)
    on conflict (workspace_id, party) do update set domains = excluded.domains, made_by = excluded.made_by;
end
$function$
;
CREATE OR REPLACE FUNCTION remit.drop_stationery(p_kind text)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  if remit.entered() is null then raise exception 'not here' using errcode = 'RM404'; end if;
  if not remit.may_edit() then raise exception 'may not' using errcode = 'RM403'; end if;
  delete from remit.stationery s where s.workspace_id = remit.entered() and s.party = coalesce(remit.entered_party(), '') and s.kind = p_kind;
end
$function$
;
CREATE OR REPLACE FUNCTION remit.end_guest(p_guest uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare theirs record;
begin
  if not remit.may_edit() then raise exception 'may not end' using errcode = 'RM403'; end if;
  select g.made_by, g.party into theirs from remit.guest g where g.workspace_id = remit.entered() and g.guest_id = p_guest;
  if not found then return false; end if;
  if not remit.may_end_guest(theirs.made_by, theirs.party) then raise exception 'their side decides' using errcode = 'RM403'; end if;
  update remit.guest g set revoked_at = now() where g.workspace_id = remit.entered() and g.guest_id = p_guest and g.revoked_at is null;
  delete from remit.guest_session s where s.workspace_id = remit.entered() and s.guest_id = p_guest;
  return true;
end
$function$
;
CREATE OR REPLACE FUNCTION remit.end_keys()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  -- Who left with a deleted workspace comes back with it, and so do their keys.
  if exists (select 1 from remit.deletion d where d.workspace_id = old.workspace_id) then return null; end if;
  update remit.api_key k set revoked_at = now() where k.workspace_id = old.workspace_id and k.account_id = old.account_id and k.revoked_at is null;
  return null;
end
$function$
;
CREATE OR REPLACE FUNCTION remit.end_minute_test(p_test uuid, p_forget boolean)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  if remit.entered() is null then raise exception 'not here' using errcode = 'RM404'; end if;
  if not remit.may_edit() then raise exception 'may not' using errcode = 'RM403'; end if;
  if p_forget then delete from remit.minute_test t where t.workspace_id = remit.entered() and t.test_id = p_test;
  else update remit.minute_test t set ended_at = now() where t.workspace_id = remit.entered() and t.test_id = p_test and t.ended_at is null; end if;
  return found;
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
CREATE OR REPLACE FUNCTION remit.enter_as_guest(p_session bytea, p_workspace uuid)
 RETURNS TABLE(guest uuid, name text, purpose text, party text, until timestamp with time zone, revision bigint)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  return query
    select g.guest_id, g.name, g.purpose, case when m.party = g.party then g.party end, g.expires_at, w.revision
    from remit.guest_session s
    join remit.guest g on g.workspace_id = s.workspace_id and g.guest_id = s.guest_id and g.revoked_at is null and g.expires_at > now()
    join remit.member m on m.workspace_id = g.workspace_id and m.account_id = g.made_by and m.role in ('owner', 'editor') and (m.until is null or m.until > now())
    join remit.workspace w on w.workspace_id = g.workspace_id
    where s.workspace_id = p_workspace and s.token_hash = p_session;
  if found then
    update remit.guest g set last_used_at = now() from remit.guest_session s
      where s.workspace_id = p_workspace and s.token_hash = p_session and g.workspace_id = s.workspace_id and g.guest_id = s.guest_id and g.last_used_at < now() - interval '1 minute';
  end if;
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
  union all select g.workspace_id from remit.guest_here() g
  limit 1
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
  union all select 'guest' from remit.guest_here()
  limit 1
$function$
;
CREATE OR REPLACE FUNCTION remit.entered_party()
 RETURNS text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select case when party is null or proved then party else '' end from remit.member
  where workspace_id = nullif(current_setting('remit.workspace', true), '')::uuid
    and account_id = nullif(current_setting('remit.actor', true), '')::uuid
    and (until is null or until > now())
  union all select g.party from remit.guest_here() g
  limit 1
$function$
;
CREATE OR REPLACE FUNCTION remit.entered_person()
 RETURNS text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select m.person from remit.member m where m.workspace_id = remit.entered() and m.account_id = nullif(current_setting('remit.actor', true), '')::uuid and (m.until is null or m.until > now())
$function$
;
CREATE OR REPLACE FUNCTION remit.entered_proved()
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select coalesce((select m.proved from remit.member m
    where m.workspace_id = nullif(current_setting('remit.workspace', true), '')::uuid
      and m.account_id = nullif(current_setting('remit.actor', true), '')::uuid
      and (m.until is null or m.until > now())), false)
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
declare
  here uuid := remit.entered();
  mine text := remit.entered_party();
  gone bigint[];
begin
  if here is null then raise exception 'not here' using errcode = 'RM404'; end if;
  if remit.entered_as() <> 'owner' then raise exception 'may not erase' using errcode = 'RM403'; end if;
  perform remit.must_be_of_it();
  select array_agg(l.revision) into gone from remit.edit_log l
    where l.workspace_id = here and l.revision = any (p_revisions) and l.leaf is not null and l.salt is not null and (l.party is null or l.party = mine)
      and not (l.edits = '[]' and starts_with(l.what, 'erase the words of no. '));
  if gone is null then return; end if;
  update remit.row_stand s set reason = '(erased)' from remit.edit_log l
    where l.workspace_id = here and l.revision = any (gone) and s.workspace_id = here and s.taken_by = l.actor and position(s.reason in l.what) > 0;
  update remit.proposal p set what = '(erased)', reason = null from remit.edit_log l
    where l.workspace_id = here and l.revision = any (gone) and p.workspace_id = here and p.proposal_id = l.edit_id;
  update remit.edit_log l set undo = '[]' where l.workspace_id = here and l.revision > (select min(g) from unnest(gone) g) and l.undo <> '[]'
    and exists (select 1 from remit.edit_touch t join remit.edit_touch e on e.workspace_id = here and e.kind = t.kind and e.item_id = t.item_id and e.revision = any (gone)
      where t.workspace_id = here and t.revision = l.revision and e.revision < l.revision);
  return query
    update remit.edit_log l set salt = null, what = '', edits = '[]', undo = '[]' where l.workspace_id = here and l.revision = any (gone) returning l.revision;
end
$function$
;
CREATE OR REPLACE FUNCTION remit.follow_guest_link(p_token bytea, p_session bytea)
 RETURNS TABLE(workspace uuid, until timestamp with time zone)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare g record;
begin
  select o.workspace into g from remit.guest_of(p_token) o;
  if not found then raise exception 'gone' using errcode = 'RM410'; end if;
  return query update remit.guest x set first_used_at = coalesce(x.first_used_at, now()), last_used_at = now()
    where x.token_hash = p_token returning x.workspace_id, x.expires_at;
  insert into remit.guest_session (workspace_id, token_hash, guest_id) select x.workspace_id, p_session, x.guest_id from remit.guest x where x.token_hash = p_token;
  delete from remit.guest_session s using remit.guest x where x.token_hash = p_token and s.workspace_id = x.workspace_id and s.guest_id = x.guest_id
    and s.token_hash not in (select n.token_hash from remit.guest_session n where n.workspace_id = x.workspace_id and n.guest_id = x.guest_id order by n.made_at desc limit 20);
end
$function$
;
CREATE OR REPLACE FUNCTION remit.forget_checks()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  if old.kind = 'person' then
    delete from remit.contact_check c where c.workspace_id = old.workspace_id and c.person = old.item_id;
  else
    delete from remit.contact_claim c where c.workspace_id = old.workspace_id and c.contact = old.item_id;
    delete from remit.contact_check c where c.workspace_id = old.workspace_id and c.contact = old.item_id;
  end if;
  return null;
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
CREATE OR REPLACE FUNCTION remit.forget_private(p_workspace uuid, p_changed jsonb, p_gone jsonb)
 RETURNS void
 LANGUAGE sql
AS $function$
  delete from remit.private_contact k using jsonb_to_recordset(p_gone) as g (kind text, id text)
    where k.workspace_id = p_workspace and g.kind = 'contact' and k.contact_id = g.id;
  delete from remit.private_contact k using jsonb_to_recordset(p_changed) as c (kind text, id text, body jsonb)
    where k.workspace_id = p_workspace and c.kind = 'contact' and k.contact_id = c.id and k.whose <> coalesce(c.body ->> 'person', c.body ->> 'role');
  delete from remit.private_contact k using jsonb_to_recordset(p_changed) as c (kind text, id text, body jsonb), remit.draft_item i
    where k.workspace_id = p_workspace and c.kind in ('person', 'role') and c.body ->> 'party' <> k.party
      and i.workspace_id = p_workspace and i.kind = 'contact' and i.item_id = k.contact_id and coalesce(i.body ->> 'person', i.body ->> 'role') = c.id
      and (c.kind = 'person') = (i.body ? 'person');
$function$
;
CREATE OR REPLACE FUNCTION remit.forget_swaps()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  delete from remit.swap_request r where r.workspace_id = old.workspace_id and ((old.kind = 'rotation' and r.rotation = old.item_id) or (old.kind = 'person' and old.item_id in (r.out_person, r.in_person)));
  return null;
end
$function$
;
CREATE OR REPLACE FUNCTION remit.forget_told()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  update remit.webhook_delivery d set body = jsonb_set(d.body, '{data,edits}', (
      select jsonb_agg(case when (e.one ->> 'revision')::bigint = new.revision then e.one || '{"what": "", "rows": []}' else e.one end order by e.n)
      from jsonb_array_elements(d.body -> 'data' -> 'edits') with ordinality e (one, n)))
    where d.workspace_id = new.workspace_id and d.event = 'draft.edited' and d.body -> 'data' -> 'edits' @> jsonb_build_array(jsonb_build_object('revision', new.revision));
  return null;
end
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
CREATE OR REPLACE FUNCTION remit.give_up(p_workspace uuid, p_webhook uuid)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
  update remit.webhook_delivery set state = 'failed' where workspace_id = p_workspace and webhook_id = p_webhook and state = 'waiting'
$function$
;
CREATE OR REPLACE FUNCTION remit.guest_here()
 RETURNS TABLE(workspace_id uuid, guest_id uuid, purpose text, party text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select g.workspace_id, g.guest_id, g.purpose, case when m.party = g.party then g.party end
  from remit.guest g
  join remit.member m on m.workspace_id = g.workspace_id and m.account_id = g.made_by and m.role in ('owner', 'editor') and (m.until is null or m.until > now())
  where g.workspace_id = nullif(current_setting('remit.workspace', true), '')::uuid
    and g.guest_id = nullif(current_setting('remit.actor', true), '')::uuid
    and g.revoked_at is null and g.expires_at > now()
$function$
;
CREATE OR REPLACE FUNCTION remit.guest_of(p_token bytea)
 RETURNS TABLE(workspace uuid, workspace_name text, name text, purpose text, party text, inviter text, until timestamp with time zone)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select g.workspace_id, w.name, g.name, g.purpose, case when m.party = g.party then coalesce(p.body ->> 'name', g.party) end, a.name, g.expires_at
  from remit.guest g
  join remit.workspace w on w.workspace_id = g.workspace_id
  join remit.member m on m.workspace_id = g.workspace_id and m.account_id = g.made_by and m.role in ('owner', 'editor') and (m.until is null or m.until > now())
  left join auth.account a on a.id = g.made_by
  left join remit.draft_item p on p.workspace_id = g.workspace_id and p.kind = 'party' and p.item_id = g.party
  where g.token_hash = p_token and g.revoked_at is null and g.expires_at > now()
$function$
;
CREATE OR REPLACE FUNCTION remit.guest_purpose()
 RETURNS text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select purpose from remit.guest_here()
$function$
;
CREATE OR REPLACE FUNCTION remit.guests(p_before timestamp with time zone, p_below uuid, p_most integer)
 RETURNS TABLE(id uuid, name text, email text, purpose text, party text, made_by uuid, maker text, made timestamp with time zone, until timestamp with time zone, first_used timestamp with time zone, last_used timestamp with time zone, state text, may_end boolean, place text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select g.guest_id, g.name, case when remit.may_end_guest(g.made_by, g.party) then g.email end, g.purpose, g.party, g.made_by, a.name, g.made_at, g.expires_at, g.first_used_at, g.last_used_at,
    case when g.revoked_at is not null then 'revoked' when g.expires_at <= now() then 'late'
      when not exists (select 1 from remit.member m where m.workspace_id = g.workspace_id and m.account_id = g.made_by and m.role in ('owner', 'editor') and (m.until is null or m.until > now())) then 'left'
      else 'open' end,
    remit.may_end_guest(g.made_by, g.party), remit.moment(g.made_at)
  from remit.guest g left join auth.account a on a.id = g.made_by
  where g.workspace_id = remit.entered() and remit.may_edit() and (p_before is null or (g.made_at, g.guest_id) < (p_before, p_below))
  order by g.made_at desc, g.guest_id desc limit p_most
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
 RETURNS TABLE(workspace uuid, broken boolean)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select w.workspace_id, exists (select 1 from remit.history_check c where c.workspace_id = w.workspace_id and c.broken_at is not null) from remit.workspace w
  where p_all or exists (select 1 from remit.edit_log l where l.workspace_id = w.workspace_id and l.leaf is not null
    and l.revision > coalesce((select max(h.revision) from remit.history_head h where h.workspace_id = w.workspace_id), 0))
    or exists (select 1 from remit.history_check c where c.workspace_id = w.workspace_id and c.broken_at is not null)
$function$
;
CREATE OR REPLACE FUNCTION remit.hold_review(p_review uuid, p_day date, p_attended text, p_minutes text, p_decisions jsonb)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
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
$function$
;
CREATE OR REPLACE FUNCTION remit.instant(p_at timestamp with time zone)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE
 SET search_path TO ''
AS $function$
  select to_char(p_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
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
CREATE OR REPLACE FUNCTION remit.items_touched(p_edits jsonb)
 RETURNS TABLE(kind text, item_id text)
 LANGUAGE sql
 IMMUTABLE
AS $function$
  select distinct
    case e ->> 'do' when 'set' then e -> 'at' ->> 'kind' when 'set-matrix' then 'matrix' when 'replace' then 'matrix'
      when 'add' then e ->> 'kind' when 'move' then e ->> 'kind' when 'remove' then e ->> 'kind' else 'activity' end,
    left(case e ->> 'do' when 'set' then e -> 'at' ->> 'id' when 'set-matrix' then e ->> 'field' when 'replace' then '*'
      when 'add' then e -> 'item' ->> 'id' when 'move' then e ->> 'id' when 'remove' then e ->> 'id' else e ->> 'activity' end, 200)
  from jsonb_array_elements(p_edits) as e
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
  if remit.entered_as() = 'guest' then raise exception 'not for guests' using errcode = 'RM403'; end if;
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
CREATE OR REPLACE FUNCTION remit.keep_private(p_values jsonb)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare v record;
begin
  if remit.entered() is null then raise exception 'not here' using errcode = 'RM404'; end if;
  if not remit.may_edit() then raise exception 'may not edit' using errcode = 'RM403'; end if;
  for v in select * from jsonb_to_recordset(p_values) as j (contact text, party text, value text, whose text) loop
    if v.party is null or not remit.may_keep_for(v.party) then raise exception 'theirs to keep' using errcode = 'RM403'; end if;
    insert into remit.private_contact as k (workspace_id, contact_id, party, value, kept_by, whose)
      values (remit.entered(), v.contact, v.party, v.value, current_setting('remit.actor')::uuid,
        coalesce(v.whose, (select coalesce(i.body ->> 'person', i.body ->> 'role') from remit.draft_item i where i.workspace_id = remit.entered() and i.kind = 'contact' and i.item_id = v.contact)))
      on conflict (workspace_id, contact_id) do update set party = excluded.party, value = excluded.value, whose = excluded.whose, kept_by = excluded.kept_by, kept_at = now()
        where remit.may_keep_for(k.party);
    if not found then raise exception 'theirs to keep' using errcode = 'RM403'; end if;
  end loop;
end
$function$
;
CREATE OR REPLACE FUNCTION remit.keep_signature()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
begin
  if tg_op = 'DELETE' and not exists (select 1 from remit.version v where v.workspace_id = old.workspace_id and v.number = old.number) then return old; end if;
  raise exception 'a signature stays' using errcode = 'RM403';
end
$function$
;
CREATE OR REPLACE FUNCTION remit.keep_stationery(p_kind text, p_name text, p_content bytea)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  if remit.entered() is null then raise exception 'not here' using errcode = 'RM404'; end if;
  if not remit.may_edit() then raise exception 'may not' using errcode = 'RM403'; end if;
  insert into remit.stationery (workspace_id, party, kind, name, content, kept_by)
    values (remit.entered(), coalesce(remit.entered_party(), ''), p_kind, p_name, p_content, current_setting('remit.actor')::uuid)
    on conflict (workspace_id, party, kind) do update set name = excluded.name, content = excluded.content, kept_by = excluded.kept_by, kept_at = now();
end
$function$
;
CREATE OR REPLACE FUNCTION remit.keep_version()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
begin
  if tg_op = 'DELETE' then
    if exists (select 1 from remit.workspace w where w.workspace_id = old.workspace_id) then raise exception 'a version stays' using errcode = 'RM403'; end if;
    return old;
  end if;
  if row(new.workspace_id, new.number, new.revision, new.title, new.matrix, new.digest, new.valid_from, new.valid_until, new.offered_by, new.offered_for, new.offered_at)
      is distinct from row(old.workspace_id, old.number, old.revision, old.title, old.matrix, old.digest, old.valid_from, old.valid_until, old.offered_by, old.offered_for, old.offered_at)
    or (old.completed_at is not null and new.completed_at is distinct from old.completed_at) or (old.refused_at is not null and new.refused_at is distinct from old.refused_at)
    or (old.withdrawn_at is not null and row(new.withdrawn_at, new.withdrawn_by, new.withdrawn_for, new.withdrawn_name, new.withdrawn_reason) is distinct from row(old.withdrawn_at, old.withdrawn_by, old.withdrawn_for, old.withdrawn_name, old.withdrawn_reason))
    or (old.offer_seal is not null and new.offer_seal is distinct from old.offer_seal) or (old.seal is not null and row(new.seal, new.seal_key) is distinct from row(old.seal, old.seal_key)) or (old.withdrawal_seal is not null and new.withdrawal_seal is distinct from old.withdrawal_seal) then
    raise exception 'a version stays as it was offered' using errcode = 'RM403';
  end if;
  return new;
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
CREATE OR REPLACE FUNCTION remit.leave_as_guest(p_session bytea, p_workspace uuid)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
  delete from remit.guest_session where workspace_id = p_workspace and token_hash = p_session
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
  if exists (select 1 from remit.member m where m.workspace_id = p_workspace and m.role = 'owner' and m.account_id <> p_actor and (m.party is not null and m.party is distinct from mine.party or m.proved and not mine.proved) and (m.until is null or m.until > now())) then
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
CREATE OR REPLACE FUNCTION remit.lift_second_factor()
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  perform remit.must_be_of_it();
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
  if remit.entered_as() = 'guest' then raise exception 'not for guests' using errcode = 'RM403'; end if;
  if 'edit' = any (p_scopes) and not remit.may_edit() then raise exception 'may not edit' using errcode = 'RM403'; end if;
  insert into remit.api_key (workspace_id, name, token_hash, scopes, account_id, expires_at)
    values (remit.entered(), p_name, p_token, p_scopes, current_setting('remit.actor')::uuid, p_until) returning key_id into made;
  return made;
end
$function$
;
CREATE OR REPLACE FUNCTION remit.make_guest(p_token bytea, p_name text, p_email text, p_purpose text, p_party text, p_until timestamp with time zone)
 RETURNS uuid
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare made uuid;
begin
  if remit.entered() is null then raise exception 'not here' using errcode = 'RM404'; end if;
  if not remit.may_edit() then raise exception 'may not ask guests in' using errcode = 'RM403'; end if;
  if p_party is not null and p_party is distinct from remit.entered_party() then raise exception 'their side decides' using errcode = 'RM403'; end if;
  insert into remit.guest (workspace_id, token_hash, name, email, purpose, party, made_by, expires_at)
    values (remit.entered(), p_token, p_name, lower(p_email), p_purpose, p_party, current_setting('remit.actor')::uuid, p_until) returning guest_id into made;
  return made;
end
$function$
;
CREATE OR REPLACE FUNCTION remit.make_minute_test(p_test uuid, p_token bytea, p_label text, p_questions jsonb, p_revision bigint, p_until timestamp with time zone)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  if remit.entered() is null then raise exception 'not here' using errcode = 'RM404'; end if;
  if not remit.may_edit() then raise exception 'may not ask' using errcode = 'RM403'; end if;
  if (select count(*) from remit.minute_test t where t.workspace_id = remit.entered()) >= 1000 then raise exception 'too many' using errcode = 'RM409'; end if;
  insert into remit.minute_test (workspace_id, test_id, token_hash, label, questions, revision, made_by, expires_at)
    values (remit.entered(), p_test, p_token, p_label, p_questions, p_revision, current_setting('remit.actor')::uuid, p_until) on conflict do nothing;
  return found;
end
$function$
;
CREATE OR REPLACE FUNCTION remit.make_sign_link(p_number integer, p_person text, p_link uuid, p_token bytea, p_until timestamp with time zone, p_what text, p_salt bytea, p_payload bytea)
 RETURNS bigint
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  here uuid := remit.entered();
  me uuid := nullif(current_setting('remit.actor', true), '')::uuid;
  mine text := remit.decides_for();
  wanted remit.version := remit.open_version(p_number);
  seat remit.version_signatory;
begin
  select * into seat from remit.version_signatory s where s.workspace_id = here and s.number = wanted.number and s.person = p_person;
  if not found then raise exception 'nobody' using errcode = 'RM404'; end if;
  if seat.party <> mine then raise exception 'their side asks' using errcode = 'RM403'; end if;
  if exists (select 1 from remit.signature g where g.workspace_id = here and g.number = p_number and g.person = p_person) then raise exception 'signed already' using errcode = 'RM409'; end if;
  if not exists (select 1 from remit.signatory_contact c where c.workspace_id = here and c.person = coalesce(seat.delegate, seat.person) and c.party = mine) then raise exception 'no way to reach them' using errcode = 'RM423'; end if;
  update remit.sign_link l set ended_at = now() where l.workspace_id = here and l.number = p_number and l.person = p_person and l.ended_at is null;
  insert into remit.sign_link (workspace_id, link_id, number, person, party, token_hash, made_by, expires_at) values (here, p_link, p_number, p_person, mine, p_token, me, p_until);
  return remit.write_entry(here, me, mine, p_link, p_what, '[]', '[]', null, null, p_salt, p_payload, now());
end
$function$
;
CREATE OR REPLACE FUNCTION remit.make_webhook(p_name text, p_url text, p_events text[], p_secret bytea)
 RETURNS uuid
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
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
CREATE OR REPLACE FUNCTION remit.may_end_guest(p_made_by uuid, p_party text)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select coalesce(remit.may_edit() and (
    p_made_by = nullif(current_setting('remit.actor', true), '')::uuid
    or (remit.entered_as() = 'owner' and (remit.entered_party() is null or p_party is not distinct from remit.entered_party()
      or (p_party is null and exists (select 1 from remit.member m where m.workspace_id = remit.entered() and m.account_id = p_made_by and (m.party is null or m.party = remit.entered_party())))
      or not exists (select 1 from remit.member m where m.workspace_id = remit.entered() and m.account_id = p_made_by and (m.until is null or m.until > now()))))), false)
$function$
;
CREATE OR REPLACE FUNCTION remit.may_keep_for(p_party text)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select p_party is not distinct from remit.sealed_party()
    or not exists (select 1 from remit.member m where m.workspace_id = remit.entered() and m.party = p_party and (m.until is null or m.until > now()))
$function$
;
CREATE OR REPLACE FUNCTION remit.may_manage(p_account uuid)
 RETURNS void
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  me uuid := nullif(current_setting('remit.actor', true), '')::uuid;
  theirs record;
begin
  if p_account = me and remit.entered() is not null then return; end if;
  if remit.entered_as() is distinct from 'owner' then raise exception 'not for this role' using errcode = 'RM403'; end if;
  select * into theirs from remit.member m where m.workspace_id = remit.entered() and m.account_id = p_account and (m.until is null or m.until > now());
  if not found then raise exception 'no such member' using errcode = 'RM404'; end if;
  -- A founder speaks for nobody at first, and is nobody's to put out.
  if theirs.party is null then
    if remit.entered_proved() and (theirs.role <> 'owner' or remit.own_party() is null) then return; end if;
    raise exception 'not for this member' using errcode = 'RM403';
  end if;
  if theirs.party is not distinct from remit.own_party() and (remit.entered_proved() or not theirs.proved) then return; end if;
  if theirs.invited_by is not distinct from me and not exists (
    select 1 from remit.member m where m.workspace_id = theirs.workspace_id and m.party = theirs.party and m.role = 'owner' and (m.until is null or m.until > now())) then return; end if;
  raise exception 'not for this member' using errcode = 'RM403';
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
  perform remit.must_be_of_it();
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
  select p_party is null or p_party is not distinct from remit.own_party()
    or not exists (select 1 from remit.member m where m.workspace_id = remit.entered() and m.party = p_party and (m.role = 'owner' or m.proved) and m.account_id is distinct from p_account and (m.until is null or m.until > now()))
$function$
;
CREATE OR REPLACE FUNCTION remit.may_talk()
 RETURNS boolean
 LANGUAGE sql
 STABLE
 SET search_path TO ''
AS $function$
  select coalesce(remit.entered_as() in ('owner', 'editor', 'approver', 'operator') or remit.guest_purpose() = 'comment', false)
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
CREATE OR REPLACE FUNCTION remit.minute_test_of(p_token bytea)
 RETURNS TABLE(workspace_id uuid, test_id uuid, workspace_name text, maker_name text, until timestamp with time zone, questions integer, begun boolean, done boolean, answered integer)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select t.workspace_id, t.test_id, w.name, a.name, t.expires_at, jsonb_array_length(t.questions), t.begun_at is not null, t.done_at is not null,
    (select count(*)::integer from remit.minute_answer x where x.workspace_id = t.workspace_id and x.test_id = t.test_id and x.answered_at is not null)
  from remit.minute_test t
  join remit.workspace w on w.workspace_id = t.workspace_id
  join remit.member m on m.workspace_id = t.workspace_id and m.account_id = t.made_by and m.role in ('owner', 'editor') and (m.until is null or m.until > now())
  left join auth.account a on a.id = t.made_by
  where t.token_hash = p_token and t.ended_at is null and t.expires_at > now()
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
CREATE OR REPLACE FUNCTION remit.must_be_of_it()
 RETURNS void
 LANGUAGE plpgsql
 STABLE
 SET search_path TO ''
AS $function$
begin
  if remit.entered_party() = '' then raise exception 'not proved to be of this party' using errcode = 'RM403'; end if;
end
$function$
;
CREATE OR REPLACE FUNCTION remit.name_signatories(p_party text, p_people jsonb, p_edit uuid, p_what text, p_salt bytea, p_payload bytea)
 RETURNS bigint
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  here uuid := remit.entered();
  me uuid := nullif(current_setting('remit.actor', true), '')::uuid;
  now_at bigint;
begin
  if here is null then raise exception 'not here' using errcode = 'RM404'; end if;
  if remit.entered_as() not in ('owner', 'approver') or not remit.entered_proved() or not remit.may_name_for(p_party, null) then raise exception 'their side names' using errcode = 'RM403'; end if;
  select e.revision into now_at from remit.edit_log e where e.workspace_id = here and e.edit_id = p_edit and e.actor = me;
  if found then return now_at; end if;
  if exists (select 1 from jsonb_to_recordset(p_people) as p (person text) where not exists (
    select 1 from remit.draft_item i where i.workspace_id = here and i.kind = 'person' and i.item_id = p.person and i.body ->> 'party' = p_party)) then
    raise exception 'nobody of this party' using errcode = 'RM409';
  end if;
  if exists (select 1 from jsonb_to_recordset(p_people) as p (account uuid) where p.account is not null and not exists (
    select 1 from remit.member m where m.workspace_id = here and m.account_id = p.account and m.party = p_party and (m.until is null or m.until > now()))) then
    raise exception 'no member of this party' using errcode = 'RM409';
  end if;
  delete from remit.signatory s where s.workspace_id = here and s.party = p_party;
  insert into remit.signatory (workspace_id, party, person, place, account, named_by)
    select here, p_party, j.one ->> 'person', j.n, (j.one ->> 'account')::uuid, me from jsonb_array_elements(p_people) with ordinality as j (one, n)
    on conflict (workspace_id, person) do update set party = excluded.party, place = excluded.place, account = excluded.account, named_by = excluded.named_by, named_at = now();
  return remit.write_entry(here, me, remit.own_party(), p_edit, p_what, '[]', '[]', null, null, p_salt, p_payload, now());
end
$function$
;
CREATE OR REPLACE FUNCTION remit.names_here(p_actors uuid[])
 RETURNS TABLE(actor uuid, name text, party text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select m.account_id, a.name, m.party from remit.member m join auth.account a on a.id = m.account_id where m.workspace_id = remit.entered() and m.account_id = any (p_actors)
  union all select g.guest_id, g.name, g.party from remit.guest g where g.workspace_id = remit.entered() and g.guest_id = any (p_actors)
$function$
;
CREATE OR REPLACE FUNCTION remit.next_minute_question(p_token bytea)
 RETURNS TABLE(place integer, question jsonb, questions integer, shown timestamp with time zone)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  t record;
  here integer;
begin
  select * into t from remit.minute_test_of(p_token);
  if not found or t.done then return; end if;
  -- Two windows of one link meet here.
  perform 1 from remit.minute_test x where x.workspace_id = t.workspace_id and x.test_id = t.test_id for update;
  select count(*) into here from remit.minute_answer x where x.workspace_id = t.workspace_id and x.test_id = t.test_id and x.answered_at is not null;
  if here >= t.questions then return; end if;
  update remit.minute_test x set begun_at = clock_timestamp() where x.workspace_id = t.workspace_id and x.test_id = t.test_id and x.begun_at is null;
  insert into remit.minute_answer (workspace_id, test_id, place, shown_at) values (t.workspace_id, t.test_id, here, clock_timestamp()) on conflict do nothing;
  return query select here, (x.questions -> here) - 'right' - 'about', t.questions, (select a.shown_at from remit.minute_answer a where a.workspace_id = t.workspace_id and a.test_id = t.test_id and a.place = here)
    from remit.minute_test x where x.workspace_id = t.workspace_id and x.test_id = t.test_id;
end
$function$
;
CREATE OR REPLACE FUNCTION remit.note_call(p_check uuid, p_person text, p_contact text, p_reached boolean)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  theirs text := remit.asks_for(p_person);
  said text := case when p_reached then 'reached' else 'not-reached' end;
begin
  insert into remit.contact_check (workspace_id, check_id, kind, person, contact, party, made_by, answered_at, result)
    values (remit.entered(), p_check, 'call', p_person, p_contact, theirs, current_setting('remit.actor')::uuid, now(), said) on conflict do nothing;
  if found then perform remit.tell_webhooks(remit.entered(), 'contact.tested', theirs, jsonb_build_object('person', p_person, 'contact', p_contact, 'how', 'by-hand', 'result', said, 'by', current_setting('remit.actor'))); end if;
end
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
CREATE OR REPLACE FUNCTION remit.notice_proposal()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare me uuid := nullif(current_setting('remit.actor', true), '')::uuid;
begin
  delete from remit.notice n where n.workspace_id = new.workspace_id and n.at < now() - interval '1 day';
  if tg_op = 'INSERT' then
    if new.state <> 'open' or new.made_by is distinct from me then return null; end if;
    -- Whose proposal is countered hears of that.
    insert into remit.notice (workspace_id, account_id, proposal_id, news)
      select new.workspace_id, m.account_id, new.proposal_id, 'made' from remit.member m
      where m.workspace_id = new.workspace_id and m.party is distinct from new.party and m.party in (select remit.deciding(new.workspace_id))
        and m.proved and m.role in ('owner', 'editor', 'approver') and (m.until is null or m.until > now()) and m.account_id <> new.made_by
        and not exists (select 1 from remit.proposal p where p.workspace_id = new.workspace_id and p.proposal_id = new.counters and p.made_by = m.account_id);
  elsif new.state <> old.state and new.state in ('accepted', 'declined', 'countered') and new.answered_by is not distinct from me and new.made_by <> me then
    insert into remit.notice (workspace_id, account_id, proposal_id, news) values (new.workspace_id, new.made_by, new.proposal_id, new.state);
  end if;
  return null;
end
$function$
;
CREATE OR REPLACE FUNCTION remit.notices_told(p_account uuid, p_notices uuid[], p_sealed bytea)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare done integer;
begin
  perform 1 from auth.account a where a.id = p_account and (a.last_told is null or a.last_told <= now() - interval '5 minutes') for no key update;
  if not found then return false; end if;
  delete from remit.notice n where n.account_id = p_account and n.notice_id = any (p_notices);
  get diagnostics done = row_count;
  if done = 0 then return false; end if;
  update auth.account a set last_told = now() where a.id = p_account;
  insert into auth.outbox (sealed) values (p_sealed);
  return true;
end
$function$
;
CREATE OR REPLACE FUNCTION remit.offer_version(p_revision bigint, p_title text, p_matrix text, p_digest bytea, p_from date, p_until date, p_edit uuid, p_what text, p_salt bytea, p_payload bytea)
 RETURNS TABLE(number integer, revision bigint)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  here uuid := remit.entered();
  me uuid := nullif(current_setting('remit.actor', true), '')::uuid;
  mine text := remit.decides_for();
  moment timestamptz;
  stands bigint;
  made integer;
begin
  if remit.entered_as() not in ('owner', 'editor', 'approver') then raise exception 'may not offer' using errcode = 'RM403'; end if;
  select w.revision into stands from remit.workspace w where w.workspace_id = here for update;
  -- An answer that was lost on its way is given again.
  select v.number into made from remit.version v join remit.edit_log e on e.workspace_id = v.workspace_id and e.edit_id = p_edit and e.actor = me where v.workspace_id = here and v.offered_at = e.at;
  if found then return query select made, stands; return; end if;
  if stands <> p_revision then raise exception 'the draft went on' using errcode = 'RM412'; end if;
  if exists (select 1 from remit.version v where v.workspace_id = here and v.completed_at is null and v.refused_at is null and v.withdrawn_at is null) then raise exception 'one is offered' using errcode = 'RM409'; end if;
  -- Who was named and is no person of that party any more signs nothing.
  if (select count(distinct s.party) from remit.signatory s where s.workspace_id = here) < 2
    or exists (select 1 from remit.deciding(here) d where not exists (select 1 from remit.signatory s where s.workspace_id = here and s.party = d))
    or exists (select 1 from remit.signatory s where s.workspace_id = here and not exists (
      select 1 from remit.draft_item i where i.workspace_id = here and i.kind = 'person' and i.item_id = s.person and i.body ->> 'party' = s.party)) then
    raise exception 'somebody is missing' using errcode = 'RM410';
  end if;
  moment := date_trunc('milliseconds', clock_timestamp());
  select coalesce(max(v.number), 0) + 1 into made from remit.version v where v.workspace_id = here;
  insert into remit.version (workspace_id, number, revision, title, matrix, digest, valid_from, valid_until, offered_by, offered_for, offered_at)
    values (here, made, p_revision, p_title, p_matrix, p_digest, p_from, p_until, me, mine, moment);
  insert into remit.version_signatory (workspace_id, number, party, person, party_name, name, place, account)
    select here, made, s.party, s.person, p.body ->> 'name', i.body ->> 'name',
      case when o.in_order is null or o.in_order = '{}' then 0 else coalesce(array_position(o.in_order, s.party), 100) * 1000 + s.place end, s.account
    from remit.signatory s
    join remit.draft_item i on i.workspace_id = here and i.kind = 'person' and i.item_id = s.person
    join remit.draft_item p on p.workspace_id = here and p.kind = 'party' and p.item_id = s.party
    left join remit.sign_policy o on o.workspace_id = here
    where s.workspace_id = here;
  stands := remit.write_entry(here, me, mine, p_edit, p_what, '[]', '[]', null, null, p_salt, p_payload, moment);
  return query select made, stands;
end
$function$
;
CREATE OR REPLACE FUNCTION remit.open_version(p_number integer)
 RETURNS remit.version
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare found_version remit.version;
begin
  if remit.entered() is null then raise exception 'not here' using errcode = 'RM404'; end if;
  -- In the order in which everything else is locked: the workspace first.
  perform 1 from remit.workspace w where w.workspace_id = remit.entered() for update;
  select * into found_version from remit.version v where v.workspace_id = remit.entered() and v.number = p_number for update;
  if not found then raise exception 'no such version' using errcode = 'RM404'; end if;
  if found_version.completed_at is not null or found_version.refused_at is not null or found_version.withdrawn_at is not null then raise exception 'not open' using errcode = 'RM410'; end if;
  return found_version;
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
    from remit.edit_origin e where e.workspace_id = remit.entered() and remit.entered_as() <> 'guest' and e.revision = any (p_revisions)
  ) o
$function$
;
CREATE OR REPLACE FUNCTION remit.own_eyes(p_private boolean)
 RETURNS text
 LANGUAGE plpgsql
 STABLE
 SET search_path TO ''
AS $function$
begin
  if not p_private then return null; end if;
  if remit.sealed_party() is null then raise exception 'speaks for nobody' using errcode = 'RM403'; end if;
  return remit.sealed_party();
end
$function$
;
CREATE OR REPLACE FUNCTION remit.own_party()
 RETURNS text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select party from remit.member
  where workspace_id = nullif(current_setting('remit.workspace', true), '')::uuid and account_id = nullif(current_setting('remit.actor', true), '')::uuid and (until is null or until > now())
  union all select g.party from remit.guest_here() g
  limit 1
$function$
;
CREATE OR REPLACE FUNCTION remit.own_to(p_party text)
 RETURNS boolean
 LANGUAGE sql
 STABLE
 SET search_path TO ''
AS $function$
  select p_party is null or coalesce(p_party = remit.sealed_party(), false)
$function$
;
CREATE OR REPLACE FUNCTION remit.own_webhook(p_webhook uuid)
 RETURNS remit.webhook
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare h remit.webhook;
begin
  if remit.entered() is null then raise exception 'not here' using errcode = 'RM404'; end if;
  if remit.entered_as() <> 'owner' then raise exception 'owners only' using errcode = 'RM403'; end if;
  select * into h from remit.webhook x where x.workspace_id = remit.entered() and x.webhook_id = p_webhook and remit.webhook_mine(x.party, x.made_by) for update;
  if not found then raise exception 'no such webhook' using errcode = 'RM404'; end if;
  return h;
end
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
CREATE OR REPLACE FUNCTION remit.persons_here()
 RETURNS TABLE(person text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select distinct m.person from remit.member m
  where m.workspace_id = remit.entered() and remit.entered_as() <> 'guest' and m.person is not null and (m.until is null or m.until > now())
  order by 1
$function$
;
CREATE OR REPLACE FUNCTION remit.plan_review(p_review uuid, p_day date)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  if remit.entered() is null then raise exception 'not here' using errcode = 'RM404'; end if;
  if not remit.may_edit() then raise exception 'may not plan' using errcode = 'RM403'; end if;
  if exists (select 1 from remit.review r where r.workspace_id = remit.entered() and r.review_id = p_review and (r.held_on is not null or r.cancelled_at is not null)) then raise exception 'over' using errcode = 'RM409'; end if;
  insert into remit.review (workspace_id, review_id, planned_for, planned_by) values (remit.entered(), p_review, p_day, current_setting('remit.actor')::uuid)
    on conflict (workspace_id, review_id) do update set planned_for = excluded.planned_for;
  return true;
end
$function$
;
CREATE OR REPLACE FUNCTION remit.propose(p_id uuid, p_base bigint, p_edits jsonb, p_rows text[], p_reason text, p_counters uuid, p_name text, p_what text, p_salt bytea, p_payload bytea)
 RETURNS bigint
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
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
CREATE OR REPLACE FUNCTION remit.purge_workspace(p_actor uuid, p_session bytea, p_workspace uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  if not remit.owned_deleted(p_actor, p_workspace) then return false; end if;
  if remit.barred(p_session, p_workspace) then raise exception 'a second factor is wanted' using errcode = 'RM403'; end if;
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
CREATE OR REPLACE FUNCTION remit.put_refusal(p_version remit.version, p_person text, p_actor uuid, p_name text, p_reason text, p_rows jsonb, p_edit uuid, p_what text, p_salt bytea, p_payload bytea)
 RETURNS bigint
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  moment timestamptz := date_trunc('milliseconds', clock_timestamp());
  seat remit.version_signatory;
begin
  select * into seat from remit.version_signatory s where s.workspace_id = p_version.workspace_id and s.number = p_version.number and s.person = p_person;
  if exists (select 1 from remit.signature g where g.workspace_id = seat.workspace_id and g.number = seat.number and g.person = seat.person) then raise exception 'signed already' using errcode = 'RM409'; end if;
  insert into remit.sign_refusal (workspace_id, number, person, party, name, account, reason, rows, refused_at) values (seat.workspace_id, seat.number, seat.person, seat.party, p_name, p_actor, p_reason, p_rows, moment);
  update remit.version v set refused_at = moment where v.workspace_id = seat.workspace_id and v.number = seat.number;
  return remit.write_entry(seat.workspace_id, p_actor, seat.party, p_edit, p_what, '[]', '[]', null, null, p_salt, p_payload, moment);
end
$function$
;
CREATE OR REPLACE FUNCTION remit.put_signature(p_version remit.version, p_person text, p_actor uuid, p_name text, p_digest bytea, p_how text, p_intent text, p_address text, p_agent text, p_edit uuid, p_what text, p_salt bytea, p_payload bytea)
 RETURNS TABLE(complete boolean, revision bigint, at timestamp with time zone)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  seat remit.version_signatory;
  moment timestamptz := date_trunc('milliseconds', clock_timestamp());
  done boolean;
  now_at bigint;
begin
  select * into seat from remit.version_signatory s where s.workspace_id = p_version.workspace_id and s.number = p_version.number and s.person = p_person;
  if exists (select 1 from remit.signature g where g.workspace_id = seat.workspace_id and g.number = seat.number and (g.person = seat.person or g.account = p_actor)) then raise exception 'signed already' using errcode = 'RM409'; end if;
  if p_digest <> p_version.digest then raise exception 'another text' using errcode = 'RM412'; end if;
  if p_version.digest <> sha256(convert_to(p_version.matrix, 'UTF8')) then raise exception 'altered' using errcode = 'RM412'; end if;
  -- What is over before it begins is not signed any more.
  if p_version.valid_until is not null and moment >= (p_version.valid_until + 1)::timestamp at time zone 'UTC' then raise exception 'its time is over' using errcode = 'RM410'; end if;
  if exists (select 1 from remit.version_signatory o where o.workspace_id = seat.workspace_id and o.number = seat.number and o.place < seat.place
    and not exists (select 1 from remit.signature g where g.workspace_id = o.workspace_id and g.number = o.number and g.person = o.person)) then
    raise exception 'not their turn' using errcode = 'RM423';
  end if;
  insert into remit.signature (workspace_id, number, person, party, name, account, delegate, how, intent, digest, signed_at, address, agent)
    values (seat.workspace_id, seat.number, seat.person, seat.party, p_name, p_actor, seat.delegate, p_how, p_intent, p_digest, moment, p_address, p_agent);
  done := not exists (select 1 from remit.version_signatory o where o.workspace_id = seat.workspace_id and o.number = seat.number
    and not exists (select 1 from remit.signature g where g.workspace_id = o.workspace_id and g.number = o.number and g.person = o.person));
  if done then update remit.version v set completed_at = moment where v.workspace_id = seat.workspace_id and v.number = seat.number; end if;
  now_at := remit.write_entry(seat.workspace_id, p_actor, seat.party, p_edit, p_what, '[]', '[]', null, null, p_salt, p_payload, moment);
  return query select done, now_at, moment;
end
$function$
;
CREATE OR REPLACE FUNCTION remit.queue_edits()
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
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
$function$
;
CREATE OR REPLACE FUNCTION remit.raise_trigger(p_trigger uuid, p_kind text, p_note text)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  if remit.entered() is null then raise exception 'not here' using errcode = 'RM404'; end if;
  if coalesce(remit.entered_as() not in ('owner', 'editor', 'approver', 'operator'), true) then raise exception 'may not' using errcode = 'RM403'; end if;
  insert into remit.review_trigger (workspace_id, trigger_id, kind, note, raised_by) values (remit.entered(), p_trigger, p_kind, p_note, current_setting('remit.actor')::uuid) on conflict do nothing;
  return found;
end
$function$
;
CREATE OR REPLACE FUNCTION remit.refuse_by_link(p_token bytea, p_code bytea, p_reason text, p_rows jsonb, p_edit uuid, p_what text, p_salt bytea, p_payload bytea)
 RETURNS bigint
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  who record;
  l remit.sign_link;
  wanted remit.version;
begin
  select * into who from remit.sign_link_of(p_token);
  l := remit.use_sign_code(p_token, p_code);
  select * into wanted from remit.version v where v.workspace_id = l.workspace_id and v.number = l.number for update;
  if wanted.completed_at is not null or wanted.refused_at is not null or wanted.withdrawn_at is not null then raise exception 'not open' using errcode = 'RM410'; end if;
  return remit.put_refusal(wanted, l.person, l.link_id, who.name, p_reason, p_rows, p_edit, p_what, p_salt, p_payload);
end
$function$
;
CREATE OR REPLACE FUNCTION remit.refuse_version(p_number integer, p_person text, p_reason text, p_rows jsonb, p_edit uuid, p_what text, p_salt bytea, p_payload bytea)
 RETURNS bigint
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  me uuid := nullif(current_setting('remit.actor', true), '')::uuid;
  wanted remit.version;
begin
  if remit.entered() is null then raise exception 'not here' using errcode = 'RM404'; end if;
  if not exists (select 1 from remit.signs_as(remit.entered(), p_number, p_person) a where a = me) then raise exception 'not theirs to refuse' using errcode = 'RM403'; end if;
  wanted := remit.open_version(p_number);
  if not exists (select 1 from remit.signs_as(remit.entered(), p_number, p_person) a where a = me) then raise exception 'not theirs to refuse' using errcode = 'RM403'; end if;
  return remit.put_refusal(wanted, p_person, me, (select a.name from auth.account a where a.id = me), p_reason, p_rows, p_edit, p_what, p_salt, p_payload);
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
CREATE OR REPLACE FUNCTION remit.remind_signatories(p_number integer, p_person text)
 RETURNS TABLE(name text, email text)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  perform remit.decides_for();
  perform remit.open_version(p_number);
  return query
    with due as (
      update remit.version_signatory s set reminded_at = now()
      where s.workspace_id = remit.entered() and s.number = p_number and (p_person is null or s.person = p_person) and (s.reminded_at is null or s.reminded_at <= now() - interval '1 day')
        and not exists (select 1 from remit.signature g where g.workspace_id = s.workspace_id and g.number = s.number and g.person = s.person)
        and exists (select 1 from remit.version_addresses(s.workspace_id, s.number) a where a.person = s.person)
      returning s.person)
    select a.name, a.email from due join remit.version_addresses(remit.entered(), p_number) a on a.person = due.person;
end
$function$
;
CREATE OR REPLACE FUNCTION remit.remove_comment(p_id uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  update remit.comment c set text = '', mentions = '{}', removed_at = now()
    where c.workspace_id = remit.entered() and c.comment_id = p_id and c.removed_at is null and remit.own_to(c.party_only)
      and ((c.author = nullif(current_setting('remit.actor', true), '')::uuid) or (remit.entered_as() = 'owner' and c.author_party is not distinct from remit.entered_party()));
  if not found then raise exception 'no comment of yours' using errcode = 'RM404'; end if;
end
$function$
;
CREATE OR REPLACE FUNCTION remit.remove_evidence(p_id uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  delete from remit.evidence e
    where e.workspace_id = remit.entered() and e.evidence_id = p_id and remit.own_to(e.party_only)
      and (e.added_by = nullif(current_setting('remit.actor', true), '')::uuid and remit.may_talk() or (remit.may_edit() and e.added_for is not distinct from remit.entered_party()));
  if not found then raise exception 'no evidence of yours' using errcode = 'RM404'; end if;
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
CREATE OR REPLACE FUNCTION remit.remove_webhook(p_webhook uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare h remit.webhook := remit.own_webhook(p_webhook);
begin
  delete from remit.webhook x where x.workspace_id = h.workspace_id and x.webhook_id = h.webhook_id;
end
$function$
;
CREATE OR REPLACE FUNCTION remit.replay_delivery(p_webhook uuid, p_delivery uuid)
 RETURNS uuid
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
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
$function$
;
CREATE OR REPLACE FUNCTION remit.resolve_thread(p_thread uuid, p_resolved boolean)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  if not remit.may_talk() then raise exception 'may not talk' using errcode = 'RM403'; end if;
  update remit.comment c set resolved_at = case when p_resolved then coalesce(c.resolved_at, now()) end,
      resolved_by = case when p_resolved then coalesce(c.resolved_by, nullif(current_setting('remit.actor', true), '')::uuid) end
    where c.workspace_id = remit.entered() and c.comment_id = p_thread and c.thread = p_thread and remit.own_to(c.party_only);
  if not found then raise exception 'no such thread' using errcode = 'RM404'; end if;
end
$function$
;
CREATE OR REPLACE FUNCTION remit.restore_workspace(p_actor uuid, p_session bytea, p_workspace uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare d record;
begin
  perform 1 from remit.workspace w where w.workspace_id = p_workspace for update;
  if not remit.owned_deleted(p_actor, p_workspace) then return false; end if;
  if remit.barred(p_session, p_workspace) then raise exception 'a second factor is wanted' using errcode = 'RM403'; end if;
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
  update remit.invitation i set revoked_at = now()
    where i.workspace_id = remit.entered() and i.invitation_id = p_invitation and i.used_at is null and i.revoked_at is null
      and (i.made_by = nullif(current_setting('remit.actor', true), '')::uuid or i.party = remit.entered_party()
        or not exists (select 1 from remit.member m where m.workspace_id = i.workspace_id and m.account_id = i.made_by and m.role = 'owner' and (m.until is null or m.until > now())));
  return found;
end
$function$
;
CREATE OR REPLACE FUNCTION remit.rotate_webhook(p_webhook uuid, p_secret bytea)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare h remit.webhook := remit.own_webhook(p_webhook);
begin
  update remit.webhook x set old_secret = x.secret, old_until = now() + interval '24 hours', secret = p_secret where x.workspace_id = h.workspace_id and x.webhook_id = h.webhook_id;
end
$function$
;
CREATE OR REPLACE FUNCTION remit.row_hash(p_body jsonb)
 RETURNS bytea
 LANGUAGE sql
 IMMUTABLE
 SET search_path TO ''
AS $function$
  select sha256(convert_to(p_body::text, 'UTF8'))
$function$
;
CREATE OR REPLACE FUNCTION remit.rows_told(p_edits jsonb)
 RETURNS jsonb
 LANGUAGE sql
 IMMUTABLE
 SET search_path TO ''
AS $function$
  select coalesce(jsonb_agg(r.row), '[]') from (
    select distinct case e.one ->> 'do'
      when 'set' then jsonb_build_object('kind', e.one -> 'at' -> 'kind', 'id', e.one -> 'at' -> 'id')
      when 'add' then jsonb_build_object('kind', e.one -> 'kind', 'id', e.one -> 'item' -> 'id')
      when 'move' then jsonb_build_object('kind', e.one -> 'kind', 'id', e.one -> 'id')
      when 'remove' then jsonb_build_object('kind', e.one -> 'kind', 'id', e.one -> 'id')
      else jsonb_build_object('kind', 'activity', 'id', e.one -> 'activity') end as row
    from jsonb_array_elements(p_edits) e (one) where e.one ->> 'do' not in ('set-matrix', 'replace') limit 50) r
$function$
;
CREATE OR REPLACE FUNCTION remit.said_by(p_actor uuid)
 RETURNS jsonb
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select jsonb_build_object(
    'comments', (select coalesce(jsonb_agg(jsonb_build_object('workspace', c.workspace_id, 'about', c.item_id, 'said', c.said_at, 'text', c.text, 'onlyFor', c.party_only) order by c.said_at), '[]') from remit.comment c where c.author = p_actor and c.removed_at is null),
    'evidence', (select coalesce(jsonb_agg(jsonb_build_object('workspace', e.workspace_id, 'activity', e.activity_id, 'title', e.title, 'link', e.link, 'added', e.added_at) order by e.added_at), '[]') from remit.evidence e where e.added_by = p_actor),
    'proposals', (select coalesce(jsonb_agg(jsonb_build_object('workspace', p.workspace_id, 'what', p.what, 'reason', p.reason, 'made', p.made_at) order by p.made_at), '[]') from remit.proposal p where p.made_by = p_actor),
    'signatures', (select coalesce(jsonb_agg(jsonb_build_object('workspace', s.workspace_id, 'version', s.number, 'as', s.name, 'how', s.how, 'intent', s.intent, 'digest', encode(s.digest, 'hex'), 'signed', s.signed_at, 'address', s.address, 'agent', s.agent) order by s.signed_at), '[]') from remit.signature s where s.account = p_actor),
    'refusals', (select coalesce(jsonb_agg(jsonb_build_object('workspace', r.workspace_id, 'version', r.number, 'as', r.name, 'reason', r.reason, 'rows', r.rows, 'refused', r.refused_at) order by r.refused_at), '[]') from remit.sign_refusal r where r.account = p_actor))
$function$
;
CREATE OR REPLACE FUNCTION remit.say_comment(p_id uuid, p_kind text, p_item text, p_thread uuid, p_private boolean, p_text text, p_mentions uuid[])
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  here uuid := remit.entered();
  me uuid := nullif(current_setting('remit.actor', true), '')::uuid;
  only_for text;
  first remit.comment;
begin
  if here is null then raise exception 'not here' using errcode = 'RM404'; end if;
  if not remit.may_talk() then raise exception 'may not talk' using errcode = 'RM403'; end if;
  if p_thread is null then
    only_for := remit.own_eyes(p_private);
  else
    select * into first from remit.comment c
      where c.workspace_id = here and c.comment_id = p_thread and c.thread = p_thread and remit.own_to(c.party_only);
    if not found then raise exception 'no such thread' using errcode = 'RM404'; end if;
    only_for := first.party_only;
    p_kind := first.item_kind;
    p_item := first.item_id;
  end if;
  insert into remit.comment (workspace_id, comment_id, item_kind, item_id, thread, party_only, author, author_party, text, mentions)
    select here, p_id, p_kind, p_item, coalesce(p_thread, p_id), only_for, me, remit.own_party(), p_text,
      coalesce((select array_agg(distinct m.account_id) from remit.member m
        where m.workspace_id = here and m.account_id = any (p_mentions) and m.account_id <> me and (m.until is null or m.until > now()) and (only_for is null or m.party = only_for)), '{}')
    on conflict do nothing;
  if not found then
    if exists (select 1 from remit.comment c where c.workspace_id = here and c.comment_id = p_id and c.author = me) then return false; end if;
    raise exception 'id taken' using errcode = 'RM409';
  end if;
  -- Somebody has something to add: it is not settled any more.
  update remit.comment c set resolved_at = null, resolved_by = null where c.workspace_id = here and c.comment_id = p_thread and c.resolved_at is not null;
  return true;
end
$function$
;
CREATE OR REPLACE FUNCTION remit.says_of_self(p_workspace uuid, p_person text, p_edit uuid, p_new jsonb, p_changed jsonb, p_gone jsonb, p_matrix jsonb)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select p_person is not null and p_matrix is null and jsonb_array_length(p_new || p_changed || p_gone) > 0
    and not exists (
      select 1 from jsonb_to_recordset(p_new) as p (kind text, body jsonb) where not coalesce(
        (p.kind = 'absence' and p.body ->> 'person' = p_person)
        or (p.kind = 'swap' and exists (
          select 1 from remit.swap_request r where r.workspace_id = p_workspace and r.request_id = p_edit and r.answer is null and r.ends > now()
            and r.in_person = p_person and r.in_person = p.body ->> 'in' and r.out_person = p.body ->> 'out' and r.rotation = p.body ->> 'rotation'
            and r.starts = (p.body ->> 'from')::timestamptz and r.ends = (p.body ->> 'until')::timestamptz)), false))
    and not exists (
      select 1 from (
        select p.kind, p.id, p.body from jsonb_to_recordset(p_changed) as p (kind text, id text, body jsonb)
        union all select p.kind, p.id, null from jsonb_to_recordset(p_gone) as p (kind text, id text)) c
      left join remit.draft_item i on i.workspace_id = p_workspace and i.kind = c.kind and i.item_id = c.id
      where not coalesce(c.kind = 'absence' and i.body ->> 'person' = p_person and (c.body is null or c.body ->> 'person' = p_person), false))
$function$
;
CREATE OR REPLACE FUNCTION remit.schedule_contacts(p_party text, p_days integer)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  if remit.entered() is null then raise exception 'not here' using errcode = 'RM404'; end if;
  if not remit.may_edit() or not remit.may_keep_for(p_party) then raise exception 'their side asks' using errcode = 'RM403'; end if;
  if not exists (select 1 from remit.draft_item i where i.workspace_id = remit.entered() and i.kind = 'party' and i.item_id = p_party) then raise exception 'no such party' using errcode = 'RM404'; end if;
  if p_days is null then delete from remit.contact_schedule s where s.workspace_id = remit.entered() and s.party = p_party;
  else insert into remit.contact_schedule (workspace_id, party, days, set_by, next_at) values (remit.entered(), p_party, p_days, current_setting('remit.actor')::uuid, now())
    on conflict (workspace_id, party) do update set days = excluded.days, set_by = excluded.set_by, next_at = least(remit.contact_schedule.next_at, now() + make_interval(days => excluded.days)); end if;
end
$function$
;
CREATE OR REPLACE FUNCTION remit.scrub_talk(p_words text[])
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  here uuid := remit.entered();
  mine text := remit.sealed_party();
begin
  if remit.entered_as() is distinct from 'owner' then raise exception 'may not erase' using errcode = 'RM403'; end if;
  update remit.comment c set text = '', mentions = '{}', removed_at = coalesce(c.removed_at, now())
    where c.workspace_id = here and c.author_party is not distinct from mine and exists (select 1 from unnest(p_words) w where position(lower(w) in lower(c.text)) > 0);
  delete from remit.evidence e where e.workspace_id = here and e.added_for is not distinct from mine and exists (select 1 from unnest(p_words) w where position(lower(w) in lower(concat_ws(' ', e.title, e.note, e.link))) > 0);
  update remit.row_stand s set reason = '(erased)' where s.workspace_id = here and s.party = mine and exists (select 1 from unnest(p_words) w where position(lower(w) in lower(s.reason)) > 0);
  update remit.proposal p set what = '(erased)', reason = null, answer = case when p.answer is null then null else '(erased)' end, edits = '[{"erased": true}]', state = case when p.state = 'open' then 'withdrawn' else p.state end
    where p.workspace_id = here and p.party = mine and exists (select 1 from unnest(p_words) w where position(lower(w) in lower(concat_ws(' ', p.what, p.reason, p.answer, p.edits::text))) > 0);
end
$function$
;
CREATE OR REPLACE FUNCTION remit.seal_by_link(p_token bytea, p_seal text, p_key text)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
  update remit.version v set seal = p_seal, seal_key = p_key from remit.sign_link l
    where l.token_hash = p_token and l.ended_at = now() and v.workspace_id = l.workspace_id and v.number = l.number and v.completed_at is not null and v.seal is null
$function$
;
CREATE OR REPLACE FUNCTION remit.seal_offer(p_number integer, p_seal text, p_key text)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
  update remit.version v set offer_seal = p_seal, seal_key = p_key where v.workspace_id = remit.entered() and v.number = p_number and v.offer_seal is null
$function$
;
CREATE OR REPLACE FUNCTION remit.seal_version(p_number integer, p_seal text, p_key text)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
  update remit.version v set seal = p_seal, seal_key = p_key where v.workspace_id = remit.entered() and v.number = p_number and v.completed_at is not null and v.seal is null
$function$
;
CREATE OR REPLACE FUNCTION remit.seal_withdrawal(p_number integer, p_seal text)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
  update remit.version v set withdrawal_seal = p_seal where v.workspace_id = remit.entered() and v.number = p_number and v.withdrawn_at is not null and v.withdrawal_seal is null
$function$
;
CREATE OR REPLACE FUNCTION remit.sealed_party()
 RETURNS text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select m.party from remit.member m
  where m.workspace_id = nullif(current_setting('remit.workspace', true), '')::uuid and m.account_id = nullif(current_setting('remit.actor', true), '')::uuid
    and m.proved and (m.until is null or m.until > now())
$function$
;
CREATE OR REPLACE FUNCTION remit.set_sign_policy(p_order text[], p_weights jsonb, p_edit uuid, p_what text, p_salt bytea, p_payload bytea)
 RETURNS bigint
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  here uuid := remit.entered();
  me uuid := nullif(current_setting('remit.actor', true), '')::uuid;
  now_at bigint;
begin
  if here is null then raise exception 'not here' using errcode = 'RM404'; end if;
  if remit.entered_as() is distinct from 'owner' or not remit.entered_proved() then raise exception 'owners say' using errcode = 'RM403'; end if;
  select e.revision into now_at from remit.edit_log e where e.workspace_id = here and e.edit_id = p_edit and e.actor = me;
  if found then return now_at; end if;
  insert into remit.sign_policy (workspace_id, in_order, weights, set_by) values (here, p_order, p_weights, me)
    on conflict (workspace_id) do update set in_order = excluded.in_order, weights = excluded.weights, set_by = excluded.set_by, set_at = now();
  return remit.write_entry(here, me, remit.own_party(), p_edit, p_what, '[]', '[]', null, null, p_salt, p_payload, now());
end
$function$
;
CREATE OR REPLACE FUNCTION remit.set_signatory_contact(p_person text, p_address text, p_edit uuid, p_what text, p_salt bytea, p_payload bytea)
 RETURNS bigint
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  here uuid := remit.entered();
  me uuid := nullif(current_setting('remit.actor', true), '')::uuid;
  mine text := remit.decides_for();
  now_at bigint;
begin
  select e.revision into now_at from remit.edit_log e where e.workspace_id = here and e.edit_id = p_edit and e.actor = me;
  if found then return now_at; end if;
  if not exists (select 1 from remit.draft_item i where i.workspace_id = here and i.kind = 'person' and i.item_id = p_person and i.body ->> 'party' = mine) then raise exception 'nobody of this party' using errcode = 'RM404'; end if;
  if p_address is null then delete from remit.signatory_contact c where c.workspace_id = here and c.person = p_person and c.party = mine;
  else
    if exists (select 1 from remit.member m join auth.account a on a.id = m.account_id where m.workspace_id = here and m.party is distinct from mine and lower(a.email) = lower(p_address))
      or exists (select 1 from remit.signatory_contact c where c.workspace_id = here and c.party <> mine and lower(c.address) = lower(p_address)) then
      raise exception 'of another party' using errcode = 'RM409';
    end if;
    insert into remit.signatory_contact (workspace_id, person, party, address, entered_by) values (here, p_person, mine, p_address, me)
      on conflict (workspace_id, person) do update set party = excluded.party, address = excluded.address, entered_by = excluded.entered_by, entered_at = now();
  end if;
  -- Whoever got a code at the old address signs nothing with it any more.
  update remit.sign_link l set ended_at = now() where l.workspace_id = here and l.person = p_person and l.ended_at is null;
  return remit.write_entry(here, me, mine, p_edit, p_what, '[]', '[]', null, null, p_salt, p_payload, now());
end
$function$
;
CREATE OR REPLACE FUNCTION remit.settle_rows(p_workspace uuid, p_rows text[])
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
  insert into remit.agreed_row as a (workspace_id, activity_id, row_hash, parties)
    select s.workspace_id, s.activity_id, s.row_hash, array_agg(s.party order by s.party)
    from remit.row_stand s
    join remit.draft_item i on i.workspace_id = s.workspace_id and i.kind = 'activity' and i.item_id = s.activity_id
    where s.workspace_id = p_workspace and s.activity_id = any (p_rows) and s.stand = 'agreed' and s.row_hash = remit.row_hash(i.body)
      and s.party in (select remit.deciding(p_workspace))
    group by s.workspace_id, s.activity_id, s.row_hash
    having count(*) >= greatest(2, (select count(*) from remit.deciding(p_workspace)))
    on conflict (workspace_id, activity_id) do update set row_hash = excluded.row_hash, parties = excluded.parties, agreed_at = now()
$function$
;
CREATE OR REPLACE FUNCTION remit.shown_sign_link(p_token bytea, p_account uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  update remit.sign_link l set burnt = true, ended_at = coalesce(l.ended_at, now())
    where l.token_hash = p_token and exists (select 1 from remit.member m where m.workspace_id = l.workspace_id and m.account_id = p_account and m.party is distinct from l.party);
  return found;
end
$function$
;
CREATE OR REPLACE FUNCTION remit.sign_by_link(p_token bytea, p_code bytea, p_digest bytea, p_how text, p_intent text, p_address text, p_agent text, p_edit uuid, p_what text, p_salt bytea, p_payload bytea)
 RETURNS TABLE(complete boolean, revision bigint, at timestamp with time zone)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  who record;
  l remit.sign_link;
  wanted remit.version;
begin
  select * into who from remit.sign_link_of(p_token);
  l := remit.use_sign_code(p_token, p_code);
  select * into wanted from remit.version v where v.workspace_id = l.workspace_id and v.number = l.number for update;
  if wanted.completed_at is not null or wanted.refused_at is not null or wanted.withdrawn_at is not null then raise exception 'not open' using errcode = 'RM410'; end if;
  return query select * from remit.put_signature(wanted, l.person, l.link_id, who.name, p_digest, p_how, p_intent, p_address, p_agent, p_edit, p_what, p_salt, p_payload);
end
$function$
;
CREATE OR REPLACE FUNCTION remit.sign_link_of(p_token bytea)
 RETURNS TABLE(workspace uuid, workspace_name text, link uuid, number integer, person text, name text, party text, party_name text, address text, until timestamp with time zone)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select l.workspace_id, w.name, l.link_id, l.number, l.person, coalesce(s.delegate_name, s.name), s.party, s.party_name, c.address, l.expires_at
  from remit.sign_link l
  join remit.workspace w on w.workspace_id = l.workspace_id
  join remit.version v on v.workspace_id = l.workspace_id and v.number = l.number and v.completed_at is null and v.refused_at is null and v.withdrawn_at is null
  join remit.version_signatory s on s.workspace_id = l.workspace_id and s.number = l.number and s.person = l.person and s.party = l.party
    and (s.delegated_by = 'party' or exists (select 1 from remit.signatory g where g.workspace_id = s.workspace_id and g.party = s.party and g.person = s.person))
  join remit.signatory_contact c on c.workspace_id = l.workspace_id and c.person = coalesce(s.delegate, s.person) and c.party = l.party
  join remit.member m on m.workspace_id = l.workspace_id and m.account_id = l.made_by and m.party = l.party and m.proved and m.role in ('owner', 'editor', 'approver') and (m.until is null or m.until > now())
  where l.token_hash = p_token and l.ended_at is null and not l.burnt and l.expires_at > now()
    and not exists (select 1 from remit.deletion d where d.workspace_id = l.workspace_id)
    and not exists (select 1 from remit.signature g where g.workspace_id = l.workspace_id and g.number = l.number and g.person = l.person)
$function$
;
CREATE OR REPLACE FUNCTION remit.sign_version(p_number integer, p_person text, p_digest bytea, p_how text, p_intent text, p_address text, p_agent text, p_edit uuid, p_what text, p_salt bytea, p_payload bytea)
 RETURNS TABLE(complete boolean, revision bigint, at timestamp with time zone)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  me uuid := nullif(current_setting('remit.actor', true), '')::uuid;
  wanted remit.version;
begin
  if remit.entered() is null then raise exception 'not here' using errcode = 'RM404'; end if;
  if not exists (select 1 from remit.signs_as(remit.entered(), p_number, p_person) a where a = me) then raise exception 'not theirs to sign' using errcode = 'RM403'; end if;
  if exists (select 1 from remit.signature g where g.workspace_id = remit.entered() and g.number = p_number and g.person = p_person) then raise exception 'signed already' using errcode = 'RM409'; end if;
  wanted := remit.open_version(p_number);
  -- The lock may have waited: whoever left meanwhile signs no more.
  if not exists (select 1 from remit.signs_as(remit.entered(), p_number, p_person) a where a = me) then raise exception 'not theirs to sign' using errcode = 'RM403'; end if;
  return query select * from remit.put_signature(wanted, p_person, me, (select a.name from auth.account a where a.id = me), p_digest, p_how, p_intent, p_address, p_agent, p_edit, p_what, p_salt, p_payload);
end
$function$
;
CREATE OR REPLACE FUNCTION remit.signatory_addresses(p_number integer)
 RETURNS TABLE(person text, name text, email text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select * from remit.version_addresses(remit.entered(), p_number) where remit.entered_as() <> 'guest'
$function$
;
CREATE OR REPLACE FUNCTION remit.signing_parties()
 RETURNS TABLE(party text, deciding boolean, nameable boolean)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select i.item_id, i.item_id in (select remit.deciding(remit.entered())), remit.entered_proved() and remit.entered_as() in ('owner', 'approver') and remit.may_name_for(i.item_id, null)
  from remit.draft_item i where i.workspace_id = remit.entered() and i.kind = 'party' and remit.entered_as() <> 'guest'
$function$
;
CREATE OR REPLACE FUNCTION remit.signs_as(p_workspace uuid, p_number integer, p_person text)
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select m.account_id from remit.version_signatory s
  join remit.member m on m.workspace_id = s.workspace_id and m.party = s.party and m.proved and (m.until is null or m.until > now())
    and case when s.delegate is not null then m.person = s.delegate else m.person = s.person or m.account_id = s.account end
  where s.workspace_id = p_workspace and s.number = p_number and s.person = p_person
    and (s.delegated_by = 'party' or exists (select 1 from remit.signatory g where g.workspace_id = s.workspace_id and g.party = s.party and g.person = s.person))
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
CREATE OR REPLACE FUNCTION remit.take_contact_schedule()
 RETURNS TABLE(workspace uuid, party text, account uuid, days integer)
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
  update remit.contact_schedule s set next_at = now() + make_interval(days => s.days)
  where (s.workspace_id, s.party) = (
    select d.workspace_id, d.party from remit.contact_schedule d
    join remit.member m on m.workspace_id = d.workspace_id and m.account_id = d.set_by and m.role in ('owner', 'editor') and (m.until is null or m.until > now())
    where d.next_at <= now() order by d.next_at limit 1 for update of d skip locked)
  returning s.workspace_id, s.party, s.set_by, s.days
$function$
;
CREATE OR REPLACE FUNCTION remit.take_delivery()
 RETURNS TABLE(workspace uuid, delivery uuid, message uuid, url text, body text, tries integer, secret bytea, old_secret bytea)
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
  update remit.webhook_delivery d set claimed_until = now() + interval '1 minute', tries = d.tries + 1
  from remit.webhook h
  where h.workspace_id = d.workspace_id and h.webhook_id = d.webhook_id and (d.workspace_id, d.delivery_id) = (
    select q.workspace_id, q.delivery_id from remit.webhook_delivery q join remit.webhook g on g.workspace_id = q.workspace_id and g.webhook_id = q.webhook_id
    where q.state = 'waiting' and q.due_at <= now() and (q.claimed_until is null or q.claimed_until <= now()) and g.active and remit.webhook_kept(g.workspace_id, g.party, g.made_by)
      and not exists (select 1 from remit.webhook_delivery o where o.workspace_id = q.workspace_id and o.webhook_id = q.webhook_id and o.state = 'waiting' and o.claimed_until > now())
    order by q.due_at limit 1 for update of q skip locked)
  returning d.workspace_id, d.delivery_id, d.message_id, h.url, d.body::text, d.tries, h.secret, case when h.old_until > now() then h.old_secret end
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
CREATE OR REPLACE FUNCTION remit.take_notices()
 RETURNS TABLE(account uuid, email text, notice uuid, workspace uuid, workspace_name text, news text, title text, n_rows integer, who text, party_name text)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare whom uuid;
begin
  delete from remit.notice n where not remit.tellable(n);
  select a.id into whom from auth.account a
    where (a.last_told is null or a.last_told <= now() - interval '5 minutes')
      and exists (select 1 from remit.notice n where n.account_id = a.id and (n.claimed_until is null or n.claimed_until <= now()))
    order by a.id limit 1 for no key update skip locked;
  if not found then return; end if;
  update remit.notice n set claimed_until = now() + interval '2 minutes' where n.account_id = whom;
  return query
    select a.id, a.email, n.notice_id, w.workspace_id, w.name, n.news, coalesce(row.title, added.title), cardinality(p.activities), by_whom.name, party.body ->> 'name'
    from remit.notice n
    join auth.account a on a.id = n.account_id
    join remit.workspace w on w.workspace_id = n.workspace_id
    join remit.proposal p on p.workspace_id = n.workspace_id and p.proposal_id = n.proposal_id
    left join auth.account by_whom on by_whom.id = case when n.news = 'made' then p.made_by else p.answered_by end
    left join remit.draft_item party on party.workspace_id = n.workspace_id and party.kind = 'party' and party.item_id = case when n.news = 'made' then p.party else p.answered_for end
    left join lateral (select i.body ->> 'title' as title from remit.draft_item i where i.workspace_id = n.workspace_id and i.kind = 'activity' and i.item_id = p.activities[1]) row on true
    left join lateral (select e.one -> 'item' ->> 'title' as title from jsonb_array_elements(p.edits) e (one) where e.one ->> 'do' = 'add' and e.one ->> 'kind' = 'activity' limit 1) added on true
    where n.account_id = whom order by w.name, w.workspace_id, n.at, n.notice_id;
end
$function$
;
CREATE OR REPLACE FUNCTION remit.take_stand(p_rows text[], p_stand text, p_reason text, p_seen bigint, p_edit uuid, p_what text, p_edits jsonb, p_changed jsonb, p_salt bytea, p_payload bytea)
 RETURNS TABLE(revision bigint, at timestamp with time zone)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
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
$function$
;
CREATE OR REPLACE FUNCTION remit.talk_holding(p_words text[])
 RETURNS TABLE(kind text, n bigint)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  with mine as (select remit.sealed_party() as party), w as (select lower(x) as word from unnest(p_words) x)
  select 'comments', count(*) from remit.comment c, mine where c.workspace_id = remit.entered() and c.author_party is not distinct from mine.party and exists (select 1 from w where position(w.word in lower(c.text)) > 0) having count(*) > 0
  union all select 'evidence', count(*) from remit.evidence e, mine where e.workspace_id = remit.entered() and e.added_for is not distinct from mine.party and exists (select 1 from w where position(w.word in lower(concat_ws(' ', e.title, e.note, e.link))) > 0) having count(*) > 0
  union all select 'reasons', count(*) from remit.row_stand s, mine where s.workspace_id = remit.entered() and s.party = mine.party and exists (select 1 from w where position(w.word in lower(s.reason)) > 0) having count(*) > 0
  union all select 'proposals', count(*) from remit.proposal p, mine where p.workspace_id = remit.entered() and p.party = mine.party and exists (select 1 from w where position(w.word in lower(concat_ws(' ', p.what, p.reason, p.answer, p.edits::text))) > 0) having count(*) > 0
$function$
;
CREATE OR REPLACE FUNCTION remit.tell_membership()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  if tg_op = 'INSERT' then
    if new.until is null then perform remit.tell_webhooks(new.workspace_id, 'member.joined', null, jsonb_build_object('account', new.account_id, 'role', new.role, 'party', new.party)); end if;
  elsif old.until is null and (tg_op = 'DELETE' or new.until is not null) and exists (select 1 from remit.workspace w where w.workspace_id = old.workspace_id) then
    perform remit.tell_webhooks(old.workspace_id, 'member.left', null, jsonb_build_object('account', old.account_id, 'role', old.role, 'party', old.party));
  end if;
  return null;
end
$function$
;
CREATE OR REPLACE FUNCTION remit.tell_proposal()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  if tg_op = 'INSERT' then
    perform remit.tell_webhooks(new.workspace_id, 'proposal.made', null, jsonb_build_object('proposal', new.proposal_id, 'rows', new.activities, 'by', new.made_by, 'party', new.party, 'counters', new.counters));
  elsif new.state <> old.state then
    perform remit.tell_webhooks(new.workspace_id, 'proposal.answered', null, jsonb_build_object('proposal', new.proposal_id, 'state', new.state, 'rows', new.activities, 'by', new.answered_by, 'party', new.answered_for));
  end if;
  return null;
end
$function$
;
CREATE OR REPLACE FUNCTION remit.tell_talk()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  perform remit.tell_webhooks(new.workspace_id, 'comment.said', new.party_only, jsonb_build_object('comment', new.comment_id, 'thread', new.thread, 'kind', new.item_kind, 'id', new.item_id, 'by', new.author, 'party', new.author_party));
  return null;
end
$function$
;
CREATE OR REPLACE FUNCTION remit.tell_webhooks(p_workspace uuid, p_event text, p_party_only text, p_body jsonb)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
  insert into remit.webhook_delivery (workspace_id, webhook_id, event, body)
    select h.workspace_id, h.webhook_id, p_event, remit.webhook_body(p_event, p_workspace, p_body)
    from remit.webhook h
    where h.workspace_id = p_workspace and h.active and p_event = any (h.events) and (p_party_only is null or h.party = p_party_only)
      and remit.webhook_kept(h.workspace_id, h.party, h.made_by)
$function$
;
CREATE OR REPLACE FUNCTION remit.tellable(p_notice remit.notice)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select exists (
    select 1 from auth.account a join remit.member m on m.account_id = a.id and m.workspace_id = p_notice.workspace_id and (m.until is null or m.until > now())
    join remit.proposal p on p.workspace_id = m.workspace_id and p.proposal_id = p_notice.proposal_id
    where a.id = p_notice.account_id and a.letters and a.email is not null and a.email_verified and p_notice.at > now() - interval '1 day'
      and (p_notice.news <> 'made' or (p.state = 'open' and m.proved and m.party is distinct from p.party and m.role in ('owner', 'editor', 'approver')))
      and not exists (select 1 from remit.sign_in_rule r where r.workspace_id = m.workspace_id and not auth.has_two(a.id, r.domains)))
$function$
;
CREATE OR REPLACE FUNCTION remit.test_webhook(p_webhook uuid)
 RETURNS uuid
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  h remit.webhook := remit.own_webhook(p_webhook);
  made uuid;
begin
  if not h.active then raise exception 'it is off' using errcode = 'RM409'; end if;
  insert into remit.webhook_delivery (workspace_id, webhook_id, event, body) values (h.workspace_id, h.webhook_id, 'webhook.test', remit.webhook_body('webhook.test', h.workspace_id, '{}')) returning delivery_id into made;
  return made;
end
$function$
;
CREATE OR REPLACE FUNCTION remit.tidy_deliveries()
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
  delete from remit.webhook_delivery where state <> 'waiting' and made_at < now() - interval '30 days'
$function$
;
CREATE OR REPLACE FUNCTION remit.touch_rows(p_workspace uuid, p_revision bigint, p_rows text[])
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
  insert into remit.edit_touch (workspace_id, kind, item_id, revision) select distinct p_workspace, 'agreement', r, p_revision from unnest(p_rows) r
$function$
;
CREATE OR REPLACE FUNCTION remit.try_sign_code(p_token bytea, p_code bytea)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare l remit.sign_link;
begin
  select * into l from remit.sign_link x where x.token_hash = p_token for update;
  if not found or l.code_hash is null or l.code_until <= now() or l.code_tries >= 5 then return false; end if;
  if l.code_hash = p_code then return true; end if;
  update remit.sign_link x set code_tries = x.code_tries + 1 where x.token_hash = p_token;
  return false;
end
$function$
;
CREATE OR REPLACE FUNCTION remit.use_sign_code(p_token bytea, p_code bytea)
 RETURNS remit.sign_link
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare l remit.sign_link;
begin
  if not exists (select 1 from remit.sign_link_of(p_token)) then raise exception 'gone' using errcode = 'RM410'; end if;
  -- The workspace is locked first here, too.
  perform 1 from remit.workspace w where w.workspace_id = (select x.workspace_id from remit.sign_link x where x.token_hash = p_token) for update;
  update remit.sign_link x set code_hash = null, ended_at = now() where x.token_hash = p_token and x.code_hash = p_code and x.code_until > now() and x.code_tries < 5 and x.ended_at is null returning * into l;
  if not found then raise exception 'another code' using errcode = 'RM403'; end if;
  return l;
end
$function$
;
CREATE OR REPLACE FUNCTION remit.version_addresses(p_workspace uuid, p_number integer)
 RETURNS TABLE(person text, name text, email text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select s.person, coalesce(s.delegate_name, s.name), a.email from remit.version_signatory s
  join remit.member m on m.workspace_id = s.workspace_id and m.party = s.party and m.proved and (m.until is null or m.until > now()) and (m.person = coalesce(s.delegate, s.person) or (s.delegate is null and m.account_id = s.account))
  join auth.account a on a.id = m.account_id and a.email is not null and a.email_verified
  where s.workspace_id = p_workspace and s.number = p_number
  union
  select s.person, coalesce(s.delegate_name, s.name), c.address from remit.version_signatory s
  join remit.signatory_contact c on c.workspace_id = s.workspace_id and c.party = s.party and c.person = coalesce(s.delegate, s.person)
  where s.workspace_id = p_workspace and s.number = p_number
$function$
;
CREATE OR REPLACE FUNCTION remit.version_by_link(p_token bytea)
 RETURNS jsonb
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select remit.version_whole(l.workspace_id, l.number) from remit.sign_link l where l.token_hash = p_token and not l.burnt and (exists (select 1 from remit.sign_link_of(p_token)) or l.ended_at = now())
$function$
;
CREATE OR REPLACE FUNCTION remit.version_seats(p_number integer)
 RETURNS TABLE(number integer, party text, person text, party_name text, name text, place integer, delegate text, delegate_name text, reminded timestamp with time zone, removed boolean, here boolean, own boolean)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select s.number, s.party, s.person, s.party_name, s.name, s.place, s.delegate, s.delegate_name, s.reminded_at,
    s.delegated_by is distinct from 'party' and not exists (select 1 from remit.signatory g where g.workspace_id = s.workspace_id and g.party = s.party and g.person = s.person),
    exists (select 1 from remit.signs_as(s.workspace_id, s.number, s.person)),
    exists (select 1 from remit.signs_as(s.workspace_id, s.number, s.person) a where a = nullif(current_setting('remit.actor', true), '')::uuid)
  from remit.version_signatory s where s.workspace_id = remit.entered() and remit.entered_as() <> 'guest' and (p_number is null or s.number = p_number)
  order by s.number, s.place, s.party, s.name, s.person
$function$
;
CREATE OR REPLACE FUNCTION remit.version_whole(p_workspace uuid, p_number integer)
 RETURNS jsonb
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select jsonb_build_object('workspace', v.workspace_id, 'number', v.number, 'revision', v.revision, 'title', v.title, 'matrix', v.matrix, 'digest', encode(v.digest, 'hex'), 'validFrom', v.valid_from, 'validUntil', v.valid_until,
    'offeredBy', v.offered_by, 'offeredFor', v.offered_for, 'offeredAt', remit.instant(v.offered_at), 'completedAt', remit.instant(v.completed_at), 'refusedAt', remit.instant(v.refused_at),
    'withdrawn', case when v.withdrawn_at is null then null else jsonb_build_object('party', v.withdrawn_for, 'name', v.withdrawn_name, 'reason', v.withdrawn_reason, 'at', remit.instant(v.withdrawn_at), 'seal', coalesce(v.withdrawal_seal, '')) end,
    'offerSeal', coalesce(v.offer_seal, ''), 'seal', coalesce(v.seal, ''), 'key', coalesce(v.seal_key, ''),
    'required', (select coalesce(jsonb_agg(jsonb_build_object('party', s.party, 'partyName', s.party_name, 'person', s.person, 'name', s.name) order by s.place, s.party, s.name, s.person), '[]') from remit.version_signatory s where s.workspace_id = v.workspace_id and s.number = v.number),
    'signatures', (select coalesce(jsonb_agg(jsonb_strip_nulls(jsonb_build_object('party', g.party, 'person', g.person, 'name', g.name, 'account', g.account, 'delegate', g.delegate, 'how', g.how, 'intent', g.intent, 'at', remit.instant(g.signed_at), 'digest', encode(g.digest, 'hex'), 'address', g.address, 'agent', g.agent)) order by g.signed_at, g.person), '[]') from remit.signature g where g.workspace_id = v.workspace_id and g.number = v.number),
    'refusals', (select coalesce(jsonb_agg(jsonb_build_object('party', r.party, 'person', r.person, 'name', r.name, 'reason', r.reason, 'rows', r.rows, 'at', remit.instant(r.refused_at)) order by r.refused_at), '[]') from remit.sign_refusal r where r.workspace_id = v.workspace_id and r.number = v.number))
  from remit.version v where v.workspace_id = p_workspace and v.number = p_number
$function$
;
CREATE OR REPLACE FUNCTION remit.webhook_body(p_event text, p_workspace uuid, p_data jsonb)
 RETURNS jsonb
 LANGUAGE sql
 STABLE
 SET search_path TO ''
AS $function$
  select jsonb_build_object('type', p_event, 'timestamp', remit.moment(now()), 'data', jsonb_build_object('workspace', p_workspace) || p_data)
$function$
;
CREATE OR REPLACE FUNCTION remit.webhook_kept(p_workspace uuid, p_party text, p_made_by uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select exists (select 1 from remit.member m where m.workspace_id = p_workspace and m.role = 'owner' and (m.until is null or m.until > now())
    and ((m.party is not distinct from p_party and (m.party is null or m.proved)) or (p_party is null and m.account_id = p_made_by)))
$function$
;
CREATE OR REPLACE FUNCTION remit.webhook_mine(p_party text, p_made_by uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE
 SET search_path TO ''
AS $function$
  select coalesce(remit.entered_as() = 'owner' and (p_party is not distinct from remit.entered_party() or (p_party is null and p_made_by = nullif(current_setting('remit.actor', true), '')::uuid)), false)
$function$
;
CREATE OR REPLACE FUNCTION remit.whole_version(p_number integer)
 RETURNS jsonb
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select remit.version_whole(remit.entered(), p_number) where remit.entered_as() <> 'guest'
$function$
;
CREATE OR REPLACE FUNCTION remit.withdraw_version(p_number integer, p_reason text, p_edit uuid, p_what text, p_salt bytea, p_payload bytea)
 RETURNS TABLE(revision bigint, at timestamp with time zone, was_signed boolean, name text, party text)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  here uuid := remit.entered();
  me uuid := nullif(current_setting('remit.actor', true), '')::uuid;
  mine text := remit.decides_for();
  moment timestamptz;
  wanted remit.version;
  called text := (select a.name from auth.account a where a.id = me);
begin
  perform 1 from remit.workspace w where w.workspace_id = here for update;
  select * into wanted from remit.version v where v.workspace_id = here and v.number = p_number for update;
  if not found then raise exception 'no such version' using errcode = 'RM404'; end if;
  if wanted.withdrawn_at is not null or wanted.refused_at is not null then raise exception 'not open' using errcode = 'RM410'; end if;
  if wanted.completed_at is null and wanted.offered_for <> mine then raise exception 'theirs to withdraw' using errcode = 'RM403'; end if;
  if wanted.completed_at is not null and (remit.entered_as() <> 'owner' or not exists (select 1 from remit.signature g where g.workspace_id = here and g.number = p_number and g.party = mine)) then raise exception 'owners withdraw' using errcode = 'RM403'; end if;
  moment := date_trunc('milliseconds', clock_timestamp());
  update remit.version v set withdrawn_at = moment, withdrawn_by = me, withdrawn_for = mine, withdrawn_name = called, withdrawn_reason = p_reason where v.workspace_id = here and v.number = p_number;
  return query select remit.write_entry(here, me, mine, p_edit, p_what, '[]', '[]', null, null, p_salt, p_payload, moment), moment, wanted.completed_at is not null, called, mine;
end
$function$
;
CREATE OR REPLACE FUNCTION remit.wordless_of(p_workspace uuid, p_after bigint, p_most integer)
 RETURNS TABLE(revision bigint, party text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select l.revision, l.party from remit.edit_log l where l.workspace_id = p_workspace and l.revision > p_after and l.leaf is not null and l.salt is null order by l.revision limit p_most
$function$
;
CREATE OR REPLACE FUNCTION remit.words_of(p_workspace uuid, p_after bigint, p_most integer, p_bytes bigint)
 RETURNS TABLE(revision bigint, party text, salt bytea, payload_hash bytea, what text, edits jsonb)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select s.revision, s.party, s.salt, s.payload_hash, s.what, s.edits
  from (
    select l.*, sum(l.size) over (order by l.revision) as held, row_number() over (order by l.revision) as n
    from (select * from remit.edit_log e where e.workspace_id = p_workspace and e.revision > p_after and e.leaf is not null and e.salt is not null order by e.revision limit p_most) l
  ) s where s.n = 1 or s.held <= p_bytes order by s.revision
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
CREATE OR REPLACE FUNCTION remit.write_entry(p_workspace uuid, p_actor uuid, p_party text, p_edit uuid, p_what text, p_edits jsonb, p_undo jsonb, p_undoes bigint, p_page uuid, p_salt bytea, p_payload bytea, p_at timestamp with time zone)
 RETURNS bigint
 LANGUAGE plpgsql
AS $function$
declare now_at bigint;
begin
  update remit.workspace w set revision = w.revision + 1 where w.workspace_id = p_workspace returning w.revision into now_at;
  insert into remit.edit_log (workspace_id, revision, edit_id, actor, what, edits, undo, undoes, page, at, party, salt, payload_hash, size, leaf)
    values (p_workspace, now_at, p_edit, p_actor, p_what, p_edits, p_undo, p_undoes, p_page, p_at, p_party, p_salt, p_payload, octet_length(p_edits::text) + octet_length(p_undo::text),
      sha256(convert_to(concat_ws(E'\n', 'remit-entry-1', p_workspace::text, now_at::text, remit.moment(p_at), p_actor::text, coalesce(p_party, ''), coalesce(p_page::text, ''), p_edit::text, coalesce(p_undoes::text, ''), encode(p_payload, 'hex')), 'UTF8')));
  if p_edits <> '[]' then
    insert into remit.edit_touch (workspace_id, kind, item_id, revision)
      select p_workspace, t.kind, t.item_id, now_at from remit.items_touched(p_edits) t where t.kind is not null and t.item_id is not null;
  end if;
  return now_at;
end
$function$
;
CREATE OR REPLACE FUNCTION remit.write_rows(p_workspace uuid, p_now bigint, p_new jsonb, p_changed jsonb, p_gone jsonb, p_matrix jsonb)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
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
  if p_gone @> '[{"kind": "contact"}]' or p_changed @> '[{"kind": "contact"}]' or p_changed @> '[{"kind": "person"}]' or p_changed @> '[{"kind": "role"}]' then
    perform remit.forget_private(p_workspace, p_changed, p_gone);
  end if;
end
$function$
;

-- triggers

CREATE TRIGGER told AFTER INSERT ON remit.comment FOR EACH ROW EXECUTE FUNCTION remit.tell_talk();
CREATE TRIGGER forget_checks AFTER DELETE ON remit.draft_item FOR EACH ROW WHEN ((old.kind = ANY (ARRAY['person'::text, 'contact'::text]))) EXECUTE FUNCTION remit.forget_checks();
CREATE TRIGGER forget_swaps AFTER DELETE ON remit.draft_item FOR EACH ROW WHEN ((old.kind = ANY (ARRAY['person'::text, 'rotation'::text]))) EXECUTE FUNCTION remit.forget_swaps();
CREATE TRIGGER untold AFTER UPDATE OF salt ON remit.edit_log FOR EACH ROW WHEN (((old.salt IS NOT NULL) AND (new.salt IS NULL))) EXECUTE FUNCTION remit.forget_told();
CREATE TRIGGER pending_ends AFTER INSERT ON auth.federated FOR EACH ROW EXECUTE FUNCTION auth.drop_pending();
CREATE TRIGGER distrusted AFTER UPDATE ON remit.identity_provider FOR EACH ROW WHEN (((old.proved_at IS NOT NULL) AND (new.proved_at IS NULL))) EXECUTE FUNCTION remit.provider_serves_no_more();
CREATE TRIGGER gone AFTER DELETE ON remit.identity_provider FOR EACH ROW WHEN ((old.proved_at IS NOT NULL)) EXECUTE FUNCTION remit.provider_serves_no_more();
CREATE TRIGGER keys_end AFTER UPDATE OF until, party ON remit.member FOR EACH ROW WHEN ((((new.until IS NOT NULL) AND ((old.until IS NULL) OR (old.until > now())) AND (new.until IS DISTINCT FROM old.until)) OR (new.party IS DISTINCT FROM old.party))) EXECUTE FUNCTION remit.end_keys();
CREATE TRIGGER keys_end_with_it AFTER DELETE ON remit.member FOR EACH ROW EXECUTE FUNCTION remit.end_keys();
CREATE TRIGGER told AFTER INSERT OR DELETE OR UPDATE OF until ON remit.member FOR EACH ROW EXECUTE FUNCTION remit.tell_membership();
CREATE TRIGGER pending_ends AFTER INSERT ON auth.passkey FOR EACH ROW EXECUTE FUNCTION auth.drop_pending();
CREATE TRIGGER noticed AFTER INSERT OR UPDATE OF state ON remit.proposal FOR EACH ROW EXECUTE FUNCTION remit.notice_proposal();
CREATE TRIGGER told AFTER INSERT OR UPDATE OF state ON remit.proposal FOR EACH ROW EXECUTE FUNCTION remit.tell_proposal();
CREATE TRIGGER begun BEFORE UPDATE OF secret ON auth.second_factor FOR EACH ROW WHEN ((new.secret IS DISTINCT FROM old.secret)) EXECUTE FUNCTION auth.begin_second_factor();
CREATE TRIGGER pending_ends AFTER UPDATE OF verified ON auth.second_factor FOR EACH ROW WHEN (new.verified) EXECUTE FUNCTION auth.drop_pending();
CREATE TRIGGER kept BEFORE DELETE OR UPDATE ON remit.sign_refusal FOR EACH ROW EXECUTE FUNCTION remit.keep_signature();
CREATE TRIGGER kept BEFORE DELETE OR UPDATE ON remit.signature FOR EACH ROW EXECUTE FUNCTION remit.keep_signature();
CREATE TRIGGER kept BEFORE DELETE OR UPDATE ON remit.version FOR EACH ROW EXECUTE FUNCTION remit.keep_version();

-- rights of the application

grant select on remit.agreed_row to remit_app;
grant select on remit.comment to remit_app;
grant select on remit.contact_claim to remit_app;
grant select on remit.contact_schedule to remit_app;
grant select on remit.draft_item to remit_app;
grant select on remit.draft_matrix to remit_app;
grant select on remit.edit_log to remit_app;
grant select on remit.edit_touch to remit_app;
grant select on remit.evidence to remit_app;
grant select on remit.history_check to remit_app;
grant select on remit.history_head to remit_app;
grant select on remit.import to remit_app;
grant select on remit.imported_piece to remit_app;
grant select on remit.member to remit_app;
grant select on remit.minute_answer to remit_app;
grant select on remit.private_contact to remit_app;
grant select on remit.proposal to remit_app;
grant select on remit.review to remit_app;
grant select on remit.review_decision to remit_app;
grant select on remit.review_trigger to remit_app;
grant select on remit.row_stand to remit_app;
grant select on remit.sign_policy to remit_app;
grant select on remit.sign_refusal to remit_app;
grant select on remit.signatory to remit_app;
grant select on remit.signatory_contact to remit_app;
grant select on remit.signature to remit_app;
grant select on remit.stationery to remit_app;
grant select on remit.swap_request to remit_app;
grant select on remit.version to remit_app;
grant select on remit.version_signatory to remit_app;
grant select on remit.webhook_delivery to remit_app;
grant select on remit.workspace to remit_app;
grant delete, insert, select, update on auth.account to remit_auth;
grant delete, insert, select, update on auth.attempt to remit_auth;
grant delete, insert, select, update on auth.credential to remit_auth;
grant delete, insert, select, update on auth.second_factor to remit_auth;
grant delete, insert, select, update on auth.session to remit_auth;
grant delete, insert, select, update on auth.used_code to remit_auth;
grant delete, insert, select, update on auth.verification to remit_auth;
