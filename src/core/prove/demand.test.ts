import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { agreement, anyOf, choose, count, judge, seats, TooMuch, type Demand } from "./demand.ts";

const ALWAYS = [0, 10];
const humans = (...list: readonly number[]) => list.map((human) => ({ human, spans: ALWAYS }));
const seated = fc.array(fc.record({ human: fc.integer({ min: 0, max: 2 }), seat: fc.integer({ min: 0, max: 2 }) }), { minLength: 2, maxLength: 3 });
const apart = fc.option(fc.integer({ min: 0, max: 2 }), { nil: undefined });
const one: fc.Arbitrary<Demand> = fc.oneof(
  fc.tuple(fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 2, maxLength: 3 }), fc.integer({ min: 1, max: 2 })).map(([list, need]) => count(humans(...list), need)),
  fc.tuple(seated, fc.integer({ min: 1, max: 3 }), apart).map(([list, need, alone]) => seats(list.map((at) => ({ ...at, spans: ALWAYS })), 3, need, alone)),
  fc.tuple(fc.array(fc.record({ human: fc.integer({ min: 0, max: 2 }), seat: fc.integer({ min: 0, max: 1 }), authority: fc.integer({ min: 0, max: 2 }) }), { minLength: 2, maxLength: 3 }), fc.integer({ min: 2, max: 3 }), apart).map(([list, there, alone]) => agreement(list.map((at) => ({ ...at, spans: ALWAYS })), there, alone)),
);
const demand: fc.Arbitrary<Demand> = fc.oneof(one, fc.array(one, { minLength: 1, maxLength: 2 }).map((ways) => anyOf(ways)));
const subsets = (size: number): number[][] => Array.from({ length: 1 << size }, (_, bits) => Array.from({ length: size }, (_, i) => i).filter((i) => (bits >> i) & 1));
const ANYBODY = subsets(3).map((gone) => new Set(gone));

/** The same people on the same stretches, asked in the same words. */
const keyOf = ({ members, like }: Demand) => `${members.map(({ human }) => human).join()} | ${like}`;

describe("what is demanded", () => {
  test("is the same wherever it is said in the same words", () => {
    const known = new Map<string, Demand>();
    fc.assert(fc.property(demand, (next) => {
      const before = known.get(keyOf(next)) ?? next;
      known.set(keyOf(next), before);
      for (const available of subsets(next.members.length)) for (const missing of ANYBODY) if (before.holds(available, missing) !== next.holds(available, missing)) return false;
      return true;
    }), { numRuns: 1_500, seed: 7 });
    // Little enough is demanded that the same comes back.
    expect(known.size).toBeLessThan(1_400);
  });

  test("names each number and seat it looks at", () => {
    const at = (seat: number, human = seat) => ({ human, seat, spans: ALWAYS });
    const said = [
      count(humans(0, 1), 1), count(humans(0, 1), 2), seats([at(0), at(1)], 2, 1), seats([at(0), at(1)], 2, 2), seats([at(0), at(1)], 3, 2), seats([at(0), at(1)], 2, 2, 0), seats([at(0), at(1)], 2, 2, 1), seats([at(0), at(0, 1)], 2, 2),
      agreement([at(0), at(1)], 2), agreement([at(0), at(1)], 2, 0), agreement([at(0), at(1)], 3), agreement([at(0), { ...at(1), authority: 4 }], 2), agreement([at(0), at(0, 1)], 2),
      anyOf([count(humans(0), 1), count(humans(1), 1)]), anyOf([count(humans(0), 1), count(humans(1), 2)]), anyOf([count(humans(0, 1), 1), count([], 1)]), anyOf([count([], 1), count(humans(0, 1), 1)]),
    ].map(({ like }) => like);
    expect(new Set(said).size).toBe(said.length);
  });

  test("nobody serves when nothing is asked of anybody", () => {
    expect(anyOf([]).holds([], new Set())).toBe(false);
    expect(anyOf([]).members).toEqual([]);
  });

  test("a seat apart counts only where somebody can sit on it", () => {
    const two = seats([{ human: 0, seat: 0, spans: ALWAYS }, { human: 1, seat: 1, spans: ALWAYS }], 2, 2, 1);
    expect([two.holds([0, 1], new Set()), two.holds([0], new Set()), two.holds([1], new Set()), two.holds([0, 1], new Set([1])), two.holds([0, 1], new Set([0]))]).toEqual([true, true, false, true, false]);
    const both = agreement([{ human: 0, seat: 0, spans: ALWAYS, authority: 0 }, { human: 1, seat: 1, spans: ALWAYS, authority: 1 }, { human: 0, seat: 2, spans: ALWAYS }], 3, 2);
    // Whoever sits apart cannot also agree.
    expect([both.holds([0, 1], new Set()), both.holds([0, 1, 2], new Set()), both.holds([1], new Set())]).toEqual([true, false, false]);
  });
});

describe("what missing people do", () => {
  const effort = (most = 100_000) => ({ tried: 0, most });

  test("is the same whether it is counted or tried out, up to any bound", () => {
    fc.assert(fc.property(demand, fc.integer({ min: 0, max: 3 }), fc.nat(15), (asked, bound, bits) => {
      const available = asked.members.flatMap((_, i) => ((bits >> i) & 1 ? [i] : []));
      const judged = judge(asked, available, bound, effort());
      const breaking = ANYBODY.filter((gone) => gone.size <= bound && [...gone].every((human) => available.some((i) => asked.members[i]?.human === human)) && !asked.holds(available, gone));
      const smallest = breaking.filter((gone) => !breaking.some((less) => less.size < gone.size && [...less].every((human) => gone.has(human))));
      const told = (sets: readonly Iterable<number>[]) => sets.map((gone) => [...gone].sort().join()).sort();
      expect(judged.missing).toBe(breaking.length === 0 ? bound + 1 : Math.min(...breaking.map(({ size }) => size)));
      // What is counted names the sets of its size; none is smaller.
      expect(told(judged.sets)).toEqual(told(smallest));
      for (const gone of ANYBODY) if (gone.size <= bound) expect(judged.fails(gone)).toBe(!asked.holds(available, gone));
    }), { numRuns: 600, seed: 11 });
  });

  test("is given up when it takes more than may be tried, to the set", () => {
    const { need: _, ...asked } = count(humans(0, 1, 2), 1);
    const used = effort();
    judge(asked, [0, 1, 2], 2, used);
    // Nobody, each of three, each two of them.
    expect(used.tried).toBe(7);
    expect(() => judge(asked, [0, 1, 2], 2, effort(7))).not.toThrow();
    expect(() => judge(asked, [0, 1, 2], 2, effort(6))).toThrow(TooMuch);
  });

  test("looks at somebody who is not there where another steps in for them", () => {
    const asked: Demand = { members: [{ human: 0, spans: ALWAYS, standsInFor: 5 }], like: "", holds: (available, missing) => available.includes(0) && missing.has(5) && !missing.has(0) };
    expect(judge(asked, [0], 1, effort()).sets).toEqual([[]]);
    expect(judge(asked, [0], 1, effort()).fails(new Set([5]))).toBe(false);
  });
});

test("every choice of so many, each once", () => {
  expect([...choose(["a", "b", "c"], 2)]).toEqual([["a", "b"], ["a", "c"], ["b", "c"]]);
  expect([...choose(["a", "b"], 0)]).toEqual([[]]);
  expect([...choose(["a", "b"], 3)]).toEqual([]);
});
