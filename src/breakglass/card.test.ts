import { describe, expect, test } from "vitest";
import { MatrixDocument } from "#core/model/document.ts";
import { DAY, minuteOf } from "#core/time/minute.ts";
import { NOBODY, reachAll } from "#core/who/call.ts";
import { asking } from "#core/who/reach.ts";
import demo from "#library/demo.json" with { type: "json" };
import { nastyMatrix } from "../../test/nasty.ts";
import { cardOf } from "./card.ts";
import { contentsOf } from "./contents.ts";
import type { Section } from "./entries.ts";
import { paper } from "./paper.ts";
import { zoneNamed } from "./moments.ts";
import { dutyWeeks } from "./weeks.ts";
import { worldOf } from "./world.ts";

const at = minuteOf("2026-12-06T00:00Z");
const contents = (matrix: MatrixDocument, days = 30) => contentsOf(matrix, { at, days, version: "a test", timeZones: "2026a" });
const people = ["gus", "hal", "ivy", "jon", "bob", "cat", "dan"];
const capital = (id: string): string => id.charAt(0).toUpperCase() + id.slice(1);

/** A clinic whose watch turns every twelve hours, with people away and authority lent. */
const clinic = MatrixDocument.parse({
  remit: 1, title: "A clinic", parties: [{ id: "clinic", name: "Clinic", kind: "client" }, { id: "soc", name: "SOC", kind: "provider" }], activities: [],
  people: people.map((id) => ({ id, name: capital(id), party: people.indexOf(id) < 4 ? "soc" : "clinic", timeZone: "Europe/London", ...(id === "bob" ? { substitute: "cat" } : {}) })),
  roles: [{ id: "analyst", name: "Analyst", party: "soc", holders: ["gus", "hal", "ivy"] }, { id: "lead", name: "Head of Service Delivery and Continuity", party: "soc", holders: ["jon"] }, { id: "security", name: "Security Lead", party: "clinic", holders: ["bob", "cat"] }, { id: "it", name: "IT Manager", party: "clinic", holders: ["dan"] }],
  rotations: [{ id: "watch", name: "Watch", role: "analyst", timeZone: "Europe/London", layers: [{ people: ["gus", "hal", "ivy"], from: "2026-10-05T08:00", turn: "PT12H" }] }],
  severities: [{ id: "s1", name: "S1 severe", rank: 1 }, { id: "s2", name: "S2 ordinary", rank: 2 }],
  events: Array.from({ length: 12 }, (_, i) => ({ id: `event${i}`, name: `Something rather long that may happen ${i}`, verbs: ["containment.authorise"] })),
  decisionRights: [{ id: "contain", verb: "containment.authorise", role: "security", delegable: true }],
  escalationPaths: [
    { id: "bad", name: "Bad", severities: ["s1"], steps: [{ after: "PT0M", roles: ["analyst", "security", "it", "lead"], channels: ["voice"] }] },
    { id: "one", name: "One", severities: ["s2"], events: ["event3"], steps: [{ after: "PT0M", roles: ["lead"], channels: ["voice"] }] },
    { id: "other", name: "Other", severities: ["s2"], steps: [{ after: "PT0M", roles: ["analyst"], channels: ["voice"] }] },
  ],
  directory: {
    contacts: people.map((person, i) => ({ id: `c-${person}`, person, kind: "voice", value: `+44 20 7946 010${i}` })),
    absences: [
      { id: "a1", person: "gus", from: "2026-12-07T00:00Z", until: "2026-12-14T00:00Z", substitute: "jon" },
      { id: "a2", person: "jon", from: "2026-12-09T00:00Z", until: "2026-12-10T00:00Z" },
      { id: "a3", person: "bob", from: "2026-12-20T00:00Z", until: "2027-01-10T12:00Z" },
      { id: "a4", person: "cat", from: "2027-06-01T00:00Z", until: "2027-06-10T12:00Z" },
    ],
    delegations: [{ id: "d1", from: "bob", to: "dan", verbs: ["containment.authorise", "severity.set"], starts: "2026-12-20T00:00Z", ends: "2027-01-11T12:00Z" }],
  },
});
const cards = [["a clinic", contents(clinic)], ["the example", contents(MatrixDocument.parse(demo), 366)], ["names that try everything", contents(nastyMatrix())]] as const;
const textOf = (sections: readonly Section[]): string => sections.map(({ title, entries }) => [title, ...entries.map(({ head, body, lines }) => [`${head} ${body}`.trim(), ...lines].join("\n"))].join("\n")).join("\n").replaceAll("\u200b", "");
const section = (sections: readonly Section[], title: string): string => textOf(sections.filter((one) => one.title.startsWith(title)));
const { sections, pocket } = cardOf(contents(clinic));

