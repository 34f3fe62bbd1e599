import { describe, expect, test } from "vitest";
import { inWords } from "../../../test/worlds/in-words.ts";
import type { MatrixDocument } from "../model/document.ts";
import { minuteOf } from "../time/minute.ts";
import { findingsOf } from "./as-findings.ts";
import { drawProof } from "./draw-proof.ts";
import type { Proof } from "./prove.ts";
import { caseOfStory, failingIn, failingWithout } from "./sentence.ts";
import { wallOf, zonesOf, type Counterexample } from "./story.ts";

const COMPANY: MatrixDocument = {
  ...inWords({
    people: { ana: "client, Europe/Berlin, voice", ben: "client, voice" },
    roles: { lead: "client: ana", second: "client: ben" },
    events: { fire: "containment.authorise" }, severities: { s1: "1" },
    rights: { refused: "second may risk.accept, deny", allowed: "lead may risk.accept", other: "lead may containment.authorise" },
    paths: { way: "| PT0M lead" }, together: { ferry: "ana ben" },
    absences: { leave: "ana from 2026-11-01T00:00Z until 2026-11-02T00:00Z" },
  }),
  title: "Of the company",
};

const story = (more: Partial<Counterexample> = {}): Counterexample => ({ property: "P1", also: [], missing: [], walls: [], minutes: 60, times: 1, says: "something fails", ...more });
const findings = (...stories: readonly Counterexample[]) => findingsOf(COMPANY, stories, "2026-11-22");

describe("findings of a proof", () => {
  test("say once what the same people missing break, and all that differs", () => {
    const resting = story({ property: "P7", of: "P3", verb: "risk.accept", from: { kind: "path", id: "way" }, missing: ["ana"], cause: "ferry" });
    expect(findings(resting, { ...resting, event: "fire", minutes: 61 })).toHaveLength(1);
    expect(findings(resting, { ...resting, of: "P4" }, { ...resting, verb: "containment.authorise" }, { ...resting, from: { kind: "path", id: "other" } }, { ...resting, missing: ["ben"] }, { ...resting, cause: "gale" })).toHaveLength(6);
    expect(findings(story(), story())).toHaveLength(2);
  });

  test("stand where they come from: at an item, at the first right, at the event, or at the matrix", () => {
    const at = (more: Partial<Counterexample>) => findings(story(more)).map((one) => ({ at: one.at, title: one.title }))[0];
    expect(at({ from: { kind: "matrix", id: "matrix" }, event: "fire" })).toEqual({ at: { kind: "matrix" }, title: "Of the company" });
    expect(at({ from: { kind: "path", id: "way" } })).toEqual({ at: { kind: "path", id: "way" }, title: "way" });
    expect(at({ verb: "risk.accept", event: "fire" })).toEqual({ at: { kind: "decision-right", id: "allowed" }, title: "allowed" });
    expect(at({ verb: "warranty.confirm", event: "fire" })).toEqual({ at: { kind: "event", id: "fire" }, title: "fire" });
    expect(at({})).toEqual({ at: { kind: "matrix" }, title: "Of the company" });
    // What has no name is called by its id, and so is what is not there.
    expect(at({ from: { kind: "absence", id: "leave" } })?.title).toBe("leave");
    expect(at({ from: { kind: "path", id: "gone" } })?.title).toBe("gone");
  });

  test("are accepted for a rule at a place, until a day", () => {
    const waived = (waiver: object) => findingsOf({ ...COMPANY, waivers: [{ id: "w", rule: "proof-p1", at: { kind: "path", id: "way" }, by: "ana", reason: "known", until: "2026-11-22", ...waiver }] } as MatrixDocument, [story({ from: { kind: "path", id: "way" } })], "2026-11-22")[0]?.waived;
    expect(waived({})).toEqual({ by: "ana", until: "2026-11-22", reason: "known" });
    expect(waived({ by: "somebody" })?.by).toBe("somebody");
    for (const other of [{ until: "2026-11-21" }, { rule: "proof-p2" }, { at: { kind: "path", id: "other" } }, { at: { kind: "role", id: "way" } }]) expect(waived(other)).toBeUndefined();
    expect(findings(story())[0]?.waived).toBeUndefined();
  });
});

