import { describe, expect, test } from "vitest";
import { inWords, type InWords } from "../../../test/worlds/in-words.ts";
import { DAY, minuteOf } from "../time/minute.ts";
import type { Answer } from "./answer.ts";
import type { Question } from "./question.ts";
import { who } from "./who.ts";
import { World } from "./world.ts";

const SMALL: InWords = {
  people: { ana: "client, UTC, voice", ben: "client, UTC, voice", cai: "client, UTC, voice", dan: "provider, UTC, voice" },
  roles: { lead: "client: ana", second: "client: ben", third: "client: cai", tech: "provider: dan", empty: "client:" },
  events: { fire: "containment.authorise" },
  severities: { s1: "1, acknowledge PT30M, decide PT1H", s2: "2, acknowledge PT1H" },
  rights: { r1: "lead may containment.authorise" },
  paths: { way: "| PT0M lead | PT10M second" },
};
/** A Monday. */
const MONDAY = "2026-11-23T10:00Z";

function ask(company: Partial<InWords>, question: Partial<Omit<Question, "at">> & { readonly at?: string } = {}): Answer {
  const at = minuteOf(question.at ?? MONDAY);
  const document = inWords({ ...SMALL, ...company });
  return who(new World(document, at - DAY, at + 70 * DAY), { event: "fire", severity: "s1", ...question, at });
}
const gaps = (...asked: Parameters<typeof ask>): string[] => ask(...asked).gaps.map(({ code, at, verb, says }) => [code, at?.kind, at?.id, verb].filter(Boolean).join(" ") + `: ${says}`);
const because = (...asked: Parameters<typeof ask>): string[] => ask(...asked).because.map(({ at, says }) => (at === undefined ? says : `${at.kind} ${at.id}: ${says}`));
const raw = (list: string, ...items: readonly object[]) => ({ besides: { [list]: items } });

describe("an answer that is whole", () => {
  test("says whom to call, who is next, who decides, and why", () => {
    expect(gaps({})).toEqual([]);
    expect(because({})).toEqual(["path way: `way` is the way of calls for fire at s1", "path way: step 1, at once: ana, as lead", "path way: step 2, after 10 min: ben, as second", "decision-right r1: `containment.authorise`: ana may, from 2026-11-23T10:00Z"]);
  });
});

