import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { MatrixDocument } from "#core/model/document.ts";
import { applyEdits } from "#core/model/edit.ts";
import { minuteOf } from "#core/time/minute.ts";
import { onShift, shiftsOf } from "#core/who/rotation.ts";
import { NoCalendar } from "./calendar-file.ts";
import { rotationFromCalendar } from "./rotation-from-calendar.ts";

const company = {
  remit: 1, title: "x", activities: [], parties: [{ id: "p", name: "P", kind: "provider" }],
  people: [{ id: "ana", name: "Ana Zając", party: "p", timeZone: "Europe/Warsaw" }, { id: "ben", name: "Ben Low", party: "p" }, { id: "cleo", name: "Cleo Ray", party: "p" }, { id: "ben-2", name: "Ben Low Park", party: "p" }],
  roles: [{ id: "soc", name: "SOC", party: "p", holders: ["ana", "ben", "cleo"] }],
  directory: { contacts: [{ id: "c", person: "cleo", kind: "email", value: "Cleo@p.example" }] },
} as unknown as MatrixDocument;

const event = (start: string, end: string, title: string, more: readonly string[] = []) => ["BEGIN:VEVENT", `UID:${start}${title}`, `DTSTART${start}`, `DTEND${end}`, `SUMMARY:${title}`, ...more, "END:VEVENT"].join("\r\n");
const calendar = (...events: string[]) => ["BEGIN:VCALENDAR", "VERSION:2.0", "X-WR-CALNAME:SOC duty", ...events, "END:VCALENDAR", ""].join("\r\n");
const read = (text: string, document = company) => rotationFromCalendar(document, "soc", new TextEncoder().encode(text));
const week = (n: number, person: string, hour = "080000") => {
  const day = (days: number) => new Date(Date.UTC(2026, 2, 2 + days)).toISOString().slice(0, 10).replaceAll("-", "");
  return event(`;TZID=Europe/Warsaw:${day(n * 7)}T${hour}`, `;TZID=Europe/Warsaw:${day(n * 7 + 7)}T${hour}`, `On call: ${person}`);
};
/** Whom the document puts on at an instant. */
const on = (document: MatrixDocument, at: string) => onShift(shiftsOf(document.rotations?.[0] as never, document.directory?.swaps ?? [], minuteOf(at) - 20_000, minuteOf(at) + 20_000), minuteOf(at));