describe("a counterexample in words", () => {
  test("is what cannot be done, by its property", () => {
    const words = (more: Partial<Counterexample>) => failingIn(COMPANY, story(more));
    expect(words({})).toBe("nobody can be called in time");
    expect(words({ property: "P2" })).toBe("there is no other human behind the first to be called");
    expect(words({ property: "P3", verb: "risk.accept" })).toBe("nobody who may accept the risk can be reached in time");
    expect(words({ property: "P4", verb: "risk.accept", asks: "enough people decide" })).toBe("too few are there to accept the risk together");
    expect(words({ property: "P4", verb: "risk.accept", asks: "risk.accept is decided without whoever performs it" })).toBe("it takes one to do it and another who may accept the risk, and two are not there");
    expect(words({ property: "P7", of: "P5", from: { kind: "role", id: "lead" } })).toBe("lead cannot be told in time");
    expect(words({ property: "P5" })).toBe("whoever must be told cannot be told in time");
    expect(words({ property: "P6", asks: "somebody submits what somebody wrote" })).toBe("within the limit nobody submits what somebody wrote");
    expect(words({ property: "P6", asks: "when somebody asks" })).toBe("within the limit nobody when somebody asks");
    expect(words({ property: "P8" })).toBe("something fails");
  });

  test("names who is missing, or what takes them", () => {
    expect(failingWithout(COMPANY, story({ missing: ["ana", "zoe"] }))).toBe("without ana and zoe nobody can be called in time");
    expect(failingWithout(COMPANY, story({ missing: ["ana"], cause: "ferry" }))).toBe("`ferry`: nobody can be called in time");
    expect(failingWithout({ ...COMPANY, people: undefined, correlatedAbsences: undefined } as unknown as MatrixDocument, story({ missing: ["ana"], cause: "ferry" }))).toBe("without ana nobody can be called in time");
  });

  test("names the case and how many more there are", () => {
    const also = { event: "fire", severity: "s2" };
    expect(caseOfStory(COMPANY, { event: "fire", severity: "s1", also: [] })).toBe("fire at s1");
    expect(caseOfStory(COMPANY, { event: "gone", severity: "s9", also: [also] })).toBe("gone at s9 and 1 more case");
    expect(caseOfStory(COMPANY, { event: "fire", severity: "s1", also: [also, also] })).toBe("fire at s1 and 2 more cases");
    expect(caseOfStory({ ...COMPANY, events: undefined, severities: undefined } as unknown as MatrixDocument, { event: "fire", severity: "s1", also: [] })).toBe("fire at s1");
    expect(caseOfStory(COMPANY, { also: [] })).toBe("");
  });

  test("tells the hour on the walls of the parties, of each the wall most live by", () => {
    const people = (...zones: readonly (readonly [party: string, timeZone?: string])[]) => zonesOf({ document: { ...COMPANY, people: zones.map(([party, timeZone], i) => ({ id: `p${i}`, name: `P${i}`, party, ...(timeZone === undefined ? {} : { timeZone }) })) } as MatrixDocument });
    expect(people(["provider", "Asia/Tokyo"], ["client"], ["client"], ["client", "Europe/Rome"], ["client", "Europe/Berlin"], ["client", "Europe/Berlin"])).toEqual(["Europe/Berlin", "Asia/Tokyo"]);
    expect(people(["client", "Europe/Rome"], ["provider", "Europe/Rome"])).toEqual(["Europe/Rome"]);
    expect(people(["client"])).toEqual([]);
    expect(zonesOf({ document: { ...COMPANY, people: undefined } as unknown as MatrixDocument })).toEqual([]);
    expect(wallOf("Asia/Tokyo", minuteOf("2026-11-22T20:05Z"))).toBe("Mon 2026-11-23 05:05");
    expect(wallOf("Nowhere/AtAll", minuteOf("2026-11-22T20:05Z"))).toBe("Sun 2026-11-22 20:05");
  });
});

