import type { MatrixDocument } from "#core/model/document.ts";
import { takeStand, type Stand } from "#db/agreement.ts";
import type { Database } from "#db/database.ts";
import type { Drafts } from "../draft/drafts.ts";
import { sealedWords } from "../draft/sealed-words.ts";
import { Refused } from "../refusal.ts";

export interface TakenStand {
  /** Given by the sender: taken once. */
  readonly id: string;
  readonly rows: readonly string[];
  readonly stand: Stand["stand"] | "none";
  readonly reason: string | null;
  /** The revision the rows were read at. */
  readonly seen: number;
}

/** Titles named in one entry of the history. */
const NAMED = 200;
const VERB: Readonly<Record<TakenStand["stand"], string>> = { agreed: "agreed to", contested: "contested", none: "took the word back on" };

/** Rows by their titles, for the history. */
export function rowsInWords({ activities }: MatrixDocument, rows: readonly string[]): string {
  const wanted = new Set(rows);
  const titles = activities.filter(({ id }) => wanted.has(id)).map(({ title }) => `“${title}”`);
  const rest = titles.length - NAMED;
  return [...titles.slice(0, NAMED), ...(rest > 0 ? [`${rest} more`] : [])].join(", ");
}

/**
 * Says for one's party what it thinks of rows as they stand.
 * @throws Refused: may-not, `changed` where a row is not as it was seen.
 */
export async function stand(db: Database, drafts: Drafts, actor: string, workspace: string, { id, rows, stand: taken, reason, seen }: TakenStand): Promise<number> {
  const { document } = await drafts.read(actor, workspace);
  const what = `${VERB[taken]} ${rowsInWords(document, rows)}${reason === null ? "" : `: ${reason}`}`;
  const done = await takeStand(db, actor, workspace, rows, taken, reason, seen, { edit: id, what, ...sealedWords(what, []) });
  if (done.ok) {
    drafts.said(workspace, done.value);
    return done.value;
  }
  switch (done.denied) {
    case "may-not":
      throw new Refused({ code: "may-not", what: "decide for a party" });
    case "in-the-way":
      throw new Refused({ code: "changed" });
    default:
      throw new Refused({ code: "not-found" });
  }
}
