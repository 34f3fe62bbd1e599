-- Passkeys sign in by themselves; a session remembers how it was signed in; what is begun in a browser is finished there, once.

-- The table of before was never used and belonged to another way of keeping passkeys.
drop table auth.passkey;
create table auth.passkey (
  passkey_id uuid primary key default gen_random_uuid(),
  account_id uuid not null references auth.account on delete cascade,
  name text not null check (length(name) between 1 and 120),
  credential_id text not null unique check (length(credential_id) between 1 and 2000),
  public_key bytea not null,
  -- How often the authenticator says it was used; many always say 0. One that falls back was copied.
  counter bigint not null,
  -- Kept by a service and on several devices, not on one alone.
  synced boolean not null,
  transports text[] not null,
  made_at timestamptz not null default now(),
  last_used_at timestamptz
);
create index passkey_of_account on auth.passkey (account_id);

-- `code` is two factors, and so is `passkey`: it proves the device and, by a finger or a PIN, the person.
alter table auth.session add column how text not null default 'password' check (how in ('password', 'link', 'code', 'passkey'));

-- What somebody began and must finish in the same browser: known by the hash of a cookie, used by the first try.
create table auth.begun (
  token_hash bytea primary key check (length(token_hash) = 32),
  what text not null,
  account_id uuid references auth.account on delete cascade,
  details jsonb not null,
  expires_at timestamptz not null
);
create index begun_expires on auth.begun (expires_at);

create function auth.begin(p_token bytea, p_what text, p_account uuid, p_details jsonb, p_until timestamptz) returns void language plpgsql security definer set search_path = '' as $$
begin
  -- Of what somebody begins twice, the newest counts.
  delete from auth.begun where expires_at < now() or (account_id = p_account and what = p_what);
  insert into auth.begun (token_hash, what, account_id, details, expires_at) values (p_token, p_what, p_account, p_details, p_until);
end
$$;
create function auth.finish(p_token bytea, p_what text) returns table (account uuid, details jsonb) language sql security definer set search_path = '' as $$
  delete from auth.begun b where b.token_hash = p_token and b.what = p_what and b.expires_at > now() returning b.account_id, b.details
$$;

create function auth.passkeys_of(p_account uuid) returns table (id uuid, name text, credential_id text, synced boolean, transports text[], made_at timestamptz, last_used_at timestamptz)
language sql stable security definer set search_path = '' as $$
  select passkey_id, p.name, p.credential_id, p.synced, p.transports, p.made_at, p.last_used_at from auth.passkey p where p.account_id = p_account order by p.made_at
$$;
-- Whoever had no second factor has one now, and has just shown it. Who had one shows that one, or signs in with the new one.
create function auth.add_passkey(p_account uuid, p_session bytea, p_name text, p_credential text, p_key bytea, p_counter bigint, p_synced boolean, p_transports text[]) returns uuid language plpgsql security definer set search_path = '' as $$
declare made uuid;
begin
  perform 1 from auth.account where id = p_account for update;
  update auth.session s set how = 'passkey' where s.token_hash = p_session and s.account_id = p_account
    and not exists (select 1 from auth.account a where a.id = p_account and a.second_factor)
    and not exists (select 1 from auth.passkey p where p.account_id = p_account);
  insert into auth.passkey (account_id, name, credential_id, public_key, counter, synced, transports)
    values (p_account, p_name, p_credential, p_key, p_counter, p_synced, p_transports) on conflict (credential_id) do nothing returning passkey_id into made;
  if made is null then raise exception 'known already' using errcode = 'RM409'; end if;
  return made;
end
$$;
create function auth.rename_passkey(p_account uuid, p_passkey uuid, p_name text) returns boolean language plpgsql security definer set search_path = '' as $$
begin
  update auth.passkey set name = p_name where account_id = p_account and passkey_id = p_passkey;
  return found;
end
$$;

-- Whether somebody can come back who is signed out everywhere.
create function auth.can_return(p_account uuid) returns boolean language sql stable security definer set search_path = '' as $$
  select exists (select 1 from auth.account a join auth.credential c on c.account_id = a.id where a.id = p_account and a.email is not null and c.provider = 'credential' and c.password is not null)
    or exists (select 1 from auth.passkey p where p.account_id = p_account)
