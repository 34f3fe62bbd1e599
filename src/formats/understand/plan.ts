import { address } from "../workbook.ts";
import type { Ask } from "./ask.ts";
import { REMARKS, WHO, type Column, type Kind } from "./column.ts";
import type { Grid } from "./grid.ts";
import type { Header } from "./header.ts";
import type { ColumnReading, Orientation } from "./report.ts";

/** A table of a sheet with one settled meaning per column. */
export interface Plan {
  readonly header: Header;
  readonly columns: readonly Column[];
  readonly title: Column;
  /** The columns in the order a row is read: prose last, since it depends on the row's letters. */
  readonly reading: readonly Column[];
  readonly orientation: Orientation | "list";
  /** Whether any cell says who does something. */
  readonly answered: boolean;
  /** A list of what each role does (`Role | Responsibility`): no letters, so the letter is assumed. */
  readonly dutyList: boolean;
}

/** Meanings a reader may give a column by choosing `column:SHEET:B`. */
export const COLUMN_MEANINGS = [
  "title", "id", "area", "control", "goal", "note", "sla", "cadence", "evidence", "procedure", "criticality", "result",
  "role", "lane", "owner", "primary", "secondary", "approver", "initiator", "acceptor", "validator", "escalation", "kept",
] as const satisfies readonly Kind[];

/** Columns of which a row has only one; the rest of their kind is kept word for word. */
const ONCE: readonly Kind[] = ["id", "area", "goal", "sla", "cadence", "procedure", "criticality", "result", "secondary", "initiator", "acceptor", "validator", "escalation"];

/** One meaning per column; undefined when no column can name the activities. */
export function planOf(grid: Grid, header: Header, ask: Ask): Plan | undefined {
  let dutyList = false;
  let columns = header.columns.map((column) => {
    const choice = ask.chosen(columnQuestion(grid, column.index));
    return COLUMN_MEANINGS.some((meaning) => meaning === choice) ? { ...column, kind: choice as Kind, weight: 20 } : column;
  });
  // One prose column of one side beside nothing else is a description, not a split.
  const prose = columns.filter((column) => column.kind === "prose");
  const otherWho = columns.some((column) => WHO.has(column.kind) && column.kind !== "prose");
  if (prose.length === 1 && !otherWho && !/responsib|duties|obligation/i.test(prose[0]?.header ?? "")) columns = columns.map((column) => (column.kind === "prose" ? { ...column, kind: "kept" as const } : column));
  const title = titleAmong(columns);
  if (!title) return undefined;
  // A list of duties by role: `Role | Responsibility`.
  const duties = columns.find((column) => /^(?:role|position|post|job title|team member)$/i.test(column.header) && column.kind === "kept" && column.content.filled > 0);
  if (duties && !columns.some((column) => WHO.has(column.kind)) && /^(?:responsibilit(?:y|ies)|task|activity|duty|action)$/i.test(title.header)) {
    const letter = grid.sheet.hidden ? "R" : (ask({ id: `duties:${grid.sheet.name}`, sheet: grid.sheet.name, text: `each row names a \`${duties.header}\` and what it does: as what?`, otherwise: "R", options: [{ value: "R", label: "Responsible" }, { value: "A", label: "Accountable" }] }, grid.at(header.lastRow, duties.index)) as "R" | "A");
    dutyList = true;
    columns = columns.map((column) => (column === duties ? { ...column, kind: "names" as const, letter } : column));
  }
  // Blank columns among the roles are roles nobody assigned.
  const roles = columns.filter((column) => column.kind === "role");
  const [first, last] = [roles[0]?.index ?? 0, roles[roles.length - 1]?.index ?? 0];
  columns = columns.map((column) =>
    column.content.open > 0 && column.content.filled === 0 && roles.length > 0 && column.kind === "kept" && column.header !== ""
      ? { ...column, kind: "role" as const }
      : roles.length > 1 && column.content.filled === 0 && column.header !== "" && column.index > first && column.index <= last + 1 && (column.kind === "kept" || column.kind === "lane-mark")
      ? { ...column, kind: "role" as const }
      : column,
  );
  const used = new Set<Kind>();
  columns = columns.map((column) => {
    if (column.index === title.index) return { ...column, kind: "title" as const };
    const kind: Kind = column.kind === "title" ? (/^(?:description|details?|summary)$/i.test(column.header) ? "goal" : "kept") : column.kind;
    if (ONCE.includes(kind) && used.has(kind)) return { ...column, kind: "kept" as const };
    used.add(kind);
    return { ...column, kind };
  });
  return {
    header,
    columns,
    title,
    reading: [...columns.filter((column) => column.kind !== "prose"), ...columns.filter((column) => column.kind === "prose")],
    orientation: orientationOf(columns),
    dutyList,
    answered: columns.some((column) => WHO.has(column.kind) && column.content.filled > 0),
  };
}