describe("who is away and what is lent", () => {
  test("stand on the large card with both ends and who stands in", () => {
    expect(section(sections, "Away")).toBe(["Away (Europe/London)", "Gus from Mon 7 Dec 2026, 00:00 until Mon 14 Dec 2026, 00:00, Jon stands in except while away too", "Jon from Wed 9 Dec 2026, 00:00 until Thu 10 Dec 2026, 00:00, nobody stands in", "Bob from Sun 20 Dec 2026, 00:00 until Sun 10 Jan 2027, 12:00, Cat stands in"].join("\n"));
    expect(section(sections, "Who may decide")).toContain("Lent: Dan may for Bob authorise containment and set the severity, from Sun 20 Dec 2026, 00:00 until Mon 11 Jan 2027, 12:00 (Europe/London)");
    expect(section(sections, "Numbers")).toContain("Security Lead; Clinic; Cat stands in; away from Sun 20 Dec 2026, 00:00 until Sun 10 Jan 2027, 12:00");
  });

  test("stand on the wallet card in short: ends beyond the card are left out", () => {
    expect(section(pocket, "Away")).toContain("Bob from Sun 20 Dec, 00:00 on, Cat stands in");
    expect(section(pocket, "May decide")).toBe("May decide (Europe/London)\nAuthorise containment Security Lead (Bob and Cat); Dan for Bob, from Sun 20 Dec, 00:00 on");
    expect(section(pocket, "Numbers")).toContain("Dan");
  });

  test.each(cards)("of %s, whatever the file shows the large card shows too", (_, of) => {
    const file = paper(of).text.replace(/<(?!\/?(?:p|li|td)\b)[^>]*>/g, "");
    const said = textOf(cardOf(of).sections);
    const absences = [...file.matchAll(/away (\w{3} \d[^<]*?, \d\d:\d\d) to (.*?, \d\d:\d\d)/g)].map(([, from, until]) => `from ${from} until ${until}`);
    const delegations = [...file.matchAll(/, (from \w{3} \d[^<]*?, \d\d:\d\d until .*?, \d\d:\d\d)<\/li>/g)].map(([, stretch]) => stretch ?? "");
    expect(absences.length).toBe((of.document.directory?.absences ?? []).filter(({ from, until }) => from < of.until && until > of.from).length);
    expect(delegations.length).toBe(of.document.directory?.delegations?.length ?? 0);
    for (const one of [...absences, ...delegations]) expect(said).toContain(one);
  });
});

