import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { nextChange, servingAt, startOf, stateAt, type VersionFacts, type VersionState } from "./states.ts";

const on = (words: string): number => Date.parse(`${words.length === 10 ? `${words}T12:00:00` : words}Z`);
const one = (facts: Partial<VersionFacts> = {}): VersionFacts => ({ number: 1, offeredAt: on("2026-01-05"), ...facts });
const state = (version: VersionFacts, at: string, ...others: VersionFacts[]): VersionState | undefined => stateAt(version, [version, ...others], on(at));

describe("a version", () => {
  test("is nothing before it is offered", () => expect(state(one(), "2026-01-04")).toBeUndefined());
  test("is offered until everybody has signed", () => {
    const version = one({ completeAt: on("2026-01-10") });
    expect(state(one(), "2027-01-01")).toBe("offered");
    expect([state(version, "2026-01-10T11:59:59"), state(version, "2026-01-10T12:00:00")]).toEqual(["offered", "in-force"]);
  });
  test("is signed and not in force yet before its first day, and in force with the first instant of that day", () => {
    const version = one({ completeAt: on("2026-01-10"), validFrom: "2026-02-01" });
    expect([state(version, "2026-01-31T23:59:59"), state(version, "2026-02-01T00:00:00")]).toEqual(["signed", "in-force"]);
  });
  test("is refused by one signatory, for good", () => expect(state(one({ refusedAt: on("2026-01-07") }), "2027-01-01")).toBe("refused"));
  test("is withdrawn while it waits for signatures", () => expect([state(one({ withdrawnAt: on("2026-01-07") }), "2026-01-06"), state(one({ withdrawnAt: on("2026-01-07") }), "2026-01-07")]).toEqual(["offered", "withdrawn"]));
  test("is withdrawn after it was signed, and serves no more", () => {
    const version = one({ completeAt: on("2026-01-10"), withdrawnAt: on("2026-03-01") });
    expect([state(version, "2026-02-28"), state(version, "2026-03-01")]).toEqual(["in-force", "withdrawn"]);
    expect(servingAt([version], on("2026-03-01"))).toBeUndefined();
  });
  test("expires with the end of its last day, and goes on serving, flagged", () => {
    const version = one({ completeAt: on("2026-01-10"), validUntil: "2026-06-30" });
    expect([state(version, "2026-06-30T23:59:59"), state(version, "2026-07-01T00:00:00")]).toEqual(["in-force", "expired"]);
    expect(servingAt([version], on("2028-01-01"))).toEqual({ number: 1, expired: true, since: on("2026-01-10") });
  });
  test("serves expired until it is withdrawn", () => {
    const version = one({ completeAt: on("2026-01-10"), validUntil: "2026-06-30", withdrawnAt: on("2026-08-01") });
    expect([servingAt([version], on("2026-07-31"))?.number, servingAt([version], on("2026-08-01"))]).toEqual([1, undefined]);
  });
  test("is superseded by the next one when that comes in force, not when it is signed", () => {
    const next = one({ number: 2, offeredAt: on("2026-02-01"), completeAt: on("2026-02-10"), validFrom: "2026-03-01" });
    const version = one({ completeAt: on("2026-01-10") });
    expect([state(version, "2026-02-28", next), state(version, "2026-03-01", next)]).toEqual(["in-force", "superseded"]);
    expect(servingAt([version, next], on("2026-03-01"))?.number).toBe(2);
  });
  test("that expired is superseded all the same", () => {
    const next = one({ number: 2, offeredAt: on("2026-07-01"), completeAt: on("2026-07-10") });
    expect(state(one({ completeAt: on("2026-01-10"), validUntil: "2026-06-30" }), "2026-08-01", next)).toBe("superseded");
  });
  test("does not come back when the one that superseded it is withdrawn", () => {
    const next = one({ number: 2, offeredAt: on("2026-02-01"), completeAt: on("2026-02-10"), withdrawnAt: on("2026-03-01") });
    const version = one({ completeAt: on("2026-01-10") });
    expect(state(version, "2026-04-01", next)).toBe("superseded");
    expect(servingAt([version, next], on("2026-04-01"))).toBeUndefined();
  });
  test("stays in force when the next one is withdrawn before it began", () => {
    const next = one({ number: 2, offeredAt: on("2026-02-01"), completeAt: on("2026-02-10"), validFrom: "2026-06-01", withdrawnAt: on("2026-03-01") });
    expect(state(one({ completeAt: on("2026-01-10") }), "2026-07-01", next)).toBe("in-force");
  });
  test("never comes in force after a later one did", () => {
    const early = one({ completeAt: on("2026-01-10"), validFrom: "2026-05-01" });
    const late = one({ number: 2, offeredAt: on("2026-02-01"), completeAt: on("2026-02-10") });
    expect([state(early, "2026-02-09", late), state(early, "2026-05-02", late)]).toEqual(["signed", "superseded"]);
    expect(servingAt([early, late], on("2026-05-02"))?.number).toBe(2);
  });
  test("whose last signature came after its last day never serves", () => {
    const version = one({ completeAt: on("2026-07-10"), validUntil: "2026-06-30" });
    expect([state(version, "2026-07-11"), startOf(version), servingAt([version], on("2026-07-11"))]).toEqual(["expired", undefined, undefined]);
  });
});

