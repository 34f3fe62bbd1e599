import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import demo from "../../src/library/demo.json" with { type: "json" };
import { shell } from "./command.ts";

const { folder, remit } = shell();
const at = (name: string): string => join(folder, name);

test("a calendar becomes the rotation of a role, and what it says otherwise becomes swaps", () => {
  writeFileSync(at("alder.remit.yaml"), JSON.stringify(demo));
  const turns = ["Agata Nowak", "Filip Kowal", "Agata Nowak", "Marta Zajac", "Agata Nowak", "Filip Kowal", "A stranger", "Marta Zajac"].map((person, n) => {
    const day = (days: number) => new Date(Date.UTC(2026, 11, 7 + days)).toISOString().slice(0, 10).replaceAll("-", "");
    return `BEGIN:VEVENT\r\nUID:${n}\r\nSUMMARY:${person}\r\nDTSTART;TZID=Europe/Warsaw:${day(n * 7)}T080000\r\nDTEND;TZID=Europe/Warsaw:${day(n * 7 + 7)}T080000\r\nEND:VEVENT`;
  });
  writeFileSync(at("duty.ics"), ["BEGIN:VCALENDAR", "VERSION:2.0", "X-WR-CALNAME:SOC nights", ...turns, "END:VCALENDAR", ""].join("\r\n"));
  const before = readFileSync(at("alder.remit.yaml"), "utf8");
  const dry = remit("import-rotation", "duty.ics", "--role", "soc-analyst", "--into", "alder.remit.yaml", "--dry-run");
  expect([dry.code, dry.err.includes("nothing was written")]).toEqual([0, true]);
  expect(readFileSync(at("alder.remit.yaml"), "utf8")).toBe(before);
  const done = remit("import-rotation", "duty.ics", "--role", "soc-analyst", "--into", "alder.remit.yaml");
  expect(done.code).toBe(0);
  expect(done.err).toContain("  Agata Nowak, Filip Kowal in turn, 1 week each, from 2026-12-07T08:00 until 2027-01-18T08:00");
  expect(done.err).toMatch(/6 of 7 turns are as the pattern says; 1 swaps/);
  expect(done.err).toContain("  nobody  2027-01-18T07:00Z to 2027-01-25T07:00Z: A stranger names nobody of the matrix");
  expect(done.err).toContain("nobody has one after 2027-02-01T07:00Z");
  expect(done.err).toMatch(/swap {2}2026-12-28T07:00Z to 2027-01-04T07:00Z: Marta Zaj.c for Filip Kowal/);
  expect(done.err).toContain("names nobody of the matrix");
  const after = readFileSync(at("alder.remit.yaml"), "utf8");
  expect(after).toContain("SOC nights");
  expect(remit("lint", "alder.remit.yaml").code).not.toBe(2);
});

test("a file written by hand keeps every line it had", () => {
  const text = "remit: 1\ntitle: A\nparties: [{id: a, name: A, kind: client}]\npeople:\n- {id: ann, name: Ann Archer,   party: a, timeZone: Europe/Warsaw}\nroles:\n- {id: soc, name: SOC, party: a, holders: [ann]} # all of us\nactivities: []\n";
  writeFileSync(at("hand.remit.yaml"), text);
  writeFileSync(at("ann.ics"), "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:1\r\nSUMMARY:Ann Archer\r\nDTSTART;TZID=Europe/Warsaw:20261207T080000\r\nDTEND;TZID=Europe/Warsaw:20261214T080000\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n");
  expect(remit("import-rotation", "ann.ics", "--role", "soc", "--into", "hand.remit.yaml").code).toBe(0);
  const after = readFileSync(at("hand.remit.yaml"), "utf8").split("\n");
  expect(text.split("\n").filter((line) => !after.includes(line))).toEqual([]);
  expect(after).toContain("      - people: [ann]");
});

test("what is no calendar, and a role that is not there, change nothing", () => {
  const before = readFileSync(at("alder.remit.yaml"), "utf8");
  writeFileSync(at("sheet.ics"), "a,b\n1,2\n");
  expect(remit("import-rotation", "sheet.ics", "--role", "soc-analyst", "--into", "alder.remit.yaml")).toMatchObject({ code: 2, err: expect.stringContaining("this is no iCalendar file") });
  expect(remit("import-rotation", "duty.ics", "--role", "nobody", "--into", "alder.remit.yaml")).toMatchObject({ code: 2, err: expect.stringContaining("has no role `nobody`") });
  expect(readFileSync(at("alder.remit.yaml"), "utf8")).toBe(before);
});
