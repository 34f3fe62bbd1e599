import { UnreadableFile } from "../workbook.ts";

/** No real matrix comes near these; a bomb passes one of them. Sizes in bytes. */
const MOST_BYTES = 128 * 1024 * 1024;
const MOST_ENTRIES = 2_000;
const MOST_RATIO = 200;
const BIG_ENTRY = 8 * 1024 * 1024;

const SAVE_AGAIN = "open the file in Excel or LibreOffice and save it again as .xlsx";

/** A part of a zip as its table of contents declares it. Sizes and offset in bytes. */
export interface PackedPart {
  readonly name: string;
  /** Where its own header begins. */
  readonly offset: number;
  readonly packed: number;
  readonly unpacked: number;
  /** 0 stored, 8 deflated. */
  readonly method: number;
}

/** What a zip is to be, in the words of whoever chose it. */
export interface Archive {
  readonly noun: "workbook" | "template";
  readonly saveAgain: string;
  readonly thinOut: string;
}
const WORKBOOK: Archive = { noun: "workbook", saveAgain: SAVE_AGAIN, thinOut: "keep only the sheets with the matrix, without pictures and empty rows, and save it again" };

/**
 * Looks at the table of contents of a zip before anything is unpacked, and refuses what would eat the
 * memory or cannot be a workbook. The unpacker holds every entry to the size declared here.
 * @throws UnreadableFile
 */
export function guardZip(bytes: Uint8Array): void {
  if (bytes.length === 0) throw new UnreadableFile("empty", "the file is empty", "choose the file again; perhaps it was not downloaded to the end");
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) throw oldOrEncrypted(bytes);
  if (!startsWith(bytes, [0x50, 0x4b])) throw new UnreadableFile("not-a-spreadsheet", "the file ends in .xlsx but is no workbook inside", SAVE_AGAIN);
  const names = new Set(partsOf(bytes, WORKBOOK).map(({ name }) => name));
  if (!names.has("xl/workbook.xml")) throw otherKind(names);
}

/**
 * The parts of a zip by its table of contents, none of them unpacked. Whoever unpacks holds each to the size declared here.
 * @throws UnreadableFile for one that is cut off, locked, or would eat the memory
 */
export function partsOf(bytes: Uint8Array, { noun, saveAgain, thinOut }: Archive): readonly PackedPart[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOfDirectory(view);
  if (end === undefined) throw new UnreadableFile("damaged", `the ${noun} is cut off: its table of contents is missing`, "copy or download the file again, to the end", "end of the file");
  const count = view.getUint16(end + 10, true);
  const start = view.getUint32(end + 16, true);
  if (count === 0xffff || start === 0xffffffff) throw new UnreadableFile("too-large", `the ${noun} uses the zip form for files over 4 GB`, saveAgain);
  if (count > MOST_ENTRIES) throw new UnreadableFile("zip-bomb", `the ${noun} holds ${count} parts inside, more than ${MOST_ENTRIES}`, thinOut);
  const parts: PackedPart[] = [];
  const offsets = new Set<number>();
  let total = 0;
  let at = start;
  for (let i = 0; i < count; i++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== 0x02014b50)
      throw new UnreadableFile("damaged", `the ${noun}'s table of contents is broken`, "copy or download the file again, or save it again", `part ${i + 1} of ${count}`);
    const flags = view.getUint16(at + 8, true);
    const method = view.getUint16(at + 10, true);
    const packed = view.getUint32(at + 20, true);
    const unpacked = view.getUint32(at + 24, true);
    const nameLength = view.getUint16(at + 28, true);
    const offset = view.getUint32(at + 42, true);
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength));
    if (flags & 1) throw new UnreadableFile("password", `the ${noun} is protected with a password`, "open it, remove the password, save it, and try again", name);
    if (method !== 0 && method !== 8) throw new UnreadableFile("damaged", `a part of the ${noun} is packed in a way no office program uses`, saveAgain, name);
    if (unpacked === 0 && method === 8 && (packed > 2 || (packed === 0 && flags & 8)))
      throw new UnreadableFile("zip-bomb", `a part of the ${noun} hides its size`, saveAgain, name);
    if (offsets.has(offset)) throw new UnreadableFile("zip-bomb", `two parts of the ${noun} are the same bytes`, saveAgain, name);
    offsets.add(offset);
    total += unpacked;
    if (total > MOST_BYTES) throw new UnreadableFile("zip-bomb", `unpacked, the ${noun} is larger than 128 MB`, thinOut, name);
    if (unpacked > BIG_ENTRY && unpacked > packed * MOST_RATIO)
      throw new UnreadableFile("zip-bomb", `a part of the ${noun} is packed more than ${MOST_RATIO} to 1`, thinOut, name);
    parts.push({ name, offset, packed, unpacked, method });
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return parts;
}

function otherKind(names: ReadonlySet<string>): UnreadableFile {
  const has = (start: string) => [...names].some((name) => name.startsWith(start));
  if (has("word/")) return new UnreadableFile("not-a-spreadsheet", "this is a Word document, not a workbook", "copy its table into a sheet and save that as .xlsx");
  if (has("ppt/")) return new UnreadableFile("not-a-spreadsheet", "this is a presentation, not a workbook", "copy its table into a sheet and save that as .xlsx");
  if (has("xl/workbook.bin")) return new UnreadableFile("old-format", "this is a binary workbook (.xlsb)", SAVE_AGAIN);
  if (names.has("mimetype") && names.has("content.xml"))
    return new UnreadableFile("not-a-spreadsheet", "this is an OpenDocument file (.ods or .odt), not an .xlsx workbook", "open it in LibreOffice and save it as .xlsx or .csv");
  return new UnreadableFile("not-a-spreadsheet", "this is a zip archive without a workbook inside", "unpack it and choose the spreadsheet itself");
}

/** Password-protected .xlsx and old .xls share one container; their streams have different names. */
function oldOrEncrypted(bytes: Uint8Array): UnreadableFile {
  if (holds(bytes, "EncryptedPackage"))
    return new UnreadableFile("password", "the workbook is protected with a password", "open it in Excel, remove the password, save it, and try again");
  if (holds(bytes, "Workbook") || holds(bytes, "Book")) return new UnreadableFile("old-format", "this is an old .xls workbook", SAVE_AGAIN);
  return new UnreadableFile("not-a-spreadsheet", "this is an old Office document and no workbook that can be read", SAVE_AGAIN);
}

function holds(bytes: Uint8Array, name: string): boolean {
  const wanted = [...name].flatMap((letter) => [letter.charCodeAt(0), 0]);
  const first = wanted[0] ?? 0;
  for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1)) if (wanted.every((byte, i) => bytes[at + i] === byte)) return true;
  return false;
}

const startsWith = (bytes: Uint8Array, start: readonly number[]): boolean => start.every((byte, i) => bytes[i] === byte);

function endOfDirectory(view: DataView): number | undefined {
  const lowest = Math.max(0, view.byteLength - 65_557);
  for (let at = view.byteLength - 22; at >= lowest; at--) if (view.getUint32(at, true) === 0x06054b50) return at;
  return undefined;
}
