-- A request that makes something and is sent again under the same Idempotency-Key is answered as the first time, for a
-- day, and does nothing twice. Answers may hold what is shown once, so they lie sealed with the master key.
create table auth.answered (
  account_id uuid not null references auth.account on delete cascade,
  key_hash bytea not null check (length(key_hash) = 32),
  request_hash bytea not null check (length(request_hash) = 32),
  at timestamptz not null default now(),
  sealed bytea,
  primary key (account_id, key_hash)
);
create index answered_at on auth.answered (at);

-- What is known of a key: `first` (and from now on it is under way), `open` (another one is at it, or nobody knows how it
-- ended), `other` (it was for another request), `again` with the answer.
create function auth.begin_once(p_account uuid, p_key bytea, p_request bytea) returns table (state text, sealed bytea) language plpgsql security definer set search_path = '' as $$
begin
  delete from auth.answered a where a.at < now() - interval '24 hours';
  insert into auth.answered (account_id, key_hash, request_hash) values (p_account, p_key, p_request) on conflict do nothing;
  if found then return query select 'first', null::bytea; return; end if;
  return query select case when a.request_hash <> p_request then 'other' when a.sealed is null then 'open' else 'again' end, case when a.request_hash = p_request then a.sealed end
    from auth.answered a where a.account_id = p_account and a.key_hash = p_key;
end
$$;
create function auth.finish_once(p_account uuid, p_key bytea, p_sealed bytea) returns void language sql security definer set search_path = '' as $$
  update auth.answered set sealed = p_sealed where account_id = p_account and key_hash = p_key
$$;
-- It was refused and nothing was made: the key is free again.
create function auth.drop_once(p_account uuid, p_key bytea) returns void language sql security definer set search_path = '' as $$
  delete from auth.answered where account_id = p_account and key_hash = p_key and sealed is null
$$;
revoke all on function auth.begin_once(uuid, bytea, bytea), auth.finish_once(uuid, bytea, bytea), auth.drop_once(uuid, bytea) from public;
grant execute on function auth.begin_once(uuid, bytea, bytea), auth.finish_once(uuid, bytea, bytea), auth.drop_once(uuid, bytea) to remit_app;
