import { expect, test } from "vitest";
import { drawn } from "../lint/sketch.ts";
import type { Hours, Rotation } from "../model/party.ts";
import { minuteOf } from "../time/minute.ts";
import { World } from "../who/world.ts";
import { earlierTurns } from "./earlier-turns.ts";
import type { Counterexample } from "./story.ts";

const FRIDAY_AT_SIX = "2026-11-27T18:00Z";

function repairs(hours: readonly Hours[] | undefined, at: string | null = FRIDAY_AT_SIX, timeZone = "Europe/London") {
  const rotation: Rotation = { id: "duty", name: "Duty", role: "business-owner", timeZone, layers: [{ people: ["ana-ortiz", "ben-okafor"], from: "2026-10-02T22:00", turn: "P1W", ...(hours === undefined ? {} : { hours: [...hours] }) }] };
  const document = drawn({ people: { "Ana Ortiz": ["Business Owner"], "Ben Okafor": ["Business Owner"] }, matrix: { rotations: [rotation] } });
  const world = new World(document, minuteOf("2026-11-22T00:00Z"), minuteOf("2026-12-22T00:00Z"));
  const found = { property: "P3", also: [], missing: [], walls: [], minutes: 180, times: 1, says: "", ...(at === null ? {} : { at }) } satisfies Counterexample;
  return [...earlierTurns(world, document.roles[0] ?? { id: "", name: "", party: "" }, found)].map(({ says, edits }) => ({ says, hours: edits.flatMap((edit) => (edit.do === "set" ? (edit.value as Rotation["layers"]).map((layer) => layer.hours) : [])) }));
}

test("a rotation that opens later that day opens when the hole does", () => {
  expect(repairs([{ days: ["fri"], from: "22:00", until: "24:00" }])).toEqual([{ says: "let `Duty` begin at 18:00 on Fridays instead of 22:00", hours: [[{ days: ["fri"], from: "18:00", until: "24:00" }]] }]);
});

test("the other days of the same hours stay as they are", () => {
  expect(repairs([{ days: ["thu", "fri"], from: "22:00", until: "08:00" }])[0]?.hours).toEqual([[{ days: ["thu"], from: "22:00", until: "08:00" }, { days: ["fri"], from: "18:00", until: "08:00" }]]);
});

test("the hours that begin next are the ones that begin earlier", () => {
  expect(repairs([{ days: ["fri"], from: "23:00", until: "24:00" }, { days: ["fri"], from: "20:00", until: "22:00" }])[0]?.says).toBe("let `Duty` begin at 18:00 on Fridays instead of 20:00");
});

test("the wall is that of the rotation's zone", () => {
  expect(repairs([{ days: ["sat"], from: "08:00", until: "24:00" }], FRIDAY_AT_SIX, "Australia/Sydney")[0]?.says).toBe("let `Duty` begin at 05:00 on Saturdays instead of 08:00");
});

test("nothing is proposed where the rotation is never closed, opened earlier, or where nobody knows when the hole is", () => {
  expect(repairs(undefined)).toEqual([]);
  expect(repairs([{ days: ["fri"], from: "06:00", until: "17:00" }])).toEqual([]);
  expect(repairs([{ days: ["mon"], from: "22:00", until: "24:00" }])).toEqual([]);
  expect(repairs([{ days: ["fri"], from: "22:00", until: "24:00" }], null)).toEqual([]);
});
