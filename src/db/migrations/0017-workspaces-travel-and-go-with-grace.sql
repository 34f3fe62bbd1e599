-- A workspace comes from a file, with the history it had as a sealed attachment; and it goes for good two weeks after it was deleted.

create table remit.import (
  workspace_id uuid primary key references remit.workspace on delete cascade,
  at timestamptz not null default now(),
  by_account uuid not null,
  from_workspace uuid not null,
  from_name text not null,
  from_revision bigint not null,
  exported_at timestamptz not null,
  -- What the old history was signed with.
  signed_by text not null,
  -- Who belonged to it, to be asked in again.
  members jsonb not null check (jsonb_typeof(members) = 'array'),
  -- Parts of the file this Remit checked and did not take over.
  left_out text[] not null
);
-- A part of the file as it came, packed, in pieces.
create table remit.imported_piece (
  workspace_id uuid not null references remit.workspace on delete cascade,
  part text not null check (length(part) between 1 and 120),
  piece integer not null,
  bytes bytea not null,
  primary key (workspace_id, part, piece)
);
create table remit.deletion (
  workspace_id uuid primary key references remit.workspace on delete cascade,
  at timestamptz not null default now(),
  by_account uuid not null,
  -- Ends of memberships that had one already.
  ends jsonb not null
);
create index deletion_day on remit.deletion (at);

do $$
declare t text;
begin
  foreach t in array array['import', 'imported_piece', 'deletion'] loop
    execute format('alter table remit.%I enable row level security', t);
    execute format('alter table remit.%I force row level security', t);
    execute format('create policy owner on remit.%I to %I using (true) with check (true)', t, current_user);
  end loop;
end
$$;
create policy seen on remit.import for select to remit_app using (workspace_id = (select remit.entered()) and (select remit.entered_as()) = 'owner');
create policy seen on remit.imported_piece for select to remit_app using (workspace_id = (select remit.entered()) and (select remit.entered_as()) <> 'guest');
grant select on remit.import, remit.imported_piece to remit_app;

create function remit.keep_import(p_from uuid, p_name text, p_revision bigint, p_exported timestamptz, p_signed_by text, p_members jsonb, p_left_out text[]) returns void language plpgsql security definer set search_path = '' as $$
begin
  if remit.entered_as() is distinct from 'owner' then raise exception 'may not import' using errcode = 'RM403'; end if;
  insert into remit.import (workspace_id, by_account, from_workspace, from_name, from_revision, exported_at, signed_by, members, left_out)
    values (remit.entered(), current_setting('remit.actor')::uuid, p_from, p_name, p_revision, p_exported, p_signed_by, p_members, p_left_out);
end
$$;
-- Only in the transaction that brings the workspace in: what was sealed then is never added to.
create function remit.put_imported(p_part text, p_piece integer, p_bytes bytea) returns void language plpgsql security definer set search_path = '' as $$
begin
  if not exists (select 1 from remit.import i where i.workspace_id = remit.entered() and i.at = now() and i.by_account = current_setting('remit.actor')::uuid) then
    raise exception 'sealed' using errcode = 'RM403';
  end if;
  insert into remit.imported_piece (workspace_id, part, piece, bytes) values (remit.entered(), p_part, p_piece, p_bytes);
end
$$;

-- A deleted workspace has no live member, and without one nothing of it can be entered, by nobody, with no key. Whose
-- membership ended at that very moment gets it back with the workspace.
create or replace function remit.leave_workspace(p_actor uuid, p_workspace uuid) returns boolean language plpgsql security definer set search_path = '' as $$
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
$$;

-- Whether somebody was an owner of a workspace when it was deleted.
create function remit.owned_deleted(p_actor uuid, p_workspace uuid) returns boolean language sql stable security definer set search_path = '' as $$
  select exists (select 1 from remit.deletion d join remit.member m on m.workspace_id = d.workspace_id and m.until = d.at and m.role = 'owner' where d.workspace_id = p_workspace and m.account_id = p_actor)
$$;
create function remit.deleted_of(p_actor uuid) returns table (workspace_id uuid, name text, at timestamptz, goes_at timestamptz, by_name text) language sql stable security definer set search_path = '' as $$
  select w.workspace_id, w.name, d.at, d.at + interval '14 days', a.name
  from remit.deletion d join remit.workspace w on w.workspace_id = d.workspace_id left join auth.account a on a.id = d.by_account
  where remit.owned_deleted(p_actor, d.workspace_id) order by d.at
$$;
-- A rule that demanded two factors demands them of whoever decides what becomes of it, too: RM403.
create function remit.restore_workspace(p_actor uuid, p_session bytea, p_workspace uuid) returns boolean language plpgsql security definer set search_path = '' as $$
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
$$;
create function remit.purge_workspace(p_actor uuid, p_session bytea, p_workspace uuid) returns boolean language plpgsql security definer set search_path = '' as $$
begin
  if not remit.owned_deleted(p_actor, p_workspace) then return false; end if;
  if remit.barred(p_session, p_workspace) then raise exception 'a second factor is wanted' using errcode = 'RM403'; end if;
  delete from remit.workspace w where w.workspace_id = p_workspace;
  return found;
end
$$;
create function remit.sweep_deleted() returns setof uuid language sql security definer set search_path = '' as $$
  delete from remit.workspace w using remit.deletion d where d.workspace_id = w.workspace_id and d.at <= now() - interval '14 days' returning w.workspace_id
$$;

revoke all on function remit.keep_import(uuid, text, bigint, timestamptz, text, jsonb, text[]), remit.put_imported(text, integer, bytea), remit.owned_deleted(uuid, uuid), remit.deleted_of(uuid), remit.restore_workspace(uuid, bytea, uuid), remit.purge_workspace(uuid, bytea, uuid), remit.sweep_deleted() from public;
grant execute on function remit.keep_import(uuid, text, bigint, timestamptz, text, jsonb, text[]), remit.put_imported(text, integer, bytea), remit.deleted_of(uuid), remit.restore_workspace(uuid, bytea, uuid), remit.purge_workspace(uuid, bytea, uuid), remit.sweep_deleted() to remit_app;
