import { describe, expect, test } from "vitest";
import { prove, type Proof } from "#core/prove/prove.ts";
import { minuteOf } from "#core/time/minute.ts";
import { inWords, type InWords } from "../../../test/worlds/in-words.ts";

/** Three who can each take charge and decide. */
const THREE: InWords = {
  people: { ana: "client, voice", ben: "client, voice", eve: "client, voice" },
  roles: { lead: "client: ana ben eve" },
  events: { fire: "containment.authorise" },
  severities: { s1: "1, acknowledge PT30M, decide PT1H" },
  rights: { r1: "lead may containment.authorise" },
  paths: { way: "last ana | PT0M lead, acknowledge PT10M" },
};

const proofOf = (company: InWords, absent: number, from = "2026-10-19T00:00Z", until = "2026-11-03T00:00Z"): Proof =>
  prove(inWords(company), { from: minuteOf(from), until: minuteOf(until), absent });

/** What was found: the property that breaks, and without whom. */
const found = ({ counterexamples }: Proof): readonly string[] => counterexamples.map(({ property, of, missing }) => `${property}${of === undefined ? "" : ` ${of}`}${missing.length === 0 ? "" : ` without ${[...missing].sort().join(" ")}`}`);
const only = (proof: Proof, property: string): readonly string[] => found(proof).filter((one) => one.startsWith(property));

describe("missing people", () => {
  test("two of three may be missing and one still decides, but nobody stands behind them", () => {
    expect(proofOf(THREE, 1).verdict).toBe("PROVED");
    expect([...found(proofOf(THREE, 2))].sort()).toEqual(["P7 P2 without ana ben", "P7 P2 without ana eve", "P7 P2 without ben eve"]);
  });

  test("k = 2 of three approvers of whom two share a flight: two voices are gone at once", () => {
    const company: InWords = { ...THREE, rights: { r1: "lead may containment.authorise, 2 of" }, together: { flight: "ana ben" } };
    const proof = proofOf(company, 1);
    expect(proof.verdict).toBe("COUNTEREXAMPLE");
    // One missing leaves two voices; the flight takes two, and with them the second human on the way of calls.
    expect(proof.counterexamples.map(({ of, cause, missing }) => [of, cause, [...missing].sort().join(" ")])).toEqual(["P2", "P3", "P4"].map((of) => [of, "flight", "ana ben"]));
    expect(proofOf({ ...company, together: { flight: "ana" } }, 1).verdict).toBe("PROVED");
  });

  test("two accounts of one human go missing together", () => {
    const company: InWords = { ...THREE, people: { ana: "client, voice", ben: "client, voice, same ana", eve: "client, voice" } };
    expect(only(proofOf(company, 1), "P7").length).toBe(2);
    expect([...found(proofOf(company, 1))].sort()).toEqual(["P7 P2 without ana", "P7 P2 without eve"]);
  });

  test("a substitute steps in for whoever is missing, and may be missing too", () => {
    const company: InWords = { ...THREE, people: { ana: "client, voice, substitute eve", ben: "client, voice", eve: "client, voice" }, roles: { lead: "client: ana", second: "client: ben" }, paths: { way: "last ana | PT0M lead, acknowledge PT10M | PT10M second, acknowledge PT10M" } };
    // Without Ana there are Eve for her and Ben; without Ana and Eve there is Ben alone; without Ben, Ana alone.
    expect(only(proofOf(company, 1), "P7 P1")).toEqual([]);
    expect(only(proofOf(company, 1), "P7 P2")).toEqual(["P7 P2 without ben"]);
    // A substitute takes calls, never authority.
    expect(only(proofOf(company, 1), "P7 P3")).toEqual(["P7 P3 without ana"]);
  });

  test("nobody stands in for somebody who is there, though no method reaches them", () => {
    const company: InWords = { ...THREE, people: { ana: "client, substitute eve", ben: "client, voice", eve: "client, voice" }, roles: { lead: "client: ana", others: "client: ben eve" }, rights: { r1: "others may containment.authorise" } };
    expect(only(proofOf(company, 0), "P1")).toEqual(["P1"]);
    // Once she is known to be missing, Eve takes her calls.
    const { examined } = proofOf(company, 1);
    const judged = examined.find(({ obligation: { property } }) => property === "P1")?.judgements[0];
    expect([judged?.fails(new Set()), judged?.fails(new Set([0])), judged?.fails(new Set([2]))]).toEqual([true, false, true]);
  });

  test("a mail system that fails takes with it everybody who has nothing else", () => {
    const company: InWords = { ...THREE, people: { ana: "client, email", ben: "client, email", eve: "client, voice" }, severities: { s2: "2, acknowledge PT30M, decide PT1H" }, together: { mail: "group corporate-mail" } };
    const proof = proofOf(company, 0);
    expect(proof.counterexamples.map(({ property, of, cause }) => [property, of, cause])).toEqual([["P7", "P2", "mail"]]);
  });
});

