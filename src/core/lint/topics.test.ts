import { expect, test } from "vitest";
import { drawn } from "./sketch.ts";
import { registerOf } from "./register.ts";
import { rowOf } from "./row.ts";
import { about, guardsSecurity, mentions, sameHands, TOPIC, type Topic } from "./topics.ts";

const row = (sketch: Parameters<typeof drawn>[0]) => {
  const document = drawn(sketch);
  const register = registerOf(document, "2026-01-01");
  const [first] = document.activities;
  if (!first) throw new Error("the sketch has a row");
  return { row: rowOf(first, register), register };
};

test.each<[string, Topic, boolean]>([
  ["run backups", TOPIC.backup, true],
  ["back up the mail", TOPIC.backup, true],
  ["label the patch panel", TOPIC.patching, false],
  ["deploy patches on servers", TOPIC.patching, true],
  ["verify that a restore works", TOPIC.restoreTest, true],
  ["restore a file for a user", TOPIC.restoreTest, false],
  ["ticket logging", TOPIC.logs, false],
  ["collect and onboard security logs", TOPIC.logs, true],
  ["accept residual risks", TOPIC.acceptance, false],
  ["accept residual risks", TOPIC.riskAcceptance, true],
  ["accept equipment by protocol", TOPIC.acceptance, true],
  ["certificate of destruction", TOPIC.certificate, false],
  ["renew tls certificates", TOPIC.certificate, true],
])("`%s` is recognised for what it is", (words, topic, is) => {
  expect(about(titled(words), topic)).toBe(is);
});

const titled = (words: string) => ({ words, topics: { asked: 0, yes: 0 } });

test("what a row answered once it answers again", () => {
  const backups = titled("run backups");
  expect([about(backups, TOPIC.backup), about(backups, TOPIC.patching), about(backups, TOPIC.backup)]).toEqual([true, false, true]);
});

test("the whole text of a control is about nothing", () => {
  expect(about(titled("the organization makes backups."), TOPIC.backup)).toBe(false);
  expect(about(titled(`backups ${"of all systems ".repeat(12)}`), TOPIC.backup)).toBe(false);
});

test("a row says a thing in its small print too", () => {
  const { row: it } = row({ rows: [{ title: "Run backups", note: "Monthly restore test", cells: { "Backup Engineer (provider)": "R nights only" } }] });
  expect(mentions(it, /\brestore test\b/)).toBe(true);
  expect(mentions(it, /\bnights\b/)).toBe(true);
  expect(mentions(it, /\bweekly\b/)).toBe(false);
});

test("a security post is known by its name or its function, and two posts of one human are the same hands", () => {
  const { register } = row({
    rows: [{ title: "Run backups", cells: { "SOC Analyst (provider)": "R", "Buyer (client)": "A", "Storekeeper (client)": "I" } }],
    people: { "Ana Ortiz": ["Buyer", "Storekeeper"] },
  });
  const role = (id: string) => {
    const known = register.roles.get(id);
    if (!known) throw new Error(id);
    return known;
  };
  expect(guardsSecurity(role("soc-analyst"))).toBe(true);
  expect(guardsSecurity(role("buyer"))).toBe(false);
  expect(sameHands(role("buyer"), role("storekeeper"))).toBe(true);
  expect(sameHands(role("buyer"), role("soc-analyst"))).toBe(false);
});
