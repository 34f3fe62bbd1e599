import { describe, expect, test } from "vitest";
import { inWords, type InWords } from "../../../test/worlds/in-words.ts";
import { DAY, instantOf, minuteOf } from "../time/minute.ts";
import type { Question } from "./question.ts";
import { caseOf } from "./question.ts";
import { freshnessOf, isStale } from "./stale.ts";
import { CallTable } from "./table.ts";
import { sayMinutes } from "./telling.ts";
import { who } from "./who.ts";
import { World } from "./world.ts";

const SMALL: InWords = {
  people: { ana: "client, UTC, voice@2026-11-01", ben: "client, UTC, voice@2026-11-01", cai: "client, UTC, voice@2026-11-01", law: "client, UTC, voice@2026-11-01" },
  roles: { lead: "client: ana", second: "client: ben", legal: "client: law" },
  events: { fire: "containment.authorise" },
  severities: { s1: "1, acknowledge PT30M, decide PT1H" },
  rights: { r1: "lead may containment.authorise" },
  paths: { way: "last cai | PT0M lead, acknowledge PT10M | PT10M second, acknowledge PT10M" },
};
/** A Monday morning. */
const NOW = "2026-11-23T06:00Z";

/** Until when an answer holds; days beyond the week looked at are none. */
function until(company: Partial<InWords>, question: Partial<Omit<Question, "at">> = {}): string | null {
  const at = minuteOf(NOW);
  return who(new World(inWords({ ...SMALL, ...company }), at - DAY, at + 7 * DAY), { event: "fire", severity: "s1", ...question, at }).validUntil;
}
const people = (more: Readonly<Record<string, string>>) => ({ people: { ...SMALL.people, ...more } });

