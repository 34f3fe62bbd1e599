import { describe, expect, test } from "vitest";
import { inWords, type InWords } from "../../../test/worlds/in-words.ts";
import { DAY, minuteOf } from "../time/minute.ts";
import { caseOf } from "./question.ts";
import { rosterOf } from "./roster.ts";
import { appliesInPart, appliesTo, ownParty, touches } from "./scope.ts";
import { who } from "./who.ts";
import { World } from "./world.ts";

const SMALL: InWords = {
  people: { ana: "client, UTC, voice", ben: "client, UTC, voice", law: "client, UTC, mon-fri 12:00-17:00, voice" },
  roles: { lead: "client: ana", second: "client: ben", legal: "client: law" },
  events: { fire: "containment.authorise, risk.accept" },
  severities: { s1: "1" },
  rights: { r1: "lead may containment.authorise", r2: "lead may risk.accept" },
  paths: { way: "| PT0M lead | PT10M second" },
};
const at = minuteOf("2026-11-23T10:00Z");
const worldOf = (company: InWords) => new World(inWords(company), at - DAY, at + 30 * DAY);
const ask = (rows: readonly object[], more: Partial<InWords> = {}) => {
  const { consult, inform, gaps } = who(worldOf({ ...SMALL, ...more, besides: { activities: rows } }), { event: "fire", severity: "s1", at });
  return { consult, inform, gaps: gaps.map(({ says }) => says) };
};
const row = (id: string, decision: string, assignments: readonly object[], more: object = {}) => ({ id, title: `Row ${id}`, decision, assignments: [{ role: "second", letter: "R" }, ...assignments], ...more });

describe("whom to ask and whom to tell", () => {
  test("comes from the rows of the decisions, with when and under which condition", () => {
    expect(ask([
      row("a", "containment.authorise", [{ role: "legal", letter: "C" }, { role: "lead", letter: "I" }], { consultWithin: "PT3H" }),
      row("b", "risk.accept", [{ role: "legal", letter: "C", condition: "if money is lost" }, { role: "lead", letter: "I", condition: "afterwards" }]),
      row("c", "incident.close", [{ role: "lead", letter: "C" }]),
      { id: "d", title: "Row d", assignments: [{ role: "lead", letter: "C" }] },
    ])).toEqual({
      consult: [
        { role: "legal", roleName: "legal", person: "law", name: "law", by: "2026-11-23T13:00Z", before: ["containment.authorise"], because: "Row a" },
        { role: "legal", roleName: "legal", person: "law", name: "law", before: ["risk.accept"], condition: "if money is lost", because: "Row b" },
      ],
      inform: [{ role: "lead", roleName: "lead", person: "ana", name: "ana", because: "Row a" }, { role: "lead", roleName: "lead", person: "ana", name: "ana", condition: "afterwards", because: "Row b" }],
      gaps: [],
    });
  });

  test("is one question for several decisions of the same condition and time, whichever row it stands in", () => {
    const legal = { role: "legal", letter: "C" };
    expect(ask([row("a", "containment.authorise", [legal]), row("b", "risk.accept", [legal]), row("c", "risk.accept", [legal])]).consult).toEqual([{ role: "legal", roleName: "legal", person: "law", name: "law", before: ["containment.authorise", "risk.accept"], because: "Row a" }]);
    expect(ask([row("a", "containment.authorise", [legal], { consultWithin: "PT3H" }), row("b", "risk.accept", [legal])]).consult).toHaveLength(2);
    expect(ask([row("a", "containment.authorise", [{ role: "lead", letter: "I" }]), row("b", "risk.accept", [{ role: "lead", letter: "I" }])]).inform).toEqual([{ role: "lead", roleName: "lead", person: "ana", name: "ana", because: "Row a" }]);
  });

  test("is a gap where a row waits for somebody who cannot be reached by then, and a condition is none", () => {
    const waits = (more: object, consultWithin: string | undefined = "PT1H") => ask([row("a", "containment.authorise", [{ role: "legal", letter: "C", ...more }], consultWithin === undefined ? {} : { consultWithin })]).gaps;
    expect(waits({})).toEqual(["`Row a` waits 1 h for legal, and nobody there can be reached by then: what is decided goes on without them"]);
    expect(waits({}, "PT2H")).toEqual([]);
    expect(waits({ condition: "if affected" })).toEqual([]);
    expect(ask([row("a", "containment.authorise", [{ role: "legal", letter: "C" }])]).gaps).toEqual([]);
    expect(ask([row("a", "containment.authorise", [{ role: "gone", letter: "C" }], { consultWithin: "PT1H" })]).gaps[0]).toBe("`Row a` waits 1 h for gone, and nobody there can be reached by then: what is decided goes on without them");
    expect(ask([], { informs: { news: "legal gone, within PT1H" } }).gaps.slice(0, 2)).toEqual(["`news` tells legal within 1 h, and nobody there can be reached by then", "`news` tells gone within 1 h, and nobody there can be reached by then"]);
  });

  test("names whoever can be reached first, within the time or within the week", () => {
    const two = { people: { ...SMALL.people, eve: "client, UTC, mon-fri 11:00-17:00, voice" }, roles: { ...SMALL.roles, legal: "client: law eve" } };
    expect(ask([row("a", "risk.accept", [{ role: "legal", letter: "I" }])], two).inform[0]?.person).toBe("eve");
    expect(ask([], { people: { ...SMALL.people, law: "client, UTC, sun 12:00-17:00, voice" }, informs: { news: "legal, within PT1H" } }).inform[0]?.person).toBe("law");
    expect(ask([], { people: { ...SMALL.people, law: "client, UTC" }, informs: { news: "legal, within PT1H" } }).inform).toEqual([{ role: "legal", roleName: "legal", by: "2026-11-23T11:00Z", because: "news" }]);
  });
});

