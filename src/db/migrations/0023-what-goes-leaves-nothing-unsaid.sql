-- What is erased is erased with a word about it: the entry that says which words are gone keeps its own. And the value
-- of a private contact goes with its contact, and stays behind when the contact becomes another's.
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
    where l.workspace_id = here and l.revision = any (p_revisions) and l.leaf is not null and l.salt is not null and (l.party is null or l.party = mine)
      and not (l.edits = '[]' and starts_with(l.what, 'erase the words of no. '));
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

-- Entries without words, for the server's own look: each has to be spoken of by a later one.
create function remit.wordless_of(p_workspace uuid, p_after bigint, p_most integer) returns table (revision bigint, party text) language sql stable security definer set search_path = '' as $$
  select l.revision, l.party from remit.edit_log l where l.workspace_id = p_workspace and l.revision > p_after and l.leaf is not null and l.salt is null order by l.revision limit p_most
$$;
revoke all on function remit.wordless_of(uuid, bigint, integer) from public;
grant execute on function remit.wordless_of(uuid, bigint, integer) to remit_app;

-- Whose number or address it is: the person or role of the contact it was kept for.
alter table remit.private_contact add column whose text;
update remit.private_contact k set whose = coalesce(i.body ->> 'person', i.body ->> 'role') from remit.draft_item i
  where i.workspace_id = k.workspace_id and i.kind = 'contact' and i.item_id = k.contact_id;
-- Values whose contact is gone already.
delete from remit.private_contact k where not exists (select 1 from remit.draft_item i where i.workspace_id = k.workspace_id and i.kind = 'contact' and i.item_id = k.contact_id);

-- A contact that goes takes its value along: nobody has to ask for it.
drop function remit.drop_private(text[]);

-- `p_values`: objects with contact, party, value, and whose it is where the draft does not say so yet.
create or replace function remit.keep_private(p_values jsonb) returns void language plpgsql security definer set search_path = '' as $$
declare v record;
begin
  if remit.entered() is null then raise exception 'not here' using errcode = 'RM404'; end if;
  if not remit.may_edit() then raise exception 'may not edit' using errcode = 'RM403'; end if;
  for v in select * from jsonb_to_recordset(p_values) as j (contact text, party text, value text, whose text) loop
    if v.party is null or not remit.may_keep_for(v.party) then raise exception 'theirs to keep' using errcode = 'RM403'; end if;
    insert into remit.private_contact as k (workspace_id, contact_id, party, value, kept_by, whose)
      values (remit.entered(), v.contact, v.party, v.value, current_setting('remit.actor')::uuid,
        coalesce(v.whose, (select coalesce(i.body ->> 'person', i.body ->> 'role') from remit.draft_item i where i.workspace_id = remit.entered() and i.kind = 'contact' and i.item_id = v.contact)))
      on conflict (workspace_id, contact_id) do update set party = excluded.party, value = excluded.value, whose = excluded.whose, kept_by = excluded.kept_by, kept_at = now()
        where remit.may_keep_for(k.party);
    if not found then raise exception 'theirs to keep' using errcode = 'RM403'; end if;
  end loop;
end
$$;

-- Takes away the values of contacts that went, that are another person's now, or whose person speaks for another party.
-- What was kept anew for the change itself is already the new one's, and stays.
create function remit.forget_private(p_workspace uuid, p_changed jsonb, p_gone jsonb) returns void language sql as $$
  delete from remit.private_contact k using jsonb_to_recordset(p_gone) as g (kind text, id text)
    where k.workspace_id = p_workspace and g.kind = 'contact' and k.contact_id = g.id;
  delete from remit.private_contact k using jsonb_to_recordset(p_changed) as c (kind text, id text, body jsonb)
    where k.workspace_id = p_workspace and c.kind = 'contact' and k.contact_id = c.id and k.whose <> coalesce(c.body ->> 'person', c.body ->> 'role');
  delete from remit.private_contact k using jsonb_to_recordset(p_changed) as c (kind text, id text, body jsonb), remit.draft_item i
    where k.workspace_id = p_workspace and c.kind in ('person', 'role') and c.body ->> 'party' <> k.party
      and i.workspace_id = p_workspace and i.kind = 'contact' and i.item_id = k.contact_id and coalesce(i.body ->> 'person', i.body ->> 'role') = c.id
      and (c.kind = 'person') = (i.body ? 'person');
$$;
revoke all on function remit.forget_private(uuid, jsonb, jsonb) from public;

create or replace function remit.write_rows(p_workspace uuid, p_now bigint, p_new jsonb, p_changed jsonb, p_gone jsonb, p_matrix jsonb) returns void language plpgsql as $$
declare done bigint;
begin
  if jsonb_array_length(p_changed) > 0 then
    update remit.draft_item i set place = p.place, body = p.body, revision = p_now
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
      select p_workspace, p.kind, p.id, p.place, p.body, p_now from jsonb_to_recordset(p_new) as p (kind text, id text, place double precision, body jsonb)
      on conflict do nothing;
    get diagnostics done = row_count;
    if done <> jsonb_array_length(p_new) then raise exception 'stale' using errcode = 'RM409'; end if;
  end if;
  if p_matrix is not null then
    update remit.draft_matrix m set body = p_matrix -> 'body', revision = p_now
      where m.workspace_id = p_workspace and m.revision = (p_matrix ->> 'was')::bigint;
    if not found then raise exception 'stale' using errcode = 'RM409'; end if;
  end if;
  if p_gone @> '[{"kind": "contact"}]' or p_changed @> '[{"kind": "contact"}]' or p_changed @> '[{"kind": "person"}]' or p_changed @> '[{"kind": "role"}]' then
    perform remit.forget_private(p_workspace, p_changed, p_gone);
  end if;
end
$$;
