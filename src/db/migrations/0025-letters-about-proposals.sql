-- Who has to answer a proposal, and who made one, hears of it by letter: one for all that happened in a few minutes, and none for whoever wants none.
alter table auth.account
  -- Whether they want letters about what happens in their workspaces; what opens their account is written to them anyhow.
  add column letters boolean not null default true,
  add column last_told timestamptz;

create function auth.wants_letters(p_account uuid) returns boolean language sql stable security definer set search_path = '' as $$
  select a.letters from auth.account a where a.id = p_account
$$;
create function auth.wish_letters(p_account uuid, p_letters boolean) returns void language sql security definer set search_path = '' as $$
  update auth.account a set letters = p_letters, updated_at = now() where a.id = p_account
$$;

-- What somebody is told with their next letter. Written with the deed itself; gone with the letter, or after a day.
create table remit.notice (
  workspace_id uuid not null,
  notice_id uuid not null default gen_random_uuid(),
  account_id uuid not null references auth.account on delete cascade,
  proposal_id uuid not null,
  news text not null check (news in ('made', 'accepted', 'declined', 'countered')),
  at timestamptz not null default now(),
  claimed_until timestamptz,
  primary key (workspace_id, notice_id),
  foreign key (workspace_id, proposal_id) references remit.proposal on delete cascade
);
create index notice_for on remit.notice (account_id, at);
alter table remit.notice enable row level security;
alter table remit.notice force row level security;
do $$ begin
  execute format('create policy owner on remit.notice to %I using (true) with check (true)', current_user);
end $$;

-- Only what somebody does here and now is told: not what a backup or an archive brings back.
create function remit.notice_proposal() returns trigger language plpgsql security definer set search_path = '' as $$
declare me uuid := nullif(current_setting('remit.actor', true), '')::uuid;
begin
  delete from remit.notice n where n.workspace_id = new.workspace_id and n.at < now() - interval '1 day';
  if tg_op = 'INSERT' then
    if new.state <> 'open' or new.made_by is distinct from me then return null; end if;
    -- Whose proposal is countered hears of that.
    insert into remit.notice (workspace_id, account_id, proposal_id, news)
      select new.workspace_id, m.account_id, new.proposal_id, 'made' from remit.member m
      where m.workspace_id = new.workspace_id and m.party is distinct from new.party and m.party in (select remit.deciding(new.workspace_id))
        and m.proved and m.role in ('owner', 'editor', 'approver') and (m.until is null or m.until > now()) and m.account_id <> new.made_by
        and not exists (select 1 from remit.proposal p where p.workspace_id = new.workspace_id and p.proposal_id = new.counters and p.made_by = m.account_id);
  elsif new.state <> old.state and new.state in ('accepted', 'declined', 'countered') and new.answered_by is not distinct from me and new.made_by <> me then
    insert into remit.notice (workspace_id, account_id, proposal_id, news) values (new.workspace_id, new.made_by, new.proposal_id, new.state);
  end if;
  return null;
end
$$;
create trigger noticed after insert or update of state on remit.proposal for each row execute function remit.notice_proposal();

-- What may be told now: to members who want letters, at an address they have confirmed, who would come in there.
create function remit.tellable(p_notice remit.notice) returns boolean language sql stable security definer set search_path = '' as $$
  select exists (
    select 1 from auth.account a join remit.member m on m.account_id = a.id and m.workspace_id = p_notice.workspace_id and (m.until is null or m.until > now())
    join remit.proposal p on p.workspace_id = m.workspace_id and p.proposal_id = p_notice.proposal_id
    where a.id = p_notice.account_id and a.letters and a.email is not null and a.email_verified and p_notice.at > now() - interval '1 day'
      and (p_notice.news <> 'made' or (p.state = 'open' and m.proved and m.party is distinct from p.party and m.role in ('owner', 'editor', 'approver')))
      and not exists (select 1 from remit.sign_in_rule r where r.workspace_id = m.workspace_id and not auth.has_two(a.id, r.domains)))
