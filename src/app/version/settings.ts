import type { MatrixDocument } from "#core/model/document.ts";
import { CAUSES, type Cause } from "#core/readiness/blockers.ts";
import { nameSignatories, setSignatoryContact, setSignPolicy, type SignPolicy } from "#db/version.ts";
import { sealedWords } from "../draft/sealed-words.ts";
import { Refused } from "../refusal.ts";
import { trouble } from "./denied.ts";
import type { Acting, SigningHouse } from "./house.ts";

const nameOf = ({ people }: MatrixDocument, person: string): string => people?.find(({ id }) => id === person)?.name ?? person;
const saying = (edit: string, what: string) => ({ edit, what, ...sealedWords(what, []) });

/** Says who signs for a party, all of them and in their order. @throws Refused */
export async function name({ db, drafts }: SigningHouse, { account, workspace }: Acting, id: string, party: string, people: readonly { readonly person: string; readonly account?: string | null | undefined }[]): Promise<number> {
  const { document } = await drafts.read(account, workspace);
  const called = document.parties.find((one) => one.id === party)?.name;
  if (called === undefined) throw new Refused({ code: "not-found" });
  const what = people.length === 0 ? `nobody signs for ${called} any more` : `for ${called} sign from now on: ${people.map(({ person }) => nameOf(document, person)).join(", ")}`;
  const done = await nameSignatories(db, account, workspace, party, people, saying(id, what));
  if (!done.ok) throw done.denied === "may-not" ? new Refused({ code: "may-not", what: "say who signs for this party" }) : done.denied === "in-the-way" ? trouble("not-of-party", people.map(({ person }) => nameOf(document, person))) : new Refused({ code: "not-found" });
  drafts.said(workspace, done.value);
  return done.value;
}

const IN_WORDS: Readonly<Record<Cause, string>> = { errors: "errors of the linter", counterexamples: "cases the proof finds nobody for", contested: "contested rows", untested: "contacts nobody tested", unadapted: "rows that still say what the template said" };

/** Says how versions are signed here. @throws Refused */
export async function rule({ db, drafts }: SigningHouse, { account, workspace }: Acting, id: string, policy: SignPolicy): Promise<number> {
  const { document } = await drafts.read(account, workspace);
  const order = policy.inOrder.map((party) => document.parties.find((one) => one.id === party)?.name ?? party);
  const blocks = CAUSES.filter((cause) => policy.weights[cause] === "block").map((cause) => IN_WORDS[cause]);
  const what = `versions are signed ${order.length === 0 ? "in any order" : `in the order ${order.join(", ")}`}${blocks.length === 0 ? "" : `, and not offered with ${blocks.join(", ")}`}`;
  const done = await setSignPolicy(db, account, workspace, policy, saying(id, what));
  if (!done.ok) throw new Refused(done.denied === "may-not" ? { code: "may-not", what: "say how versions are signed" } : { code: "not-found" });
  drafts.said(workspace, done.value);
  return done.value;
}

/** Says where a signatory of one's own party gets codes; the address is in no history. @throws Refused */
export async function contact({ db, drafts }: SigningHouse, { account, workspace }: Acting, id: string, person: string, address: string | null): Promise<number> {
  const { document } = await drafts.read(account, workspace);
  const what = `${address === null ? "took away" : "entered"} where ${nameOf(document, person)} gets codes to sign with`;
  const done = await setSignatoryContact(db, account, workspace, person, address, saying(id, what));
  if (!done.ok) throw done.denied === "may-not" ? new Refused({ code: "may-not", what: "enter addresses for a party" }) : done.denied === "in-the-way" ? trouble("their-address") : new Refused({ code: "not-found" });
  drafts.said(workspace, done.value);
  return done.value;
}
