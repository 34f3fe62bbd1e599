-- A workspace in which two organisations have owners is not one side's to delete.
create or replace function remit.leave_workspace(p_actor uuid, p_workspace uuid) returns boolean language plpgsql security definer set search_path = '' as $$
declare mine record;
begin
  select * into mine from remit.member m where m.workspace_id = p_workspace and m.account_id = p_actor and m.role = 'owner' and (m.until is null or m.until > now());
  if not found then return false; end if;
  if exists (select 1 from remit.member m where m.workspace_id = p_workspace and m.role = 'owner' and m.account_id <> p_actor and m.party is not null and m.party is distinct from mine.party and (m.until is null or m.until > now())) then
    raise exception 'both own it' using errcode = 'RM409';
  end if;
  delete from remit.workspace w where w.workspace_id = p_workspace;
  return found;
end
$$;
