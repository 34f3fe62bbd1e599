import type { ConditionalRule, DataValidation } from "hucre/xlsx";
import type { MatrixDocument } from "#core/model/document.ts";
import { LETTERS } from "#core/model/activity.ts";
import type { Field } from "../remit-sheet/field.ts";
import { cellsOf, matrixLayout, type MatrixLayout } from "../remit-sheet/layout.ts";
import { LETTER_CHOICES } from "../remit-sheet/letters.ts";
import type { Named } from "../remit-sheet/names.ts";
import { BAND, BODY, BODY_QUIET, BODY_STRONG, HEAD, LANE_LOOK, LETTER, LETTER_LOOK, lookWhen, partyBand, roleHead, ruled } from "./write-look.ts";
import { column, range, type SheetPlan } from "./write-sheet.ts";

/** Rows below the last that already offer the lists, for what people add. */
const ROOM = 200;
const HEAD_ROWS = 2;
/** Characters of ordinary width across a landscape page. */
const PAGE_WIDTH = 122;

/** The Matrix sheet: parties over roles over letters, and the terms of each row beside them. */
export function matrixSheet(document: MatrixDocument): SheetPlan {
  const layout = matrixLayout(document);
  const { columns, grid, rows } = layout;
  const kinds = new Map(document.parties.map(({ id, kind }) => [id as string, kind]));
  const kindOf = new Map(document.roles.map(({ id, party }) => [id as string, kinds.get(party)]));
  const upright = grid.last - grid.first >= 14;
  const bands = partyRuns(layout);
  const titleAt = columns.findIndex(({ field }) => field?.key === "title");
  const body = rows.map((row) => cellsOf(row, layout));
  const plainWidths = columns.map(({ width, role, field }, c) => (role ? roleWidth(upright ? 6 : width, body, c) : field?.key === "id" ? idWidth(rows) : width));
  const widths = wideEnough(plainWidths, bands, columns);
  const printed = columns.findIndex(({ field }) => field?.key === "evidence");
  const hidden = columns.map(({ field }, c) => field !== undefined && MAY_HIDE.has(field.key) && body.every((cells) => cells[c] === ""));
  return {
    name: "Matrix",
    title: document.title,
    columns: columns.map(({ role, field }, c) => ({
      width: widths[c] ?? 10,
      hidden: hidden[c] ?? false,
      style: role ? LETTER : field?.key === "title" ? BODY_STRONG : field?.key === "id" ? BODY_QUIET : BODY,
    })),
    head: [columns.map(({ party }, c) => (bands.some(({ first }) => first === c) ? party : "")), columns.map(({ header }) => header)],
    headStyle: (row, c) => {
      const role = columns[c]?.role;
      if (role === undefined) return row === 0 ? BAND : HEAD;
      return row === 0 ? partyBand(kindOf.get(role)) : roleHead(kindOf.get(role), upright);
    },
    headHeights: [bandHeight(bands, columns, widths), upright ? 120 : headHeight(layout)],
    body,
    bodyHeights: body.map((cells) => Math.max(rowHeight(cells.slice(0, printed + 1), widths, 3), rowHeight(cells.slice(grid.first, grid.last + 1), widths.slice(grid.first, grid.last + 1)))),
    frozen: titleAt + 1,
    merges: bands.filter(({ first, last }) => last > first).map(({ first, last }) => ({ startRow: 0, startCol: first, endRow: 0, endCol: last })),
    lists: lists(document, layout),
    looks: looks(layout),
    print: pages(layout, widths.map((width, c) => (hidden[c] ? 0 : width)), titleAt, printed),
  };
}

/** Columns that stay out of sight, and off the paper, until somebody fills them. */
const MAY_HIDE = new Set(["controls", "split", "initiator", "acceptor", "disputes", "approvers", "validation/by", "validation/how", "goal", "procedure", "handOff/to", "handOff/output", "cost"]);

const idWidth = (rows: MatrixLayout["rows"]): number => Math.min(22, Math.max(6, ...rows.map(({ id }) => id.length)) + 1);

/** Widest a column of letters grows for the conditions in it. */
const WIDEST_ROLE = 18;

