-- Keys end with the membership they were made in, and an authenticator nobody confirmed ends after ten minutes: what somebody began as something else opens nothing later.
create function remit.end_keys() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  -- Who left with a deleted workspace comes back with it, and so do their keys.
  if exists (select 1 from remit.deletion d where d.workspace_id = old.workspace_id) then return null; end if;
  update remit.api_key k set revoked_at = now() where k.workspace_id = old.workspace_id and k.account_id = old.account_id and k.revoked_at is null;
  return null;
end
$$;
create trigger keys_end after update of until, party on remit.member for each row
  when ((new.until is not null and (old.until is null or old.until > now()) and new.until is distinct from old.until) or new.party is distinct from old.party) execute function remit.end_keys();
-- Whose time ran out is a new member when asked in again.
create trigger keys_end_with_it after delete on remit.member for each row execute function remit.end_keys();
-- Who was put out before this, too.
update remit.api_key k set revoked_at = now() from remit.member m
  where m.workspace_id = k.workspace_id and m.account_id = k.account_id and m.until <= now() and k.revoked_at is null
    and not exists (select 1 from remit.deletion d where d.workspace_id = m.workspace_id);

alter table auth.second_factor add column begun_at timestamptz not null default now();
-- The library writes over an authenticator that was begun and not confirmed.
create function auth.begin_second_factor() returns trigger language plpgsql set search_path = '' as $$
begin
  new.begun_at := now();
  return new;
end
$$;
create trigger begun before update of secret on auth.second_factor for each row
  when (new.secret is distinct from old.secret) execute function auth.begin_second_factor();

-- Whoever adds a factor ends what was begun beside it, by whomever.
create function auth.drop_pending() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  delete from auth.second_factor f where f.account_id = new.account_id and f.verified is not true;
  return null;
end
$$;
create trigger pending_ends after insert on auth.passkey for each row execute function auth.drop_pending();
create trigger pending_ends after insert on auth.federated for each row execute function auth.drop_pending();
create trigger pending_ends after update of verified on auth.second_factor for each row when (new.verified) execute function auth.drop_pending();

-- Everybody's that is older than ten minutes.
create function auth.drop_late_pending() returns void language sql security definer set search_path = '' as $$
  delete from auth.second_factor where verified is not true and begun_at < now() - interval '10 minutes'
$$;
revoke all on function remit.end_keys(), auth.begin_second_factor(), auth.drop_pending(), auth.drop_late_pending() from public;
grant execute on function auth.drop_late_pending() to remit_app;
