import { describe, expect, test } from "vitest";
import { after, lengthOf, turnOf } from "./duration.ts";
import { DAY, dateOf, dayOf, FOREVER, instantOf, minuteOf, weekdayOf } from "./minute.ts";

describe("a duration", () => {
  test.each([
    ["PT15M", 15], ["PT4H", 240], ["P1D", DAY], ["P2W", 14 * DAY], ["P1DT2H3M", DAY + 123], ["PT59S", 0], ["PT60S", 1], ["PT150S", 2], ["P1M", 30 * DAY], ["P1Y", 360 * DAY], ["P1Y2M3D", 423 * DAY], ["PT0M", 0],
  ])("%s is %d minutes long", (iso, minutes) => {
    expect(lengthOf(iso)).toBe(minutes);
    // What was read once is read the same again.
    expect(lengthOf(iso)).toBe(minutes);
  });

  test.each(["", "P", "PT", "P1DT", "15M", "PT15", "PT15m", " PT15M", "PT15M ", "P1.5D", "-P1D", "XP1DX", "PT1H2D"])("%j is none", (iso) => {
    expect(() => lengthOf(iso)).toThrow(RangeError);
  });

  test("that is none is named, with what one looks like, and no longer than one reads", () => {
    expect(() => after(0, "soon")).toThrow("a duration is written like PT15M, PT4H, P1D or P3M, not `soon`");
    expect(() => after(0, "x".repeat(5_000))).toThrow(new RegExp(`not \`x{60}\`$`));
  });

  test("moves by the calendar where it has months, and never beyond the end of time", () => {
    const moved = (at: string, iso: string) => instantOf(after(minuteOf(at), iso));
    expect(moved("2026-01-31T10:00Z", "P1M")).toBe("2026-02-28T10:00Z");
    expect(moved("2026-12-15T10:00Z", "P1M")).toBe("2027-01-15T10:00Z");
    expect(moved("2026-10-31T10:00Z", "P1M1DT1H")).toBe("2026-12-01T11:00Z");
    expect(moved("2026-10-31T10:00Z", "PT90M")).toBe("2026-10-31T11:30Z");
    expect([after(0, "P99999D"), after(0, "P9999999D"), after(0, "P2000Y"), after(0, "P3000Y"), after(0, "P999999M")]).toEqual([99_999 * DAY, FOREVER, after(0, "P24000M"), FOREVER, FOREVER]);
    expect(lengthOf("P9999Y")).toBe(FOREVER);
    expect(after(0, "P24000M")).toBe(Math.min(Date.UTC(3970, 0, 1) / 60_000, FOREVER));
  });

  test("of a turn keeps months and minutes apart", () => {
    expect(turnOf("P1Y2M1W")).toEqual({ months: 14, minutes: 7 * DAY });
  });
});

describe("an instant", () => {
  test("is the minute it lies in", () => {
    expect(minuteOf("1970-01-01T00:01:59Z")).toBe(1);
    expect(minuteOf("1969-12-31T23:59:30Z")).toBe(-1);
    expect([instantOf(1), dateOf(minuteOf("2026-11-21T23:59Z")), dayOf("1970-01-02"), weekdayOf(0), weekdayOf(-1), weekdayOf(minuteOf("2026-11-22T12:00Z"))]).toEqual(["1970-01-01T00:01Z", "2026-11-21", DAY, 3, 2, 6]);
  });

  test.each(["2026-11-21", "2026-11-21T14:00", "2026-11-21T14:00+01:00", "2026-13-01T00:00Z", "Z", ""])("%j is refused", (text) => {
    expect(() => minuteOf(text)).toThrow(`an instant is written in UTC like 2026-11-21T14:00Z, not \`${text}\``);
  });

  test("that is none is cut where it gets long", () => {
    expect(() => minuteOf("y".repeat(999))).toThrow(new RegExp("not `y{60}`$"));
  });
});
