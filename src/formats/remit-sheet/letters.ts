import { LETTERS, type Assignment, type Letter } from "#core/model/activity.ts";
import { oneLine } from "./names.ts";
import { Unreadable } from "./field.ts";

/** Accountable first: the eye looks for the A. */
const ORDER: readonly Letter[] = ["A", "R", "C", "I", "S"];

/** What lists in the sheet offer for a cell of the grid. */
export const LETTER_CHOICES: readonly string[] = ["R", "A", "C", "I", "S", "A/R", "R/C", "R/I", "C/I"];

/** A role's letters in a row as a cell shows them: `A/R`, `C (if affected)`; `R?` is one of several undecided performers. */
export function sayLetters(held: readonly Assignment[]): string {
  if (held.length === 0) return "";
  return held
    .toSorted((a, b) => ORDER.indexOf(a.letter) - ORDER.indexOf(b.letter))
    .map(({ letter, alternative, condition }) => `${letter}${alternative ? "?" : ""}${condition ? ` (${oneLine(condition)})` : ""}`)
    .join("/");
}

const TOKEN = /\s*([A-Za-z])(\?)?\s*(?:\(((?:[^()]|\([^()]*\))*)\))?\s*[/,;&+]?/y;

/** Letters somebody wrote in a cell, or why they cannot be read. */
export function readLetters(text: string, role: string): readonly Assignment[] | Unreadable {
  const found: Assignment[] = [];
  const plain = oneLine(text);
  TOKEN.lastIndex = 0;
  for (let at = 0; at < plain.length; at = TOKEN.lastIndex) {
    const match = TOKEN.exec(plain);
    const letter = LETTERS.find((l) => l === match?.[1]?.toUpperCase());
    if (!match || !letter) return new Unreadable("a cell of the grid holds the letters R, A, C, I or S, with a condition in brackets behind a letter");
    const condition = match[3]?.trim();
    found.push({ role, letter, ...(condition ? { condition } : {}), ...(match[2] ? { alternative: true } : {}) });
  }
  return found;
}

/** The row's assignments with one role's letters replaced; letters that stay keep their place. */
export function withLetters(assignments: readonly Assignment[], role: string, letters: readonly Assignment[]): Assignment[] {
  const arriving = [...letters];
  const kept = assignments.flatMap((assignment) => {
    if (assignment.role !== role) return [assignment];
    const same = arriving.findIndex(({ letter }) => letter === assignment.letter);
    return same < 0 ? [] : arriving.splice(same, 1);
  });
  return [...kept, ...arriving];
}
