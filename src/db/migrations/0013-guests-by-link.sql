-- Guests: somebody reads (or comments) by a link, for one purpose, for some days, without an account and without a seat.
create table remit.guest (
  workspace_id uuid not null references remit.workspace on delete cascade,
  guest_id uuid not null default gen_random_uuid(),
  token_hash bytea not null unique check (length(token_hash) = 32),
  name text not null check (length(name) between 1 and 120),
  email text check (email = lower(email) and length(email) between 3 and 320),
  purpose text not null check (purpose in ('read', 'comment')),
  party text check (length(party) between 1 and 120),
  made_by uuid not null,
  made_at timestamptz not null default now(),
  expires_at timestamptz not null,
  revoked_at timestamptz,
  first_used_at timestamptz,
  last_used_at timestamptz,
  primary key (workspace_id, guest_id)
);
-- The browsers a link was opened in. They end with it.
create table remit.guest_session (
  workspace_id uuid not null,
  token_hash bytea not null unique check (length(token_hash) = 32),
  guest_id uuid not null,
  made_at timestamptz not null default now(),
  primary key (workspace_id, token_hash),
  foreign key (workspace_id, guest_id) references remit.guest on delete cascade
);
alter table remit.guest enable row level security;
alter table remit.guest force row level security;
alter table remit.guest_session enable row level security;
alter table remit.guest_session force row level security;
do $$ begin
  execute format('create policy owner on remit.guest to %I using (true) with check (true)', current_user);
  execute format('create policy owner on remit.guest_session to %I using (true) with check (true)', current_user);
end $$;
create policy seen on remit.guest for select to remit_app using (workspace_id = (select remit.entered()) and (select remit.may_edit()));
grant select (workspace_id, guest_id, name, purpose, party, made_by, made_at, expires_at, revoked_at, first_used_at, last_used_at) on remit.guest to remit_app;

-- The guest this connection acts for, while their link lives. It lives no longer than its maker may make one, and
-- speaks for a party only while its maker does.
create function remit.guest_here() returns table (workspace_id uuid, guest_id uuid, purpose text, party text) language sql stable security definer set search_path = '' as $$
  select g.workspace_id, g.guest_id, g.purpose, case when m.party = g.party then g.party end
  from remit.guest g
  join remit.member m on m.workspace_id = g.workspace_id and m.account_id = g.made_by and m.role in ('owner', 'editor') and (m.until is null or m.until > now())
  where g.workspace_id = nullif(current_setting('remit.workspace', true), '')::uuid
    and g.guest_id = nullif(current_setting('remit.actor', true), '')::uuid
    and g.revoked_at is null and g.expires_at > now()
$$;

-- As they were; a guest is somebody here, too.
create or replace function remit.entered() returns uuid language sql stable security definer set search_path = '' as $$
  select workspace_id from remit.member
  where workspace_id = nullif(current_setting('remit.workspace', true), '')::uuid
    and account_id = nullif(current_setting('remit.actor', true), '')::uuid
    and (until is null or until > now())
  union all select g.workspace_id from remit.guest_here() g
  limit 1
$$;
create or replace function remit.entered_as() returns text language sql stable security definer set search_path = '' as $$
  select role from remit.member
  where workspace_id = nullif(current_setting('remit.workspace', true), '')::uuid
    and account_id = nullif(current_setting('remit.actor', true), '')::uuid
    and (until is null or until > now())
  union all select 'guest' from remit.guest_here()
  limit 1
$$;
create or replace function remit.entered_party() returns text language sql stable security definer set search_path = '' as $$
  select party from remit.member
  where workspace_id = nullif(current_setting('remit.workspace', true), '')::uuid
    and account_id = nullif(current_setting('remit.actor', true), '')::uuid
    and (until is null or until > now())
  union all select g.party from remit.guest_here() g
  limit 1
$$;
-- What a guest is here for; nothing for members.
create function remit.guest_purpose() returns text language sql stable security definer set search_path = '' as $$
  select purpose from remit.guest_here()
