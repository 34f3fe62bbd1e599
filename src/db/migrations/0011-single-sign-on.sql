-- An organisation's own sign-in: an owner registers it for an e-mail domain, and it serves nobody before the domain is proved.

drop table auth.sso_provider;

create table remit.identity_provider (
  workspace_id uuid not null references remit.workspace on delete cascade,
  provider_id uuid not null default gen_random_uuid(),
  -- The party whose owners look after it.
  party text,
  name text not null check (length(name) between 1 and 120),
  domain text not null check (domain = lower(domain) and length(domain) between 3 and 253),
  issuer text not null check (length(issuer) between 8 and 500),
  client text not null check (length(client) between 1 and 500),
  -- Encrypted by the application.
  client_secret bytea not null,
  -- Whether an address counts of which the provider does not say that it was verified. One it calls unverified never does.
  silent boolean not null default false,
  -- What the issuer says of itself, fetched once.
  discovery jsonb not null,
  -- What the TXT record has to say.
  challenge text not null,
  made_by uuid not null,
  made_at timestamptz not null default now(),
  proved_at timestamptz,
  proved_by text check (proved_by in ('record', 'operator')),
  primary key (workspace_id, provider_id),
  unique (provider_id),
  check ((proved_at is null) = (proved_by is null))
);
-- Whoever proved a domain is the only one who speaks for it.
create unique index identity_provider_of_domain on remit.identity_provider (domain) where proved_at is not null;

alter table remit.identity_provider enable row level security;
alter table remit.identity_provider force row level security;
do $$ begin
  execute format('create policy owner on remit.identity_provider to %I using (true) with check (true)', current_user);
end $$;
create policy seen on remit.identity_provider for select to remit_app using (workspace_id = (select remit.entered()) and (select remit.entered_as()) = 'owner');
grant select (workspace_id, provider_id, party, name, domain, issuer, client, silent, challenge, made_at, proved_at, proved_by) on remit.identity_provider to remit_app;

-- Whom an issuer means by a subject. Made when somebody signs in for the first time.
create table auth.federated (
  issuer text not null,
  subject text not null check (length(subject) between 1 and 500),
  account_id uuid not null references auth.account on delete cascade,
  made_at timestamptz not null default now(),
  last_used_at timestamptz not null default now(),
  primary key (issuer, subject)
);
create index federated_of_account on auth.federated (account_id);

alter table auth.session
  drop constraint session_how_check,
  add constraint session_how_check check (how in ('password', 'link', 'code', 'passkey', 'sso')),
  -- The domain whose provider signed it in.
  add column domain text,
  add constraint session_domain_check check ((how = 'sso') = (domain is not null));

create function remit.may_manage_provider(p_provider uuid) returns void language plpgsql stable security definer set search_path = '' as $$
begin
  perform remit.must_be_of_it();
  if remit.entered_as() is distinct from 'owner' then raise exception 'not for this role' using errcode = 'RM403'; end if;
  if p_provider is null then return; end if;
  perform 1 from remit.identity_provider where workspace_id = remit.entered() and provider_id = p_provider;
  if not found then raise exception 'no such provider' using errcode = 'RM404'; end if;
  perform 1 from remit.identity_provider where workspace_id = remit.entered() and provider_id = p_provider and party is not distinct from remit.entered_party();
  if not found then raise exception 'their side decides' using errcode = 'RM403'; end if;
end
$$;

create function remit.register_provider(p_name text, p_domain text, p_issuer text, p_client text, p_secret bytea, p_silent boolean, p_discovery jsonb, p_challenge text) returns uuid language plpgsql security definer set search_path = '' as $$
declare made uuid;
begin
  perform remit.may_manage_provider(null);
  if (select count(*) from remit.identity_provider where workspace_id = remit.entered()) >= 20 then raise exception 'too many' using errcode = 'RM409'; end if;
  insert into remit.identity_provider (workspace_id, party, name, domain, issuer, client, client_secret, silent, discovery, challenge, made_by)
    values (remit.entered(), remit.entered_party(), p_name, lower(p_domain), p_issuer, p_client, p_secret, p_silent, p_discovery, p_challenge, current_setting('remit.actor')::uuid)
    returning provider_id into made;
  return made;
end
$$;

create function remit.change_provider(p_provider uuid, p_name text, p_client text, p_secret bytea, p_silent boolean) returns void language plpgsql security definer set search_path = '' as $$
begin
  perform remit.may_manage_provider(p_provider);
  update remit.identity_provider set name = coalesce(p_name, name), client = coalesce(p_client, client), client_secret = coalesce(p_secret, client_secret), silent = coalesce(p_silent, silent)
    where workspace_id = remit.entered() and provider_id = p_provider;
