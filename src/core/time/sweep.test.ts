import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { covers, spansOf, type Spans } from "./spans.ts";
import { PASSED_OVER, sweep, type Swept } from "./sweep.ts";

const FROM = 3;
const UNTIL = 37;
const intervals = fc.array(fc.tuple(fc.integer({ min: -5, max: 45 }), fc.integer({ min: -5, max: 45 })), { maxLength: 5 }).map(spansOf);
/** Few are swept one way, many another, and a handful a third. */
const members = fc.oneof(fc.array(intervals, { maxLength: 5 }), fc.array(intervals, { minLength: 11, maxLength: 15 }), fc.array(intervals, { minLength: 28, maxLength: 34 }));

const stateAt = ({ from, state, states }: Swept, at: number): readonly number[] | undefined => states[state[from.findLastIndex((begins) => begins <= at)] ?? -1];
const holding = (list: readonly Spans[], at: number): number[] => list.flatMap((spans, i) => (covers(spans, at) ? [i] : []));

function wellMade({ from, state, states }: Swept): void {
  expect(from.every((at, i) => at >= FROM && at < UNTIL && (i === 0 || (from[i - 1] as number) < at))).toBe(true);
  // Where nothing changes nothing is cut, and no state is listed twice or without need.
  expect(state.every((one, i) => i === 0 || state[i - 1] !== one)).toBe(true);
  expect(new Set(states.map((one) => (one === PASSED_OVER ? "passed" : one.join()))).size).toBe(states.length);
  expect(new Set(state).size).toBe(states.length);
}

describe("time that is swept", () => {
  test("is in each minute in the state of exactly the spans that hold then, and is cut nowhere else", () => {
    fc.assert(fc.property(members, (list) => {
      const swept = sweep(list, FROM, UNTIL);
      expect(swept.from[0]).toBe(FROM);
      wellMade(swept);
      for (let at = FROM; at < UNTIL; at++) expect(stateAt(swept, at)).toEqual(holding(list, at));
    }), { numRuns: 300 });
  });

  test("is passed over where it is not to be looked at, and the same as ever where it is", () => {
    fc.assert(fc.property(members, intervals, (list, looked) => {
      const only = spansOf(pairs(looked).map(([from, until]) => [Math.max(from, FROM), Math.min(until, UNTIL)] as const));
      const swept = sweep(list, FROM, UNTIL, only);
      wellMade(swept);
      for (let at = FROM; at < UNTIL; at++) {
        if (covers(only, at)) {
          expect(stateAt(swept, at)).toEqual(holding(list, at));
          expect(stateAt(swept, at)).not.toBe(PASSED_OVER);
        } else expect(stateAt(swept, at)).toBe(PASSED_OVER);
      }
    }), { numRuns: 300 });
  });

  test("is one piece where nobody has a span", () => {
    expect(sweep([], FROM, UNTIL)).toMatchObject({ from: [FROM], state: [0], states: [[]] });
  });
});

const pairs = (spans: Spans): [number, number][] => Array.from({ length: spans.length / 2 }, (_, i) => [spans[2 * i] as number, spans[2 * i + 1] as number]);
