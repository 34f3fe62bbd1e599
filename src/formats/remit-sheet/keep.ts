import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import { canonicalText } from "#core/model/canonical.ts";
import type { MatrixDocument } from "#core/model/document.ts";
import { readDocument } from "#core/model/read.ts";
import type { Sheet } from "#formats/workbook.ts";

/** The hidden sheet that keeps the whole document, so that a workbook loses nothing on its way. */
export const KEEP = "_remit";
const CHUNK = 30_000;
const DIGEST = "digest";

const digestOf = (text: string): string => bytesToHex(sha256(utf8ToBytes(text)));

/** JSON without characters that spreadsheet programs rewrite: controls, line separators, `_x0041_` escapes. */
const guarded = (json: string): string =>
  json.replace(/[\u007f-\u00a0\u2000-\u200f\u2028-\u202f\u2060-\u206f\ufeff\ufff0-\uffff]|_(?=x[0-9a-f]{4}_)/gi, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`);

/** Rows of the `_remit` sheet: label and text. */
export function keptRows(document: MatrixDocument): string[][] {
  const canonical = canonicalText(document);
  const json = guarded(canonical);
  const rows = [["about", "Remit keeps the whole matrix here, so that nothing is lost when this workbook comes back. Please leave this sheet as it is."], [DIGEST, digestOf(canonical)]];
  for (let from = 0, n = 1; from < json.length; n++) {
    let to = Math.min(from + CHUNK, json.length);
    // Neither a character of two units nor a chunk with a blank at its edge: some programs trim cells.
    while (to < json.length && to > from + 1 && (/[\ud800-\udbff]/.test(json[to - 1] ?? "") || /\s/.test(json[to - 1] ?? "") || /\s/.test(json[to] ?? ""))) to--;
    rows.push([String(n), json.slice(from, to)]);
    from = to;
  }
  return rows;
}

/** The document a `_remit` sheet keeps; nothing when the sheet is damaged, edited, or of a format this code cannot read. */
export function keptDocument(sheet: Sheet): MatrixDocument | undefined {
  const chunks = new Map<number, string>();
  let digest: string | undefined;
  for (const [label, text] of sheet.rows) {
    if (label === DIGEST) digest = String(text ?? "").trim();
    else if (/^\d+$/.test(String(label ?? "").trim())) chunks.set(Number(label), String(text ?? ""));
  }
  const json = [...chunks].sort(([a], [b]) => a - b).map(([, text]) => text).join("");
  try {
    const value: unknown = JSON.parse(json);
    if (digestOf(canonicalText(value)) !== digest) return undefined;
    const read = readDocument(value);
    return read.ok ? read.document : undefined;
  } catch {
    return undefined;
  }
}
