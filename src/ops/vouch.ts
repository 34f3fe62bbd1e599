import { asOperator, type DatabaseAddress } from "#db/database.ts";
import { accountsFor, unprovedOf, vouchFor } from "#db/recover.ts";

export interface Vouched {
  /** What counts from now on: parties by workspace. */
  readonly memberships: readonly { readonly workspace: string; readonly party: string | null }[];
  /** Who could be meant. */
  readonly accounts: readonly { readonly name: string; readonly email: string | null; readonly id: string }[];
}

/** Says that somebody is who they say, where no letter could: they decide for their party from then on, and see what it keeps to itself. */
export function vouch(address: DatabaseAddress, who: string): Promise<Vouched> {
  return asOperator(address, async (run) => {
    const accounts = await accountsFor(run, who);
    const [only] = accounts;
    if (!only || accounts.length > 1) return { accounts, memberships: [] };
    const memberships = await unprovedOf(run, only.id);
    await vouchFor(run, only.id);
    return { accounts, memberships };
  });
}
