import { expect, test } from "vitest";
import { lock, unlock, WrongPassphrase } from "./lock.ts";

test("a locked text opens with its passphrase however it is typed, and with no other", async () => {
  const sealed = await lock("Ana: +44 20 7946 0101", "Zürich liegt am See ﬁn");
  expect(JSON.stringify(sealed)).not.toContain("Ana");
  expect(await unlock(sealed, "  Zu\u0308rich liegt am See fin")).toBe("Ana: +44 20 7946 0101");
  await expect(unlock(sealed, "Zürich liegt am Meer fin")).rejects.toThrow(WrongPassphrase);
});

test("what was changed does not open, and no two locks are alike", async () => {
  const [one, other] = await Promise.all([lock("x".repeat(70_000), "four plain words here"), lock("x".repeat(70_000), "four plain words here")]);
  expect([one.salt, one.iv, one.text]).not.toContain(other.text);
  expect(one.salt).not.toBe(other.salt);
  await expect(unlock({ ...one, text: `${one.text.startsWith("A") ? "B" : "A"}${one.text.slice(1)}` }, "four plain words here")).rejects.toThrow(WrongPassphrase);
  expect(await unlock(one, "four plain words here")).toHaveLength(70_000);
});
