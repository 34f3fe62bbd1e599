import type { Assignment } from "../model/activity.ts";
import type { CellLetter } from "../model/cells.ts";
import type { CellChange, FieldChange } from "./comparison.ts";
import { same } from "./same.ts";

type Fields = Readonly<Record<string, unknown>>;
const NOTHING: readonly FieldChange[] = [];

/** The fields in which two items differ, in the order in which they are written; ids are no field. */
export function fieldChanges(before: Fields, after: Fields, apart: ReadonlySet<string> = ID): readonly FieldChange[] {
  let changes: FieldChange[] | undefined;
  const look = (field: string): void => {
    const [was, is] = [before[field], after[field]];
    if (apart.has(field) || same(was, is)) return;
    (changes ??= []).push({
      field,
      ...(was === undefined ? {} : { before: was }),
      ...(is === undefined ? {} : { after: is }),
      ...(field === "assignments" ? { cells: cellChanges(was as readonly Assignment[] | undefined, is as readonly Assignment[] | undefined) } : {}),
    });
  };
  for (const field in after) look(field);
  for (const field in before) if (!(field in after)) look(field);
  return changes ?? NOTHING;
}

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
