import { expect, test } from "vitest";
import { minuteOf } from "./minute.ts";
import { minuteWritten } from "./written.ts";

test("an instant is taken with Z or with the offset of its zone, seconds cut off", () => {
  for (const text of ["2026-11-21T14:00Z", "2026-11-21T15:00+01:00", "2026-11-21T14:00:59.9Z", "2026-11-21T07:30-06:30"]) expect(minuteWritten(text)).toBe(minuteOf("2026-11-21T14:00Z"));
});

test.each(["", "now", "2026-11-21", "2026-11-21T14:00", "2026-02-31T14:00Z", "2026-02-31T14:00+01:00", "2026-11-21T25:00Z", "2026-11-21 14:00Z"])("`%s` is no instant", (text) => {
  expect(minuteWritten(text)).toBeUndefined();
});
