import { DEFAULT_POLICY, type Policy } from "#core/readiness/blockers.ts";
import type { Database, Run } from "./database.ts";
import { unlessDenied } from "./denied.ts";
import { PUT_MAIL } from "./mail.ts";
import { statement } from "./statement.ts";
import type { Said } from "./agreement.ts";

const ALL = statement("version.all", `
select (remit.whole_version(number) - 'matrix') || jsonb_build_object('sound', digest = sha256(convert_to(matrix, 'UTF8'))) as version
from remit.version where workspace_id = remit.entered() order by number desc`);
const WHOLE = statement("version.whole", "select remit.whole_version($1) as version");
const SEATS = statement("version.seats", `select number, party, person, party_name as "partyName", name, place, delegate, delegate_name as "delegateName", reminded, removed, here, own from remit.version_seats($1)`);
const POLICY = statement("version.policy", `select in_order as "inOrder", weights from remit.sign_policy where workspace_id = remit.entered()`);
const SIGNATORIES = statement("version.signatories", "select party, person, account from remit.signatory where workspace_id = remit.entered() order by party, place");
const PARTIES = statement("version.parties", "select party, deciding, nameable from remit.signing_parties() order by party");
const CONTACTS = statement("version.contacts", "select person, address from remit.signatory_contact where workspace_id = remit.entered() order by person");
const LINKS = statement("version.links", "select number, person, expires_at as until, burnt from remit.sign_link where workspace_id = remit.entered() and (ended_at is null or burnt) and expires_at > now() order by made_at");
const NAME = statement("version.name-signatories", "select remit.name_signatories($1, $2, $3, $4, $5, $6)::int as revision");
const SET_POLICY = statement("version.set-policy", "select remit.set_sign_policy($1, $2, $3, $4, $5, $6)::int as revision");
const OFFER = statement("version.offer", "select number, revision::int as revision from remit.offer_version($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)");
const SEAL_OFFER = statement("version.seal-offer", "select remit.seal_offer($1, $2, $3)");
const SIGN = statement("version.sign", "select complete, revision::int as revision from remit.sign_version($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)");
const SEAL = statement("version.seal", "select remit.seal_version($1, $2, $3)");
const ADDRESSES = statement("version.addresses", "select name, email from remit.signatory_addresses($1)");
const REFUSE = statement("version.refuse", "select remit.refuse_version($1, $2, $3, $4, $5, $6, $7, $8)::int as revision");
const WITHDRAW = statement("version.withdraw", "select revision::int as revision, was_signed as signed from remit.withdraw_version($1, $2, $3, $4, $5, $6)");
const SEAL_WITHDRAWAL = statement("version.seal-withdrawal", "select remit.seal_withdrawal($1, $2)");
const DELEGATE = statement("version.delegate", "select remit.delegate_signature($1, $2, $3, $4, $5, $6, $7)::int as revision");
const REMIND = statement("version.remind", "select name, email from remit.remind_signatories($1, $2)");
const SET_CONTACT = statement("version.set-contact", "select remit.set_signatory_contact($1, $2, $3, $4, $5, $6)::int as revision");