export const columnQuestion = (grid: Grid, column: number): string => `column:${grid.sheet.name}:${address(0, column).slice(0, -1)}`;

function titleAmong(columns: readonly Column[]): Column | undefined {
  const best = (candidates: readonly Column[]) => candidates.reduce<Column | undefined>((most, column) => (most === undefined || column.weight > most.weight ? column : most), undefined);
  const filled = columns.filter((column) => column.content.filled > 0);
  const firstWho = columns.find((column) => WHO.has(column.kind))?.index ?? columns.length;
  return (
    best(filled.filter((column) => column.kind === "title")) ??
    filled.find((column) => column.kind === "goal") ??
    filled.find((column) => column.kind === "kept" && column.index < firstWho && column.content.numbers < 0.5 && column.content.length >= 3) ??
    filled.find((column) => column.kind === "result" || column.kind === "control" || column.kind === "area")
  );
}

function orientationOf(columns: readonly Column[]): Plan["orientation"] {
  const has = (kind: Kind) => columns.some((column) => column.kind === kind && column.content.filled > 0);
  const roles = columns.filter((column) => column.kind === "role" || column.kind === "lane-mark");
  const sum = (of: "letters" | "marks" | "answers") => roles.reduce((total, column) => total + column.content[of] * column.content.filled, 0);
  if (has("primary")) return "owners";
  if (roles.some((column) => column.content.filled > 0)) {
    const [letters, marks, answers] = [sum("letters"), sum("marks"), sum("answers")];
    return answers > marks && answers >= letters ? "answers" : marks > letters ? "marks" : "letters";
  }
  if (has("names")) return "names";
  if (has("lane")) return "lane";
  if (has("inherited")) return "answers";
  if (has("prose")) return "prose";
  if (has("owner") || has("secondary")) return "owners";
  return columns.some((column) => column.kind === "inherited") ? "answers" : roles.length > 0 ? "marks" : columns.some((column) => WHO.has(column.kind)) ? "letters" : "list";
}

const MEANINGS: Readonly<Record<Kind, string>> = {
  title: "activity", id: "number of the row, kept", area: "area", control: "controls", goal: "goal", note: "note", sla: "SLA, not negotiated",
  cadence: "cadence", evidence: "evidence", procedure: "procedure", criticality: "criticality", result: "result", role: "role", names: "names",
  lane: "which side does it", "lane-mark": "mark for one side", inherited: "whether the provider covers it", prose: "what one side does",
  owner: "owner", primary: "primary owner", secondary: "secondary owner", approver: "approver", initiator: "initiator", acceptor: "accepts the result",
  validator: "validates the result", escalation: "escalation", kept: "kept word for word", blank: "empty",
};

/** The columns as the report shows them. */
export const readingsOf = (grid: Grid, columns: readonly Column[]): ColumnReading[] =>
  columns
    .filter((column) => column.kind !== "blank" && (column.header !== "" || column.content.filled > 0))
    .map((column) => ({
      column: column.index, header: column.header,
      meaning: column.kind === "evidence" && REMARKS.test(column.header) ? "evidence, or a note" : column.kind === "names" ? `names for ${column.letter ?? "R"}` : MEANINGS[column.kind],
      question: columnQuestion(grid, column.index),
    }));
