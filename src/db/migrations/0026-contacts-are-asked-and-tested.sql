-- Numbers grow old: a person is asked by link whether theirs are still correct, and a way to reach somebody is tried out.
-- A link opens nothing but that person's own numbers, is answered once, and lives only while its maker may ask.
create table remit.contact_check (
  workspace_id uuid not null references remit.workspace on delete cascade,
  check_id uuid not null default gen_random_uuid(),
  -- `correct`: all numbers of a person; `test`: a message really sent; `call`: tried by hand, and written down here.
  kind text not null check (kind in ('correct', 'test', 'call')),
  token_hash bytea unique check (length(token_hash) = 32),
  person text not null check (length(person) between 1 and 120),
  contact text check (length(contact) between 1 and 120),
  party text not null check (length(party) between 1 and 120),
  made_by uuid not null,
  made_at timestamptz not null default now(),
  expires_at timestamptz,
  mailed boolean not null default false,
  ended_at timestamptz,
  answered_at timestamptz,
  result text check (result in ('correct', 'changed', 'received', 'reached', 'not-reached')),
  primary key (workspace_id, check_id),
  check ((token_hash is null) = (kind = 'call') and (contact is null) = (kind = 'correct'))
);
create index contact_check_of_person on remit.contact_check (workspace_id, person, made_at desc);
-- A value somebody says is theirs now, until an editor of their party takes it over. It is forgotten with the answer.
create table remit.contact_claim (
  workspace_id uuid not null,
  claim_id uuid not null default gen_random_uuid(),
  check_id uuid not null,
  contact text not null check (length(contact) between 1 and 120),
  person text not null,
  party text not null,
  value text check (length(value) between 1 and 300),
  made_at timestamptz not null default now(),
  answered_at timestamptz,
  answered_by uuid,
  accepted boolean,
  primary key (workspace_id, claim_id),
  foreign key (workspace_id, check_id) references remit.contact_check on delete cascade
);
-- A party that wants its people asked every so often, without anybody remembering it.
create table remit.contact_schedule (
  workspace_id uuid not null references remit.workspace on delete cascade,
  party text not null check (length(party) between 1 and 120),
  days integer not null check (days between 7 and 730),
  set_by uuid not null,
  next_at timestamptz not null,
  primary key (workspace_id, party)
);
do $$
declare t text;
begin
  foreach t in array array['contact_check', 'contact_claim', 'contact_schedule'] loop
    execute format('alter table remit.%I enable row level security', t);
    execute format('alter table remit.%I force row level security', t);
    execute format('create policy owner on remit.%I to %I using (true) with check (true)', t, current_user);
  end loop;
end $$;
create policy seen on remit.contact_check for select to remit_app using (workspace_id = (select remit.entered()) and (select remit.entered_as()) <> 'guest' and remit.may_keep_for(party));
create policy seen on remit.contact_claim for select to remit_app using (workspace_id = (select remit.entered()) and (select remit.may_edit()) and remit.may_keep_for(party));
create policy seen on remit.contact_schedule for select to remit_app using (workspace_id = (select remit.entered()) and (select remit.entered_as()) <> 'guest' and remit.may_keep_for(party));
grant select (workspace_id, check_id, kind, person, contact, party, made_by, made_at, expires_at, mailed, ended_at, answered_at, result) on remit.contact_check to remit_app;
grant select on remit.contact_claim, remit.contact_schedule to remit_app;

-- What is known of somebody's numbers goes with the number, and with the person.
create function remit.forget_checks() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if old.kind = 'person' then
    delete from remit.contact_check c where c.workspace_id = old.workspace_id and c.person = old.item_id;
  else
    delete from remit.contact_claim c where c.workspace_id = old.workspace_id and c.contact = old.item_id;
    delete from remit.contact_check c where c.workspace_id = old.workspace_id and c.contact = old.item_id;
  end if;
  return null;
end
$$;
create trigger forget_checks after delete on remit.draft_item for each row when (old.kind in ('person', 'contact')) execute function remit.forget_checks();

