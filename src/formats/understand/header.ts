import { recognised, WHO, type Column } from "./column.ts";
import { contentOf } from "./content.ts";
import { oneLine, plain, type Grid } from "./grid.ts";
import { readLetters } from "./letters.ts";

/** A header of one or two rows and what its columns carry. Rows from 0. */
export interface Header {
  readonly firstRow: number;
  readonly lastRow: number;
  readonly columns: readonly Column[];
}

/** A header further down than this many filled rows is no header any more. */
const CANDIDATES = 14;
const DEEPEST = 60;
const LONGEST_HEADER = 300;

/**
 * The header of the table that starts at or below `from`: the row whose words and the cells beneath
 * make the most sense together. Undefined when no row does.
 */
export function findHeader(grid: Grid, from = 0, until = grid.height): Header | undefined {
  let best: Header | undefined;
  let bestScore = 6;
  let tried = 0;
  for (let row = from; row < Math.min(until, from + DEEPEST) && tried < CANDIDATES; row++) {
    if (grid.filled(row).length < 2 || looksLikeData(grid, row) || onlyGroups(grid, row)) continue;
    tried++;
    const header = headerAt(grid, row, until);
    const score = worth(header.columns);
    if (score > bestScore + 0.5) [best, bestScore] = [header, score];
  }
  return best;
}

function worth(columns: readonly Column[]): number {
  const title = columns.reduce((most, column) => (column.kind === "title" ? Math.max(most, column.weight) : most), 0);
  const who = columns.filter((column) => WHO.has(column.kind)).reduce((sum, column) => sum + column.weight, 0);
  const rest = columns.filter((column) => !WHO.has(column.kind) && column.kind !== "title").reduce((sum, column) => sum + column.weight, 0);
  return title + Math.min(who, 36) + Math.min(rest, 16);
}

/** Rows whose cells are letters beside a title are rows of the matrix; `R | A | C | I` is a header. */
function looksLikeData(grid: Grid, row: number): boolean {
  const texts = grid.filled(row).map((column) => grid.text(row, column));
  if (texts.some((text) => text.length > 160)) return true;
  const letters = texts.filter((text) => !/^\p{L}{4,}/u.test(text) && readLetters(text).kind !== "unread");
  const different = new Set(texts.filter((text) => /^[RACIS]$/i.test(text)).map((text) => text.toUpperCase()));
  const header = letters.length === different.size && different.size >= 3;
  return !header && letters.length > 0 && letters.length >= (texts.length - 1) / 2;
}

/** A row of merged groups whose own columns go on beneath: the header proper is the next row. */
function onlyGroups(grid: Grid, row: number): boolean {
  const filled = grid.filled(row);
  const groups = filled.filter((column) => grid.reaches(row, column) > column);
  const under = grid.filled(row + 1);
  const split = groups.some((column) => under.filter((one) => one >= column && one <= grid.reaches(row, column)).length >= 2);
  return split && filled.every((column) => groups.includes(column) || grid.text(row + 1, column) === "");
}

/** The header whose last row is `row`, with the row above as groups where it is merged or sparse. */
export function headerAt(grid: Grid, row: number, until: number): Header {
  const groups = row > 0 ? groupsAbove(grid, row) : undefined;
  const last = spansDown(grid, row) ? row + 1 : row;
  const columns: Column[] = [];
  for (let column = 0; column < grid.width; column++) {
    const own = oneLine(grid.seen(row, column)).slice(0, LONGEST_HEADER);
    const above = groups?.get(column);
    const header = own === "" || own === above ? (above ?? own) : own;
    const group = above !== undefined && above !== header ? above : undefined;
    columns.push(recognised(column, header, group, contentOf(grid, column, last + 1, until, header)));
  }
  return { firstRow: groups ? row - 1 : row, lastRow: last, columns };
}

/** A header whose cells are all merged with the row beneath takes two rows. */
const spansDown = (grid: Grid, row: number): boolean => {
  const filled = grid.filled(row);
  return filled.length >= 2 && grid.filled(row + 1).length === 0 && filled.every((column) => grid.continues(row + 1, column));
};

/**
 * The words above a header, by column: from merged cells, or, where a file knows no merges, from a
 * sparse row whose blanks stand over filled cells. Undefined when the row above is a title or data.
 */
function groupsAbove(grid: Grid, row: number): ReadonlyMap<number, string> | undefined {
  const above = row - 1;
  const filled = grid.filled(above);
  const inner = filled.filter((column) => grid.reaches(above, column) > column && grid.reaches(above, column) < column + grid.width - 1);
  const vertical = filled.filter((column) => grid.text(row, column) === "" && grid.continues(row, column));
  const merged = (inner.length > 0 && filled.length >= 2) || vertical.length > 0;
  const under = grid.filled(row);
  const sparse = filled.length >= 2 && filled.length < under.length + 1 && under.some((column) => grid.text(above, column) === "") && filled.every((column) => grid.text(above, column).length <= 60);
  if (!merged && !(sparse && grid.sheet.merges.length === 0 && !/^\d/.test(grid.text(above, filled[0] ?? 0)))) return undefined;
  const groups = new Map<number, string>();
  let running = "";
  for (let column = 0; column < grid.width; column++) {
    const text = oneLine(grid.seen(above, column)).slice(0, LONGEST_HEADER);
    if (merged) running = text;
    else if (text !== "") running = grid.text(row, column) === "" && grid.text(above, column + 1) !== "" ? text : text;
    if (running !== "") groups.set(column, running);
  }
  return groups;
}

/** Rows further down that repeat the header's title word: each begins another table of the same sheet. */
export function laterHeaders(grid: Grid, header: Header): readonly number[] {
  const title = header.columns.find((column) => column.kind === "title" || column.kind === "control");
  if (!title || title.header === "") return [];
  const rows: number[] = [];
  for (let row = header.lastRow + 1; row < grid.height; row++)
    if (plain(grid.text(row, title.index)) === plain(title.header) && grid.filled(row).length >= 2 && !looksLikeData(grid, row)) rows.push(row);
  return rows;
}
