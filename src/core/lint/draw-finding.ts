import type { Activity } from "../model/activity.ts";
import { LETTERS } from "../model/activity.ts";
import type { MatrixDocument } from "../model/document.ts";
import type { ItemKind } from "../model/document.ts";
import { itemsOf, KINDS } from "../model/items.ts";
import { sayDuration } from "../model/measure.ts";
import { fitted, folded, shortened, shownWidth, tame } from "./draw-width.ts";
import type { Finding } from "./finding.ts";

/** What a piece of a drawing is, for whoever colours it. */
export type Tone = "error" | "warning" | "note" | "dim" | "strong" | "good";
export type Paint = (tone: Tone, text: string) => string;

export interface DrawOptions {
  readonly color?: Paint;
  /** Columns of the terminal; 100 unless told. */
  readonly width?: number;
  /** Where the activities stand in the sheet they came from: id to `RACI!B14`. */
  readonly places?: Readonly<Record<string, string>>;
}

interface Column {
  readonly head: string;
  readonly under: string;
  readonly cell: string;
  readonly faulty: boolean;
}

const GAP = "  ";
const MOST_ROLES = 8;

/**
 * The place of a finding as a few lines of the matrix, the fault underlined:
 * the roles of the row over their letters, or the item by its name.
 */
export function drawFinding(document: MatrixDocument, finding: Finding, { color = (_, text) => text, width = 100, places = {} }: DrawOptions = {}): string {
  const { at } = finding;
  const row = at.kind === "activity" ? document.activities.find(({ id }) => id === at.id) : undefined;
  return row ? drawRow(document, row, finding, color, width, tame(places[row.id] ?? "activity")) : drawItem(document, finding, color, width);
}

function drawRow(document: MatrixDocument, row: Activity, finding: Finding, color: Paint, width: number, lead: string): string {
  const [field = "", cellRole] = (finding.at.field ?? "assignments").split("/");
  const inGrid = field === "assignments";
  const columns = inGrid ? gridColumns(document, row, cellRole) : [];
  if (!inGrid || columns.length === 0) columns.push({ head: inGrid ? "roles" : sayField(field), under: "", cell: inGrid ? "nobody" : valueOf(document, row, field) || "nothing", faulty: true });
  const titleWidth = Math.min(Math.max(shownWidth(tame(row.title)), 8), Math.max(16, Math.floor(width * 0.4)), 48);
  const room = width - titleWidth - GAP.length * columns.length;
  const widths = spread(columns.map((c) => Math.max(shownWidth(c.head), shownWidth(c.under), shownWidth(c.cell), 1)), room);
  const line = (first: string, texts: readonly string[]): string => [fitted(first, titleWidth), ...texts.map((text, i) => fitted(text, widths[i] ?? 1))].join(GAP).trimEnd();
  const parties = columns.some((c) => c.under !== "") ? [color("dim", line("", columns.map((c) => c.under)))] : [];
  // A fault of the row as a whole is underlined at its letters.
  const faulty = columns.some((c) => c.faulty) ? columns.map((c) => c.faulty) : field === "title" ? [] : columns.map(() => true);
  const title = field === "title" || faulty.length === 0;
  const marks = columns.map((_, i) => (!title && faulty[i] ? "~".repeat(widths[i] ?? 1) : ""));
  const start = title ? "~".repeat(titleWidth) : "";
  return [
    color("dim", line(lead, columns.map((c) => c.head))),
    ...parties,
    line(tame(row.title), columns.map((c) => c.cell)),
    underline(title ? start : line(start, marks), finding, color, width),
  ].join("\n");
}

/** Roles with a letter in the row, in the order of the register, and the cell the finding points at. */
function gridColumns(document: MatrixDocument, row: Activity, cellRole: string | undefined): Column[] {
  const parties = new Map(document.parties.map(({ id, name }) => [id as string, name]));
  const known = new Map(document.roles.map((role) => [role.id as string, role]));
  const ids = [...new Set([...document.roles.map(({ id }) => id as string), ...row.assignments.map(({ role }) => role as string)])];
  const involved = ids.filter((id) => id === cellRole || row.assignments.some(({ role }) => role === id));
  const shown = involved.length <= MOST_ROLES ? involved : involved.filter((id, i) => i < MOST_ROLES || id === cellRole);
  return shown.map((id) => {
    const role = known.get(id);
    return {
      head: tame(role?.name ?? id),
      under: tame(role ? (parties.get(role.party) ?? "") : "not in the register"),
      cell: lettersOf(row, id) || "-",
      faulty: id === cellRole,
    };
  });
}