-- The party of a person of the draft, where whoever acts may look after their numbers.
create function remit.asks_for(p_person text) returns text language plpgsql stable security definer set search_path = '' as $$
declare theirs text;
begin
  if remit.entered() is null then raise exception 'not here' using errcode = 'RM404'; end if;
  if not remit.may_edit() then raise exception 'may not ask' using errcode = 'RM403'; end if;
  select i.body ->> 'party' into theirs from remit.draft_item i where i.workspace_id = remit.entered() and i.kind = 'person' and i.item_id = p_person;
  if theirs is null then raise exception 'nobody' using errcode = 'RM404'; end if;
  if not remit.may_keep_for(theirs) then raise exception 'their side asks' using errcode = 'RM403'; end if;
  return theirs;
end
$$;
create function remit.ask_contact(p_token bytea, p_kind text, p_person text, p_contact text, p_mailed boolean, p_until timestamptz) returns uuid language plpgsql security definer set search_path = '' as $$
declare
  theirs text := remit.asks_for(p_person);
  made uuid;
begin
  update remit.contact_check c set ended_at = now()
    where c.workspace_id = remit.entered() and c.person = p_person and c.kind = p_kind and c.contact is not distinct from p_contact and c.answered_at is null and c.ended_at is null;
  insert into remit.contact_check (workspace_id, kind, token_hash, person, contact, party, made_by, mailed, expires_at)
    values (remit.entered(), p_kind, p_token, p_person, p_contact, theirs, current_setting('remit.actor')::uuid, p_mailed, p_until) returning check_id into made;
  return made;
end
$$;
-- Somebody called, or wrote, by hand.
create function remit.note_call(p_check uuid, p_person text, p_contact text, p_reached boolean) returns void language plpgsql security definer set search_path = '' as $$
declare
  theirs text := remit.asks_for(p_person);
  said text := case when p_reached then 'reached' else 'not-reached' end;
begin
  insert into remit.contact_check (workspace_id, check_id, kind, person, contact, party, made_by, answered_at, result)
    values (remit.entered(), p_check, 'call', p_person, p_contact, theirs, current_setting('remit.actor')::uuid, now(), said) on conflict do nothing;
  if found then perform remit.tell_webhooks(remit.entered(), 'contact.tested', theirs, jsonb_build_object('person', p_person, 'contact', p_contact, 'how', 'by-hand', 'result', said, 'by', current_setting('remit.actor'))); end if;
end
$$;

-- What a link is about, while it lives. `own`: whoever asks is the member the person is linked to.
create function remit.contact_check_of(p_token bytea, p_account uuid) returns table (id uuid, workspace uuid, workspace_name text, kind text, person text, contact text, maker uuid, maker_name text, until timestamptz, own boolean) language sql stable security definer set search_path = '' as $$
  select c.check_id, c.workspace_id, w.name, c.kind, c.person, c.contact, c.made_by, a.name, c.expires_at,
    exists (select 1 from remit.member o where o.workspace_id = c.workspace_id and o.account_id = p_account and o.person = c.person and (o.until is null or o.until > now()))
  from remit.contact_check c
  join remit.workspace w on w.workspace_id = c.workspace_id
  join remit.member m on m.workspace_id = c.workspace_id and m.account_id = c.made_by and m.role in ('owner', 'editor') and (m.until is null or m.until > now())
    and ((m.party = c.party and m.proved) or not exists (select 1 from remit.member o where o.workspace_id = c.workspace_id and o.party = c.party and (o.until is null or o.until > now())))
  join remit.draft_item i on i.workspace_id = c.workspace_id and i.kind = 'person' and i.item_id = c.person and i.body ->> 'party' = c.party
  left join auth.account a on a.id = c.made_by
  where c.token_hash = p_token and c.answered_at is null and c.ended_at is null and c.expires_at > now()
