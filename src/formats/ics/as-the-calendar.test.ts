import fc from "fast-check";
import { expect, test } from "vitest";
import type { MatrixDocument } from "#core/model/document.ts";
import { MatrixDocument as Schema } from "#core/model/document.ts";
import { applyEdits } from "#core/model/edit.ts";
import type { Rotation } from "#core/model/party.ts";
import { DAY, minuteOf, WEEK, type Minute } from "#core/time/minute.ts";
import { zoneOf, type Wall } from "#core/time/zone.ts";
import { onShift, shiftsOf } from "#core/who/rotation.ts";
import { NoCalendar } from "./calendar-file.ts";
import { rotationFromCalendar, type ReadRotation } from "./rotation-from-calendar.ts";

const NAMES: Readonly<Record<string, string>> = { ana: "Ana Low", ben: "Ben Park", cleo: "Cleo Ray" };
const company = (timeZone: string) => ({
  remit: 1, title: "x", activities: [], parties: [{ id: "p", name: "P", kind: "provider" }],
  people: Object.entries(NAMES).map(([id, name]) => ({ id, name, party: "p", timeZone })),
  roles: [{ id: "soc", name: "SOC", party: "p", holders: ["ana", "ben", "cleo"] }],
}) as unknown as MatrixDocument;

/** Somebody from one wall time to another; somebody unknown where `who` is none of the matrix. */
interface Turn {
  readonly from: Wall;
  readonly until: Wall;
  readonly who: string;
}
interface Case {
  readonly zone: string;
  /** Written in the zone, in UTC, or without a zone. */
  readonly written: "zone" | "utc" | "floating";
  readonly turns: readonly Turn[];
}
interface Span {
  readonly from: Minute;
  readonly until: Minute;
  readonly who: string;
}

const zones = fc.constantFrom("America/New_York", "Europe/Berlin", "Asia/Kolkata");
const who = fc.oneof({ weight: 8, arbitrary: fc.constantFrom(...Object.keys(NAMES)) }, { weight: 1, arbitrary: fc.constant("unknown") });
const begins = fc.integer({ min: minuteOf("2026-02-10T00:00Z") / 15, max: minuteOf("2026-03-20T00:00Z") / 15 }).map((quarter) => quarter * 15);

/** No order at all: lengths and gaps as they come, or lengths of one kind. */
const loose = fc.record({ begins, lengths: fc.constantFrom([15, 720, WEEK], [WEEK], [DAY, 3 * DAY], [480, 480, 481], [30, 60], [720], [14 * DAY, 15]) }).chain(({ begins: from, lengths }) =>
  fc.array(fc.record({ gap: fc.oneof({ weight: 4, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.constantFrom(15, 60, 960, DAY, WEEK, 45 * DAY) }), length: fc.constantFrom(...lengths), who }), { minLength: 1, maxLength: 60 }).map((steps) => {
    let at = from;
    return steps.map(({ gap, length, who: person }): Turn => ({ from: at + gap, until: (at += gap + length), who: person }));
  }),
);

/** A circle with hand-overs at one hour, on all days or some, over two changes of the clocks, and a few exceptions and holes. */
const circles = fc.record({ begins, circle: fc.array(who, { minLength: 1, maxLength: 5 }), shape: fc.constantFrom({ every: WEEK, lasts: WEEK, n: 60 }, { every: DAY, lasts: DAY, n: 90 }, { every: DAY, lasts: 480, n: 90 }, { every: DAY, lasts: 720, n: 80 }, { every: 720, lasts: 720, n: 120 }, { every: 2 * WEEK, lasts: WEEK, n: 30 }), workdays: fc.boolean(), odd: fc.array(fc.record({ n: fc.nat(89), who: fc.oneof(who, fc.constant("nobody")) }), { maxLength: 6 }), steps: fc.constantFrom(1, 5, 7) }).map(({ begins: first, circle, shape: { every, lasts, n }, workdays, odd, steps }) => {
  const step = every < WEEK ? steps : 1;
  return Array.from({ length: n }, (_, i): Turn => ({ from: first + i * every, until: first + i * every + lasts, who: odd.find((one) => one.n === i)?.who ?? (circle[Math.floor(i / step) % circle.length] as string) }))
    .filter((turn) => turn.who !== "nobody" && (!workdays || every >= WEEK || (Math.floor(turn.from / DAY) + 3) % 7 < 5));
});

const cases: fc.Arbitrary<Case> = fc.record({ zone: zones, written: fc.constantFrom("zone" as const, "utc" as const, "floating" as const), turns: fc.oneof(loose, circles) });

const stamp = (at: number): string => new Date(at * 60_000).toISOString().slice(0, 16).replace(/[-:]/g, "") + "00";

function calendarOf({ zone, written, turns }: Case): { readonly text: string; readonly spans: readonly Span[] } {
  const wall = zoneOf(zone);
  const spans = turns.map(({ from, until, who: person }) => ({ from: wall?.begin(from) ?? 0, until: wall?.begin(until) ?? 0, who: person }));
  const time = (at: Wall, instant: Minute): string => (written === "utc" ? `:${stamp(instant)}Z` : written === "zone" ? `;TZID=${zone}:${stamp(at)}` : `:${stamp(at)}`);
  const events = turns.map(({ from, until, who: person }, i) => ["BEGIN:VEVENT", `UID:${i}`, `DTSTART${time(from, spans[i]?.from ?? 0)}`, `DTEND${time(until, spans[i]?.until ?? 0)}`, `SUMMARY:On call: ${NAMES[person] ?? "Zoe"}`, "END:VEVENT"].join("\r\n"));
  return { text: ["BEGIN:VCALENDAR", "VERSION:2.0", `X-WR-TIMEZONE:${zone}`, ...events, "END:VCALENDAR", ""].join("\r\n"), spans: spans.filter(({ from, until }) => from < until) };
}

