import * as fc from "fast-check";
import { expect, test } from "vitest";
import { boundaryAfter, covers, intersect, lengthOf, spansOf, union, within, without, type Spans } from "../../src/core/time/spans.ts";
import { worlds } from "./random-company.ts";

const LAST = 40;

/** Any intervals, empty and overlapping ones too, in any order. */
const intervals = fc.array(fc.tuple(fc.integer({ min: 0, max: LAST }), fc.integer({ min: 0, max: LAST })), { maxLength: 7 });
const spans = intervals.map(spansOf);
const minutes = (list: Spans): ReadonlySet<number> => new Set(Array.from({ length: LAST + 1 }, (_, at) => at).filter((at) => covers(list, at)));
const runs = { numRuns: worlds(1_500) };

/** In order, none empty, none touching the next. */
const wellMade = (list: Spans): boolean => list.length % 2 === 0 && list.every((bound, i) => i === 0 || (list[i - 1] as number) < bound);

test("spans hold exactly the minutes of their intervals", () => {
  fc.assert(fc.property(intervals, (list) => {
    const made = spansOf(list);
    expect(wellMade(made)).toBe(true);
    for (let at = -1; at <= LAST + 1; at++) expect(covers(made, at)).toBe(list.some(([from, until]) => from <= at && at < until));
    expect(lengthOf(made)).toBe(minutes(made).size);
  }), runs);
});

test("both, either, and one without the other are what they are of sets of minutes", () => {
  fc.assert(fc.property(spans, spans, (a, b) => {
    const [left, right] = [minutes(a), minutes(b)];
    for (const made of [intersect(a, b), union(a, b), without(a, b)]) expect(wellMade(made)).toBe(true);
    for (let at = 0; at <= LAST; at++) {
      expect(covers(intersect(a, b), at)).toBe(left.has(at) && right.has(at));
      expect(covers(union(a, b), at)).toBe(left.has(at) || right.has(at));
      expect(covers(without(a, b), at)).toBe(left.has(at) && !right.has(at));
    }
  }), runs);
});

test("events in time are those with a minute of the spans between so many minutes after them", () => {
  fc.assert(fc.property(spans, fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 9 }), (list, earliest, latest) => {
    const made = within(list, earliest, latest);
    expect(wellMade(made)).toBe(true);
    for (let at = -20; at <= LAST + 1; at++) {
      const inTime = Array.from({ length: Math.max(0, latest - earliest + 1) }, (_, i) => at + earliest + i).some((minute) => covers(list, minute));
      expect(covers(made, at)).toBe(inTime);
    }
  }), runs);
});

test("the next bound is the first one after an instant", () => {
  fc.assert(fc.property(spans, fc.integer({ min: -1, max: LAST + 1 }), (list, at) => {
    const index = boundaryAfter(list, at);
    expect(list.slice(0, index).every((bound) => bound <= at)).toBe(true);
    expect(list.slice(index).every((bound) => bound > at)).toBe(true);
  }), runs);
});