describe("turns on a card", () => {
  test("name who takes the calls, and nobody where nobody does", () => {
    const duty = section(sections, "On duty");
    expect(duty).toContain("Mon 00:00–08:00 Ivy, 08:00–20:00 Jon for Gus, 20:00–24:00 Hal");
    expect(duty).toContain("Wed 00:00–08:00 nobody (Gus is away), 08:00–20:00 Hal, 20:00–24:00 Ivy");
    expect(section(pocket, "On duty")).toContain("Mon 00:00 Ivy, 08:00 Jon for Gus, 20:00 Hal");
    expect(paper(contents(clinic)).text).toContain("08:00–20:00</span> <b><bdi>Jon</bdi></b> for <bdi>Gus</bdi>");
  });

  test("are all there, the last night of a week too", () => {
    for (const of of [sections, pocket]) {
      const duty = section(of, "On duty");
      expect(duty).not.toMatch(/more turns|more on/);
      // The card begins with a Sunday of few turns; four whole weeks follow.
      expect(duty).toMatch(/^Sun 6 Dec 2026.* from Sun 20:00$/m);
      expect(duty.match(/^Sun (?!6 ).*20:00.* \w+$/gm)).toHaveLength(4);
    }
  });

  test("that come back every day stand in one line", () => {
    const nights = MatrixDocument.parse({ ...clinic, directory: {}, roles: clinic.roles.map((role) => (role.id === "analyst" ? { ...role, holders: ["gus", "hal"] } : role)), rotations: [{ id: "watch", name: "Watch", role: "analyst", timeZone: "Europe/London", layers: [{ people: ["gus", "hal"], from: "2026-10-05T08:00", turn: "PT12H" }] }] });
    expect(section(cardOf(contents(nights)).sections, "On duty")).toContain("Mon 14 Dec 2026\nMon–Sun 00:00–08:00 Hal, 08:00–20:00 Gus, 20:00–24:00 Hal\n");
  });

  test.each(cards)("of %s are those who are called", (_, of) => {
    const world = worldOf(of);
    const ask = asking({ channels: undefined, interactive: false, compromised: [] });
    for (const { role, timeZone } of of.document.rotations ?? []) {
      const turns = dutyWeeks(world, role, zoneNamed(timeZone), minuteOf(of.from), minuteOf(of.until)).flatMap((week) => week.turns);
      const seen = new Set<string>();
      for (let minute = minuteOf(of.from); minute < Math.min(minuteOf(of.until), minuteOf(of.from) + 30 * DAY); minute += 97) {
        const { reached, unreached } = reachAll(world, [role], ask, minute, NOBODY);
        const called = [...reached, ...unreached.filter(({ why }) => why === "no-method")].map(({ person }) => person).sort();
        const printed = turns.filter(({ from, until, away }) => from <= minute && minute < until && away === undefined).map(({ person }) => person).sort();
        expect(printed).toEqual(called);
        seen.add(called.join());
      }
      expect(seen.size).toBeGreaterThan(1);
    }
  });
});

describe("headings", () => {
  test.each(cards)("of %s are never twice the same on one card", (_, of) => {
    const card = cardOf(of);
    for (const all of [card.sections, card.pocket]) {
      const heads = all.flatMap(({ title, entries }) => [title, ...entries.flatMap(({ head }) => (head === "" ? [] : [`${title}: ${head}`]))]);
      expect(heads.filter((head, i) => heads.indexOf(head) !== i)).toEqual([]);
    }
  });

  test("of ways of calls begin with how severe it is, and count the events that do not fit", () => {
    const heads = pocket.find(({ title }) => title === "Call")?.entries.map(({ head }) => head.replaceAll("\u200b", ""));
    expect(heads).toEqual(["S1 severe: any event", "S2 ordinary: Something rather long that may happen 0, Something rather long that may happen 1 or 9 more on the large card", "S2 ordinary: Something rather long that may happen 3"]);
    expect(section(sections, "Call")).toContain("S2 ordinary: Something rather long that may happen 0, Something rather long that may happen 1, Something rather long that may happen 2, Something rather long that may happen 4");
  });

  test("leave roles, names and numbers whole on the wallet card", () => {
    expect(section(pocket, "Call")).toContain("at once: Analyst (Gus, Hal and Ivy), Security Lead (Bob and Cat), IT Manager (Dan) and Head of Service Delivery and Continuity (Jon), telephone");
    expect(textOf(pocket)).not.toContain("…");
    expect(textOf(cardOf(contents(MatrixDocument.parse(demo))).pocket)).not.toContain("…");
  });
});
