import { describe, expect, test } from "vitest";
import type { MatrixDocument } from "../model/document.ts";
import { prove } from "../prove/prove.ts";
import { ask, called, deciders, gaps } from "../../../test/worlds/asking.ts";
import { inWords, type InWords } from "../../../test/worlds/in-words.ts";

/** Ana leads, Ben stands behind her; a fire asks for one decision, which the lead makes. */
const SMALL: InWords = {
  people: { ana: "client, voice", ben: "client, voice" },
  roles: { lead: "client: ana", second: "client: ben" },
  events: { fire: "containment.authorise" },
  severities: { s1: "1, acknowledge PT30M, decide PT1H" },
  rights: { r1: "lead may containment.authorise" },
  paths: { way: "last ben | PT0M lead, acknowledge PT10M | PT10M second, acknowledge PT10M" },
};

describe("turns and the clocks that change", () => {
  const nights = (zone: string, from: string): InWords => ({
    ...SMALL,
    roles: { lead: "client: ana ben" },
    rotations: { rota: `lead, ${zone} | ${from} every P1D: ana ben` },
    paths: { way: "last ben | PT0M lead" },
  });

  test("spring-forward shift start: a turn that begins at 02:30, which does not exist, begins at the first instant after the gap", () => {
    const company = nights("Europe/Berlin", "2026-03-27T02:30");
    // Ana has the turns of the 27th and the 29th. On the 29th 02:00 is 03:00: her turn begins at 01:00Z, not at 01:30Z.
    expect(called(ask(company, "2026-03-29T00:59Z"))).toBe("ben");
    expect(called(ask(company, "2026-03-29T01:00Z"))).toBe("ana");
    expect(called(ask(company, "2026-03-30T00:29Z"))).toBe("ana");
    expect(called(ask(company, "2026-03-30T00:30Z"))).toBe("ben");
  });

  test("fall-back hand-over: at 02:30, which there is twice, somebody is on duty all the time", () => {
    const company = nights("Europe/Berlin", "2026-10-24T02:30");
    expect(called(ask(company, "2026-10-24T23:59Z"))).toBe("ana");
    // 02:30 is 00:30Z for the first time, and a hand-over is one instant.
    expect(called(ask(company, "2026-10-25T00:29Z"))).toBe("ana");
    expect(called(ask(company, "2026-10-25T00:30Z"))).toBe("ben");
    expect(called(ask(company, "2026-10-25T01:30Z"))).toBe("ben");
    expect(called(ask(company, "2026-10-26T01:29Z"))).toBe("ben");
    expect(called(ask(company, "2026-10-26T01:30Z"))).toBe("ana");
  });

  test("fall-back duty hours: hours that end at 02:30, which there is twice, end at the second", () => {
    const company: InWords = { ...SMALL, people: { ana: "client, Europe/Berlin, sat-sun 22:00-02:30, voice", ben: "client, voice" } };
    expect(called(ask(company, "2026-10-25T00:30Z"))).toBe("ana");
    expect(called(ask(company, "2026-10-25T01:29Z"))).toBe("ana");
    expect(called(ask(company, "2026-10-25T01:30Z"))).toBe("ben");
  });

  test("a zone with 30-minute DST: on Lord Howe 02:00 is 02:30 in October, and there is 01:30 to 02:00 twice in April", () => {
    const spring: InWords = { ...SMALL, people: { ana: "client, Australia/Lord_Howe, sun 02:15-06:00, voice", ben: "client, voice" } };
    // 02:15 does not exist on 4 October; the clocks jump at 15:30Z of the day before.
    expect(called(ask(spring, "2026-10-03T15:29Z"))).toBe("ben");
    expect(called(ask(spring, "2026-10-03T15:30Z"))).toBe("ana");
    // 06:00 at +11:00.
    expect(called(ask(spring, "2026-10-03T18:59Z"))).toBe("ana");
    expect(called(ask(spring, "2026-10-03T19:00Z"))).toBe("ben");
    const autumn: InWords = { ...SMALL, people: { ana: "client, Australia/Lord_Howe, sun 01:45-01:50, voice", ben: "client, voice" } };
    // From the first 01:45 (+11:00, 14:45Z) to the second 01:50 (+10:30, 15:20Z).
    expect(called(ask(autumn, "2026-04-04T14:44Z"))).toBe("ben");
    expect(called(ask(autumn, "2026-04-04T14:45Z"))).toBe("ana");
    expect(called(ask(autumn, "2026-04-04T15:19Z"))).toBe("ana");
    expect(called(ask(autumn, "2026-04-04T15:20Z"))).toBe("ben");
  });

  test("the two weeks in which two zones' DST differ: a follow-the-sun hand-over overlaps in one and leaves a gap in the other", () => {
    const sun: InWords = {
      ...SMALL,
      people: { ana: "client, Europe/Berlin, mon-fri 08:00-17:00, voice", ben: "client, America/New_York, mon-fri 11:00-20:00, voice" },
      roles: { lead: "client: ana ben" },
      paths: { way: "last ben | PT0M lead" },
    };
    // In winter and in summer 17:00 in Berlin is 11:00 in New York.
    expect(called(ask(sun, "2026-03-04T15:59Z"))).toBe("ana");
    expect(called(ask(sun, "2026-03-04T16:00Z"))).toBe("ben");
    // From 8 to 29 March New York is an hour early: both are there from 15:00Z to 16:00Z.
    const both = ask(sun, "2026-03-11T15:00Z");
    expect([called(both), both.backup?.person]).toEqual(["ana", "ben"]);
    expect(ask(sun, "2026-03-11T14:59Z").backup?.person).not.toBe("ana");
    // In the last week of October it is an hour late: nobody from 16:00Z to ... no: 17:00 in Berlin is 16:00Z, 11:00 in New York is 15:00Z.
    expect([called(ask(sun, "2026-10-28T14:59Z")), called(ask(sun, "2026-10-28T15:00Z")), called(ask(sun, "2026-10-28T16:00Z"))]).toEqual(["ana", "ana", "ben"]);
  });

  test("absence across a hand-over: it takes the end of one turn and the beginning of nobody else's", () => {
    const company: InWords = {
      ...nights("Europe/Berlin", "2026-10-20T08:00"),
      absences: { ill: "ana from 2026-10-21T04:00Z until 2026-10-21T10:00Z" },
    };
    expect(called(ask(company, "2026-10-21T03:59Z"))).toBe("ana");
    expect(gaps(ask(company, "2026-10-21T04:00Z"))).toContain("nobody-reachable");
    expect(gaps(ask(company, "2026-10-21T05:59Z"))).toContain("nobody-reachable");
    // The hand-over to Ben is at 06:00Z, in the middle of her absence.
    expect(called(ask(company, "2026-10-21T06:00Z"))).toBe("ben");
  });

  test("absence ending exactly at shift start: she is there from that very instant", () => {
    const company: InWords = { ...nights("Europe/Berlin", "2026-10-20T08:00"), absences: { ill: "ana from 2026-10-19T04:00Z until 2026-10-20T06:00Z" } };
    expect(called(ask(company, "2026-10-20T05:59Z"))).toBe("nobody");
    expect(called(ask(company, "2026-10-20T06:00Z"))).toBe("ana");
    expect(gaps(ask(company, "2026-10-20T06:00Z"))).not.toContain("nobody-reachable");
  });

  test("of two swaps of one turn the later stands, and a swap can be swapped", () => {
    const company: InWords = { ...nights("UTC", "2026-10-20T08:00"), people: { ana: "client, voice", ben: "client, voice", eve: "client, voice" } };
    const day = "from 2026-10-20T08:00Z until 2026-10-21T08:00Z";
    const on = (swaps: Record<string, string>): string => called(ask({ ...company, swaps }, "2026-10-20T10:00Z"));
    expect(on({ s1: `rota: ben for ana ${day}` })).toBe("ben");
    expect(on({ s1: `rota: ben for ana ${day}`, s2: `rota: eve for ana ${day}` })).toBe("eve");
    expect(on({ s1: `rota: ben for ana ${day}`, s2: `rota: eve for ben ${day}` })).toBe("eve");
    expect(on({ s1: `rota: ben for ana ${day}`, s2: `rota: ana for ben ${day}` })).toBe("ana");
  });

  test("colliding rotations of 5 and 4 people: five take the days, four the nights, each turn has its own one", () => {
    const company: InWords = {
      ...SMALL,
      people: Object.fromEntries(["a1", "a2", "a3", "a4", "a5", "b1", "b2", "b3", "b4"].map((id) => [id, "client, voice"])),
      roles: { lead: "client: a1 a2 a3 a4 a5 b1 b2 b3 b4" },
      rotations: { rota: "lead, UTC | 2026-10-01T00:00 every P1D: a1 a2 a3 a4 a5 | 2026-10-01T00:00 every P1D: b1 b2 b3 b4, mon-sun 20:00-08:00" },
      paths: { way: "last a1 | PT0M lead" },
    };
    // Twenty days on both begin again: day 0 and day 20 are alike, and no day before.
    expect(["01", "02", "05", "06", "21"].map((day) => called(ask(company, `2026-10-${day}T12:00Z`)))).toEqual(["a1", "a2", "a5", "a1", "a1"]);
    expect(["01", "02", "05", "06", "21"].map((day) => called(ask(company, `2026-10-${day}T20:00Z`)))).toEqual(["b1", "b2", "b1", "b2", "b1"]);
    expect([called(ask(company, "2026-10-01T07:59Z")), called(ask(company, "2026-10-01T08:00Z"))]).toEqual(["b1", "a1"]);
  });
});

