import { createHash, randomInt } from "node:crypto";
import { askSignCode, makeSignLink, refuseByLink, signByLink, signLinkOf, trySignCode, versionByLink, type SignLink } from "#db/sign-link.ts";
import { seatsOf, type SignedHow, type WholeVersion } from "#db/version.ts";
import { sealedWords } from "../draft/sealed-words.ts";
import { Refused } from "../refusal.ts";
import { deniedToSign, trouble } from "./denied.ts";
import { isAltered } from "./facts.ts";
import type { Acting, SigningHouse } from "./house.ts";
import { digestLetters, sealed } from "./sign.ts";
import { codeLetter } from "./version-letters.ts";

/** How long a link lives. */
const LINK_MS = 14 * 86_400_000;
const saying = (edit: string, what: string) => ({ edit, what, ...sealedWords(what, []) });

const hashOf = (words: string): Buffer => createHash("sha256").update(words).digest();
/** Of a code together with what stands in its link: whoever reads the database alone guesses neither. */
const codeHash = (secret: string, code: string): Buffer => hashOf(`${secret}:${code}`);

/** The link of a signatory of one's own party who has no account. @param secret what stands in it. @throws Refused */
export async function link({ db, drafts, mails }: SigningHouse, { account, workspace }: Acting, number: number, person: string, id: string, secret: string, now: number): Promise<{ readonly until: Date }> {
  if (!mails) throw trouble("no-mail");
  const seat = (await seatsOf(db, account, workspace, number)).find((one) => one.person === person);
  if (!seat) throw new Refused({ code: "not-found" });
  const until = new Date(now + LINK_MS);
  const done = await makeSignLink(db, account, workspace, { number, person, token: hashOf(secret), until }, saying(id, `made a link for ${seat.delegateName ?? seat.name} to sign version ${number} with a code`));
  if (!done.ok) throw done.denied === "agreed" ? trouble("no-channel", [seat.delegateName ?? seat.name]) : done.denied === "may-not" ? new Refused({ code: "may-not", what: "make links for this party" }) : deniedToSign(done.denied);
  drafts.said(workspace, done.value);
  return { until };
}

/** What a link shows. @throws Refused */
export async function linked({ db, signer }: Pick<SigningHouse, "db" | "signer">, secret: string): Promise<{ readonly link: SignLink; readonly version: WholeVersion }> {
  const token = hashOf(secret);
  const [link, version] = [await signLinkOf(db, token), await versionByLink(db, token)];
  if (!link || !version) throw trouble("link-gone");
  if (isAltered(version, signer)) throw trouble("altered");
  return { link, version };
}

/** Sends a code to the address the signatory's own party entered. @throws Refused */
export async function askCode(house: SigningHouse, secret: string): Promise<SignLink> {
  if (!house.mails) throw trouble("no-mail");
  const { link } = await linked(house, secret);
  const code = String(randomInt(1_000_000)).padStart(6, "0");
  const done = await askSignCode(house.db, link, hashOf(secret), codeHash(secret, code), (to) => house.letter(codeLetter({ to, name: link.name, workspace: link.workspaceName, number: link.number, code })));
  if (!done.ok) throw trouble("codes");
  if (!done.value) throw trouble("link-gone");
  return link;
}

async function withCode({ db }: Pick<SigningHouse, "db">, secret: string, code: string): Promise<Buffer> {
  const hash = codeHash(secret, code);
  if (!(await trySignCode(db, hashOf(secret), hash))) throw trouble("code-wrong");
  return hash;
}

/** Signs with a link and its code. @throws Refused */
export async function signLinked(house: SigningHouse, secret: string, code: string, id: string, shown: Omit<SignedHow, "how">): Promise<{ readonly complete: boolean; readonly number: number; readonly workspace: string }> {
  const { link, version } = await linked(house, secret);
  if (shown.digest !== version.digest) throw trouble("other-text");
  const hash = await withCode(house, secret, code);
  const said = saying(id, `${link.name} signed version ${link.number} for ${link.partyName} by link and code, digest ${version.digest}`);
  const done = await signByLink(house.db, link, hashOf(secret), hash, { ...shown, how: "link and code" }, said, sealed(house), digestLetters(house, link.workspaceName));
  if (!done.ok) throw done.denied === "may-not" ? trouble("code-wrong") : deniedToSign(done.denied);
  house.drafts.said(link.workspace, done.value.revision);
  return { complete: done.value.complete, number: link.number, workspace: link.workspace };
}

/** Refuses with a link and its code. @throws Refused */
export async function refuseLinked(house: SigningHouse, secret: string, code: string, id: string, reason: string, rows: readonly object[]): Promise<{ readonly number: number; readonly workspace: string }> {
  const { link } = await linked(house, secret);
  const hash = await withCode(house, secret, code);
  const done = await refuseByLink(house.db, link, hashOf(secret), hash, reason, rows, saying(id, `${link.name} refused by link and code to sign version ${link.number}: ${reason}`));
  if (!done.ok) throw done.denied === "may-not" ? trouble("code-wrong") : deniedToSign(done.denied);
  house.drafts.said(link.workspace, done.value);
  return { number: link.number, workspace: link.workspace };
}
