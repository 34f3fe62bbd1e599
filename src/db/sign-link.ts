import type { Said } from "./agreement.ts";
import type { Database, Run } from "./database.ts";
import { unlessDenied } from "./denied.ts";
import { PUT_MAIL } from "./mail.ts";
import { statement } from "./statement.ts";
import { bytes, saidValues, type Seal, type SignedHow, type Told, type WholeVersion } from "./version.ts";

const MAKE = statement("sign-link.make", "select remit.make_sign_link($1, $2, $3, $4, $5, $6, $7, $8)::int as revision");
const OF = statement("sign-link.of", `select workspace, workspace_name as "workspaceName", link, number, person, name, party, party_name as "partyName", address, until from remit.sign_link_of($1)`);
const SHOWN = statement("sign-link.shown", "select remit.shown_sign_link($1, $2) as burnt");
const ASK = statement("sign-link.ask-code", "select remit.ask_sign_code($1, $2) as address");
const TRY = statement("sign-link.try-code", "select remit.try_sign_code($1, $2) as right");
const SIGN = statement("sign-link.sign", "select complete, revision::int as revision from remit.sign_by_link($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)");
const REFUSE = statement("sign-link.refuse", "select remit.refuse_by_link($1, $2, $3, $4, $5, $6, $7, $8)::int as revision");
const WHOLE = statement("sign-link.version", "select remit.version_by_link($1) as version");
const SEAL = statement("sign-link.seal", "select remit.seal_by_link($1, $2, $3)");
const ADDRESSES = statement("sign-link.addresses", "select name, email from remit.addresses_by_link($1)");

/** What a link is about, while it lives. */
export interface SignLink {
  readonly workspace: string;
  readonly workspaceName: string;
  /** As whom they stand in the history. */
  readonly link: string;
  readonly number: number;
  readonly person: string;
  readonly name: string;
  readonly party: string;
  readonly partyName: string;
  /** Where codes go. */
  readonly address: string;
  readonly until: Date;
}

/** @param token SHA-256 of what stands in the link. */
export const makeSignLink = (db: Database, actor: string, workspace: string, { number, person, token, until }: { readonly number: number; readonly person: string; readonly token: Buffer; readonly until: Date }, { edit, what, salt, payloadHash }: Said) =>
  unlessDenied(db.once<{ revision: number }>(actor, workspace, MAKE, [number, person, edit, token, until, what, bytes(salt), bytes(payloadHash)]).then(([row]) => row?.revision ?? 0));
export const signLinkOf = async (db: Database, token: Buffer): Promise<SignLink | undefined> => (await db.run<SignLink>(OF, [token]))[0];
/** @returns whether it was opened by somebody of another party, and is worth nothing from now on. */
export const shownSignLink = async (db: Database, token: Buffer, account: string): Promise<boolean> => (await db.run<{ burnt: boolean }>(SHOWN, [token, account]))[0]?.burnt === true;
export const versionByLink = async (db: Database, token: Buffer): Promise<WholeVersion | undefined> => (await db.run<{ version: WholeVersion | null }>(WHOLE, [token]))[0]?.version ?? undefined;

/** A fresh code and its letter, both or neither; denied after five in an hour. @param code SHA-256 of it with the token. */
export const askSignCode = async (db: Database, link: SignLink, token: Buffer, code: Buffer, letter: (address: string) => Buffer) =>
  unlessDenied(
    db.inWorkspace(link.link, link.workspace, async (run) => {
      const [row] = await run<{ address: string | null }>(ASK, [token, code]);
      if (typeof row?.address !== "string") return false;
      await run(PUT_MAIL, [letter(row.address)]);
      return true;
    }),
  );
export const trySignCode = async (db: Database, token: Buffer, code: Buffer): Promise<boolean> => (await db.run<{ right: boolean }>(TRY, [token, code]))[0]?.right === true;

export const signByLink = (db: Database, link: SignLink, token: Buffer, code: Buffer, { digest, how, intent, address, agent }: SignedHow, said: Said, seal: (version: WholeVersion) => Seal, letters: (version: WholeVersion, to: readonly Told[]) => readonly Buffer[]) =>
  unlessDenied(
    db.inWorkspace(link.link, link.workspace, async (run: Run) => {
      const [made] = await run<{ complete: boolean; revision: number }>(SIGN, [token, code, bytes(digest), how, intent, address, agent, ...saidValues(said)]);
      if (!made) throw new Error("a signature answers");
      if (made.complete) {
        const [row] = await run<{ version: WholeVersion }>(WHOLE, [token]);
        if (!row) throw new Error("a version that was just signed is there");
        const { seal: set, key } = seal(row.version);
        await run(SEAL, [token, set, key]);
        for (const letter of letters(row.version, await run<Told>(ADDRESSES, [token]))) await run(PUT_MAIL, [letter]);
      }
      return made;
    }),
  );
export const refuseByLink = (db: Database, link: SignLink, token: Buffer, code: Buffer, reason: string, rows: readonly object[], said: Said) =>
  unlessDenied(db.inWorkspace(link.link, link.workspace, async (run) => (await run<{ revision: number }>(REFUSE, [token, code, reason, JSON.stringify(rows), ...saidValues(said)]))[0]?.revision ?? 0));
