import { createHash, randomBytes } from "node:crypto";
import { dropSecondFactor, makeLink } from "#db/account.ts";
import { asOperator, type DatabaseAddress } from "#db/database.ts";
import { accountsFor } from "#db/recover.ts";

/** In minutes. */
const GOOD_FOR = 60;

export interface Recovery {
  /** Missing where nobody, or several, are meant. */
  readonly link?: { readonly name: string; readonly token: string; readonly minutes: number };
  /** Who could be meant. */
  readonly accounts: readonly { readonly name: string; readonly email: string | null; readonly id: string }[];
}

/**
 * A link that signs somebody in once, for whoever runs this Remit: a lost browser, a lost telephone, no e-mail.
 * @param who address, id or name; without it the only account there is.
 */
export function recover(address: DatabaseAddress, who: string | undefined, how: { readonly dropSecondFactor: boolean }): Promise<Recovery> {
  return asOperator(address, async (run) => {
    const accounts = await accountsFor(run, who);
    const [only] = accounts;
    if (!only || accounts.length > 1) return { accounts };
    if (how.dropSecondFactor) await dropSecondFactor({ run }, only.id);
    const token = randomBytes(32).toString("base64url");
    await makeLink({ run }, createHash("sha256").update(token).digest(), only.id, new Date(Date.now() + GOOD_FOR * 60_000));
    return { accounts, link: { name: only.name, token, minutes: GOOD_FOR } };
  });
}
