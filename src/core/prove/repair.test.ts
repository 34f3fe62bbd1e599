import { describe, expect, test } from "vitest";
import { inWords, type InWords } from "../../../test/worlds/in-words.ts";
import { applyEdits } from "../model/edit.ts";
import { DAY, minuteOf } from "../time/minute.ts";
import { Memory } from "../who/memory.ts";
import { prove, withRepairs } from "./prove.ts";

/** Ana alone takes charge and decides, and is away on the second of November. */
const ALONE: InWords = {
  people: { ana: "client, voice", ben: "client, voice", eve: "provider, voice" },
  roles: { lead: "client: ana", second: "client: ben", analyst: "provider: eve" },
  events: { fire: "containment.authorise" },
  severities: { s1: "1" },
  rights: { r1: "lead may containment.authorise" },
  paths: { way: "| PT0M second | PT10M analyst" },
};
const AWAY = { absences: { away: "ana from 2026-11-02T00:00Z until 2026-11-03T00:00Z" } };
const from = minuteOf("2026-11-01T00:00Z");

/** The repairs found, by what is broken; what is broken and has none says so. */
function repairs(company: InWords, absent = 0): Record<string, string> {
  const document = inWords(company);
  const horizon = { from, until: from + 4 * DAY, absent };
  const memory = new Memory();
  const found = withRepairs(document, prove(document, horizon, memory), memory, 100);
  for (const { repair, property, of } of found)
    // What is proposed closes what it is proposed for, all of it.
    if (repair !== undefined && repair.edits.length > 0) expect(prove(applyEdits(document, repair.edits), horizon).counterexamples.filter((one) => one.property === property && one.of === of).length).toBeLessThan(found.filter((one) => one.property === property && one.of === of).length);
  return Object.fromEntries(found.map(({ property, of, verb, from: at, missing, cause, repair }) => [[property, of, verb ?? at?.id, cause, ...missing].filter(Boolean).join(" "), repair?.says ?? "nothing"]));
}

/** The first repair, whole. */
function repairOfFirst(company: InWords, absent = 0) {
  const document = inWords(company);
  const memory = new Memory();
  return withRepairs(document, prove(document, { from, until: from + 4 * DAY, absent }, memory), memory, 100)[0]?.repair;
}

describe("one number", () => {
  const unheard = (people: string): InWords => ({ ...ALONE, people: { ...ALONE.people, ana: people } });
  const NUMBER = "give ana a number for calls, and verify it";

  test("for a holder nobody can call, whose value only people know", () => {
    expect(repairOfFirst(unheard("client"))).toEqual({ says: NUMBER, edits: [], asks: { kind: "contact", person: "ana" } });
  });

  test("for one with a shared inbox, or a shared telephone", () => {
    expect(repairs(unheard("client, email@shared"))["P3 containment.authorise"]).toBe(NUMBER);
    expect(repairs(unheard("client, voice@shared"))["P3 containment.authorise"]).toBe(NUMBER);
  });

  test("not for one who has one", () => {
    expect(repairs({ ...unheard("client, sms"), ...AWAY })["P3 containment.authorise"]).toBe("let ben also hold lead");
    expect(repairs({ ...unheard("client, email"), roles: { ...ALONE.roles, second: "client: ana ben" }, ...AWAY })["P3 containment.authorise"]).toBe("let ben also hold lead");
  });

  test("under an id that is still free", () => {
    expect(repairs({ ...unheard("client"), besides: { directory: { contacts: [{ id: "ana-phone", person: "ben", kind: "voice", value: "1", verifiedAt: "2026-10-01T00:00Z" }, { id: "eve-1", person: "eve", kind: "voice", value: "2", verifiedAt: "2026-10-01T00:00Z" }] } } })).toMatchObject({ "P3 containment.authorise": NUMBER });
  });
});

