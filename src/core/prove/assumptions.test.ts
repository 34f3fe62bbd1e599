import { describe, expect, test } from "vitest";
import { inWords, type InWords } from "../../../test/worlds/in-words.ts";
import { DAY, minuteOf } from "../time/minute.ts";
import { prove } from "./prove.ts";

const WHOLE: InWords = {
  people: { ana: "client, UTC, mon-sun 00:00-24:00, voice", ben: "client, UTC, mon-sun 00:00-24:00, voice" },
  roles: { lead: "client: ana", second: "client: ben" },
  events: { fire: "containment.authorise" },
  severities: { s1: "1, acknowledge PT30M, decide PT1H" },
  rights: { r1: "lead may containment.authorise" },
  paths: { way: "| PT0M lead, acknowledge PT10M | PT10M second, acknowledge PT20M" },
};
const from = minuteOf("2026-11-01T00:00Z");
const WELL = "everybody who is not named as absent is well, awake and answers within the waits of the path";
/** What a verdict rests on besides what every verdict does. */
const rests = (more: Partial<InWords>, days = 30): readonly string[] => {
  const [first, ...others] = prove(inWords({ ...WHOLE, ...more }), { from, until: from + days * DAY, absent: 0 }).assumptions;
  expect(first).toBe(WELL);
  return others;
};

describe("a verdict rests on", () => {
  test("people being well, and nothing else where all is said", () => {
    expect(rests({})).toEqual([]);
  });

  test("people without hours, by name and in order, except who have turns and who are not needed", () => {
    expect(rests({ people: { zoe: "client, voice", ana: "client, voice", ben: "client, voice", cai: "client, voice" }, roles: { lead: "client: zoe ben", second: "client: ana", other: "client: cai" } })).toEqual(["no duty hours are stated for ana, ben and zoe: they count as reachable at any hour"]);
    expect(rests({ people: { ana: "client, voice", ben: "client, UTC, mon-sun 00:00-24:00, voice" }, rotations: { watch: "lead, UTC | 2026-10-01T00:00 every P1D: ana" } })).toEqual([]);
  });

  test("severities that set no time", () => {
    expect(rests({ severities: { s1: "1" }, paths: { ...WHOLE.paths, short: "severities s1, events flood | PT0M lead, acknowledge PT5M" }, events: { ...WHOLE.events, flood: "containment.authorise" } })).toEqual(["s1 has no time to take charge: any step of its path is in time", "s1 has no time to decide: as long as its path takes, 30 min at most"]);
    // Nobody asks how long without an event.
    expect(rests({ severities: { s1: "1, acknowledge PT30M" }, events: {} })).toEqual([]);
  });

  test("steps that say nothing about how long an answer takes", () => {
    expect(rests({ paths: { way: "| PT0M lead, acknowledge PT10M | PT10M second", other: "severities s1 | PT0M lead second, acknowledge PT1M", third: "events fire | PT0M lead | PT1M second, acknowledge PT10M" } })).toEqual(["steps of way and third say nothing about how long an answer may take: it counts as nothing"]);
  });

  test("numbers that grow too old within the time looked at, the last of each person, the first of all", () => {
    const aging = (ana: string, ben: string, days = 30) => rests({ people: { ana: `client, UTC, mon-sun 00:00-24:00, ${ana}`, ben: `client, UTC, mon-sun 00:00-24:00, ${ben}` } }, days);
    const by = (day: string) => [`numbers are verified again before they are too old, the first by ${day}`];
    expect(aging("voice@2025-11-20", "voice@2025-11-12")).toEqual(by("2026-11-12"));
    expect(aging("voice@2025-11-12, sms@2025-11-25", "voice@2025-11-20")).toEqual(by("2026-11-20"));
    expect(aging("voice@2025-11-12, sms@2026-10-25", "voice")).toEqual([]);
    // At the last minute of the time looked at it is no matter any more, nor is what was too old before.
    expect(aging("voice@2025-11-20", "voice", 19)).toEqual([]);
    expect(aging("voice@2025-11-20", "voice", 20)).toEqual(by("2026-11-20"));
    expect(aging("voice@2025-11-01", "voice")).toEqual([]);
    expect(aging("voice@never", "voice")).toEqual([]);
  });

  test("a regulator's clock without a limit, a contract's is no matter", () => {
    const clock = (words: string) => rests({ rights: { ...WHOLE.rights, r2: "lead may notify.regulator" }, clocks: { law: words } });
    expect(clock("regulatory, determiner lead, submitter lead")).toEqual(["law sets no limit in hours: a day is taken"]);
    expect(clock("regulatory, limit PT4H, determiner lead, submitter lead")).toEqual([]);
    expect(clock("contract, determiner lead, submitter lead")).toEqual([]);
  });

  test("events that ask for no decision", () => {
    expect(rests({ events: { ...WHOLE.events, flood: "", storm: "" } })).toEqual(["no decisions are named for flood and storm: none are asked for"]);
  });
});
