import type { MatrixDocument } from "#core/model/document.ts";
import { importFile } from "#formats/import-file.ts";
import type { Choices, ImportReport } from "#formats/understand/report.ts";
import { readYaml } from "#formats/yaml/read.ts";
import { UnusableMatrix } from "./refusal.ts";

/** Whether the name, or else the first words, say that this is already a matrix file. */
export function isMatrixFile(name: string, bytes: Uint8Array): boolean {
  if (/\.(ya?ml|json)$/i.test(name)) return true;
  const start = new TextDecoder().decode(bytes.subarray(0, 200));
  return /^\ufeff?\s*(remit\s*:|\{\s*"remit"\s*:)/.test(start);
}

/**
 * A matrix from whatever file somebody brings; a spreadsheet comes with a report of what was understood.
 * @param known the matrix the file is brought to, whose names decide.
 * @throws UnreadableFile or UnusableMatrix, both with a remedy.
 */
export async function readFile(bytes: Uint8Array, name: string, choices: Choices, known?: MatrixDocument): Promise<{ document: MatrixDocument; report?: ImportReport }> {
  if (!isMatrixFile(name, bytes)) return importFile(bytes, name, choices, known);
  const result = readYaml(new TextDecoder().decode(bytes));
  if (!result.ok) throw new UnusableMatrix(result.problems);
  return { document: result.document };
}
