-- Comments and pieces of evidence beside rows of the matrix. What a party keeps to itself carries that party, and the
-- policies show it to nobody else.
create table remit.comment (
  workspace_id uuid not null references remit.workspace on delete cascade,
  comment_id uuid not null,
  item_kind text not null check (length(item_kind) between 1 and 60),
  item_id text not null check (length(item_id) between 1 and 120),
  -- The comment this one answers; a first one names itself.
  thread uuid not null,
  -- Whose eyes only; null is for everybody in the workspace.
  party_only text,
  author uuid not null,
  author_party text,
  said_at timestamptz not null default date_trunc('milliseconds', clock_timestamp()),
  text text not null check (length(text) between 0 and 8000),
  mentions uuid[] not null default '{}',
  changed_at timestamptz,
  removed_at timestamptz,
  resolved_at timestamptz,
  resolved_by uuid,
  primary key (workspace_id, comment_id)
);
create index comment_of_item on remit.comment (workspace_id, item_kind, item_id);
create index comment_in_order on remit.comment (workspace_id, said_at, comment_id);

create table remit.evidence (
  workspace_id uuid not null references remit.workspace on delete cascade,
  evidence_id uuid not null,
  activity_id text not null check (length(activity_id) between 1 and 120),
  title text not null check (length(title) between 1 and 300),
  link text check (length(link) between 1 and 2000),
  note text check (length(note) between 1 and 4000),
  produced_on date not null,
  party_only text,
  added_by uuid not null,
  added_for text,
  added_at timestamptz not null default date_trunc('milliseconds', clock_timestamp()),
  primary key (workspace_id, evidence_id)
);
create index evidence_of_row on remit.evidence (workspace_id, activity_id);

do $$ declare t text; begin
  foreach t in array array['comment', 'evidence'] loop
    execute format('alter table remit.%I enable row level security', t);
    execute format('alter table remit.%I force row level security', t);
    execute format('create policy owner on remit.%I to %I using (true) with check (true)', t, current_user);
    execute format('create policy seen on remit.%I for select to remit_app using (workspace_id = (select remit.entered()) and (party_only is null or party_only = (select remit.entered_party())))', t);
    execute format('grant select on remit.%I to remit_app', t);
  end loop;
end $$;

-- Whoever works here may say something; who only looks on may not.
create function remit.may_talk() returns boolean language sql stable set search_path = '' as $$
  select coalesce(remit.entered_as() in ('owner', 'editor', 'approver', 'operator'), false)
$$;

-- The party something is kept to: the actor's own, or nobody's.
create function remit.own_eyes(p_private boolean) returns text language plpgsql stable set search_path = '' as $$
begin
  if not p_private then return null; end if;
  if remit.entered_party() is null then raise exception 'speaks for nobody' using errcode = 'RM403'; end if;
  return remit.entered_party();
end
$$;

-- The party somebody says they are of, proved or not: whom words are put down to.
create function remit.own_party() returns text language sql stable security definer set search_path = '' as $$
  select party from remit.member
  where workspace_id = nullif(current_setting('remit.workspace', true), '')::uuid and account_id = nullif(current_setting('remit.actor', true), '')::uuid and (until is null or until > now())
$$;
-- For what is done for a party: RM403 for whoever only another party's word puts into one.
create function remit.must_be_of_it() returns void language plpgsql stable set search_path = '' as $$
begin
  if remit.entered_party() = '' then raise exception 'not proved to be of this party' using errcode = 'RM403'; end if;
end
$$;

-- Whether something kept to a party may be seen by this actor.
create function remit.own_to(p_party text) returns boolean language sql stable set search_path = '' as $$
  select p_party is null or coalesce(p_party = remit.entered_party(), false)
$$;

-- Names behind ids of what was said and done here, of those who left too.
create function remit.names_here(p_actors uuid[]) returns table (actor uuid, name text, party text) language sql stable security definer set search_path = '' as $$
  select m.account_id, a.name, m.party from remit.member m join auth.account a on a.id = m.account_id where m.workspace_id = remit.entered() and m.account_id = any (p_actors)
$$;

-- Sent twice with one id it is said once. An answer is seen by whoever sees what it answers.
create function remit.say_comment(p_id uuid, p_kind text, p_item text, p_thread uuid, p_private boolean, p_text text, p_mentions uuid[]) returns boolean language plpgsql security definer set search_path = '' as $$
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
$$;

