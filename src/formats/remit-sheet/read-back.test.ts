import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { directoryDigest, matrixDigest } from "#core/model/canonical.ts";
import type { MatrixDocument } from "#core/model/document.ts";
import { readDocument } from "#core/model/read.ts";
import type { Sheet, Workbook } from "#formats/workbook.ts";
import { readXlsx } from "../xlsx/read-xlsx.ts";
import { writeMatrixXlsx } from "../xlsx/write.ts";
import { anyDocument, nasty } from "./any-document.test-world.ts";
import { harbour } from "./harbour.test-world.ts";
import { readBack } from "./read-back.ts";

const sheetOf = (book: Workbook, name: string): Sheet => {
  const sheet = book.sheets.find((one) => one.name === name);
  if (!sheet) throw new Error(`no sheet ${name}`);
  return sheet;
};

/** The workbook with one sheet's rows changed. */
const edited = (book: Workbook, name: string, change: (rows: (string | number | boolean | null)[][]) => void): Workbook => ({
  ...book,
  sheets: book.sheets.map((sheet) => {
    if (sheet.name !== name) return sheet;
    const rows = sheet.rows.map((row) => [...row]);
    change(rows);
    return { ...sheet, rows };
  }),
});

const columnOf = (book: Workbook, header: string): number => sheetOf(book, "Matrix").rows[1]?.indexOf(header) ?? -1;

const same = (back: MatrixDocument | undefined, document: MatrixDocument): boolean => back !== undefined && matrixDigest(back) === matrixDigest(document) && directoryDigest(back) === directoryDigest(document);