$$;
-- The last way in stays: RM409.
create function auth.remove_passkey(p_account uuid, p_passkey uuid) returns boolean language plpgsql security definer set search_path = '' as $$
begin
  perform 1 from auth.account where id = p_account for update;
  delete from auth.passkey where account_id = p_account and passkey_id = p_passkey;
  if not found then return false; end if;
  if not auth.can_return(p_account) then raise exception 'the last way in' using errcode = 'RM409'; end if;
  return true;
end
$$;

create function auth.passkey_of(p_credential text) returns table (passkey uuid, public_key bytea, counter bigint, transports text[]) language sql stable security definer set search_path = '' as $$
  select p.passkey_id, p.public_key, p.counter, p.transports from auth.passkey p where p.credential_id = p_credential
$$;
-- Signs in with a passkey whose signature was right. Twice the same count of uses, or a smaller one, is a copy: nobody is signed in.
create function auth.sign_in_by_passkey(p_passkey uuid, p_counter bigint, p_session bytea, p_until timestamptz, p_address text, p_agent text) returns uuid language plpgsql security definer set search_path = '' as $$
declare who uuid;
begin
  update auth.passkey p set counter = p_counter, last_used_at = now()
    where p.passkey_id = p_passkey and (p.counter < p_counter or (p.counter = 0 and p_counter = 0)) returning p.account_id into who;
  if who is null then return null; end if;
  insert into auth.session (token_hash, account_id, expires_at, ip_address, user_agent, how) values (p_session, who, p_until, p_address, p_agent, 'passkey');
  return who;
end
$$;

create function auth.how_of(p_session bytea) returns text language sql stable security definer set search_path = '' as $$
  select how from auth.session where token_hash = p_session
$$;
create function auth.note_how(p_session bytea, p_how text) returns void language sql security definer set search_path = '' as $$
  update auth.session set how = p_how where token_hash = p_session
$$;

-- As they were; the session remembers that it began with a link, and with a code where one was given.
create or replace function auth.follow_owner_link(p_token bytea, p_name text, p_session bytea, p_until timestamptz, p_address text, p_agent text) returns uuid language plpgsql security definer set search_path = '' as $$
declare made uuid;
begin
  delete from auth.owner_link where token_hash = p_token and expires_at > now();
  if not found then return null; end if;
  delete from auth.owner_link;
  insert into auth.account (name) values (p_name) returning id into made;
  insert into auth.session (token_hash, account_id, expires_at, ip_address, user_agent, how) values (p_session, made, p_until, p_address, p_agent, 'link');
  return made;
end
$$;
create or replace function auth.follow_link(p_token bytea, p_session bytea, p_until timestamptz, p_address text, p_agent text) returns uuid language plpgsql security definer set search_path = '' as $$
declare who uuid;
begin
  delete from auth.link where token_hash = p_token and expires_at > now() returning account_id into who;
  if who is null then return null; end if;
  insert into auth.session (token_hash, account_id, expires_at, ip_address, user_agent, how)
    select p_session, who, p_until, p_address, p_agent, case when a.second_factor then 'code' else 'link' end from auth.account a where a.id = who;
  return who;
end
$$;

revoke all on function auth.begin(bytea, text, uuid, jsonb, timestamptz), auth.finish(bytea, text), auth.passkeys_of(uuid), auth.add_passkey(uuid, bytea, text, text, bytea, bigint, boolean, text[]), auth.rename_passkey(uuid, uuid, text), auth.can_return(uuid), auth.remove_passkey(uuid, uuid), auth.passkey_of(text), auth.sign_in_by_passkey(uuid, bigint, bytea, timestamptz, text, text), auth.how_of(bytea), auth.note_how(bytea, text) from public;
grant execute on function auth.begin(bytea, text, uuid, jsonb, timestamptz), auth.finish(bytea, text), auth.passkeys_of(uuid), auth.add_passkey(uuid, bytea, text, text, bytea, bigint, boolean, text[]), auth.rename_passkey(uuid, uuid, text), auth.can_return(uuid), auth.remove_passkey(uuid, uuid), auth.passkey_of(text), auth.sign_in_by_passkey(uuid, bigint, bytea, timestamptz, text, text), auth.how_of(bytea), auth.note_how(bytea, text) to remit_app;
