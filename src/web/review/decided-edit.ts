import type { Edit } from "#core/model/edit.ts";
import type { CellLetter } from "#core/model/cells.ts";
import type { MatrixDocument } from "#core/model/document.ts";

/** What a decision changes: one letter of a row goes to a role, away from whoever had it. */
export interface Change {
  readonly activity: string;
  readonly letter: "A" | "R";
  readonly role: string;
}

/** The edits of a decision; none where the row stands so already, or is gone. */
export function decidedEdits({ activities }: MatrixDocument, { activity, letter, role }: Change): readonly Edit[] {
  const row = activities.find(({ id }) => id === activity);
  if (row === undefined) return [];
  const holding = row.assignments.filter((one) => one.letter === letter).map((one) => one.role as string);
  if (holding.length === 1 && holding[0] === role) return [];
  const cells: Record<string, CellLetter[]> = {};
  for (const id of new Set([...holding, role])) {
    const kept = row.assignments.filter((one) => one.role === id && one.letter !== letter).map(({ role: _, ...rest }) => rest);
    cells[id] = id === role ? [...kept, { letter }] : kept;
  }
  return [{ do: "letters", activity, cells }];
}
