import { expect, test } from "vitest";
import type { Counterexample } from "#core/prove/story.ts";
import { bundled, narrowed } from "./counterexamples.ts";

const one = (change: Partial<Counterexample>): Counterexample => ({ property: "P3", event: "fire", severity: "s1", verb: "incident.declare", also: [], missing: [], walls: [], minutes: 1, times: 1, says: "", ...change });
const hole = one({});
const ana = one({ property: "P7", of: "P1", missing: ["ana"] });
const anaToo = one({ property: "P7", of: "P3", missing: ["ana"] });
const both = one({ property: "P7", of: "P3", missing: ["ana", "ben"] });
const flight = one({ property: "P7", of: "P3", missing: ["ana"], cause: "flight" });
const always: Counterexample = { property: "P8", also: [], missing: [], walls: [], minutes: 0, times: 0, says: "" };

test("holes come first, then what happens together, then single people, and what always stands wrong last", () => {
  expect(bundled([always, both, ana, hole, flight, anaToo]).map(({ kind, members }) => [kind, members.length])).toEqual([["holes", 1], ["together", 1], ["alone", 2], ["several", 1], ["standing", 1]]);
});

test("a choice keeps what concerns it, also where it is one of several cases", () => {
  const elsewhere = one({ event: "flood", also: [{ event: "fire", severity: "s2" }] });
  expect(narrowed([hole, elsewhere, always], { event: "fire", severity: "s2" })).toEqual([elsewhere]);
  expect(narrowed([hole, ana], { what: "contact" })).toEqual([ana]);
  expect(narrowed([hole, ana], { what: "incident.declare" })).toEqual([hole]);
  expect(narrowed([hole, always], {})).toEqual([hole, always]);
});
