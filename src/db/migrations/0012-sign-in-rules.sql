-- An owner may demand two factors of everybody in the workspace; who has not shown them is a stranger there until they do.
-- And a new address counts once a letter to it was answered.

-- One line for each party that demands it: neither side lifts what the other one demands.
create table remit.sign_in_rule (
  workspace_id uuid not null references remit.workspace on delete cascade,
  -- Empty for owners who speak for none.
  party text not null,
  -- Domains whose single sign-on counts as two factors.
  domains text[] not null,
  made_by uuid not null,
  made_at timestamptz not null default now(),
  primary key (workspace_id, party)
);
alter table remit.sign_in_rule enable row level security;
alter table remit.sign_in_rule force row level security;
do $$ begin
  execute format('create policy owner on remit.sign_in_rule to %I using (true) with check (true)', current_user);
end $$;
create policy seen on remit.sign_in_rule for select to remit_app using (workspace_id = (select remit.entered()));
grant select (workspace_id, party, domains, made_at) on remit.sign_in_rule to remit_app;

-- Whether a session was signed in by two factors that its account still has.
create function auth.shown_two(p_session bytea, p_domains text[]) returns boolean language sql stable security definer set search_path = '' as $$
  select exists (
    select 1 from auth.session s join auth.account a on a.id = s.account_id
    where s.token_hash = p_session and s.expires_at > now() and case s.how
      when 'code' then a.second_factor
      when 'passkey' then exists (select 1 from auth.passkey p where p.account_id = a.id)
      when 'sso' then s.domain = any (p_domains) and exists (select 1 from remit.identity_provider i where i.domain = s.domain and i.proved_at is not null)
      else false end)
$$;
-- Whether an account has two factors to show: what its keys are asked, which show nothing themselves.
create function auth.has_two(p_account uuid, p_domains text[]) returns boolean language sql stable security definer set search_path = '' as $$
  select exists (select 1 from auth.account a where a.id = p_account and (a.second_factor
    or exists (select 1 from auth.passkey p where p.account_id = a.id)
    or exists (select 1 from auth.federated f join remit.identity_provider i on i.issuer = f.issuer and i.domain = split_part(a.email, '@', 2)
      where f.account_id = a.id and i.proved_at is not null and i.domain = any (p_domains))))
$$;

-- As it was. Whoever has a second factor shows it before they add another: by their session, or by a code (`p_code`). Else
-- whoever reads somebody's letters gives themselves one. RM403.
drop function auth.add_passkey(uuid, bytea, text, text, bytea, bigint, boolean, text[]);
create function auth.add_passkey(p_account uuid, p_session bytea, p_name text, p_credential text, p_key bytea, p_counter bigint, p_synced boolean, p_transports text[], p_code boolean) returns uuid language plpgsql security definer set search_path = '' as $$
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
$$;

-- Whether a rule of the workspace keeps this session or key out. Nothing else asks for it to be lifted than showing more.
create function remit.barred(p_proof bytea, p_workspace uuid) returns boolean language sql stable security definer set search_path = '' as $$
  select exists (
    select 1 from remit.sign_in_rule r
    where r.workspace_id = p_workspace and not auth.shown_two(p_proof, r.domains)
      and not exists (select 1 from remit.api_key k where k.token_hash = p_proof and k.workspace_id = p_workspace and auth.has_two(k.account_id, r.domains)))
$$;
-- Said to a member only: to everybody else the workspace is not there.
create function remit.lacks_factor(p_proof bytea, p_workspace uuid) returns boolean language sql stable security definer set search_path = '' as $$
  select remit.barred(p_proof, p_workspace) and exists (
    select 1 from remit.member m where m.workspace_id = p_workspace and (m.until is null or m.until > now())
      and m.account_id in (select s.account_id from auth.session s where s.token_hash = p_proof and s.expires_at > now()
        union all select k.account_id from remit.api_key k where k.token_hash = p_proof and k.workspace_id = p_workspace and k.revoked_at is null and k.expires_at > now()))