describe("decisions", () => {
  test("all approvers absent without pre-authorisation: a counterexample exactly while they are", () => {
    const company: InWords = { ...THREE, roles: { lead: "client: ana", others: "client: ben eve" }, paths: { way: "last ana | PT0M others, acknowledge PT10M" }, absences: { ill: "ana from 2026-10-20T00:00Z until 2026-10-22T00:00Z" } };
    const [first] = proofOf(company, 0).counterexamples;
    // She can decide within the hour from 23:00 of the last day on.
    expect([first?.property, first?.at, first?.until, first?.minutes, first?.times]).toEqual(["P3", "2026-10-20T00:00Z", "2026-10-21T23:00Z", 47 * 60, 1]);
  });

  test("all approvers absent with pre-authorisation after all were tried 15 min: enough within the hour, not within 14 minutes", () => {
    const company: InWords = {
      ...THREE, roles: { lead: "client: ana", others: "client: ben eve" }, paths: { way: "last ana | PT0M others, acknowledge PT10M" }, absences: { ill: "ana from 2026-10-20T00:00Z until 2026-10-22T00:00Z" },
      preAuthorisations: { p1: "others may containment.authorise, when after-all-tried, tried PT15M" },
    };
    expect(proofOf(company, 0).verdict).toBe("PROVED");
    expect(found(proofOf({ ...company, severities: { s1: "1, acknowledge PT30M, decide PT14M" } }, 0))).toEqual(["P3"]);
    expect(proofOf({ ...company, severities: { s1: "1, acknowledge PT30M, decide PT15M" } }, 0).verdict).toBe("PROVED");
  });

  test("approver = performer, and he is the only one: nobody is left to approve", () => {
    const company: InWords = {
      ...THREE, events: { fire: "change.emergency.authorise" }, roles: { lead: "client: ana", others: "client: ben eve" }, paths: { way: "last ana | PT0M others, acknowledge PT10M" },
      rights: { r1: "lead may change.emergency.authorise" }, rows: { change: "decides change.emergency.authorise, R lead, A lead" },
    };
    expect(found(proofOf(company, 0))).toEqual(["P4"]);
    expect(proofOf({ ...company, rows: { change: "decides change.emergency.authorise, R others, A lead" } }, 0).verdict).toBe("PROVED");
    // Where the verb approves nobody's act, whoever performs it may decide it too.
    expect(proofOf({ ...company, events: { fire: "containment.authorise" }, rights: { r1: "lead may containment.authorise" }, rows: { change: "decides containment.authorise, R lead, A lead" } }, 0).verdict).toBe("PROVED");
  });

  test("whoever performs a change is missing: nobody performs it, and nothing is lacking", () => {
    const company: InWords = { ...THREE, events: { fire: "change.emergency.authorise" }, roles: { lead: "client: ana ben", others: "client: eve" }, paths: { way: "last ana | PT0M lead others, acknowledge PT10M" }, rights: { r1: "lead may change.emergency.authorise" }, rows: { change: "decides change.emergency.authorise, R others, A lead" } };
    expect(proofOf(company, 1).verdict).toBe("PROVED");
  });

  test("one for each party: a party whose post is empty has not agreed", () => {
    const company: InWords = { ...THREE, roles: { lead: "client: ana ben eve", analyst: "provider:" }, rights: { r1: "lead may containment.authorise, one-per-party", r2: "analyst may containment.authorise, one-per-party" } };
    expect([...found(proofOf(company, 0))].sort()).toEqual(["P3", "P4"]);
  });

  test("warranty or paid with no decider: nobody may confirm it, at any time", () => {
    const { counterexamples: [first] } = proofOf({ ...THREE, events: { broken: "warranty.confirm" } }, 0);
    expect([first?.property, first?.verb, first?.minutes]).toEqual(["P3", "warranty.confirm", 15 * 24 * 60]);
  });

  test("cyclic and chained delegation opens nothing: the third in the chain may not decide", () => {
    const company: InWords = {
      ...THREE, roles: { lead: "client: ana", second: "client: ben", third: "client: eve" }, rights: { r1: "lead may containment.authorise, delegable" },
      delegations: {
        d1: "ana to ben from 2026-10-01T00:00Z until 2026-12-01T00:00Z, containment.authorise", d2: "ben to eve from 2026-10-01T00:00Z until 2026-12-01T00:00Z, containment.authorise",
        d3: "eve to ana from 2026-10-01T00:00Z until 2026-12-01T00:00Z, containment.authorise",
      },
      paths: { way: "last ana | PT0M lead second third, acknowledge PT10M" },
    };
    // Ana and whoever she lent it to: both gone, and Eve is there in vain.
    expect(proofOf(company, 1).verdict).toBe("PROVED");
    expect(only(proofOf(company, 2), "P7 P3")).toEqual(["P7 P3 without ana ben"]);
  });

  test("delegator and delegate are one voice: missing either of them breaks nothing, a third is wanted all the same", () => {
    const company: InWords = { ...THREE, roles: { lead: "client: ana", others: "client: ben eve" }, rights: { r1: "lead may containment.authorise, 2 of, delegable", r2: "only eve may containment.authorise, 2 of" }, delegations: { d: "ana to ben from 2026-10-01T00:00Z until 2026-12-01T00:00Z, containment.authorise" }, paths: { way: "last ana | PT0M lead others, acknowledge PT10M" } };
    const broken = proofOf(company, 1).counterexamples.filter(({ of }) => of === "P3" || of === "P4");
    expect([...new Set(broken.map(({ missing }) => missing.join(" ")))]).toEqual(["eve"]);
  });
});

