import { cpSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { shell } from "./command.ts";

const { folder, remit } = shell();
cpSync("examples/alder-foods.remit.yaml", join(folder, "company.yaml"));
const everybody = [...readFileSync("examples/alder-foods.remit.yaml", "utf8").split(/^people:$/m)[1]?.split(/^\S/m)[0]?.matchAll(/^ {2}- \{ id: ([\w-]+),/gm) ?? []].map(([, id]) => id as string);
const case_ = ["--event", "ransomware", "--severity", "s1", "--at", "2026-11-21T02:00Z"];

test("one exercise is told minute by minute, and leaves with 1 where something is late or stays open", () => {
  const ran = remit("drill", "company.yaml", ...case_, "--silent", "agata-nowak");
  expect(ran.code).toBe(0);
  expect(ran.out).toMatch(/\d {2}Agata Nowak does not answer/);
  expect(ran.out).toMatch(/15 {2}\S.* takes charge/);
  const evening = remit("drill", "company.yaml", "--event", "ransomware", "--severity", "s1", "--at", "2026-11-20T19:00Z");
  expect(evening.code).toBe(1);
  expect(evening.out).toContain("authorise containment: 3 h, wanted within 1 h");
  const nobody = remit("drill", "company.yaml", ...case_, ...everybody.flatMap((person) => ["--absent", person]));
  expect(nobody.code).toBe(1);
  expect(nobody.out).toContain("notify the regulator: not within a day");
});

test("many exercises of one seed are the same to the byte, and each can be told alone", () => {
  const many = (seed: string) => remit("drill", "company.yaml", "--runs", "100", "--seed", seed, "--format", "json").out;
  expect(many("7")).toBe(many("7"));
  expect(many("8")).not.toBe(many("7"));
  const { spreads } = JSON.parse(many("7")) as { spreads: { of: string; worst: { run: number; at: string; minutes: number | null } }[] };
  const contact = spreads.find(({ of, worst }) => of === "contact" && worst.minutes !== null);
  const alone = JSON.parse(remit("drill", "company.yaml", "--seed", "7", "--run", String(contact?.worst.run), "--format", "json").out) as { scenario: { at: string }; contact: { minute: number } };
  expect([alone.scenario.at, alone.contact.minute]).toEqual([contact?.worst.at, contact?.worst.minutes]);
});

test("what cannot be rehearsed is said, with what there is", () => {
  expect(remit("drill", "company.yaml", "--event", "flood")).toMatchObject({ code: 2, err: expect.stringContaining("`ransomware`") });
  expect(remit("drill", "company.yaml")).toMatchObject({ code: 2, err: expect.stringContaining("--event") });
  expect(remit("drill", "company.yaml", ...case_, "--silent", "nobody")).toMatchObject({ code: 2, err: expect.stringContaining("`nobody`") });
  expect(remit("drill", "company.yaml", "--runs", "0").code).toBe(2);
});

test("the authority map is printed as text, checklist and JSON", () => {
  expect(remit("authority", "company.yaml").out).toMatch(/Incident authority map: \d+ of 24 points/);
  expect(remit("authority", "company.yaml", "--format", "md").out).toContain("| [x] | It is clear who may order containment |");
  const map = JSON.parse(remit("authority", "company.yaml", "--format", "json").out) as { score: { of: number }; events: unknown[] };
  expect(map.score.of).toBe(24);
  expect(map.events.length).toBeGreaterThan(0);
  expect(remit("authority", "company.yaml", "--format", "csv").out.split("\r\n")).toHaveLength(1 + 32 + map.events.length * 6 + 1);
  expect(remit("authority", "company.yaml", "--format", "xml").code).toBe(2);
});
