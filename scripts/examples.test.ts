import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { generatedExamples } from "./examples.ts";

test("the generated examples and the demo of the page are in step with what they are made from", () => {
  const stale = [...generatedExamples()].filter(([file, text]) => readFileSync(file, "utf8") !== text).map(([file]) => file);
  expect(stale, "run `npm run examples`").toEqual([]);
});