describe("a calendar", () => {
  test("of weeks in turn is a rotation, on the wall of its zone when the clocks change", () => {
    const found = read(calendar(...["Ana Zajac", "Ben Low", "Cleo Ray", "Ana Zajac", "Ben Low", "Cleo Ray", "Ana Zajac"].map((person, n) => week(n, person))));
    expect(found.rotation).toMatchObject({ name: "SOC duty", role: "soc", timeZone: "Europe/Warsaw", layers: [{ people: ["ana", "ben", "cleo"], from: "2026-03-02T08:00", turn: "P1W" }] });
    expect([found.turns, found.regular, found.swaps, found.unread]).toEqual([7, 7, [], []]);
    const after = applyEdits(company, found.edits);
    // 30 March is the Monday after the clocks went forward.
    expect([on(after, "2026-03-30T05:59Z"), on(after, "2026-03-30T06:00Z")]).toEqual(["ana", "ben"]);
  });

  test("with an exception is the pattern and a swap", () => {
    const found = read(calendar(...["Ana Zajac", "Ben Low", "Ana Zajac", "Cleo Ray", "Ana Zajac", "Ben Low", "Ana Zajac", "Ben Low"].map((person, n) => week(n, person))));
    expect(found.rotation.layers).toMatchObject([{ people: ["ana", "ben"] }]);
    expect(found.swaps).toMatchObject([{ out: "ben", in: "cleo", from: "2026-03-23T07:00Z", until: "2026-03-30T06:00Z" }]);
    expect(on(applyEdits(company, found.edits), "2026-03-25T12:00Z")).toBe("cleo");
  });

  test("that went round once is a circle of those in it, and an exception never becomes a longer circle", () => {
    expect(read(calendar(...["Ana Zajac", "Ben Low", "Cleo Ray"].map((person, n) => week(n, person)))).rotation.layers).toMatchObject([{ people: ["ana", "ben", "cleo"] }]);
    const found = read(calendar(...["Ana Zajac", "Ben Low", "Ana Zajac", "Cleo Ray", "Ana Zajac", "Ben Low"].map((person, n) => week(n, person))));
    expect([found.rotation.layers[0]?.people, found.swaps.length]).toEqual([["ana", "ben"], 1]);
  });

  test("read again changes what it made, and leaves nothing of the old swaps", () => {
    const first = applyEdits(company, read(calendar(...["Ana Zajac", "Ben Low", "Ana Zajac", "Cleo Ray", "Ana Zajac", "Ben Low"].map((person, n) => week(n, person)))).edits);
    const second = applyEdits(first, read(calendar(...["Ben Low", "Cleo Ray", "Ben Low", "Cleo Ray"].map((person, n) => week(n, person))), first).edits);
    expect(second.rotations).toHaveLength(1);
    expect(second.rotations?.[0]?.layers).toMatchObject([{ people: ["ben", "cleo"] }]);
    expect(second.directory?.swaps).toBeUndefined();
  });

  test("of repeating events follows them, without what was cancelled and with what was moved", () => {
    const shift = (person: string, day: string) => event(`;TZID=Europe/Warsaw:202603${day}T080000`, `;TZID=Europe/Warsaw:202603${day}T200000`, person, [`UID:${person}`, "RRULE:FREQ=DAILY;INTERVAL=2;COUNT=10", ...(person === "Ana Zajac" ? ["EXDATE;TZID=Europe/Warsaw:20260306T080000"] : [])]);
    const moved = event(";TZID=Europe/Warsaw:20260305T080000", ";TZID=Europe/Warsaw:20260305T200000", "Cleo Ray", ["UID:Ben Low", "RECURRENCE-ID;TZID=Europe/Warsaw:20260305T080000"]);
    const text = calendar(shift("Ana Zajac", "02"), shift("Ben Low", "03"), moved).replace(/UID:;TZID[^\r]*\r\n/g, "");
    const found = read(text);
    expect(found.turns).toBe(19);
    expect(found.rotation.layers).toMatchObject([
      { people: ["ana", "ben"], from: "2026-03-02T00:00", turn: "P1D", hours: [{ from: "08:00", until: "20:00" }], until: "2026-03-05T20:00" },
      { people: ["ben", "ana"], from: "2026-03-07T00:00", turn: "P1D", hours: [{ from: "08:00", until: "20:00" }], until: "2026-03-21T20:00" },
    ]);
    expect(found.swaps).toMatchObject([{ out: "ben", in: "cleo", from: "2026-03-05T07:00Z", until: "2026-03-05T19:00Z" }]);
    expect([found.holes, found.unread]).toEqual([[{ from: "2026-03-05T19:00Z", until: "2026-03-07T07:00Z", why: "nothing stands there in the calendar" }], []]);
  });

  test("of working days with one person a week is turns of a week with hours", () => {
    const days = Array.from({ length: 28 }, (_, n) => n).filter((n) => n % 7 < 5).map((n) => {
      const day = new Date(Date.UTC(2026, 5, 1 + n)).toISOString().slice(0, 10).replaceAll("-", "");
      return event(`;TZID=Europe/Warsaw:${day}T090000`, `;TZID=Europe/Warsaw:${day}T170000`, Math.floor(n / 7) % 2 === 0 ? "Ana Zajac" : "Ben Low");
    });
    expect(read(calendar(...days)).rotation.layers).toMatchObject([{ people: ["ana", "ben"], turn: "P1W", from: "2026-06-01T00:00", hours: [{ days: ["mon", "tue", "wed", "thu", "fri"], from: "09:00", until: "17:00" }] }]);
  });

  test("with a week in which nobody is on has nobody on in the rotation, between the weeks and after them", () => {
    const found = read(calendar(week(0, "Ana Zajac"), week(2, "Ben Low")));
    expect(found.rotation.layers).toEqual([{ people: ["ana"], from: "2026-03-02T08:00", turn: "P1W", until: "2026-03-09T08:00" }, { people: ["ben"], from: "2026-03-16T08:00", turn: "P1W", until: "2026-03-23T08:00" }]);
    expect([found.goesOn, found.swaps, found.holes.map(({ why }) => why)]).toEqual([false, [], ["nothing stands there in the calendar"]]);
    const after = applyEdits(company, found.edits);
    expect(["2026-03-01T12:00Z", "2026-03-09T06:59Z", "2026-03-09T07:00Z", "2026-03-16T06:59Z", "2026-03-16T07:00Z", "2026-03-23T07:00Z", "2026-08-01T12:00Z"].map((at) => on(after, at))).toEqual([undefined, "ana", undefined, undefined, "ben", undefined, undefined]);
  });

  test("that names somebody unknown in every third week has nobody on in those, never a neighbour", () => {
    const third = (n: number, person: string) => week(n, person).replace("END:VEVENT", "RRULE:FREQ=WEEKLY;INTERVAL=3;COUNT=4\r\nEND:VEVENT");
    const found = read(calendar(third(0, "Ana Zajac"), third(1, "Ben Low"), third(2, "Dora")));
    expect(found.rotation.layers.map(({ people, from, until }) => [people.join(), from, until])).toEqual([["ana,ben", "2026-03-02T08:00", "2026-03-16T08:00"], ["ana,ben", "2026-03-23T08:00", "2026-04-06T08:00"], ["ana,ben", "2026-04-13T08:00", "2026-04-27T08:00"], ["ana,ben", "2026-05-04T08:00", "2026-05-18T08:00"]]);
    expect([found.swaps, found.goesOn, found.holes.map(({ why }) => why)]).toEqual([[], false, Array.from({ length: 3 }, () => "On call: Dora names nobody of the matrix")]);
    expect(found.outside).toEqual(["cleo"]);
    expect(found.unread).toEqual([{ what: "On call: Dora, 2026-03-16T07:00Z and 3 more times", why: "names nobody of the matrix" }]);
  });

  test("that ends with somebody unknown goes on with nobody", () => {
    expect(read(calendar(week(0, "Ana Zajac"), week(1, "Ben Low"), week(2, "Dora"))).rotation.layers).toMatchObject([{ people: ["ana", "ben"], until: "2026-03-16T08:00" }]);
    expect(read(calendar(week(0, "Ana Zajac"), week(1, "Ben Low"))).goesOn).toBe(true);
  });

  test("of repeating weeks lasts from hour to hour of the wall across both changes of the clocks", () => {
    const endless = (n: number, person: string) => event(`;TZID=America/New_York:202612${n}T080000`, `;TZID=America/New_York:202612${n + 7}T080000`, person, ["RRULE:FREQ=WEEKLY;INTERVAL=2"]);
    const found = read(calendar(endless(14, "Ana Zajac"), endless(21, "Ben Low")));
    expect(found.rotation).toMatchObject({ timeZone: "America/New_York", layers: [{ people: ["ana", "ben"], from: "2026-12-14T08:00", turn: "P1W" }] });
    expect([found.regular, found.swaps, found.holes, found.unread]).toEqual([found.turns, [], [], []]);
  });

  test("followed from long ago is followed as far as one that begins later", () => {
    const rule = ["RRULE:FREQ=WEEKLY;INTERVAL=2"];
    const found = read(calendar(event(":20220307T080000Z", ":20220314T080000Z", "Ana Zajac", rule), event(":20260309T080000Z", ":20260316T080000Z", "Ben Low", rule), event(":20400101T080000Z", ":20400102T080000Z", "Cleo Ray")));
    expect(found.until > "2028-05-01").toBe(true);
    expect(found.unread[0]).toEqual({ what: "Cleo Ray", why: "begins after 2028-05-17, where what repeats is followed no further" });
  });

  test("that keeps to the clock of UTC, and names no zone, is kept in UTC and says so", () => {
    const found = read(calendar(...Array.from({ length: 60 }, (_, n) => event(`:${new Date(Date.UTC(2026, 0, 5 + n * 7, 8)).toISOString().slice(0, 16).replace(/[-:]/g, "")}00Z`, `:${new Date(Date.UTC(2026, 0, 12 + n * 7, 8)).toISOString().slice(0, 16).replace(/[-:]/g, "")}00Z`, ["Ana Zajac", "Ben Low"][n % 2] ?? ""))));
    expect([found.rotation.timeZone, found.swaps, found.unread]).toEqual(["UTC", [], [{ what: "Europe/Warsaw", why: "the turns do not follow its clock: they are kept in UTC" }]]);
  });

  test("that has nobody on every other day for years is refused with the name that is unknown", () => {
    const rule = ["RRULE:FREQ=DAILY;INTERVAL=2"];
    expect(() => read(calendar(event(":20260302T080000Z", ":20260303T080000Z", "Ana Zajac", rule), event(":20260303T080000Z", ":20260304T080000Z", "Dora", rule)))).toThrow(/nobody is on duty between them more than 400 times: Dora names nobody of the matrix/);
  });

  test("whose hand-overs overlap by a while has the one who began first until the end of their turn", () => {
    const found = read(calendar(event(":20260302T080000Z", ":20260309T083000Z", "Ana Zajac"), event(":20260309T080000Z", ":20260316T083000Z", "Ben Low")), { ...company, people: company.people?.map(({ timeZone: _, ...one }) => one) } as MatrixDocument);
    const after = applyEdits(company, found.edits);
    expect([on(after, "2026-03-09T08:29Z"), on(after, "2026-03-09T08:30Z"), on(after, "2026-03-16T08:29Z")]).toEqual(["ana", "ben", "ben"]);
    expect(found.unread).toEqual([{ what: "Ben Low, 2026-03-09T08:00Z", why: "overlaps the turn before it: counts from 2026-03-09T08:30Z on" }]);
  });

  test("names people by address before the invitation's name, and by that before the title; the longer name is meant where both fit", () => {
    const one = (title: string, more: readonly string[] = []) => read(calendar(event(":20260302T080000Z", ":20260309T080000Z", title, more))).rotation.layers[0]?.people;
    expect(one("Ben Low", ["ATTENDEE;CN=Ana Zajac:mailto:cleo@P.example"])).toEqual(["cleo"]);
    expect(one("Ben Low", ["ATTENDEE;CN=\"Ana Zając\":mailto:x@p.example"])).toEqual(["ana"]);
    expect(one("duty - BEN LOW PARK (primary)")).toEqual(["ben-2"]);
  });

  test("names everything it did not use", () => {
    const found = read(calendar(week(0, "Ana Zajac"), week(1, "Somebody Else"), week(2, "Ana Zajac and Cleo Ray"), event(":20260302T090000Z", ":20260303T090000Z", "Ben Low"), event(":20270101T000000Z", ":20270102T000000Z", "Cleo Ray", ["RRULE:FREQ=SECONDLY"]), event(":nonsense", ":20260303T090000Z", "Ben Low")));
    expect(found.unread.map(({ why }) => why)).toEqual(expect.arrayContaining(["names nobody of the matrix", "names several people of the matrix", "overlaps the turn before it", "repeats in a way that is not followed: only its first time counts"]));
    expect(found.unread.some(({ what }) => what.includes("Ben Low"))).toBe(true);
  });

  test.each([["nothing", ""], ["a page", "<html></html>"], ["a sheet", "a,b\n1,2"], ["an empty calendar", calendar()], ["strangers only", calendar(week(0, "Nobody Known"))]])("that is %s is refused in words", (_, text) => {
    expect(() => read(text)).toThrow(NoCalendar);
  });

  test("that never ends, or repeats what cannot be, is read in bounded time", () => {
    const begun = performance.now();
    for (const rule of ["FREQ=DAILY", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR,SA,SU", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=31", "FREQ=MONTHLY;BYMONTHDAY=31;BYMONTH=2", "FREQ=MONTHLY;BYDAY=9MO", "FREQ=DAILY;INTERVAL=0", "FREQ=DAILY;BYMONTH=13", "FREQ=DAILY;COUNT=999999999"])
      try {
        read(calendar(event(":20260302T080000Z", ":20260302T090000Z", "Ana Zajac", [`RRULE:${rule}`])));
      } catch (thrown) {
        expect(thrown).toBeInstanceOf(NoCalendar);
      }
    expect(performance.now() - begun).toBeLessThan(5_000);
  });

  describe("with a time zone of its own", () => {
    const own = (rule: string) => `BEGIN:VTIMEZONE\r\nTZID:Own\r\n${["STANDARD", "DAYLIGHT"].map((kind, n) => `BEGIN:${kind}\r\nDTSTART:19700${n === 0 ? "9" : "3"}29T030000\r\nRRULE:${rule}\r\nTZOFFSETFROM:+0${2 - n}00\r\nTZOFFSETTO:+0${1 + n}00\r\nEND:${kind}`).join("\r\n")}\r\nEND:VTIMEZONE`;
    const one = event(";TZID=Own:20260302T080000", ";TZID=Own:20260303T080000", "Ana Zajac");

    test("is read on it where it changes by the year", () => {
      expect(read(calendar(own("FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3"), one)).until).toMatch(/^2026-03-03T0[67]:00Z$/);
    });

    test.each(["FREQ=SECONDLY", "FREQ=MINUTELY", "FREQ=DAILY", `FREQ=YEARLY;BYHOUR=${[...Array(24).keys()].join()};BYMINUTE=${[...Array(60).keys()].join()};BYSECOND=${[...Array(60).keys()].join()}`])("is not followed where it changes by %s", (rule) => {
      const begun = performance.now();
      expect(() => read(calendar(own(rule), one))).toThrow(/changes in a way that is not followed/);
      expect(performance.now() - begun).toBeLessThan(2_000);
    });
  });

  test.each(["00011231", "10260101", "99991231"])("has no turns at the end of all calendars, as on %s", (day) => {
    expect(() => read(calendar(event(`:${day}T000000Z`, `:${day}T235900Z`, "Ana Zajac", ["RRULE:FREQ=DAILY"])))).toThrow(NoCalendar);
  });

  test("however it was torn is read or refused, and never anything else", () => {
    const whole = calendar(week(0, "Ana Zajac"), week(1, "Ben Low"), event(":20260401T080000Z", ":20260402T080000Z", "Cleo Ray", ["RRULE:FREQ=WEEKLY;BYDAY=MO;COUNT=5", "EXDATE:20260406T080000Z"]));
    const cut = fc.record({ at: fc.nat(whole.length), gone: fc.nat(60), put: fc.oneof(fc.string({ maxLength: 20 }), fc.constantFrom("\r\nBEGIN:VEVENT\r\n", "\r\nEND:VCALENDAR", "DTSTART:", "RRULE:FREQ=", ";TZID=", "99999999T999999Z", "P1W", "\u0000")) });
    fc.assert(
      fc.property(fc.array(cut, { minLength: 1, maxLength: 4 }), (cuts) => {
        const text = cuts.reduce((all, { at, gone, put }) => all.slice(0, at) + put + all.slice(at + gone), whole);
        try {
          const { edits } = read(text);
          applyEdits(company, edits);
        } catch (thrown) {
          if (!(thrown instanceof NoCalendar)) throw thrown;
        }
      }),
      { numRuns: 400 },
    );
  });
});
