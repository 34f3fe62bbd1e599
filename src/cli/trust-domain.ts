import { trustDomain as trusted } from "#ops/trust-domain.ts";
import { Unusable } from "./problem.ts";
import { onRunning } from "./running.ts";

/** Says that the provider registered for a domain may sign its people in, where a TXT record cannot say it. */
export async function trustDomain(domain: string, { data, provider, withdraw = false }: { readonly data?: string; readonly provider?: string; readonly withdraw?: boolean }): Promise<number> {
  const { done, providers } = await onRunning(data, (address) => trusted(address, domain, { withdraw, ...(provider === undefined ? {} : { provider }) }));
  const lines = providers.map(({ id, name, issuer, workspace, provedBy }) => `${id}  ${name}  ${issuer}  in ${workspace}${provedBy === null ? "" : `, proved by ${provedBy === "record" ? "its record" : "the operator"}`}`);
  if (done) {
    const [one] = providers;
    process.stderr.write(withdraw ? `nobody is signed in through single sign-on of ${domain} any more\n` : `${one?.name} (${one?.issuer}) signs in the people of ${domain} from now on\n`);
    return 0;
  }
  if (withdraw) throw new Unusable(`no provider is trusted for \`${domain}\``, "nothing was changed");
  if (providers.length === 0) throw new Unusable(`no provider is registered for \`${domain}\``, "an owner registers one in the settings of a workspace, under Single sign-on");
  if (providers.some(({ provedBy }) => provedBy !== null)) throw new Unusable(`another provider speaks for \`${domain}\` already`, "take that back first with --withdraw", lines);
  throw new Unusable(`several providers are registered for \`${domain}\``, "name one of them with --provider", lines);
}
