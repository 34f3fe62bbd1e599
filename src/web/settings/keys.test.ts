import { expect, test } from "vitest";
import { standingOf } from "./keys.ts";

const noon = "2026-03-01T12:00:00.000Z";

test("a key opens until its last moment, and not in it", () => {
  expect(standingOf({ revoked: false, until: noon }, Date.parse(noon) - 1)).toBe("open");
  expect(standingOf({ revoked: false, until: noon }, Date.parse(noon))).toBe("expired");
});

test("a revoked key is called revoked, before its time and after it", () => {
  for (const away of [-1, 1]) expect(standingOf({ revoked: true, until: noon }, Date.parse(noon) + away)).toBe("revoked");
});