describe("who is a human, and what reaches one", () => {
  test("one human under two roles is no backup of herself", () => {
    const answer = ask({ ...SMALL, roles: { lead: "client: ana", second: "client: ana" } }, "2026-10-20T10:00Z");
    expect(called(answer)).toBe("ana");
    expect(answer.backup?.person).not.toBe("ana");
    expect(gaps(answer)).toContain("no-backup");
  });

  test("two accounts of one human are no backup of each other, and one voice of two", () => {
    const company: InWords = { ...SMALL, people: { ana: "client, voice", ben: "client, voice, same ana" }, roles: { lead: "client: ana ben", second: "client: ben" }, rights: { r1: "lead may containment.authorise, 2 of" }, paths: { way: "| PT0M lead second" } };
    const answer = ask(company, "2026-10-20T10:00Z");
    expect(answer.backup).toBeNull();
    expect(gaps(answer)).toContain("no-backup");
    expect(gaps(answer)).toContain("quorum-short");
    expect(gaps(ask({ ...company, people: { ana: "client, voice", ben: "client, voice" } }, "2026-10-20T10:00Z"))).toEqual([]);
  });

  test("a person on both parties is one human: neither a backup nor the second party's voice", () => {
    const company: InWords = {
      ...SMALL,
      people: { ana: "client, voice", ana2: "provider, voice, same ana", eve: "provider, voice" },
      roles: { lead: "client: ana", second: "provider: ana2", third: "provider: eve" },
      rights: { r1: "lead may containment.authorise, one-per-party", r2: "second may containment.authorise, one-per-party" },
      paths: { way: "| PT0M lead | PT10M second" },
    };
    const answer = ask(company, "2026-10-20T10:00Z");
    expect(gaps(answer)).toContain("no-backup");
    expect(gaps(answer)).toContain("quorum-short");
    expect(gaps(ask({ ...company, roles: { lead: "client: ana", second: "provider: ana2 eve" } }, "2026-10-20T10:00Z"))).toEqual([]);
  });

  test("one human under two names: off turn under one is off duty under both, and each number rings in its own zone", () => {
    const turns: InWords = { ...SMALL, people: { ana: "client, voice", ana2: "client, voice, same ana", ben: "client, voice" }, roles: { lead: "client: ana2 ben" }, rotations: { rota: "lead, UTC | 2026-10-20T08:00 every P1D: ana ben" }, paths: { way: "| PT0M lead" } };
    expect(called(ask(turns, "2026-10-21T10:00Z"))).toBe("ben");
    expect(ask(turns, "2026-10-21T10:00Z").backup).toBeNull();
    const zones: InWords = { ...SMALL, people: { ana: "client, Europe/Berlin", ana2: "client, America/New_York, same ana, voice@mon-fri:09:00-17:00", ben: "client, voice" } };
    expect([called(ask(zones, "2026-10-20T12:59Z")), called(ask(zones, "2026-10-20T13:00Z"))]).toEqual(["ben", "ana"]);
  });

  test("shared inbox alone reaches nobody, and is never returned as a person", () => {
    const company: InWords = { ...SMALL, people: { ana: "client, email@shared", ben: "client, voice" }, severities: { s2: "2, acknowledge PT30M" } };
    const answer = ask(company, "2026-10-20T10:00Z");
    expect(called(answer)).toBe("ben");
    expect(gaps(answer)).toContain("no-backup");
    expect(gaps(ask({ ...company, people: { ana: "client, email@shared", ben: "client, chat@shared" } }, "2026-10-20T10:00Z"))).toContain("nobody-reachable");
  });

  test("e-mail-only contact for S1 reaches nobody; for S2 it does", () => {
    const company: InWords = { ...SMALL, people: { ana: "client, email", ben: "client, voice" }, severities: { s1: "1, acknowledge PT30M, decide PT1H", s2: "2, acknowledge PT30M, decide PT1H" } };
    const critical = ask(company, "2026-10-20T10:00Z");
    expect([called(critical), deciders(critical)]).toEqual(["ben", []]);
    expect(gaps(critical)).toContain("decider-unreachable");
    const high = ask(company, "2026-10-20T10:00Z", { severity: "s2" });
    expect([called(high), deciders(high)]).toEqual(["ana", ["ana 10:00"]]);
  });

  test("e-mail compromise: mail without a group belongs to corporate mail, mail of another group goes on", () => {
    const company: InWords = { ...SMALL, people: { ana: "client, email", ben: "client, email@group:lawyers-mail" }, events: { fire: "containment.authorise, compromises corporate-mail" }, severities: { s2: "2, acknowledge PT30M, decide PT1H" } };
    expect(called(ask(company, "2026-10-20T10:00Z"))).toBe("ben");
    expect(called(ask({ ...company, events: { fire: "containment.authorise" } }, "2026-10-20T10:00Z"))).toBe("ana");
    // The same where the event compromises nothing, but the mail system is known to have failed.
    expect(called(ask({ ...company, events: { fire: "containment.authorise" } }, "2026-10-20T10:00Z", { failed: ["corporate-mail"] }))).toBe("ben");
  });

  test("a number verified 400 days ago is still called, and named as a gap", () => {
    const company: InWords = { ...SMALL, people: { ana: "client, voice@2025-09-15", ben: "client, voice" } };
    const answer = ask(company, "2026-10-20T10:00Z");
    expect(called(answer)).toBe("ana");
    expect(answer.contact?.methods).toMatchObject([{ kind: "voice", verified: false }]);
    expect(gaps(answer)).toEqual(["unverified-contact"]);
    // On the day it was 364 days old it was good.
    expect(gaps(ask(company, "2026-09-14T10:00Z"))).toEqual([]);
    // A verified method goes before it, whatever its place in the list.
    expect(ask({ ...SMALL, people: { ana: "client, voice@2025-09-15, sms", ben: "client, voice" } }, "2026-10-20T10:00Z").contact?.methods.map(({ kind }) => kind)).toEqual(["sms", "voice"]);
  });
});

