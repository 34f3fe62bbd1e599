import type { Database, Run } from "./database.ts";
import { unlessDenied } from "./denied.ts";
import { statement } from "./statement.ts";

const ALL = statement("provider.all", `
select provider_id as id, party, name, domain, issuer, client, silent, challenge, made_at as made, proved_at as proved, proved_by as "provedBy"
from remit.identity_provider where workspace_id = remit.entered() order by made_at`);
const REGISTER = statement("provider.register", "select remit.register_provider($1, $2, $3, $4, $5, $6, $7, $8) as id");
const CHANGE = statement("provider.change", "select remit.change_provider($1, $2, $3, $4, $5)");
const PROVE = statement("provider.prove", "select remit.prove_domain($1)");
const REMOVE = statement("provider.remove", "select remit.remove_provider($1)");
const OF_DOMAIN = statement("provider.of-domain", `select provider as id, name, domain, issuer, client, client_secret as "clientSecret", silent, discovery from remit.provider_of_domain($1)`);
const SIGN_IN = statement("provider.sign-in", "select outcome, account from auth.sign_in_by_provider($1, $2, $3, $4, $5, $6, $7, $8, $9)");
const FOR_DOMAIN = statement("provider.for-operator", `
select p.provider_id as id, p.name, p.issuer, w.name as workspace, p.proved_by as "provedBy"
from remit.identity_provider p join remit.workspace w on w.workspace_id = p.workspace_id where p.domain = lower($1) order by p.made_at`);
const TRUST = statement("provider.trust", "update remit.identity_provider set proved_at = now(), proved_by = 'operator' where provider_id = $1");
const DISTRUST = statement("provider.distrust", "update remit.identity_provider set proved_at = null, proved_by = null where domain = lower($1) and proved_at is not null");

/** An organisation's own sign-in, as the owners of a workspace see it: without its secret. */
export interface IdentityProvider {
  readonly id: string;
  readonly party: string | null;
  readonly name: string;
  readonly domain: string;
  readonly issuer: string;
  readonly client: string;
  readonly silent: boolean;
  /** What the TXT record has to say. */
  readonly challenge: string;
  readonly made: Date;
  readonly proved: Date | null;
  readonly provedBy: "record" | "operator" | null;
}

/** A provider whose domain is proved, with all that asking it takes. */
export interface ServingProvider {
  readonly id: string;
  readonly name: string;
  readonly domain: string;
  readonly issuer: string;
  readonly client: string;
  /** Sealed. */
  readonly clientSecret: Buffer;
  /** Whether an address counts of which it does not say whether it was verified. */
  readonly silent: boolean;
  readonly discovery: Readonly<Record<string, unknown>>;
}

export interface NewProvider extends Pick<ServingProvider, "name" | "domain" | "issuer" | "client" | "clientSecret" | "silent" | "discovery"> {
  readonly challenge: string;
}

/** Nothing for whoever is no owner. */
export const providersOf = (db: Database, actor: string, workspace: string): Promise<IdentityProvider[]> => db.once<IdentityProvider>(actor, workspace, ALL);

export const registerProvider = (db: Database, actor: string, workspace: string, { name, domain, issuer, client, clientSecret, silent, discovery, challenge }: NewProvider) =>
  unlessDenied(db.once<{ id: string }>(actor, workspace, REGISTER, [name, domain, issuer, client, clientSecret, silent, JSON.stringify(discovery), challenge]).then(([row]) => row?.id ?? ""));
export const changeProvider = (db: Database, actor: string, workspace: string, id: string, { name, client, clientSecret, silent }: { readonly name?: string | undefined; readonly client?: string | undefined; readonly clientSecret?: Buffer | undefined; readonly silent?: boolean | undefined }) =>
  unlessDenied(db.once(actor, workspace, CHANGE, [id, name ?? null, client ?? null, clientSecret ?? null, silent ?? null]));
/** Once the record was read. Denied when another provider speaks for the domain. */
export const proveDomain = (db: Database, actor: string, workspace: string, id: string) => unlessDenied(db.once(actor, workspace, PROVE, [id]));
/** Signs out whom it had signed in. */
export const removeProvider = (db: Database, actor: string, workspace: string, id: string) => unlessDenied(db.once(actor, workspace, REMOVE, [id]));

export async function providerOfDomain(db: Database, domain: string): Promise<ServingProvider | undefined> {
  const [row] = await db.run<ServingProvider>(OF_DOMAIN, [domain]);
  return row;
}

/** What an issuer said of somebody. */
export interface Assertion {
  readonly provider: string;
  readonly subject: string;
  readonly email: string;
  readonly name: string;
}
export interface ProviderSignIn {
  readonly outcome: "entered" | "code" | "password" | "taken" | "foreign" | "gone";
  readonly account: string | null;
}

/** @param shown the account that has just shown itself, so that it may be tied to the subject. */
export async function signInByProvider(db: Database, { provider, subject, email, name }: Assertion, shown: string | null, session: Buffer, until: Date, address: string, agent: string): Promise<ProviderSignIn> {
  const [row] = await db.run<ProviderSignIn>(SIGN_IN, [provider, subject, email, name, shown, session, until, address, agent]);
  return row ?? { outcome: "gone", account: null };
}

/** For the operator: what is registered for a domain, in whichever workspace. */
export const providersFor = (run: Run, domain: string): Promise<{ readonly id: string; readonly name: string; readonly issuer: string; readonly workspace: string; readonly provedBy: string | null }[]> => run(FOR_DOMAIN, [domain]);
export const trustProvider = (run: Run, id: string): Promise<unknown> => run(TRUST, [id]);
/** The domain's provider serves nobody any more, and whoever it signed in is signed out. */
export const distrustDomain = (run: Run, domain: string): Promise<unknown> => run(DISTRUST, [domain]);
