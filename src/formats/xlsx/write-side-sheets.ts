import type { WriteSheet } from "hucre/xlsx";
import type { Finding } from "#core/lint/finding.ts";
import type { Rule } from "#core/lint/rule.ts";
import { LETTERS, type Letter } from "#core/model/activity.ts";
import type { MatrixDocument } from "#core/model/document.ts";
import { sayPlace } from "../remit-sheet/place.ts";
import { namesOf } from "../remit-sheet/names.ts";
import { LIST_SHEETS, SELDOM, type ListSheet } from "../remit-sheet/register-fields.ts";
import { listOf, rowHeight } from "./write-matrix-sheet.ts";
import { BODY, BODY_QUIET, BODY_STRONG, HEAD, HEADLINE, letterStyle, lookWhen, ruled, SEVERITY_LOOK, TEXT } from "./write-look.ts";
import { pageEdges, range, type SheetPlan } from "./write-sheet.ts";

/** One sheet for each list of the register; stages and clauses only where the matrix has some. */
export function listSheets(document: MatrixDocument): SheetPlan[] {
  const names = namesOf(document);
  return LIST_SHEETS.filter((sheet) => !SELDOM.has(sheet.kind) || sheet.items(document).length > 0).map((sheet) => listSheet(sheet, document, names));
}

function listSheet<T extends { readonly id: string }>(sheet: ListSheet<T>, document: MatrixDocument, names: ReturnType<typeof namesOf>): SheetPlan {
  const items = sheet.items(document);
  const body = items.map((item) => sheet.fields.map((field) => field.show(item, names)));
  return {
    name: sheet.sheet,
    title: document.title,
    columns: sheet.fields.map(({ key, width }) => ({ width, style: key === "id" ? BODY_QUIET : key === "name" || key === "title" ? BODY_STRONG : BODY })),
    head: [sheet.fields.map(({ header }) => header)],
    headStyle: () => HEAD,
    headHeights: [32],
    body,
    bodyHeights: body.map((cells) => rowHeight(cells, sheet.fields.map(({ width }) => width))),
    frozen: 2,
    looks: [ruled(range(1, 0, items.length + 200, sheet.fields.length - 1), "$B2", 1)],
    lists: sheet.fields.flatMap((field, c) => listOf(field, document, range(1, c, items.length + 200, c))),
    print: {},
  };
}

/** The findings in sentences, worst first as the linter gave them. */
export function findingsSheet(document: MatrixDocument, findings: readonly Finding[], catalogue: readonly Rule[] | undefined): SheetPlan {
  const rules = new Map(catalogue?.map((rule) => [rule.id, rule]));
  const names = namesOf(document);
  const order = ["error", "warning", "note"];
  const body = findings
    .toSorted((a, b) => Number(a.waived !== undefined) - Number(b.waived !== undefined) || order.indexOf(a.severity) - order.indexOf(b.severity))
    .map((finding) => [
      finding.severity,
      finding.at.id ?? "",
      sayPlace(finding, names),
      finding.message,
      rules.get(finding.rule)?.remedy ?? finding.fix?.label ?? "",
      finding.rule,
      finding.waived ? `accepted by ${finding.waived.by} until ${finding.waived.until}: ${finding.waived.reason}` : "",
    ]);
  const columns = [["Severity", 11], ["ID", 10], ["Place", 34], ["Finding", 60], ["Remedy", 48], ["Rule", 26], ["Accepted", 30]] as const;
  return {
    name: "Findings",
    title: document.title,
    columns: columns.map(([header, width]) => ({ width, style: header === "Finding" ? BODY_STRONG : header === "Rule" || header === "ID" ? BODY_QUIET : BODY })),
    head: [columns.map(([header]) => header)],
    headStyle: () => HEAD,
    headHeights: [22],
    body: body.length > 0 ? body : [["", "", "", "nothing found", "", "", ""]],
    bodyHeights: body.map((cells) => rowHeight(cells, columns.map(([, width]) => width))),
    frozen: 0,
    looks: [...SEVERITY_LOOK.map(([word, tint], i) => lookWhen(range(1, 0, body.length + 1, 0), `A2="${word}"`, tint, i + 1)), ruled(range(1, 0, body.length + 1, columns.length - 1), "$D2", 9)],
    print: {},
  };
}

const MEANS: Readonly<Record<Letter, readonly [string, string]>> = {
  R: ["Responsible", "does the work, or sees to it that it is done"],
  A: ["Accountable", "answers for the result; exactly one role in each row"],
  C: ["Consulted", "gives input before the action"],
  I: ["Informed", "is told after the decision or change"],
  S: ["Support", "lends hands or means to the responsible role"],
};

/** What the letters and colours mean, and how the workbook comes back. */
export function legendSheet(document: MatrixDocument, fingerprint: string): WriteSheet {
  const rows: (string | null)[][] = [[null, document.title.replace(/\s+/g, " ")], [], [null, "Letter", "Means", ""]];
  const cells: NonNullable<WriteSheet["cells"]> = new Map();
  cells.set("0,1", { style: HEADLINE });
  for (const c of [1, 2, 3]) cells.set(`2,${c}`, { style: HEAD });
  for (const letter of LETTERS) {
    const row = rows.push([null, letter, ...MEANS[letter]]) - 1;
    cells.set(`${row},1`, { style: letterStyle(letter) });
    cells.set(`${row},2`, { style: BODY_STRONG });
    cells.set(`${row},3`, { style: BODY });
  }
  const sentences: readonly (readonly [string, string])[] = [
    ["A/R", "one role holds both letters"],
    ["C (if affected)", "the letter holds only under the condition in brackets"],
    ["R?", "one of several performers between whom nobody has decided yet"],
    ["Lane", "which side does the work: it follows from the parties of the R roles"],
    ["not negotiated", "a sample value that both sides have yet to confirm"],
    ["Hidden columns", "columns that nobody has filled yet are hidden on the Matrix sheet; unhide them to use them"],
    ["Coming back", "change letters, words, names, or whole rows here and import this workbook: every change is read, and what cannot be read is listed by its cell"],
    ["Fingerprint", fingerprint],
  ];
  rows.push([]);
  for (const [word, meaning] of sentences) {
    const row = rows.push([null, word, meaning]) - 1;
    cells.set(`${row},1`, { style: { ...TEXT, font: { name: "Calibri", size: 10, bold: true } } });
    cells.set(`${row},2`, { style: TEXT });
  }
  const firstSentence = rows.length - sentences.length;
  return {
    name: "Legend",
    columns: [{ width: 2 }, { width: 16 }, { width: 24 }, { width: 62 }],
    rows,
    cells,
    merges: [{ startRow: 0, startCol: 1, endRow: 0, endCol: 3 }, { startRow: 2, startCol: 2, endRow: 2, endCol: 3 }, ...sentences.map((_, i) => ({ startRow: firstSentence + i, startCol: 2, endRow: firstSentence + i, endCol: 3 }))],
    rowDefs: new Map([[0, { height: 28 }], [firstSentence + 6, { height: 30 }]]),
    pageSetup: { paperSize: "a4", orientation: "landscape", fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
    headerFooter: pageEdges(document.title, "Legend"),
    view: { showGridLines: false },
  };
}