describe("the way of calls", () => {
  test("path references itself: the way ends there, and the circle is a gap", () => {
    const answer = ask({ ...SMALL, paths: { way: "last ben, then way | PT0M lead" } }, "2026-10-20T10:00Z");
    expect(called(answer)).toBe("ana");
    expect(gaps(answer)).toContain("path-circle");
    const round = ask({ ...SMALL, paths: { way: "events fire, last ben, then other | PT0M lead", other: "then way | PT0M second" } }, "2026-10-20T10:00Z");
    expect([called(round), round.backup?.person, gaps(round)]).toEqual(["ana", "ben", ["path-circle"]]);
  });

  test("empty step: the next one begins at once", () => {
    const company: InWords = { ...SMALL, roles: { lead: "client:", second: "client: ben" }, rights: { r1: "second may containment.authorise" } };
    const answer = ask(company, "2026-10-20T10:00Z");
    expect([called(answer), answer.contact?.from]).toEqual(["ben", "2026-10-20T10:00Z"]);
    expect(gaps(answer)).toEqual(["no-backup"]);
    // An absent person costs as little as an empty post.
    const absent = ask({ ...SMALL, absences: { ill: "ana from 2026-10-20T09:00Z until 2026-10-21T09:00Z" } }, "2026-10-20T10:00Z");
    expect([called(absent), absent.contact?.from]).toEqual(["ben", "2026-10-20T10:00Z"]);
  });

  test("silent is not absent: the second step begins only when the first has had its time", () => {
    const answer = ask({ ...SMALL, paths: { way: "last ben | PT0M lead, wait PT5M, acknowledge PT5M | PT10M second, acknowledge PT10M" } }, "2026-10-20T10:00Z");
    expect([answer.backup?.person, answer.backup?.from]).toEqual(["ben", "2026-10-20T10:10Z"]);
  });

  test("a step that ends after the limit is late: beginning, one wait for each channel, and the time to acknowledge", () => {
    const step = (more: string): InWords => ({ ...SMALL, paths: { way: `last ben | PT0M lead, ${more}` } });
    // 2 x 10 + 10 = 30 minutes are in time, 2 x 10 + 11 are not.
    expect(gaps(ask(step("by voice sms, wait PT10M, acknowledge PT10M"), "2026-10-20T10:00Z"))).toEqual(["no-backup"]);
    expect(gaps(ask(step("by voice sms, wait PT10M, acknowledge PT11M"), "2026-10-20T10:00Z"))).toContain("contact-late");
  });

  test("a substitute takes the calls of somebody absent, never their authority", () => {
    const company: InWords = { ...SMALL, people: { ana: "client, voice, substitute eve", ben: "client, voice", eve: "client, voice, substitute ben" }, absences: { ill: "ana from 2026-10-20T09:00Z until 2026-10-21T09:00Z" } };
    const answer = ask(company, "2026-10-20T10:00Z");
    expect([called(answer), deciders(answer)]).toEqual(["eve for ana", []]);
    expect(gaps(answer)).toContain("decider-unreachable");
    // A substitute's substitute is not called, and the one the absence names goes before the usual one.
    expect(called(ask(company, "2026-10-20T10:00Z", { missing: ["eve"] }))).toBe("ben");
    expect(called(ask({ ...company, absences: { ill: "ana from 2026-10-20T09:00Z until 2026-10-21T09:00Z, substitute ben" } }, "2026-10-20T10:00Z"))).toBe("ben for ana");
  });

  test("nobody at all: the last resort is named, and the gap", () => {
    const answer = ask(SMALL, "2026-10-20T10:00Z", { missing: ["ana", "ben"] });
    expect(gaps(answer)).toContain("nobody-reachable");
    expect(answer.because.length).toBeGreaterThan(0);
  });
});

