import { inflateRawSync } from "node:zlib";
import { partsOf, type Archive } from "#formats/xlsx/zip-guard.ts";
import { UnreadableFile } from "#formats/workbook.ts";
import { Unfit } from "../child.ts";

const TEMPLATE: Archive = { noun: "template", saveAgain: "open the template in Word or LibreOffice and save it again as .docx", thinOut: "take out pictures and pages it does not need, and save it again" };

/** In bytes. */
export const LARGEST_TEMPLATE = 5 * 1024 * 1024;

/** Every part of a DOCX by its name. None may be larger than the table of contents declared. @throws Unfit */
export function unpacked(bytes: Uint8Array, name: string): ReadonlyMap<string, Buffer> {
  const refuse = (why: string, remedy = TEMPLATE.saveAgain): never => {
    throw new Unfit(`the template \`${name}\` cannot be used: ${why}`, remedy);
  };
  if (bytes.length > LARGEST_TEMPLATE) refuse("it is larger than 5 MB", TEMPLATE.thinOut);
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) refuse("it is no .docx inside");
  const parts = new Map<string, Buffer>();
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    for (const part of partsOf(bytes, TEMPLATE)) {
      if (part.name.endsWith("/")) continue;
      if (parts.has(part.name)) refuse(`it holds \`${part.name}\` twice`);
      if (part.name.includes("..") || part.name.startsWith("/") || part.name.includes("\\")) refuse(`\`${part.name}\` is no name of a part`);
      if (part.offset + 30 > bytes.length || view.getUint32(part.offset, true) !== 0x04034b50) refuse(`\`${part.name}\` is damaged`);
      const from = part.offset + 30 + view.getUint16(part.offset + 26, true) + view.getUint16(part.offset + 28, true);
      const packed = Buffer.from(bytes.subarray(from, from + part.packed));
      const content = part.method === 0 ? packed : inflated(packed, part.unpacked);
      if (content?.length !== part.unpacked) return refuse(`\`${part.name}\` is larger than it says, as in a zip bomb`);
      parts.set(part.name, content);
    }
  } catch (thrown) {
    if (thrown instanceof UnreadableFile) refuse(`${thrown.message}${thrown.place === undefined ? "" : ` (\`${thrown.place}\`)`}`, thrown.remedy);
    throw thrown;
  }
  if (!parts.has("word/document.xml") || !parts.has("[Content_Types].xml")) refuse("it is no Word document inside");
  return parts;
}

function inflated(packed: Buffer, size: number): Buffer | undefined {
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, size) });
  } catch {
    return undefined;
  }
}
