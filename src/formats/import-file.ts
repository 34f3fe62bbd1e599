import type { Choices, ImportResult } from "./understand/report.ts";

/**
 * A matrix and a report from the bytes of a spreadsheet. What the sheet says badly is taken as it is
 * (the linter's business); what it says unclearly becomes a question.
 * @param name file name; its ending and the first bytes decide how it is read.
 * @throws UnreadableFile when no matrix can be had from the bytes.
 */
export declare function importFile(bytes: Uint8Array, name: string, choices?: Choices): Promise<ImportResult>;
