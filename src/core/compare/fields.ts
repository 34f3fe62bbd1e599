import type { Assignment } from "../model/activity.ts";
import type { CellLetter } from "../model/cells.ts";
import type { CellChange, FieldChange } from "./comparison.ts";
import { same } from "./same.ts";

type Fields = Readonly<Record<string, unknown>>;
const NOTHING: readonly FieldChange[] = [];

/** The fields in which two items differ, in the order in which they are written; ids are no field. */
export function fieldChanges(before: Fields, after: Fields, apart: ReadonlySet<string> = ID): readonly FieldChange[] {
  let changes: FieldChange[] | undefined;
  for (const field in after) {
    const is = after[field];
    const was = before[field];
    if (is === was || apart.has(field) || (field === "assignments" ? sameLetters(was, is) : same(was, is))) continue;
    (changes ??= []).push(changeOf(field, was, is));
  }
  for (const field in before) {
    const was = before[field];
    if (was !== undefined && !apart.has(field) && !(field in after)) (changes ??= []).push(changeOf(field, was, undefined));
  }
  return changes ?? NOTHING;
}

/** Most of what a matrix holds: a look at four fields is half the work of asking each letter for all it has. */
function sameLetters(was: unknown, is: unknown): boolean {
  if (!Array.isArray(was) || !Array.isArray(is) || was.length !== is.length) return false;
  for (let i = 0; i < was.length; i++) {
    const [a, b] = [was[i] as Assignment, is[i] as Assignment];
    if (a.role !== b.role || a.letter !== b.letter || a.condition !== b.condition || a.alternative !== b.alternative) return false;
  }
  return true;
}

const changeOf = (field: string, was: unknown, is: unknown): FieldChange => ({
  field,
  ...(was === undefined ? {} : { before: was }),
  ...(is === undefined ? {} : { after: is }),
  ...(field === "assignments" ? { cells: cellChanges(was as readonly Assignment[] | undefined, is as readonly Assignment[] | undefined) } : {}),
});

const ID: ReadonlySet<string> = new Set(["id"]);

function cellChanges(before: readonly Assignment[] = [], after: readonly Assignment[] = []): readonly CellChange[] {
  const byRole = (list: readonly Assignment[]): Map<string, CellLetter[]> => {
    const cells = new Map<string, CellLetter[]>();
    for (const { role, ...letter } of list) {
      const cell = cells.get(role);
      if (cell) cell.push(letter);
      else cells.set(role, [letter]);
    }
    return cells;
  };
  const [was, is] = [byRole(before), byRole(after)];
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((role) => {
    const [old, now] = [was.get(role) ?? [], is.get(role) ?? []];
    return same(old, now) ? [] : [{ role, before: old, after: now }];
  });
}
