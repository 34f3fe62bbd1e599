import type { MatrixDocument } from "#core/model/document.ts";
import type { Edit } from "#core/model/edit.ts";
import { itemsOf } from "#core/model/items.ts";
import { closeProposal, propose as keepProposal, proposalOf, type Proposal } from "#db/agreement.ts";
import type { Database } from "#db/database.ts";
import type { Denied } from "#db/denied.ts";
import type { Drafts } from "../draft/drafts.ts";
import { sealedWords } from "../draft/sealed-words.ts";
import { edited, refuseUnfit } from "../draft/fit.ts";
import { Refused } from "../refusal.ts";
import { rowsInWords } from "./stand.ts";

export interface WantedProposal {
  /** Given by the sender: made once. */
  readonly id: string;
  /** The revision it was typed over. */
  readonly base: number;
  readonly what: string;
  readonly edits: readonly Edit[];
  readonly reason: string | null;
  /** The proposal of another party that this one answers. */
  readonly counters: string | null;
}

const isOfRow = (edit: Edit): boolean => edit.do === "assign" || edit.do === "unassign" || edit.do === "letters" || (edit.do === "set" ? edit.at.kind : "kind" in edit ? edit.kind : undefined) === "activity";

/** Rows that edits change, take away or add. */
function changedRows(before: MatrixDocument, after: MatrixDocument): string[] {
  const old = new Map(itemsOf(before, "activity").map((row) => [row.id, row]));
  const changed = itemsOf(after, "activity").filter((row) => old.get(row.id) !== row).map(({ id }) => id);
  const left = new Set(itemsOf(after, "activity").map(({ id }) => id));
  return [...changed, ...[...old.keys()].filter((id) => !left.has(id))];
}

/**
 * Proposes a change to rows for the other parties to answer.
 * @throws Refused: unfit where it does not fit the matrix as it stands, may-not, `closed` where what it counters is answered.
 */
export async function propose(db: Database, drafts: Drafts, actor: string, workspace: string, { id, base, what, edits, reason, counters }: WantedProposal): Promise<number> {
  const { document, revision } = await drafts.read(actor, workspace);
  const one = (message: string): Refused => new Refused({ code: "unfit", problems: [{ place: "the proposal", message }] });
  if (edits.some((edit) => edit.do === "replace")) throw one("a whole matrix is not proposed at once: propose the rows that change");
  if (!edits.every(isOfRow)) throw one("parties agree on rows: what else changes is edited, not proposed");
  if (base > revision) throw one("it is made over a revision that nobody has seen yet");
  const { document: after } = edited(document, edits);
  refuseUnfit(after, { puts: itemsOf(after, "activity").map((body) => ({ kind: "activity", id: body.id, place: 0, body, was: null })), gone: [] });
  const activities = changedRows(document, after);
  if (activities.length === 0) throw one("it changes no row: rows are what parties agree on");
  const theirs = counters === null ? undefined : await proposalOf(db, actor, workspace, counters);
  const said = `proposed ${what}${theirs === undefined ? "" : `, instead of the proposal ${theirs.what}`}${reason === null ? "" : `: ${reason}`}`;
  const done = await keepProposal(db, actor, workspace, { base, what, edits, activities, reason, counters }, { edit: id, what: said, ...sealedWords(said, []) });
  if (!done.ok) throw denied(done.denied);
  drafts.said(workspace, done.value);
  return done.value;
}

/** Withdraws a proposal of one's own side, or declines another's with a reason. */
export async function close(db: Database, drafts: Drafts, actor: string, workspace: string, proposal: string, id: string, reason: string | null, party: string | null): Promise<number> {
  const wanted = await open(db, actor, workspace, proposal);
  const said = `${wanted.party === party ? "withdrew" : "declined"} the proposal ${wanted.what}${reason === null ? "" : `: ${reason}`}`;
  const done = await closeProposal(db, actor, workspace, proposal, reason, { edit: id, what: said, ...sealedWords(said, []) });
  if (!done.ok) throw denied(done.denied);
  drafts.said(workspace, done.value);
  return done.value;
}

/** Accepts another party's proposal. @throws Refused: clash where a row changed since, may-not, closed. */
export async function accept(db: Database, drafts: Drafts, actor: string, workspace: string, proposal: string, id: string, seen: number): Promise<number> {
  const wanted = await proposalOf(db, actor, workspace, proposal);
  if (!wanted) throw new Refused({ code: "not-found" });
  const { document } = await drafts.read(actor, workspace);
  const made = await drafts.accept(actor, workspace, wanted, seen, { id, what: `accepted the proposal ${wanted.what}, which changes ${rowsInWords(document, wanted.activities) || "rows"}` });
  return made.revision;
}

async function open(db: Database, actor: string, workspace: string, id: string): Promise<Proposal> {
  const found = await proposalOf(db, actor, workspace, id);
  if (!found) throw new Refused({ code: "not-found" });
  return found;
}

function denied(why: Denied): Refused {
  switch (why) {
    case "may-not":
      return new Refused({ code: "may-not", what: "propose or answer for a party" });
    case "in-the-way":
      return new Refused({ code: "closed" });
    default:
      return new Refused({ code: "not-found" });
  }
}
