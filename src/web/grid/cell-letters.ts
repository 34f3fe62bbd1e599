import { LETTERS, type Activity } from "#core/model/activity.ts";
import { withCells as replaced, type CellLetter, type Cells } from "#core/model/cells.ts";
import { Unreadable } from "#formats/remit-sheet/field.ts";
import { readLetters } from "#formats/remit-sheet/letters.ts";
import { readLetters as readLoosely } from "#formats/understand/letters.ts";
import { say } from "../words.ts";

export type Letters = readonly CellLetter[];

/** A pasted block repeats a handful of texts many thousand times. */
const known = new Map<string, Letters | Unreadable>();

/** The letters of a cell as an export writes them (`A/R`, `C (if affected)`) or as people do (`C if affected`). */
export function lettersIn(text: string): Letters | Unreadable {
  const before = known.get(text);
  if (before) return before;
  const all = reading(text.trim());
  const read = all instanceof Unreadable || all.every(({ condition = "" }) => condition.length <= 1_000) ? all : new Unreadable(say("grid.long"));
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

/**
 * A letter said twice in a cell counts once: `RR`, `R R` and `r/R` are an R. Conditions of the same letter are joined;
 * only a letter that holds always and under a condition at once is more than a guess may decide.
 */
function once(letters: Letters): Letters | Unreadable {
  const found = new Map<string, Letters[number]>();
  for (const one of letters) {
    const before = found.get(one.letter);
    if (before === undefined) found.set(one.letter, one);
    else if ((before.condition === undefined) !== (one.condition === undefined)) return new Unreadable(say("grid.twice", { letter: one.letter }));
    else if (one.condition !== undefined && one.condition !== before.condition) found.set(one.letter, { ...before, condition: `${before.condition ?? ""}; ${one.condition}` });
  }
  return [...found.values()];
}

/** The row with the letters of some roles replaced, all at once. */
export function withCells(row: Activity, cells: Cells): Activity {
  const assignments = replaced(row.assignments, cells);
  return assignments === row.assignments ? row : { ...row, assignments: [...assignments] };
}
