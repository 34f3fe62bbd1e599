import type { Activity, Assignment, Letter } from "#core/model/activity.ts";
import type { RoleId } from "#core/model/id.ts";

/** Longest text a field of the document takes. */
export const LONGEST_LINE = 1_000;
export const LONGEST_TEXT = 20_000;

/** A row as it is read, cell by cell; ids and parties are settled when all sheets are read. */
export interface RowDraft {
  title: string;
  /** An id the sheet itself gives, when it is one (`IAM-04`, not a running number). */
  code?: string;
  area?: string;
  assignments: Assignment[];
  controls: string[];
  columns: Map<string, string>;
  notes: string[];
  /** What each side does, by the default role of the side. */
  does: { role: RoleId; text: string }[];
  /** The same where another column names one side only. */
  said: { role: RoleId; text: string }[];
  /** Address of its first cell. */
  place: string;
  fields: Partial<Omit<Activity, "id" | "title" | "area" | "assignments" | "controls" | "columns" | "note" | "split">>;
}

export const newRow = (title: string, place: string): RowDraft => ({ title, place, assignments: [], controls: [], columns: new Map(), notes: [], does: [], said: [], fields: {} });

/** Gives a role a letter; the same letter twice joins its conditions. */
export function assign(row: RowDraft, role: RoleId, letter: Letter, more: { readonly condition?: string | undefined; readonly alternative?: boolean | undefined } = {}): void {
  const at = row.assignments.findIndex((one) => one.role === role && one.letter === letter);
  const before = row.assignments[at];
  if (!before && !more.condition && !more.alternative) return void row.assignments.push({ role, letter });
  const condition = [before?.condition, more.condition].filter((words, i, all) => words && all.indexOf(words) === i).join("; ").slice(0, LONGEST_LINE);
  const made: Assignment = { role, letter, ...(condition ? { condition } : {}), ...(more.alternative || before?.alternative ? { alternative: true } : {}) };
  if (at < 0) row.assignments.push(made);
  else row.assignments[at] = made;
}

/** Keeps a text under its header, word for word; a header met twice is counted. */
export function keep(row: RowDraft, header: string, text: string): void {
  const name = header.slice(0, 200) === "__proto__" ? "(__proto__)" : header.slice(0, 200);
  let free = name;
  for (let n = 2; row.columns.has(free); n++) free = `${name} (${n})`;
  row.columns.set(free, text.slice(0, LONGEST_TEXT));
}

/** The finished row without its id; `partyOf` says whose role a side's default role is. */
export function finished(row: RowDraft, partyOf: (role: RoleId) => string): Omit<Activity, "id" | "area"> {
  const note = row.notes.join("\n").slice(0, LONGEST_TEXT);
  const parts = row.does.map(({ role, text }) => ({ party: partyOf(role), does: text.slice(0, LONGEST_LINE), responsible: role }));
  return {
    title: row.title,
    assignments: row.assignments,
    ...(row.controls.length > 0 ? { controls: [...new Set(row.controls)] } : {}),
    ...row.fields,
    ...(parts.length > 0 ? { split: { parts } } : {}),
    ...(note ? { note } : {}),
    ...(row.columns.size > 0 ? { columns: Object.fromEntries(row.columns) } : {}),
  };
}
