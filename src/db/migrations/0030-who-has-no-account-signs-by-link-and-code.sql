-- Who has no account signs by a link and a code that goes to an address their own party entered: never by the link alone,
-- and not at all where it was opened by somebody of another party. And whoever still has to sign is reminded.
create table remit.signatory_contact (
  workspace_id uuid not null references remit.workspace on delete cascade,
  person text not null check (length(person) between 1 and 120),
  party text not null,
  address text not null check (length(address) between 3 and 320),
  entered_by uuid not null,
  entered_at timestamptz not null default now(),
  primary key (workspace_id, person)
);
create table remit.sign_link (
  workspace_id uuid not null,
  -- Also whoever comes by it, in the history.
  link_id uuid not null,
  number integer not null,
  person text not null,
  party text not null,
  token_hash bytea not null unique check (length(token_hash) = 32),
  made_by uuid not null,
  made_at timestamptz not null default now(),
  expires_at timestamptz not null,
  ended_at timestamptz,
  -- Somebody of another party opened it.
  burnt boolean not null default false,
  -- Of the code together with the token: whoever reads the database alone finds out neither.
  code_hash bytea check (length(code_hash) = 32),
  code_until timestamptz,
  code_tries integer not null default 0,
  codes_sent integer not null default 0,
  codes_since timestamptz,
  primary key (workspace_id, link_id),
  foreign key (workspace_id, number, person) references remit.version_signatory on delete cascade
);
do $$ declare t text; begin
  foreach t in array array['signatory_contact', 'sign_link'] loop
    execute format('alter table remit.%I enable row level security', t);
    execute format('alter table remit.%I force row level security', t);
    execute format('create policy owner on remit.%I to %I using (true) with check (true)', t, current_user);
    execute format('create policy seen on remit.%I for select to remit_app using (workspace_id = (select remit.entered()) and party = (select remit.sealed_party()))', t);
  end loop;
end $$;
grant select on remit.signatory_contact to remit_app;
grant select (workspace_id, link_id, number, person, party, made_by, made_at, expires_at, ended_at, burnt) on remit.sign_link to remit_app;

-- Where a signatory gets codes: said by somebody proved to be of their party. An address that is a member's of another
-- party, or a signatory's of one, is none.
create function remit.set_signatory_contact(p_person text, p_address text, p_edit uuid, p_what text, p_salt bytea, p_payload bytea) returns bigint language plpgsql security definer set search_path = '' as $$
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
$$;

-- Makes the link of a signatory of one's own party; `gone` where there is no address that party entered.
create function remit.make_sign_link(p_number integer, p_person text, p_link uuid, p_token bytea, p_until timestamptz, p_what text, p_salt bytea, p_payload bytea) returns bigint language plpgsql security definer set search_path = '' as $$
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
$$;

-- What a link is about, while it lives: the version waits, its signatory is still named, whoever made it still decides for
-- that party, and nobody of another one opened it.
create function remit.sign_link_of(p_token bytea) returns table (workspace uuid, workspace_name text, link uuid, number integer, person text, name text, party text, party_name text, address text, until timestamptz) language sql stable security definer set search_path = '' as $$
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
$$;
-- Whoever opened a link, where a browser says so: one of another party's hands ends it for good.
create function remit.shown_sign_link(p_token bytea, p_account uuid) returns boolean language plpgsql security definer set search_path = '' as $$
begin
  update remit.sign_link l set burnt = true, ended_at = coalesce(l.ended_at, now())
    where l.token_hash = p_token and exists (select 1 from remit.member m where m.workspace_id = l.workspace_id and m.account_id = p_account and m.party is distinct from l.party);
  return found;
end
$$;
-- A new code takes the place of the one before; five in an hour.
create function remit.ask_sign_code(p_token bytea, p_code bytea) returns text language plpgsql security definer set search_path = '' as $$
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
$$;
-- Whether a code is the one that was sent; each try counts, and the fifth wrong one ends it.
create function remit.try_sign_code(p_token bytea, p_code bytea) returns boolean language plpgsql security definer set search_path = '' as $$
declare l remit.sign_link;
begin
  select * into l from remit.sign_link x where x.token_hash = p_token for update;
  if not found or l.code_hash is null or l.code_until <= now() or l.code_tries >= 5 then return false; end if;
  if l.code_hash = p_code then return true; end if;
  update remit.sign_link x set code_tries = x.code_tries + 1 where x.token_hash = p_token;
  return false;
