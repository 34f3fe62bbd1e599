import { expect, test } from "vitest";
import { sourceFromPaste } from "./pasted.ts";

const nameOfPaste = (text: string): string | undefined => {
  const source = sourceFromPaste(text, "Pasted table");
  return source?.kind === "file" ? source.name : undefined;
};

test("cells copied from a spreadsheet are taken as a tab-separated table", () => {
  expect(nameOfPaste("Activity\tClient\tProvider\nPatch servers\tA\tR\n")).toBe("Pasted table.tsv");
});

test("a Markdown table, a CSV text and a Remit matrix are told apart", () => {
  expect(nameOfPaste("| Activity | Client |\n|---|---|\n| Patch | A |")).toBe("Pasted table.md");
  expect(nameOfPaste("Activity,Client\nPatch,A")).toBe("Pasted table.csv");
  expect(nameOfPaste("remit: 1\ntitle: X")).toBe("Pasted table.remit.yaml");
});

test("a sentence is no table", () => {
  expect(nameOfPaste("please call me back")).toBeUndefined();
  expect(nameOfPaste("one line, with a comma")).toBeUndefined();
});
