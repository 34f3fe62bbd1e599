import { expect, test } from "vitest";
import { browserUnsent } from "./unsent.ts";
import type { Command } from "./wire.ts";

function storage(): Storage {
  const kept = new Map<string, string>();
  return { get length() { return kept.size; }, clear: () => kept.clear(), getItem: (key) => kept.get(key) ?? null, key: (i) => [...kept.keys()][i] ?? null, removeItem: (key) => void kept.delete(key), setItem: (key, value) => void kept.set(key, value) };
}
const command = (id: string): Command => ({ id, what: id, edits: [], base: 1, page: "one" });

test("a tab finds its own edits again right after a reload", () => {
  const shared = storage();
  browserUnsent("w", shared, "one").keep([command("a"), command("b")]);
  expect(browserUnsent("w", shared, "one").load().map(({ id }) => id)).toEqual(["a", "b"]);
});

test("another tab takes over only what a tab left long ago, and nothing of another workspace", () => {
  const shared = storage();
  browserUnsent("w", shared, "one").keep([command("a")]);
  browserUnsent("v", shared, "one").keep([command("other")]);
  expect(browserUnsent("w", shared, "two").load()).toEqual([]);
  shared.setItem("remit-unsent:w:one", (shared.getItem("remit-unsent:w:one") ?? "").replace(/"at":\d+/, '"at":0'));
  expect(browserUnsent("w", shared, "two").load().map(({ id }) => id)).toEqual(["a"]);
  expect(browserUnsent("w", shared, "three").load()).toEqual([]);
});

test("what cannot be read is dropped, and a full storage is no error", () => {
  const shared = storage();
  shared.setItem("remit-unsent:w:broken", "{");
  expect(browserUnsent("w", shared, "one").load()).toEqual([]);
  expect(shared.getItem("remit-unsent:w:broken")).toBeNull();
  const full = { ...storage(), setItem: () => { throw new Error("quota"); } } as unknown as Storage;
  expect(() => browserUnsent("w", full, "one").keep([command("a")])).not.toThrow();
});
