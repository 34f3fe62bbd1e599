import type { Run } from "./database.ts";
import { statement } from "./statement.ts";

const ACCOUNTS = statement("recover.accounts", `
select id, name, email from auth.account
where erased_at is null and ($1::text is null or email = lower($1) or id::text = $1 or lower(name) = lower($1)) order by created_at limit 50`);

/** Accounts that may be meant by an address, an id or a name; all of them when nothing is said. For the operator only. */
export const accountsFor = (run: Run, who: string | undefined): Promise<{ readonly id: string; readonly name: string; readonly email: string | null }[]> => run(ACCOUNTS, [who ?? null]);