describe("who may decide", () => {
  const may = (...asked: Parameters<typeof ask>) => Object.values(ask(...asked).decide)[0]?.map(({ name, from, by, mode, needed, limits, insteadOfName, under }) => [name, from.slice(11, 16), by, under, mode, needed, limits, insteadOfName].filter((one) => one !== undefined).join(" "));

  test("is said for an event that asks for nothing", () => {
    expect(gaps({ events: { fire: "" } })).toEqual(["no-verbs event fire: fire names no decision that must be made"]);
    expect(ask({ events: { fire: "" } }).decide).toEqual({});
  });

  test("comes in the order in which they can, and with what it is limited to", () => {
    const people = { ...SMALL.people, ana: "client, UTC, mon-fri 10:30-18:00, voice" };
    const right = (limits: object | undefined, more: object = {}) => raw("decisionRights", { id: "r1", verb: "containment.authorise", role: "lead", ...(limits === undefined ? {} : { limits }) }, { id: "r2", verb: "containment.authorise", role: "second", ...more });
    expect(may({ people, ...right(undefined) })).toEqual(["ben 10:00 right r2 sole", "ana 10:30 right r1 sole"]);
    expect(may(right({ duration: "PT4H", reversibleOnly: true, blastRadius: "one host" }))?.[0]).toBe("ana 10:00 right r1 sole for 4 h at most; only what can be reversed; one host");
    expect(may(right({ blastRadius: "one host" }))?.[0]).toBe("ana 10:00 right r1 sole one host");
    expect(may(right({ duration: "PT4H" }))?.[0]).toBe("ana 10:00 right r1 sole for 4 h at most");
    expect(may(right({ reversibleOnly: false }))?.[0]).toBe("ana 10:00 right r1 sole");
    expect(may({ rights: { r1: "lead may containment.authorise, 2 of", r2: "second may containment.authorise, 2 of" } })).toEqual(["ana 10:00 right r1 n-of-m 2", "ben 10:00 right r2 n-of-m 2"]);
  });

  test("may be lent, and is said to be", () => {
    const loan = { rights: { r1: "lead may containment.authorise, delegable" }, delegations: { d: "ana to cai from 2026-11-23T00:00Z until 2026-11-24T00:00Z, containment.authorise" } };
    expect(may(loan)).toEqual(["ana 10:00 right r1 sole", "cai 10:00 delegation r1 sole ana"]);
    expect(because(loan).at(-1)).toBe("decision-right r1: `containment.authorise`: cai may, from 2026-11-23T10:00Z for ana");
    // Whoever only borrows is not named among those whose authority it is.
    expect(gaps({ ...loan, people: { ...SMALL.people, ana: "client", cai: "client" } })).toContain("decider-unreachable containment.authorise: nobody who may decide `containment.authorise` can be reached in time after 2026-11-23T10:00Z: ana");
    const both = { ...loan, people: { ...SMALL.people, ana: "client", ben: "client", cai: "client" }, rights: { ...loan.rights, r2: "second may containment.authorise", r3: "lead may containment.authorise, on always" }, calendars: { always: "always" } };
    expect(gaps(both)).toContain("decider-unreachable containment.authorise: nobody who may decide `containment.authorise` can be reached in time after 2026-11-23T10:00Z: ana, ben");
  });

  test("is nobody, or nobody for all of it", () => {
    expect(gaps({ rights: {} })).toEqual(["nobody-may-decide containment.authorise: nobody may decide `containment.authorise` for fire at s1"]);
    const scoped = { besides: { scope: [{ id: "dock", name: "Dock", kind: "other" }, { id: "quay", name: "Quay", kind: "other" }] } };
    const some = ": there are rights, but for some scope items only";
    expect(gaps({ ...scoped, rights: { r1: "lead may containment.authorise, scope dock" } })[0]).toMatch(new RegExp(`s1${some}$`));
    expect(gaps({ ...scoped, rights: { r1: "lead may containment.authorise, scope dock, deny" } })[0]).toMatch(/s1$/);
    expect(gaps({ ...scoped, rights: { r1: "lead may risk.accept, scope dock" } })[0]).toMatch(/s1$/);
    expect(gaps({ ...scoped, rights: { r1: "lead may containment.authorise, scope dock, events flood" }, events: { ...SMALL.events, flood: "" } })[0]).toMatch(/s1$/);
    expect(gaps({ ...scoped, rights: { r0: "second may risk.accept", r1: "lead may containment.authorise, scope dock" } })[0]).toMatch(new RegExp(`s1${some}$`));
  });

  test("counts voices: how many there are of how many, and who is one", () => {
    const two = (more: Partial<InWords>) => gaps({ rights: { r1: "lead may containment.authorise, 2 of, delegable", r2: "second may containment.authorise, 2 of" }, people: { ...SMALL.people, ben: "client" }, paths: { way: "| PT0M lead | PT10M third" }, ...more });
    expect(two({})).toEqual(["quorum-short containment.authorise: `containment.authorise` needs 2 people together, and 1 can be reached"]);
    expect(two({ delegations: { d: "ana to cai from 2026-11-23T00:00Z until 2026-11-24T00:00Z, containment.authorise" } })).toEqual(["quorum-short containment.authorise: `containment.authorise` needs 2 people together, and 1 can be reached; cai and ana are one voice"]);
    const each = (more: Partial<InWords>) => gaps({ rights: { r1: "lead may containment.authorise, one-per-party, delegable", r2: "tech may containment.authorise, one-per-party" }, ...more });
    expect(each({})).toEqual([]);
    expect(each({ people: { ...SMALL.people, dan: "provider" } })).toEqual(["quorum-short containment.authorise: `containment.authorise` needs one of each party together, and not all of them can be reached"]);
    // Another way of the same party does not speak for the other one.
    expect(each({ people: { ...SMALL.people, dan: "provider" }, rights: { r1: "lead may containment.authorise, one-per-party", r2: "tech may containment.authorise, one-per-party", r3: "second may containment.authorise, 2 of" } })).toEqual(["quorum-short containment.authorise: `containment.authorise` needs 2 people together, and 1 can be reached"]);
  });

  test("is neither who performs it nor who asked for it, unless it is an act they were told to do", () => {
    const company: Partial<InWords> = { events: { fire: "change.emergency.authorise" }, rights: { r1: "lead may change.emergency.authorise", r2: "second may change.emergency.authorise" } };
    expect(may(company, { performer: "ana" })).toEqual(["ben 10:00 right r2 sole"]);
    expect(because(company, { performer: "ana", requester: "nobody" })).toContain("`change.emergency.authorise`: ana performs or asked for it, and does not approve it");
    expect(may(company, { requester: "ben" })).toEqual(["ana 10:00 right r1 sole"]);
    expect(may({ events: { fire: "containment.authorise" } }, { performer: "ana" })).toEqual(["ana 10:00 right r1 sole"]);
    expect(may({ ...company, rights: {}, preAuthorisations: { p: "lead may change.emergency.authorise, when always" } }, { performer: "ana" })).toEqual(["ana 10:00 pre-authorisation p sole"]);
  });

  test("may act in an emergency, and owes something for it", () => {
    const grant = (more: object) => ({ rights: {}, ...raw("preAuthorisations", { id: "p", verb: "containment.authorise", actions: ["isolate"], trigger: "a verdict", performers: ["tech"], when: "always", ...more }) });
    const owed = (more: object) => ask(grant(more)).decide["containment.authorise"]?.[0]?.obligations;
    expect(owed({})).toEqual(["tell the authority holder within 15 min", "record the facts within 4 h", "have it ratified or reversed within 24 h, by somebody else"]);
    expect(owed({ authorityHolder: "lead", tellWithin: "PT5M", recordWithin: "PT1H", ratifyWithin: "PT12H" })).toEqual(["tell lead within 5 min", "record the facts within 1 h", "have it ratified or reversed within 12 h, by somebody else"]);
    expect(owed({ authorityHolder: "gone" })?.[0]).toBe("tell gone within 15 min");
    expect(may(grant({ limits: "one host at a time" }))).toEqual(["dan 10:00 pre-authorisation p sole one host at a time"]);
    expect(because(grant({})).at(-1)).toBe("pre-authorisation p: `containment.authorise`: dan may, from 2026-11-23T10:00Z in an emergency, under its conditions");
    expect(ask(SMALL).decide["containment.authorise"]?.[0]).not.toHaveProperty("obligations");
  });

  test("hangs on calendars, and one that opens nothing is named", () => {
    const never = { calendars: { never: "UTC", office: "UTC, mon-fri 09:00-17:00" } };
    const unusable = (id: string) => `calendar-unusable decision-right ${id} containment.authorise: a right to \`containment.authorise\` never holds: its calendar \`never\` cannot be used`;
    expect(gaps({ ...never, rights: { ...SMALL.rights, r2: "second may containment.authorise, on never" } })).toEqual([unusable("r2")]);
    expect(gaps({ ...never, rights: { ...SMALL.rights, r2: "second may containment.authorise, on office" } })).toEqual([]);
    expect(gaps({ ...never, rights: { ...SMALL.rights, r2: "second may risk.accept, on never" } })).toEqual([]);
    expect(gaps({ ...never, rights: { ...SMALL.rights, r2: "second may containment.authorise, on never, events flood" }, events: { ...SMALL.events, flood: "" } })).toEqual([]);
    expect(gaps({ ...never, rights: { ...SMALL.rights, r2: "second may containment.authorise, on never, deny" } })).toEqual([unusable("r2")]);
    const scoped = { besides: { scope: [{ id: "dock", name: "Dock", kind: "other" }, { id: "quay", name: "Quay", kind: "other" }] } };
    // A refusal for some of it touches the case, a right for some of it does not serve it.
    expect(gaps({ ...never, ...scoped, rights: { ...SMALL.rights, r2: "second may containment.authorise, on never, deny, scope dock" } }, { scope: ["dock", "quay"] })).toEqual([unusable("r2")]);
    expect(gaps({ ...never, ...scoped, rights: { ...SMALL.rights, r2: "second may containment.authorise, on never, scope dock" } }, { scope: ["dock", "quay"] })).toEqual([]);
    const grants = { preAuthorisations: { p: "tech may containment.authorise, when outside-business-hours, on never", q: "tech may containment.authorise, when outside-business-hours, on office", o: "tech may risk.accept, when outside-business-hours, on never" } };
    expect(gaps({ ...never, ...grants })).toEqual(["calendar-unusable pre-authorisation p containment.authorise: a pre-authorisation of `containment.authorise` never holds: the calendar of its business hours cannot be used"]);
  });
});

