import PizZip from "pizzip";
import { describe, expect, test } from "vitest";
import { appendixOf } from "#appendix/appendix.ts";
import { fieldsOf } from "#appendix/fields.ts";
import { matrixDigest } from "#core/model/canonical.ts";
import { MatrixDocument } from "#core/model/document.ts";
import demo from "#library/demo.json" with { type: "json" };
import { writeAppendix } from "../appendix.ts";
import { Unfit } from "../child.ts";
import { fillTemplate } from "./fill.ts";

const company = MatrixDocument.parse(demo);
const appendix = appendixOf(company, { digest: matrixDigest(company), personal: true, at: "2026-11-22T09:30:00Z" });
const fields = fieldsOf(appendix);
const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:o="urn:schemas-microsoft-com:office:office"';
const para = (text: string): string => `<w:p><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;
const REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const rels = (inner: string): string => `<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inner}</Relationships>`;

/** A template whose document says this, with other parts put in or written over. */
function template(body: string, parts: Readonly<Record<string, string | Buffer>> = {}, types = ""): Uint8Array {
  const zip = new PizZip();
  zip.file("[Content_Types].xml", `<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>${types}</Types>`);
  zip.file("_rels/.rels", rels(`<Relationship Id="r1" Type="${REL}/officeDocument" Target="word/document.xml"/>`));
  zip.file("word/document.xml", `<?xml version="1.0" encoding="UTF-8"?><w:document ${W}><w:body>${body}</w:body></w:document>`);
  for (const [name, content] of Object.entries(parts)) zip.file(name, content);
  return zip.generate({ type: "uint8array", compression: "DEFLATE" });
}
const filled = (bytes: Uint8Array): string => new PizZip(fillTemplate(bytes, "t.docx", fields)).file("word/document.xml")?.asText().replace(/<\/w:p>/g, "\n").replace(/<[^>]+>/g, "") ?? "";
const why = (bytes: Uint8Array): string => {
  try {
    fillTemplate(bytes, "t.docx", fields);
  } catch (thrown) {
    expect(thrown).toBeInstanceOf(Unfit);
    expect((thrown as Unfit).remedy).not.toBe("");
    return (thrown as Unfit).message;
  }
  return "nothing";
};

describe("a template of one's own", () => {
  test("is filled with texts and goes through lists, one inside the other", () => {
    const said = filled(template(`${para("{title}: {state}, {fingerprint}")}${para("{#groups}")}${para("[{name}]")}${para("{#rows}")}${para("{number}. {title}; {owner}")}${para("{/rows}")}${para("{/groups}")}${para("{#clauses}{number} {title}. {/clauses}")}`));
    expect(said).toContain(`${company.title}: Draft, not signed, ${appendix.fingerprint}`);
    expect(said).toContain("[Identity and access]\n1. Approve access requests to business systems; Plant Systems Owner (Alder Foods)\n2. Create user accounts; ");
    expect(said).toContain("1 What this appendix is. 2 Service levels. ");
  });

  test("takes what people wrote as words: neither fields nor markup", () => {
    const document = { ...company, title: "{fingerprint} <w:br/> & {#rows}" };
    const out = fillTemplate(template(para("{title}")), "t.docx", fieldsOf(appendixOf(document, { digest: "0".repeat(64), personal: true, at: "2026-11-22T09:30:00Z" })));
    expect(new PizZip(out).file("word/document.xml")?.asText()).toContain("{fingerprint} &lt;w:br/&gt; &amp; {#rows}");
  });

  test("comes through the process of its own, as from the command line", async () => {
    const docx = await writeAppendix(appendix, { template: { name: "t.docx", bytes: template(para("{between}")) } });
    expect(new PizZip(docx).file("word/document.xml")?.asText()).toContain("Alder Foods, Brightwell IT and Meridian ERP Hosting");
    await expect(writeAppendix(appendix, { template: { name: "t.docx", bytes: template(para("{nothing}")) } })).rejects.toThrow("asks for `{nothing}`");
  });

  test.each([["a field there is none of", "{colour}", "asks for `{colour}`"], ["a field of every object", "{constructor}", "asks for `{constructor}`"], ["code", "{title.length}", "asks for `{title.length}`"], ["a list without an end", "{#rows}", "cannot be filled"], ["no field", "Our appendix", "asks for no field"]])("with %s is refused, and said where", (_, text, said) => {
    expect(why(template(para(text)))).toContain(said);
  });
});

describe("a template that could do more than be filled in is refused, with what and where", () => {
  const external = (type: string, target: string) => ({ "word/_rels/document.xml.rels": rels(`<Relationship Id="r9" Type="${REL}/${type}" Target="${target}" TargetMode="External"/>`) });
  const field = (instruction: string) => `<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r>${instruction}<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>`;
  const instr = (text: string) => `<w:r><w:instrText xml:space="preserve">${text}</w:instrText></w:r>`;
  test.each<[string, Uint8Array, string]>([
    ["a macro", template(para("{title}"), { "word/vbaProject.bin": "x" }), "holds a macro, in `word/vbaProject.bin`"],
    ["the type of a document with macros", template(para("{title}"), {}, '<Override PartName="/word/x.xml" ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/>'), "holds a macro, in `[Content_Types].xml`"],
    ["a link", template(para("{title}"), external("hyperlink", "https://example.org/")), "a link to outside, `https://example.org/`, in `word/_rels/document.xml.rels`"],
    ["a picture from outside", template(para("{title}"), external("image", "https://example.org/p.png")), "a link to outside"],
    ["a link written so that a search would miss it", template(para("{title}"), { "word/_rels/document.xml.rels": rels(`<Relationship Id="r" Type="${REL}/image" Target="&#104;ttps://example.org" TargetMode="Exter&#110;al"/>`) }), "a link to outside, `https://example.org`"],
    ["a file on another machine without saying so", template(para("{title}"), { "word/_rels/document.xml.rels": rels(`<Relationship Id="r" Type="${REL}/image" Target="file:///c:/x.png"/>`) }), "a link to outside"],
    ["another template to load", template(para("{title}"), { "word/_rels/settings.xml.rels": rels(`<Relationship Id="r" Type="${REL}/attachedTemplate" Target="x.dotm"/>`) }), "a relationship that brings something in, `x.dotm`"],
    ["an embedded object", template(para("{title}"), { "word/embeddings/oleObject1.bin": "x" }), "an embedded object, in `word/embeddings/oleObject1.bin`"],
    ["an object in its text", template(`${para("{title}")}<w:p><w:r><w:object><o:OLEObject/></w:object></w:r></w:p>`), "an embedded object, in `word/document.xml`"],
    ["a control", template(para("{title}"), { "word/activeX/activeX1.xml": "<a/>" }), "a control that runs code"],
    ["a document within", template(`${para("{title}")}<w:altChunk/>`), "a document within the document"],
    ["a data source for form letters", template(para("{title}"), { "word/settings.xml": `<w:settings ${W}><w:mailMerge/></w:settings>` }), "a source of data for form letters, in `word/settings.xml`"],
    ["a field that runs a program, in pieces", template(`${para("{title}")}${field(instr(" DD") + instr("EAUTO c:\\\\x"))}`), "a field that reaches outside, `DDEAUTO`"],
    ["a field that fetches a picture", template(`${para("{title}")}<w:p><w:fldSimple w:instr="INCLUDEPICTURE &quot;http://x&quot;"/></w:p>`), "a field that reaches outside, `INCLUDEPICTURE`"],
    ["entities", template(para("{title}"), { "word/styles.xml": '<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>' }), "`word/styles.xml` declares entities"],
    ["words in another coding", template(para("{title}"), { "word/styles.xml": Buffer.from("\ufeff<x/>", "utf16le") }), "`word/styles.xml` is not UTF-8"],
    ["a part that is broken", template(para("{title}"), { "word/styles.xml": "<x>" }), "`word/styles.xml` is broken"],
    ["a way out of its folder", template(para("{title}"), { "../evil.xml": "<x/>" }), "is no name of a part"],
    ["a workbook", new PizZip().file("xl/workbook.xml", "<x/>").generate({ type: "uint8array" }), "it is no Word document inside"],
    ["no zip", new TextEncoder().encode("hello"), "it is no .docx inside"],
    ["nothing", new Uint8Array(), "it is no .docx inside"],
    ["more than 5 MB", new Uint8Array(5 * 1024 * 1024 + 1), "larger than 5 MB"],
    ["a bomb that says how large it is", template(para("{title}"), { "word/media/a.png": Buffer.alloc(20_000_000) }), "packed more than 200 to 1 (`word/media/a.png`)"],
  ])("%s", (_, bytes, said) => expect(why(bytes)).toContain(said));

  test("a bomb that lies about its size", () => {
    const bytes = template(para("{title}"), { "word/media/a.png": Buffer.alloc(20_000_000) });
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    for (let at = 0; at + 46 < bytes.length; at++) if (view.getUint32(at, true) === 0x02014b50 && view.getUint32(at + 24, true) === 20_000_000) view.setUint32(at + 24, 5_000, true);
    expect(why(bytes)).toContain("`word/media/a.png` is larger than it says");
  });

  test("but a link inside the document, as a table of contents has it, may stay", () => {
    expect(filled(template(`${para("{title}")}${field(instr(' HYPERLINK \\l "_Toc1" '))}`))).toContain(company.title);
  });
});
