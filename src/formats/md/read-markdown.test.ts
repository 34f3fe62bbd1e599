import { describe, expect, it } from "vitest";
import { readMarkdown } from "./read-markdown.ts";

const read = (text: string) => readMarkdown(new TextEncoder().encode(text), "file").sheets;

describe("tables in Markdown", () => {
  it("are named by the nearest heading and know their line", () => {
    const sheets = read("# One\n\ntext\n\n| a | b |\n|---|:-:|\n| 1 | 2 |\n\n## Two\n\nc | d\n---|---\n3 | 4\n\n e | f\n--- | ---\n5 | 6\n");
    expect(sheets.map(({ name, firstLine, rows }) => [name, firstLine, rows])).toEqual([
      ["One", 5, [["a", "b"], [], ["1", "2"]]],
      ["Two", 11, [["c", "d"], [], ["3", "4"]]],
      ["Two (2)", 15, [["e", "f"], [], ["5", "6"]]],
    ]);
  });
  it("of one heading are many, and counted quickly", () => {
    const many = Array.from({ length: 400 }, () => "a | b\n---|---\n1 | 2\n").join("\n");
    expect(read(`# One\n\n${many}`).at(-1)?.name).toBe("One (400)");
    expect(() => read(Array.from({ length: 600 }, () => "a | b\n---|---\n1 | 2\n").join("\n"))).toThrow("600 sheets or tables");
  });
  it("lose their marks, not their words", () => {
    const [sheet] = read("| **Task** | `a\\|b` |\n|--|--|\n| [Patch](https://example.org) *all* | x<br>y |\n| snake_case_name | 2 \\* 3 |\n");
    expect(sheet?.rows).toEqual([["Task", "a|b"], [], ["Patch all", "x\ny"], ["snake_case_name", "2 * 3"]]);
  });
  it("may hold plain backticks in two cells of one row", () => {
    expect(read("| a | b |\n|--|--|\n| \\` | \\` |\n")[0]?.rows[2]).toEqual(["`", "`"]);
  });
  it("inside code fences are no tables", () => {
    expect(read("```\n| a | b |\n|---|---|\n```\n| c | d |\n|---|---|\n| 1 | 2 |\n")).toHaveLength(1);
  });
});