/** The same in the slowest way: minute after minute, what happened is told again. */
function slowly(all: readonly VersionFacts[], upTo: number): Map<number, VersionState> {
  const states = new Map<number, VersionState>();
  const begun = new Set<number>();
  const moments = Array.from({ length: upTo + 1 }, (_, i) => i);
  for (const now of moments) {
    for (const { number, offeredAt, completeAt, refusedAt, withdrawnAt } of all) {
      if (offeredAt === now) states.set(number, "offered");
      if (completeAt === now && states.get(number) === "offered" && refusedAt === undefined) states.set(number, "signed");
      if (refusedAt === now && states.get(number) === "offered") states.set(number, "refused");
      if (withdrawnAt === now && states.has(number)) states.set(number, "withdrawn");
    }
    for (const version of all) {
      const is = states.get(version.number);
      const from = version.validFrom === undefined ? 0 : Date.parse(`${version.validFrom}T00:00:00Z`);
      const end = version.validUntil === undefined ? Infinity : Date.parse(`${version.validUntil}T00:00:00Z`) + 86_400_000;
      if (is === "signed" && from <= now && now < end) {
        states.set(version.number, "in-force");
        begun.add(version.number);
      } else if (is === "signed" && now >= end) states.set(version.number, "expired");
      else if (is === "in-force" && now >= end) states.set(version.number, "expired");
    }
    for (const version of all) {
      const is = states.get(version.number);
      if (is !== undefined && ["signed", "in-force", "expired"].includes(is) && [...begun].some((later) => later > version.number)) states.set(version.number, "superseded");
    }
  }
  return states;
}

const STEPS = 40;
const step = fc.integer({ min: 0, max: STEPS });
/** Facts as the database lets them be: nothing before the offer, signed or refused and not both, days at the edge of the clock. */
const facts = fc.record({ offeredAt: step, signed: fc.option(step), refused: fc.boolean(), withdrawn: fc.option(step), days: fc.constantFrom([], ["1970-01-01", undefined], [undefined, "1969-12-31"], ["1970-01-02", undefined], [undefined, "1970-01-01"]) });
const world = fc.array(facts, { maxLength: 5 }).map((list) =>
  list.map(({ offeredAt, signed, refused, withdrawn, days: [validFrom, validUntil] }, i): VersionFacts => {
    const acted = signed === null ? undefined : offeredAt + signed;
    const withdrawnAt = withdrawn === null ? undefined : offeredAt + withdrawn;
    const stands = acted === undefined || (withdrawnAt !== undefined && withdrawnAt <= acted) || (refused && withdrawnAt !== undefined) ? undefined : acted;
    return { number: i + 1, offeredAt, ...(stands === undefined ? {} : refused ? { refusedAt: stands } : { completeAt: stands }), ...(withdrawnAt === undefined ? {} : { withdrawnAt }), ...(validFrom ? { validFrom } : {}), ...(validUntil ? { validUntil } : {}) };
  }),
);

describe("for any versions at any instant", () => {
  test("at most one is in force, or serves past its end", () => {
    fc.assert(fc.property(world, fc.integer({ min: 0, max: STEPS * 2 }), (all, at) => {
      const serve = all.filter((version) => { const is = stateAt(version, all, at); return is === "in-force" || (is === "expired" && startOf(version) !== undefined); });
      expect(serve.length).toBeLessThanOrEqual(1);
      expect(servingAt(all, at)?.number).toBe(serve[0]?.number);
    }));
  });
  test("the states are those somebody finds who tells it step by step", () => {
    fc.assert(fc.property(world, fc.integer({ min: 0, max: STEPS * 2 }), (all, at) => {
      const told = slowly(all, at);
      for (const version of all) expect(stateAt(version, all, at)).toBe(told.get(version.number));
    }), { numRuns: 400 });
  });
  test("between two changes nothing changes", () => {
    fc.assert(fc.property(world, fc.integer({ min: 0, max: STEPS * 2 }), (all, at) => {
      const next = nextChange(all, at) ?? STEPS * 3;
      const states = (when: number) => all.map((version) => stateAt(version, all, when));
      for (let now = at + 1; now < Math.min(next, STEPS * 3); now++) expect(states(now)).toEqual(states(at));
      if (next < STEPS * 3) expect(states(next)).not.toEqual(states(at));
    }));
  });
});
