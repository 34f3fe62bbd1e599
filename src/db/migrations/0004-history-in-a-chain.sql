-- The log of edits is a history that can be proved: each entry has a leaf over its facts, leaves are chained in
-- segments, and heads of the chain are signed by the application. The words of an entry are in the chain only as a
-- salted hash, so that a person's can be erased and the chain still holds.
alter table remit.edit_log
  add column party text,
  add column salt bytea,
  add column payload_hash bytea,
  add column leaf bytea;

create table remit.history_head (
  workspace_id uuid not null references remit.workspace on delete cascade,
  revision bigint not null,
  head bytea not null check (length(head) = 32),
  signature bytea not null check (length(signature) = 64),
  signed_at timestamptz not null default now(),
  primary key (workspace_id, revision)
);
alter table remit.history_head enable row level security;
alter table remit.history_head force row level security;
do $$ begin
  execute format('create policy owner on remit.history_head to %I using (true) with check (true)', current_user);
end $$;
create policy seen on remit.history_head for select to remit_app using (workspace_id = (select remit.entered()));
grant select on remit.history_head to remit_app;

-- A moment as the chain writes it.
create function remit.moment(p_at timestamptz) returns text language sql immutable set search_path = '' as $$
  select to_char(p_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')
$$;

-- As it was, with the party, and the leaf made of the same facts as `leafOf` makes it.
drop function remit.commit_edit(uuid, bytea, uuid, uuid, text, jsonb, jsonb, bigint, jsonb, jsonb, jsonb, jsonb, uuid);
create function remit.commit_edit(p_actor uuid, p_session bytea, p_workspace uuid, p_edit uuid, p_what text, p_edits jsonb, p_undo jsonb, p_undoes bigint, p_new jsonb, p_changed jsonb, p_gone jsonb, p_matrix jsonb, p_page uuid, p_salt bytea, p_payload bytea)
returns table (revision bigint, at timestamptz) language plpgsql security definer set search_path = '' set enable_hashjoin = off set enable_mergejoin = off as $$
declare
  now_at bigint;
  done bigint;
  for_party text;
  made timestamptz := now();
begin
  if p_session is not null then
    perform 1 from auth.session s where s.token_hash = p_session and s.account_id = p_actor and s.expires_at > now();
    if not found then raise exception 'signed out' using errcode = 'RM401'; end if;
  end if;
  select m.party into for_party from remit.member m
    where m.workspace_id = p_workspace and m.account_id = p_actor and m.role in ('owner', 'editor') and (m.until is null or m.until > now());
  if not found then raise exception 'may not edit' using errcode = 'RM403'; end if;
  update remit.workspace w set revision = w.revision + 1 where w.workspace_id = p_workspace returning w.revision into now_at;
  insert into remit.edit_log (workspace_id, revision, edit_id, actor, what, edits, undo, undoes, page, at, party, salt, payload_hash, leaf)
    values (p_workspace, now_at, p_edit, p_actor, p_what, p_edits, p_undo, p_undoes, p_page, made, for_party, p_salt, p_payload,
      sha256(convert_to(concat_ws(E'\n', 'remit-entry-1', p_workspace::text, now_at::text, remit.moment(made), p_actor::text, coalesce(for_party, ''), coalesce(p_page::text, ''), p_edit::text, coalesce(p_undoes::text, ''), encode(p_payload, 'hex')), 'UTF8')));
  if jsonb_array_length(p_changed) > 0 then
    update remit.draft_item i set place = p.place, body = p.body, revision = now_at
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
      select p_workspace, p.kind, p.id, p.place, p.body, now_at from jsonb_to_recordset(p_new) as p (kind text, id text, place double precision, body jsonb)
      on conflict do nothing;
    get diagnostics done = row_count;
    if done <> jsonb_array_length(p_new) then raise exception 'stale' using errcode = 'RM409'; end if;
  end if;
  if p_matrix is not null then
    update remit.draft_matrix m set body = p_matrix -> 'body', revision = now_at
      where m.workspace_id = p_workspace and m.revision = (p_matrix ->> 'was')::bigint;
    if not found then raise exception 'stale' using errcode = 'RM409'; end if;
  end if;
  return query select now_at, made;
end
$$;

-- Several edits, of different workspaces and actors, that reach the disk together. Each is proved, made or refused
-- by itself, exactly as commit_edit alone would; a fault that is none of its refusals undoes them all.
-- `p_commits` is a list of objects with the arguments of commit_edit; the session is hex. The answer to the n-th,
-- counted from 1, has its revision, or as `fault` the SQLSTATE of its refusal. Workspaces are taken in the order
-- of their ids, so that two such messages never wait for each other in a circle.
create or replace function remit.commit_edits(p_commits jsonb)
returns table (n bigint, revision bigint, at timestamptz, fault text) language plpgsql security definer set search_path = '' as $$
declare
  c record;
  constraint_hurt text;
begin
  for c in
    select o.n as nth, j.* from jsonb_array_elements(p_commits) with ordinality as o (one, n),
      jsonb_to_record(o.one) as j (actor uuid, session text, workspace uuid, edit uuid, what text, edits jsonb, undo jsonb, undoes bigint, new jsonb, changed jsonb, gone jsonb, matrix jsonb, page uuid, salt text, payload text)
    order by j.workspace, o.n
  loop
    n := c.nth;
    revision := null;
    at := null;
    fault := null;
    begin
      select d.revision, d.at into revision, at
        from remit.commit_edit(c.actor, decode(c.session, 'hex'), c.workspace, c.edit, c.what, c.edits, c.undo, c.undoes, c.new, c.changed, c.gone, c.matrix, c.page, decode(c.salt, 'hex'), decode(c.payload, 'hex')) d;
    exception
      when sqlstate 'RM401' or sqlstate 'RM403' or sqlstate 'RM409' then fault := sqlstate;
      when unique_violation then
        get stacked diagnostics constraint_hurt = constraint_name;
        if constraint_hurt <> 'edit_log_workspace_id_edit_id_key' then raise; end if;
        fault := sqlstate;
    end;
    return next;
  end loop;
end
$$;

-- Keeps a signed head; only for a revision that is there, and never twice. Whoever may edit keeps the history too.
create function remit.keep_head(p_revision bigint, p_head bytea, p_signature bytea) returns void language plpgsql security definer set search_path = '' as $$
begin
  if remit.entered() is null then raise exception 'not here' using errcode = 'RM404'; end if;
  insert into remit.history_head (workspace_id, revision, head, signature)
    select e.workspace_id, e.revision, p_head, p_signature from remit.edit_log e where e.workspace_id = remit.entered() and e.revision = p_revision and e.leaf is not null
    on conflict do nothing;
end
$$;

revoke all on function remit.moment(timestamptz), remit.commit_edit(uuid, bytea, uuid, uuid, text, jsonb, jsonb, bigint, jsonb, jsonb, jsonb, jsonb, uuid, bytea, bytea), remit.commit_edits(jsonb), remit.keep_head(bigint, bytea, bytea) from public;
grant execute on function remit.moment(timestamptz), remit.commit_edit(uuid, bytea, uuid, uuid, text, jsonb, jsonb, bigint, jsonb, jsonb, jsonb, jsonb, uuid, bytea, bytea), remit.commit_edits(jsonb), remit.keep_head(bigint, bytea, bytea) to remit_app;
