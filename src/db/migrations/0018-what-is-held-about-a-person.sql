-- What Remit holds about somebody, for them to take; how they erase themselves; and how words are erased from a history that stays proved.

alter table auth.account add column erased_at timestamptz;

-- A Remit whose last account was erased offers its first link again.
create or replace function auth.open_owner_link(p_token bytea, p_until timestamptz) returns boolean language plpgsql security definer set search_path = '' as $$
begin
  if exists (select 1 from auth.account a where a.erased_at is null) then return false; end if;
  delete from auth.owner_link;
  insert into auth.owner_link (token_hash, expires_at) values (p_token, p_until);
  return true;
end
$$;

-- Everything about an account but its entries in histories: nothing secret, no token, no hash of one.
create function auth.data_of(p_actor uuid) returns jsonb language sql stable security definer set search_path = '' as $$
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
$$;

-- Entries somebody made, in whichever workspace, page by page; their own words, and from where.
create function remit.entries_by(p_actor uuid, p_workspace uuid, p_revision bigint, p_most integer) returns table (workspace uuid, revision bigint, at timestamptz, party text, what text, address text, agent text)
language sql stable security definer set search_path = '' as $$
  select l.workspace_id, l.revision, l.at, l.party, l.what, o.address, o.agent
  from remit.edit_log l left join remit.edit_origin o on o.workspace_id = l.workspace_id and o.revision = l.revision
  where l.actor = p_actor and (l.workspace_id, l.revision) > (p_workspace, p_revision)
  order by l.workspace_id, l.revision limit p_most
$$;
create index edit_log_by on remit.edit_log (actor, workspace_id, revision);

-- Letters that wait, still sealed: only the server can read whom they are for.
create function auth.waiting_mail() returns table (mail uuid, sealed bytea, made_at timestamptz) language sql stable security definer set search_path = '' as $$
  select o.mail_id, o.sealed, o.made_at from auth.outbox o where o.sent_at is null and o.sealed is not null order by o.made_at
$$;

-- Workspaces that would be without an owner.
create function remit.last_owner_in(p_actor uuid) returns table (workspace uuid, name text) language sql stable security definer set search_path = '' as $$
  select w.workspace_id, w.name from remit.member m join remit.workspace w on w.workspace_id = m.workspace_id
  where m.account_id = p_actor and m.role = 'owner' and (m.until is null or m.until > now())
    and not exists (select 1 from remit.member o where o.workspace_id = m.workspace_id and o.role = 'owner' and o.account_id <> p_actor and (o.until is null or o.until > now()))
  order by w.name
$$;

-- Takes everything that says who somebody is. What stays is a number in histories, for which party and when.
create function auth.erase_account(p_actor uuid, p_mails uuid[]) returns void language plpgsql security definer set search_path = '' as $$
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
$$;

create or replace function remit.authors() returns table (account uuid, name text, party text) language sql stable security definer set search_path = '' as $$
  select a.id, a.name, m.party from auth.account a left join remit.member m on m.workspace_id = remit.entered() and m.account_id = a.id
  where remit.entered() is not null and remit.entered_as() <> 'guest' and a.erased_at is null and (m.account_id is not null or exists (select 1 from remit.edit_log l where l.workspace_id = remit.entered() and l.actor = a.id))
$$;

-- Erases the words of entries: what they changed, not that they were made. Owners do it, for entries of their own party
-- and for those made before anybody spoke for one. @returns the revisions whose words are gone now.
create function remit.erase_words(p_revisions bigint[]) returns setof bigint language plpgsql security definer set search_path = '' as $$
begin
  perform remit.must_be_of_it();
  if remit.entered() is null then raise exception 'not here' using errcode = 'RM404'; end if;
  if remit.entered_as() <> 'owner' then raise exception 'may not erase' using errcode = 'RM403'; end if;
  return query
    update remit.edit_log l set salt = null, what = '', edits = '[]', undo = '[]'
    where l.workspace_id = remit.entered() and l.revision = any (p_revisions) and l.leaf is not null and l.salt is not null
      and (l.party is null or l.party = remit.entered_party())
    returning l.revision;
end
$$;
-- The way back out of one's own entry holds what stood there before; it is in no hash.
create function remit.forget_way_back(p_revision bigint) returns void language sql security definer set search_path = '' as $$
  update remit.edit_log l set undo = '[]' where l.workspace_id = remit.entered() and l.revision = p_revision and l.actor = nullif(current_setting('remit.actor', true), '')::uuid and remit.entered_as() = 'owner'
$$;

revoke all on function auth.data_of(uuid), remit.entries_by(uuid, uuid, bigint, integer), auth.waiting_mail(), remit.last_owner_in(uuid), auth.erase_account(uuid, uuid[]), remit.erase_words(bigint[]), remit.forget_way_back(bigint) from public;
grant execute on function auth.data_of(uuid), remit.entries_by(uuid, uuid, bigint, integer), auth.waiting_mail(), remit.last_owner_in(uuid), auth.erase_account(uuid, uuid[]), remit.erase_words(bigint[]), remit.forget_way_back(bigint) to remit_app;
