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

/** The format's columns, less those of the fields beside the letters. */
const MOST_ROLES = 16_384 - 84;

/**
 * The matrix as a workbook people expect: letters in colours under their roles, lists to choose from,
 * a sheet each for findings and the register, ready to print. A hidden sheet keeps the whole document,
 * so that `readBack` loses nothing.
 * @param options.catalogue rules, for the remedies on the Findings sheet.
 * @throws RangeError when there are more roles than a workbook has columns.
 */
export async function writeMatrixXlsx(document: MatrixDocument, findings: readonly Finding[], options: { readonly catalogue?: readonly Rule[] } = {}): Promise<Uint8Array> {
  if (document.roles.length > MOST_ROLES) throw new RangeError(`a workbook has 16,384 columns, and ${document.roles.length} roles do not fit beside the other fields`);
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
