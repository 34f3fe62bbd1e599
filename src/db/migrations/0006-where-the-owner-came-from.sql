-- The first owner's browser is named in their list like every other.
drop function auth.follow_owner_link(bytea, text, bytea, timestamptz);
create function auth.follow_owner_link(p_token bytea, p_name text, p_session bytea, p_until timestamptz, p_address text, p_agent text) returns uuid language plpgsql security definer set search_path = '' as $$
declare made uuid;
begin
  delete from auth.owner_link where token_hash = p_token and expires_at > now();
  if not found then return null; end if;
  delete from auth.owner_link;
  insert into auth.account (name) values (p_name) returning id into made;
  insert into auth.session (token_hash, account_id, expires_at, ip_address, user_agent) values (p_session, made, p_until, p_address, p_agent);
  return made;
end
$$;
revoke all on function auth.follow_owner_link(bytea, text, bytea, timestamptz, text, text) from public;
grant execute on function auth.follow_owner_link(bytea, text, bytea, timestamptz, text, text) to remit_app;
