import type { Assignment } from "./activity.ts";

/** One letter of a cell, whose role is known from the cell. */
export type CellLetter = Omit<Assignment, "role">;

/** The letters that cells of one row shall have, by role id; an empty list empties the cell. */
export type Cells = Readonly<Record<string, readonly CellLetter[]>>;

const same = (a: CellLetter, b: CellLetter): boolean => a.condition === b.condition && a.alternative === b.alternative;

/**
 * The letters of a row with those of some roles replaced, all at once; the same list where nothing changes. Letters
 * that stay keep their place, because the first R is the primary owner.
 */
export function withCells(held: readonly Assignment[], cells: Cells): readonly Assignment[] {
  let changed = false;
  const assignments: Assignment[] = [];
  const before = new Map<string, string>();
  for (const one of held) {
    const wanted = Object.hasOwn(cells, one.role) ? cells[one.role] : undefined;
    if (wanted === undefined) {
      assignments.push(one);
      continue;
    }
    const here = wanted.find(({ letter }) => letter === one.letter);
    before.set(one.role, (before.get(one.role) ?? "") + one.letter);
    if (here === undefined) changed = true;
    else if (same(here, one)) assignments.push(one);
    else {
      assignments.push({ role: one.role, ...here });
      changed = true;
    }
  }
  for (const role of Object.keys(cells)) {
    const had = before.get(role);
    for (const one of cells[role] ?? []) {
      if (had?.includes(one.letter)) continue;
      // Nearly every letter stands without a condition; a paste makes a hundred thousand of them.
      assignments.push(one.condition === undefined && one.alternative === undefined ? { role, letter: one.letter } : { role, ...one });
      changed = true;
    }
  }
  return changed ? assignments : held;
}

/** The letters some roles hold now: what brings their cells back. */
export function cellsOf(held: readonly Assignment[], roles: Iterable<string>): Cells {
  const cells: Record<string, CellLetter[]> = {};
  for (const role of roles) cells[role] = [];
  for (const { role, ...letter } of held) if (Object.hasOwn(cells, role)) cells[role]?.push(letter);
  return cells;
}

/** Whether letters that go would leave one that stays behind them: then they cannot come back to their place by themselves. */
export function leavesGap(held: readonly Assignment[], cells: Cells): boolean {
  let gone = false;
  for (const { role, letter } of held) {
    const stays = !Object.hasOwn(cells, role) || (cells[role] ?? []).some((one) => one.letter === letter);
    if (gone && stays) return true;
    gone ||= !stays;
  }
  return false;
}
