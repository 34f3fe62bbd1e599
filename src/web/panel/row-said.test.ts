import { expect, test } from "vitest";
import { saidOfRow } from "./row-said.ts";

test("what was said of many rows names none of the others beside a row", () => {
  expect(saidOfRow("agreed to “Create user accounts”, “Patch: servers”, 12 more")).toBe("Agreed to this row");
  expect(saidOfRow("took the word back on “Create user accounts”")).toBe("Took the word back on this row");
});

test("a reason is told whole, whatever marks are in it", () => {
  expect(saidOfRow("contested “Create user accounts”: we spoke of “two days”: no less")).toBe("Contested this row: we spoke of “two days”: no less");
});

test("an edit and a proposal are told as they were written", () => {
  expect(saidOfRow("write SLA of Patch servers")).toBe("Write SLA of Patch servers");
  expect(saidOfRow("proposed write SLA of Patch servers: too slow")).toBe("Proposed write SLA of Patch servers: too slow");
});
