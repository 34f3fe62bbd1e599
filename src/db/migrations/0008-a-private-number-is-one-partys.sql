-- Contacts, absences, swaps, delegations and changes of holders become items of their own: two people who write in the
-- directory at once no longer meet. The value of a private contact lies beside the draft, and only its party sees it.
with lists (kind, field) as (values ('contact', 'contacts'), ('absence', 'absences'), ('swap', 'swaps'), ('delegation', 'delegations'), ('holder-change', 'holderChanges')),
taken as (
  select m.workspace_id, l.kind, e.item, e.place, m.revision,
    row_number() over (partition by m.workspace_id, l.kind, e.item ->> 'id' order by e.place) as nth
  from remit.draft_matrix m
  cross join lists l
  cross join lateral jsonb_array_elements(coalesce(m.body -> 'directory' -> l.field, '[]')) with ordinality as e (item, place)
)
insert into remit.draft_item (workspace_id, kind, item_id, place, body, revision)
  select workspace_id, kind, item ->> 'id' || case when nth = 1 then '' else '.' || nth end, place,
    case when nth = 1 then item else jsonb_set(item, '{id}', to_jsonb(item ->> 'id' || '.' || nth)) end, revision
  from taken;
update remit.draft_matrix set body = body - 'directory' where body ? 'directory';

create table remit.private_contact (
  workspace_id uuid not null references remit.workspace on delete cascade,
  contact_id text not null check (length(contact_id) between 1 and 120),
  party text not null,
  value text not null check (length(value) between 1 and 1000),
  kept_by uuid not null,
  kept_at timestamptz not null default now(),
  primary key (workspace_id, contact_id)
);
alter table remit.private_contact enable row level security;
alter table remit.private_contact force row level security;
do $$ begin
  execute format('create policy owner on remit.private_contact to %I using (true) with check (true)', current_user);
end $$;
create policy seen on remit.private_contact for select to remit_app using (workspace_id = (select remit.entered()) and party = (select remit.entered_party()) and (select remit.entered_as()) <> 'guest');
grant select on remit.private_contact to remit_app;

-- Whether this actor may keep something for a party: their own, or one that nobody speaks for yet.
create function remit.may_keep_for(p_party text) returns boolean language sql stable security definer set search_path = '' as $$
  select p_party is not distinct from remit.entered_party()
    or not exists (select 1 from remit.member m where m.workspace_id = remit.entered() and m.party = p_party and (m.until is null or m.until > now()))
$$;

-- `p_values`: a list of objects with contact, party and value. The other party's value is never written over.
create function remit.keep_private(p_values jsonb) returns void language plpgsql security definer set search_path = '' as $$
declare v record;
begin
  if remit.entered() is null then raise exception 'not here' using errcode = 'RM404'; end if;
  if not remit.may_edit() then raise exception 'may not edit' using errcode = 'RM403'; end if;
  for v in select * from jsonb_to_recordset(p_values) as j (contact text, party text, value text) loop
    if v.party is null or not remit.may_keep_for(v.party) then raise exception 'theirs to keep' using errcode = 'RM403'; end if;
    insert into remit.private_contact as k (workspace_id, contact_id, party, value, kept_by)
      values (remit.entered(), v.contact, v.party, v.value, current_setting('remit.actor')::uuid)
      on conflict (workspace_id, contact_id) do update set party = excluded.party, value = excluded.value, kept_by = excluded.kept_by, kept_at = now()
        where remit.may_keep_for(k.party);
    if not found then raise exception 'theirs to keep' using errcode = 'RM403'; end if;
  end loop;
end
$$;
revoke all on function remit.may_keep_for(text), remit.keep_private(jsonb) from public;
grant execute on function remit.may_keep_for(text), remit.keep_private(jsonb) to remit_app;
