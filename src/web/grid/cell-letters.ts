import { LETTERS, type Activity, type Assignment } from "#core/model/activity.ts";
import { Unreadable } from "#formats/remit-sheet/field.ts";
import { readLetters } from "#formats/remit-sheet/letters.ts";
import { readLetters as readLoosely } from "#formats/understand/letters.ts";

type Letters = readonly Omit<Assignment, "role">[];

/** A pasted block repeats a handful of texts many thousand times. */
const known = new Map<string, Letters | Unreadable>();

/** The letters of a cell as an export writes them (`A/R`, `C (if affected)`) or as people do (`C if affected`). */
export function lettersIn(text: string): Letters | Unreadable {
  const before = known.get(text);
  if (before) return before;
  const read = reading(text.trim());
  if (known.size > 2_000) known.clear();
  known.set(text, read);
  return read;
}

function reading(text: string): Letters | Unreadable {
  const strict = readLetters(text, "");
  if (!(strict instanceof Unreadable)) return once(strict.map(({ role: _, ...letter }) => letter));
  const loose = readLoosely(text);
  if (loose.kind === "nothing") return [];
  if (loose.kind !== "codes") return strict;
  const letters = loose.codes.flatMap(({ code, condition, doubted }) => {
    const letter = LETTERS.find((one) => one === code);
    return letter ? [{ letter, ...(condition === undefined ? {} : { condition }), ...(doubted && letter === "R" ? { alternative: true } : {}) }] : [];
  });
  return letters.length === loose.codes.length ? once(letters) : strict;
}

/** A letter said twice in a cell counts once. */
const once = (letters: Letters): Letters => letters.filter((one, i) => letters.findIndex(({ letter }) => letter === one.letter) === i);

const same = (a: Omit<Assignment, "role">, b: Omit<Assignment, "role">): boolean => a.condition === b.condition && a.alternative === b.alternative;

/**
 * The row with the letters of some roles replaced, all at once. Letters that stay keep their place, because the
 * first R is the primary owner.
 */
export function withCells(row: Activity, cells: ReadonlyMap<string, Letters>): Activity {
  let changed = false;
  const assignments: Assignment[] = [];
  const had = new Set<string>();
  for (const one of row.assignments) {
    const wanted = cells.get(one.role);
    const here = wanted?.find(({ letter }) => letter === one.letter);
    if (wanted === undefined) assignments.push(one);
    else if (here === undefined) changed = true;
    else {
      had.add(one.letter + one.role);
      if (same(here, one)) assignments.push(one);
      else {
        assignments.push({ role: one.role, ...here });
        changed = true;
      }
    }
  }
  for (const [role, letters] of cells)
    for (const one of letters) {
      if (had.has(one.letter + role)) continue;
      assignments.push(one.condition === undefined && one.alternative === undefined ? { role, letter: one.letter } : { role, ...one });
      changed = true;
    }
  return changed ? { ...row, assignments } : row;
}
