import type { Appendix } from "#appendix/appendix.ts";
import { fieldsOf } from "#appendix/fields.ts";
import { paperOf } from "#appendix/paper.ts";
import { breakable } from "./breakable.ts";
import { inChild, NotPrinted, Unfit } from "./child.ts";
import { logoOf } from "./logo.ts";

/** What somebody brought along: bytes with the name of the file they came from. */
export interface Brought {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** An appendix as tagged PDF (PDF/UA-1). @throws NotPrinted @throws Unfit for a logo that is none */
export function printAppendix(appendix: Appendix, at: string, { logo, longest }: { readonly logo?: Brought | undefined; readonly longest?: number } = {}): Promise<Uint8Array<ArrayBuffer>> {
  const picture = logo && logoOf(logo.bytes, logo.name);
  const paper = breakable({ ...paperOf(appendix), lacking: false }, FIXED);
  const made = inChild("press", {
    sheet: "appendix", made: Math.floor(Date.parse(at) / 1_000), inputs: { appendix: JSON.stringify(paper), ...(picture && { logo: `logo.${picture.kind}` }) },
    ...(picture && { files: { [`logo.${picture.kind}`]: base64(picture.bytes) } }),
  }, longest);
  // What is broken inside a picture is found only where it is unpacked.
  return made.catch((thrown: unknown) => {
    throw logo !== undefined && thrown instanceof NotPrinted && thrown.message.includes("decode image") ? new Unfit(`the logo \`${logo.name}\` is damaged`, "open it in a picture editor and save it again") : thrown;
  });
}

/** Words the sheet decides by: they are not read by people. */
const FIXED: ReadonlySet<string> = new Set(["is", "as"]);

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString("base64");

/** An appendix as DOCX, as Remit writes it or in a template of one's own. @throws NotPrinted @throws Unfit */
export function writeAppendix(appendix: Appendix, { logo, template, longest }: { readonly logo?: Brought | undefined; readonly template?: Brought | undefined; readonly longest?: number } = {}): Promise<Uint8Array<ArrayBuffer>> {
  if (template !== undefined) return inChild("docx", { template: base64(template.bytes), name: template.name, fields: fieldsOf(appendix) }, longest);
  const picture = logo && logoOf(logo.bytes, logo.name);
  return inChild("docx", { paper: paperOf(appendix), ...(logo && picture && { logo: base64(picture.bytes), logoName: logo.name }) }, longest);
}
