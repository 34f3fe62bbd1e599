import { expect, test } from "vitest";
import { importFile } from "../import-file.ts";

const asked = async (rows: readonly string[]) => (await importFile(new TextEncoder().encode(["Activity,IT Manager,SOC Analyst", ...rows].join("\n")), "m.csv")).report.questions.filter(({ id }) => id.startsWith("marks:")).map(({ text }) => text);

test("a question about a mark shows the mark", async () => {
  expect(await asked(["Isolate a host,,x", "Order laptops,x,", "Patch servers,,x"])).toEqual(["what does `x` under a role mean?"]);
});

test("several marks of one sheet are one question, and each is shown once", async () => {
  expect(await asked(["Isolate a host,,✓", "Order laptops,x,", "Patch servers,x,✓"])).toEqual(["what does `✓` or `x` under a role mean?"]);
});

test("a Yes is shown as the sheet writes it", async () => {
  expect(await asked(["Isolate a host,no,YES", "Order laptops,YES,no", "Patch servers,no,YES"])).toEqual(["what does `YES` under a role mean?"]);
});