describe("until when an answer holds", () => {
  test("it changes when somebody is called instead of another, though the voice is the same", () => {
    const company: InWords = { ...SMALL, rights: {}, people: { ana: "client, voice, substitute ben", ben: "client, voice" }, roles: { lead: "client: ana ben" }, rotations: { rota: "lead, UTC | 2026-10-20T08:00 every P1D: ana ben" }, paths: { way: "| PT0M lead" }, absences: { ill: "ana from 2026-10-20T00:00Z until 2026-10-25T00:00Z" } };
    const answer = ask(company, "2026-10-20T10:00Z");
    expect([called(answer), answer.validUntil]).toEqual(["ben for ana", "2026-10-21T08:00Z"]);
  });

  test("it changes when the last resort leaves", () => {
    const answer = ask({ ...SMALL, roles: { lead: "client:", second: "client:" }, absences: { away: "ben from 2026-10-21T12:00Z until 2026-10-25T00:00Z" } }, "2026-10-20T10:00Z");
    expect([answer.contact?.person, answer.validUntil]).toEqual(["ben", "2026-10-21T12:00Z"]);
  });
});

describe("who may decide", () => {
  const beforehand: InWords = {
    ...SMALL,
    people: { ana: "client, voice", ben: "client, voice", eve: "provider, voice" },
    roles: { lead: "client: ana", second: "client: ben", analyst: "provider: eve" },
    absences: { ill: "ana from 2026-10-20T00:00Z until 2026-10-22T00:00Z" },
  };

  test("all approvers absent without pre-authorisation: nobody decides, and that is a gap", () => {
    expect([deciders(ask(beforehand, "2026-10-20T10:00Z")), gaps(ask(beforehand, "2026-10-20T10:00Z"))]).toEqual([[], ["no-backup", "decider-unreachable"]]);
  });

  test("all approvers absent with pre-authorisation after all were tried 15 min: allowed at t+15, not at t+14", () => {
    const company: InWords = { ...beforehand, preAuthorisations: { p1: "analyst may containment.authorise, when after-all-tried, tried PT15M" } };
    expect(deciders(ask(company, "2026-10-20T10:00Z"))).toEqual(["eve 10:15 beforehand"]);
    // Fifteen minutes where nothing is said.
    expect(deciders(ask({ ...beforehand, preAuthorisations: { p1: "analyst may containment.authorise, when after-all-tried" } }, "2026-10-20T10:00Z"))).toEqual(["eve 10:15 beforehand"]);
    // A limit of fourteen minutes is over before, one of fifteen is not.
    const within = (minutes: number): InWords => ({ ...company, severities: { s1: `1, acknowledge PT30M, decide PT${minutes}M` } });
    expect(deciders(ask(within(14), "2026-10-20T10:00Z"))).toEqual([]);
    expect(deciders(ask(within(15), "2026-10-20T10:00Z"))).toEqual(["eve 10:15 beforehand"]);
  });

  test("pre-authorised outside business hours with alert 17:59 and action 18:01: judged at the action, from 18:00 on", () => {
    const company: InWords = {
      ...beforehand,
      calendars: { office: "Europe/Berlin, mon-fri 08:00-18:00" },
      preAuthorisations: { p1: "analyst may containment.authorise, when outside-business-hours, on office" },
    };
    expect(deciders(ask(company, "2026-10-20T15:59Z"))).toEqual(["eve 16:00 beforehand"]);
    expect(deciders(ask(company, "2026-10-20T16:01Z"))).toEqual(["eve 16:01 beforehand"]);
    // In the middle of the day it does not hold within the hour.
    expect(deciders(ask(company, "2026-10-20T10:00Z"))).toEqual([]);
  });

  test("a holiday in one party's calendar only: a pre-authorisation follows the calendar of its authority holder's party", () => {
    const company: InWords = {
      ...beforehand,
      calendars: { here: "Europe/Berlin, mon-fri 08:00-18:00, except 2026-10-20", there: "Europe/Berlin, mon-fri 08:00-18:00" },
      partyCalendars: { client: "here", provider: "there" },
      preAuthorisations: { p1: "analyst may containment.authorise, when outside-business-hours, holder lead" },
    };
    expect(deciders(ask(company, "2026-10-20T10:00Z"))).toEqual(["eve 10:00 beforehand"]);
    expect(deciders(ask({ ...company, preAuthorisations: { p1: "analyst may containment.authorise, when outside-business-hours, holder analyst" } }, "2026-10-20T10:00Z"))).toEqual([]);
  });

  test("calendar deleted: a right on it opens nothing, and that is said", () => {
    const company: InWords = { ...SMALL, calendars: { office: "Europe/Berlin, mon-fri 08:00-18:00" }, rights: { r1: "lead may containment.authorise, on office" } };
    expect(deciders(ask(company, "2026-10-20T10:00Z"))).toEqual(["ana 10:00"]);
    const { calendars: _, ...without } = company;
    const answer = ask(without, "2026-10-20T10:00Z");
    expect(deciders(answer)).toEqual([]);
    expect(gaps(answer)).toContain("calendar-unusable");
  });

  test("a calendar that says nothing never means always: a pre-authorisation outside its hours does not hold either", () => {
    const company: InWords = { ...beforehand, calendars: { office: "" }, preAuthorisations: { p1: "analyst may containment.authorise, when outside-business-hours, on office" } };
    const answer = ask(company, "2026-10-20T10:00Z");
    expect(deciders(answer)).toEqual([]);
    expect(gaps(answer)).toContain("calendar-unusable");
  });

  test("approver = performer, and he is the only one: nobody else may approve", () => {
    const company: InWords = { ...SMALL, events: { fire: "change.emergency.authorise" }, rights: { r1: "lead may change.emergency.authorise" } };
    expect(deciders(ask(company, "2026-10-20T10:00Z"))).toEqual(["ana 10:00"]);
    const answer = ask(company, "2026-10-20T10:00Z", { performer: "ana" });
    expect(deciders(answer)).toEqual([]);
    expect(gaps(answer).some((code) => code === "nobody-may-decide" || code === "decider-unreachable" || code === "quorum-short")).toBe(true);
    expect(deciders(ask(company, "2026-10-20T10:00Z", { requester: "ana" }))).toEqual([]);
  });

  test("delegation expired a minute before: it lends nothing any more", () => {
    const company: InWords = { ...SMALL, rights: { r1: "lead may containment.authorise, delegable" }, absences: { ill: "ana from 2026-10-20T00:00Z until 2026-10-22T00:00Z" }, delegations: { d: "ana to ben from 2026-10-20T00:00Z until 2026-10-20T09:59Z, containment.authorise" } };
    expect(deciders(ask(company, "2026-10-20T09:58Z"))).toEqual(["ben for ana 09:58"]);
    expect(deciders(ask(company, "2026-10-20T09:59Z"))).toEqual([]);
    expect(deciders(ask(company, "2026-10-20T10:00Z"))).toEqual([]);
  });

  test("delegation between two approvals: of two needed voices the second is gone when it has expired", () => {
    const company: InWords = {
      ...SMALL,
      people: { ana: "client, voice", ben: "client, voice", eve: "client, voice" },
      roles: { lead: "client: ana", second: "client: ben" , third: "client: eve" },
      rights: { r1: "lead may containment.authorise, 2 of, delegable", r2: "second may containment.authorise, 2 of" },
      absences: { ill: "ana from 2026-10-20T00:00Z until 2026-10-22T00:00Z" },
      delegations: { d: "ana to eve from 2026-10-20T00:00Z until 2026-10-20T09:59Z, containment.authorise" },
      paths: { way: "last ben | PT0M second third, acknowledge PT10M" },
    };
    expect(gaps(ask(company, "2026-10-20T09:58Z"))).toEqual([]);
    expect(gaps(ask(company, "2026-10-20T09:59Z"))).toContain("quorum-short");
  });

  test("cyclic and chained delegation: what is lent is never lent on", () => {
    const company: InWords = {
      ...SMALL,
      people: { ana: "client, voice", ben: "client, voice", eve: "client, voice" },
      roles: { lead: "client: ana", second: "client: ben", third: "client: eve" },
      rights: { r1: "lead may containment.authorise, delegable" },
      delegations: { d1: "ana to ben from 2026-10-20T00:00Z until 2026-10-22T00:00Z, containment.authorise", d2: "ben to eve from 2026-10-20T00:00Z until 2026-10-22T00:00Z, containment.authorise", d3: "ben to ana from 2026-10-20T00:00Z until 2026-10-22T00:00Z, containment.authorise" },
    };
    expect(deciders(ask(company, "2026-10-20T10:00Z"))).toEqual(["ana 10:00", "ben for ana 10:00"]);
  });

  test("delegator loses the post: what they lent is gone with it", () => {
    const company: InWords = { ...SMALL, people: { ana: "client, voice", ben: "client, voice", eve: "client, voice" }, rights: { r1: "lead may containment.authorise, delegable" }, delegations: { d: "ana to ben from 2026-10-20T00:00Z until 2026-10-22T00:00Z, containment.authorise" }, holderChanges: { h: "lead: eve at 2026-10-20T12:00Z" } };
    expect(deciders(ask(company, "2026-10-20T11:59Z", { missing: [] }))).toContain("ben for ana 11:59");
    expect(deciders(ask(company, "2026-10-20T12:00Z"))).toEqual(["eve 12:00"]);
    // Where holders are signed, the party's change counts for nothing.
    const signed = inWords({ ...company, besides: { holders: "signed" } });
    expect(deciders(ask(signed, "2026-10-20T12:00Z"))).toEqual(["ana 12:00", "ben for ana 12:00"]);
  });

  test("delegator and delegate both sign: together they are one voice of two", () => {
    const company: InWords = { ...SMALL, rights: { r1: "lead may containment.authorise, 2 of, delegable" }, delegations: { d: "ana to ben from 2026-10-20T00:00Z until 2026-10-22T00:00Z, containment.authorise" } };
    const answer = ask(company, "2026-10-20T10:00Z");
    expect(gaps(answer)).toContain("quorum-short");
    expect(answer.gaps[0]?.says).toContain("needs 2 people together, and 1 can be reached; ben and ana are one voice");
    expect(answer.decide["containment.authorise"]?.map(({ insteadOfName }) => insteadOfName)).toEqual([undefined, "ana"]);
    // A delegate with a right of their own brings the second voice.
    expect(gaps(ask({ ...company, rights: { r1: "lead may containment.authorise, 2 of, delegable", r2: "second may containment.authorise, 2 of" } }, "2026-10-20T10:00Z"))).toEqual([]);
  });

  test("several together are as many as the most demanding of the rights says, whoever's right it is", () => {
    const company: InWords = { ...SMALL, rights: { r1: "lead may containment.authorise, 2 of", r2: "second may containment.authorise, 3 of" } };
    const answer = ask(company, "2026-10-20T10:00Z");
    expect(answer.decide["containment.authorise"]?.map(({ needed }) => needed)).toEqual([3, 3]);
    expect(answer.gaps.map(({ says }) => says)).toEqual(["`containment.authorise` needs 3 people together, and 2 can be reached"]);
  });

  test("one for each party: whoever borrows the authority that spoke for one does not speak for the other", () => {
    const company: InWords = { ...SMALL, roles: { lead: "client: ana", second: "provider: ana", third: "client: ben" }, rights: { r1: "lead may containment.authorise, one-per-party, delegable", r2: "second may containment.authorise, one-per-party, delegable" }, delegations: { d: "ana to ben from 2026-10-20T00:00Z until 2026-10-22T00:00Z, containment.authorise" } };
    expect(gaps(ask(company, "2026-10-20T10:00Z"))).toContain("quorum-short");
    expect(gaps(ask({ ...company, roles: { lead: "client: ana", second: "provider: ben" } }, "2026-10-20T10:00Z"))).not.toContain("quorum-short");
  });

  test("deny beats permit, and passes to whoever it was lent to", () => {
    const company: InWords = { ...SMALL, rights: { r1: "lead may containment.authorise, delegable", no: "only ana may containment.authorise, deny" }, delegations: { d: "ana to ben from 2026-10-20T00:00Z until 2026-10-22T00:00Z, containment.authorise" } };
    expect(deciders(ask(company, "2026-10-20T10:00Z"))).toEqual([]);
    expect(gaps(ask(company, "2026-10-20T10:00Z"))).toContain("nobody-may-decide");
  });

  test("a right limited to scope items holds only for a case wholly within them, a refusal for one that touches them", () => {
    const scope = { scope: ["erp", "shop"].map((id) => ({ id, name: id, kind: "server" })) };
    const permit: InWords = { ...SMALL, rights: { r1: "lead may containment.authorise, scope erp" }, besides: scope };
    expect(deciders(ask(permit, "2026-10-20T10:00Z", { scope: ["erp"] }))).toEqual(["ana 10:00"]);
    expect(deciders(ask(permit, "2026-10-20T10:00Z", { scope: ["erp", "shop"] }))).toEqual([]);
    const deny: InWords = { ...SMALL, rights: { r1: "lead may containment.authorise", no: "lead may containment.authorise, deny, scope erp" }, besides: scope };
    expect(deciders(ask(deny, "2026-10-20T10:00Z", { scope: ["erp", "shop"] }))).toEqual([]);
    expect(deciders(ask(deny, "2026-10-20T10:00Z", { scope: ["shop"] }))).toEqual(["ana 10:00"]);
  });

  test("warranty or paid with no decider: the case says that nobody may confirm it", () => {
    const answer = ask({ ...SMALL, events: { broken: "warranty.confirm" }, rights: {} }, "2026-10-20T10:00Z");
    expect(answer.gaps.filter(({ code }) => code === "nobody-may-decide").map(({ verb }) => verb)).toEqual(["warranty.confirm"]);
  });

  test("provider determines but the client must notify: each clock names both, and who may notify is asked apart", () => {
    const company: InWords = {
      ...SMALL,
      people: { ana: "client, voice", ben: "client, voice", eve: "provider, voice" },
      roles: { lead: "client: ana", second: "client: ben", analyst: "provider: eve" },
      events: { fire: "containment.authorise, notify.regulator" },
      rights: { r1: "lead may containment.authorise", r2: "lead may notify.regulator" },
      clocks: { dfs: "regulatory, anchor determination, limit PT72H, determiner analyst, submitter lead" },
    };
    const answer = ask(company, "2026-10-23T10:00Z");
    expect(answer.clocks).toMatchObject([{ clock: "dfs", due: "2026-10-26T10:00Z", assumed: true, determiner: "analyst", submitter: "lead" }]);
    expect(answer.decide["notify.regulator"]?.map(({ person }) => person)).toEqual(["ana"]);
    expect(ask({ ...company, clocks: { dfs: "regulatory, anchor determination, limit PT72H, submitter lead" } }, "2026-10-23T10:00Z").gaps.map(({ code }) => code)).toEqual(["clock-without-determiner"]);
    expect(ask(company, "2026-10-23T10:00Z", { anchors: { dfs: { started: "2026-10-22T08:00Z" } } }).clocks).toMatchObject([{ due: "2026-10-25T08:00Z", assumed: false }]);
  });
});

