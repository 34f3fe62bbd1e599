-- Nobody walks into the other party: who changes sides, or came by a link that another party handed over, is not proved
-- to speak for it, sees nothing it keeps to itself and decides nothing for it; and nobody without a side puts out those of one.

-- As it was; whoever is not proved to be of their party has none, and nobody's: '' is no party's id.
create or replace function remit.entered_party() returns text language sql stable security definer set search_path = '' as $$
  select case when party is null or proved then party else '' end from remit.member
  where workspace_id = nullif(current_setting('remit.workspace', true), '')::uuid
    and account_id = nullif(current_setting('remit.actor', true), '')::uuid
    and (until is null or until > now())
  union all select g.party from remit.guest_here() g
  limit 1
$$;
create or replace function remit.own_party() returns text language sql stable security definer set search_path = '' as $$
  select party from remit.member
  where workspace_id = nullif(current_setting('remit.workspace', true), '')::uuid and account_id = nullif(current_setting('remit.actor', true), '')::uuid and (until is null or until > now())
  union all select g.party from remit.guest_here() g
  limit 1
$$;

-- Whose word it is who speaks for a party: the party's own. Another owner names its first ones, as long as nobody of it
-- owns here and nobody is proved to be of it.
create or replace function remit.may_name_for(p_party text, p_account uuid) returns boolean language sql stable security definer set search_path = '' as $$
  select p_party is null or p_party is not distinct from remit.own_party()
    or not exists (select 1 from remit.member m where m.workspace_id = remit.entered() and m.party = p_party and (m.role = 'owner' or m.proved) and m.account_id is distinct from p_account and (m.until is null or m.until > now()))
$$;

-- Owners look after members of their own party, and after those who speak for none. Whom they asked in for a party that
-- has no owner yet they look after until it has one. Who is not proved puts out nobody who is.
create or replace function remit.may_manage(p_account uuid) returns void language plpgsql stable security definer set search_path = '' as $$
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
$$;

-- Who leaves a party for another one, or for none, is proved no longer, unless an owner proved to be of the new one says
-- so; as long as somebody is alone in a workspace there is nobody they could deceive.
create or replace function remit.change_member(p_account uuid, p_role text, p_party text, p_person text) returns void language plpgsql security definer set search_path = '' as $$
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
$$;

-- An invitation is worth what its maker may still say when it is used; a link in their own hands proves somebody only
-- where they are proved to be of that party themselves.
create or replace function remit.accept_invitation(p_token bytea, p_account uuid) returns uuid language plpgsql security definer set search_path = '' as $$
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
$$;

-- One's own, one's party's, and those whose maker owns nothing here any more.
create or replace function remit.revoke_invitation(p_invitation uuid) returns boolean language plpgsql security definer set search_path = '' as $$
begin
  if remit.entered_as() is distinct from 'owner' then raise exception 'may not revoke' using errcode = 'RM403'; end if;
  update remit.invitation i set revoked_at = now()
    where i.workspace_id = remit.entered() and i.invitation_id = p_invitation and i.used_at is null and i.revoked_at is null
      and (i.made_by = nullif(current_setting('remit.actor', true), '')::uuid or i.party = remit.entered_party()
        or not exists (select 1 from remit.member m where m.workspace_id = i.workspace_id and m.account_id = i.made_by and m.role = 'owner' and (m.until is null or m.until > now())));
  return found;
end
$$;

-- The party whose own things this actor sees: theirs, once more than another party's word says so. No guest's.
create function remit.sealed_party() returns text language sql stable security definer set search_path = '' as $$
  select m.party from remit.member m
  where m.workspace_id = nullif(current_setting('remit.workspace', true), '')::uuid and m.account_id = nullif(current_setting('remit.actor', true), '')::uuid
    and m.proved and (m.until is null or m.until > now())
$$;
revoke all on function remit.sealed_party() from public;
grant execute on function remit.sealed_party() to remit_app;

