import type { MatrixDocument } from "#core/model/document.ts";
import { changedRows } from "#core/version/changed-rows.ts";
import { sealWords, withdrawalWords } from "#core/version/signed-version.ts";
import { startOf } from "#core/version/states.ts";
import { delegateSignature, refuseVersion, remindSignatories, seatsOf, signVersion, versionsOf, wholeVersion, withdrawVersion, type Seat, type SignedHow, type Told, type WholeVersion } from "#db/version.ts";
import type { Said } from "#db/agreement.ts";
import { sealedWords } from "../draft/sealed-words.ts";
import { Refused } from "../refusal.ts";
import { deniedToSign, trouble } from "./denied.ts";
import { factsOf, isAltered } from "./facts.ts";
import type { Acting, SigningHouse } from "./house.ts";
import { signedParts } from "./signed-file.ts";
import { digestLetter, signLetter, withdrawnLetter } from "./version-letters.ts";

const saying = (edit: string, what: string): Said => ({ edit, what, ...sealedWords(what, []) });

/** The seal over a version that everybody has signed. */
export const sealed = ({ signer }: Pick<SigningHouse, "signer">) => (version: WholeVersion) => ({ seal: signer.sign(sealWords(signedParts(version))), key: signer.key });

/** The digest, to everybody who signed. */
export const digestLetters = (house: SigningHouse, workspaceName: string) => (version: WholeVersion, to: readonly Told[]): readonly Buffer[] => {
  const start = startOf(factsOf(version));
  const from = start === undefined || start <= Date.parse(version.completedAt ?? "") ? "from now on" : `from ${version.validFrom} on`;
  return house.mails ? to.map(({ name, email }) => house.letter(digestLetter({ to: email, name, workspace: workspaceName, number: version.number, digest: version.digest, key: house.signer.key, from }))) : [];
};

/** Rows that differ between what somebody saw, where it is a version that is known here, and what they would sign. */
export async function whatChanged({ db }: Pick<SigningHouse, "db">, account: string, workspace: string, seen: string, version: WholeVersion): Promise<readonly string[]> {
  const known = (await versionsOf(db, account, workspace)).find(({ digest }) => digest === seen);
  const old = known && (await wholeVersion(db, account, workspace, known.number));
  if (!old) return [];
  const { added, removed, changed } = changedRows(JSON.parse(old.matrix) as MatrixDocument, JSON.parse(version.matrix) as MatrixDocument);
  return [...changed, ...added, ...removed].slice(0, 20);
}

async function seatOf({ db }: Pick<SigningHouse, "db">, { account, workspace }: Acting, number: number, person: string): Promise<Seat> {
  const seat = (await seatsOf(db, account, workspace, number)).find((one) => one.person === person);
  if (!seat) throw new Refused({ code: "not-found" });
  return seat;
}

/**
 * Signs a version: what was read, as whoever just showed who they are.
 * @throws Refused: version, not-found.
 */
export async function sign(house: SigningHouse, acting: Acting, number: number, person: string, id: string, shown: SignedHow): Promise<{ readonly complete: boolean; readonly revision: number }> {
  const { db, drafts, signer } = house;
  const { account, workspace, workspaceName } = acting;
  const version = await wholeVersion(db, account, workspace, number);
  if (!version) throw new Refused({ code: "not-found" });
  if (isAltered(version, signer)) throw trouble("altered");
  if (shown.digest !== version.digest) throw trouble("other-text", await whatChanged(house, account, workspace, shown.digest, version));
  const seat = await seatOf(house, acting, number, person);
  const said = saying(id, `signed version ${number} for ${seat.partyName}${seat.delegateName === null ? "" : ` as ${seat.delegateName}, for ${seat.name}`}, digest ${version.digest}`);
  const done = await signVersion(db, account, workspace, number, person, shown, said, sealed(house), digestLetters(house, workspaceName));
  if (!done.ok) throw deniedToSign(done.denied);
  drafts.said(workspace, done.value.revision);
  return done.value;
}

/** Refuses a version, which ends it: with a reason, and reasons per row. @throws Refused */
export async function refuse({ db, drafts }: SigningHouse, { account, workspace }: Acting, number: number, person: string, id: string, reason: string, rows: readonly { readonly activity: string; readonly reason: string }[]): Promise<number> {
  const done = await refuseVersion(db, account, workspace, number, person, reason, rows, saying(id, `refused to sign version ${number}: ${reason}`));
  if (!done.ok) throw deniedToSign(done.denied);
  drafts.said(workspace, done.value);
  return done.value;
}

/** Withdraws what waits for signatures, or what is signed. @throws Refused */
export async function withdraw(house: SigningHouse, { account, workspace, workspaceName }: Acting, number: number, id: string, reason: string): Promise<number> {
  const { db, drafts, signer } = house;
  const seal = (version: WholeVersion): string => (version.withdrawn === null ? "" : signer.sign(withdrawalWords(signedParts(version), version.withdrawn)));
  const letters = (version: WholeVersion, to: readonly Told[]): readonly Buffer[] => (house.mails ? to.map(({ name, email }) => house.letter(withdrawnLetter({ to: email, name, workspace: workspaceName, number, digest: version.digest, by: version.withdrawn?.name ?? "", reason }))) : []);
  const done = await withdrawVersion(db, account, workspace, number, reason, saying(id, `withdrew version ${number}: ${reason}`), seal, letters);
  if (!done.ok) {
    if (done.denied === "may-not") throw trouble("theirs");
    throw done.denied === "gone" ? trouble("not-open") : new Refused({ code: "not-found" });
  }
  drafts.said(workspace, done.value);
  return done.value;
}

/** Hands a signature on to another person of the same party. @throws Refused */
export async function delegate(house: SigningHouse, acting: Acting, number: number, person: string, to: string, id: string): Promise<number> {
  const { db, drafts } = house;
  const { account, workspace } = acting;
  const seat = await seatOf(house, acting, number, person);
  const version = await wholeVersion(db, account, workspace, number);
  const name = (JSON.parse(version?.matrix ?? "{}") as Partial<MatrixDocument>).people?.find((one) => one.id === to)?.name ?? to;
  const done = await delegateSignature(db, account, workspace, number, person, to, saying(id, `handed the signature of ${seat.name} under version ${number} on to ${name}`));
  if (!done.ok) throw done.denied === "agreed" ? trouble("not-of-party", [name]) : deniedToSign(done.denied);
  drafts.said(workspace, done.value);
  return done.value;
}

/** Reminds who has not signed; nobody more than once a day. @returns how many. */
export async function remind(house: SigningHouse, { account, workspace, workspaceName }: Acting, number: number, person: string | null): Promise<number> {
  if (!house.mails) throw trouble("no-mail");
  const done = await remindSignatories(house.db, account, workspace, number, person, ({ name, email }) => house.letter(signLetter({ to: email, name, workspace: workspaceName, number, page: house.page(`/w/${workspace}/versions/${number}`), again: true })));
  if (!done.ok) throw done.denied === "may-not" ? new Refused({ code: "may-not", what: "remind somebody for a party" }) : deniedToSign(done.denied);
  return done.value;
}
