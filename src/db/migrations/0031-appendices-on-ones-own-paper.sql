-- A party may keep its own template and logo for contract appendices. Nobody else prints on its paper.
create table remit.stationery (
  workspace_id uuid not null references remit.workspace on delete cascade,
  -- Empty for members who speak for no party.
  party text not null check (length(party) <= 120),
  kind text not null check (kind in ('template', 'logo')),
  name text not null check (length(name) between 1 and 200),
  content bytea not null check (length(content) between 1 and 5242880),
  kept_by uuid not null,
  kept_at timestamptz not null default now(),
  primary key (workspace_id, party, kind)
);
alter table remit.stationery enable row level security;
alter table remit.stationery force row level security;
do $$ begin execute format('create policy owner on remit.stationery to %I using (true) with check (true)', current_user); end $$;
create policy seen on remit.stationery for select to remit_app using (workspace_id = (select remit.entered()) and party = coalesce((select remit.entered_party()), '') and (select remit.entered_as()) <> 'guest');
grant select on remit.stationery to remit_app;

create function remit.keep_stationery(p_kind text, p_name text, p_content bytea) returns void language plpgsql security definer set search_path = '' as $$
begin
  if remit.entered() is null then raise exception 'not here' using errcode = 'RM404'; end if;
  if not remit.may_edit() then raise exception 'may not' using errcode = 'RM403'; end if;
  insert into remit.stationery (workspace_id, party, kind, name, content, kept_by)
    values (remit.entered(), coalesce(remit.entered_party(), ''), p_kind, p_name, p_content, current_setting('remit.actor')::uuid)
    on conflict (workspace_id, party, kind) do update set name = excluded.name, content = excluded.content, kept_by = excluded.kept_by, kept_at = now();
end
$$;
create function remit.drop_stationery(p_kind text) returns void language plpgsql security definer set search_path = '' as $$
begin
  if remit.entered() is null then raise exception 'not here' using errcode = 'RM404'; end if;
  if not remit.may_edit() then raise exception 'may not' using errcode = 'RM403'; end if;
  delete from remit.stationery s where s.workspace_id = remit.entered() and s.party = coalesce(remit.entered_party(), '') and s.kind = p_kind;
end
$$;
revoke all on function remit.keep_stationery(text, text, bytea), remit.drop_stationery(text) from public;
grant execute on function remit.keep_stationery(text, text, bytea), remit.drop_stationery(text) to remit_app;
