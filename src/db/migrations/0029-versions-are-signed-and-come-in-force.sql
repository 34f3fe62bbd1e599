-- A draft becomes a numbered version that nobody changes any more; each party's signatories sign its digest, and once all
-- did, it comes in force. What a version is at an instant is worked out from what happened, and never stored.
create table remit.sign_policy (
  workspace_id uuid primary key references remit.workspace on delete cascade,
  -- Parties in the order in which they sign; within a party its signatories in theirs. Empty: in any order.
  in_order text[] not null default '{}',
  -- What must not be open when a draft is offered.
  -- What may keep a draft from being offered, and how much each of it weighs; what is not said weighs what is usual.
  weights jsonb not null default '{}' check (jsonb_typeof(weights) = 'object' and length(weights::text) <= 1000),
  set_by uuid not null,
  set_at timestamptz not null default now()
);
-- An instant as files and pages write it.
create function remit.instant(p_at timestamptz) returns text language sql immutable set search_path = '' as $$
  select to_char(p_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
$$;
-- Who signs for a party, as that party itself says; in their order.
create table remit.signatory (
  workspace_id uuid not null references remit.workspace on delete cascade,
  party text not null check (length(party) between 1 and 120),
  person text not null check (length(person) between 1 and 120),
  place integer not null,
  -- A member who signs as this person, where no member is named as the person.
  account uuid,
  named_by uuid not null,
  named_at timestamptz not null default now(),
  primary key (workspace_id, person)
);
create table remit.version (
  workspace_id uuid not null references remit.workspace on delete cascade,
  number integer not null check (number > 0),
  -- The draft's revision that was frozen.
  revision bigint not null,
  title text not null,
  -- RFC 8785 text of the matrix, and its SHA-256.
  matrix text not null,
  digest bytea not null check (length(digest) = 32),
  valid_from date,
  valid_until date,
  offered_by uuid not null,
  offered_for text not null,
  offered_at timestamptz not null,
  completed_at timestamptz,
  refused_at timestamptz,
  withdrawn_at timestamptz,
  withdrawn_by uuid,
  withdrawn_for text,
  withdrawn_name text,
  withdrawn_reason text check (length(withdrawn_reason) between 1 and 2000),
  -- Ed25519 of this installation over what was offered, over the version with its signatures, and over its withdrawal. Base64.
  offer_seal text,
  seal text,
  seal_key text,
  withdrawal_seal text,
  primary key (workspace_id, number),
  check (digest = sha256(convert_to(matrix, 'UTF8'))),
  check (completed_at is null or refused_at is null),
  check ((withdrawn_at is null) = (withdrawn_by is null) and (withdrawn_at is null) = (withdrawn_reason is null))
);
-- At most one waits for signatures.
create unique index version_open on remit.version (workspace_id) where completed_at is null and refused_at is null and withdrawn_at is null;
-- Who has to sign a version, as it stood when it was offered.
create table remit.version_signatory (
  workspace_id uuid not null,
  number integer not null,
  party text not null,
  person text not null,
  party_name text not null,
  name text not null,
  -- Whoever has a smaller one signs before.
  place integer not null,
  account uuid,
  delegate text,
  delegate_name text,
  delegated_at timestamptz,
  -- By whoever had to sign, or, since they cannot any more, by their party.
  delegated_by text check (delegated_by in ('signatory', 'party')),
  reminded_at timestamptz,
  primary key (workspace_id, number, person),
  foreign key (workspace_id, number) references remit.version on delete cascade
);
create table remit.signature (
  workspace_id uuid not null,
  number integer not null,
  person text not null,
  party text not null,
  name text not null,
  -- The account, or the link they came by.
  account uuid not null,
  delegate text,
  how text not null,
  intent text not null check (length(intent) between 1 and 500),
  digest bytea not null check (length(digest) = 32),
  signed_at timestamptz not null,
  address text,
  agent text,
  primary key (workspace_id, number, person),
  foreign key (workspace_id, number, person) references remit.version_signatory on delete cascade
);
-- One account is one human: nobody signs for two.
create unique index signature_of_account on remit.signature (workspace_id, number, account);
create table remit.sign_refusal (
  workspace_id uuid not null,
  number integer not null,
  person text not null,
  party text not null,
  name text not null,
  account uuid not null,
  reason text not null check (length(reason) between 1 and 2000),
  rows jsonb not null default '[]' check (jsonb_typeof(rows) = 'array'),
  refused_at timestamptz not null,
  primary key (workspace_id, number, person),
  foreign key (workspace_id, number, person) references remit.version_signatory on delete cascade
);

do $$ declare t text; begin
  foreach t in array array['sign_policy', 'signatory', 'version', 'version_signatory', 'signature', 'sign_refusal'] loop
    execute format('alter table remit.%I enable row level security', t);
    execute format('alter table remit.%I force row level security', t);
    execute format('create policy owner on remit.%I to %I using (true) with check (true)', t, current_user);
    execute format('create policy seen on remit.%I for select to remit_app using (workspace_id = (select remit.entered()) and (select remit.entered_as()) <> ''guest'')', t);
    execute format('grant select on remit.%I to remit_app', t);
  end loop;
end $$;

-- What was offered stays as it was, and what happened to it happened once.
create function remit.keep_version() returns trigger language plpgsql set search_path = '' as $$
begin
  if tg_op = 'DELETE' then
    if exists (select 1 from remit.workspace w where w.workspace_id = old.workspace_id) then raise exception 'a version stays' using errcode = 'RM403'; end if;
    return old;
  end if;
  if row(new.workspace_id, new.number, new.revision, new.title, new.matrix, new.digest, new.valid_from, new.valid_until, new.offered_by, new.offered_for, new.offered_at)
      is distinct from row(old.workspace_id, old.number, old.revision, old.title, old.matrix, old.digest, old.valid_from, old.valid_until, old.offered_by, old.offered_for, old.offered_at)
    or (old.completed_at is not null and new.completed_at is distinct from old.completed_at) or (old.refused_at is not null and new.refused_at is distinct from old.refused_at)
    or (old.withdrawn_at is not null and row(new.withdrawn_at, new.withdrawn_by, new.withdrawn_for, new.withdrawn_name, new.withdrawn_reason) is distinct from row(old.withdrawn_at, old.withdrawn_by, old.withdrawn_for, old.withdrawn_name, old.withdrawn_reason))
    or (old.offer_seal is not null and new.offer_seal is distinct from old.offer_seal) or (old.seal is not null and row(new.seal, new.seal_key) is distinct from row(old.seal, old.seal_key)) or (old.withdrawal_seal is not null and new.withdrawal_seal is distinct from old.withdrawal_seal) then
    raise exception 'a version stays as it was offered' using errcode = 'RM403';
  end if;
  return new;
end
$$;
create trigger kept before update or delete on remit.version for each row execute function remit.keep_version();
create function remit.keep_signature() returns trigger language plpgsql set search_path = '' as $$
begin
  if tg_op = 'DELETE' and not exists (select 1 from remit.version v where v.workspace_id = old.workspace_id and v.number = old.number) then return old; end if;
  raise exception 'a signature stays' using errcode = 'RM403';
end
$$;
create trigger kept before update or delete on remit.signature for each row execute function remit.keep_signature();
create trigger kept before update or delete on remit.sign_refusal for each row execute function remit.keep_signature();
revoke all on function remit.keep_version(), remit.keep_signature() from public;

-- Names who signs for a party: that party's own owners and approvers, and another's only while nobody of it is proved.
-- Who they are and in which order is told as a whole.
create function remit.name_signatories(p_party text, p_people jsonb, p_edit uuid, p_what text, p_salt bytea, p_payload bytea) returns bigint language plpgsql security definer set search_path = '' as $$
declare
  here uuid := remit.entered();
  me uuid := nullif(current_setting('remit.actor', true), '')::uuid;
  now_at bigint;
begin
  if here is null then raise exception 'not here' using errcode = 'RM404'; end if;
  if remit.entered_as() not in ('owner', 'approver') or not remit.entered_proved() or not remit.may_name_for(p_party, null) then raise exception 'their side names' using errcode = 'RM403'; end if;
  select e.revision into now_at from remit.edit_log e where e.workspace_id = here and e.edit_id = p_edit and e.actor = me;
  if found then return now_at; end if;
  if exists (select 1 from jsonb_to_recordset(p_people) as p (person text) where not exists (
    select 1 from remit.draft_item i where i.workspace_id = here and i.kind = 'person' and i.item_id = p.person and i.body ->> 'party' = p_party)) then
    raise exception 'nobody of this party' using errcode = 'RM409';
  end if;
  if exists (select 1 from jsonb_to_recordset(p_people) as p (account uuid) where p.account is not null and not exists (
    select 1 from remit.member m where m.workspace_id = here and m.account_id = p.account and m.party = p_party and (m.until is null or m.until > now()))) then
    raise exception 'no member of this party' using errcode = 'RM409';
  end if;
  delete from remit.signatory s where s.workspace_id = here and s.party = p_party;
  insert into remit.signatory (workspace_id, party, person, place, account, named_by)
    select here, p_party, j.one ->> 'person', j.n, (j.one ->> 'account')::uuid, me from jsonb_array_elements(p_people) with ordinality as j (one, n)
    on conflict (workspace_id, person) do update set party = excluded.party, place = excluded.place, account = excluded.account, named_by = excluded.named_by, named_at = now();
  return remit.write_entry(here, me, remit.own_party(), p_edit, p_what, '[]', '[]', null, null, p_salt, p_payload, now());
end
$$;

create function remit.set_sign_policy(p_order text[], p_weights jsonb, p_edit uuid, p_what text, p_salt bytea, p_payload bytea) returns bigint language plpgsql security definer set search_path = '' as $$
declare
  here uuid := remit.entered();
  me uuid := nullif(current_setting('remit.actor', true), '')::uuid;
  now_at bigint;
begin
  if here is null then raise exception 'not here' using errcode = 'RM404'; end if;
  if remit.entered_as() is distinct from 'owner' or not remit.entered_proved() then raise exception 'owners say' using errcode = 'RM403'; end if;
  select e.revision into now_at from remit.edit_log e where e.workspace_id = here and e.edit_id = p_edit and e.actor = me;
  if found then return now_at; end if;
  insert into remit.sign_policy (workspace_id, in_order, weights, set_by) values (here, p_order, p_weights, me)
    on conflict (workspace_id) do update set in_order = excluded.in_order, weights = excluded.weights, set_by = excluded.set_by, set_at = now();
  return remit.write_entry(here, me, remit.own_party(), p_edit, p_what, '[]', '[]', null, null, p_salt, p_payload, now());
end
$$;

-- Freezes a draft as it stood at a revision, as the next version, for everybody named to sign. `changed` where the draft
-- went on, in the way while another one waits for signatures, `gone` where a party has nobody to sign for it.
create function remit.offer_version(p_revision bigint, p_title text, p_matrix text, p_digest bytea, p_from date, p_until date, p_edit uuid, p_what text, p_salt bytea, p_payload bytea) returns table (number integer, revision bigint) language plpgsql security definer set search_path = '' as $$
declare
  here uuid := remit.entered();
  me uuid := nullif(current_setting('remit.actor', true), '')::uuid;
  mine text := remit.decides_for();
  moment timestamptz;
  stands bigint;
  made integer;
begin
  if remit.entered_as() not in ('owner', 'editor', 'approver') then raise exception 'may not offer' using errcode = 'RM403'; end if;
  select w.revision into stands from remit.workspace w where w.workspace_id = here for update;
  -- An answer that was lost on its way is given again.
  select v.number into made from remit.version v join remit.edit_log e on e.workspace_id = v.workspace_id and e.edit_id = p_edit and e.actor = me where v.workspace_id = here and v.offered_at = e.at;
  if found then return query select made, stands; return; end if;
  if stands <> p_revision then raise exception 'the draft went on' using errcode = 'RM412'; end if;
  if exists (select 1 from remit.version v where v.workspace_id = here and v.completed_at is null and v.refused_at is null and v.withdrawn_at is null) then raise exception 'one is offered' using errcode = 'RM409'; end if;
  -- Who was named and is no person of that party any more signs nothing.
  if (select count(distinct s.party) from remit.signatory s where s.workspace_id = here) < 2
    or exists (select 1 from remit.deciding(here) d where not exists (select 1 from remit.signatory s where s.workspace_id = here and s.party = d))
    or exists (select 1 from remit.signatory s where s.workspace_id = here and not exists (
      select 1 from remit.draft_item i where i.workspace_id = here and i.kind = 'person' and i.item_id = s.person and i.body ->> 'party' = s.party)) then
    raise exception 'somebody is missing' using errcode = 'RM410';
  end if;
  moment := date_trunc('milliseconds', clock_timestamp());
  select coalesce(max(v.number), 0) + 1 into made from remit.version v where v.workspace_id = here;
  insert into remit.version (workspace_id, number, revision, title, matrix, digest, valid_from, valid_until, offered_by, offered_for, offered_at)
    values (here, made, p_revision, p_title, p_matrix, p_digest, p_from, p_until, me, mine, moment);
  insert into remit.version_signatory (workspace_id, number, party, person, party_name, name, place, account)
    select here, made, s.party, s.person, p.body ->> 'name', i.body ->> 'name',
      case when o.in_order is null or o.in_order = '{}' then 0 else coalesce(array_position(o.in_order, s.party), 100) * 1000 + s.place end, s.account
    from remit.signatory s
    join remit.draft_item i on i.workspace_id = here and i.kind = 'person' and i.item_id = s.person
    join remit.draft_item p on p.workspace_id = here and p.kind = 'party' and p.item_id = s.party
    left join remit.sign_policy o on o.workspace_id = here
    where s.workspace_id = here;
  stands := remit.write_entry(here, me, mine, p_edit, p_what, '[]', '[]', null, null, p_salt, p_payload, moment);
  return query select made, stands;
end
$$;

-- The member who may sign a seat now: of its party, proved, and the person it is for or delegated to.
create function remit.signs_as(p_workspace uuid, p_number integer, p_person text) returns setof uuid language sql stable security definer set search_path = '' as $$
  select m.account_id from remit.version_signatory s
  join remit.member m on m.workspace_id = s.workspace_id and m.party = s.party and m.proved and (m.until is null or m.until > now())
    and case when s.delegate is not null then m.person = s.delegate else m.person = s.person or m.account_id = s.account end
  where s.workspace_id = p_workspace and s.number = p_number and s.person = p_person
    and (s.delegated_by = 'party' or exists (select 1 from remit.signatory g where g.workspace_id = s.workspace_id and g.party = s.party and g.person = s.person))
$$;

-- Whoever has to sign a version, what they did, and who cannot do anything just now.
create function remit.version_seats(p_number integer) returns table (number integer, party text, person text, party_name text, name text, place integer, delegate text, delegate_name text, reminded timestamptz, removed boolean, here boolean, own boolean) language sql stable security definer set search_path = '' as $$
  select s.number, s.party, s.person, s.party_name, s.name, s.place, s.delegate, s.delegate_name, s.reminded_at,
    s.delegated_by is distinct from 'party' and not exists (select 1 from remit.signatory g where g.workspace_id = s.workspace_id and g.party = s.party and g.person = s.person),
    exists (select 1 from remit.signs_as(s.workspace_id, s.number, s.person)),
    exists (select 1 from remit.signs_as(s.workspace_id, s.number, s.person) a where a = nullif(current_setting('remit.actor', true), '')::uuid)
  from remit.version_signatory s where s.workspace_id = remit.entered() and remit.entered_as() <> 'guest' and (p_number is null or s.number = p_number)
  order by s.number, s.place, s.party, s.name, s.person
$$;

-- The version one may sign or refuse now, locked. In the way where it is not open or it is not one's turn.
create function remit.open_version(p_number integer) returns remit.version language plpgsql security definer set search_path = '' as $$
declare found_version remit.version;
begin
  if remit.entered() is null then raise exception 'not here' using errcode = 'RM404'; end if;
  -- In the order in which everything else is locked: the workspace first.
  perform 1 from remit.workspace w where w.workspace_id = remit.entered() for update;
  select * into found_version from remit.version v where v.workspace_id = remit.entered() and v.number = p_number for update;
  if not found then raise exception 'no such version' using errcode = 'RM404'; end if;
  if found_version.completed_at is not null or found_version.refused_at is not null or found_version.withdrawn_at is not null then raise exception 'not open' using errcode = 'RM410'; end if;
  return found_version;
end
$$;

-- Puts a signature down: whoever calls has proved who signs. Complete with the last one.
create function remit.put_signature(p_version remit.version, p_person text, p_actor uuid, p_name text, p_digest bytea, p_how text, p_intent text, p_address text, p_agent text, p_edit uuid, p_what text, p_salt bytea, p_payload bytea) returns table (complete boolean, revision bigint, at timestamptz) language plpgsql security definer set search_path = '' as $$
declare
  seat remit.version_signatory;
  moment timestamptz := date_trunc('milliseconds', clock_timestamp());
  done boolean;
  now_at bigint;
begin
  select * into seat from remit.version_signatory s where s.workspace_id = p_version.workspace_id and s.number = p_version.number and s.person = p_person;
  if exists (select 1 from remit.signature g where g.workspace_id = seat.workspace_id and g.number = seat.number and (g.person = seat.person or g.account = p_actor)) then raise exception 'signed already' using errcode = 'RM409'; end if;
  if p_digest <> p_version.digest then raise exception 'another text' using errcode = 'RM412'; end if;
  if p_version.digest <> sha256(convert_to(p_version.matrix, 'UTF8')) then raise exception 'altered' using errcode = 'RM412'; end if;
  -- What is over before it begins is not signed any more.
  if p_version.valid_until is not null and moment >= (p_version.valid_until + 1)::timestamp at time zone 'UTC' then raise exception 'its time is over' using errcode = 'RM410'; end if;
  if exists (select 1 from remit.version_signatory o where o.workspace_id = seat.workspace_id and o.number = seat.number and o.place < seat.place
    and not exists (select 1 from remit.signature g where g.workspace_id = o.workspace_id and g.number = o.number and g.person = o.person)) then
    raise exception 'not their turn' using errcode = 'RM423';
  end if;
  insert into remit.signature (workspace_id, number, person, party, name, account, delegate, how, intent, digest, signed_at, address, agent)
    values (seat.workspace_id, seat.number, seat.person, seat.party, p_name, p_actor, seat.delegate, p_how, p_intent, p_digest, moment, p_address, p_agent);
  done := not exists (select 1 from remit.version_signatory o where o.workspace_id = seat.workspace_id and o.number = seat.number
    and not exists (select 1 from remit.signature g where g.workspace_id = o.workspace_id and g.number = o.number and g.person = o.person));
  if done then update remit.version v set completed_at = moment where v.workspace_id = seat.workspace_id and v.number = seat.number; end if;
  now_at := remit.write_entry(seat.workspace_id, p_actor, seat.party, p_edit, p_what, '[]', '[]', null, null, p_salt, p_payload, moment);
  return query select done, now_at, moment;
end
$$;

create function remit.sign_version(p_number integer, p_person text, p_digest bytea, p_how text, p_intent text, p_address text, p_agent text, p_edit uuid, p_what text, p_salt bytea, p_payload bytea) returns table (complete boolean, revision bigint, at timestamptz) language plpgsql security definer set search_path = '' as $$
declare
  me uuid := nullif(current_setting('remit.actor', true), '')::uuid;
  wanted remit.version;
begin
  if remit.entered() is null then raise exception 'not here' using errcode = 'RM404'; end if;
  if not exists (select 1 from remit.signs_as(remit.entered(), p_number, p_person) a where a = me) then raise exception 'not theirs to sign' using errcode = 'RM403'; end if;
  if exists (select 1 from remit.signature g where g.workspace_id = remit.entered() and g.number = p_number and g.person = p_person) then raise exception 'signed already' using errcode = 'RM409'; end if;
  wanted := remit.open_version(p_number);
  -- The lock may have waited: whoever left meanwhile signs no more.
  if not exists (select 1 from remit.signs_as(remit.entered(), p_number, p_person) a where a = me) then raise exception 'not theirs to sign' using errcode = 'RM403'; end if;
  return query select * from remit.put_signature(wanted, p_person, me, (select a.name from auth.account a where a.id = me), p_digest, p_how, p_intent, p_address, p_agent, p_edit, p_what, p_salt, p_payload);
end
$$;

create function remit.put_refusal(p_version remit.version, p_person text, p_actor uuid, p_name text, p_reason text, p_rows jsonb, p_edit uuid, p_what text, p_salt bytea, p_payload bytea) returns bigint language plpgsql security definer set search_path = '' as $$
declare
  moment timestamptz := date_trunc('milliseconds', clock_timestamp());
  seat remit.version_signatory;
begin
  select * into seat from remit.version_signatory s where s.workspace_id = p_version.workspace_id and s.number = p_version.number and s.person = p_person;
  if exists (select 1 from remit.signature g where g.workspace_id = seat.workspace_id and g.number = seat.number and g.person = seat.person) then raise exception 'signed already' using errcode = 'RM409'; end if;
  insert into remit.sign_refusal (workspace_id, number, person, party, name, account, reason, rows, refused_at) values (seat.workspace_id, seat.number, seat.person, seat.party, p_name, p_actor, p_reason, p_rows, moment);
  update remit.version v set refused_at = moment where v.workspace_id = seat.workspace_id and v.number = seat.number;
  return remit.write_entry(seat.workspace_id, p_actor, seat.party, p_edit, p_what, '[]', '[]', null, null, p_salt, p_payload, moment);
end
$$;
create function remit.refuse_version(p_number integer, p_person text, p_reason text, p_rows jsonb, p_edit uuid, p_what text, p_salt bytea, p_payload bytea) returns bigint language plpgsql security definer set search_path = '' as $$
declare
  me uuid := nullif(current_setting('remit.actor', true), '')::uuid;
  wanted remit.version;
begin
  if remit.entered() is null then raise exception 'not here' using errcode = 'RM404'; end if;
  if not exists (select 1 from remit.signs_as(remit.entered(), p_number, p_person) a where a = me) then raise exception 'not theirs to refuse' using errcode = 'RM403'; end if;
  wanted := remit.open_version(p_number);
  if not exists (select 1 from remit.signs_as(remit.entered(), p_number, p_person) a where a = me) then raise exception 'not theirs to refuse' using errcode = 'RM403'; end if;
  return remit.put_refusal(wanted, p_person, me, (select a.name from auth.account a where a.id = me), p_reason, p_rows, p_edit, p_what, p_salt, p_payload);
end
$$;

-- What waits is withdrawn by the party that offered it; what is signed by an owner of any party that signed it.
create function remit.withdraw_version(p_number integer, p_reason text, p_edit uuid, p_what text, p_salt bytea, p_payload bytea) returns table (revision bigint, at timestamptz, was_signed boolean, name text, party text) language plpgsql security definer set search_path = '' as $$
declare
  here uuid := remit.entered();
  me uuid := nullif(current_setting('remit.actor', true), '')::uuid;
  mine text := remit.decides_for();
  moment timestamptz;
  wanted remit.version;
  called text := (select a.name from auth.account a where a.id = me);
begin
  perform 1 from remit.workspace w where w.workspace_id = here for update;
  select * into wanted from remit.version v where v.workspace_id = here and v.number = p_number for update;
  if not found then raise exception 'no such version' using errcode = 'RM404'; end if;
  if wanted.withdrawn_at is not null or wanted.refused_at is not null then raise exception 'not open' using errcode = 'RM410'; end if;
  if wanted.completed_at is null and wanted.offered_for <> mine then raise exception 'theirs to withdraw' using errcode = 'RM403'; end if;
  if wanted.completed_at is not null and (remit.entered_as() <> 'owner' or not exists (select 1 from remit.signature g where g.workspace_id = here and g.number = p_number and g.party = mine)) then raise exception 'owners withdraw' using errcode = 'RM403'; end if;
  moment := date_trunc('milliseconds', clock_timestamp());
  update remit.version v set withdrawn_at = moment, withdrawn_by = me, withdrawn_for = mine, withdrawn_name = called, withdrawn_reason = p_reason where v.workspace_id = here and v.number = p_number;
  return query select remit.write_entry(here, me, mine, p_edit, p_what, '[]', '[]', null, null, p_salt, p_payload, moment), moment, wanted.completed_at is not null, called, mine;
end
$$;

create function remit.seal_offer(p_number integer, p_seal text, p_key text) returns void language sql security definer set search_path = '' as $$
  update remit.version v set offer_seal = p_seal, seal_key = p_key where v.workspace_id = remit.entered() and v.number = p_number and v.offer_seal is null
$$;
-- The seal comes in the transaction of the last signature, or of the withdrawal, and once.
create function remit.seal_version(p_number integer, p_seal text, p_key text) returns void language sql security definer set search_path = '' as $$
  update remit.version v set seal = p_seal, seal_key = p_key where v.workspace_id = remit.entered() and v.number = p_number and v.completed_at is not null and v.seal is null
$$;
create function remit.seal_withdrawal(p_number integer, p_seal text) returns void language sql security definer set search_path = '' as $$
  update remit.version v set withdrawal_seal = p_seal where v.workspace_id = remit.entered() and v.number = p_number and v.withdrawn_at is not null and v.withdrawal_seal is null
$$;

-- Hands a signature on to another person of the same party: whoever has to sign, or, where they cannot any more, somebody
-- who decides for their party.
create function remit.delegate_signature(p_number integer, p_person text, p_to text, p_edit uuid, p_what text, p_salt bytea, p_payload bytea) returns bigint language plpgsql security definer set search_path = '' as $$
declare
  here uuid := remit.entered();
  me uuid := nullif(current_setting('remit.actor', true), '')::uuid;
  wanted remit.version := remit.open_version(p_number);
  seat remit.version_signatory;
  other record;
  now_at bigint;
begin
  select e.revision into now_at from remit.edit_log e where e.workspace_id = here and e.edit_id = p_edit and e.actor = me;
  if found then return now_at; end if;
  select * into seat from remit.version_signatory s where s.workspace_id = here and s.number = p_number and s.person = p_person for update;
  if not found then raise exception 'nobody' using errcode = 'RM404'; end if;
  if exists (select 1 from remit.signature g where g.workspace_id = here and g.number = p_number and g.person = p_person) then raise exception 'signed already' using errcode = 'RM409'; end if;
  if not exists (select 1 from remit.signs_as(here, p_number, p_person) a where a = me)
    and not (seat.party = remit.sealed_party() and remit.entered_as() in ('owner', 'approver') and not exists (select 1 from remit.signs_as(here, p_number, p_person))) then
    raise exception 'not theirs to hand on' using errcode = 'RM403';
  end if;
  -- As the matrix that is signed has them.
  select x.value ->> 'name' as name, x.value ->> 'party' as party into other from jsonb_array_elements(wanted.matrix::jsonb -> 'people') x where x.value ->> 'id' = p_to;
  if not found or other.party <> seat.party or p_to = seat.person or exists (select 1 from remit.version_signatory s where s.workspace_id = here and s.number = p_number and (s.person = p_to or s.delegate = p_to)) then raise exception 'nobody else of this party' using errcode = 'RM423'; end if;
  -- Depth one: it is handed on by whose it was, not by whom it came to.
  if seat.delegate is not null and exists (select 1 from remit.signs_as(here, p_number, p_person) a where a = me) then raise exception 'handed on once' using errcode = 'RM403'; end if;
  update remit.version_signatory s set delegate = p_to, delegate_name = other.name, delegated_at = now(), delegated_by = case when exists (select 1 from remit.signs_as(here, p_number, p_person) a where a = me) then 'signatory' else 'party' end
    where s.workspace_id = here and s.number = p_number and s.person = p_person;
  return remit.write_entry(here, me, seat.party, p_edit, p_what, '[]', '[]', null, null, p_salt, p_payload, now());
end
$$;

-- The parties of the draft: which decide here, and whose signatories whoever asks may name.
create function remit.signing_parties() returns table (party text, deciding boolean, nameable boolean) language sql stable security definer set search_path = '' as $$
  select i.item_id, i.item_id in (select remit.deciding(remit.entered())), remit.entered_proved() and remit.entered_as() in ('owner', 'approver') and remit.may_name_for(i.item_id, null)
  from remit.draft_item i where i.workspace_id = remit.entered() and i.kind = 'party' and remit.entered_as() <> 'guest'
$$;

-- A version with all that belongs to it. `sound`: its text is the one that was offered, and signed.
create function remit.version_whole(p_workspace uuid, p_number integer) returns jsonb language sql stable security definer set search_path = '' as $$
  select jsonb_build_object('workspace', v.workspace_id, 'number', v.number, 'revision', v.revision, 'title', v.title, 'matrix', v.matrix, 'digest', encode(v.digest, 'hex'), 'validFrom', v.valid_from, 'validUntil', v.valid_until,
    'offeredBy', v.offered_by, 'offeredFor', v.offered_for, 'offeredAt', remit.instant(v.offered_at), 'completedAt', remit.instant(v.completed_at), 'refusedAt', remit.instant(v.refused_at),
    'withdrawn', case when v.withdrawn_at is null then null else jsonb_build_object('party', v.withdrawn_for, 'name', v.withdrawn_name, 'reason', v.withdrawn_reason, 'at', remit.instant(v.withdrawn_at), 'seal', coalesce(v.withdrawal_seal, '')) end,
    'offerSeal', coalesce(v.offer_seal, ''), 'seal', coalesce(v.seal, ''), 'key', coalesce(v.seal_key, ''),
    'required', (select coalesce(jsonb_agg(jsonb_build_object('party', s.party, 'partyName', s.party_name, 'person', s.person, 'name', s.name) order by s.place, s.party, s.name, s.person), '[]') from remit.version_signatory s where s.workspace_id = v.workspace_id and s.number = v.number),
    'signatures', (select coalesce(jsonb_agg(jsonb_strip_nulls(jsonb_build_object('party', g.party, 'person', g.person, 'name', g.name, 'account', g.account, 'delegate', g.delegate, 'how', g.how, 'intent', g.intent, 'at', remit.instant(g.signed_at), 'digest', encode(g.digest, 'hex'), 'address', g.address, 'agent', g.agent)) order by g.signed_at, g.person), '[]') from remit.signature g where g.workspace_id = v.workspace_id and g.number = v.number),
    'refusals', (select coalesce(jsonb_agg(jsonb_build_object('party', r.party, 'person', r.person, 'name', r.name, 'reason', r.reason, 'rows', r.rows, 'at', remit.instant(r.refused_at)) order by r.refused_at), '[]') from remit.sign_refusal r where r.workspace_id = v.workspace_id and r.number = v.number))
  from remit.version v where v.workspace_id = p_workspace and v.number = p_number
$$;
create function remit.whole_version(p_number integer) returns jsonb language sql stable security definer set search_path = '' as $$
  select remit.version_whole(remit.entered(), p_number) where remit.entered_as() <> 'guest'
$$;

revoke all on function remit.signing_parties(), remit.version_whole(uuid, integer), remit.whole_version(integer), remit.instant(timestamptz), remit.name_signatories(text, jsonb, uuid, text, bytea, bytea), remit.set_sign_policy(text[], jsonb, uuid, text, bytea, bytea), remit.offer_version(bigint, text, text, bytea, date, date, uuid, text, bytea, bytea), remit.signs_as(uuid, integer, text), remit.version_seats(integer), remit.open_version(integer),
  remit.put_signature(remit.version, text, uuid, text, bytea, text, text, text, text, uuid, text, bytea, bytea), remit.sign_version(integer, text, bytea, text, text, text, text, uuid, text, bytea, bytea), remit.put_refusal(remit.version, text, uuid, text, text, jsonb, uuid, text, bytea, bytea), remit.refuse_version(integer, text, text, jsonb, uuid, text, bytea, bytea),
  remit.withdraw_version(integer, text, uuid, text, bytea, bytea), remit.seal_offer(integer, text, text), remit.seal_version(integer, text, text), remit.seal_withdrawal(integer, text), remit.delegate_signature(integer, text, text, uuid, text, bytea, bytea) from public;
grant execute on function remit.signing_parties(), remit.whole_version(integer), remit.instant(timestamptz), remit.name_signatories(text, jsonb, uuid, text, bytea, bytea), remit.set_sign_policy(text[], jsonb, uuid, text, bytea, bytea), remit.offer_version(bigint, text, text, bytea, date, date, uuid, text, bytea, bytea), remit.version_seats(integer), remit.sign_version(integer, text, bytea, text, text, text, text, uuid, text, bytea, bytea),
  remit.refuse_version(integer, text, text, jsonb, uuid, text, bytea, bytea), remit.withdraw_version(integer, text, uuid, text, bytea, bytea), remit.seal_offer(integer, text, text), remit.seal_version(integer, text, text), remit.seal_withdrawal(integer, text), remit.delegate_signature(integer, text, text, uuid, text, bytea, bytea) to remit_app;
