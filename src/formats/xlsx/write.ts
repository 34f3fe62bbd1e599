import { writeXlsx, type WriteSheet } from "hucre/xlsx";
import type { Finding } from "#core/lint/finding.ts";
import type { Rule } from "#core/lint/rule.ts";
import { matrixDigest } from "#core/model/canonical.ts";
import type { MatrixDocument } from "#core/model/document.ts";
import { KEEP, keptRows } from "../remit-sheet/keep.ts";
import { DEFAULT_FONT } from "./write-look.ts";
import { matrixSheet } from "./write-matrix-sheet.ts";
import { sheetOf } from "./write-sheet.ts";
import { findingsSheet, legendSheet, listSheets } from "./write-side-sheets.ts";

/**
 * The matrix as a workbook people expect: letters in colours under their roles, lists to choose from,
 * a sheet each for findings and the register, ready to print. A hidden sheet keeps the whole document,
 * so that `readBack` loses nothing.
 * @param options.catalogue rules, for the remedies on the Findings sheet.
 */
export async function writeMatrixXlsx(document: MatrixDocument, findings: readonly Finding[], options: { readonly catalogue?: readonly Rule[] } = {}): Promise<Uint8Array> {
  const plans = [matrixSheet(document), findingsSheet(document, findings, options.catalogue), ...listSheets(document)];
  const rows = keptRows(document);
  const kept: WriteSheet = { name: KEEP, rows, hidden: true };
  // Without a directory the kept document is what is signed, and its digest is at hand.
  const fingerprint = document.directory === undefined ? (rows[1]?.[1] ?? "") : matrixDigest(document);
  return writeXlsx({
    sheets: [...plans.map(sheetOf), legendSheet(document, fingerprint), kept],
    properties: { title: document.title.slice(0, 250).toWellFormed(), creator: "Remit" },
    defaultFont: DEFAULT_FONT,
  });
}