export interface Seat {
  readonly number: number;
  readonly party: string;
  readonly person: string;
  readonly partyName: string;
  readonly name: string;
  readonly place: number;
  readonly delegate: string | null;
  readonly delegateName: string | null;
  readonly reminded: Date | null;
  /** Their party does not name them any more. */
  readonly removed: boolean;
  /** Somebody here may sign for them. */
  readonly here: boolean;
  /** Whoever asks may. */
  readonly own: boolean;
}
export interface KeptSignature {
  readonly party: string;
  readonly person: string;
  readonly name: string;
  readonly account: string;
  readonly delegate?: string;
  readonly how: string;
  readonly intent: string;
  readonly at: string;
  readonly digest: string;
  readonly address?: string;
  readonly agent?: string;
}
/** A version as it lies in the database, without its text. Instants in UTC with milliseconds. */
export interface VersionRecord {
  readonly workspace: string;
  readonly number: number;
  readonly revision: number;
  readonly title: string;
  readonly digest: string;
  readonly validFrom: string | null;
  readonly validUntil: string | null;
  readonly offeredBy: string;
  readonly offeredFor: string;
  readonly offeredAt: string;
  readonly completedAt: string | null;
  readonly refusedAt: string | null;
  readonly withdrawn: { readonly party: string; readonly name: string; readonly reason: string; readonly at: string; readonly seal: string } | null;
  readonly offerSeal: string;
  readonly seal: string;
  readonly key: string;
  readonly required: readonly { readonly party: string; readonly partyName: string; readonly person: string; readonly name: string }[];
  readonly signatures: readonly KeptSignature[];
  readonly refusals: readonly { readonly party: string; readonly person: string; readonly name: string; readonly reason: string; readonly rows: readonly { readonly activity: string; readonly reason: string }[]; readonly at: string }[];
  /** Its text is the one its digest was taken of. */
  readonly sound: boolean;
}
export interface WholeVersion extends Omit<VersionRecord, "sound"> {
  /** RFC 8785 text of the matrix. */
  readonly matrix: string;
}
export interface SignPolicy {
  readonly inOrder: readonly string[];
  readonly weights: Policy;
}
export interface SigningSetup {
  readonly policy: SignPolicy;
  readonly signatories: readonly { readonly party: string; readonly person: string; readonly account: string | null }[];
  /** Parties whose signatories whoever asks may name. */
  readonly nameable: readonly string[];
  readonly deciding: readonly string[];
  /** Of one's own party. */
  readonly contacts: readonly { readonly person: string; readonly address: string }[];
  readonly links: readonly { readonly number: number; readonly person: string; readonly until: Date; readonly burnt: boolean }[];
}
/** What came of the last signature, and to whom it is told. */
export interface Told {
  readonly name: string;
  readonly email: string;
}
export interface Seal {
  readonly seal: string;
  readonly key: string;
}
/** How somebody who signs showed who they are, and from where. */
export interface SignedHow {
  readonly digest: string;
  readonly how: string;
  readonly intent: string;
  readonly address: string;
  readonly agent: string;
}

export const bytes = (hex: string): Buffer => Buffer.from(hex, "hex");
export const saidValues = ({ edit, what, salt, payloadHash }: Said): readonly unknown[] => [edit, what, bytes(salt), bytes(payloadHash)];

/** Newest first. */
export const versionsOf = async (db: Database, actor: string, workspace: string): Promise<readonly VersionRecord[]> => (await db.once<{ version: VersionRecord }>(actor, workspace, ALL)).map(({ version }) => version);
export const wholeVersion = async (db: Database, actor: string, workspace: string, number: number): Promise<WholeVersion | undefined> => (await db.once<{ version: WholeVersion | null }>(actor, workspace, WHOLE, [number]))[0]?.version ?? undefined;
export const seatsOf = (db: Database, actor: string, workspace: string, number?: number): Promise<Seat[]> => db.once<Seat>(actor, workspace, SEATS, [number ?? null]);
export const signingSetup = (db: Database, actor: string, workspace: string): Promise<SigningSetup> =>
  db.inWorkspace(actor, workspace, async (run) => {
    const parties = await run<{ party: string; deciding: boolean; nameable: boolean }>(PARTIES);
    const [rule] = await run<SignPolicy>(POLICY);
    return {
      policy: { inOrder: rule?.inOrder ?? [], weights: { ...DEFAULT_POLICY, ...rule?.weights } },
      signatories: await run(SIGNATORIES),
      nameable: parties.filter(({ nameable }) => nameable).map(({ party }) => party),
      deciding: parties.filter(({ deciding }) => deciding).map(({ party }) => party),
      contacts: await run(CONTACTS),
      links: await run(LINKS),
    };
  }, "one snapshot");

export const nameSignatories = (db: Database, actor: string, workspace: string, party: string, people: readonly { readonly person: string; readonly account?: string | null | undefined }[], said: Said) =>
  unlessDenied(db.once<{ revision: number }>(actor, workspace, NAME, [party, JSON.stringify(people), ...saidValues(said)]).then(([row]) => row?.revision ?? 0));
export const setSignPolicy = (db: Database, actor: string, workspace: string, { inOrder, weights }: SignPolicy, said: Said) =>
  unlessDenied(db.once<{ revision: number }>(actor, workspace, SET_POLICY, [[...inOrder], JSON.stringify(weights), ...saidValues(said)]).then(([row]) => row?.revision ?? 0));

const whole = async (run: Run, number: number): Promise<WholeVersion> => {
  const [row] = await run<{ version: WholeVersion }>(WHOLE, [number]);
  if (!row) throw new Error("a version that was just written is there");
  return row.version;
};

