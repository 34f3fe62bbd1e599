import { vouch as vouched } from "#ops/vouch.ts";
import { Unusable } from "./problem.ts";
import { onRunning } from "./running.ts";

/** Says that somebody is who they say, where no letter could. */
export async function vouch(who: string, { data }: { readonly data?: string }): Promise<number> {
  const { accounts, memberships } = await onRunning(data, (address) => vouched(address, who));
  const [only] = accounts;
  if (!only) throw new Unusable(`nobody here is called \`${who}\``, "name them by their address or id; `./remit recover` without a name lists all accounts");
  if (accounts.length > 1) throw new Unusable("several accounts may be meant", "name one of them by its address or id", accounts.map(({ name, email, id }) => `${name}  ${email ?? "(no address)"}  ${id}`));
  process.stderr.write(memberships.length === 0 ? `${only.name} needed nobody's word\n` : `${only.name} decides for their party from now on: ${memberships.map(({ workspace, party }) => `${party ?? "no party"} in ${workspace}`).join(", ")}\n`);
  return 0;
}
