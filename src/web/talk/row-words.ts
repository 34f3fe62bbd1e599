import { LETTERS, type Activity, type Letter } from "#core/model/activity.ts";
import { sayDuration } from "#core/model/measure.ts";
import { FIELD_BY_HEADER } from "#formats/remit-sheet/activity-fields.ts";
import type { Named, Names } from "#formats/remit-sheet/names.ts";
import { say } from "../words.ts";

/** One thing a row says: what it is called, what it says in names, and what stands there. */
export interface Saying {
  readonly field: string;
  readonly words: string;
  readonly value: string;
}

/** Fields that hold the id of something, by their last name. */
const POINTS: Readonly<Record<string, Named>> = {
  area: "area", stage: "stage", scope: "scope", calendar: "calendar", riskOwner: "party", party: "party",
  secondary: "role", initiator: "role", acceptor: "role", disputes: "role", approvers: "role", validator: "role", responsible: "role", producer: "role", collector: "role", to: "role", by: "role",
};
const SPANS: ReadonlySet<string> = new Set(["target", "cadence", "retention", "documentWithin", "escalateAfter", "after", "every"]);
const TITLES: ReadonlyMap<string, string> = new Map([...FIELD_BY_HEADER.values()].map(({ key, header }) => [key, header]));
const HOLDERS: Readonly<Record<Letter, string>> = { R: say("matrix.responsible"), A: say("matrix.accountable"), C: say("grid.consulted"), I: say("grid.informed"), S: say("proposal.support") };

const plain = (key: string): string => (key === "handOff" ? "hand-off" : key).replace(/([a-z])([A-Z])/g, (_, a: string, b: string) => `${a} ${b.toLowerCase()}`);
const headed = (key: string): string => plain(key).replace(/^./, (first) => first.toUpperCase());
const isMapping = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === "object" && value !== null && !Array.isArray(value);

/** A value as one would say it, whole. */
export function sayValue(value: unknown, key: string, names: Names): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "boolean") return say(value ? "proposal.yes" : "proposal.no");
  if (typeof value === "string") return POINTS[key] ? names.say(POINTS[key], value) : SPANS.has(key) ? sayDuration(value) : value;
  if (Array.isArray(value)) return value.map((each) => sayValue(each, key, names)).join("\n");
  if (!isMapping(value)) return String(value);
  return Object.entries(value).map(([part, held]) => `${plain(part)}: ${sayValue(held, part, names)}`).join("; ");
}

const titleOf = (path: readonly string[]): string => TITLES.get(path.join("/")) ?? [TITLES.get(path[0] ?? "") ?? headed(path[0] ?? ""), ...path.slice(1).map(plain)].join(", ");

/** Everything a row says, by where it stands: every field, whether or not a column of the grid shows it. */
export function sayingsOf(row: Activity, names: Names): ReadonlyMap<string, Saying> {
  const { id: _, title, assignments, columns = {}, ...others } = row;
  const found = new Map<string, Saying>([["title", { field: say("matrix.activity"), words: title, value: title }]]);
  for (const letter of LETTERS) {
    const held = assignments.filter((one) => one.letter === letter);
    const words = held.map(({ role, condition, alternative }) => `${names.say("role", role)}${alternative ? ` ${say("proposal.undecided")}` : ""}${condition ? ` (${condition})` : ""}`);
    if (held.length > 0) found.set(`letter ${letter}`, { field: HOLDERS[letter], words: words.join(", "), value: JSON.stringify(held) });
  }
  const put = (path: readonly string[], value: unknown): void => {
    if (isMapping(value)) for (const [part, inner] of Object.entries(value)) put([...path, part], inner);
    else if (value !== undefined) found.set(`field ${path.join("/")}`, { field: titleOf(path), words: sayValue(value, path.at(-1) ?? "", names), value: JSON.stringify(value) });
  };
  for (const [key, value] of Object.entries(others)) put([key], value);
  for (const [header, text] of Object.entries(columns)) found.set(`column ${header}`, { field: header, words: text, value: text });
  return found;
}
