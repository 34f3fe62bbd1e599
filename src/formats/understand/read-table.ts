import type { Ask } from "./ask.ts";
import { bodyOf, type RowKind } from "./body.ts";
import type { Cast } from "./cast.ts";
import { coercedIds } from "./coerced.ts";
import { controlKey, readControls } from "./controls.ts";
import { oneLine, type Grid } from "./grid.ts";
import type { Meaning } from "./legend.ts";
import { readLetters } from "./letters.ts";
import type { Plan } from "./plan.ts";
import type { Desk } from "./desk.ts";
import { roleOf } from "./read-letters.ts";
import { readRow } from "./read-row.ts";
import { keep, LONGEST_LINE, newRow, type RowDraft } from "./row-draft.ts";
import type { Tally } from "./tally.ts";
import { sidesOf } from "./who.ts";

export interface TableRead {
  readonly rows: readonly RowDraft[];
  readonly sections: number;
}

export type Note = (row: number | undefined, column: number | undefined, text: string) => void;

export interface Reading {
  readonly grid: Grid;
  readonly cast: Cast;
  readonly ask: Ask;
  readonly tally: Tally;
  /** Legends of the whole workbook; the table's own comes before them. */
  readonly legend: ReadonlyMap<string, Meaning>;
  readonly note: Note;
}

/** The rows of one table, from under its header down to `until`. */
export function readTable(reading: Reading, plan: Plan, until: number): TableRead {
  const { grid, tally, cast, ask } = reading;
  for (let row = plan.header.firstRow; row <= plan.header.lastRow; row++) for (const column of grid.filled(row)) tally.understood(row, column);
  const from = plan.header.lastRow + 1;
  const body = bodyOf(grid, from, until, plan.columns);
  const desk: Desk = { grid, plan, cast, ask, tally, legend: new Map([...reading.legend, ...body.legend]), sides: sidesOf(grid, plan.columns, from, until), roles: new Map() };
  // Roles exist by their column, whether or not a row gives them a letter.
  for (const column of plan.columns) if (column.kind === "role") roleOf(desk, column);
  const kinds = headingsAnswered(body.kinds, grid, from, ask, plan);
  reportCoerced(reading, plan, kinds, from);

  const areaColumn = plan.columns.find((column) => column.kind === "area");
  const rows: RowDraft[] = [];
  let section: string | undefined;
  let area: string | undefined;
  let sections = 0;
  kinds.forEach((kind, i) => {
    const index = from + i;
    const known = () => {
      for (const column of grid.filled(index)) tally.understood(index, column);
    };
    if (kind === "blank") return known();
    if (kind === "section") {
      section = headingAt(grid, index, plan).slice(0, LONGEST_LINE);
      area = undefined;
      sections++;
      return known();
    }
    if (kind === "legend" || kind === "total" || kind === "note") {
      const words = oneLine(grid.filled(index).map((column) => grid.text(index, column)).join(" ")).slice(0, 300);
      if (!(kind === "legend" && body.legend.size === 0)) reading.note(index, grid.filled(index)[0], kind === "total" ? `a row of totals was left out: ${words}` : kind === "legend" ? `read as a legend: ${words}` : `read as a note and not as an activity: ${words}`);
      return known();
    }
    const last = rows[rows.length - 1];
    if (kind === "more" && last) return readRow(desk, index, last);
    if (areaColumn) {
      const text = oneLine(grid.seen(index, areaColumn.index));
      if (text !== "") area = text.slice(0, LONGEST_LINE);
      tally.understood(index, areaColumn.index);
    }
    const title = titleAt(grid, index, plan);
    if (title === undefined) {
      for (const column of grid.filled(index)) tally.unread(index, column, "the row names no activity");
      return;
    }
    const row = newRow(title.slice(0, LONGEST_LINE), grid.at(index, plan.title.index));
    if (title.length > LONGEST_LINE) keep(row, plan.title.header || "Activity", grid.text(index, plan.title.index));
    const within = (areaColumn && plan.title.index !== areaColumn.index ? area : undefined) ?? section;
    if (within !== undefined) row.area = within;
    if (plan.title.content.controls >= 0.4) row.controls.push(...(readControls(title, plan.title.header) ?? []).map(controlKey));
    tally.understood(index, plan.title.index);
    readRow(desk, index, row);
    rows.push(row);
  });
  return { rows, sections };
}

/** The words of a heading: those of its title where it has one beside its number. */
function headingAt(grid: Grid, row: number, plan: Plan): string {
  const [first = 0, second] = grid.filled(row);
  const titled = second !== undefined && second === plan.title.index && plan.columns[first]?.kind === "id" && readLetters(grid.text(row, second)).kind === "unread";
  return oneLine(grid.text(row, titled ? second : first));
}

/** The title cell, or, where it is blank, the words the row is known by elsewhere. */
function titleAt(grid: Grid, row: number, plan: Plan): string | undefined {
  const own = oneLine(grid.text(row, plan.title.index)) || (grid.continues(row, plan.title.index) ? oneLine(grid.seen(row, plan.title.index)) : "");
  if (own !== "" && !/^[-–—]+$/.test(own)) return own;
  for (const kind of ["control", "goal"] as const) {
    const column = plan.columns.find((one) => one.kind === kind);
    const text = column ? oneLine(grid.text(row, column.index)) : "";
    if (text !== "") return text;
  }
  return undefined;
}

/** Rows with a title and nothing else are headings or activities nobody does: one question per sheet. */
function headingsAnswered(kinds: readonly RowKind[], grid: Grid, from: number, ask: Ask, plan: Plan): RowKind[] {
  const sheet = grid.sheet.name;
  const doubtful = kinds.flatMap((kind, i) => (kind === "maybe-section" ? [from + i] : []));
  if (doubtful.length === 0) return [...kinds];
  if (plan.orientation === "list") return kinds.map((kind) => (kind === "maybe-section" ? "activity" : kind));
  let answer = "headings";
  for (const row of doubtful)
    answer = ask(
      {
        id: `headings:${sheet}`, sheet, text: "some rows have a title and nothing else: are they headings, or activities nobody does?", otherwise: "headings",
        options: [{ value: "headings", label: "headings of the rows below" }, { value: "activities", label: "activities without anybody" }],
      },
      grid.at(row, plan.title.index),
    );
  return kinds.map((kind) => (kind === "maybe-section" ? (answer === "headings" ? "section" : "activity") : kind));
}

function reportCoerced(reading: Reading, plan: Plan, kinds: readonly RowKind[], from: number): void {
  const rows = kinds.flatMap((kind, i) => (kind === "activity" ? [from + i] : []));
  for (const column of plan.columns) {
    if (column.kind !== "id" && column.kind !== "control") continue;
    for (const [row, text] of coercedIds(reading.grid, column.index, rows)) reading.note(row, column.index, text);
    for (const row of rows) {
      const raw = reading.grid.sheet.rows[row]?.[column.index];
      const shown = reading.grid.sheet.shown.get(`${row},${column.index}`);
      if (shown !== undefined && String(raw) !== shown) reading.note(row, column.index, `the cell holds ${String(raw)} and shows ${shown}; what it shows was taken`);
    }
  }
}
