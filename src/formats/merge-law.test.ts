import { readFileSync, readdirSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { MatrixDocument } from "#core/model/document.ts";
import { TEMPLATES, template } from "#library/templates.ts";
import { writeCsv } from "./csv/write.ts";
import { importFile } from "./import-file.ts";
import { writeMarkdown } from "./md/write.ts";
import { mergeInto } from "./merge.ts";
import { anyDocument } from "./remit-sheet/any-document.test-world.ts";
import { harbour } from "./remit-sheet/harbour.test-world.ts";
import { writeMatrixXlsx } from "./xlsx/write.ts";
import { readYaml } from "./yaml/read.ts";

const FORMS: Readonly<Record<string, (document: MatrixDocument) => Promise<Uint8Array>>> = {
  csv: (document) => Promise.resolve(new TextEncoder().encode(writeCsv(document))),
  md: (document) => Promise.resolve(new TextEncoder().encode(writeMarkdown(document))),
  xlsx: async (document) => writeMatrixXlsx(document, []),
};
const back = async (document: MatrixDocument, ending: string) => {
  const bytes = await FORMS[ending]?.(document);
  const { document: incoming, report } = await importFile(bytes ?? new Uint8Array(), `m.${ending}`, {}, document);
  return mergeInto(document, incoming, report);
};
const examples = readdirSync(new URL("../../examples/", import.meta.url)).filter((name) => name.endsWith(".yaml"));
const read = (name: string): MatrixDocument => {
  const result = readYaml(readFileSync(new URL(`../../examples/${name}`, import.meta.url), "utf8"));
  if (!result.ok) throw new Error(name);
  return result.document;
};

describe.each(Object.keys(FORMS))("a matrix written as %s and brought back as it is", (ending) => {
  it.each(examples)("changes nothing: example %s", async (name) => {
    const document = read(name);
    expect(await back(document, ending)).toEqual({ document, changes: [] });
  });
  it.each(TEMPLATES.map(({ id }) => id))("changes nothing: template %s", async (id) => {
    const document = template(id);
    expect(await back(document, ending)).toEqual({ document, changes: [] });
  });
  it("changes nothing: a company with something in every corner", async () => {
    expect(await back(harbour, ending)).toEqual({ document: harbour, changes: [] });
  });
  it("changes nothing: any matrix", async () => {
    await fc.assert(fc.asyncProperty(anyDocument, async (document) => {
      fc.pre(document.activities.length > 0);
      // A table has its names and titles only in words; the workbook keeps the whole matrix beside them.
      const parties = new Set(document.parties.map(({ id }) => id as string));
      // Brackets are how a table says a role's party and a letter's condition.
      const said = [...document.parties, ...document.roles].map(({ name }) => name).concat(document.activities.flatMap(({ assignments }) => assignments.map(({ condition = "" }) => condition)));
      fc.pre(ending === "xlsx" || !said.some((words) => /[()[\]]/.test(words)));
      fc.pre(ending === "xlsx" || document.roles.every(({ party }) => parties.has(party)));
      fc.pre(ending === "xlsx" || [...document.parties.map(({ name }) => name), ...document.roles.map(({ name }) => name), ...(document.areas ?? []).map(({ name }) => name), ...document.activities.map(({ title }) => title)].every((words) => /[\p{L}\p{N}]/u.test(words)));
      // Nothing in a table of Markdown tells two rows of one title apart, or one without words.
      fc.pre(ending !== "md" || new Set(document.activities.map(({ title }) => title.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ").trim())).size === document.activities.length);
      const { document: after, changes } = await back(document, ending);
      expect(changes.filter(({ kind }) => kind === "changed")).toEqual([]);
      if (changes.length === 0) expect(after).toBe(document);
    }), { numRuns: ending === "xlsx" ? 40 : 150 });
  });
});

describe("one cell changed in an export", () => {
  const edited = async (from: string, to: string) => {
    const text = writeCsv(harbour);
    expect(text).toContain(from);
    const { document, report } = await importFile(new TextEncoder().encode(text.replace(from, to)), "m.csv", {}, harbour);
    return mergeInto(harbour, document, report);
  };
  it("is the only change, and says from what to what", async () => {
    const { document, changes } = await edited("RPO: 4 h", "RPO: 8 h");
    expect(changes).toEqual([{ kind: "changed", title: "Test the restore of the core database", details: ["SLA: `RPO: 4 h` → `RPO: 8 h`"] }]);
    const [first, ...others] = harbour.activities;
    expect(document).toEqual({ ...harbour, activities: [{ ...first, sla: [{ measure: "rpo", target: "PT8H", negotiated: true }, ...(first?.sla?.slice(1) ?? [])] }, ...others] });
  });
  it("keeps what no sheet can say of the rest", async () => {
    const { document, changes } = await edited("Signed restore report", "\"Signed restore report\nScreenshot\"");
    expect(changes.map(({ details }) => details)).toEqual([["Evidence: `Screenshot` is added"]]);
    expect(document.activities[0]?.evidence).toEqual([...(harbour.activities[0]?.evidence ?? []), { artifact: "Screenshot" }]);
  });
});

it("two rows of a letter each are told apart by their titles, though the one is called what the other's id is", async () => {
  const document = { ...harbour, activities: [{ id: "a", title: "a b", assignments: [] }, { id: "z", title: "A", assignments: [] }] } as unknown as MatrixDocument;
  expect((await back(document, "md")).changes.filter(({ kind }) => kind === "changed")).toEqual([]);
});
