import { recover as recovered } from "#ops/recover.ts";
import { runningAt } from "#ops/running-at.ts";
import { Unusable } from "./problem.ts";
import { onRunning } from "./running.ts";

/** Prints a link that signs somebody in who has lost every other way. */
export async function recover(who: string | undefined, { data, url, dropSecondFactor = false }: { readonly data?: string; readonly url?: string; readonly dropSecondFactor?: boolean }): Promise<number> {
  const { link, accounts } = await onRunning(data, (address) => recovered(address, who, { dropSecondFactor }));
  if (link) {
    const base = (url ?? runningAt(process.env, data)).replace(/\/+$/, "");
    process.stdout.write(`${base}/enter#link=${link.token}\n`);
    process.stderr.write(`signs ${link.name} in once, within ${link.minutes} minutes${dropSecondFactor ? "; the second factor is gone, and all browsers are signed out" : ""}\n`);
    return 0;
  }
  if (accounts.length === 0) throw new Unusable(who === undefined ? "nobody has an account yet" : `nobody here is called \`${who}\``, who === undefined ? "the link that Remit printed when it started makes the first one" : "without a name, all accounts are listed");
  throw new Unusable("several accounts may be meant", "name one of them by its address or id", accounts.map(({ name, email, id }) => `${name}  ${email ?? "(no address)"}  ${id}`));
}
