import { oneLine, type Grid } from "./grid.ts";
import { statedParties } from "./stated-parties.ts";

/** Words that begin a remark about the sheet, and no title. */
const REMARK = /^(?:legend|key|notes?|version|ver\.?|v\d|rev(?:ision)?|date|last|updated?|status|author|owner|prepared|instructions?|how to|please|guidance|draft|confidential|internal|classification|page|source|copyright|©|\*|sheet|tab)\b/i;

/** The title that stands in the first filled row above the header, alone or merged across; where it stands and what it says. */
export function titleAbove(grid: Grid, top: number, legendRows: readonly number[]): { readonly row: number; readonly text: string } | undefined {
  for (let row = 0; row < top; row++) {
    const [first, ...others] = grid.filled(row);
    if (first === undefined) continue;
    const text = oneLine(grid.text(row, first));
    const alone = others.length === 0 && first < 3;
    const sentence = /[.:;!?]$/.test(text) || text.length > 120;
    const said = alone && !sentence && /\p{L}{2,}.*\s.*\p{L}{2,}/u.test(text) && !REMARK.test(text) && !legendRows.includes(row) && statedParties(text).length === 0;
    return said ? { row, text } : undefined;
  }
  return undefined;
}