describe("whom to call", () => {
  test("is nobody known where no path covers the case, and who the event is routed to where it says so", () => {
    expect(gaps({ paths: {} })).toEqual(["no-path event fire: no escalation path covers fire at s1", "nobody-reachable: nobody on the way of calls can be reached for fire"]);
    const routed = { paths: {}, events: { fire: "containment.authorise, route second tech" } };
    expect(because(routed).slice(0, 3)).toEqual(["event fire: fire has a route of its own", "step 1, at once: ben, as second", "step 1, at once: dan, as tech"]);
    expect(gaps({ ...routed, events: { fire: "containment.authorise, route second" } })).toEqual(["no-backup: if ben does not answer, there is no other human on the way of calls"]);
  });

  test("goes round in a circle nowhere, and says so", () => {
    expect(gaps({ paths: { way: "then way | PT0M lead | PT10M second" } })).toEqual(["path-circle path way: `way` leads back to itself"]);
  });

  test("is told step by step, with who stands in and why somebody is not called", () => {
    const away = { absences: { away: "ana from 2026-11-23T00:00Z until 2026-11-24T00:00Z" } };
    const steps = (company: Partial<InWords>, question = {}) => because(company, question).filter((line) => line.includes("step") || line.includes("last resort"));
    expect(steps(away)).toEqual(["path way: step 1: ana is absent, and nobody steps in", "path way: step 1 has nobody to call (lead): the next step begins at once", "path way: step 2, at once: ben, as second"]);
    const substitute = (cai: string) => ({ ...away, people: { ...SMALL.people, ana: "client, UTC, voice, substitute cai", cai } });
    expect(steps(substitute("client, UTC, voice"))[0]).toBe("path way: step 1, at once: cai, standing in for ana, as lead");
    expect(steps(substitute("client, UTC"))[0]).toBe("path way: step 1: ana is absent, and the substitute has no method that may be used for this");
    expect(steps(substitute("client, UTC, voice"), { missing: ["cai"] })[0]).toBe("path way: step 1: ana is absent, and so is the substitute");
    expect(steps({ people: { ...SMALL.people, ana: "client, UTC" } })[0]).toBe("path way: step 1: ana is on duty, but has no method that may be used for this");
    expect(steps({ paths: { way: "| PT0M gone | PT10M lead second" } })[0]).toBe("path way: step 1 has nobody to call (gone): the next step begins at once");
    expect(steps({ besides: { escalationPaths: [{ id: "way", name: "way", steps: [{ after: "PT0M", roles: [] }, { after: "PT0M", roles: ["lead", "second"] }] }] } })[0]).toBe("path way: step 1 has nobody to call (no role): the next step begins at once");
  });

  test("is one human once, though two posts and two accounts are theirs", () => {
    const company: Partial<InWords> = { people: { ...SMALL.people, ben: "client, UTC, voice, same ana" } };
    expect(gaps(company)).toEqual(["no-backup: if ana does not answer, there is no other human on the way of calls"]);
    expect(ask(company).backup).toBeNull();
  });

  test("is too late where no step that reaches anybody ends in time", () => {
    const late = (way: string, severity = "1, acknowledge PT30M, decide PT1H") => gaps({ paths: { way }, severities: { s1: severity } });
    const said = "contact-late severity s1: s1 asks for somebody within 30 min, and no step that reaches anybody ends before that";
    expect(late("| PT0M lead, acknowledge PT31M | PT10M second, acknowledge PT30M")).toEqual([said]);
    expect(late("| PT0M lead, acknowledge PT30M | PT10M second, acknowledge PT30M")).toEqual([]);
    expect(late("| PT0M lead, acknowledge PT31M | PT10M second, acknowledge PT20M")).toEqual([]);
    expect(late("| PT0M lead, acknowledge PT31M | PT10M second, acknowledge PT30M", "1, decide PT1H")).toEqual([]);
    // A step that would end in time reaches nobody.
    expect(late("| PT0M lead, acknowledge PT40M | PT10M empty, acknowledge PT5M | PT20M second, acknowledge PT40M")).toEqual([said]);
  });

  test("is a number somebody should have tried: unverified ones are named, one that is verified is enough", () => {
    const number = (ana: string) => gaps({ people: { ...SMALL.people, ana: `client, UTC, ${ana}` } });
    expect(number("voice@2024-01-01")).toEqual(["unverified-contact person ana: no number of ana is verified: the last check is too old or was never made"]);
    expect(number("voice@2024-01-01, sms@2026-10-01")).toEqual([]);
  });

  test("is the last resort where nobody on the way can be reached", () => {
    const nobody: Partial<InWords> = { people: { ana: "client, UTC", ben: "client, UTC", cai: "client, UTC, voice", dan: "provider, UTC, voice", eve: "client, UTC, same cai" }, rights: { r1: "tech may containment.authorise" } };
    const last = (people: string, question = {}) => {
      const answer = ask({ ...nobody, paths: { way: `last ${people} | PT0M lead | PT10M second` } }, question);
      return [answer.contact?.name, answer.backup?.name, ...answer.because.flatMap(({ says }) => (says.startsWith("last resort") ? [says] : []))];
    };
    const again = "called again and again until somebody decides";
    expect(last("cai dan")).toEqual(["cai", "dan", `last resort: cai, ${again}`, `last resort: dan, ${again}`]);
    expect(last("cai eve")).toEqual(["cai", undefined, `last resort: cai, ${again}`]);
    expect(last("ana gone")).toEqual([undefined, undefined, "last resort: ana is on duty, but has no method that may be used for this"]);
    expect(last("dan cai", { missing: ["dan"] })).toEqual(["cai", undefined, "last resort: dan is absent, and nobody steps in", `last resort: cai, ${again}`]);
    expect(gaps({ ...nobody, paths: { way: "last cai | PT0M lead | PT10M second" } })).toEqual(["nobody-reachable: nobody on the way of calls can be reached for fire"]);
  });
});

