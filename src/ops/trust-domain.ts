import { asOperator, type DatabaseAddress } from "#db/database.ts";
import { distrustDomain, providersFor, trustProvider } from "#db/identity-provider.ts";

export interface TrustedDomain {
  readonly done: boolean;
  /** What is registered for the domain. */
  readonly providers: readonly { readonly id: string; readonly name: string; readonly issuer: string; readonly workspace: string; readonly provedBy: string | null }[];
}

/**
 * Says for a domain what its TXT record would say: that the provider registered for it may speak for it; or takes that back.
 * @param provider which one, where several are registered.
 */
export function trustDomain(address: DatabaseAddress, domain: string, how: { readonly provider?: string; readonly withdraw: boolean }): Promise<TrustedDomain> {
  return asOperator(address, async (run) => {
    const providers = await providersFor(run, domain);
    if (how.withdraw) {
      const done = providers.some(({ provedBy }) => provedBy !== null);
      if (done) await distrustDomain(run, domain);
      return { done, providers };
    }
    const meant = how.provider === undefined ? providers : providers.filter(({ id }) => id === how.provider);
    const [only] = meant;
    if (!only || meant.length > 1 || providers.some(({ id, provedBy }) => provedBy !== null && id !== only.id)) return { done: false, providers };
    if (only.provedBy === null) await trustProvider(run, only.id);
    return { done: true, providers: [only] };
  });
}