describe("an answer holds until", () => {
  test("nothing changes at all", () => {
    expect(until({})).toBeNull();
  });

  test("somebody on the way of calls comes or goes, is away, or takes calls for who is", () => {
    expect(until(people({ ana: "client, UTC, mon-fri 05:00-14:00, voice@2026-11-01" }))).toBe("2026-11-23T14:00Z");
    expect(until({ absences: { a: "ben from 2026-11-23T09:00Z until 2026-11-23T10:00Z" } })).toBe("2026-11-23T08:50Z");
    const stood = { ...people({ ana: "client, UTC, voice@2026-11-01, substitute cai" }), absences: { a: "ana from 2026-11-22T09:00Z until 2026-11-25T10:00Z", c: "cai from 2026-11-23T12:00Z until 2026-11-23T13:00Z" } };
    expect(until(stood)).toBe("2026-11-23T12:00Z");
    // Whom the absence names, and until when it does.
    expect(until({ absences: { a: "ana from 2026-11-22T09:00Z until 2026-11-24T10:00Z, substitute cai", b: "ana from 2026-11-24T10:00Z until 2026-11-25T10:00Z, substitute law" } })).toBe("2026-11-24T10:00Z");
    expect(until({ absences: { a: "ana from 2026-11-22T09:00Z until 2026-11-25T10:00Z, substitute cai", c: "cai from 2026-11-23T12:00Z until 2026-11-23T13:00Z" } })).toBe("2026-11-23T12:00Z");
    // An absence that ends before it begins is none.
    expect(until({ absences: { a: "ana from 2026-11-25T09:00Z until 2026-11-24T10:00Z, substitute cai" } })).toBeNull();
  });

  test("a number can be used no longer, or is too old to lean on", () => {
    expect(until(people({ ana: "client, UTC, voice@2026-11-01@mon-fri:05:00-09:00, sms@2026-11-01" }))).toBe("2026-11-23T09:00Z");
    expect(until(people({ ana: "client, UTC, voice@2025-11-24" }))).toBe("2026-11-24T00:00Z");
    expect(until(people({ cai: "client, UTC, voice@2025-11-24" }))).toBeNull();
    expect(until({ ...people({ ana: "client, UTC, voice@never" }), rights: {} })).toBeNull();
  });

  test("somebody of the last resort comes or goes, where it has come to that", () => {
    const last = (more: Partial<InWords>, cai = "client, UTC, voice@2026-11-01") => until({ ...people({ ana: "client, UTC", ben: "client, UTC", cai }), rights: { r: "legal may containment.authorise" }, ...more });
    expect(last({})).toBeNull();
    expect(last({ absences: { c: "cai from 2026-11-23T12:00Z until 2026-11-23T13:00Z" } })).toBe("2026-11-23T12:00Z");
    expect(last({}, "client, UTC, voice@2026-11-01@mon-fri:05:00-09:00")).toBe("2026-11-23T09:00Z");
    expect(last({}, "client, UTC, voice@2025-11-24")).toBe("2026-11-24T00:00Z");
    expect(last({ absences: { c: "cai from 2026-11-22T12:00Z until 2026-11-25T13:00Z, substitute law", l: "law from 2026-11-23T12:00Z until 2026-11-23T13:00Z" } })).toBe("2026-11-23T12:00Z");
  });

  test("who may decide changes, or may do so at once no longer", () => {
    expect(until({ rights: { ...SMALL.rights, r2: "legal may containment.authorise, until 2026-11-23" } })).toBe("2026-11-24T00:00Z");
    expect(until({ rights: { ...SMALL.rights, r2: "legal may containment.authorise, from 2026-11-24" } })).toBe("2026-11-23T23:00Z");
    expect(until({ preAuthorisations: { p: "second may containment.authorise, when outside-business-hours, on office" }, calendars: { office: "UTC, mon-fri 09:00-17:00" } })).toBe("2026-11-23T09:00Z");
    expect(until({ preAuthorisations: { p: "legal may containment.authorise, when after-all-tried, tried PT45M" }, ...people({ law: "client, UTC, mon-fri 06:00-09:00, voice@2026-11-01" }) })).toBe("2026-11-23T08:15Z");
    // How many minutes later somebody may is no other answer.
    expect(until({ rights: { r2: "legal may containment.authorise" }, ...people({ law: "client, UTC, mon-fri 06:30-20:00, voice@2026-11-01" }) })).toBe("2026-11-23T06:30Z");
  });

  test("somebody to ask or to tell can be reached no longer", () => {
    const off = people({ law: "client, UTC, mon-fri 05:00-09:00, voice@2026-11-01" });
    expect(until({ ...off, informs: { news: "legal, within PT1H" } })).toBe("2026-11-23T09:00Z");
    const comes = people({ law: "client, UTC, mon-fri 09:00-17:00, voice@2026-11-01" });
    expect(until({ ...comes, informs: { news: "legal, within PT1H" } })).toBe("2026-11-23T08:00Z");
    expect(until({ ...comes, rows: { row: "decides containment.authorise, R second, A lead, C legal, consult PT2H" } })).toBe("2026-11-23T07:00Z");
    expect(until({ ...comes, rows: { row: "decides risk.accept, R second, A lead, C legal, consult PT2H" } })).toBeNull();
  });

  test("the matrix ran out", () => {
    expect(until({ besides: { validUntil: "2026-11-24" } })).toBe("2026-11-25T00:00Z");
  });
});

describe("what changes nothing is passed over", () => {
  test("and somebody who takes the same call under another post is another answer", () => {
    // Ben leaves the second step, and Ana stands in it too.
    const company: Partial<InWords> = { roles: { ...SMALL.roles, both: "client: ana" }, paths: { way: "| PT0M lead | PT10M second both" }, ...people({ ben: "client, UTC, mon-fri 05:00-14:00, voice@2026-11-01" }) };
    expect(until(company)).toBe("2026-11-23T13:50Z");
  });

  test("and a chat that fails with the sign-in counts no hours of its own", () => {
    const company = people({ ana: "client, UTC, voice@2026-11-01, chat@2026-11-01@mon-fri:05:00-09:00" });
    expect(until(company)).toBe("2026-11-23T09:00Z");
    expect(until(company, { failed: ["sso"] })).toBeNull();
  });
});