describe("people to tell, and regulators", () => {
  test("provider determines but the client must notify: each of the three is asked for apart", () => {
    const company: InWords = {
      ...THREE,
      people: { ana: "client, voice", ben: "client, voice", eve: "provider, voice" },
      roles: { lead: "client: ana ben", analyst: "provider: eve", legal: "client:" },
      rights: { r1: "lead may containment.authorise", r2: "lead may notify.regulator" },
      clocks: { dfs: "regulatory, anchor determination, limit PT72H, determiner analyst, submitter lead" },
    };
    expect(proofOf(company, 0).verdict).toBe("PROVED");
    expect(only(proofOf(company, 1), "P7 P6")).toEqual(["P7 P6 without eve"]);
    expect(found(proofOf({ ...company, clocks: { dfs: "regulatory, anchor determination, limit PT72H, determiner legal, submitter lead" } }, 0))).toContain("P6");
    expect(found(proofOf({ ...company, clocks: { dfs: "regulatory, anchor determination, limit PT72H, determiner analyst, submitter legal" } }, 0))).toContain("P6");
    expect(found(proofOf({ ...company, rights: { r1: "lead may containment.authorise" } }, 0))).toContain("P6");
  });

  test("two voices are wanted to notify a regulator, and one is there", () => {
    const company: InWords = { ...THREE, roles: { lead: "client: ana ben eve", legal: "client: ana" }, rights: { r1: "lead may containment.authorise", r2: "legal may notify.regulator, 2 of" }, clocks: { dfs: "regulatory, anchor determination, limit PT72H, determiner lead, submitter lead" } };
    expect(found(proofOf(company, 0))).toEqual(["P6"]);
    expect(proofOf({ ...company, roles: { lead: "client: ana ben eve", legal: "client: ana ben" } }, 0).verdict).toBe("PROVED");
  });

  test("somebody to tell who is off for the weekend is told too late on Friday evening", () => {
    const company: InWords = { ...THREE, people: { ...THREE.people, law: "client, Europe/Berlin, mon-fri 09:00-17:00, voice" }, roles: { lead: "client: ana ben eve", legal: "client: law" }, informs: { i: "legal, within PT2H" } };
    const { counterexamples: [first] } = proofOf(company, 0, "2026-10-23T00:00Z", "2026-10-27T00:00Z");
    // Told until Friday 17:00; from 15:00Z on too late, until two hours before Monday 09:00, which is at +01:00.
    // Before that, the night to Friday: until two hours before 07:00Z.
    expect([first?.property, first?.at, first?.until, first?.times]).toEqual(["P5", "2026-10-23T00:00Z", "2026-10-23T05:00Z", 3]);
    const minutes = 5 * 60 + (9 + 24 + 24 + 6) * 60 + 8 * 60;
    expect(first?.minutes).toBe(minutes);
  });
});