describe("one more holder", () => {
  test("from another post of the same party, who is not missing too", () => {
    expect(repairOfFirst({ ...ALONE, ...AWAY })).toEqual({ says: "let ben also hold lead", edits: [{ do: "set", at: { kind: "role", id: "lead" }, field: "holders", value: ["ana", "ben"] }] });
    const company: InWords = { ...ALONE, people: { ...ALONE.people, cai: "client, voice" }, roles: { ...ALONE.roles, third: "client: ana ben cai" }, paths: { way: "| PT0M second third | PT10M analyst" } };
    expect(repairs(company, 1)["P7 P3 containment.authorise ana"]).toBe("let ben also hold lead");
    expect(repairs({ ...company, roles: { ...company.roles, lead: "client: ana ben" } }, 2)["P7 P3 containment.authorise ana ben"]).toBe("let cai also hold lead");
  });

  test("who can be reached when the declared failure takes a way to reach people", () => {
    const company: InWords = { ...ALONE, severities: { s2: "2" }, people: { ana: "client, email", ben: "client, email", cai: "client, voice", eve: "provider, voice", fay: "provider, voice" }, roles: { lead: "client: ana", second: "client: ben", third: "client: cai", analyst: "provider: eve fay" }, together: { mail: "group corporate-mail" }, paths: { way: "| PT0M analyst" } };
    expect(repairs(company)).toEqual({ "P7 P3 containment.authorise mail": "give ana a number for calls, and verify it" });
    expect(repairs({ ...company, people: { ...company.people, ana: "client, voice@group:corporate-mail" } })).toEqual({ "P7 P3 containment.authorise mail": "let cai also hold lead" });
  });

  test("not in turns: somebody without a turn does not mend them", () => {
    const turning: InWords = { ...ALONE, ...AWAY, rotations: { watch: "lead, UTC | 2026-10-01T00:00 every P1D: ana" } };
    expect(repairs(turning)["P3 containment.authorise"]).toBe("let second authorise containment too");
  });
});

describe("one more right", () => {
  /** The lead has turns, so nobody else can hold it. */
  const turning: InWords = { ...ALONE, ...AWAY, rotations: { watch: "lead, UTC | 2026-10-01T00:00 every P1D: ana" } };

  test("for another post, at every event at which it is missing", () => {
    expect(repairOfFirst({ ...turning, events: { ...ALONE.events, flood: "containment.authorise" } })).toEqual({
      says: "let second authorise containment too",
      edits: [{ do: "add", kind: "decision-right", item: { id: "containment-authorise-second", verb: "containment.authorise", role: "second", events: ["fire", "flood"] } }],
    });
  });

  test("the nearest post first: of the same party and function, of the same party, of another", () => {
    const roles = (...more: readonly object[]): InWords => ({ ...turning, besides: { roles: [{ id: "lead", name: "lead", party: "client", function: "executive", holders: ["ana"] }, ...more] } });
    const analyst = { id: "analyst", name: "analyst", party: "provider", holders: ["eve"] };
    const other = { id: "other", name: "other", party: "provider", function: "executive", holders: ["eve"] };
    const second = { id: "second", name: "second", party: "client", holders: ["ben"] };
    const third = { id: "third", name: "third", party: "client", function: "executive", holders: ["ben"] };
    const empty = { id: "empty", name: "empty", party: "client", function: "executive", holders: [] };
    const first = (company: InWords) => repairs({ ...company, people: { ...ALONE.people }, paths: { way: "| PT0M analyst" } })["P3 containment.authorise"];
    expect(first(roles(empty, analyst, other, second, third))).toBe("let third authorise containment too");
    expect(first(roles(analyst, other, second))).toBe("let second authorise containment too");
    expect(first(roles(analyst, other))).toBe("let analyst authorise containment too");
    expect(first(roles(other, analyst))).toBe("let other authorise containment too");
  });

  test("what is refused to a post does not make it one of those concerned", () => {
    expect(repairs({ ...turning, rights: { ...ALONE.rights, r2: "second may containment.authorise, deny" } })["P3 containment.authorise"]).toBe("let analyst authorise containment too");
    // Nobody has the right, and ben, to whom it is refused, needs no number for that.
    expect(repairs({ ...ALONE, people: { ...ALONE.people, ben: "client" }, rights: { r2: "second may containment.authorise, deny" }, paths: { way: "| PT0M lead | PT10M analyst" } })["P3 containment.authorise"]).toBe("let lead authorise containment too");
  });

  test("for whoever may notify a regulator, too", () => {
    const company: InWords = { ...ALONE, rights: { ...ALONE.rights, r2: "lead may notify.regulator" }, clocks: { law: "regulatory, limit PT4H, determiner second, submitter second" }, ...AWAY };
    expect(repairs({ ...company, rotations: { watch: "lead, UTC | 2026-10-01T00:00 every P1D: ana" } })).toMatchObject({ "P6 notify.regulator": "let second notify the regulator too" });
  });
});

