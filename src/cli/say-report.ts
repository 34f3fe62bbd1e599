import { harmless, shortened, tame } from "#core/lint/draw-width.ts";
import type { ImportReport } from "#formats/understand/report.ts";

/** More unread cells than this are counted in the short form, not listed. */
const SHORT = 8;

/** What was understood of a sheet, and every cell that was not, as text. */
export function sayReport(report: ImportReport, extent: "short" | "all"): string {
  const all = extent === "all";
  const lines: string[] = [];
  const used = report.sheets.filter((sheet) => sheet.used);
  lines.push(`${report.file}: ${plural(used.reduce((sum, sheet) => sum + sheet.rows, 0), "row")} from ${plural(used.length, "sheet")}${report.sheets.length > used.length ? ` (${report.sheets.length - used.length} not used)` : ""}`);
  for (const sheet of report.sheets) {
    if (!all && !sheet.used) continue;
    lines.push("", `${sheet.used ? "read" : "not used"}: \`${tame(sheet.name)}\`: ${tame(sheet.why)}`);
    if (!sheet.used) continue;
    lines.push(`  ${plural(sheet.rows, "row")}, ${plural(sheet.sections, "section")}, header in row ${(sheet.headerRows ?? []).join(" and ") || "none"}; cells: ${sheet.cells.understood} of ${sheet.cells.filled} understood`);
    if (all) for (const column of sheet.columns) lines.push(`  ${tame(column.header) || "(no header)"}: ${tame(column.meaning)}`);
  }
  if (report.questions.length > 0) {
    lines.push("", "Questions the sheet leaves open (answer with --choose QUESTION=ANSWER):");
    for (const q of report.questions)
      lines.push(`  ${tame(q.id)}: ${tame(q.text)}${q.places ? ` (${q.places})` : ""}`, `    ${q.options.map((o) => `${o.value}${o.value === q.chosen ? (q.assumed ? " (assumed)" : " (chosen)") : ""}`).join(" | ")}`);
  }
  if (report.notes.length > 0) {
    lines.push("", "Noticed on the way:");
    const notes = all ? report.notes : report.notes.slice(0, SHORT);
    for (const note of notes) lines.push(`  ${note.sheet}${note.address ? `!${note.address}` : ""}: ${tame(note.text)}`);
    if (notes.length < report.notes.length) lines.push(`  and ${report.notes.length - notes.length} more`);
  }
  if (report.unread.length > 0) {
    lines.push("", `Cells not understood: ${report.unread.length}`);
    const cells = all ? report.unread : report.unread.slice(0, SHORT);
    for (const cell of cells) lines.push(`  ${cell.sheet}!${cell.address}: \`${shortened(tame(cell.text), 60)}\`: ${tame(cell.why)}`);
    if (cells.length < report.unread.length) lines.push(`  and ${report.unread.length - cells.length} more; --report FILE lists all`);
  } else lines.push("", "every cell was understood");
  return harmless(`${lines.join("\n")}\n`);
}

const plural = (n: number, word: string): string => `${n} ${word}${n === 1 ? "" : "s"}`;