describe("what something is limited to", () => {
  const world = worldOf({ ...SMALL, events: { ...SMALL.events, flood: "" }, severities: { ...SMALL.severities, s2: "2" } });
  const about = (more: object = {}) => caseOf(world, { event: "fire", severity: "s1", ...more });

  test("is its events, severities, party and scope; an empty list limits nothing", () => {
    for (const of of [{}, { events: [] }, { events: ["flood", "fire"] }, { severities: ["s1"] }, { party: "client" }, { scope: [] }]) expect([of, appliesTo(of, about()), touches(of, about())]).toEqual([of, true, true]);
    for (const of of [{ events: ["flood"] }, { severities: ["s2"] }, { party: "provider" }, { scope: ["dock"] }]) expect([of, appliesTo(of, about()), touches(of, about())]).toEqual([of, false, false]);
    expect(appliesTo({ party: "provider" }, about({ party: "provider" }))).toBe(true);
    expect(touches({ party: "provider" }, about({ party: "provider" }))).toBe(true);
  });

  test("holds for all of a case or for some of it", () => {
    const both = about({ scope: ["dock", "quay"] });
    expect([appliesTo({ scope: ["dock"] }, both), touches({ scope: ["dock"] }, both), appliesInPart({ scope: ["dock"] }, both)]).toEqual([false, true, true]);
    expect([appliesTo({ scope: ["dock", "quay", "pier"] }, both), appliesInPart({ scope: ["dock", "quay", "pier"] }, both)]).toEqual([true, false]);
    expect([touches({ scope: ["pier"] }, both), appliesInPart({ events: ["flood"], scope: ["dock"] }, both)]).toEqual([false, false]);
    // No item named is no item held.
    expect(appliesTo({ scope: ["dock"] }, about({ scope: [] }))).toBe(false);
  });

  test("is the matter of the first client where nobody says whose", () => {
    expect(ownParty({ ...world.document, parties: [{ id: "p", name: "P", kind: "provider" }, { id: "c", name: "C", kind: "client" }] })).toBe("c");
    expect(ownParty({ ...world.document, parties: [{ id: "p", name: "P", kind: "provider" }] })).toBeUndefined();
  });
});

