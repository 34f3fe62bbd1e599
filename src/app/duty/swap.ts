import type { Letter } from "#accounts/letter.ts";
import { idFrom } from "#core/model/id.ts";
import type { MatrixDocument } from "#core/model/document.ts";
import { instantOf, minuteOf } from "#core/time/minute.ts";
import { burdenOf, onShift, shiftsOf } from "#core/who/rotation.ts";
import type { Author } from "#db/commit.ts";
import type { Database } from "#db/database.ts";
import { answerSwap, askSwap, openSwaps, personOf, personsHere, type SwapRequest } from "#db/swap-request.ts";
import type { Drafts } from "../draft/drafts.ts";
import { Refused } from "../refusal.ts";
import { swapLetter } from "./swap-letter.ts";

/** A turn that is asked away. */
export interface WantedSwap {
  readonly id: string;
  readonly rotation: string;
  readonly from: string;
  readonly until: string;
  readonly in: string;
}
export interface Member {
  readonly account: string;
  readonly name: string;
  readonly workspace: string;
  readonly workspaceName: string;
}
/** How a question leaves this house. */
export interface Messenger {
  readonly mails: boolean;
  letter(letter: Letter): Buffer;
  page(path: string): string;
}

const unfit = (place: string, message: string): Refused => new Refused({ code: "unfit", problems: [{ place, message }] });
/** A turn further away than this is nobody's yet. In minutes. */
const FAR = 400 * 1_440;

/** So many bounds of turns, times layers, are looked through in a few tenths of a second. */
const HEAVIEST = 2_000_000;

/** Whether a person is on duty in a rotation from one instant to another, all the time. */
function hasTurn(document: MatrixDocument, rotation: string, person: string, from: number, until: number): boolean {
  const found = document.rotations?.find(({ id }) => id === rotation);
  if (!found) return false;
  // Everybody waits meanwhile: what would take long is nobody's turn.
  if (burdenOf(found, from - 1_440, until + 1_440) > HEAVIEST) throw unfit("from", "this rotation has too many layers and turns: swap a shorter time");
  const shifts = shiftsOf(found, document.directory?.swaps ?? [], from - 1_440, until + 1_440);
  return onShift(shifts, from) === person && !shifts.from.some((at, i) => at > from && at < until && shifts.people[i] !== person);
}

/** Asks another of the same rotation to take a turn of one's own; by letter too, where they have an address here. @throws Refused */
export async function askForSwap(db: Database, drafts: Drafts, messenger: Messenger, { account, name, workspace, workspaceName }: Member, wanted: WantedSwap): Promise<void> {
  const { document } = await drafts.read(account, workspace);
  const me = await personOf(db, account, workspace);
  if (me === null) throw new Refused({ code: "may-not", what: "swap a turn: nobody of the matrix is named as you" });
  const rotation = document.rotations?.find(({ id }) => id === wanted.rotation);
  if (!rotation) throw new Refused({ code: "not-found" });
  if (wanted.in === me || !rotation.layers.some(({ people }) => people.some((person) => person === wanted.in))) throw unfit("in", "somebody else of the same rotation takes a turn");
  if (!(await personsHere(db, account, workspace)).includes(wanted.in)) throw unfit("in", `${nameIn(document, wanted.in)} has no account here that could say yes: ask them yourself, and let an editor enter the swap`);
  const [from, until] = [minuteOf(wanted.from), minuteOf(wanted.until)];
  const now = Date.now() / 60_000;
  if (until <= from || until <= now || until > now + FAR || !hasTurn(document, wanted.rotation, me, from, until)) throw unfit("from", "this is no turn of yours");
  const done = await askSwap(db, account, workspace, { id: wanted.id, rotation: wanted.rotation, starts: new Date(from * 60_000), ends: new Date(until * 60_000), in: wanted.in }, messenger.mails ? (to) => messenger.letter(swapLetter({ to, person: nameIn(document, wanted.in), asker: name, workspace: workspaceName, rotation: rotation.name, from: wanted.from, until: wanted.until, zone: zoneIn(document, wanted.in), page: messenger.page(`/w/${workspace}/duty`) })) : undefined);
  if (!done.ok) throw new Refused(done.denied === "in-the-way" ? { code: "may-not", what: "ask for more swaps before some are answered" } : { code: "not-found" });
}

/**
 * Answers a request. A yes changes who is on duty at once, and is written by whoever says it.
 * @returns the new revision, if the draft changed
 * @throws Refused
 */
export async function answerForSwap(db: Database, drafts: Drafts, { account, workspace }: Pick<Member, "account" | "workspace">, author: Author, id: string, answer: "yes" | "no" | "withdrawn"): Promise<number | undefined> {
  const request = (await openSwaps(db, account, workspace)).find((one) => one.id === id);
  const me = await personOf(db, account, workspace);
  if (!request || (answer === "withdrawn" ? request.by !== account : request.in !== me)) throw new Refused({ code: "not-found" });
  const made = answer === "yes" ? await swap(drafts, request, author, workspace) : undefined;
  const done = await answerSwap(db, account, workspace, id, answer);
  if (!done.ok || !done.value) throw new Refused({ code: "not-found" });
  return made;
}

const nameIn = (document: MatrixDocument, person: string): string => document.people?.find((one) => one.id === person)?.name ?? person;
const zoneIn = (document: MatrixDocument, person: string): string | undefined => document.people?.find((one) => one.id === person)?.timeZone;

async function swap(drafts: Drafts, { id, rotation, starts, ends, out, in: other }: SwapRequest, author: Author, workspace: string): Promise<number> {
  const { document, revision } = await drafts.read(typeof author === "string" ? author : author.account, workspace);
  const [from, until] = [starts.getTime() / 60_000, ends.getTime() / 60_000];
  if (!hasTurn(document, rotation, out, from, until)) throw unfit("from", "this turn is another's by now: ask again");
  const item = { id: idFrom(`${rotation} ${instantOf(from).slice(0, 10)} ${other}`, new Set((document.directory?.swaps ?? []).map((one) => one.id as string))), rotation, from: instantOf(from), until: instantOf(until), out, in: other };
  return (await drafts.edit(author, workspace, { id, base: revision, what: `${nameIn(document, other)} takes the turn of ${nameIn(document, out)} from ${instantOf(from)}, as both agreed`, edits: [{ do: "add", kind: "swap", item }] })).revision;
}
