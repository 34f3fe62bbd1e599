import { readDocument } from "#core/model/read.ts";
import type { MatrixDocument } from "#core/model/document.ts";
import type { ImportResult } from "#formats/understand/report.ts";
import type { Workbook } from "#formats/workbook.ts";
import { KEEP, keptDocument } from "./keep.ts";
import { Reading } from "./read-cells.ts";
import { readList, withoutGone } from "./read-list.ts";
import { readMatrix } from "./read-matrix.ts";
import { LIST_SHEETS } from "./register-fields.ts";

const NOT_READ = new Map([["findings", "findings come from the linter"], ["legend", "it explains the workbook"], [KEEP, "it keeps the whole matrix"]]);

/**
 * The matrix from a workbook that Remit exported, with what people changed in it since. The hidden
 * sheet says what every cell showed at first: a cell that differs is an edit. Edits that cannot be
 * applied are listed in `report.unread`, applied ones in `report.notes`.
 * @returns nothing when the workbook has no `_remit` sheet, or a damaged one: then it is a sheet like any other.
 */
export function readBack(workbook: Workbook): ImportResult | undefined {
  const find = (name: string) => workbook.sheets.find((sheet) => sheet.name.trim().toLowerCase() === name.toLowerCase());
  const keep = find(KEEP);
  const base = keep && keptDocument(keep);
  if (!base) return undefined;
  const reading = new Reading();
  const gone: (readonly [(typeof LIST_SHEETS)[number], readonly string[]])[] = [];
  let draft: MatrixDocument = base;
  for (const about of LIST_SHEETS) {
    const sheet = find(about.sheet);
    if (!sheet) {
      if (about.items(base).length > 0) reading.of(about.sheet).note(`the ${about.sheet} sheet is gone; what it held stays in the matrix`);
      continue;
    }
    const read = readList(sheet, about, base, draft, reading.of(sheet.name));
    draft = read.draft;
    gone.push([about, read.gone]);
  }
  const matrix = find("Matrix");
  if (matrix) draft = readMatrix(matrix, base, draft, reading.of(matrix.name));
  else reading.of("Matrix").note("the Matrix sheet is gone; its rows were kept as they were");
  for (const [about, ids] of gone.toReversed()) draft = withoutGone(draft, about, ids, reading.of(about.sheet));
  for (const sheet of workbook.sheets) {
    const name = sheet.name.trim().toLowerCase();
    const ours = name === "matrix" || LIST_SHEETS.some((about) => about.sheet.toLowerCase() === name);
    if (!ours) reading.took({ name: sheet.name, used: false, why: NOT_READ.get(name) ?? "this sheet is not part of an export", columns: [], rows: 0, sections: 0, cells: { filled: 0, understood: 0, unread: 0 } });
    if (!ours && !NOT_READ.has(name)) reading.of(sheet.name).note("this sheet is not part of an export and was not read");
  }
  // Nothing was changed: the kept document itself, to the last field.
  if (reading.notes.length === 0 && reading.unread.length === 0) return { document: base, report: reading.report(workbook) };
  const checked = readDocument(draft);
  if (!checked.ok) {
    // Every edit was checked by itself; this is the net below.
    for (const problem of checked.problems) reading.of("Matrix").note(`the edits were left out, because together they do not make a matrix: ${problem.place}: ${problem.message}`);
    return { document: base, report: reading.report(workbook) };
  }
  return { document: draft, report: reading.report(workbook) };
}
