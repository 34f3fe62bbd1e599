-- An entry says how many bytes its words and its way back are, so that nobody who reads the log takes more into memory
-- than they meant to: a log of huge commands is read in as many pieces as it needs.
alter table remit.edit_log add column size integer not null default 0;
-- Written into the rows as the table is laid out anew, once.
alter table remit.edit_log alter column size type integer using octet_length(edits::text) + octet_length(undo::text);

create or replace function remit.write_entry(p_workspace uuid, p_actor uuid, p_party text, p_edit uuid, p_what text, p_edits jsonb, p_undo jsonb, p_undoes bigint, p_page uuid, p_salt bytea, p_payload bytea, p_at timestamptz) returns bigint
language plpgsql as $$
declare now_at bigint;
begin
  update remit.workspace w set revision = w.revision + 1 where w.workspace_id = p_workspace returning w.revision into now_at;
  insert into remit.edit_log (workspace_id, revision, edit_id, actor, what, edits, undo, undoes, page, at, party, salt, payload_hash, size, leaf)
    values (p_workspace, now_at, p_edit, p_actor, p_what, p_edits, p_undo, p_undoes, p_page, p_at, p_party, p_salt, p_payload, octet_length(p_edits::text) + octet_length(p_undo::text),
      sha256(convert_to(concat_ws(E'\n', 'remit-entry-1', p_workspace::text, now_at::text, remit.moment(p_at), p_actor::text, coalesce(p_party, ''), coalesce(p_page::text, ''), p_edit::text, coalesce(p_undoes::text, ''), encode(p_payload, 'hex')), 'UTF8')));
  if p_edits <> '[]' then
    insert into remit.edit_touch (workspace_id, kind, item_id, revision)
      select p_workspace, t.kind, t.item_id, now_at from remit.items_touched(p_edits) t where t.kind is not null and t.item_id is not null;
  end if;
  return now_at;
end
$$;

drop function remit.words_of(uuid, bigint, integer, bigint);
create function remit.words_of(p_workspace uuid, p_after bigint, p_most integer, p_bytes bigint) returns table (revision bigint, party text, salt bytea, payload_hash bytea, what text, edits jsonb)
language sql stable security definer set search_path = '' as $$
  select s.revision, s.party, s.salt, s.payload_hash, s.what, s.edits
  from (
    select l.*, sum(l.size) over (order by l.revision) as held, row_number() over (order by l.revision) as n
    from (select * from remit.edit_log e where e.workspace_id = p_workspace and e.revision > p_after and e.leaf is not null and e.salt is not null order by e.revision limit p_most) l
  ) s where s.n = 1 or s.held <= p_bytes order by s.revision
$$;
revoke all on function remit.words_of(uuid, bigint, integer, bigint) from public;
grant execute on function remit.words_of(uuid, bigint, integer, bigint) to remit_app;
