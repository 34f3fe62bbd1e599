import type { Grid } from "./grid.ts";

/**
 * Ids that a spreadsheet program has turned into numbers or dates: `8.1` where the neighbours leave only
 * `8.10`, and `2026-03-01` in a column of ids. Row to what was noticed.
 */
export function coercedIds(grid: Grid, column: number, rows: readonly number[]): ReadonlyMap<number, string> {
  const noticed = new Map<number, string>();
  const seen = new Set<string>();
  const all = new Set(rows.map((row) => grid.text(row, column)));
  let before = "";
  for (const row of rows) {
    const text = grid.text(row, column);
    if (text === "") continue;
    const [, whole, tenth] = /^(\d{1,3})\.([1-9])$/.exec(text) ?? [];
    if (whole !== undefined && tenth !== undefined) {
      const full = `${whole}.${tenth}0`;
      const follows = before === `${whole}.${tenth === "1" ? "9" : `${Number(tenth) - 1}9`}`;
      if (!all.has(full) && (seen.has(text) || follows)) noticed.set(row, `\`${text}\` may have been \`${full}\` before the spreadsheet made it a number`);
    } else if (/^\d{4}-\d{2}-\d{2}$/.test(text) && rows.length > 2) noticed.set(row, `\`${text}\` stands in a column of ids and may have been an id before the spreadsheet made it a date`);
    seen.add(text);
    before = text;
  }
  return noticed;
}