describe("the clocks", () => {
  const clock = (more: object) => ({ id: "law", name: "The law", kind: "regulatory", anchor: "awareness", limit: "PT72H", determiner: "lead", submitter: "second", ...more });
  const read = (clocks: readonly object[], question: Parameters<typeof ask>[1] = {}, company: Partial<InWords> = {}) => ask({ ...company, besides: { clocks, ...company.besides } }, question).clocks;
  const said = (clocks: readonly object[], question: Parameters<typeof ask>[1] = {}, company: Partial<InWords> = {}) => gaps({ ...company, besides: { clocks, ...company.besides } }, question);

  test("start now where nobody said when, or when they started", () => {
    expect(read([clock({})])).toEqual([{ clock: "law", name: "The law", kind: "regulatory", anchor: "awareness", assumed: true, derivation: "72 h from 2026-11-23T10:00Z", due: "2026-11-26T10:00Z", determiner: "lead", submitter: "second" }]);
    expect(read([clock({ source: "Art. 33", determiner: "gone", submitter: undefined })], { anchors: { law: { started: "2026-11-22T09:00Z" } } })).toEqual([{ clock: "law", name: "The law", kind: "regulatory", anchor: "awareness", assumed: false, derivation: "72 h from 2026-11-22T09:00Z", due: "2026-11-25T09:00Z", determiner: "gone", source: "Art. 33" }]);
    expect(read([clock({ limit: undefined })])[0]).toMatchObject({ derivation: "without unreasonable delay: no limit in hours is set" });
    expect(read([clock({ limit: undefined })])[0]).not.toHaveProperty("due");
    expect(read([clock({ events: ["flood"] })])).toEqual([]);
  });

  test("wait for the one before them until that is submitted", () => {
    const chain = [clock({}), clock({ id: "final", name: "The last word", after: "law", limit: "P1M" })];
    expect(read(chain)[1]).toMatchObject({ assumed: false, derivation: "starts when `The law` is submitted" });
    expect(read(chain)[1]).not.toHaveProperty("due");
    expect(read(chain, { anchors: { law: { started: "2026-11-22T09:00Z" } } })[1]).toMatchObject({ derivation: "starts when `The law` is submitted" });
    expect(read(chain, { anchors: { law: { submitted: "2026-11-23T09:00Z" } } })[1]).toMatchObject({ assumed: false, due: "2026-12-23T09:00Z" });
    expect(read(chain, { anchors: { final: { started: "2026-11-20T09:00Z" }, law: { submitted: "2026-11-23T09:00Z" } } })[1]).toMatchObject({ due: "2026-12-20T09:00Z" });
    expect(read([clock({ after: "gone" })])[0]).toMatchObject({ derivation: "starts when `gone` is submitted" });
    expect(said(chain)).toEqual([]);
  });

  test("never start where nobody determines that they do", () => {
    expect(said([clock({ determiner: undefined })])).toEqual(["clock-without-determiner clock law: nobody is named to determine awareness, so `The law` never starts"]);
    expect(said([clock({ determiner: undefined, kind: "contract" })])).toEqual([]);
  });

  test("count open hours where they have a calendar, and nothing where it cannot be used", () => {
    const hours: Partial<InWords> = { calendars: { office: "Europe/Berlin, mon-fri 09:00-17:00", never: "UTC", round: "always", rare: "UTC, mon 09:00-09:15" } };
    const due = (more: object, question: Parameters<typeof ask>[1] = {}) => read([clock({ kind: "contract", ...more })], question, hours)[0];
    // Berlin closes at 16:00Z on the Monday: six hours, and two on the Tuesday.
    expect(due({ calendar: "office", limit: "PT8H" })?.due).toBe("2026-11-24T10:00Z");
    expect(due({ calendar: "round", limit: "PT8H" })?.due).toBe("2026-11-23T18:00Z");
    expect(due({ calendar: "never", limit: "PT8H" })).toMatchObject({ derivation: "its calendar `never` cannot be used, so nothing is counted" });
    expect(due({ calendar: "gone", limit: "PT8H" })).toMatchObject({ derivation: "its calendar `gone` cannot be used, so nothing is counted" });
    expect(said([clock({ calendar: "never" })], {}, hours)).toEqual(["calendar-unusable clock law: `The law` cannot be counted: its calendar `never` cannot be used, so nothing is counted"]);
    expect(said([clock({ calendar: "office", kind: "contract" })], {}, hours)).toEqual([]);
    expect(said([clock({ id: "a", after: "law", calendar: "never" }), clock({})], {}, hours)).toEqual([]);
    // A quarter of an hour a week: one hour is four weeks ahead, four hours are not within reach.
    expect(due({ calendar: "rare", limit: "PT1H" })?.due).toBe("2026-12-21T09:15Z");
    expect(due({ calendar: "rare", limit: "PT4H" })).toMatchObject({ derivation: "`rare` has too few open hours ahead" });
    expect(due({ calendar: "office", limit: "PT300H" })?.due).toBe("2027-01-13T14:00Z");
  });

  test("stop while they are paused, but not for whoever owes them, and a regulator's never", () => {
    const pauses = (by: string, kind = "contract", until: string | undefined = "2026-11-23T12:00Z") => read([clock({ kind, limit: "PT8H" })], { anchors: { law: { started: "2026-11-23T09:00Z", pauses: [{ from: "2026-11-23T10:00Z", ...(until === undefined ? {} : { until }), reason: "waits", by }] } } })[0]?.due;
    expect(pauses("provider")).toBe("2026-11-23T19:00Z");
    expect(pauses("client")).toBe("2026-11-23T17:00Z");
    expect(pauses("provider", "regulatory")).toBe("2026-11-23T17:00Z");
  });
});

describe("a question", () => {
  test("about what the matrix does not have is refused, with what it has", () => {
    expect(() => ask({}, { event: "x".repeat(100) })).toThrow(`the matrix has no event type \`${"x".repeat(80)}\`: it has \`fire\``);
    expect(() => ask({}, { severity: "s9" })).toThrow("the matrix has no severity `s9`: it has `s1`, `s2`");
    expect(() => ask({ severities: {} }, { severity: undefined })).toThrow("the matrix has no severity ``: this matrix names no severities");
    expect(() => ask({ events: {} })).toThrow("the matrix has no event type `fire`: this matrix names no event types");
  });

  test("without a severity is about the highest, whichever stands first, and goes the event's own route", () => {
    expect(ask({ severities: { s2: "2", s1: "1" } }, { severity: undefined }).severity.id).toBe("s1");
    expect(ask({}, { severity: "S2" }).severity.id).toBe("s2");
    const routed = { events: { fire: "containment.authorise, route tech" } };
    expect(ask(routed, { severity: undefined }).contact?.name).toBe("dan");
    expect(ask(routed).contact?.name).toBe("ana");
    expect(ask({}, { severity: undefined }).contact?.name).toBe("ana");
  });
});
