-- Who somebody is and how they prove it, the party they speak for, and how they are invited.

-- Accounts, in the shape the sign-in library keeps them. An account without an e-mail signed in by a link and has
-- not said yet how it wants to come back.
alter table auth.account rename column account_id to id;
alter table auth.account
  add column email text unique check (email = lower(email) and length(email) between 3 and 320),
  add column email_verified boolean not null default false,
  add column image text,
  add column updated_at timestamptz not null default now(),
  add column second_factor boolean not null default false;

-- A token is never stored, only its SHA-256.
alter table auth.session
  add column id uuid not null default gen_random_uuid() unique,
  add column updated_at timestamptz not null default now(),
  add column ip_address text,
  add column user_agent text;
create index session_of_account on auth.session (account_id);

-- A password, or what an organisation's own sign-in says of somebody.
create table auth.credential (
  id uuid primary key default gen_random_uuid(),
  account_id uuid not null references auth.account on delete cascade,
  provider text not null,
  provider_account text not null,
  password text,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (provider, provider_account)
);
create index credential_of_account on auth.credential (account_id);

create table auth.verification (
  id uuid primary key default gen_random_uuid(),
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index verification_identifier on auth.verification (identifier);

create table auth.second_factor (
  id uuid primary key default gen_random_uuid(),
  account_id uuid not null references auth.account on delete cascade,
  secret text not null,
  backup_codes text not null,
  verified boolean,
  failed_count integer,
  locked_until timestamptz
);
create index second_factor_of_account on auth.second_factor (account_id);

-- A code of the authenticator counts once.
create table auth.used_code (
  account_id uuid not null references auth.account on delete cascade,
  code_hash bytea not null,
  at timestamptz not null default now(),
  primary key (account_id, code_hash)
);

create table auth.passkey (
  id uuid primary key default gen_random_uuid(),
  account_id uuid not null references auth.account on delete cascade,
  name text,
  public_key text not null,
  credential_id text not null unique,
  counter integer not null,
  device_type text not null,
  backed_up boolean not null,
  transports text,
  aaguid text,
  created_at timestamptz
);
create index passkey_of_account on auth.passkey (account_id);

create table auth.sso_provider (
  id uuid primary key default gen_random_uuid(),
  provider text not null unique,
  issuer text not null,
  domain text not null,
  oidc_config text,
  saml_config text,
  account_id uuid references auth.account on delete set null,
  organisation text
);

-- Links that sign an account in, once: sent by e-mail, or made by whoever runs this Remit.
create table auth.link (
  token_hash bytea primary key check (length(token_hash) = 32),
  account_id uuid not null references auth.account on delete cascade,
  made_at timestamptz not null default now(),
  expires_at timestamptz not null
);
create index link_of_account on auth.link (account_id);

-- Failed sign-ins, by a digest of what was tried and from where.
create table auth.attempt (
  key bytea primary key,
  failures integer not null,
  first_at timestamptz not null,
  locked_until timestamptz
);

-- The sign-in library works with these as a role of its own, and with nothing else.
grant usage on schema auth to remit_auth;
grant select, insert, update, delete on auth.account, auth.session, auth.credential, auth.verification, auth.second_factor, auth.used_code, auth.passkey, auth.sso_provider, auth.attempt to remit_auth;

-- A member speaks for one party of the matrix and may be one of its people.
alter table remit.member
  add column party text check (length(party) between 1 and 120),
  add column person text check (length(person) between 1 and 120),
  add column invited_by uuid;

-- A way in for one person: a link that works once, until it expires or is taken back.
create table remit.invitation (
  workspace_id uuid not null references remit.workspace on delete cascade,
  invitation_id uuid not null default gen_random_uuid(),
  token_hash bytea not null unique check (length(token_hash) = 32),
  email text check (email = lower(email) and length(email) between 3 and 320),
  role text not null check (role in ('owner', 'editor', 'approver', 'operator', 'viewer', 'auditor')),
  party text,
  person text,
  -- Whether the link went out by e-mail. One that was shown to the inviter instead proves nothing about who uses
  -- it, so whoever came by it never signs or decides for another party than the inviter's.
  mailed boolean not null,
  made_by uuid not null,
  made_at timestamptz not null default now(),
  expires_at timestamptz not null,
  used_at timestamptz,
  used_by uuid,
  revoked_at timestamptz,
  primary key (workspace_id, invitation_id)
);

-- Whether more than the inviter's word says who this member is: e-mail reached them, or they speak for the
-- inviter's own party. Without it nobody signs or decides for a party.
alter table remit.member add column proved boolean not null default true;

-- The functions of before, with the columns as they are called now.
create or replace function auth.follow_owner_link(p_token bytea, p_name text, p_session bytea, p_until timestamptz) returns uuid language plpgsql security definer set search_path = '' as $$
declare made uuid;
begin
  delete from auth.owner_link where token_hash = p_token and expires_at > now();
  if not found then return null; end if;
  delete from auth.owner_link;
  insert into auth.account (name) values (p_name) returning id into made;
  insert into auth.session (token_hash, account_id, expires_at) values (p_session, made, p_until);
  return made;
end
$$;

drop function auth.session_of(bytea);
create function auth.session_of(p_token bytea) returns table (account_id uuid, name text, email text, email_verified boolean, second_factor boolean)
language sql stable security definer set search_path = '' as $$
  select a.id, a.name, a.email, a.email_verified, a.second_factor from auth.session s join auth.account a on a.id = s.account_id
  where s.token_hash = p_token and s.expires_at > now()
$$;

drop function remit.enter_by_session(bytea, uuid);
create function remit.enter_by_session(p_session bytea, p_workspace uuid) returns table (account uuid, name text, role text, party text, revision bigint) language plpgsql stable security definer set search_path = '' as $$
begin
  return query
    select s.account_id, a.name, m.role, m.party, w.revision
    from auth.session s
    join auth.account a on a.id = s.account_id
    left join remit.member m on m.workspace_id = p_workspace and m.account_id = s.account_id and (m.until is null or m.until > now())
    left join remit.workspace w on w.workspace_id = m.workspace_id
    where s.token_hash = p_session and s.expires_at > now();
end
$$;

create or replace function remit.make_workspace(p_actor uuid, p_name text, p_example boolean) returns uuid language plpgsql security definer set search_path = '' as $$
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
$$;

-- The party the actor of this connection speaks for in the workspace it is in.
create function remit.entered_party() returns text language sql stable security definer set search_path = '' as $$
  select party from remit.member
  where workspace_id = nullif(current_setting('remit.workspace', true), '')::uuid
    and account_id = nullif(current_setting('remit.actor', true), '')::uuid
    and (until is null or until > now())
$$;

alter table remit.invitation enable row level security;
alter table remit.invitation force row level security;
do $$ begin
  execute format('create policy owner on remit.invitation to %I using (true) with check (true)', current_user);
end $$;
create policy seen on remit.invitation for select to remit_app using (workspace_id = (select remit.entered()) and (select remit.entered_as()) = 'owner');
grant select (workspace_id, invitation_id, email, role, party, person, mailed, made_by, made_at, expires_at, used_at, used_by, revoked_at) on remit.invitation to remit_app;

-- Everybody in the workspace, for anybody in it. An e-mail is shown to one's own party and to owners.
create function remit.members() returns table (account uuid, name text, email text, role text, party text, person text, since timestamptz, proved boolean, second_factor boolean)
language sql stable security definer set search_path = '' as $$
  select m.account_id, a.name,
    case when m.account_id = me.account_id or me.role = 'owner' or m.party = me.party then a.email end,
    m.role, m.party, m.person, m.since, m.proved, a.second_factor
  from remit.member m
  join remit.member me on me.workspace_id = m.workspace_id and me.account_id = nullif(current_setting('remit.actor', true), '')::uuid
  join auth.account a on a.id = m.account_id
  where m.workspace_id = remit.entered() and (m.until is null or m.until > now())
  order by m.since, m.account_id
$$;

-- Refusals of the functions below: RM403 not for this role, RM404 no such thing here, RM409 it is so already or
-- somebody would be shut out, RM410 the invitation is used, late or taken back.
create function remit.known_party(p_workspace uuid, p_party text) returns boolean language sql stable security definer set search_path = '' as $$
  select p_party is null or exists (select 1 from remit.draft_item where workspace_id = p_workspace and kind = 'party' and item_id = p_party)
$$;

-- Who speaks for a party is that party's to say. Only while nobody owns for it, somebody else may name the first.
create function remit.may_name_for(p_party text, p_account uuid) returns boolean language sql stable security definer set search_path = '' as $$
  select p_party is null or p_party is not distinct from remit.entered_party()
    or not exists (select 1 from remit.member m where m.workspace_id = remit.entered() and m.party = p_party and m.role = 'owner' and m.account_id is distinct from p_account and (m.until is null or m.until > now()))
$$;

create function remit.invite(p_token bytea, p_email text, p_role text, p_party text, p_person text, p_mailed boolean, p_until timestamptz) returns uuid language plpgsql security definer set search_path = '' as $$
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
$$;

create function remit.revoke_invitation(p_invitation uuid) returns boolean language plpgsql security definer set search_path = '' as $$
begin
  if remit.entered_as() is distinct from 'owner' then raise exception 'may not revoke' using errcode = 'RM403'; end if;
  update remit.invitation set revoked_at = now()
    where workspace_id = remit.entered() and invitation_id = p_invitation and used_at is null and revoked_at is null;
  return found;
end
$$;

-- What an invitation offers, to whoever holds its link.
create function remit.invitation_of(p_token bytea) returns table (workspace uuid, workspace_name text, role text, party text, party_name text, email text, inviter text, expires_at timestamptz, mailed boolean, open boolean)
language sql stable security definer set search_path = '' as $$
  select i.workspace_id, w.name, i.role, i.party, p.body ->> 'name', i.email, a.name, i.expires_at, i.mailed,
    i.used_at is null and i.revoked_at is null and i.expires_at > now()
  from remit.invitation i
  join remit.workspace w on w.workspace_id = i.workspace_id
  left join auth.account a on a.id = i.made_by
  left join remit.draft_item p on p.workspace_id = i.workspace_id and p.kind = 'party' and p.item_id = i.party
  where i.token_hash = p_token
$$;

create function remit.accept_invitation(p_token bytea, p_account uuid) returns uuid language plpgsql security definer set search_path = '' as $$
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
$$;

-- An owner looks after the members of their own party, and after those who speak for none; nobody is put out of
-- the workspace by the other organisation. Somebody always stays owner.
create function remit.may_manage(p_account uuid) returns void language plpgsql stable security definer set search_path = '' as $$
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
$$;

create function remit.change_member(p_account uuid, p_role text, p_party text, p_person text) returns void language plpgsql security definer set search_path = '' as $$
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
$$;

create function remit.remove_member(p_account uuid) returns void language plpgsql security definer set search_path = '' as $$
declare here uuid := remit.entered();
begin
  perform remit.may_manage(p_account);
  perform 1 from remit.member m where m.workspace_id = here and m.role = 'owner' for update;
  update remit.member m set until = now() where m.workspace_id = here and m.account_id = p_account;
  if not exists (select 1 from remit.member m where m.workspace_id = here and m.role = 'owner' and (m.until is null or m.until > now())) then
    raise exception 'somebody stays owner' using errcode = 'RM409';
  end if;
end
$$;

drop function remit.workspaces_of(uuid);
create function remit.workspaces_of(p_actor uuid) returns table (workspace_id uuid, name text, example boolean, role text, party text, revision bigint, created_at timestamptz)
language sql stable security definer set search_path = '' as $$
  select w.workspace_id, w.name, w.example, m.role, m.party, w.revision, w.created_at
  from remit.member m join remit.workspace w on w.workspace_id = m.workspace_id
  where m.account_id = p_actor and (m.until is null or m.until > now())
  order by w.example, w.created_at
$$;

-- The first wrong passwords are free; after five within a quarter of an hour nothing is tried for a quarter of an hour.
create function auth.may_try(p_key bytea) returns timestamptz language sql stable security definer set search_path = '' as $$
  select locked_until from auth.attempt where key = p_key and locked_until > now()
$$;
create function auth.note_failure(p_key bytea, p_most integer) returns void language sql security definer set search_path = '' as $$
  insert into auth.attempt as t (key, failures, first_at) values (p_key, 1, now())
  on conflict (key) do update set
    failures = case when t.first_at < now() - interval '15 minutes' then 1 else t.failures + 1 end,
    first_at = case when t.first_at < now() - interval '15 minutes' then now() else t.first_at end,
    locked_until = case when t.first_at >= now() - interval '15 minutes' and t.failures + 1 >= p_most then now() + interval '15 minutes' end
$$;
create function auth.note_success(p_key bytea) returns void language sql security definer set search_path = '' as $$
  delete from auth.attempt where key = p_key
$$;
-- A link for the account with an address or an id; older ones of it count no more. Nothing for an unknown one.
create function auth.make_link(p_token bytea, p_who text, p_until timestamptz) returns text language plpgsql security definer set search_path = '' as $$
declare found_account record;
begin
  delete from auth.link where expires_at < now();
  select id, name into found_account from auth.account where email = lower(p_who) or id::text = p_who;
  if not found then return null; end if;
  delete from auth.link where account_id = found_account.id;
  insert into auth.link (token_hash, account_id, expires_at) values (p_token, found_account.id, p_until);
  return found_account.name;
end
$$;
create function auth.link_of(p_token bytea) returns table (account uuid, second_factor boolean) language sql stable security definer set search_path = '' as $$
  select a.id, a.second_factor from auth.link l join auth.account a on a.id = l.account_id where l.token_hash = p_token and l.expires_at > now()
$$;
-- Uses a link up and signs in with it; an address the link was mailed to is proved by that.
create function auth.follow_link(p_token bytea, p_session bytea, p_until timestamptz, p_address text, p_agent text) returns uuid language plpgsql security definer set search_path = '' as $$
declare who uuid;
begin
  delete from auth.link where token_hash = p_token and expires_at > now() returning account_id into who;
  if who is null then return null; end if;
  insert into auth.session (token_hash, account_id, expires_at, ip_address, user_agent) values (p_session, who, p_until, p_address, p_agent);
  return who;
end
$$;
-- For a moment, so that the library can check a code of somebody who is not signed in yet.
create function auth.open_session(p_account uuid, p_session bytea, p_until timestamptz) returns void language sql security definer set search_path = '' as $$
  insert into auth.session (token_hash, account_id, expires_at) values (p_session, p_account, p_until)
$$;
create function auth.drop_second_factor(p_account uuid) returns void language plpgsql security definer set search_path = '' as $$
begin
  delete from auth.second_factor where account_id = p_account;
  update auth.account set second_factor = false, updated_at = now() where id = p_account;
  delete from auth.session where account_id = p_account;
end
$$;

-- Whether a code of the authenticator is used for the first time.
create function auth.use_code(p_account uuid, p_code bytea) returns boolean language plpgsql security definer set search_path = '' as $$
begin
  delete from auth.used_code where account_id = p_account and at < now() - interval '10 minutes';
  insert into auth.used_code (account_id, code_hash) values (p_account, p_code) on conflict do nothing;
  return found;
end
$$;

create function auth.sessions_of(p_account uuid) returns table (id uuid, token_hash bytea, created_at timestamptz, updated_at timestamptz, expires_at timestamptz, ip_address text, user_agent text)
language sql stable security definer set search_path = '' as $$
  select s.id, s.token_hash, s.created_at, s.updated_at, s.expires_at, s.ip_address, s.user_agent
  from auth.session s where s.account_id = p_account and s.expires_at > now() order by s.created_at desc
$$;
create function auth.end_session_of(p_account uuid, p_session uuid) returns boolean language plpgsql security definer set search_path = '' as $$
begin
  delete from auth.session where account_id = p_account and id = p_session;
  return found;
end
$$;

create function auth.save_account(p_account uuid, p_name text, p_email text, p_verified boolean) returns boolean language plpgsql security definer set search_path = '' as $$
begin
  update auth.account set name = coalesce(p_name, name), email = coalesce(lower(p_email), email), updated_at = now(),
    email_verified = case when p_email is null then coalesce(p_verified, email_verified) else coalesce(p_verified, email is not distinct from lower(p_email) and email_verified) end
    where id = p_account;
  return found;
exception when unique_violation then return false;
end
$$;
create function auth.account_by_email(p_email text) returns uuid language sql stable security definer set search_path = '' as $$
  select id from auth.account where email = lower(p_email)
$$;
create function auth.has_password(p_account uuid) returns boolean language sql stable security definer set search_path = '' as $$
  select exists (select 1 from auth.credential where account_id = p_account and provider = 'credential' and password is not null)
$$;

revoke all on all functions in schema remit, auth from public;
grant execute on all functions in schema remit, auth to remit_app;
revoke execute on function remit.may_manage(uuid), remit.known_party(uuid, text), remit.may_name_for(text, uuid) from remit_app;

-- Mail that is to go out, in the transaction that wants it to. The words are encrypted by the application, since they
-- may hold a link, and go once the mail is sent.
create table auth.outbox (
  mail_id uuid primary key default gen_random_uuid(),
  sealed bytea,
  made_at timestamptz not null default now(),
  due_at timestamptz not null default now(),
  tries integer not null default 0,
  sent_at timestamptz,
  fault text
);
create index outbox_due on auth.outbox (due_at) where sent_at is null and sealed is not null;

create function auth.put_mail(p_sealed bytea) returns uuid language sql security definer set search_path = '' as $$
  insert into auth.outbox (sealed) values (p_sealed) returning mail_id
$$;
-- The next mail to send, reserved for two minutes: whoever dies on it leaves it to the next.
create function auth.take_mail() returns table (mail uuid, sealed bytea, tries integer) language sql security definer set search_path = '' as $$
  update auth.outbox o set due_at = now() + interval '2 minutes', tries = o.tries + 1
  where o.mail_id = (select mail_id from auth.outbox where sent_at is null and outbox.sealed is not null and due_at <= now() order by due_at limit 1 for update skip locked)
  returning o.mail_id, o.sealed, o.tries
$$;
-- Sent: the words go. Not sent: tried again at the moment given, or never when there is none.
create function auth.mail_sent(p_mail uuid) returns void language sql security definer set search_path = '' as $$
  update auth.outbox set sent_at = now(), sealed = null, fault = null where mail_id = p_mail
$$;
create function auth.mail_failed(p_mail uuid, p_fault text, p_again timestamptz) returns void language sql security definer set search_path = '' as $$
  update auth.outbox set fault = p_fault, due_at = coalesce(p_again, due_at), sealed = case when p_again is null then null else sealed end where mail_id = p_mail
$$;
revoke all on function auth.put_mail(bytea), auth.take_mail(), auth.mail_sent(uuid), auth.mail_failed(uuid, text, timestamptz) from public;
grant execute on function auth.put_mail(bytea), auth.take_mail(), auth.mail_sent(uuid), auth.mail_failed(uuid, text, timestamptz) to remit_app;
grant execute on function auth.put_mail(bytea) to remit_auth;