$$;
-- The answer, once. `p_claims`: contact and value of what is another one now, for an editor to take over.
create function remit.answer_contact_check(p_token bytea, p_result text, p_contacts text[], p_claims jsonb) returns boolean language plpgsql security definer set search_path = '' as $$
declare c remit.contact_check;
begin
  if not exists (select 1 from remit.contact_check_of(p_token, null)) then return false; end if;
  update remit.contact_check x set answered_at = now(), result = p_result where x.token_hash = p_token and x.answered_at is null returning * into c;
  if not found then return false; end if;
  insert into remit.contact_claim (workspace_id, check_id, contact, person, party, value)
    select c.workspace_id, c.check_id, j.contact, c.person, c.party, j.value from jsonb_to_recordset(p_claims) as j (contact text, value text);
  if c.kind = 'test' then perform remit.tell_webhooks(c.workspace_id, 'contact.tested', c.party, jsonb_build_object('person', c.person, 'contact', c.contact, 'how', 'message', 'result', p_result, 'by', c.made_by));
  else perform remit.tell_webhooks(c.workspace_id, 'contact.confirmed', c.party, jsonb_build_object('person', c.person, 'contacts', p_contacts, 'claims', jsonb_array_length(p_claims), 'result', p_result, 'by', c.made_by)); end if;
  return true;
end
$$;
create function remit.answer_claim(p_claim uuid, p_accept boolean) returns boolean language plpgsql security definer set search_path = '' as $$
declare theirs text;
begin
  if remit.entered() is null then raise exception 'not here' using errcode = 'RM404'; end if;
  if not remit.may_edit() then raise exception 'may not' using errcode = 'RM403'; end if;
  select c.party into theirs from remit.contact_claim c where c.workspace_id = remit.entered() and c.claim_id = p_claim;
  if theirs is null or not remit.may_keep_for(theirs) then raise exception 'no such claim' using errcode = 'RM404'; end if;
  update remit.contact_claim c set answered_at = now(), answered_by = current_setting('remit.actor')::uuid, accepted = p_accept, value = null
    where c.workspace_id = remit.entered() and c.claim_id = p_claim and c.answered_at is null;
  return found;
end
$$;

-- `p_days` null: not any more.
create function remit.schedule_contacts(p_party text, p_days integer) returns void language plpgsql security definer set search_path = '' as $$
begin
  if remit.entered() is null then raise exception 'not here' using errcode = 'RM404'; end if;
  if not remit.may_edit() or not remit.may_keep_for(p_party) then raise exception 'their side asks' using errcode = 'RM403'; end if;
  if not exists (select 1 from remit.draft_item i where i.workspace_id = remit.entered() and i.kind = 'party' and i.item_id = p_party) then raise exception 'no such party' using errcode = 'RM404'; end if;
  if p_days is null then delete from remit.contact_schedule s where s.workspace_id = remit.entered() and s.party = p_party;
  else insert into remit.contact_schedule (workspace_id, party, days, set_by, next_at) values (remit.entered(), p_party, p_days, current_setting('remit.actor')::uuid, now())
    on conflict (workspace_id, party) do update set days = excluded.days, set_by = excluded.set_by, next_at = least(remit.contact_schedule.next_at, now() + make_interval(days => excluded.days)); end if;
end
$$;
-- The next party whose people are asked now; its turn comes again afterwards, whatever becomes of this one.
create function remit.take_contact_schedule() returns table (workspace uuid, party text, account uuid, days integer) language sql security definer set search_path = '' as $$
  update remit.contact_schedule s set next_at = now() + make_interval(days => s.days)
  where (s.workspace_id, s.party) = (
    select d.workspace_id, d.party from remit.contact_schedule d
    join remit.member m on m.workspace_id = d.workspace_id and m.account_id = d.set_by and m.role in ('owner', 'editor') and (m.until is null or m.until > now())
    where d.next_at <= now() order by d.next_at limit 1 for update of d skip locked)
  returning s.workspace_id, s.party, s.set_by, s.days
$$;

revoke all on function remit.forget_checks(), remit.asks_for(text), remit.ask_contact(bytea, text, text, text, boolean, timestamptz), remit.note_call(uuid, text, text, boolean), remit.contact_check_of(bytea, uuid), remit.answer_contact_check(bytea, text, text[], jsonb), remit.answer_claim(uuid, boolean), remit.schedule_contacts(text, integer), remit.take_contact_schedule() from public;
grant execute on function remit.ask_contact(bytea, text, text, text, boolean, timestamptz), remit.note_call(uuid, text, text, boolean), remit.contact_check_of(bytea, uuid), remit.answer_contact_check(bytea, text, text[], jsonb), remit.answer_claim(uuid, boolean), remit.schedule_contacts(text, integer), remit.take_contact_schedule() to remit_app;
