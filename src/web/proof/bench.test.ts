import { expect, test } from "vitest";
import demo from "#library/demo.json" with { type: "json" };
import type { MatrixDocument } from "#core/model/document.ts";
import { applyEdits } from "#core/model/edit.ts";
import { horizonFrom } from "#core/prove/horizon.ts";
import { prove } from "#core/prove/prove.ts";
import { instantOf, minuteOf } from "#core/time/minute.ts";
import { who } from "#core/who/who.ts";
import { World } from "#core/who/world.ts";
import { Bench } from "./bench.ts";
import type { Answers, Ask, HeatDrawn, HeatSieve, Story, Verdict } from "./order.ts";

const company = demo as unknown as MatrixDocument;
const from = minuteOf("2026-11-22T02:00Z");
const bounds = { from, absent: 1 };

function benchOf(document: MatrixDocument) {
  const bench = new Bench();
  bench.take(structuredClone(document));
  return {
    bench,
    verdict: () => bench.answer({ do: "verdict", bounds, today: "2026-11-22", repairs: 100 }) as Verdict,
    heat: (sieve: HeatSieve, zone = "Europe/London") => bench.answer({ do: "heat", bounds, sieve, zone }) as HeatDrawn,
    ask: <A extends Ask>(ask: A) => bench.answer(ask) as Answers[A["do"]],
  };
}

test("the verdict is the one of the core, and what one change can close comes with it", () => {
  const { verdict } = benchOf(company);
  const { counterexamples, assumptions } = prove(company, horizonFrom(from, 1));
  const said = verdict();
  expect(said.counterexamples.map(({ repair: _, ...one }) => one)).toEqual(counterexamples);
  expect(said.assumptions).toEqual(assumptions);
  expect(said.counterexamples.filter(({ repair, of, property }) => repair === undefined && (of ?? property) !== "P4")).toEqual([]);
});

test("after each repair is made, what it was for is gone", () => {
  const { verdict, bench } = benchOf(company);
  const found = verdict().counterexamples.find(({ repair }) => (repair?.edits.length ?? 0) > 0);
  bench.take(structuredClone(applyEdits(company, found?.repair?.edits ?? [])));
  const left = verdict().counterexamples;
  expect(left.some(({ asks, missing, of, property }) => asks === found?.asks && of === found?.of && property === found?.property && missing.join() === found?.missing.join())).toBe(false);
});

test("the map says of an hour what the story of that hour tells", () => {
  const { heat, ask } = benchOf(company);
  const { week, asked, weeks } = heat({ what: "event.validate" });
  expect(week).toHaveLength(168);
  expect(asked.every(({ verb }) => verb === "event.validate")).toBe(true);
  for (const warm of [week[0], week[37], week[167], weeks[3]?.days[2]]) {
    if (!warm) throw new Error("an hour of the horizon");
    const story = ask({ do: "hour", bounds, key: asked[warm.asked]?.key ?? "", at: warm.at }) as Story;
    expect(story.missing).toBe(warm.missing);
    expect(story.sets.every((set) => set.length === warm.missing && set.every((person) => story.there.includes(person)))).toBe(true);
  }
});

test("a day of a week is as weak as its weakest hour, and days before the proof are not drawn", () => {
  const { weeks } = benchOf(company).heat({ what: "backup" });
  expect(weeks[0]?.days.slice(0, 6)).toEqual([null, null, null, null, null, null]);
  for (const { days, hours } of weeks) days.forEach((day, i) => expect(day?.missing ?? null).toBe(hours.slice(i * 24, i * 24 + 24).reduce<number | null>((low, hour) => (hour !== null && (low === null || hour < low) ? hour : low), null)));
});

test("what is promised is listed with its weakest minute, whichever of it is drawn", () => {
  const { heat } = benchOf(company);
  const all = heat({}).weakest;
  expect(heat({ what: "incident.declare" }).weakest).toEqual(all);
  expect(all.find(({ what }) => what === "containment.authorise")?.missing).toBe(0);
  expect(heat({ event: "vpn-down" }).weakest.some(({ what }) => what === "notify.regulator")).toBe(false);
  expect(heat({ event: "vpn-down", what: "notify.regulator" }).week).toEqual([]);
});

test("an hour that is asked about after the obligation went is answered with nothing", () => {
  const { bench, heat, ask } = benchOf(company);
  const { asked, week } = heat({ what: "report.write" });
  bench.take({ ...company, events: (company.events ?? []).map((event) => ({ ...event, verbs: (event.verbs ?? []).filter((verb) => verb !== "report.write") })) });
  expect(ask({ do: "hour", bounds, key: asked[0]?.key ?? "", at: week[0]?.at ?? from })).toBeNull();
});

test("who is answered as the core answers, minute after minute, with people left out", () => {
  const { ask } = benchOf(company);
  for (const at of [from, from + 1, from + 700]) for (const missing of [[], ["agata-nowak"]]) {
    const world = new World(company, at - 3_000, at + 62 * 1_440);
    const { validUntil, ...answer } = who(world, { event: "ransomware", severity: "s1", at, missing });
    expect(ask({ do: "who", event: "ransomware", severity: "s1", at, missing })).toEqual({ ...answer, validUntil });
    expect(validUntil).not.toBe(instantOf(at));
  }
  expect(ask({ do: "who", event: "flood", severity: undefined, at: from, missing: [] })).toBeNull();
});