function lettersOf(row: Activity, role: string): string {
  const held = row.assignments.filter((a) => a.role === role).toSorted((a, b) => order(a.letter) - order(b.letter));
  return held.map(({ letter, condition, alternative }) => `${letter}${alternative ? "?" : ""}${condition ? ` (${tame(condition)})` : ""}`).join("/");
}

const order = (letter: string): number => (letter === "A" ? -1 : LETTERS.findIndex((l) => l === letter));

/** Columns share what room there is: the widest give first. */
function spread(wanted: readonly number[], room: number): number[] {
  const widths = [...wanted];
  for (let over = widths.reduce((a, b) => a + b, 0) - room; over > 0; over--) {
    const widest = widths.indexOf(Math.max(...widths));
    if ((widths[widest] ?? 0) <= 4) break;
    widths[widest] = (widths[widest] ?? 0) - 1;
  }
  return widths;
}

function drawItem(document: MatrixDocument, finding: Finding, color: Paint, width: number): string {
  const { kind, id, field } = finding.at;
  const noun = kind === "scope" ? "scope item" : kind;
  const name = shortened(tame(nameOf(document, finding)), Math.max(10, width - shownWidth(noun) - 6));
  const item = itemOf(document, kind, id);
  const value = field === undefined || field === "name" ? "" : (item === undefined ? "" : valueOf(document, item, field.split("/")[0] ?? field)) || "nothing";
  const shown = `"${name}"`;
  const lead = `${noun}${GAP}`;
  if (value === "" || field === undefined) {
    return [`${color("dim", noun)}${GAP}${shown}`, underline(" ".repeat(shownWidth(lead)) + "~".repeat(shownWidth(shown)), finding, color, width)].join("\n");
  }
  const label = sayField(field.split("/")[0] ?? field);
  const inset = Math.max(shownWidth(noun), shownWidth(label));
  const cut = shortened(value, Math.max(10, width - inset - GAP.length));
  return [
    `${color("dim", fitted(noun, inset))}${GAP}${shown}`,
    `${color("dim", fitted(label, inset))}${GAP}${cut}`,
    underline(" ".repeat(inset + GAP.length) + "~".repeat(Math.max(1, shownWidth(cut))), finding, color, width),
  ].join("\n");
}

/** The line of tildes with the sentence beside it; below it where there is no room. */
function underline(marks: string, finding: Finding, color: Paint, width: number): string {
  const sentence = tame(finding.message);
  const beside = sentence.replace(new RegExp(`\\s(for|of|in|at)\\s${escaped(tame(finding.title))}$`), "");
  const indent = marks.length - marks.trimStart().length;
  const painted = `${marks.slice(0, indent)}${color(finding.severity, marks.slice(indent))}`;
  if (shownWidth(marks) + 1 + shownWidth(beside) <= width) return `${painted} ${color(finding.severity, beside)}`;
  return [painted, ...folded(sentence, width).map((line) => color(finding.severity, line))].join("\n");
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

const sayField = (field: string): string => field.replace(/([a-z])([A-Z])/g, (_, a: string, b: string) => `${a} ${b.toLowerCase()}`).replace(/^sla$/, "SLA");

const itemOf = (document: MatrixDocument, kind: string, id: string | undefined): object | undefined => {
  if (kind === "matrix") return document;
  return KINDS.includes(kind as ItemKind) ? itemsOf(document, kind as ItemKind).find((item) => item.id === id) : undefined;
};

const nameOf = (document: MatrixDocument, finding: Finding): string => (finding.at.kind === "matrix" ? document.title : finding.title);

/** A field's value in a few words, with names for the ids in it. */
function valueOf(document: MatrixDocument, item: object, field: string): string {
  const value = (item as Readonly<Record<string, unknown>>)[field];
  const named = new Map([...document.parties, ...document.roles, ...(document.people ?? []), ...(document.scope ?? []), ...(document.areas ?? [])].map(({ id, name }) => [id as string, name]));
  return tame(inWords(value, (text) => named.get(text) ?? text));
}

function inWords(value: unknown, named: (text: string) => string): string {
  if (value === undefined || value === null) return "";
  if (typeof value === "string") return /^P\d|^PT\d/.test(value) ? sayDuration(value) : named(value);
  // A yes or a no without its question says nothing.
  if (typeof value === "boolean") return "";
  const each = (parts: readonly unknown[]): string[] => parts.map((part) => inWords(part, named)).filter(Boolean);
  if (Array.isArray(value)) return value.length > 4 ? `${each(value.slice(0, 4)).join(", ")} and ${value.length - 4} more` : each(value).join(", ");
  if (typeof value === "object") return each(Object.values(value)).join(" ");
  return String(value);
}
