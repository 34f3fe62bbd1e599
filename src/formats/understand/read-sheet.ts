import type { Sheet } from "../workbook.ts";
import type { Ask } from "./ask.ts";
import type { Cast } from "./cast.ts";
import { findHeader, laterHeaders, headerAt } from "./header.ts";
import { gridOf } from "./grid.ts";
import { legendOfRow, type Meaning } from "./legend.ts";
import type { Looked } from "./looked.ts";
import { planOf, readingsOf, type Plan } from "./plan.ts";
import { readTable } from "./read-table.ts";
import type { ImportReport, Orientation, SheetReading, UnreadCell } from "./report.ts";
import type { RowDraft } from "./row-draft.ts";
import { statedIn } from "./stated-parties.ts";
import { tallyOf } from "./tally.ts";
import { titleAbove } from "./title-above.ts";

export function look(sheet: Sheet, ask: Ask): Looked {
  const grid = gridOf(sheet);
  const legend = new Map<string, Meaning>();
  const legendRows: number[] = [];
  for (let row = 0; row < grid.height; row++) {
    const entries = legendOfRow(grid, row);
    if (entries.size > 0) legendRows.push(row);
    for (const [letter, meaning] of entries) legend.set(letter, meaning);
  }
  const first = findHeader(grid);
  const plans: Plan[] = [];
  if (first) {
    const starts = laterHeaders(grid, first);
    const whole = starts.length === 0 ? first : headerAt(grid, first.lastRow, starts[0] ?? grid.height);
    for (const header of [whole, ...starts.map((row, i) => headerAt(grid, row, starts[i + 1] ?? grid.height))]) {
      const plan = planOf(grid, header, ask);
      if (plan) plans.push(plan);
    }
  }
  const title = plans[0] && titleAbove(grid, plans[0].header.firstRow, legendRows);
  return { grid, plans, legend, legendRows, ...(title ? { title } : {}) };
}

export interface SheetRead {
  readonly reading: SheetReading;
  readonly rows: readonly RowDraft[];
  readonly unread: readonly UnreadCell[];
  readonly notes: ImportReport["notes"];
}

/** Reads all tables of a sheet. @param titled whether its title is the title of the document. */
export function readSheet(looked: Looked, cast: Cast, ask: Ask, legend: ReadonlyMap<string, Meaning>, titled: boolean): SheetRead {
  const { grid, plans } = looked;
  const sheet = grid.sheet;
  const tally = tallyOf(grid);
  const notes: { sheet: string; address?: string; text: string }[] = [];
  const note = (row: number | undefined, column: number | undefined, text: string) =>
    notes.push({ sheet: sheet.name, ...(row === undefined || column === undefined ? {} : { address: grid.at(row, column) }), text });
  for (const row of looked.legendRows) for (const column of grid.filled(row)) tally.understood(row, column);
  const top = plans[0]?.header.firstRow ?? 0;
  const stated = Map.groupBy(statedIn(looked), ({ row }) => row);
  for (const [row, all] of stated) {
    note(row, grid.filled(row)[0], `names the parties: ${[...new Set(all.map(({ stated: { word, name } }) => `${word} is ${name}`))].join(", ")}`);
    for (const column of grid.filled(row)) tally.understood(row, column);
  }
  for (let row = 0; row < top; row++)
    for (const column of grid.filled(row)) {
      const taken = stated.has(row) || (titled && row === looked.title?.row);
      if (taken) tally.understood(row, column);
      else if (row < 12 || grid.text(row, column).length > 40) note(row, column, `stands above the matrix and was not taken: ${grid.text(row, column).replace(/\s+/g, " ").slice(0, 160)}`);
      tally.understood(row, column);
    }
  const rows: RowDraft[] = [];
  let sections = 0;
  plans.forEach((plan, i) => {
    const read = readTable({ grid, cast, ask, tally, legend: new Map([...legend, ...looked.legend]), note }, plan, plans[i + 1]?.header.firstRow ?? grid.height);
    for (const row of read.rows) rows.push(row);
    sections += read.sections;
  });
  noteHidden(looked, note);
  const { cells, unread } = tally.close();
  const orientation = plans[0]?.orientation;
  return {
    rows,
    unread,
    notes,
    reading: {
      name: sheet.name, used: true, why: whyUsed(orientation), ...(orientation && orientation !== "list" ? { orientation } : {}),
      headerRows: plans.flatMap(({ header }) => Array.from({ length: header.lastRow - header.firstRow + 1 }, (_, i) => header.firstRow + i + (sheet.firstLine ?? 1))),
      columns: plans[0] ? readingsOf(grid, plans[0].columns) : [],
      rows: rows.length, sections, cells,
    },
  };
}

function noteHidden({ grid, plans }: Looked, note: (row: number | undefined, column: number | undefined, text: string) => void): void {
  const { hiddenColumns, hiddenRows, formulas } = grid.sheet;
  const columns = plans.flatMap((plan) => plan.columns).filter((column) => hiddenColumns.has(column.index) && column.content.filled > 0);
  if (columns.length > 0) note(undefined, undefined, `hidden columns were read too: ${columns.map((column) => column.header || grid.at(0, column.index)).join(", ")}`);
  const rows = [...hiddenRows].filter((row) => grid.filled(row).length > 0).length;
  if (rows > 0) note(undefined, undefined, rows === 1 ? "1 hidden row was read too" : `${rows} hidden rows were read too`);
  const computed = [...formulas].filter((key) => grid.text(Number(key.split(",")[0]), Number(key.split(",")[1])) !== "").length;
  if (computed > 0) note(undefined, undefined, `${computed} cells are computed by formulas; their last value was taken`);
}

const WHYS: Readonly<Record<Orientation | "list", string>> = {
  letters: "a matrix with letters under roles",
  names: "a matrix with names under Responsible, Accountable, Consulted or Informed",
  lane: "a matrix with one column that says which side does it",
  marks: "a matrix with marks under roles or sides",
  answers: "a matrix with Yes, Partial and No",
  prose: "a matrix that describes each side's part in words",
  owners: "a matrix with owners",
  list: "a list of activities; no column says who does them",
};
const whyUsed = (orientation: Orientation | "list" | undefined): string => WHYS[orientation ?? "list"];