/** Freezes a draft and seals what is offered, both or neither. @param letters to whoever has to sign. */
export const offerVersion = (db: Database, actor: string, workspace: string, { revision, title, matrix, digest, from, until }: { readonly revision: number; readonly title: string; readonly matrix: string; readonly digest: string; readonly from: string | undefined; readonly until: string | undefined }, said: Said, seal: (version: WholeVersion) => Seal, letters: (version: WholeVersion, to: readonly Told[]) => readonly Buffer[]) =>
  unlessDenied(
    db.inWorkspace(actor, workspace, async (run) => {
      const [made] = await run<{ number: number; revision: number }>(OFFER, [revision, title, matrix, bytes(digest), from ?? null, until ?? null, ...saidValues(said)]);
      if (!made) throw new Error("an offer answers");
      const version = await whole(run, made.number);
      if (version.offerSeal !== "") return made;
      const { seal: set, key } = seal(version);
      await run(SEAL_OFFER, [made.number, set, key]);
      for (const letter of letters(version, await run<Told>(ADDRESSES, [made.number]))) await run(PUT_MAIL, [letter]);
      return made;
    }),
  );

/** Signs; with the last signature the seal is set and the letters lie in the outbox, all or nothing. */
export const signVersion = (db: Database, actor: string, workspace: string, number: number, person: string, { digest, how, intent, address, agent }: SignedHow, said: Said, seal: (version: WholeVersion) => Seal, letters: (version: WholeVersion, to: readonly Told[]) => readonly Buffer[]) =>
  unlessDenied(
    db.inWorkspace(actor, workspace, async (run) => {
      const [made] = await run<{ complete: boolean; revision: number }>(SIGN, [number, person, bytes(digest), how, intent, address, agent, ...saidValues(said)]);
      if (!made) throw new Error("a signature answers");
      if (made.complete) {
        const version = await whole(run, number);
        const { seal: set, key } = seal(version);
        await run(SEAL, [number, set, key]);
        for (const letter of letters(version, await run<Told>(ADDRESSES, [number]))) await run(PUT_MAIL, [letter]);
      }
      return made;
    }),
  );
export const refuseVersion = (db: Database, actor: string, workspace: string, number: number, person: string, reason: string, rows: readonly object[], said: Said) =>
  unlessDenied(db.once<{ revision: number }>(actor, workspace, REFUSE, [number, person, reason, JSON.stringify(rows), ...saidValues(said)]).then(([row]) => row?.revision ?? 0));
export const withdrawVersion = (db: Database, actor: string, workspace: string, number: number, reason: string, said: Said, seal: (version: WholeVersion) => string, letters: (version: WholeVersion, to: readonly Told[]) => readonly Buffer[]) =>
  unlessDenied(
    db.inWorkspace(actor, workspace, async (run) => {
      const [made] = await run<{ revision: number; signed: boolean }>(WITHDRAW, [number, reason, ...saidValues(said)]);
      if (!made) throw new Error("a withdrawal answers");
      const version = await whole(run, number);
      await run(SEAL_WITHDRAWAL, [number, seal(version)]);
      if (made.signed) for (const letter of letters(version, await run<Told>(ADDRESSES, [number]))) await run(PUT_MAIL, [letter]);
      return made.revision;
    }),
  );
export const delegateSignature = (db: Database, actor: string, workspace: string, number: number, person: string, to: string, said: Said) =>
  unlessDenied(db.once<{ revision: number }>(actor, workspace, DELEGATE, [number, person, to, ...saidValues(said)]).then(([row]) => row?.revision ?? 0));
/** @returns how many were reminded: nobody twice in a day. */
export const remindSignatories = (db: Database, actor: string, workspace: string, number: number, person: string | null, letter: (to: Told) => Buffer) =>
  unlessDenied(
    db.inWorkspace(actor, workspace, async (run) => {
      const to = await run<Told>(REMIND, [number, person]);
      for (const one of to) await run(PUT_MAIL, [letter(one)]);
      return new Set(to.map(({ name }) => name)).size;
    }),
  );
export const setSignatoryContact = (db: Database, actor: string, workspace: string, person: string, address: string | null, said: Said) =>
  unlessDenied(db.once<{ revision: number }>(actor, workspace, SET_CONTACT, [person, address, ...saidValues(said)]).then(([row]) => row?.revision ?? 0));