end
$$;

-- The application has read the record. RM409 when another provider speaks for the domain already.
create function remit.prove_domain(p_provider uuid) returns void language plpgsql security definer set search_path = '' as $$
begin
  perform remit.may_manage_provider(p_provider);
  update remit.identity_provider set proved_at = now(), proved_by = 'record' where workspace_id = remit.entered() and provider_id = p_provider and proved_at is null;
exception when unique_violation then raise exception 'served already' using errcode = 'RM409';
end
$$;

create function remit.remove_provider(p_provider uuid) returns void language plpgsql security definer set search_path = '' as $$
begin
  perform remit.may_manage_provider(p_provider);
  delete from remit.identity_provider where workspace_id = remit.entered() and provider_id = p_provider;
end
$$;

-- Whoever a provider signed in is signed out with it: removed, distrusted, or gone with its workspace.
create function remit.provider_serves_no_more() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  delete from auth.session where domain = old.domain;
  return null;
end
$$;
create trigger gone after delete on remit.identity_provider for each row when (old.proved_at is not null) execute function remit.provider_serves_no_more();
create trigger distrusted after update on remit.identity_provider for each row when (old.proved_at is not null and new.proved_at is null) execute function remit.provider_serves_no_more();

-- For whoever is not signed in yet: which provider a domain has, once it is proved.
create function remit.provider_of_domain(p_domain text) returns table (provider uuid, name text, domain text, issuer text, client text, client_secret bytea, silent boolean, discovery jsonb)
language sql stable security definer set search_path = '' as $$
  select p.provider_id, p.name, p.domain, p.issuer, p.client, p.client_secret, p.silent, p.discovery from remit.identity_provider p where p.domain = lower(p_domain) and p.proved_at is not null
$$;

-- Signs in whom a provider named; it speaks for its own domain and for nobody else. `outcome`: entered; foreign (the
-- address, or the account that was tied before, is not of the domain); gone (the provider serves nobody any more).
-- Before an account that was here already is tied to it, the account shows itself once: by a code where it has a second
-- factor, by its password where nobody ever proved that the address is its own - else whoever had taken somebody's
-- address first would share their account. Where it can show neither, the address is taken.
create function auth.sign_in_by_provider(p_provider uuid, p_subject text, p_email text, p_name text, p_shown uuid, p_session bytea, p_until timestamptz, p_address text, p_agent text) returns table (outcome text, account uuid)
language plpgsql security definer set search_path = '' as $$
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
$$;

-- As it was, and by single sign-on.
create or replace function auth.can_return(p_account uuid) returns boolean language sql stable security definer set search_path = '' as $$
  select exists (select 1 from auth.account a join auth.credential c on c.account_id = a.id where a.id = p_account and a.email is not null and c.provider = 'credential' and c.password is not null)
    or exists (select 1 from auth.passkey p where p.account_id = p_account)
    or exists (select 1 from auth.federated f join auth.account a on a.id = f.account_id
      join remit.identity_provider i on i.issuer = f.issuer and i.domain = split_part(a.email, '@', 2) and i.proved_at is not null where f.account_id = p_account)
$$;
-- How a session was signed in, and by the provider of which domain.
drop function auth.how_of(bytea);
create function auth.how_of(p_session bytea) returns table (how text, domain text) language sql stable security definer set search_path = '' as $$
  select s.how, s.domain from auth.session s where s.token_hash = p_session
$$;
drop function auth.note_how(bytea, text);
create function auth.note_how(p_session bytea, p_how text, p_domain text) returns void language sql security definer set search_path = '' as $$
  update auth.session set how = p_how, domain = p_domain where token_hash = p_session
$$;

revoke all on function remit.provider_serves_no_more(), remit.may_manage_provider(uuid), remit.register_provider(text, text, text, text, bytea, boolean, jsonb, text), remit.change_provider(uuid, text, text, bytea, boolean), remit.prove_domain(uuid), remit.remove_provider(uuid), remit.provider_of_domain(text), auth.sign_in_by_provider(uuid, text, text, text, uuid, bytea, timestamptz, text, text), auth.how_of(bytea), auth.note_how(bytea, text, text) from public;
grant execute on function remit.register_provider(text, text, text, text, bytea, boolean, jsonb, text), remit.change_provider(uuid, text, text, bytea, boolean), remit.prove_domain(uuid), remit.remove_provider(uuid), remit.provider_of_domain(text), auth.sign_in_by_provider(uuid, text, text, text, uuid, bytea, timestamptz, text, text), auth.how_of(bytea), auth.note_how(bytea, text, text) to remit_app;
