import type { Activity } from "#core/model/activity.ts";
import type { Edit } from "#core/model/edit.ts";
import { idFrom } from "#core/model/id.ts";
import { Unreadable } from "#formats/remit-sheet/field.ts";
import { editsBetween, MANY_ROWS, written } from "./cell-edits.ts";
import { lettersIn, withCells, type Letters } from "./cell-letters.ts";
import type { Block } from "./clipboard.ts";
import type { Column } from "./columns.ts";

/** A cell that was not taken, and why. */
export interface Refused {
  readonly row: string;
  readonly column: string;
  readonly text: string;
  readonly why: string;
}

export interface Pasted {
  readonly edits: readonly Edit[];
  /** Cells that were written, those that held the same before among them. */
  readonly cells: number;
  readonly refused: readonly Refused[];
  /** Rows of the block that found no row to go to, and became new ones. */
  readonly added: number;
  /** Columns of the block beyond the last column. */
  readonly beyond: number;
}

/**
 * Edits that lay a block over the grid from its first row and column on. One cell over a larger selection fills it;
 * a selection that holds the block several times is filled with it. Cells that cannot be read stay as they were.
 * @param rows the rows of the grid from the first selected one on.
 * @param columns the columns of the grid from the first selected one on.
 * @param size how many rows and columns are selected.
 * @param ids ids that are taken; those of new rows are added.
 */
export function paste(block: Block, rows: readonly Activity[], columns: readonly Column[], size: { readonly rows: number; readonly columns: number }, ids: Set<string>, about: Partial<Activity> = {}): Pasted {
  const high = block.length;
  const wide = Math.max(...block.map((row) => row.length), 1);
  const times = (selected: number, own: number): number => (selected > own && selected % own === 0 ? selected : own);
  const [tall, broad] = [times(size.rows, high), times(size.columns, wide)];
  const refused: Refused[] = [];
  const edits: Edit[] = [];
  let added = 0;
  let taken = 0;
  for (let i = 0; i < tall; i++) {
    const cells = block[i % high] ?? [];
    const known = rows[i];
    if (!known && cells.every((cell) => cell.trim() === "")) continue;
    const before = known ?? newRow(cells, columns, ids, about);
    let after = before;
    const held = new Set<string>(before.assignments.map(({ role }) => role));
    const letters: Record<string, Letters> = {};
    let lettered = false;
    for (let j = 0; j < Math.min(broad, columns.length); j++) {
      const column = columns[j] as Column;
      const text = cells[j % wide];
      // A short line of the block says nothing about the cells it does not reach.
      if (text === undefined) continue;
      taken++;
      if (text === "" && column.kind === "role" && !held.has(column.role.id)) continue;
      const read = column.kind === "role" ? lettersIn(text) : written(after, column, text);
      if (read instanceof Unreadable) {
        taken--;
        refused.push({ row: before.title, column: column.title, text, why: read.why });
      } else if (column.kind === "role") {
        letters[column.role.id] = read as Letters;
        lettered = true;
      } else after = read as Activity;
    }
    // A cell of the block says what the cell shall be: over very many rows it is sent as it was read.
    const asRead = lettered && tall > MANY_ROWS && after.assignments === before.assignments;
    const other = after;
    if (lettered) after = withCells(after, letters);
    if (!known) {
      added++;
      edits.push({ do: "add", kind: "activity", item: after });
    } else if (asRead) {
      for (const edit of editsBetween(before, other)) edits.push(edit);
      if (after !== other) edits.push({ do: "letters", activity: before.id, cells: letters });
    } else for (const edit of editsBetween(before, after, tall > MANY_ROWS)) edits.push(edit);
  }
  return { edits, cells: taken, refused, added, beyond: Math.max(0, broad - columns.length) };
}

/** A row for a line of the block: its title where the title is pasted too, else a placeholder to be written over. */
function newRow(cells: readonly string[], columns: readonly Column[], ids: Set<string>, about: Partial<Activity>): Activity {
  const at = columns.findIndex(({ kind }) => kind === "title");
  const title = (at < 0 ? "" : (cells[at] ?? "").trim().slice(0, 1_000)) || "New activity";
  return { ...about, id: idFrom(title, ids), title, assignments: [] };
}

/** The texts of cells, as they are copied. */
export const copied = (rows: readonly Activity[], columns: readonly Column[]): string[][] => rows.map((row) => columns.map((column) => column.show(row)));