$$;
-- Whether more than another party's word says who acts. A guest's link was in their inviter's hands: they never sign or decide for anybody.
create function remit.entered_proved() returns boolean language sql stable security definer set search_path = '' as $$
  select coalesce((select m.proved from remit.member m
    where m.workspace_id = nullif(current_setting('remit.workspace', true), '')::uuid
      and m.account_id = nullif(current_setting('remit.actor', true), '')::uuid
      and (m.until is null or m.until > now())), false)
$$;

-- Guests read the matrix, not who belongs to the workspace.
drop policy seen on remit.member;
create policy seen on remit.member for select to remit_app using (workspace_id = (select remit.entered()) and (select remit.entered_as()) <> 'guest');
drop policy seen on remit.history_head;
create policy seen on remit.history_head for select to remit_app using (workspace_id = (select remit.entered()) and (select remit.entered_as()) <> 'guest');

-- As they were; what a member may, a guest may not.
create or replace function remit.make_api_key(p_token bytea, p_name text, p_scopes text[], p_until timestamptz) returns uuid language plpgsql security definer set search_path = '' as $$
declare made uuid;
begin
  if remit.entered() is null then raise exception 'not here' using errcode = 'RM404'; end if;
  if remit.entered_as() = 'guest' then raise exception 'not for guests' using errcode = 'RM403'; end if;
  if 'edit' = any (p_scopes) and not remit.may_edit() then raise exception 'may not edit' using errcode = 'RM403'; end if;
  insert into remit.api_key (workspace_id, name, token_hash, scopes, account_id, expires_at)
    values (remit.entered(), p_name, p_token, p_scopes, current_setting('remit.actor')::uuid, p_until) returning key_id into made;
  return made;
end
$$;
create or replace function remit.keep_head(p_revision bigint, p_head bytea, p_signature bytea) returns void language plpgsql security definer set search_path = '' as $$
begin
  if remit.entered() is null then raise exception 'not here' using errcode = 'RM404'; end if;
  if remit.entered_as() = 'guest' then raise exception 'not for guests' using errcode = 'RM403'; end if;
  insert into remit.history_head (workspace_id, revision, head, signature)
    select e.workspace_id, e.revision, p_head, p_signature from remit.edit_log e where e.workspace_id = remit.entered() and e.revision = p_revision and e.leaf is not null
    on conflict do nothing;
end
$$;

-- Owners and editors ask guests in: for their own party, or for none.
create function remit.make_guest(p_token bytea, p_name text, p_email text, p_purpose text, p_party text, p_until timestamptz) returns uuid language plpgsql security definer set search_path = '' as $$
declare made uuid;
begin
  if remit.entered() is null then raise exception 'not here' using errcode = 'RM404'; end if;
  if not remit.may_edit() then raise exception 'may not ask guests in' using errcode = 'RM403'; end if;
  if p_party is not null and p_party is distinct from remit.entered_party() then raise exception 'their side decides' using errcode = 'RM403'; end if;
  insert into remit.guest (workspace_id, token_hash, name, email, purpose, party, made_by, expires_at)
    values (remit.entered(), p_token, p_name, lower(p_email), p_purpose, p_party, current_setting('remit.actor')::uuid, p_until) returning guest_id into made;
  return made;
end
$$;
-- Whether one may end a guest's visit: its maker, and owners of the party the guest speaks for or the maker belongs to.
create function remit.may_end_guest(p_made_by uuid, p_party text) returns boolean language sql stable security definer set search_path = '' as $$
  select coalesce(remit.may_edit() and (
    p_made_by = nullif(current_setting('remit.actor', true), '')::uuid
    or (remit.entered_as() = 'owner' and (remit.entered_party() is null or p_party is not distinct from remit.entered_party()
      or (p_party is null and exists (select 1 from remit.member m where m.workspace_id = remit.entered() and m.account_id = p_made_by and (m.party is null or m.party = remit.entered_party())))
      or not exists (select 1 from remit.member m where m.workspace_id = remit.entered() and m.account_id = p_made_by and (m.until is null or m.until > now()))))), false)
