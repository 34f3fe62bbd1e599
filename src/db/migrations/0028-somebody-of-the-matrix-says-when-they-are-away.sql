-- Whoever is somebody of the matrix says when they are away, and takes a turn they were asked to take, in their own name and without being an editor.
create function remit.says_of_self(p_workspace uuid, p_person text, p_edit uuid, p_new jsonb, p_changed jsonb, p_gone jsonb, p_matrix jsonb) returns boolean language sql stable security definer set search_path = '' as $$
  select p_person is not null and p_matrix is null and jsonb_array_length(p_new || p_changed || p_gone) > 0
    and not exists (
      select 1 from jsonb_to_recordset(p_new) as p (kind text, body jsonb) where not coalesce(
        (p.kind = 'absence' and p.body ->> 'person' = p_person)
        or (p.kind = 'swap' and exists (
          select 1 from remit.swap_request r where r.workspace_id = p_workspace and r.request_id = p_edit and r.answer is null and r.ends > now()
            and r.in_person = p_person and r.in_person = p.body ->> 'in' and r.out_person = p.body ->> 'out' and r.rotation = p.body ->> 'rotation'
            and r.starts = (p.body ->> 'from')::timestamptz and r.ends = (p.body ->> 'until')::timestamptz)), false))
    and not exists (
      select 1 from (
        select p.kind, p.id, p.body from jsonb_to_recordset(p_changed) as p (kind text, id text, body jsonb)
        union all select p.kind, p.id, null from jsonb_to_recordset(p_gone) as p (kind text, id text)) c
      left join remit.draft_item i on i.workspace_id = p_workspace and i.kind = c.kind and i.item_id = c.id
      where not coalesce(c.kind = 'absence' and i.body ->> 'person' = p_person and (c.body is null or c.body ->> 'person' = p_person), false))
$$;
revoke all on function remit.says_of_self(uuid, text, uuid, jsonb, jsonb, jsonb, jsonb) from public;
create or replace function remit.commit_edit(p_actor uuid, p_session bytea, p_workspace uuid, p_edit uuid, p_what text, p_edits jsonb, p_undo jsonb, p_undoes bigint, p_new jsonb, p_changed jsonb, p_gone jsonb, p_matrix jsonb, p_page uuid, p_salt bytea, p_payload bytea)
returns table (revision bigint, at timestamptz) language plpgsql security definer set search_path = '' set enable_hashjoin = off set enable_mergejoin = off as $$
declare
  now_at bigint;
  for_party text;
  made timestamptz := now();
  touched text[];
  editor boolean;
  own text;
begin
  if p_session is not null then
    perform 1 from auth.session s where s.token_hash = p_session and s.account_id = p_actor and s.expires_at > now();
    if not found then
      perform 1 from remit.api_key k where k.token_hash = p_session and k.workspace_id = p_workspace and k.account_id = p_actor
        and 'edit' = any (k.scopes) and k.revoked_at is null and k.expires_at > now();
      if not found then raise exception 'signed out' using errcode = 'RM401'; end if;
    end if;
    if exists (select 1 from remit.sign_in_rule r where r.workspace_id = p_workspace) and remit.barred(p_session, p_workspace) then raise exception 'a second factor is wanted' using errcode = 'RM403'; end if;
  end if;
  select m.party, m.role in ('owner', 'editor'), m.person into for_party, editor, own from remit.member m
    where m.workspace_id = p_workspace and m.account_id = p_actor and (m.until is null or m.until > now());
  if not found or not (editor or remit.says_of_self(p_workspace, own, p_edit, p_new, p_changed, p_gone, p_matrix)) then raise exception 'may not edit' using errcode = 'RM403'; end if;
  now_at := remit.write_entry(p_workspace, p_actor, for_party, p_edit, p_what, p_edits, p_undo, p_undoes, p_page, p_salt, p_payload, made);
  if exists (select 1 from remit.agreed_row a where a.workspace_id = p_workspace) then
    select array_agg(i.item_id) into touched from remit.draft_item i
      join (select p.id, p.body from jsonb_to_recordset(p_changed) as p (kind text, id text, body jsonb) where p.kind = 'activity'
        union all select p.id, null from jsonb_to_recordset(p_gone) as p (kind text, id text) where p.kind = 'activity') c on c.id = i.item_id
      where i.workspace_id = p_workspace and i.kind = 'activity' and i.body is distinct from c.body;
    if exists (select 1 from remit.agreed_rows(p_workspace, touched)) then raise exception 'agreed' using errcode = 'RM423'; end if;
    -- A role that goes, comes again or changes sides would turn every agreed row it is named in, wherever it is named.
    select array_agg(x.id) into touched from (
      select p.id from jsonb_to_recordset(p_changed) as p (kind text, id text, body jsonb)
        join remit.draft_item r on r.workspace_id = p_workspace and r.kind = 'role' and r.item_id = p.id and r.body ->> 'party' is distinct from p.body ->> 'party' where p.kind = 'role'
      union all select p.id from jsonb_to_recordset(p_gone) as p (kind text, id text) where p.kind = 'role'
      union all select p.id from jsonb_to_recordset(p_new) as p (kind text, id text) where p.kind = 'role') x;
    if touched is not null and exists (select 1 from remit.agreed_row a join remit.draft_item i on i.workspace_id = a.workspace_id and i.kind = 'activity' and i.item_id = a.activity_id
      where a.workspace_id = p_workspace and a.row_hash = remit.row_hash(i.body) and exists (select 1 from unnest(touched) t where position('"' || t || '"' in i.body::text) > 0)) then
      raise exception 'agreed' using errcode = 'RM423';
    end if;
  end if;
  perform remit.write_rows(p_workspace, now_at, p_new, p_changed, p_gone, p_matrix);
  return query select now_at, made;
end
$$;
-- Where somebody of the matrix is written to: members that are named as them, with an address of theirs.
create function remit.addresses_of(p_person text) returns table (email text) language sql stable security definer set search_path = '' as $$
  select a.email from remit.member m join auth.account a on a.id = m.account_id
  where m.workspace_id = remit.entered() and remit.entered_as() <> 'guest' and m.person = p_person and (m.until is null or m.until > now())
    and a.letters and a.email is not null and a.email_verified
    and not exists (select 1 from remit.sign_in_rule r where r.workspace_id = m.workspace_id and not auth.has_two(a.id, r.domains))
  limit 5
$$;
revoke all on function remit.addresses_of(text) from public;
grant execute on function remit.addresses_of(text) to remit_app;

-- The persons of the matrix that members are named as: whom one can ask for something here.
create function remit.persons_here() returns table (person text) language sql stable security definer set search_path = '' as $$
  select distinct m.person from remit.member m
  where m.workspace_id = remit.entered() and remit.entered_as() <> 'guest' and m.person is not null and (m.until is null or m.until > now())
  order by 1
$$;
revoke all on function remit.persons_here() from public;
grant execute on function remit.persons_here() to remit_app;