drop policy seen on remit.comment;
create policy seen on remit.comment for select to remit_app using (workspace_id = (select remit.entered()) and (party_only is null or party_only = (select remit.sealed_party())));
drop policy seen on remit.evidence;
create policy seen on remit.evidence for select to remit_app using (workspace_id = (select remit.entered()) and (party_only is null or party_only = (select remit.sealed_party())));
drop policy seen on remit.private_contact;
create policy seen on remit.private_contact for select to remit_app using (workspace_id = (select remit.entered()) and party = (select remit.sealed_party()));

create or replace function remit.own_eyes(p_private boolean) returns text language plpgsql stable set search_path = '' as $$
begin
  if not p_private then return null; end if;
  if remit.sealed_party() is null then raise exception 'speaks for nobody' using errcode = 'RM403'; end if;
  return remit.sealed_party();
end
$$;
create or replace function remit.own_to(p_party text) returns boolean language sql stable set search_path = '' as $$
  select p_party is null or coalesce(p_party = remit.sealed_party(), false)
$$;
create or replace function remit.may_keep_for(p_party text) returns boolean language sql stable security definer set search_path = '' as $$
  select p_party is not distinct from remit.sealed_party()
    or not exists (select 1 from remit.member m where m.workspace_id = remit.entered() and m.party = p_party and (m.until is null or m.until > now()))
$$;

-- Where a party's own words beside the rows hold any of some others: comments, evidence, reasons, proposals.
create function remit.talk_holding(p_words text[]) returns table (kind text, n bigint) language sql stable security definer set search_path = '' as $$
  with mine as (select remit.sealed_party() as party), w as (select lower(x) as word from unnest(p_words) x)
  select 'comments', count(*) from remit.comment c, mine where c.workspace_id = remit.entered() and c.author_party is not distinct from mine.party and exists (select 1 from w where position(w.word in lower(c.text)) > 0) having count(*) > 0
  union all select 'evidence', count(*) from remit.evidence e, mine where e.workspace_id = remit.entered() and e.added_for is not distinct from mine.party and exists (select 1 from w where position(w.word in lower(concat_ws(' ', e.title, e.note, e.link))) > 0) having count(*) > 0
  union all select 'reasons', count(*) from remit.row_stand s, mine where s.workspace_id = remit.entered() and s.party = mine.party and exists (select 1 from w where position(w.word in lower(s.reason)) > 0) having count(*) > 0
  union all select 'proposals', count(*) from remit.proposal p, mine where p.workspace_id = remit.entered() and p.party = mine.party and exists (select 1 from w where position(w.word in lower(concat_ws(' ', p.what, p.reason, p.answer, p.edits::text))) > 0) having count(*) > 0
$$;
-- Takes them out for good: an owner, of their own party.
create function remit.scrub_talk(p_words text[]) returns void language plpgsql security definer set search_path = '' as $$
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
$$;
revoke all on function remit.talk_holding(text[]), remit.scrub_talk(text[]) from public;
grant execute on function remit.talk_holding(text[]), remit.scrub_talk(text[]) to remit_app;

-- As it was; what an erased entry said is not kept by the way back out of a later one of the same things either, nor as
-- the reason of a stand or a proposal.
create or replace function remit.erase_words(p_revisions bigint[]) returns setof bigint language plpgsql security definer set search_path = '' as $$
declare
  here uuid := remit.entered();
  mine text := remit.entered_party();
  gone bigint[];
begin
  if here is null then raise exception 'not here' using errcode = 'RM404'; end if;
  if remit.entered_as() <> 'owner' then raise exception 'may not erase' using errcode = 'RM403'; end if;
  perform remit.must_be_of_it();
  select array_agg(l.revision) into gone from remit.edit_log l
    where l.workspace_id = here and l.revision = any (p_revisions) and l.leaf is not null and l.salt is not null and (l.party is null or l.party = mine);
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
$$;
