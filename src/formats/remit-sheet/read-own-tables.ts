import { Activity, type Assignment } from "#core/model/activity.ts";
import { FORMAT, type MatrixDocument } from "#core/model/document.ts";
import { idFrom } from "#core/model/id.ts";
import { laneOf } from "#core/model/lane.ts";
import { readDocument } from "#core/model/read.ts";
import { asking } from "#formats/understand/ask.ts";
import { answersOf } from "#formats/understand/known.ts";
import type { Choices, ImportResult } from "#formats/understand/report.ts";
import { titleOf } from "#formats/understand/understand.ts";
import { address, type Workbook } from "#formats/workbook.ts";
import { LANE_WORDS } from "./activity-fields.ts";
import { Unreadable } from "./field.ts";
import { readLetters } from "./letters.ts";
import { namesOf, oneLine, type Names } from "./names.ts";
import { ownTable, type OwnTable } from "./own-columns.ts";
import { ownRegister } from "./own-register.ts";
import { filledCells, Reading, textAt } from "./read-cells.ts";
import { withLane } from "./read-lane.ts";

/**
 * The matrix from tables that Remit exported as CSV or Markdown: every column is known by its header, so
 * nothing is guessed. The files hold the rows and the names, not the register behind them.
 * @returns nothing when no table of the file is one of ours.
 */
export function readOwnTables(workbook: Workbook, file: string, choices: Choices, known?: MatrixDocument): ImportResult | undefined {
  const tables = workbook.sheets.flatMap((sheet) => ownTable(sheet, workbook.kind) ?? []);
  if (tables.length === 0) return undefined;
  const ask = asking(choices, answersOf(known));
  const areaOf = ({ sheet, columns }: OwnTable): string | undefined =>
    workbook.kind !== "md" || columns.some((column) => column.is === "field" && column.field.key === "area") || sheet.name === (tables.length > 1 ? "Other activities" : "Activities") ? undefined : oneLine(sheet.name);
  const { register, roleAt } = ownRegister(tables, areaOf, ask, known);
  const start: MatrixDocument = { remit: FORMAT, title: (workbook.title ?? titleOf(file)).slice(0, 200), ...register, activities: [] };
  const names = namesOf(start);
  const reading = new Reading();
  const places: Record<string, string> = {};
  const taken = new Set<string>();
  const activities: Activity[] = [];
  for (const table of tables) {
    const { sheet, head, headers, columns } = table;
    const before = activities.length;
    const here = reading.of(sheet.name);
    const area = areaOf(table);
    for (let row = head + 1; row < sheet.rows.length; row++) {
      const read = readRow(table, row, { start, names, roleAt, taken }, here, area === undefined ? undefined : names.find("area", area));
      if (!read) continue;
      activities.push(read);
      places[read.id] = `${sheet.name}!${address(row + (sheet.firstLine ?? 1) - 1, columns.findIndex(({ is }) => is === "title"))}`;
    }
    const filled = filledCells(sheet);
    reading.took({
      name: sheet.name, used: true, why: "a table that Remit exported", orientation: "letters", headerRows: [head + (sheet.firstLine ?? 1)],
      columns: columns.flatMap((column, at) => (column.is === "blank" ? [] : [{ column: at, header: headers[at] ?? "", meaning: column.is === "field" ? column.field.header.toLowerCase() : column.is }])),
      rows: activities.length - before, sections: area === undefined ? 0 : 1, cells: { filled, understood: filled - here.unreadHere(), unread: here.unreadHere() },
    });
  }
  if (activities.length === 0) return undefined;
  for (const sheet of workbook.sheets)
    if (!tables.some((table) => table.sheet === sheet)) reading.took({ name: sheet.name, used: false, why: "this table is not part of an export", columns: [], rows: 0, sections: 0, cells: { filled: filledCells(sheet), understood: 0, unread: 0 } });
  const document = { ...start, activities };
  // Every row was checked by itself; a file that makes no matrix all the same is a sheet like any other.
  return readDocument(JSON.parse(JSON.stringify(document))).ok ? { document, report: { ...reading.report(workbook), file, questions: ask.list(), places } } : undefined;
}

interface Known {
  readonly start: MatrixDocument;
  readonly names: Names;
  readonly roleAt: (party: string, role: string) => string;
  readonly taken: Set<string>;
}

function readRow({ sheet, columns }: OwnTable, row: number, { start, names, roleAt, taken }: Known, reading: Reading, area: string | undefined): Activity | undefined {
  const texts = columns.map((_, column) => textAt(sheet, row, column));
  if (texts.every((text) => text === "")) return undefined;
  const said = (is: "id" | "title" | "lane") => texts[columns.findIndex((column) => column.is === is)] ?? "";
  const title = said("title");
  if (title === "") {
    texts.forEach((text, column) => text !== "" && reading.cannot(row, column, text, "its row has no activity"));
    return undefined;
  }
  const wanted = said("id");
  const id = /^[A-Za-z0-9][A-Za-z0-9._-]{0,119}$/.test(wanted) && !taken.has(wanted) ? wanted : idFrom(title, taken);
  taken.add(id);
  const assignments: Assignment[] = [];
  let read: Activity = { id, title: title.slice(0, 1_000), ...(area === undefined ? {} : { area }), assignments };
  columns.forEach((column, at) => {
    const text = texts[at] ?? "";
    if (text === "") return;
    if (column.is === "blank") return reading.cannot(row, at, text, "its column has no header");
    if (column.is === "role") {
      const letters = readLetters(text, roleAt(column.party, column.role));
      if (letters instanceof Unreadable) return reading.cannot(row, at, text, letters.why);
      assignments.push(...letters);
    } else if (column.is === "field") {
      const next = column.field.read?.(text, read, names) ?? new Unreadable("this column is worked out from others");
      if (next instanceof Unreadable) return reading.cannot(row, at, text, next.why);
      const checked = Activity.safeParse(next);
      if (!checked.success) return reading.cannot(row, at, text, checked.error.issues[0]?.message ?? "the matrix has no place for this");
      read = next;
    }
  });
  read = { ...read, assignments };
  return inLane(read, said("lane"), start, (text, why) => reading.cannot(row, columns.findIndex(({ is }) => is === "lane"), text, why));
}

/** The lane follows from the letters; where somebody wrote another one, the R moves. */
function inLane(read: Activity, text: string, start: MatrixDocument, cannot: (text: string, why: string) => void): Activity {
  const kinds = new Map(start.parties.map(({ id, kind }) => [id, kind]));
  const kindOf = new Map(start.roles.map(({ id, party }) => [id as string, kinds.get(party)]));
  if (text === "" || text === LANE_WORDS[laneOf(read, (role) => kindOf.get(role))]) return read;
  const moved = text === LANE_WORDS.nobody ? new Unreadable("the row has an R, so the lane is somebody's") : withLane(read, text, { ...start, activities: [read] });
  if (!(moved instanceof Unreadable)) return moved;
  cannot(text, moved.why);
  return read;
}