end
$$;
-- In the transaction that signs the code is held once more, and used up.
create function remit.use_sign_code(p_token bytea, p_code bytea) returns remit.sign_link language plpgsql security definer set search_path = '' as $$
declare l remit.sign_link;
begin
  if not exists (select 1 from remit.sign_link_of(p_token)) then raise exception 'gone' using errcode = 'RM410'; end if;
  -- The workspace is locked first here, too.
  perform 1 from remit.workspace w where w.workspace_id = (select x.workspace_id from remit.sign_link x where x.token_hash = p_token) for update;
  update remit.sign_link x set code_hash = null, ended_at = now() where x.token_hash = p_token and x.code_hash = p_code and x.code_until > now() and x.code_tries < 5 and x.ended_at is null returning * into l;
  if not found then raise exception 'another code' using errcode = 'RM403'; end if;
  return l;
end
$$;
create function remit.sign_by_link(p_token bytea, p_code bytea, p_digest bytea, p_how text, p_intent text, p_address text, p_agent text, p_edit uuid, p_what text, p_salt bytea, p_payload bytea) returns table (complete boolean, revision bigint, at timestamptz) language plpgsql security definer set search_path = '' as $$
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
$$;
create function remit.refuse_by_link(p_token bytea, p_code bytea, p_reason text, p_rows jsonb, p_edit uuid, p_what text, p_salt bytea, p_payload bytea) returns bigint language plpgsql security definer set search_path = '' as $$
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
$$;
-- The version of a link, for who came by it, while it lives or in the transaction that used it up.
create function remit.version_by_link(p_token bytea) returns jsonb language sql stable security definer set search_path = '' as $$
  select remit.version_whole(l.workspace_id, l.number) from remit.sign_link l where l.token_hash = p_token and not l.burnt and (exists (select 1 from remit.sign_link_of(p_token)) or l.ended_at = now())
$$;
create function remit.seal_by_link(p_token bytea, p_seal text, p_key text) returns void language sql security definer set search_path = '' as $$
  update remit.version v set seal = p_seal, seal_key = p_key from remit.sign_link l
    where l.token_hash = p_token and l.ended_at = now() and v.workspace_id = l.workspace_id and v.number = l.number and v.completed_at is not null and v.seal is null
$$;

-- Where somebody who has to sign is written to: confirmed addresses of whoever may sign for them, and where they get codes.
create function remit.version_addresses(p_workspace uuid, p_number integer) returns table (person text, name text, email text) language sql stable security definer set search_path = '' as $$
  select s.person, coalesce(s.delegate_name, s.name), a.email from remit.version_signatory s
  join remit.member m on m.workspace_id = s.workspace_id and m.party = s.party and m.proved and (m.until is null or m.until > now()) and (m.person = coalesce(s.delegate, s.person) or (s.delegate is null and m.account_id = s.account))
  join auth.account a on a.id = m.account_id and a.email is not null and a.email_verified
  where s.workspace_id = p_workspace and s.number = p_number
  union
  select s.person, coalesce(s.delegate_name, s.name), c.address from remit.version_signatory s
  join remit.signatory_contact c on c.workspace_id = s.workspace_id and c.party = s.party and c.person = coalesce(s.delegate, s.person)
  where s.workspace_id = p_workspace and s.number = p_number
$$;
create function remit.signatory_addresses(p_number integer) returns table (person text, name text, email text) language sql stable security definer set search_path = '' as $$
  select * from remit.version_addresses(remit.entered(), p_number) where remit.entered_as() <> 'guest'
$$;
create function remit.addresses_by_link(p_token bytea) returns table (person text, name text, email text, number integer, workspace_name text) language sql stable security definer set search_path = '' as $$
  select a.*, l.number, w.name from remit.sign_link l join remit.workspace w on w.workspace_id = l.workspace_id, lateral remit.version_addresses(l.workspace_id, l.number) a where l.token_hash = p_token and l.ended_at = now()
$$;
-- Whom a reminder goes to now: who has not signed, at most once a day.
create function remit.remind_signatories(p_number integer, p_person text) returns table (name text, email text) language plpgsql security definer set search_path = '' as $$
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
$$;

