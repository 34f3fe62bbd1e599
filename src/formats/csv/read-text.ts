import { UnreadableFile } from "../workbook.ts";

export interface DecodedText {
  readonly text: string;
  readonly encoding: "UTF-8" | "UTF-16" | "Windows-1252";
}

const LARGEST = 64 * 1024 * 1024;

/**
 * The text of a file whose encoding nobody wrote down: byte order marks first, then UTF-8, and for
 * bytes that are no UTF-8 the encoding old Excel exports use.
 * @throws UnreadableFile for nothing, too much, or bytes that are no text.
 */
export function readText(bytes: Uint8Array): DecodedText {
  if (bytes.length > LARGEST) throw new UnreadableFile("too-large", "the file is larger than 64 MB", "keep the rows that belong to the matrix and save it again");
  const decoded = decode(bytes);
  if (decoded.text.trim() === "") throw new UnreadableFile("empty", "the file is empty", "choose the file again; perhaps it was not downloaded to the end");
  const nul = decoded.text.indexOf("\0");
  if (nul >= 0)
    throw new UnreadableFile("encoding", "the file holds bytes that are no text", "save the sheet as CSV in UTF-8, or as .xlsx", `line ${decoded.text.slice(0, nul).split("\n").length}`);
  return decoded;
}

function decode(bytes: Uint8Array): DecodedText {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { text: new TextDecoder("utf-16le").decode(bytes), encoding: "UTF-16" };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { text: new TextDecoder("utf-16be").decode(bytes), encoding: "UTF-16" };
  // Without a mark, UTF-16 of western text shows as every second byte zero.
  const head = bytes.subarray(0, 400);
  const zeros = (odd: number) => head.filter((byte, i) => byte === 0 && i % 2 === odd).length;
  if (zeros(1) > head.length / 4) return { text: new TextDecoder("utf-16le").decode(bytes), encoding: "UTF-16" };
  if (zeros(0) > head.length / 4) return { text: new TextDecoder("utf-16be").decode(bytes), encoding: "UTF-16" };
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes), encoding: "UTF-8" };
  } catch {
    return { text: new TextDecoder("windows-1252").decode(bytes), encoding: "Windows-1252" };
  }
}
