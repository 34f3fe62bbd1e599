import type { Run } from "./database.ts";
import { statement } from "./statement.ts";

const ACCOUNTS = statement("recover.accounts", `
select id, name, email from auth.account
where erased_at is null and ($1::text is null or email = lower($1) or id::text = $1 or lower(name) = lower($1)) order by created_at limit 50`);
const UNPROVED = statement("recover.unproved", `
select w.name as workspace, coalesce(p.body ->> 'name', m.party) as party from remit.member m join remit.workspace w on w.workspace_id = m.workspace_id
left join remit.draft_item p on p.workspace_id = m.workspace_id and p.kind = 'party' and p.item_id = m.party
where m.account_id = $1 and not m.proved and (m.until is null or m.until > now()) order by w.name`);
const VOUCH = statement("recover.vouch", "update remit.member set proved = true where account_id = $1 and not proved and (until is null or until > now())");

/** Accounts that may be meant by an address, an id or a name; all of them when nothing is said. For the operator only. */
export const accountsFor = (run: Run, who: string | undefined): Promise<{ readonly id: string; readonly name: string; readonly email: string | null }[]> => run(ACCOUNTS, [who ?? null]);

/** Where only another party's word says who somebody is. For the operator only. */
export const unprovedOf = (run: Run, account: string): Promise<{ readonly workspace: string; readonly party: string | null }[]> => run(UNPROVED, [account]);
/** Their memberships count as proved from now on. For the operator only. */
export const vouchFor = (run: Run, account: string): Promise<unknown> => run(VOUCH, [account]);