/** The rotation has on duty whom the calendar has, at every boundary of either and at given minutes; returns what was compared. */
function compare(document: MatrixDocument, found: ReadRotation, spans: readonly Span[], random: readonly number[]): number {
  const after = applyEdits(document, found.edits);
  expect(Schema.safeParse(after).success).toBe(true);
  const rotation = after.rotations?.[0] as Rotation;
  const known = spans.filter((span) => span.who in NAMES);
  const [first, last] = [known[0]?.from ?? 0, minuteOf(found.until)];
  const shifts = shiftsOf(rotation, after.directory?.swaps ?? [], first - 30 * DAY, last + 30 * DAY);
  const end = found.goesOn ? last : last + 20 * DAY;
  const edges = [...spans.flatMap(({ from, until }) => [from, until]), ...shifts.from].flatMap((at) => [at - 1, at, at + 1]);
  const minutes = [...edges, first - 10 * DAY, ...random.map((part) => first - DAY + Math.floor((end - first + DAY) * part))].filter((at) => at < end).sort((a, b) => a - b);
  let i = 0;
  for (const at of minutes) {
    while (i < known.length && (known[i]?.until ?? 0) <= at) i++;
    const there = known[i];
    const expected = there && there.from <= at ? there.who : undefined;
    if (onShift(shifts, at) !== expected) expect([new Date(at * 60_000).toISOString(), onShift(shifts, at)]).toEqual([new Date(at * 60_000).toISOString(), expected]);
  }
  // What is asked about a day alone is the same.
  for (const part of random.slice(0, 4)) {
    const at = first + Math.floor((end - first) * part);
    if (at < end) expect(onShift(shiftsOf(rotation, after.directory?.swaps ?? [], at - 2 * DAY, at + 2 * DAY), at)).toBe(onShift(shifts, at));
  }
  return minutes.length;
}

const runs = { seed: 20_261_107, numRuns: 500 } as const;
const parts = fc.array(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), { minLength: 20, maxLength: 40 });

test("at every minute of a calendar the rotation made of it has the same person on duty, and nobody where the calendar has nobody or somebody unknown", () => {
  fc.assert(
    fc.property(cases, parts, (one, random) => {
      const { text, spans } = calendarOf(one);
      const document = company(one.zone);
      const known = spans.filter((span) => span.who in NAMES);
      if (known.length === 0) {
        expect(() => rotationFromCalendar(document, "soc", new TextEncoder().encode(text))).toThrow(NoCalendar);
        return;
      }
      const found = rotationFromCalendar(document, "soc", new TextEncoder().encode(text));
      expect(found.turns).toBe(known.length);
      compare(document, found, spans, random);
      if (spans.some((span) => !(span.who in NAMES))) expect(found.unread.some(({ why }) => why === "names nobody of the matrix")).toBe(true);
    }),
    runs,
  );
});

test("what repeats is on duty from hour to hour of the wall, with and without an end, known and unknown in turn", () => {
  const repeating = fc.record({ zone: zones, begins, circle: fc.array(who, { minLength: 1, maxLength: 5 }), lasts: fc.constantFrom(WEEK, DAY, 720), count: fc.constantFrom("", ";COUNT=12"), duration: fc.boolean() });
  fc.assert(
    fc.property(repeating, parts, ({ zone, begins: first, circle, lasts, count, duration }, random) => {
      const wall = zoneOf(zone);
      // A gap every few days without an end is more stretches than are taken: refused, and tested beside this.
      const daily = lasts < WEEK && (circle.some((person) => !(person in NAMES)) || (lasts < DAY && circle.length > 1));
      const events = circle.map((person, i) => {
        const from = first + i * lasts;
        const ends = duration && lasts >= DAY ? `DURATION:P${lasts / DAY}D` : `DTEND;TZID=${zone}:${stamp(from + lasts)}`;
        return ["BEGIN:VEVENT", `UID:${i}`, `DTSTART;TZID=${zone}:${stamp(from)}`, ends, `SUMMARY:${NAMES[person] ?? "Zoe"}`, `RRULE:FREQ=${lasts === WEEK ? "WEEKLY" : "DAILY"};INTERVAL=${circle.length}${daily ? ";COUNT=12" : count}`, "END:VEVENT"].join("\r\n");
      });
      fc.pre(circle.some((person) => person in NAMES));
      const document = company("Europe/London");
      const text = ["BEGIN:VCALENDAR", "VERSION:2.0", ...events, "END:VCALENDAR", ""].join("\r\n");
      const every = lasts === WEEK ? WEEK : DAY;
      const spans = circle.flatMap((person, i) => Array.from({ length: 900 }, (_, n) => {
        const from = first + i * lasts + n * circle.length * every;
        return { from: wall?.begin(from) ?? 0, until: wall?.begin(from + lasts) ?? 0, who: person };
      })).sort((a, b) => a.from - b.from);
      // Half days that repeat after whole days lie over one another only where the circle is no longer than a day.
      fc.pre(spans.every((span, i) => i === 0 || (spans[i - 1]?.until ?? 0) <= span.from));
      const found = rotationFromCalendar(document, "soc", new TextEncoder().encode(text));
      const until = minuteOf(found.until);
      compare(document, { ...found, goesOn: true }, spans.filter(({ from }) => from < until), random);
      if (circle.every((person) => person in NAMES) && lasts === WEEK) expect([found.swaps, found.holes, found.unread]).toEqual([[], [], []]);
    }),
    { ...runs, numRuns: 120 },
  );
});