describe("one more on the way of calls", () => {
  const turning = { rotations: { watch: "lead, UTC | 2026-10-01T00:00 every P1D: ana" } };

  test("in its last step, so that nobody is called later than today", () => {
    const company: InWords = { ...ALONE, events: { fire: "" }, rights: {}, ...AWAY, ...turning, paths: { way: "| PT0M lead | PT10M lead" } };
    const repair = repairOfFirst(company);
    expect(repair?.says).toBe("call second in step 2 too");
    expect(repair?.edits).toMatchObject([{ do: "set", at: { kind: "path", id: "way" }, field: "steps", value: [{ after: "PT0M", roles: ["lead"] }, { after: "PT10M", roles: ["lead", "second"] }] }]);
    expect(repairs(company)).toMatchObject({ "P1 way": "call second in step 2 too" });
  });

  test("another human behind the first", () => {
    expect(repairs({ ...ALONE, events: { fire: "" }, rights: {}, ...turning, paths: { way: "| PT0M lead" } })).toEqual({ "P2 way": "call second in step 1 too" });
    expect(repairs({ ...ALONE, events: { fire: "" }, rights: {}, paths: { way: "| PT0M lead" } })).toEqual({ "P2 way": "let ben also hold lead" });
  });

  test("without a path, whoever the event is routed to", () => {
    const company: InWords = { ...ALONE, people: { ana: "client, voice", ben: "client", eve: "provider, voice" }, events: { fire: "route second", flood: "route analyst lead" }, rights: {}, paths: {} };
    expect(repairs(company)["P1 fire"]).toBe("give ben a number for calls, and verify it");
  });
});

describe("one more who knows the regulator", () => {
  const company: InWords = { ...ALONE, events: { fire: "" }, rights: { r: "second may notify.regulator" }, roles: { ...ALONE.roles, legal: "client:", law: "vendor:" }, paths: { way: "| PT0M second | PT10M analyst" } };

  test("who determines when the clock begins, or who submits", () => {
    expect(repairOfFirst({ ...company, clocks: { law: "regulatory, limit PT4H, determiner law, submitter lead" } })).toEqual({ says: "let lead determine the start of `law`", edits: [{ do: "set", at: { kind: "clock", id: "law" }, field: "determiner", value: "lead" }] });
    expect(repairOfFirst({ ...company, clocks: { other: "regulatory, limit PT4H, determiner lead, submitter lead", law: "regulatory, limit PT4H, determiner lead, submitter law" } })).toEqual({ says: "let lead submit `law`", edits: [{ do: "set", at: { kind: "clock", id: "law" }, field: "submitter", value: "lead" }] });
    // Where there is somebody of the same party, they hold the empty post.
    expect(repairs({ ...company, clocks: { law: "regulatory, limit PT4H, determiner legal, submitter lead" } })).toEqual({ "P6 law": "let ana also hold legal" });
  });

  test("a number for whoever does either", () => {
    const silent = (clocks: string): InWords => ({ ...company, people: { ...ALONE.people, ana: "client" }, clocks: { law: clocks } });
    const NUMBER = "give ana a number for calls, and verify it";
    expect(repairs(silent("regulatory, limit PT4H, determiner lead, submitter second"))).toMatchObject({ "P6 law": NUMBER });
    expect(repairs(silent("regulatory, limit PT4H, determiner second, submitter lead"))).toMatchObject({ "P6 law": NUMBER });
  });
});

describe("whoever must be told", () => {
  test("gets a number, or stands beside somebody who has one", () => {
    const company: InWords = { ...ALONE, people: { ...ALONE.people, ana: "client" }, events: { fire: "" }, rights: {}, informs: { news: "lead" } };
    expect(repairs(company)).toEqual({ "P5 lead": "give ana a number for calls, and verify it" });
    expect(repairs({ ...ALONE, ...AWAY, events: { fire: "" }, rights: {}, informs: { news: "lead" } })).toEqual({ "P5 lead": "let ben also hold lead" });
    // A right or a step would not tell them.
    expect(repairs({ ...ALONE, ...AWAY, rotations: { watch: "lead, UTC | 2026-10-01T00:00 every P1D: ana" }, events: { fire: "" }, rights: {}, informs: { news: "lead" } })).toEqual({ "P5 lead": "nothing" });
  });
});

test("what stands wrong at any hour has no repair that could be tried out", () => {
  expect(repairs({ ...ALONE, paths: { way: "then way | PT0M second | PT10M analyst" } })).toEqual({ "P8 way": "nothing" });
});
