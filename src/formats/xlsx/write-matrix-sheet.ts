import type { ConditionalRule, DataValidation } from "hucre/xlsx";
import type { MatrixDocument } from "#core/model/document.ts";
import { LETTERS } from "#core/model/activity.ts";
import type { Field } from "../remit-sheet/field.ts";
import { cellsOf, matrixLayout, UNKNOWN_PARTY, type MatrixLayout } from "../remit-sheet/layout.ts";
import { LETTER_CHOICES } from "../remit-sheet/letters.ts";
import type { Named } from "../remit-sheet/names.ts";
import { BAND, BODY, BODY_QUIET, BODY_STRONG, HEAD, LANE_LOOK, LETTER, LETTER_LOOK, lookWhen, partyBand, roleHead } from "./write-look.ts";
import { column, range, type SheetPlan } from "./write-sheet.ts";

/** Rows below the last that already offer the lists, for what people add. */
const ROOM = 200;
const HEAD_ROWS = 2;
/** Characters of ordinary width across a landscape page. */
const PAGE_WIDTH = 140;

/** The Matrix sheet: parties over roles over letters, and the terms of each row beside them. */
export function matrixSheet(document: MatrixDocument): SheetPlan {
  const layout = matrixLayout(document);
  const { columns, grid, rows } = layout;
  const kinds = new Map(document.parties.map(({ id, kind }) => [id as string, kind]));
  const kindOf = new Map(document.roles.map(({ id, party }) => [id as string, kinds.get(party)]));
  const upright = grid.last - grid.first >= 14;
  const bands = partyRuns(layout);
  const titleAt = columns.findIndex(({ field }) => field?.key === "title");
  return {
    name: "Matrix",
    title: document.title,
    columns: columns.map(({ width, role, field }) => ({
      width: role && upright ? 6 : width,
      style: role ? LETTER : field?.key === "title" ? BODY_STRONG : field?.key === "id" ? BODY_QUIET : BODY,
    })),
    head: [columns.map(({ party }, c) => (bands.some(({ first }) => first === c) ? party : "")), columns.map(({ header }) => header)],
    headStyle: (row, c) => {
      const role = columns[c]?.role;
      if (role === undefined) return row === 0 ? BAND : HEAD;
      return row === 0 ? partyBand(kindOf.get(role)) : roleHead(kindOf.get(role), upright);
    },
    headHeights: [20, upright ? 120 : headHeight(layout)],
    body: rows.map((row) => cellsOf(row, layout)),
    frozen: titleAt + 1,
    merges: bands.filter(({ first, last }) => last > first).map(({ first, last }) => ({ startRow: 0, startCol: first, endRow: 0, endCol: last })),
    lists: lists(document, layout),
    looks: looks(layout),
    print: pages(layout, upright, titleAt),
  };
}

/** Tall enough for the longest role name in its column. */
function headHeight({ columns }: MatrixLayout): number {
  const deepest = Math.max(2, ...columns.map(({ header, width }) => wrapped(header, width - 2)));
  return Math.min(6, deepest) * 14 + 4;
}

function wrapped(text: string, width: number): number {
  let count = 1;
  let used = 0;
  for (const word of text.split(" ")) {
    if (used > 0 && used + 1 + word.length > width) [count, used] = [count + 1, 0];
    used += (used > 0 ? 1 : 0) + word.length;
    while (used > width) [count, used] = [count + 1, used - width];
  }
  return count;
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
  return found;
}

/** The grid on one page where it can be read there, the terms on the next ones, with ID to activity repeated. */
function pages({ columns, grid }: MatrixLayout, upright: boolean, titleAt: number): SheetPlan["print"] {
  const widthOf = (c: number): number => (columns[c]?.role && upright ? 6 : (columns[c]?.width ?? 0));
  const sum = (from: number, to: number): number => Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => widthOf(from + i)).reduce((a, b) => a + b, 0);
  const repeated = sum(0, titleAt);
  const gridEnd = Math.max(grid.last, titleAt) + 1;
  const scale = Math.max(50, Math.min(85, Math.floor((PAGE_WIDTH / sum(0, gridEnd)) * 100)));
  const fits = (PAGE_WIDTH * 100) / scale;
  const breaks: number[] = [];
  let used = repeated;
  for (let c = titleAt + 1; c < columns.length; c++) {
    if (used + widthOf(c) > fits || c === gridEnd + 1) {
      breaks.push(c - 1);
      used = repeated;
    }
    used += widthOf(c);
  }
  return { scale, breaks, repeat: `$A:$${column(titleAt)}` };
}

export { UNKNOWN_PARTY };