$$;
create function remit.barred_from(p_session bytea) returns table (workspace_id uuid) language sql stable security definer set search_path = '' as $$
  select m.workspace_id from auth.session s join remit.member m on m.account_id = s.account_id and (m.until is null or m.until > now())
  where s.token_hash = p_session and s.expires_at > now() and remit.barred(p_session, m.workspace_id)
$$;

-- Whoever demands it has shown it: nobody locks themselves out. RM409 otherwise.
create function remit.demand_second_factor(p_session bytea, p_domains text[]) returns void language plpgsql security definer set search_path = '' as $$
begin
  perform remit.must_be_of_it();
  if remit.entered_as() is distinct from 'owner' then raise exception 'not for this role' using errcode = 'RM403'; end if;
  perform 1 from auth.session where token_hash = p_session and account_id = current_setting('remit.actor')::uuid;
  if not found or not auth.shown_two(p_session, p_domains) then raise exception 'show it first' using errcode = 'RM409'; end if;
  insert into remit.sign_in_rule (workspace_id, party, domains, made_by) values (remit.entered(), coalesce(remit.entered_party(), ''), p_domains, current_setting('remit.actor')::uuid)
    on conflict (workspace_id, party) do update set domains = excluded.domains, made_by = excluded.made_by;
end
$$;
-- One's own party's demand, and that of a party for which nobody owns any more.
create function remit.lift_second_factor() returns boolean language plpgsql security definer set search_path = '' as $$
begin
  perform remit.must_be_of_it();
  if remit.entered_as() is distinct from 'owner' then raise exception 'not for this role' using errcode = 'RM403'; end if;
  delete from remit.sign_in_rule r where r.workspace_id = remit.entered() and (r.party = coalesce(remit.entered_party(), '')
    or not exists (select 1 from remit.member m where m.workspace_id = r.workspace_id and m.role = 'owner' and coalesce(m.party, '') = r.party and (m.until is null or m.until > now())));
  return found;
end
$$;

-- As they were; whoever a rule keeps out is no member here until they have shown two factors.
create or replace function remit.enter_by_session(p_session bytea, p_workspace uuid) returns table (account uuid, name text, role text, party text, revision bigint, scopes text[]) language plpgsql security definer set search_path = '' as $$
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
$$;

create or replace function remit.commit_edit(p_actor uuid, p_session bytea, p_workspace uuid, p_edit uuid, p_what text, p_edits jsonb, p_undo jsonb, p_undoes bigint, p_new jsonb, p_changed jsonb, p_gone jsonb, p_matrix jsonb, p_page uuid, p_salt bytea, p_payload bytea)
returns table (revision bigint, at timestamptz) language plpgsql security definer set search_path = '' set enable_hashjoin = off set enable_mergejoin = off as $$
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
$$;

-- An address that is confirmed by a letter to it: what the letter said is used up, links to sign in that lie in the old
-- letter box count no more, and the old address is told, all or nothing. RM409 when somebody else has it by now.
create function auth.confirm_address(p_account uuid, p_token bytea, p_told bytea) returns text language plpgsql security definer set search_path = '' as $$
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
$$;

revoke all on function auth.add_passkey(uuid, bytea, text, text, bytea, bigint, boolean, text[], boolean), auth.confirm_address(uuid, bytea, bytea), auth.shown_two(bytea, text[]), auth.has_two(uuid, text[]), remit.barred(bytea, uuid), remit.lacks_factor(bytea, uuid), remit.barred_from(bytea), remit.demand_second_factor(bytea, text[]), remit.lift_second_factor() from public;
grant execute on function auth.add_passkey(uuid, bytea, text, text, bytea, bigint, boolean, text[], boolean), auth.confirm_address(uuid, bytea, bytea), auth.shown_two(bytea, text[]), auth.has_two(uuid, text[]), remit.lacks_factor(bytea, uuid), remit.barred_from(bytea), remit.demand_second_factor(bytea, text[]), remit.lift_second_factor() to remit_app;
