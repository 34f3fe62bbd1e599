import type { MatrixDocument } from "#core/model/document.ts";
import { readCsv } from "./csv/read-csv.ts";
import { readMarkdown } from "./md/read-markdown.ts";
import { readBack } from "./remit-sheet/read-back.ts";
import { readOwnTables } from "./remit-sheet/read-own-tables.ts";
import { UnreadableFile, type Workbook } from "./workbook.ts";
import type { Choices, ImportResult } from "./understand/report.ts";
import { understand } from "./understand/understand.ts";
import { readXlsx } from "./xlsx/read-xlsx.ts";

/**
 * A matrix and a report from the bytes of a spreadsheet. What the sheet says badly is taken as it is
 * (the linter's business); what it says unclearly becomes a question.
 * @param name file name; its ending and the first bytes decide how it is read.
 * @param known the matrix the sheet is brought to: names it knows stand where they stand there.
 * @throws UnreadableFile when no matrix can be had from the bytes.
 */
export async function importFile(bytes: Uint8Array, name: string, choices: Choices = {}, known?: MatrixDocument): Promise<ImportResult> {
  const file = name.replace(/^.*[\\/]/, "");
  const { workbook, notes } = await opened(bytes, file);
  // A file that Remit wrote knows its own fields better than any guess.
  const own = readBack(workbook) ?? readOwnTables(workbook, file, choices, known);
  if (own) return { ...own, report: { ...own.report, file } };
  const result = understand(workbook, file, choices, known);
  const sheet = workbook.sheets[0]?.name ?? file;
  return notes.length === 0 ? result : { ...result, report: { ...result.report, notes: [...notes.map((text) => ({ sheet, text })), ...result.report.notes] } };
}

async function opened(bytes: Uint8Array, file: string): Promise<{ readonly workbook: Workbook; readonly notes: readonly string[] }> {
  const ending = /\.([a-z0-9]+)$/i.exec(file)?.[1]?.toLowerCase() ?? "";
  const zip = bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] ?? 0) < 0x08;
  const ole = bytes[0] === 0xd0 && bytes[1] === 0xcf && bytes[2] === 0x11 && bytes[3] === 0xe0;
  // People rename files: a workbook is known by its first bytes, whatever it is called.
  if (zip || ole || ["xlsx", "xlsm", "xls", "ods", "xlsb"].includes(ending)) return { workbook: await readXlsx(bytes), notes: [] };
  if (["pdf", "doc", "docx", "png", "jpg", "jpeg", "gif", "rtf", "html", "htm"].includes(ending) || startsWith(bytes, "%PDF"))
    throw new UnreadableFile("not-a-spreadsheet", `a .${ending || "pdf"} file is no spreadsheet`, "save the matrix as .xlsx, .csv or a Markdown table");
  if (ending === "md" || ending === "markdown") return { workbook: readMarkdown(bytes, stem(file)), notes: [] };
  return readCsv(bytes, stem(file));
}

const stem = (file: string): string => file.replace(/\.[a-z0-9]+$/i, "") || file || "sheet";
const startsWith = (bytes: Uint8Array, text: string): boolean => [...text].every((letter, i) => bytes[i] === letter.charCodeAt(0));
