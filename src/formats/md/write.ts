import type { Activity } from "#core/model/activity.ts";
import type { MatrixDocument } from "#core/model/document.ts";
import { activityFields } from "../remit-sheet/activity-fields.ts";
import { matrixLayout, type MatrixLayout } from "../remit-sheet/layout.ts";
import { sayLetters } from "../remit-sheet/letters.ts";
import { markdownCell } from "../safe-cell.ts";

/**
 * The matrix as Markdown: one table for each area with lane, letters, SLA and evidence, then the
 * legend. Every area shows the roles that its rows use.
 */
export function writeMarkdown(document: MatrixDocument): string {
  const layout = matrixLayout(document);
  const areas = Map.groupBy(layout.rows, ({ area }) => area ?? "");
  const sections = [...areas].map(([area, rows]) => section(area === "" ? (areas.size > 1 ? "Other activities" : "Activities") : layout.names.say("area", area), rows, document, layout));
  const about = document.about === undefined ? [] : [paragraph(document.about)];
  return `${[`# ${markdownCell(document.title)}`, ...about, ...sections, legend(document)].join("\n\n")}\n`;
}

/** Lines stay lines; none of them becomes a heading, a list or a rule. */
const paragraph = (text: string): string =>
  markdownCell(text)
    .split("<br>")
    .map((line) => line.replace(/^\s*(?:([-+=])|(\d+)([.)]))/, (_, mark: string | undefined, digits: string, stop: string) => (mark ? `\\${mark}` : `${digits}\\${stop}`)).trimStart())
    .join("  \n");

function section(name: string, rows: readonly Activity[], document: MatrixDocument, layout: MatrixLayout): string {
  const used = new Set(rows.flatMap(({ assignments }) => assignments.map(({ role }) => role as string)));
  const roles = layout.columns.filter(({ role }) => role !== undefined && used.has(role));
  const fields = activityFields(document).after.filter(({ key }) => ["lane", "sla", "evidence"].includes(key));
  const terms = fields.filter(({ key, show }) => key !== "lane" && rows.some((row) => show(row, layout.names) !== ""));
  const lane = fields.filter(({ key }) => key === "lane");
  const head = ["Activity", ...lane.map(({ header }) => header), ...roles.map(({ header, party }) => (party === "" ? header : `${header} (${party})`)), ...terms.map(({ header }) => header)];
  const body = rows.map((row) => [
    row.title,
    ...lane.map(({ show }) => show(row, layout.names)),
    ...roles.map(({ role }) => sayLetters(row.assignments.filter((a) => a.role === role))),
    ...terms.map(({ show }) => show(row, layout.names)),
  ]);
  const line = (cells: readonly string[]): string => `| ${cells.map(markdownCell).join(" | ")} |`;
  const rule = `| ${head.map((_, i) => (i > lane.length && i <= lane.length + roles.length ? ":-:" : "---")).join(" | ")} |`;
  return [`## ${markdownCell(name)}`, "", line(head), rule, ...body.map(line)].join("\n");
}

function legend(document: MatrixDocument): string {
  const support = document.activities.some(({ assignments }) => assignments.some(({ letter }) => letter === "S"));
  return [
    "**R** responsible, does the work · **A** accountable, answers for the result · **C** consulted before · **I** informed after",
    ...(support ? ["**S** support, lends hands or means"] : []),
    "A condition stands in brackets behind its letter; **R?** is one of several undecided performers. The lane follows from the parties of the R roles.",
  ].join("  \n");
}