$$;
-- Everything one person is told next, reserved for two minutes: whoever dies on it leaves it to the next. No titles but
-- those of rows, and no words of either side.
create function remit.take_notices() returns table (account uuid, email text, notice uuid, workspace uuid, workspace_name text, news text, title text, n_rows integer, who text, party_name text) language plpgsql security definer set search_path = '' as $$
declare whom uuid;
begin
  delete from remit.notice n where not remit.tellable(n);
  select a.id into whom from auth.account a
    where (a.last_told is null or a.last_told <= now() - interval '5 minutes')
      and exists (select 1 from remit.notice n where n.account_id = a.id and (n.claimed_until is null or n.claimed_until <= now()))
    order by a.id limit 1 for no key update skip locked;
  if not found then return; end if;
  update remit.notice n set claimed_until = now() + interval '2 minutes' where n.account_id = whom;
  return query
    select a.id, a.email, n.notice_id, w.workspace_id, w.name, n.news, coalesce(row.title, added.title), cardinality(p.activities), by_whom.name, party.body ->> 'name'
    from remit.notice n
    join auth.account a on a.id = n.account_id
    join remit.workspace w on w.workspace_id = n.workspace_id
    join remit.proposal p on p.workspace_id = n.workspace_id and p.proposal_id = n.proposal_id
    left join auth.account by_whom on by_whom.id = case when n.news = 'made' then p.made_by else p.answered_by end
    left join remit.draft_item party on party.workspace_id = n.workspace_id and party.kind = 'party' and party.item_id = case when n.news = 'made' then p.party else p.answered_for end
    left join lateral (select i.body ->> 'title' as title from remit.draft_item i where i.workspace_id = n.workspace_id and i.kind = 'activity' and i.item_id = p.activities[1]) row on true
    left join lateral (select e.one -> 'item' ->> 'title' as title from jsonb_array_elements(p.edits) e (one) where e.one ->> 'do' = 'add' and e.one ->> 'kind' = 'activity' limit 1) added on true
    where n.account_id = whom order by w.name, w.workspace_id, n.at, n.notice_id;
end
$$;
-- The letter lies in the outbox and what it tells is done, both or neither; `false` where somebody else was quicker.
create function remit.notices_told(p_account uuid, p_notices uuid[], p_sealed bytea) returns boolean language plpgsql security definer set search_path = '' as $$
declare done integer;
begin
  perform 1 from auth.account a where a.id = p_account and (a.last_told is null or a.last_told <= now() - interval '5 minutes') for no key update;
  if not found then return false; end if;
  delete from remit.notice n where n.account_id = p_account and n.notice_id = any (p_notices);
  get diagnostics done = row_count;
  if done = 0 then return false; end if;
  update auth.account a set last_told = now() where a.id = p_account;
  insert into auth.outbox (sealed) values (p_sealed);
  return true;
end
$$;

-- As it was; who wants no letters gets none when they are mentioned either.
create or replace function remit.addresses_of(p_accounts uuid[]) returns table (account uuid, email text) language sql stable security definer set search_path = '' as $$
  select a.id, a.email from remit.member m join auth.account a on a.id = m.account_id
  where m.workspace_id = remit.entered() and m.account_id = any (p_accounts) and a.email is not null and a.letters and (m.until is null or m.until > now())
$$;

revoke all on function auth.wants_letters(uuid), auth.wish_letters(uuid, boolean), remit.notice_proposal(), remit.tellable(remit.notice), remit.take_notices(), remit.notices_told(uuid, uuid[], bytea) from public;
grant execute on function auth.wants_letters(uuid), auth.wish_letters(uuid, boolean), remit.take_notices(), remit.notices_told(uuid, uuid[], bytea) to remit_app;

-- As it was; who confirms the address they have already is not told farewell.
create or replace function auth.confirm_address(p_account uuid, p_token bytea, p_told bytea) returns text language plpgsql security definer set search_path = '' as $$
declare
  fresh text;
  was text;
begin
  delete from auth.begun where token_hash = p_token and what = 'address' and account_id = p_account and expires_at > now() returning lower(details ->> 'email') into fresh;
  if fresh is null then return null; end if;
  select a.email into was from auth.account a where a.id = p_account for update;
  update auth.account set email = fresh, email_verified = true, updated_at = now() where id = p_account;
  if was is not distinct from fresh then return fresh; end if;
  delete from auth.link where account_id = p_account;
  if p_told is not null then insert into auth.outbox (sealed) values (p_told); end if;
  return fresh;
exception when unique_violation then raise exception 'taken' using errcode = 'RM409';
end
$$;