create function remit.change_comment(p_id uuid, p_text text) returns void language plpgsql security definer set search_path = '' as $$
begin
  if not remit.may_talk() then raise exception 'may not talk' using errcode = 'RM403'; end if;
  update remit.comment c set text = p_text, changed_at = now()
    where c.workspace_id = remit.entered() and c.comment_id = p_id and c.author = nullif(current_setting('remit.actor', true), '')::uuid and c.removed_at is null and remit.own_to(c.party_only);
  if not found then raise exception 'no comment of yours' using errcode = 'RM404'; end if;
end
$$;

-- One's own, or as owner one of one's party. The words go; that something was said stays.
create function remit.remove_comment(p_id uuid) returns void language plpgsql security definer set search_path = '' as $$
begin
  update remit.comment c set text = '', mentions = '{}', removed_at = now()
    where c.workspace_id = remit.entered() and c.comment_id = p_id and c.removed_at is null and remit.own_to(c.party_only)
      and ((c.author = nullif(current_setting('remit.actor', true), '')::uuid) or (remit.entered_as() = 'owner' and c.author_party is not distinct from remit.entered_party()));
  if not found then raise exception 'no comment of yours' using errcode = 'RM404'; end if;
end
$$;

create function remit.resolve_thread(p_thread uuid, p_resolved boolean) returns void language plpgsql security definer set search_path = '' as $$
begin
  if not remit.may_talk() then raise exception 'may not talk' using errcode = 'RM403'; end if;
  update remit.comment c set resolved_at = case when p_resolved then coalesce(c.resolved_at, now()) end,
      resolved_by = case when p_resolved then coalesce(c.resolved_by, nullif(current_setting('remit.actor', true), '')::uuid) end
    where c.workspace_id = remit.entered() and c.comment_id = p_thread and c.thread = p_thread and remit.own_to(c.party_only);
  if not found then raise exception 'no such thread' using errcode = 'RM404'; end if;
end
$$;

-- Where a mentioned member is written to, and by which name.
create function remit.addresses_of(p_accounts uuid[]) returns table (account uuid, email text) language sql stable security definer set search_path = '' as $$
  select a.id, a.email from remit.member m join auth.account a on a.id = m.account_id
  where m.workspace_id = remit.entered() and m.account_id = any (p_accounts) and a.email is not null and (m.until is null or m.until > now())
$$;

create function remit.add_evidence(p_id uuid, p_activity text, p_title text, p_link text, p_note text, p_on date, p_private boolean) returns void language plpgsql security definer set search_path = '' as $$
begin
  if remit.entered() is null then raise exception 'not here' using errcode = 'RM404'; end if;
  if not remit.may_talk() then raise exception 'may not add' using errcode = 'RM403'; end if;
  if not exists (select 1 from remit.draft_item i where i.workspace_id = remit.entered() and i.kind = 'activity' and i.item_id = p_activity) then raise exception 'no such row' using errcode = 'RM404'; end if;
  insert into remit.evidence (workspace_id, evidence_id, activity_id, title, link, note, produced_on, party_only, added_by, added_for)
    values (remit.entered(), p_id, p_activity, p_title, p_link, p_note, p_on, remit.own_eyes(p_private), nullif(current_setting('remit.actor', true), '')::uuid, remit.own_party())
    on conflict do nothing;
  if not found and not exists (select 1 from remit.evidence e where e.workspace_id = remit.entered() and e.evidence_id = p_id and e.added_by = nullif(current_setting('remit.actor', true), '')::uuid) then
    raise exception 'id taken' using errcode = 'RM409';
  end if;
end
$$;

-- Whoever added it, or an owner or editor of the same party.
create function remit.remove_evidence(p_id uuid) returns void language plpgsql security definer set search_path = '' as $$
begin
  delete from remit.evidence e
    where e.workspace_id = remit.entered() and e.evidence_id = p_id and remit.own_to(e.party_only)
      and (e.added_by = nullif(current_setting('remit.actor', true), '')::uuid and remit.may_talk() or (remit.may_edit() and e.added_for is not distinct from remit.entered_party()));
  if not found then raise exception 'no evidence of yours' using errcode = 'RM404'; end if;
end
$$;

do $$ declare f regprocedure; begin
  for f in select p.oid::regprocedure from pg_proc p join pg_namespace n on n.oid = p.pronamespace
    where n.nspname = 'remit' and p.proname in ('may_talk', 'own_eyes', 'own_to', 'own_party', 'must_be_of_it', 'names_here', 'say_comment', 'change_comment', 'remove_comment', 'resolve_thread', 'addresses_of', 'add_evidence', 'remove_evidence') loop
    execute format('revoke all on function %s from public', f);
    execute format('grant execute on function %s to remit_app', f);
  end loop;
end $$;