describe("the clocks that change", () => {
  test("the two weeks in which two zones' DST differ: a follow-the-sun pair has a gap in one of them only", () => {
    const company: InWords = {
      ...THREE, people: { ana: "client, Europe/Berlin, mon-sun 07:00-19:00, voice", ben: "client, America/New_York, mon-sun 13:00-01:00, voice" }, roles: { lead: "client: ana ben" },
    };
    // 19:00 in Berlin is 13:00 in New York, and 07:00 is 01:00, but in the last week of October Berlin is an hour later; on 1 November the
    // 01:00 at which New York goes home is there twice, and it goes at the second.
    const proof = proofOf(company, 0, "2026-10-20T00:00Z", "2026-11-05T00:00Z");
    const p1 = proof.counterexamples.find(({ property }) => property === "P1");
    expect([p1?.at, p1?.times, p1?.minutes]).toEqual(["2026-10-25T05:00Z", 7, 7 * 60]);
    expect(p1?.walls).toEqual([{ zone: "Europe/Berlin", wall: "Sun 2026-10-25 06:00" }]);
  });

  test("absence ending exactly at shift start leaves no gap, a minute later it does", () => {
    const nights = (until: string): InWords => ({
      ...THREE, rotations: { rota: "lead, Europe/Berlin | 2026-10-20T08:00 every P1D: ana ben" }, roles: { lead: "client: ana ben" },
      absences: { ill: `ana from 2026-10-21T06:00Z until ${until}` },
    });
    // Her turns begin on the 20th and the 22nd at 06:00Z.
    const p1 = (until: string) => proofOf(nights(until), 0, "2026-10-20T06:00Z", "2026-10-24T00:00Z").counterexamples.filter(({ property }) => property === "P1");
    expect(p1("2026-10-22T06:00Z")).toEqual([]);
    expect(p1("2026-10-22T06:01Z")).toMatchObject([{ at: "2026-10-22T06:00Z", until: "2026-10-22T06:01Z", minutes: 1 }]);
  });
});

describe("what stands all the time", () => {
  test("path references itself: a circle is found", () => {
    expect(found(proofOf({ ...THREE, paths: { way: "last ana, then way | PT0M lead, acknowledge PT10M" } }, 0))).toEqual(["P8"]);
  });

  test("empty step: passed over at once, so the next one is in time", () => {
    const company: InWords = { ...THREE, roles: { lead: "client: ana ben eve", nobody: "client:" }, paths: { way: "last ana | PT0M nobody, acknowledge PT20M | PT25M lead, acknowledge PT10M" } };
    expect(only(proofOf(company, 0), "P1")).toEqual([]);
    // With somebody in it the second step would end at 35 of 30 minutes; the first is in time.
    expect(only(proofOf({ ...company, roles: { lead: "client: ana ben", nobody: "client: eve" } }, 0), "P1")).toEqual([]);
  });

  test("shared inbox alone: nobody, and said so", () => {
    const proof = proofOf({ ...THREE, people: { ana: "client, email@shared", ben: "client, voice", eve: "client, voice" } }, 0);
    expect(proof.counterexamples.filter(({ property }) => property === "P8").length).toBe(1);
    expect(only(proof, "P1")).toEqual([]);
  });

  test("a number verified 400 days ago: nobody's good contact, while calls still go there", () => {
    const proof = proofOf({ ...THREE, people: { ana: "client, voice@2025-09-14", ben: "client, voice", eve: "client, voice" } }, 0);
    expect(found(proof)).toEqual(["P8"]);
  });

  test("a matrix without events proves nothing, and says so", () => {
    const { events: _, ...company } = THREE;
    expect(proofOf(company, 0).verdict).toBe("INCOMPLETE");
  });

  test("too much to try: incomplete, and what was left out is named", () => {
    const company: InWords = { ...THREE, people: { ana: "client, voice, substitute eve", ben: "client, voice", eve: "client, voice" } };
    const proof = prove(inWords(company), { from: minuteOf("2026-10-19T00:00Z"), until: minuteOf("2026-10-20T00:00Z"), absent: 2 }, undefined, 1);
    expect(proof.incomplete.length).toBeGreaterThan(0);
    expect(proof.verdict).not.toBe("PROVED");
  });
});