describe("substitutes", () => {
  test("stand in for nobody's calls who is themselves, or not there at all", () => {
    const called = (ana: string, absence = "") => rosterOf(worldOf({ ...SMALL, people: { ...SMALL.people, ana: `client, UTC, voice, ${ana}`, ana2: "client, UTC, voice, same ana" }, absences: { a: `ana from 2026-11-23T00:00Z until 2026-11-24T00:00Z${absence}` } }), { event: "fire", severity: "s1" }, at, at + 60).map(({ called: list }) => list.map(({ person, after }) => `${person}+${after}`).join(" "));
    expect(called("substitute law", ", substitute ben")).toEqual(["ben+0"]);
    expect(called("substitute ben")).toEqual(["ben+0"]);
    expect(called("substitute gone")).toEqual(["ben+0"]);
    expect(called("substitute ana2")).toEqual(["ben+0"]);
    expect(called("", ", substitute ana2")).toEqual(["ben+0"]);
    expect(called("", ", substitute gone")).toEqual(["ben+0"]);
    // Whom the absence names comes before the usual substitute.
    expect(rosterOf(worldOf({ ...SMALL, people: { ...SMALL.people, ana: "client, UTC, voice, substitute ben", eve: "client, UTC, voice" }, paths: { way: "| PT0M lead" }, absences: { a: "ana from 2026-11-23T00:00Z until 2026-11-23T10:30Z, substitute eve", b: "ana from 2026-11-23T10:30Z until 2026-11-23T10:45Z" } }), { event: "fire", severity: "s1" }, at, at + 60)).toEqual([
      { from: "2026-11-23T10:00Z", until: "2026-11-23T10:30Z", called: [{ person: "eve", name: "eve", after: 0 }] },
      { from: "2026-11-23T10:30Z", until: "2026-11-23T10:45Z", called: [{ person: "ben", name: "ben", after: 0 }] },
      { from: "2026-11-23T10:45Z", until: "2026-11-23T11:00Z", called: [{ person: "ana", name: "ana", after: 0 }] },
    ]);
  });
});

describe("turns", () => {
  const turns = (rotation: string, from = "2026-01-01T00:00Z", until = "2027-01-01T00:00Z") => {
    const world = new World(inWords({ ...SMALL, rotations: { watch: `lead, UTC | ${rotation}` } }), minuteOf(from), minuteOf(until));
    return world.duty("lead").flatMap(({ person, spans }) => spans.flatMap((begins, i) => (i % 2 === 0 && begins < minuteOf(until) && (spans[i + 1] ?? 0) > minuteOf(from) ? [`${person} ${new Date(begins * 60_000).toISOString().slice(0, 16)}`] : []))).sort((a, b) => a.slice(-16).localeCompare(b.slice(-16)));
  };

  test("of months begin on the day they began, or on the last one where a month has no such day", () => {
    expect(turns("2026-01-31T09:00 every P1M: ana ben").slice(0, 5)).toEqual(["ana 2026-01-31T09:00", "ben 2026-02-28T09:00", "ana 2026-03-31T09:00", "ben 2026-04-30T09:00", "ana 2026-05-31T09:00"]);
    expect(turns("2024-02-29T00:00 every P1Y: ana ben", "2024-01-01T00:00Z", "2029-01-01T00:00Z")).toEqual(["ana 2024-02-29T00:00", "ben 2025-02-28T00:00", "ana 2026-02-28T00:00", "ben 2027-02-28T00:00", "ana 2028-02-29T00:00"]);
    expect(turns("2026-01-10T00:00 every P1M: ana ben", "2026-06-15T00:00Z", "2026-08-15T00:00Z")).toEqual(["ben 2026-06-10T00:00", "ana 2026-07-10T00:00", "ben 2026-08-10T00:00"]);
  });

  test("end where their layer does, and never begin before it", () => {
    expect(turns("2026-03-02T09:00 every P1W until 2026-03-16T09:00: ana ben")).toEqual(["ana 2026-03-02T09:00", "ben 2026-03-09T09:00"]);
    expect(turns("2026-03-02T09:00 every PT36H until 2026-03-05T09:00: ana ben")).toEqual(["ana 2026-03-02T09:00", "ben 2026-03-03T21:00"]);
  });
});
