import type { z } from "@hono/zod-openapi";
import type { PublicKeyCredentialRequestOptionsJSON } from "@simplewebauthn/browser";
import type { Certificate as CertificateShape, MadeSignLink, Offered, Signatories as SignatoriesShape, Signed, StandingAt, Version as VersionShape, VersionDocument, Versions as VersionsShape } from "#contract/version.ts";
import type { MatrixDocument } from "#core/model/document.ts";
import { ask, SaidNo } from "../account/asking.ts";
import { say } from "../words.ts";

export type Versions = z.infer<typeof VersionsShape>;
export type Summary = Versions["versions"][number];
export type Seat = Summary["seats"][number];
export type State = Summary["state"];
export type Version = z.infer<typeof VersionShape>;
export type Signatories = z.infer<typeof SignatoriesShape>;
export type Certificate = z.infer<typeof CertificateShape>;
export type Standing = z.infer<typeof StandingAt>;
/** How somebody shows once more who they are. */
export interface Proof {
  readonly password?: string;
  readonly code?: string;
  readonly passkey?: object;
}

const at = (workspace: string, number?: number): string => `/workspaces/${workspace}/versions${number === undefined ? "" : `/${number}`}`;
const id = (): string => crypto.randomUUID();

export const readVersions = (workspace: string): Promise<Versions> => ask("GET", at(workspace));
export const readVersion = (workspace: string, number: number): Promise<Version> => ask("GET", at(workspace, number));
export const readText = async (workspace: string, number: number): Promise<MatrixDocument> => (await ask<z.infer<typeof VersionDocument>>("GET", `${at(workspace, number)}/document`)).document as unknown as MatrixDocument;
export const readCertificate = (workspace: string, number: number): Promise<Certificate> => ask("GET", `${at(workspace, number)}/certificate`);
export const readFile = (workspace: string, number: number): Promise<object> => ask("GET", `${at(workspace, number)}/file`);
export const readStanding = (workspace: string, instant: string): Promise<Standing> => ask("GET", `${at(workspace)}/serving?at=${encodeURIComponent(instant)}`);
export const readSignatories = (workspace: string): Promise<Signatories> => ask("GET", `/workspaces/${workspace}/signatories`);

/** @param revision of the draft as it is seen. */
export const offer = (workspace: string, revision: number): Promise<z.infer<typeof Offered>> => ask("POST", at(workspace), { id: id() }, { "if-match": `"${revision}"` });
export const sign = (workspace: string, number: number, what: { readonly person: string; readonly digest: string; readonly intent: string }, proof: Proof): Promise<z.infer<typeof Signed>> => ask("POST", `${at(workspace, number)}/sign`, { id: id(), ...what, ...proof });
export const refuse = (workspace: string, number: number, person: string, reason: string, rows: readonly { readonly activity: string; readonly reason: string }[]): Promise<unknown> => ask("POST", `${at(workspace, number)}/refuse`, { id: id(), person, reason, rows });
export const withdraw = (workspace: string, number: number, reason: string, proof: Proof): Promise<unknown> => ask("POST", `${at(workspace, number)}/withdraw`, { id: id(), reason, ...proof });
export const delegate = (workspace: string, number: number, person: string, to: string): Promise<unknown> => ask("POST", `${at(workspace, number)}/delegate`, { id: id(), person, to });
export const remind = async (workspace: string, number: number): Promise<number> => (await ask<{ reminded: number }>("POST", `${at(workspace, number)}/remind`, {})).reminded;
export const makeLink = (workspace: string, number: number, person: string): Promise<z.infer<typeof MadeSignLink>> => ask("POST", `${at(workspace, number)}/links`, { id: id(), person });
export const nameSignatories = (workspace: string, party: string, people: readonly string[]): Promise<void> => ask("PUT", `/workspaces/${workspace}/signatories`, { id: id(), party, people: people.map((person) => ({ person })) });
export const enterContact = (workspace: string, person: string, address: string | null): Promise<void> => ask("PUT", `/workspaces/${workspace}/signatory-contact`, { id: id(), person, address });
export const setPolicy = (workspace: string, policy: Signatories["policy"]): Promise<void> => ask("PUT", `/workspaces/${workspace}/sign-policy`, { id: id(), ...policy });

/** Asks the browser for one's passkey, for this one deed. @throws SaidNo */
export async function showPasskey(workspace: string, number: number): Promise<Proof> {
  const { options } = await ask<{ options: unknown }>("POST", `${at(workspace, number)}/sign/begin`, {});
  const { startAuthentication } = await import("@simplewebauthn/browser");
  try {
    return { passkey: await startAuthentication({ optionsJSON: options as PublicKeyCredentialRequestOptionsJSON }) };
  } catch {
    throw new SaidNo(0, say("passkey.none-here"), "no-passkey");
  }
}