/** A column of letters with conditions is as wide as their longest word asks, and wider for long ones: they wrap, and none is cut. */
function roleWidth(width: number, body: readonly (readonly string[])[], c: number): number {
  let [word, text] = [0, 0];
  for (const cells of body) {
    const said = cells[c] ?? "";
    if (said.length <= width - 2) continue;
    text = Math.max(text, said.length);
    for (const part of said.split(/\s/)) word = Math.max(word, part.length);
  }
  return text === 0 ? width : Math.max(width, Math.min(WIDEST_ROLE, Math.max(word + 2, Math.ceil(text / 3))));
}

type Runs = readonly { readonly first: number; readonly last: number }[];

/** A party with few roles gets room for the longest word of its name. */
function wideEnough(widths: readonly number[], bands: Runs, columns: MatrixLayout["columns"]): number[] {
  const wide = [...widths];
  for (const { first, last } of bands) {
    const longest = Math.max(0, ...(columns[first]?.party ?? "").split(/\s/).map((word) => word.length)) + 2;
    const room = wide.slice(first, last + 1).reduce((sum, width) => sum + width, 0);
    if (room < longest) for (let c = first; c <= last; c++) wide[c] = (wide[c] ?? 0) + Math.ceil((longest - room) / (last - first + 1));
  }
  return wide;
}

/** Tall enough for the name of a party over one narrow column. */
function bandHeight(bands: Runs, columns: MatrixLayout["columns"], widths: readonly number[]): number {
  const deepest = Math.max(1, ...bands.map(({ first, last }) => wrapped(columns[first]?.party ?? "", Math.max(4, widths.slice(first, last + 1).reduce((sum, width) => sum + width, 0) - 2))));
  return deepest === 1 ? 20 : Math.min(6, deepest) * 14 + 6;
}

/** Tall enough for the longest role name in its column. */
function headHeight({ columns }: MatrixLayout): number {
  const deepest = Math.max(2, ...columns.map(({ header, width }) => wrapped(header, width - 2)));
  return Math.min(6, deepest) * 14 + 4;
}

/** How many lines a text takes in a column. */
function wrapped(text: string, width: number): number {
  if (text.length <= width && !text.includes("\n")) return 1;
  if (text.includes("\n")) return text.split("\n").reduce((sum, line) => sum + wrapped(line, width), 0);
  let count = 1;
  let used = 0;
  for (const word of text.split(" ")) {
    if (used > 0 && used + 1 + word.length > width) [count, used] = [count + 1, 0];
    used += (used > 0 ? 1 : 0) + word.length;
    while (used > width) [count, used] = [count + 1, used - width];
  }
  return count;
}

/** Most lines a row shows at once; longer texts are read in the cell. */
const MOST_LINES = 12;

/** Points: programs do not all fit a row to its texts when they open a file. */
export function rowHeight(cells: readonly string[], widths: readonly number[], most = MOST_LINES): number {
  let deepest = 1;
  cells.forEach((text, c) => {
    if (deepest < most && (text.length > (widths[c] ?? 10) - 2 || text.includes("\n"))) deepest = Math.max(deepest, wrapped(text.slice(0, 2000), Math.max(4, (widths[c] ?? 10) - 2)));
  });
  return Math.min(deepest, most) * 13.5 + 4;
}

/** Neighbouring roles of one party. */
function partyRuns({ columns, grid }: MatrixLayout): { first: number; last: number }[] {
  const runs: { first: number; last: number }[] = [];
  for (let c = grid.first; c <= grid.last; c++) {
    const run = runs.at(-1);
    if (run && columns[c]?.party === columns[c - 1]?.party) run.last = c;
    else runs.push({ first: c, last: c });
  }
  return runs;
}

const SHEET_OF: Partial<Record<Named, string>> = { role: "Roles", area: "Areas", stage: "Stages", party: "Parties", person: "People", scope: "Scope" };

