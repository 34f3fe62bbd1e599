import type { Activity, Assignment, Letter } from "#core/model/activity.ts";
import type { Edit } from "#core/model/edit.ts";
import { Unreadable } from "#formats/remit-sheet/field.ts";
import type { Column } from "./columns.ts";

/** Letter by letter two people may write in one row; beyond so many changes the whole row travels as one edit. */
const LETTER_BY_LETTER = 12;

/**
 * The edits that make one row out of the other. Letters travel one by one, so that somebody else's letter in the
 * same row stands beside them; every other field as a whole.
 */
export function editsBetween(before: Activity, after: Activity, whole = false): Edit[] {
  if (before === after) return [];
  const edits: Edit[] = [];
  const place = { kind: "activity", id: before.id } as const;
  const fields = Object.keys({ ...before, ...after }) as (keyof Activity)[];
  for (const field of fields) {
    if (field === "id" || before[field] === after[field]) continue;
    if (field === "assignments") edits.push(...letterEdits(before, after, whole));
    else if (JSON.stringify(before[field]) !== JSON.stringify(after[field])) edits.push({ do: "set", at: place, field, value: after[field] ?? null });
  }
  return edits;
}

const equal = (a: Assignment | undefined, b: Assignment | undefined): boolean =>
  a === b || (a !== undefined && b !== undefined && a.role === b.role && a.letter === b.letter && a.condition === b.condition && a.alternative === b.alternative);

function letterEdits(before: Activity, after: Activity, whole: boolean): Edit[] {
  const [old, now] = [before.assignments, after.assignments];
  if (old.length === now.length && old.every((one, i) => equal(one, now[i]))) return [];
  const all: Edit = { do: "set", at: { kind: "activity", id: before.id }, field: "assignments", value: now };
  if (whole) return [all];
  const gone = old.filter((one) => !now.some((other) => equal(one, other)));
  const kept = old.filter((one) => now.some((other) => equal(one, other)));
  const added = now.slice(kept.length);
  const inOrder = kept.every((one, i) => equal(one, now[i])) && added.every(({ alternative }) => alternative === undefined);
  if (!inOrder || gone.length + added.length > LETTER_BY_LETTER) return [all];
  return [
    ...gone.filter((one) => !added.some(({ role, letter }) => role === one.role && letter === one.letter)).map(({ role, letter }): Edit => ({ do: "unassign", activity: before.id, role, letter })),
    ...added.map(({ role, letter, condition }): Edit => ({ do: "assign", activity: before.id, role, letter, ...(condition === undefined ? {} : { condition }) })),
  ];
}

/** The row with a text written in one of its cells. */
export const written = (row: Activity, column: Column, text: string): Activity | Unreadable => column.read(text.replace(/\r\n?/g, "\n").trim(), row);

/** Edits for a text written in one cell, or why it cannot be read. */
export function writeCell(row: Activity, column: Column, text: string): Edit[] | Unreadable {
  const after = written(row, column, text);
  return after instanceof Unreadable ? after : editsBetween(row, after);
}

/** A letter that every cell has is taken away from all of them; else those without it get it. */
export function toggleLetter(rows: readonly Activity[], roles: readonly string[], letter: Letter): Edit[] {
  const cells = rows.flatMap((row) => roles.map((role) => ({ row, role, has: row.assignments.some((one) => one.role === role && one.letter === letter) })));
  const all = cells.every(({ has }) => has);
  return cells.flatMap(({ row, role, has }): Edit[] => (all ? [{ do: "unassign", activity: row.id, role, letter }] : has ? [] : [{ do: "assign", activity: row.id, role, letter }]));
}

/** Edits that empty cells. A title and a lane cannot be empty and stay as they are. */
export function clearCells(rows: readonly Activity[], columns: readonly Column[]): Edit[] {
  const emptied = columns.filter(({ kind }) => kind !== "title" && kind !== "lane");
  return rows.flatMap((row) => {
    const after = emptied.reduce((now, column) => {
      const read = column.read("", now);
      return read instanceof Unreadable ? now : read;
    }, row);
    return editsBetween(row, after);
  });
}