describe("a workbook that comes back", () => {
  let book: Workbook;
  beforeAll(async () => {
    book = await readXlsx(await writeMatrixXlsx(harbour, []));
  });
  const back = (changed: Workbook) => {
    const result = readBack(changed);
    if (!result) throw new Error("not read back");
    return result;
  };
  const row = (document: MatrixDocument, id: string) => document.activities.find((one) => one.id === id);

  it("untouched is the same matrix and the same directory, with nothing to report", () => {
    const { document, report } = back(book);
    expect(document).toEqual(harbour);
    expect(same(document, harbour)).toBe(true);
    expect(report.unread).toEqual([]);
    expect(report.notes).toEqual([]);
  });

  it("with one letter changed has exactly that edit", () => {
    const soc = columnOf(book, "SOC Analyst");
    const { document, report } = back(edited(book, "Matrix", (rows) => (rows[2] ?? [])[soc] = "R/C (if affected)"));
    const id = String(sheetOf(book, "Matrix").rows[2]?.[0]);
    const others = (doc: MatrixDocument) => ({ ...doc, activities: doc.activities.filter((one) => one.id !== id) });
    expect(others(document)).toEqual(others(harbour));
    expect(row(document, id)?.assignments.filter(({ role }) => role === "soc-analyst")).toEqual([{ role: "soc-analyst", letter: "R" }, { role: "soc-analyst", letter: "C", condition: "if affected" }]);
    expect(row(document, id)?.assignments.filter(({ role }) => role !== "soc-analyst")).toEqual(row(harbour, id)?.assignments.filter(({ role }) => role !== "soc-analyst"));
    expect(report.notes).toHaveLength(1);
    expect(report.unread).toEqual([]);
  });

  it.each([
    ["Activity", "Isolate a machine", { title: "Isolate a machine" }],
    ["Criticality", "low", { criticality: "low" }],
    ["SLA", "contain: 20 min\nrespond: 1 h, sample, not negotiated", { sla: [{ measure: "contain", target: "PT20M", negotiated: true }, { measure: "respond", target: "PT1H", negotiated: false }] }],
    ["Cadence", "quarterly", { cadence: { every: "P3M" } }],
    ["Notes", "asked twice", { note: "asked twice" }],
    ["Secondary", "Security Lead", { secondary: "security-lead" }],
    ["Controls", "pci-dss:12.10.1", { controls: ["pci-dss:12.10.1"] }],
    ["Scope", "Core database", { scope: ["core-db"] }],
    ["Approval", "formal", { approval: { class: "formal", channel: "ticket", conditions: "the host spreads malware", documentWithin: "P1D" } }],
  ] as const)("with %s typed over has that and nothing else", (header, text, expected) => {
    const column = columnOf(book, header);
    const at = sheetOf(book, "Matrix").rows.findIndex(([id]) => id === "isolate");
    const { document, report } = back(edited(book, "Matrix", (rows) => ((rows[at] ?? [])[column] = text)));
    expect(row(document, "isolate")).toEqual({ ...row(harbour, "isolate"), ...expected });
    expect(document.activities.filter(({ id }) => id !== "isolate")).toEqual(harbour.activities.filter(({ id }) => id !== "isolate"));
    expect(report.unread).toEqual([]);
  });

  it("with a lane typed over moves the R to the usual role of that side", () => {
    const at = sheetOf(book, "Matrix").rows.findIndex(([id]) => id === "isolate");
    const { document } = back(edited(book, "Matrix", (rows) => ((rows[at] ?? [])[columnOf(book, "Lane")] = "Client")));
    expect(row(document, "isolate")?.assignments.filter(({ letter }) => letter === "R").map(({ role }) => role)).toEqual(["security-lead"]);
  });

  it("with words nobody can read lists the cell and keeps what was there", () => {
    const at = sheetOf(book, "Matrix").rows.findIndex(([id]) => id === "isolate");
    const { document, report } = back(
      edited(book, "Matrix", (rows) => {
        const cells = rows[at] ?? [];
        cells[columnOf(book, "SOC Analyst")] = "Q";
        cells[columnOf(book, "Secondary")] = "Somebody else";
        cells[columnOf(book, "SLA")] = "soon";
        cells[0] = "other-id";
      }),
    );
    expect(document).toEqual(harbour);
    expect(report.unread.map(({ text }) => text).toSorted()).toEqual(["Q", "Somebody else", "other-id", "soon"]);
    expect(report.unread.every(({ sheet, address, why }) => sheet === "Matrix" && /^[A-Z]+\d+$/.test(address) && why !== "")).toBe(true);
  });

  it("with a new row, a copied row and a deleted row has those", () => {
    const { document, report } = back(
      edited(book, "Matrix", (rows) => {
        const at = rows.findIndex(([id]) => id === "isolate");
        const copy = [...(rows[at] ?? [])];
        copy[columnOf(book, "Activity")] = "Isolate a cloud account";
        const fresh: (string | null)[] = [];
        fresh[columnOf(book, "Area")] = "Physical security";
        fresh[columnOf(book, "Activity")] = "Escort visitors";
        fresh[columnOf(book, "Security Lead")] = "A/R";
        rows.splice(at + 1, 0, copy, fresh);
        rows.splice(rows.findIndex(([id]) => id === "restore-test"), 1);
      }),
    );
    expect(row(document, "restore-test")).toBeUndefined();
    expect(report.notes.some(({ text }) => text.includes("was deleted"))).toBe(true);
    const { id: _, title: __, ...details } = row(harbour, "isolate") ?? { id: "", title: "" };
    expect(document.activities.find(({ title }) => title === "Isolate a cloud account")).toMatchObject(details);
    const visitor = document.activities.find(({ title }) => title === "Escort visitors");
    expect(visitor?.assignments).toEqual([{ role: "security-lead", letter: "A" }, { role: "security-lead", letter: "R" }]);
    expect(document.areas?.find(({ id }) => id === visitor?.area)?.name).toBe("Physical security");
    expect(readDocument(document).ok).toBe(true);
  });

  it("with rows and columns moved is read the same", () => {
    const { document, report } = back(
      edited(book, "Matrix", (rows) => {
        const moved = rows.splice(2, 1);
        rows.push(...moved);
        const goal = columnOf(book, "Goal");
        for (const cells of rows) cells.unshift(...cells.splice(goal, 1));
      }),
    );
    expect(document.activities.toSorted((a, b) => (a.id < b.id ? -1 : 1))).toEqual(harbour.activities.toSorted((a, b) => (a.id < b.id ? -1 : 1)));
    expect(document.activities.at(-1)?.id).toBe(sheetOf(book, "Matrix").rows[2]?.[0]);
    expect(report.notes.map(({ text }) => text)).toEqual(["the rows stand in another order now"]);
  });

  it("with a role renamed, another added and a third deleted follows", () => {
    const gone = columnOf(book, "Field Engineer");
    const { document } = back({
      ...edited(book, "Matrix", (rows) => {
        rows[1]?.splice(columnOf(book, "SOC Analyst"), 1, "SOC Watch Officer");
        for (const [r, cells] of rows.entries()) cells.splice(gone, 1, r === 1 ? "Threat Hunter" : r > 1 ? "C" : null);
      }),
    });
    expect(document.roles.find(({ id }) => id === "soc-analyst")?.name).toBe("SOC Watch Officer");
    // A header typed over is a new name for the same role, as long as nothing says otherwise.
    expect(document.roles.find(({ id }) => id === "field-engineer")?.name).toBe("Threat Hunter");
    const added = back(edited(book, "Matrix", (rows) => rows.forEach((cells, r) => cells.splice(columnOf(book, "SOC Analyst"), 0, r === 1 ? "Threat Hunter" : r > 1 ? "C" : null)))).document;
    const hunter = added.roles.find(({ name }) => name === "Threat Hunter");
    expect(added.activities.every(({ assignments }) => assignments.some(({ role, letter }) => role === hunter?.id && letter === "C"))).toBe(true);
    const less = back(edited(book, "Matrix", (rows) => rows.forEach((cells) => cells.splice(columnOf(book, "SOC Analyst"), 1)))).document;
    expect(less.activities.some(({ assignments }) => assignments.some(({ role }) => role === "soc-analyst"))).toBe(false);
    expect(less.roles.some(({ id }) => id === "soc-analyst")).toBe(true);
  });

  it("with edits on the register's sheets has them", () => {
    const { document, report } = back(
      edited(
        edited(book, "Roles", (rows) => {
          const holders = rows[0]?.indexOf("Holders") ?? -1;
          const at = rows.findIndex(([id]) => id === "soc-analyst");
          (rows[at] ?? [])[holders] = "Dana Reyes\nNew Person";
        }),
        "People",
        (rows) => rows.push(["", "New Person", "BlueOrbit"]),
      ),
    );
    const made = document.people?.find(({ name }) => name === "New Person");
    expect(document.roles.find(({ id }) => id === "soc-analyst")?.holders).toEqual(["dana", made?.id]);
    expect(report.unread).toEqual([]);
  });

  it("keeps a deleted person whom the matrix still uses, and removes one it does not", () => {
    const { document, report } = back(edited(book, "People", (rows) => rows.splice(1)));
    expect(document.people?.map(({ id }) => id)).toEqual(["dana", "ivo"]);
    expect(report.notes.some(({ text }) => text.includes("still uses it"))).toBe(true);
  });

  it("is a sheet like any other when the hidden sheet is damaged, edited or gone", () => {
    const chunks = edited(book, "_remit", (rows) => ((rows[2] ?? [])[1] = String(rows[2]?.[1]).replace("Isolate", "isolate")));
    expect(readBack(chunks)).toBeUndefined();
    expect(readBack(edited(book, "_remit", (rows) => rows.pop()))).toBeUndefined();
    expect(readBack({ ...book, sheets: book.sheets.filter(({ name }) => name !== "_remit") })).toBeUndefined();
  });

  it("loses nothing of any matrix", async () => {
    await fc.assert(
      fc.asyncProperty(anyDocument, async (document) => {
        const result = readBack(await readXlsx(await writeMatrixXlsx(document, [])));
        expect(result?.report.unread).toEqual([]);
        expect(result?.report.notes).toEqual([]);
        expect(result?.document).toEqual(document);
        expect(same(result?.document, document)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it("never gives a broken matrix, whatever is typed anywhere", () => {
    fc.assert(
      fc.property(fc.array(fc.record({ sheet: fc.constantFrom("Matrix", "Roles", "People", "Parties", "Scope", "Areas"), row: fc.nat(12), column: fc.nat(30), text: fc.oneof(nasty, fc.constant(null)) }), { minLength: 1, maxLength: 12 }), (edits) => {
        const changed = edits.reduce((now, { sheet, row: r, column, text }) => edited(now, sheet, (rows) => {
          while (rows.length <= r) rows.push([]);
          (rows[r] ?? [])[column] = text;
        }), book);
        const result = readBack(changed);
        expect(result && readDocument(result.document).ok).toBe(true);
        expect(result?.report.notes.filter(({ text }) => text.startsWith("the edits were left out"))).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });
});

describe("clauses in a workbook", () => {
  const withClauses = { ...harbour, clauses: [{ id: "keys", title: "Keys", text: "{key-holder} holds them.\nBoth copies." }, { id: "review", title: "Review", text: "Every {review-every}." }] };
  const book = async (): Promise<Workbook> => readXlsx(await writeMatrixXlsx(withClauses, []));

  it("come back as they were, and none is written where there is none", async () => {
    expect(readBack(await book())?.document).toEqual(withClauses);
    expect((await readXlsx(await writeMatrixXlsx(harbour, []))).sheets.map(({ name }) => name)).not.toContain("Clauses");
  });

  it("take a changed text, another order, a new clause and one less", async () => {
    const changed = edited(await book(), "Clauses", (rows) => {
      const at = rows.findIndex(([id]) => id === "keys");
      const [keys] = rows.splice(at, 1);
      rows.splice(rows.findIndex(([id]) => id === "review"), 1, [null, "Exit", "All is handed over."], [...(keys ?? []).slice(0, 2), "{key-holder} holds both."]);
    });
    expect(readBack(changed)?.document.clauses).toEqual([{ id: "exit", title: "Exit", text: "All is handed over." }, { id: "keys", title: "Keys", text: "{key-holder} holds both." }]);
  });
});
