import { expect, test } from "vitest";
import { signsOf } from "./signs.ts";
import type { Agreement, Comment } from "./talk.ts";

const stand = (party: string, what: "agreed" | "contested", current = true): Agreement["stands"][number] => ({ activity: "a", party, stand: what, reason: null, by: "x", at: "", current });
const agreement = (stands: Agreement["stands"], agreed: string[] = []): Agreement => ({ revision: 1, deciding: ["client", "provider"], stands, agreed, names: [] });
const signs = (given: Partial<Parameters<typeof signsOf>[0]>, own: string | null = "client", before: ReturnType<typeof signsOf> = new Map()) => signsOf({ comments: [], agreement: undefined, proposals: [], here: [], ...given }, own, before);
const comment = (id: string, more: Partial<Comment> = {}): Comment => ({ id, kind: "activity", item: "a", thread: id, partyOnly: null, author: "x", authorParty: null, said: "", text: "?", mentions: [], changed: false, removed: false, resolved: null, resolvedBy: null, ...more });

test("a row says what the parties think of it", () => {
  expect(signs({ agreement: agreement([stand("client", "agreed"), stand("provider", "agreed")], ["a"]) }).get("a")?.stand).toBe("agreed");
  expect(signs({ agreement: agreement([stand("client", "agreed"), stand("provider", "contested")]) }).get("a")?.stand).toBe("contested");
  expect(signs({ agreement: agreement([stand("provider", "agreed")]) }).get("a")?.stand).toBe("theirs");
  expect(signs({ agreement: agreement([stand("provider", "agreed")]) }, "provider").get("a")?.stand).toBeUndefined();
  expect(signs({ agreement: agreement([stand("provider", "agreed", false)]) }).get("a")?.stand).toBeUndefined();
  expect(signs({ agreement: agreement([stand("left", "contested")]) }).size).toBe(0);
});

test("a row counts the questions nobody settled or took back", () => {
  const comments = [comment("1"), comment("2", { resolved: "2026-01-01" }), comment("3", { removed: true }), comment("4", { thread: "3" }), comment("5", { kind: "role" })];
  expect(signs({ comments }).get("a")?.talk).toBe(2);
});

test("a sign that says the same stays the same", () => {
  const first = signs({ comments: [comment("1")] });
  expect(signs({ comments: [comment("1")] }, "client", first)).toBe(first);
  const other = signs({ comments: [comment("1"), comment("2", { item: "b" })] }, "client", first);
  expect(other.get("a")).toBe(first.get("a"));
});