$$;
create function remit.guests(p_before timestamptz, p_below uuid, p_most integer) returns table (id uuid, name text, email text, purpose text, party text, made_by uuid, maker text, made timestamptz, until timestamptz, first_used timestamptz, last_used timestamptz, state text, may_end boolean, place text) language sql stable security definer set search_path = '' as $$
  select g.guest_id, g.name, case when remit.may_end_guest(g.made_by, g.party) then g.email end, g.purpose, g.party, g.made_by, a.name, g.made_at, g.expires_at, g.first_used_at, g.last_used_at,
    case when g.revoked_at is not null then 'revoked' when g.expires_at <= now() then 'late'
      when not exists (select 1 from remit.member m where m.workspace_id = g.workspace_id and m.account_id = g.made_by and m.role in ('owner', 'editor') and (m.until is null or m.until > now())) then 'left'
      else 'open' end,
    remit.may_end_guest(g.made_by, g.party), remit.moment(g.made_at)
  from remit.guest g left join auth.account a on a.id = g.made_by
  where g.workspace_id = remit.entered() and remit.may_edit() and (p_before is null or (g.made_at, g.guest_id) < (p_before, p_below))
  order by g.made_at desc, g.guest_id desc limit p_most
$$;
create function remit.end_guest(p_guest uuid) returns boolean language plpgsql security definer set search_path = '' as $$
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
$$;

-- What a link offers, and whether it still does.
create function remit.guest_of(p_token bytea) returns table (workspace uuid, workspace_name text, name text, purpose text, party text, inviter text, until timestamptz) language sql stable security definer set search_path = '' as $$
  select g.workspace_id, w.name, g.name, g.purpose, case when m.party = g.party then coalesce(p.body ->> 'name', g.party) end, a.name, g.expires_at
  from remit.guest g
  join remit.workspace w on w.workspace_id = g.workspace_id
  join remit.member m on m.workspace_id = g.workspace_id and m.account_id = g.made_by and m.role in ('owner', 'editor') and (m.until is null or m.until > now())
  left join auth.account a on a.id = g.made_by
  left join remit.draft_item p on p.workspace_id = g.workspace_id and p.kind = 'party' and p.item_id = g.party
  where g.token_hash = p_token and g.revoked_at is null and g.expires_at > now()
$$;
-- A browser comes in by a link; the last twenty of a link stay.
create function remit.follow_guest_link(p_token bytea, p_session bytea) returns table (workspace uuid, until timestamptz) language plpgsql security definer set search_path = '' as $$
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
$$;
-- Who holds a guest's session for this workspace, and as what. Beside `enter_by_session`, which is for accounts and keys.
create function remit.enter_as_guest(p_session bytea, p_workspace uuid) returns table (guest uuid, name text, purpose text, party text, until timestamptz, revision bigint) language plpgsql security definer set search_path = '' as $$
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
$$;
create function remit.leave_as_guest(p_session bytea, p_workspace uuid) returns void language sql security definer set search_path = '' as $$
  delete from remit.guest_session where workspace_id = p_workspace and token_hash = p_session
$$;

revoke all on function remit.guest_here(), remit.guest_purpose(), remit.entered_proved(), remit.make_guest(bytea, text, text, text, text, timestamptz), remit.may_end_guest(uuid, text), remit.guests(timestamptz, uuid, integer), remit.end_guest(uuid), remit.guest_of(bytea), remit.follow_guest_link(bytea, bytea), remit.enter_as_guest(bytea, uuid), remit.leave_as_guest(bytea, uuid) from public;
grant execute on function remit.guest_purpose(), remit.entered_proved(), remit.make_guest(bytea, text, text, text, text, timestamptz), remit.guests(timestamptz, uuid, integer), remit.end_guest(uuid), remit.guest_of(bytea), remit.follow_guest_link(bytea, bytea), remit.enter_as_guest(bytea, uuid), remit.leave_as_guest(bytea, uuid) to remit_app;