revoke all on function remit.set_signatory_contact(text, text, uuid, text, bytea, bytea), remit.make_sign_link(integer, text, uuid, bytea, timestamptz, text, bytea, bytea), remit.sign_link_of(bytea), remit.shown_sign_link(bytea, uuid), remit.ask_sign_code(bytea, bytea), remit.try_sign_code(bytea, bytea), remit.use_sign_code(bytea, bytea),
  remit.sign_by_link(bytea, bytea, bytea, text, text, text, text, uuid, text, bytea, bytea), remit.refuse_by_link(bytea, bytea, text, jsonb, uuid, text, bytea, bytea), remit.version_by_link(bytea), remit.seal_by_link(bytea, text, text), remit.version_addresses(uuid, integer), remit.signatory_addresses(integer), remit.addresses_by_link(bytea), remit.remind_signatories(integer, text) from public;
grant execute on function remit.set_signatory_contact(text, text, uuid, text, bytea, bytea), remit.make_sign_link(integer, text, uuid, bytea, timestamptz, text, bytea, bytea), remit.sign_link_of(bytea), remit.shown_sign_link(bytea, uuid), remit.ask_sign_code(bytea, bytea), remit.try_sign_code(bytea, bytea),
  remit.sign_by_link(bytea, bytea, bytea, text, text, text, text, uuid, text, bytea, bytea), remit.refuse_by_link(bytea, bytea, text, jsonb, uuid, text, bytea, bytea), remit.version_by_link(bytea), remit.seal_by_link(bytea, text, text), remit.signatory_addresses(integer), remit.addresses_by_link(bytea), remit.remind_signatories(integer, text) to remit_app;

-- A passkey that is shown again, without signing in: its count of uses says whether it was copied.
create function auth.use_passkey(p_passkey uuid, p_account uuid, p_counter bigint) returns boolean language plpgsql security definer set search_path = '' as $$
begin
  update auth.passkey p set counter = p_counter, last_used_at = now()
    where p.passkey_id = p_passkey and p.account_id = p_account and (p.counter < p_counter or (p.counter = 0 and p_counter = 0));
  return found;
end
$$;
revoke all on function auth.use_passkey(uuid, uuid, bigint) from public;
grant execute on function auth.use_passkey(uuid, uuid, bigint) to remit_app;

-- As it was; what somebody signed and refused is theirs to take along, too.
create or replace function remit.said_by(p_actor uuid) returns jsonb language sql stable security definer set search_path = '' as $$
  select jsonb_build_object(
    'comments', (select coalesce(jsonb_agg(jsonb_build_object('workspace', c.workspace_id, 'about', c.item_id, 'said', c.said_at, 'text', c.text, 'onlyFor', c.party_only) order by c.said_at), '[]') from remit.comment c where c.author = p_actor and c.removed_at is null),
    'evidence', (select coalesce(jsonb_agg(jsonb_build_object('workspace', e.workspace_id, 'activity', e.activity_id, 'title', e.title, 'link', e.link, 'added', e.added_at) order by e.added_at), '[]') from remit.evidence e where e.added_by = p_actor),
    'proposals', (select coalesce(jsonb_agg(jsonb_build_object('workspace', p.workspace_id, 'what', p.what, 'reason', p.reason, 'made', p.made_at) order by p.made_at), '[]') from remit.proposal p where p.made_by = p_actor),
    'signatures', (select coalesce(jsonb_agg(jsonb_build_object('workspace', s.workspace_id, 'version', s.number, 'as', s.name, 'how', s.how, 'intent', s.intent, 'digest', encode(s.digest, 'hex'), 'signed', s.signed_at, 'address', s.address, 'agent', s.agent) order by s.signed_at), '[]') from remit.signature s where s.account = p_actor),
    'refusals', (select coalesce(jsonb_agg(jsonb_build_object('workspace', r.workspace_id, 'version', r.number, 'as', r.name, 'reason', r.reason, 'rows', r.rows, 'refused', r.refused_at) order by r.refused_at), '[]') from remit.sign_refusal r where r.account = p_actor))
$$;
create index signature_by on remit.signature (account);
create index sign_refusal_by on remit.sign_refusal (account);
