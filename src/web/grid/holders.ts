import type { Activity, Assignment, Letter } from "#core/model/activity.ts";
import { Unreadable } from "#formats/remit-sheet/field.ts";
import { oneLine, type Names } from "#formats/remit-sheet/names.ts";

/** The roles with a letter, by name: `Engineer, Analyst (at night)`. */
export const sayHolders = (row: Activity, letter: Letter, names: Names): string =>
  row.assignments
    .filter((one) => one.letter === letter)
    .map(({ role, condition }) => `${names.say("role", role)}${condition ? ` (${oneLine(condition)})` : ""}`)
    .join(", ");

/** The row in which exactly the named roles have the letter; a condition stands in brackets behind a name. */
export function readHolders(text: string, row: Activity, letter: Letter, names: Names): Activity | Unreadable {
  const wanted: Assignment[] = [];
  for (const part of partsOf(text, names)) {
    const role = names.find("role", part);
    const [, bare = part, condition] = role === undefined ? (/^(.*?)\s*\(([^()]*)\)$/.exec(part) ?? []) : [];
    const found = role ?? names.find("role", bare);
    if (found === undefined) return new Unreadable(`no single role is called \`${part}\``);
    if (!wanted.some((one) => one.role === found)) wanted.push({ role: found, letter, ...(condition ? { condition } : {}) });
  }
  // Who keeps the letter keeps the place: the first R is the primary owner.
  const first = row.assignments.findIndex((one) => one.letter === letter);
  const others = row.assignments.filter((one) => one.letter !== letter);
  const held = wanted.map((one) => {
    const before = row.assignments.find((had) => had.role === one.role && had.letter === letter);
    return before && before.condition === one.condition ? before : one;
  });
  const place = first < 0 ? others.length : row.assignments.slice(0, first).filter((one) => one.letter !== letter).length;
  return { ...row, assignments: [...others.slice(0, place), ...held, ...others.slice(place)] };
}

/** Commas, semicolons and line ends part names, unless the whole line is one role's name. */
const partsOf = (text: string, names: Names): string[] =>
  text.split("\n").flatMap((line) => (names.find("role", line) ? [oneLine(line)] : line.split(/[,;](?![^(]*\))/).map(oneLine))).filter(Boolean);
