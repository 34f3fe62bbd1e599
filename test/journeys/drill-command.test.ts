import { cpSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { shell } from "./command.ts";

const { folder, remit } = shell();
cpSync("examples/alder-foods.remit.yaml", join(folder, "company.yaml"));
const case_ = ["--event", "ransomware", "--severity", "s1", "--at", "2026-11-21T02:00Z"];

test("one exercise is told minute by minute, and leaves with 1 where something stays open", () => {
  const ran = remit("drill", "company.yaml", ...case_, "--silent", "agata-nowak");
  expect(ran.code).toBe(1);
  expect(ran.out).toContain("0  Agata Nowak does not answer");
  expect(ran.out).toMatch(/15 {2}\S.* takes charge/);
  expect(ran.out).toContain("still open: notify the regulator");
  expect(remit("drill", "company.yaml", "--event", "vpn-down", "--severity", "s1", "--at", "2026-11-20T10:00Z").code).toBe(0);
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
  expect(remit("authority", "company.yaml").out).toContain("Incident authority map: 14 of 24 points");
  expect(remit("authority", "company.yaml", "--format", "md").out).toContain("| [x] | It is clear who may order containment |");
  expect(remit("authority", "company.yaml", "--format", "csv").out.split("\r\n")).toHaveLength(1 + 32 + 4 * 6 + 1);
  expect(JSON.parse(remit("authority", "company.yaml", "--format", "json").out)).toMatchObject({ score: { of: 24 } });
  expect(remit("authority", "company.yaml", "--format", "xml").code).toBe(2);
});
