import { isIP } from "node:net";
import type { AuthenticationResponseJSON, AuthenticatorTransportFuture, PublicKeyCredentialCreationOptionsJSON, PublicKeyCredentialRequestOptionsJSON, RegistrationResponseJSON } from "@simplewebauthn/server";

/** The site passkeys belong to: a browser gives one to this name and no other. */
export interface PasskeySite {
  readonly name: string;
  readonly origin: string;
}

/** How long somebody has for the browser's question, in seconds. */
export const PASSKEY_SECONDS = 300;

const isLoopback = (hostname: string): boolean => hostname === "localhost" || hostname === "[::1]" || /^127\./.test(hostname);

/**
 * The site as browsers see it, or where passkeys would work instead. They want https and a name; this machine's own
 * name does without https, its number does not.
 * @param url where browsers reach this Remit. @param host the request's `Host`: on this machine there are two names for it.
 */
export function passkeySite(url: string, host: string | undefined): { readonly site?: PasskeySite; readonly instead?: string } {
  const { protocol, hostname, origin, port } = new URL(url);
  if (isLoopback(hostname)) {
    const own = `http://localhost${port === "" ? "" : `:${port}`}`;
    return hostname === "localhost" || new URL(own).host === host ? { site: { name: "localhost", origin: own } } : { instead: own };
  }
  return protocol === "https:" && isIP(hostname.replace(/^\[|\]$/g, "")) === 0 ? { site: { name: hostname, origin } } : {};
}

/** The library is loaded with the first passkey: most starts of a server see none. */
const library = () => import("@simplewebauthn/server");

/** What the browser is asked, to make a passkey. The person has to show themselves, by a finger, a face or a PIN. */
export async function askForNew(site: PasskeySite, who: { readonly account: string; readonly name: string; readonly email: string | null }, known: readonly { readonly credential: string; readonly transports: readonly string[] }[]): Promise<PublicKeyCredentialCreationOptionsJSON> {
  const { generateRegistrationOptions } = await library();
  return generateRegistrationOptions({
    rpID: site.name,
    rpName: "Remit",
    userID: new Uint8Array(Buffer.from(who.account)),
    userName: who.email ?? who.name,
    userDisplayName: who.name,
    timeout: PASSKEY_SECONDS * 1000,
    attestationType: "none",
    excludeCredentials: known.map(({ credential, transports }) => ({ id: credential, transports: transports as AuthenticatorTransportFuture[] })),
    authenticatorSelection: { residentKey: "required", userVerification: "required" },
  });
}

/** What the browser is asked, to sign in: any passkey it has for this site. */
export async function askForAny(site: PasskeySite): Promise<PublicKeyCredentialRequestOptionsJSON> {
  const { generateAuthenticationOptions } = await library();
  return generateAuthenticationOptions({ rpID: site.name, timeout: PASSKEY_SECONDS * 1000, userVerification: "required" });
}

export interface Registered {
  readonly credential: string;
  readonly publicKey: Uint8Array;
  readonly counter: number;
  readonly synced: boolean;
  readonly transports: readonly string[];
}

/** The new passkey, if the answer is one to this challenge, made at this site, by a person who showed themselves. */
export async function registered(site: PasskeySite, challenge: string, response: object): Promise<Registered | undefined> {
  const { verifyRegistrationResponse } = await library();
  const said = await verifyRegistrationResponse({ response: response as RegistrationResponseJSON, expectedChallenge: challenge, expectedOrigin: site.origin, expectedRPID: site.name, requireUserVerification: true }).catch(() => undefined);
  if (!said?.verified) return undefined;
  const { credential, credentialBackedUp } = said.registrationInfo;
  return { credential: credential.id, publicKey: credential.publicKey, counter: credential.counter, synced: credentialBackedUp, transports: (credential.transports ?? []).slice(0, 10) };
}

/** How often the passkey says it was used, if the answer is its signature under this challenge; nothing otherwise. */
export async function signedBy(site: PasskeySite, challenge: string, response: object, known: { readonly credential: string; readonly publicKey: Buffer; readonly counter: number }): Promise<number | undefined> {
  const { verifyAuthenticationResponse } = await library();
  const credential = { id: known.credential, publicKey: new Uint8Array(known.publicKey), counter: known.counter };
  const said = await verifyAuthenticationResponse({ response: response as AuthenticationResponseJSON, expectedChallenge: challenge, expectedOrigin: site.origin, expectedRPID: site.name, credential, requireUserVerification: true }).catch(() => undefined);
  return said?.verified ? said.authenticationInfo.newCounter : undefined;
}