describe("what a matrix names and does not have", () => {
  const broken = (change: (document: MatrixDocument) => MatrixDocument) => {
    const answer = ask(change(inWords({ ...SMALL, rotations: { rota: "lead, UTC | 2026-10-20T08:00 every P1D: ana ben" } })), "2026-10-20T10:00Z");
    return answer.gaps.filter(({ code }) => code === "broken-reference" || code === "unknown-zone").map(({ at, says }) => `${at?.kind} ${at?.id}: ${says}`);
  };
  const turned = (change: object) => (document: MatrixDocument): MatrixDocument => ({ ...document, rotations: (document.rotations ?? []).map((one) => ({ ...one, ...change })) });

  test("is said in the answer, where it stands", () => {
    expect(broken((document) => document)).toEqual([]);
    expect(broken(turned({ timeZone: "America/NewYork" }))).toEqual(["rotation rota: nobody is on duty in `rota`: there is no time zone `America/NewYork`"]);
    expect(broken(turned({ layers: [{ people: ["ana", "bne"], from: "2026-10-20T08:00", turn: "P1D" }] }))).toEqual(["rotation rota: `rota` puts `bne` on duty, whom the matrix does not have"]);
    expect(broken(turned({ layers: [{ people: ["ana"], from: "2026-10-20T08:00", turn: "PT0H" }] }))).toEqual(["rotation rota: nobody is on duty in a layer of `rota`: its turns take no time"]);
    expect(broken((document) => ({ ...document, decisionRights: [{ id: "r1", verb: "containment.authorise", role: "laed" }, { id: "r2", verb: "containment.authorise", person: "anna" }, { id: "r3", verb: "launch.approve", role: "nobody" }] }))).toEqual([
      "decision-right r1: a right to `containment.authorise` names the role `laed`, which the matrix does not have", "decision-right r2: a right to `containment.authorise` names the person `anna`, whom the matrix does not have",
    ]);
    expect(broken((document) => ({ ...document, escalationPaths: (document.escalationPaths ?? []).map((path) => ({ ...path, steps: [...path.steps, ...path.steps, { after: "PT0M", roles: ["thrid"] }] })) }))).toEqual(["path way: `way` names the role `thrid`, which the matrix does not have"]);
    expect(broken((document) => ({ ...document, informLists: [{ id: "l", name: "News", roles: ["press"] }] }))).toEqual(["inform-list l: `News` names the role `press`, which the matrix does not have"]);
  });

  test("stands in the proof once, however many cases it touches", () => {
    const document = turned({ timeZone: "America/NewYork" })(inWords({ ...SMALL, severities: { s1: "1", s2: "2" }, rotations: { rota: "lead, UTC | 2026-10-20T08:00 every P1D: ana ben" } }));
    const found = prove(document, { from: 0, until: 1_440, absent: 0 }).counterexamples.filter(({ property }) => property === "P8");
    expect(found.map(({ says }) => says)).toContain("nobody is on duty in `rota`: there is no time zone `America/NewYork`");
    expect(found.filter(({ from }) => from?.kind === "rotation")).toHaveLength(1);
  });
});