/** The list in the cells of a field, if it has one. A text outside the list asks, and is not refused. */
export function listOf<T>(field: Field<T>, document: MatrixDocument, where: string): DataValidation[] {
  const common = { type: "list", range: where, allowBlank: true, showErrorMessage: true, errorStyle: "warning", errorTitle: field.header, errorMessage: "This is not on the list. Keep it all the same?" } as const;
  if (field.choices) return [{ ...common, values: [...field.choices] }];
  const sheet = field.offers && SHEET_OF[field.offers];
  const items = field.offers === undefined ? 0 : { role: document.roles, area: document.areas, stage: document.stages, party: document.parties, person: document.people, scope: document.scope, calendar: undefined }[field.offers]?.length ?? 0;
  return sheet && items > 0 ? [{ ...common, formula1: `'${sheet}'!$B$2:$B$${items + 1 + ROOM}` }] : [];
}

function lists(document: MatrixDocument, { columns, grid, rows }: MatrixLayout): DataValidation[] {
  const last = HEAD_ROWS + rows.length + ROOM;
  const found = columns.flatMap(({ field }, c) => (field ? listOf(field, document, range(HEAD_ROWS, c, last, c)) : []));
  if (grid.last < grid.first) return found;
  return [
    {
      type: "list", range: range(HEAD_ROWS, grid.first, last, grid.last), values: [...LETTER_CHOICES], allowBlank: true,
      showErrorMessage: true, errorStyle: "warning", errorTitle: "Letters", errorMessage: "R, A, C, I or S; a condition may stand behind a letter: C (if affected). Keep this all the same?",
    },
    ...found,
  ];
}

function looks({ columns, grid, rows }: MatrixLayout): ConditionalRule[] {
  const last = HEAD_ROWS + rows.length + ROOM;
  const found: ConditionalRule[] = [];
  if (grid.last >= grid.first) {
    const first = `${column(grid.first)}${HEAD_ROWS + 1}`;
    for (const letter of LETTERS) found.push(lookWhen(range(HEAD_ROWS, grid.first, last, grid.last), `UPPER(LEFT(${first},1))="${letter}"`, LETTER_LOOK[letter], found.length + 1));
  }
  const lane = columns.findIndex(({ field }) => field?.key === "lane");
  for (const [word, tint] of LANE_LOOK) found.push(lookWhen(range(HEAD_ROWS, lane, last, lane), `${column(lane)}${HEAD_ROWS + 1}="${word}"`, tint, found.length + 1));
  const criticality = columns.findIndex(({ field }) => field?.key === "criticality");
  found.push(lookWhen(range(HEAD_ROWS, criticality, last, criticality), `${column(criticality)}${HEAD_ROWS + 1}="critical"`, { fill: "FBE3E1", ink: "9B1C14" }, found.length + 1));
  const title = columns.findIndex(({ field }) => field?.key === "title");
  found.push(ruled(range(HEAD_ROWS, 0, last, columns.length - 1), `$${column(title)}${HEAD_ROWS + 1}`, found.length + 1));
  return found;
}

/** The grid on one page where it can be read there, SLA to evidence on the next, with ID to activity repeated; what follows is for the screen. */
function pages({ grid, rows }: MatrixLayout, widths: readonly number[], titleAt: number, printed: number): SheetPlan["print"] {
  const widthOf = (c: number): number => widths[c] ?? 0;
  const sum = (from: number, to: number): number => Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => widthOf(from + i)).reduce((a, b) => a + b, 0);
  const repeated = sum(0, titleAt);
  const gridEnd = Math.max(grid.last, titleAt) + 1;
  const scale = Math.max(50, Math.min(85, Math.floor((PAGE_WIDTH / sum(0, gridEnd)) * 100)));
  const fits = (PAGE_WIDTH * 100) / scale;
  const breaks: number[] = [];
  let used = repeated;
  for (let c = titleAt + 1; c <= printed; c++) {
    if (used + widthOf(c) > fits || c === gridEnd + 1) {
      breaks.push(c - 1);
      used = repeated;
    }
    used += widthOf(c);
  }
  return { scale, breaks, repeat: `$A:$${column(titleAt)}`, area: `$A$1:$${column(printed)}$${HEAD_ROWS + Math.max(1, rows.length)}` };
}
