import { execFileSync } from "node:child_process";
import PizZip from "pizzip";
import { describe, expect, test } from "vitest";
import { appendixOf } from "#appendix/appendix.ts";
import { matrixDigest } from "#core/model/canonical.ts";
import { drawn } from "#core/lint/sketch.ts";
import { MatrixDocument } from "#core/model/document.ts";
import demo from "#library/demo.json" with { type: "json" };
import { nastyMatrix } from "../../test/nasty.ts";
import { png } from "../../test/picture.ts";
import { printAppendix, writeAppendix } from "./appendix.ts";
import { NotPrinted, Unfit } from "./child.ts";
import { logoOf } from "./logo.ts";

const AT = "2026-11-22T09:30:00Z";
const of = (document: MatrixDocument) => appendixOf(document, { digest: matrixDigest(document), personal: true, at: AT });
const company = MatrixDocument.parse(demo);
const example = of(company);
const foreign = of(drawn({ rows: [{ title: "\u6f22\u5b57 \u05e9\u05dc\u05d5\u05dd \u0645\u0631\u062d\u0628\u0627 #set page(width: 1mm) *bold* {title} <w:br/> & \u{1f680}", cells: { "\u8cac\u4efb\u8005 (client)": "R A" }, goal: "x".repeat(3_000) }], people: { "\u0645\u062d\u0645\u062f": ["\u8cac\u4efb\u8005"] } }));
const poppler = (() => {
  try {
    execFileSync("pdftotext", ["-v"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
})();
const textOf = (pdf: Uint8Array): string => execFileSync("pdftotext", ["-layout", "-", "-"], { input: pdf, encoding: "utf8", maxBuffer: 64 << 20 });
const wordXml = (docx: Uint8Array, part = "word/document.xml"): string => new PizZip(docx).file(part)?.asText() ?? "";
const textIn = (xml: string): string => xml.replace(/<w:p[ >]/g, "\n$&").replace(/<[^>]+>/g, "");

describe("an appendix as PDF", () => {
  test.each([["the example", example], ["names that try everything", of(nastyMatrix())], ["other scripts and words without end", foreign]] as const)("of %s is tagged for readers, in a language", async (_, appendix) => {
    const pdf = Buffer.from(await printAppendix(appendix, AT)).toString("latin1");
    expect(pdf.startsWith("%PDF-")).toBe(true);
    for (const wanted of ["/StructTreeRoot", "pdfuaid", "/Lang"]) expect(pdf).toContain(wanted);
  });

  test.skipIf(!poppler)("has the fingerprint and the state at the foot of every page, and the head of the table on each of its pages", async () => {
    const pages = textOf(await printAppendix(example, AT)).split("\f").slice(0, -1);
    expect(pages.length).toBeGreaterThan(8);
    for (const page of pages) {
      expect(page).toContain(`SHA-256 ${example.fingerprint}`);
      expect(page).toContain("Draft, not signed");
    }
    const heads = pages.filter((page) => /No\.\s+Activity\s+Owner\s+Performer and split/.test(page));
    expect(heads.length).toBeGreaterThan(3);
  });

  test.skipIf(!poppler)("takes what people wrote as words, never as instructions, and says where a sign has no font", async () => {
    const said = textOf(await printAppendix(foreign, AT)).replace(/\u200b/g, "");
    expect(said).toContain("*bold* {title} <w:br/> &");
    expect(said).toContain("A question mark stands for a sign");
  });

  test("is the same, to the byte, when it is made again", async () => {
    expect(Buffer.from(await printAppendix(example, AT)).equals(Buffer.from(await printAppendix(example, AT)))).toBe(true);
  });

  test("is given up when it takes too long", async () => {
    await expect(printAppendix(example, AT, { longest: 5 })).rejects.toThrow(NotPrinted);
  });
});

describe("an appendix as DOCX", () => {
  test("has real headings, header rows that come again, a language, and fingerprint and page number in its feet", async () => {
    const docx = await writeAppendix(example);
    const xml = wordXml(docx);
    expect(xml.match(/<w:pStyle w:val="Heading1"\/>/g)).toHaveLength(10);
    expect(xml.match(/<w:tblHeader\/>/g)?.length).toBeGreaterThanOrEqual(8);
    expect(wordXml(docx, "word/styles.xml")).toMatch(/<w:lang [^>]*w:val="en-GB"/);
    const feet = new PizZip(docx).file(/^word\/footer\d+\.xml$/);
    expect(feet.length).toBeGreaterThanOrEqual(3);
    for (const foot of feet) for (const wanted of [example.fingerprint, "PAGE", "NUMPAGES"]) expect(foot.asText()).toContain(wanted);
    expect(wordXml(docx, "docProps/core.xml")).toContain("<dc:title>Who does what: Alder Foods and Brightwell IT: contract appendix</dc:title>");
  });

  test.each([["names that try everything", of(nastyMatrix())], ["other scripts", foreign]] as const)("of %s is well formed, and keeps every sign", async (_, appendix) => {
    const docx = await writeAppendix(appendix);
    const said = textIn(wordXml(docx)).replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&quot;", '"').replaceAll("&apos;", "'").replaceAll("&amp;", "&");
    for (const { title } of appendix.groups.flatMap(({ rows }) => rows)) for (const line of title.split("\n")) expect(said).toContain(line);
  });
});

describe("a logo", () => {
  test("stands on the first page of both", async () => {
    const logo = { name: "logo.png", bytes: png(40, 20) };
    expect(new PizZip(await writeAppendix(example, { logo })).file(/^word\/media\//)).toHaveLength(1);
    expect(Buffer.from(await printAppendix(example, AT, { logo })).toString("latin1")).toContain("/Subtype /Image");
  });

  test("that is damaged inside is refused by name", async () => {
    const bytes = png(40, 20);
    bytes.fill(0xff, 45, 55);
    await expect(printAppendix(example, AT, { logo: { name: "logo.png", bytes } })).rejects.toThrow("the logo `logo.png` is damaged");
  });

  test.each([
    ["an SVG", new TextEncoder().encode('<?xml version="1.0"?><svg onload="x()"/>'), "is an SVG"], ["a text", new TextEncoder().encode("hello"), "neither PNG nor JPEG"],
    ["too heavy", new Uint8Array(1024 * 1024 + 1), "larger than 1 MB"], ["too wide", png(9_000, 10), "9000 by 10 pixels"], ["cut off", png(40, 20).slice(0, 60), "not all of one"], ["nothing", new Uint8Array(), "neither PNG nor JPEG"],
  ])("that is %s is refused by name", (_, bytes, why) => {
    expect(() => logoOf(bytes, "l.png")).toThrow(Unfit);
    expect(() => logoOf(bytes, "l.png")).toThrow(why);
  });
});
