import { canonicalText } from "#core/model/canonical.ts";
import type { MatrixDocument } from "#core/model/document.ts";
import { CAUSES, type Blocker, type Policy } from "#core/readiness/blockers.ts";
import { endOf } from "#core/version/states.ts";
import { offerWords } from "#core/version/signed-version.ts";
import { digestOfText } from "#core/version/verify-version.ts";
import { offerVersion, signingSetup, type SigningSetup } from "#db/version.ts";
import { sealedWords } from "../draft/sealed-words.ts";
import { Refused } from "../refusal.ts";
import { trouble } from "./denied.ts";
import type { Acting, SigningHouse } from "./house.ts";
import { signedParts } from "./signed-file.ts";
import { signLetter } from "./version-letters.ts";

/** The matrix of a document as it is frozen: everything but the directory. Values only one side may see are never in it. */
export function frozen({ directory: _, ...matrix }: MatrixDocument): { readonly text: string; readonly digest: string } {
  const text = canonicalText(matrix);
  return { text, digest: digestOfText(text) };
}

/** What keeps a draft from being offered, by name; nothing when nothing does. */
export function whatIsMissing(document: MatrixDocument, { signatories, deciding }: Pick<SigningSetup, "signatories" | "deciding">): readonly string[] {
  const named = new Map((document.parties ?? []).map(({ id, name }) => [id as string, name]));
  const people = new Map((document.people ?? []).map((person) => [person.id as string, person]));
  const missing = deciding.filter((party) => !signatories.some((one) => one.party === party)).map((party) => named.get(party) ?? party);
  if (missing.length === 0 && new Set(signatories.map(({ party }) => party)).size < 2) missing.push(...document.parties.filter(({ id }) => !signatories.some(({ party }) => party === id)).map(({ name }) => name));
  return [...missing, ...signatories.filter(({ person, party }) => people.get(person)?.party !== party).map(({ person }) => people.get(person)?.name ?? person)];
}

/** Whoever would sign for two parties, because the matrix says that two of its people are one human. */
function oneForTwo(document: MatrixDocument, { signatories }: Pick<SigningSetup, "signatories">): readonly string[] {
  const party = new Map(signatories.map((one) => [one.person, one.party]));
  return (document.people ?? []).filter(({ id, sameHumanAs }) => sameHumanAs !== undefined && party.has(id) && party.has(sameHumanAs) && party.get(id) !== party.get(sameHumanAs)).map(({ name }) => name);
}

/** What is still open in a draft, by the policy of its workspace. */
export type Judge = (policy: Policy) => Promise<readonly Blocker[]>;

/** What blocks, in words; what is only told is not asked for. */
async function blocking(judge: Judge, weights: Policy): Promise<readonly string[]> {
  const asked = Object.fromEntries(CAUSES.map((cause) => [cause, weights[cause] === "block" ? "block" : "ignore"])) as Policy;
  if (CAUSES.every((cause) => asked[cause] === "ignore")) return [];
  return (await judge(asked)).map(({ says }) => says);
}

/**
 * Offers the draft as it stands at a revision as the next version, unless something is open that the workspace says must not be.
 * @param seen the revision whoever offers it has read.
 * @throws Refused: version, may-not, unfit.
 */
export async function offer(house: SigningHouse, { account, workspace, workspaceName }: Acting, id: string, seen: number, now: number, judge: Judge): Promise<{ readonly number: number; readonly revision: number }> {
  const { db, drafts, signer } = house;
  const { document, revision } = await drafts.read(account, workspace);
  if (revision !== seen) throw trouble("draft-went-on");
  const { title, validFrom, validUntil } = document;
  if (validUntil !== undefined && (endOf({ validUntil }) <= now || (validFrom !== undefined && validFrom > validUntil))) throw trouble("over", [validUntil]);
  const setup = await signingSetup(db, account, workspace);
  const missing = whatIsMissing(document, setup);
  if (missing.length > 0) throw trouble("nobody-named", missing);
  const both = oneForTwo(document, setup);
  if (both.length > 0) throw trouble("one-human", both);
  const blocked = await blocking(judge, setup.policy.weights);
  if (blocked.length > 0) throw trouble("not-ready", blocked);
  const { text, digest } = frozen(document);
  const said = `offered the draft as the next version, digest ${digest}`;
  const done = await offerVersion(db, account, workspace, { revision, title, matrix: text, digest, from: validFrom, until: validUntil }, { edit: id, what: said, ...sealedWords(said, []) }, (version) => ({ seal: signer.sign(offerWords(signedParts(version))), key: signer.key }), (version, to) =>
    house.mails ? to.map(({ name, email }) => house.letter(signLetter({ to: email, name, workspace: workspaceName, number: version.number, page: house.page(`/w/${workspace}/versions/${version.number}`), again: false }))) : []);
  if (!done.ok) {
    if (done.denied === "changed") throw trouble("draft-went-on");
    if (done.denied === "in-the-way") throw trouble("one-offered");
    if (done.denied === "gone") throw trouble("nobody-named");
    throw new Refused(done.denied === "may-not" ? { code: "may-not", what: "offer a version for a party" } : { code: "not-found" });
  }
  drafts.said(workspace, done.value.revision);
  return done.value;
}
