import { Activity, type Assignment, type Letter } from "#core/model/activity.ts";
import { cellsOf, withCells } from "#core/model/cells.ts";
import type { Edit } from "#core/model/edit.ts";
import { Unreadable } from "#formats/remit-sheet/field.ts";
import { withCells as withCellsOf } from "./cell-letters.ts";
import type { Column } from "./columns.ts";

/** Letters travel one by one; more changes than this in a row travel as one edit that names the roles it touches. */
const LETTER_BY_LETTER = 12;
/** Beyond so many rows each sends one edit: a command holds no more than 20,000. */
export const MANY_ROWS = 200;

/**
 * The edits that make one row out of the other. Letters travel by role, so that somebody else's letter in the same
 * row stands beside them; every other field as a whole.
 * @param many the row is one of very many, and shall send as few edits as it can.
 */
export function editsBetween(before: Activity, after: Activity, many = false): Edit[] {
  if (before === after) return [];
  const edits: Edit[] = [];
  const place = { kind: "activity", id: before.id } as const;
  const fields = Object.keys({ ...before, ...after }) as (keyof Activity)[];
  for (const field of fields) {
    if (field === "id" || before[field] === after[field]) continue;
    if (field === "assignments") edits.push(...letterEdits(before, after, many));
    else if (JSON.stringify(before[field]) !== JSON.stringify(after[field])) edits.push({ do: "set", at: place, field, value: after[field] ?? null });
  }
  return edits;
}

const equal = (a: Assignment | undefined, b: Assignment | undefined): boolean =>
  a === b || (a !== undefined && b !== undefined && a.role === b.role && a.letter === b.letter && a.condition === b.condition && a.alternative === b.alternative);
const alike = (one: readonly Assignment[], other: readonly Assignment[]): boolean => one.length === other.length && one.every((each, i) => equal(each, other[i]));

function letterEdits(before: Activity, after: Activity, many: boolean): Edit[] {
  const [old, now] = [before.assignments, after.assignments];
  if (alike(old, now)) return [];
  const gone = old.filter((one) => !now.some((other) => equal(one, other)));
  const kept = old.filter((one) => now.some((other) => equal(one, other)));
  const added = now.slice(kept.length);
  const inOrder = kept.every((one, i) => equal(one, now[i])) && added.every(({ alternative }) => alternative === undefined);
  if (!many && inOrder && gone.length + added.length <= LETTER_BY_LETTER)
    return [
      ...gone.filter((one) => !added.some(({ role, letter }) => role === one.role && letter === one.letter)).map(({ role, letter }): Edit => ({ do: "unassign", activity: before.id, role, letter })),
      ...added.map(({ role, letter, condition }): Edit => ({ do: "assign", activity: before.id, role, letter, ...(condition === undefined ? {} : { condition }) })),
    ];
  const touched = new Set([...gone, ...now.filter((one) => !old.some((other) => equal(one, other)))].map(({ role }) => role as string));
  const cells = cellsOf(now, touched);
  // Another order says who is the primary owner: only then the whole list travels.
  return alike(withCells(old, cells), now) ? [{ do: "letters", activity: before.id, cells }] : [{ do: "set", at: { kind: "activity", id: before.id }, field: "assignments", value: now }];
}

/** The row with a text written in one of its cells. */
export function written(row: Activity, column: Column, text: string): Activity | Unreadable {
  const after = column.read(text.replace(/\r\n?/g, "\n").trim(), row);
  return after instanceof Unreadable || text.length <= SHORT ? after : (overlong(row, after) ?? after);
}

/** Characters that fit into every field. */
export const SHORT = 1_000;

/** What the model says of the fields that changed: the server would refuse a text that is too long, and that late. */
export function overlong(before: Activity, after: Activity): Unreadable | undefined {
  const { error } = Activity.safeParse(after);
  const changed = error?.issues.find(({ path: [field] }) => before[field as keyof Activity] !== after[field as keyof Activity]);
  return changed && new Unreadable(changed.message);
}

/** Edits for a text written in one cell, or why it cannot be read. */
export function writeCell(row: Activity, column: Column, text: string): Edit[] | Unreadable {
  const after = written(row, column, text);
  return after instanceof Unreadable ? after : editsBetween(row, after);
}

/** A row and those of its columns that are chosen. */
export interface Part {
  readonly row: Activity;
  readonly columns: readonly Column[];
}

/** A letter that every cell of a role has is taken away from all of them; else those without it get it. */
export function toggleLetter(parts: readonly Part[], letter: Letter): Edit[] {
  const asked = parts.map(({ row, columns }) => ({ row, cells: columns.flatMap((column) => (column.kind === "role" ? [{ role: column.role.id as string, has: row.assignments.some((one) => one.role === column.role.id && one.letter === letter) }] : [])) }));
  const all = asked.every(({ cells }) => cells.every(({ has }) => has));
  const many = parts.length > MANY_ROWS;
  return asked.flatMap(({ row, cells }): Edit[] => {
    const roles = cells.flatMap(({ role, has }) => (all || !has ? [role] : []));
    if (roles.length === 0) return [];
    if (!many) return roles.map((role): Edit => ({ do: all ? "unassign" : "assign", activity: row.id, role, letter }));
    const held = cellsOf(row.assignments, roles);
    return [{ do: "letters", activity: row.id, cells: Object.fromEntries(roles.map((role) => [role, all ? (held[role] ?? []).filter((one) => one.letter !== letter) : [...(held[role] ?? []), { letter }]])) }];
  });
}

/** Edits that empty cells. A title and a lane cannot be empty and stay as they are. */
export function clearCells(parts: readonly Part[]): Edit[] {
  const many = parts.length > MANY_ROWS;
  return parts.flatMap(({ row, columns }) => {
    const roles = columns.flatMap((column) => (column.kind === "role" ? [column.role.id as string] : []));
    let after = roles.length === 0 ? row : withCellsOf(row, Object.fromEntries(roles.map((role) => [role, []])));
    for (const column of columns) {
      if (column.kind === "title" || column.kind === "lane" || column.kind === "role") continue;
      const read = column.read("", after);
      if (!(read instanceof Unreadable)) after = read;
    }
    return editsBetween(row, after, many);
  });
}