describe("a proof as text", () => {
  const proof = (more: Partial<Proof>): Proof => ({ verdict: "COUNTEREXAMPLE", horizon: { from: minuteOf("2026-11-22T00:00Z"), until: minuteOf("2026-12-22T00:00Z"), absent: 1 }, counterexamples: [], assumptions: ["all is well"], incomplete: [], checked: { cases: 2, obligations: 3, pieces: 4_567 }, examined: [], ...more });
  const lines = (more: Partial<Proof>, document = COMPANY) => drawProof(document, proof(more), { matrix: "a".repeat(64), directory: "b".repeat(64), timeZones: "2026a" }, (tone, text) => `${tone}: ${text}`).split("\n");

  test("says first how it ended and what it covers", () => {
    expect(lines({ verdict: "PROVED" })).toEqual([
      "good: PROVED  2026-11-22T00:00Z to 2026-12-22T00:00Z, anybody missing besides the declared absences", "dim: 2 cases, 3 obligations, 4,567 pieces of time", "",
      "strong: rests on", "dim:   all is well", "", "dim: matrix aaaaaaaaaaaa, directory bbbbbbbbbbbb, time zones 2026a",
    ]);
    expect(lines({ verdict: "INCOMPLETE", incomplete: ["a corner"], horizon: { ...proof({}).horizon, absent: 0 } }).slice(0, 5)).toEqual(["warning: INCOMPLETE  2026-11-22T00:00Z to 2026-12-22T00:00Z, nobody missing besides the declared absences", "dim: 2 cases, 3 obligations, 4,567 pieces of time", "", "warning: not looked at", "  a corner"]);
    expect(lines({ horizon: { ...proof({}).horizon, absent: 2 } })[0]).toBe("error: COUNTEREXAMPLE  2026-11-22T00:00Z to 2026-12-22T00:00Z, any 2 people missing besides the declared absences");
    expect(drawProof(COMPANY, proof({ verdict: "PROVED" }), { matrix: "", directory: "", timeZones: "" })).toMatch(/^PROVED {2}2026/);
  });

  test("tells each counterexample: what fails, in which case, when, where, and what mends it", () => {
    const also = { event: "fire", severity: "s1" };
    const drawn = (more: Partial<Counterexample>, document = COMPANY) => lines({ counterexamples: [story(more)] }, document).slice(3, -5);
    expect(drawn({})).toEqual(["error: P1  something fails"]);
    expect(drawn({ property: "P7", of: "P3", event: "fire", severity: "s1", verb: "risk.accept", also: [also], from: { kind: "path", id: "way" }, repair: { says: "do it", edits: [] }, at: "2026-11-22T00:00Z", until: "2026-11-22T01:00Z", walls: [{ zone: "UTC", wall: "here" }, { zone: "Asia/Tokyo", wall: "there" }] })).toEqual([
      "error: P7 (P3)  something fails", "dim:     fire, s1 and 1 more case: accept the risk", "dim:     from 2026-11-22T00:00Z (here UTC, there Asia/Tokyo) until 2026-11-22T01:00Z", "dim:     at path `way`", "    good: repair: do it",
    ]);
    expect(drawn({ event: "gone", severity: "s9", also: [also, also] })[1]).toBe("dim:     gone, s9 and 2 more cases");
    expect(drawn({ event: "fire", severity: "s1" }, { ...COMPANY, events: undefined, severities: undefined } as unknown as MatrixDocument)[1]).toBe("dim:     fire, s1");
    const often = (minutes: number, times = 2) => drawn({ at: "2026-11-22T00:00Z", until: "2026-11-22T01:00Z", minutes, times })[1]?.split("01:00Z")[1];
    expect([often(119), often(120), often(149), often(90_000), often(119, 1)]).toEqual([", 2 times, 119 min in all", ", 2 times, 2 h in all", ", 2 times, 2 h in all", ", 2 times, 1,500 h in all", ""]);
  });

  test("draws forty and says how many there are", () => {
    const many = (n: number) => lines({ counterexamples: Array.from({ length: n }, () => story()) });
    expect(many(40).filter((line) => line === "error: P1  something fails")).toHaveLength(40);
    expect(many(40).some((line) => line.includes("more:"))).toBe(false);
    expect(many(42).filter((line) => line === "error: P1  something fails")).toHaveLength(40);
    expect(many(42)).toContain("and 2 more: `--format json` has all 42");
  });
});
