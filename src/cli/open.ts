import "./no-eval.ts";
import type { MatrixDocument } from "#core/model/document.ts";
import type { ImportReport } from "#formats/understand/report.ts";
import { readYaml } from "#formats/yaml/read.ts";
import { readBytes, readText } from "./files.ts";
import { Unusable } from "./problem.ts";

export interface Opened {
  readonly document: MatrixDocument;
  /** Text of the matrix file; absent for a spreadsheet. */
  readonly text?: string;
  /** How a spreadsheet was understood. */
  readonly report?: ImportReport;
}

const SHEET = /\.(xlsx|xlsm|csv|tsv|md|markdown|xls|ods)$/i;
export const isSheet = (file: string): boolean => SHEET.test(file);

/** A matrix from a matrix file, or from a spreadsheet as `import` would understand it. */
export async function open(file: string): Promise<Opened> {
  if (!isSheet(file)) return openMatrix(file);
  const { importSheet } = await import("./import-sheet.ts");
  return importSheet(readBytes(file), file, {});
}

/** A matrix from a `*.remit.yaml` or JSON file. */
export function openMatrix(file: string): Opened & { readonly text: string } {
  const text = readText(file);
  if (text.startsWith("PK\u0003\u0004")) throw new Unusable(`\`${file}\` is a spreadsheet or an archive, not a matrix file`, "give it its .xlsx ending, or use `remit import`");
  const read = readYaml(text);
  if (read.ok) return { document: read.document, text };
  throw new Unusable(
    `\`${file}\` cannot be read as a matrix`,
    undefined,
    read.problems.map(({ message, remedy, line, column, place }) => `${line === undefined ? "" : `${file}:${line}:${column ?? 1}: `}${place ? `${place}: ` : ""}${message}${remedy ? ` (${remedy})` : ""}`),
  );
}
