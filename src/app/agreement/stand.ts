import type { MatrixDocument } from "#core/model/document.ts";
import type { Drafts, TakenStand } from "../draft/drafts.ts";

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
export async function stand(drafts: Drafts, actor: string, workspace: string, taken: TakenStand): Promise<number> {
  const { stand, rows, reason } = taken;
  const { revision } = await drafts.stand(actor, workspace, taken, (document) => `${VERB[stand]} ${rowsInWords(document, rows)}${reason === null ? "" : `: ${reason}`}`);
  return revision;
}
