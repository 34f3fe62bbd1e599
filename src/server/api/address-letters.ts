import type { Letter } from "#accounts/letter.ts";
import { accountByEmail, type SignedIn } from "#db/account.ts";
import { begin } from "#db/begun.ts";
import { putMail } from "#db/mail.ts";
import type { Desk } from "./desk.ts";
import { hashOf, newToken } from "./session.ts";

const HOUR = 3_600_000;

const asking = (to: string, name: string, link: string): Letter => ({
  to,
  subject: "Confirm your new address in Remit",
  text: `${name} wants to sign in to Remit with this address from now on.\n\n${link}\n\nThe link works once, within an hour, in a browser that is signed in to the account. If you do not know ${name}, nothing needs to be done, and nothing changes.\n`,
});

const confirming = (to: string, name: string, link: string): Letter => ({
  to,
  subject: "Confirm your address in Remit",
  text: `${name} signs in to Remit with this address.\n\n${link}\n\nThe link confirms that you read what is sent here; letters about your workspaces come from then on. It works once, within an hour, in a browser that is signed in to the account. If you do not know ${name}, nothing needs to be done.\n`,
});

/** To the address that counts no more. */
export const farewell = (to: string, name: string): Letter => ({
  to,
  subject: "Your address in Remit was changed",
  text: `The account of ${name} in Remit has another e-mail address from now on; this one does not sign in any more.\n\nIf it was not you, tell whoever runs this Remit at once.\n`,
});

/**
 * Sends the link that confirms a new address; older ones count no more. Where the address belongs to somebody else
 * nothing is sent, and nobody learns of it. One's own is asked, too: the first one counts before it is confirmed.
 */
export async function askAddress({ db, accounts, post }: Desk, { account, name }: Pick<SignedIn, "account" | "name">, email: string): Promise<void> {
  const token = newToken();
  await begin(db, "address", hashOf(token), account, { email }, new Date(Date.now() + HOUR));
  const holder = await accountByEmail(db, email);
  if (holder !== undefined && holder !== account) return;
  await putMail(db, accounts.letter((holder === account ? confirming : asking)(email, name, accounts.page(`/account#address=${token}`))));
  post?.ring();
}
