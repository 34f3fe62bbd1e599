import type { Assignment } from "../model/activity.ts";
import { COLLECTIONS, type MatrixDocument } from "../model/document.ts";
import type { CellLetter } from "../model/cells.ts";
import type { CellChange, FieldChange } from "./comparison.ts";
import { same } from "./same.ts";

type Fields = Readonly<Record<string, unknown>>;
const NOTHING: readonly FieldChange[] = [];

/** The fields in which two items differ, in the order in which they are written; ids are no field. */
export function fieldChanges(before: Fields, after: Fields): readonly FieldChange[] {
  // Rows have as many shapes as they have optional fields; asking each for a field by name costs more than all the rest.
  const fields = Object.keys(after);
  const values = Object.values(after);
  const olds = Object.values(before);
  if (alikeKeys(fields, Object.keys(before))) return differing(fields, (at) => olds[at], values);
  return differing([...fields, ...Object.keys(before).filter((field) => !Object.hasOwn(after, field))], (_, field) => before[field], values);
}

const alikeKeys = (a: readonly string[], b: readonly string[]): boolean => {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
};

function differing(fields: readonly string[], old: (at: number, field: string) => unknown, values: readonly unknown[]): readonly FieldChange[] {
  let changes: FieldChange[] | undefined;
  for (let at = 0; at < fields.length; at++) {
    const field = fields[at] as string;
    const was = old(at, field);
    const is = values[at];
    if (is === was || field === "id" || (field === "assignments" ? sameLetters(was, is) : same(was, is))) continue;
    (changes ??= []).push(changeOf(field, was, is));
  }
  return changes ?? NOTHING;
}

const LISTS: ReadonlySet<string> = new Set(["remit", "directory", ...Object.values(COLLECTIONS)]);
const own = (document: MatrixDocument): Fields => Object.fromEntries(Object.entries(document).filter(([field]) => !LISTS.has(field)));

/** The fields of the matrix itself that differ: what stands in no list. */
export const ownChanges = (before: MatrixDocument, after: MatrixDocument): readonly FieldChange[] => fieldChanges(own(before), own(after));

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