describe("a table of calls", () => {
  const from = minuteOf(NOW);
  const company: InWords = { ...SMALL, ...people({ ana: "client, UTC, mon-sun 05:00-14:00, voice", ben: "client, UTC, mon-sun 13:00-07:00, voice" }), roles: { ...SMALL.roles, both: "client: ben ana" }, paths: { way: "| PT0M lead | PT10M second | PT25M both" } };
  const table = (end = from + 3 * DAY) => {
    const world = new World(inWords(company), from, end);
    return { world, calls: new CallTable(world, caseOf(world, { event: "fire", severity: "s1" })) };
  };

  test("says at each minute who is called, each human once, and how much later", () => {
    const { world, calls } = table();
    const names = ({ humans, offsets }: ReturnType<CallTable["at"]>) => humans.map((human, i) => `${world.humans.named(human).id}+${offsets[i]}`).join(" ");
    expect([0, 30, 59, 60, 6 * 60 + 45, 6 * 60 + 50, 7 * 60, 8 * 60, 8 * 60 + 1].map((m) => names(calls.at(from + m)))).toEqual([
      "ana+0 ben+10", "ana+0 ben+10", "ana+0", "ana+0", "ana+0", "ana+0 ben+10", "ana+0 ben+10", "ben+0", "ben+0",
    ]);
    expect(() => calls.at(from - 1)).toThrow("this instant lies outside the table");
    expect(() => calls.at(from + 3 * DAY)).toThrow(RangeError);
    expect(() => calls.at(from + 3 * DAY - 1)).not.toThrow();
  });

  test("is a roster: stretches that meet, no two alike beside each other, each true at every minute", () => {
    const { calls } = table();
    const said = ({ humans, offsets }: ReturnType<CallTable["at"]>) => `${humans.join()} ${offsets.join()}`;
    for (const [begins, ends] of [[from, from + 3 * DAY], [from + 61, from + 2 * DAY + 5], [from + 60, from + 61]] as const) {
      const list = [...calls.stretches(begins, ends)];
      expect([list[0]?.from, list.at(-1)?.until]).toEqual([begins, ends]);
      list.forEach((line, i) => {
        if (i > 0) expect([list[i - 1]?.until, said(list[i - 1] as typeof line) === said(line)]).toEqual([line.from, false]);
        for (let at = line.from; at < line.until; at++) if (said(calls.at(at)) !== said(line)) throw new Error(`${instantOf(at)} is not as the roster says`);
      });
    }
    expect([...calls.stretches(from + 5, from + 5)]).toEqual([]);
    expect([...calls.stretches()].length).toBe([...calls.stretches(from, from + 9 * DAY)].length);
  });
});

describe("a way to reach somebody", () => {
  const at = minuteOf("2026-11-23T00:00Z");
  const contact = { id: "c", person: "ana", kind: "voice" as const, value: "1", verifiedAt: "2026-10-01T00:00Z", maximumAge: "P60D" };
  const { verifiedAt: _, ...never } = contact;

  test("is fresh from its verification to its age, to the minute", () => {
    expect(freshnessOf(contact, at)).toBe("fresh");
    expect([freshnessOf(contact, minuteOf("2026-10-01T00:00Z")), freshnessOf(contact, minuteOf("2026-09-30T23:59Z"))]).toEqual(["fresh", "old"]);
    expect([freshnessOf(contact, minuteOf("2026-11-29T23:59Z")), freshnessOf(contact, minuteOf("2026-11-30T00:00Z"))]).toEqual(["fresh", "old"]);
    expect(freshnessOf(never, at)).toBe("never");
  });

  test("is to be confirmed where it is somebody's own and not fresh", () => {
    expect([isStale(contact, at), isStale(contact, at + 60 * DAY), isStale(never, at)]).toEqual([false, true, true]);
    expect(isStale({ ...never, shared: true }, at)).toBe(false);
    const { person: __, ...nobodys } = never;
    expect(isStale(nobodys, at)).toBe(false);
  });
});

test("minutes are said in hours where they make some", () => {
  expect([0, 59, 60, 61, 120, 150, 1_440].map(sayMinutes)).toEqual(["0 min", "59 min", "1 h", "1 h 1 min", "2 h", "2 h 30 min", "24 h"]);
});
