import { describe, expect, test } from "vitest";
import { openOf } from "./calendar.ts";
import { dueOf, type Running } from "./clock.ts";
import { instantOf, minuteOf } from "./minute.ts";
import type { Spans } from "./spans.ts";

const at = minuteOf;
const office = openOf({ id: "office", name: "Office", timeZone: "Europe/London", hours: [{ days: ["mon", "tue", "wed", "thu", "fri"], from: "09:00", until: "17:00" }] }, at("2026-11-01T00:00Z"), at("2027-02-01T00:00Z")) as Spans;
const due = (running: Omit<Running, "owedBy">) => {
  const { due: instant, atRisk, derivation } = dueOf({ owedBy: "provider", ...running });
  return { due: instant === undefined ? undefined : instantOf(instant), atRisk: atRisk === undefined ? undefined : instantOf(atRisk), derivation };
};

describe("a target that runs", () => {
  test("is due when its time has passed, and at risk from four fifths of it", () => {
    expect(due({ start: at("2026-11-20T10:00Z"), target: "PT4H" })).toMatchObject({ due: "2026-11-20T14:00Z", atRisk: "2026-11-20T13:12Z" });
  });

  test("counts open hours only: pending over a weekend", () => {
    expect(due({ start: at("2026-11-20T16:00Z"), target: "PT4H", open: office })).toMatchObject({ due: "2026-11-23T12:00Z", atRisk: "2026-11-23T11:12Z" });
  });

  test("that starts while closed begins when it opens", () => {
    expect(due({ start: at("2026-11-21T12:00Z"), target: "PT1H", open: office }).due).toBe("2026-11-23T10:00Z");
  });

  test("stands still for a pause of the other party, and only inside open hours", () => {
    const pause = { from: at("2026-11-20T16:30Z"), until: at("2026-11-23T10:00Z"), reason: "waits for the client's answer", by: "client" };
    // Half an hour is left open on Friday and an hour passes on Monday: neither counts.
    expect(due({ start: at("2026-11-20T16:00Z"), target: "PT4H", open: office, pauses: [pause] }).due).toBe("2026-11-23T13:30Z");
  });

  test.each([
    ["without a reason", { by: "client", until: at("2026-11-20T12:00Z") }, "it has no reason"],
    ["without somebody who asked for it", { reason: "waits", until: at("2026-11-20T12:00Z") }, "nobody is named who asked for it"],
    ["of the party that owes it", { by: "provider", reason: "waits", until: at("2026-11-20T12:00Z") }, "whoever owes the work cannot stop its clock"],
    ["without an end", { by: "client", reason: "waits" }, "it has no end"],
  ])("does not stand still for a pause %s", (_, pause, why) => {
    const found = due({ start: at("2026-11-20T10:00Z"), target: "PT4H", pauses: [{ from: at("2026-11-20T11:00Z"), ...pause }] });
    expect(found.due).toBe("2026-11-20T14:00Z");
    expect(found.derivation.join("; ")).toContain(why);
  });

  test("of a regulator never stands still", () => {
    const pause = { from: at("2026-11-20T11:00Z"), until: at("2026-11-22T11:00Z"), reason: "waits", by: "client" };
    expect(due({ start: at("2026-11-20T10:00Z"), target: "PT72H", pauses: [pause], regulatory: true }).due).toBe("2026-11-23T10:00Z");
  });

  test("S3 -> S1 at 3 h 50 of 4 h: the running deadline is not lengthened", () => {
    const start = at("2026-11-20T10:00Z");
    const found = due({ start, target: "PT4H", changes: [{ at: start + 230, target: "PT15M", says: "S3 became S1" }] });
    expect(found.due).toBe("2026-11-20T14:00Z");
    expect(found.derivation.at(-1)).toContain("changes nothing");
  });

  test("S3 -> S1 early on: the shorter one counts", () => {
    const start = at("2026-11-20T10:00Z");
    expect(due({ start, target: "PT4H", changes: [{ at: start + 10, target: "PT15M", says: "S3 became S1" }] }).due).toBe("2026-11-20T10:25Z");
  });

  test("29 February yearly review: a year later it is the last of February, four years later the 29th", () => {
    expect([due({ start: at("2028-02-29T09:00Z"), target: "P1Y" }).due, due({ start: at("2028-02-29T09:00Z"), target: "P4Y" }).due]).toEqual(["2029-02-28T09:00Z", "2032-02-29T09:00Z"]);
  });

  test("four business days end with the last closing of the fourth open day after the day they start", () => {
    expect(due({ start: at("2026-11-19T20:00Z"), target: "P4D", open: office }).due).toBe("2026-11-25T17:00Z");
  });

  test("without enough open hours ahead has no due instant, and says so", () => {
    expect(due({ start: at("2026-11-20T10:00Z"), target: "PT10000H", open: office }).due).toBeUndefined();
  });

  test("says how its instant was found, a sentence for each thing that moved it or did not", () => {
    const start = at("2026-11-20T10:00Z");
    const pause = { from: start + 60, until: start + 120, reason: "waits for the client", by: "client" };
    expect(due({ start, target: "PT4H" }).derivation).toEqual(["4 h from 2026-11-20T10:00Z"]);
    expect(due({ start, target: "PT4H", open: office }).derivation).toEqual(["4 h from 2026-11-20T10:00Z, in open hours"]);
    expect(due({ start, target: "PT4H", pauses: [pause, { ...pause, until: undefined }] })).toMatchObject({
      due: "2026-11-20T15:00Z",
      derivation: ["4 h from 2026-11-20T10:00Z", "stands still from 2026-11-20T11:00Z to 2026-11-20T12:00Z: waits for the client", "the pause from 2026-11-20T11:00Z does not count: it has no end"],
    });
    expect(due({ start, target: "PT4H", regulatory: true, pauses: [pause] }).derivation[1]).toBe("the pause from 2026-11-20T11:00Z does not count: a regulator's clock never stands still");
    expect(due({ start, target: "PT4H", pauses: [{ ...pause, reason: "  " }] }).derivation[1]).toBe("the pause from 2026-11-20T11:00Z does not count: it has no reason");
    expect(due({ start, target: "PT4H", changes: [{ at: start + 10, target: "PT15M", says: "S3 became S1" }] }).derivation[1]).toBe("S3 became S1: 15 min from 2026-11-20T10:10Z would be 2026-11-20T10:25Z");
    expect(due({ start, target: "PT4H", changes: [{ at: start + 230, target: "PT15M", says: "S3 became S1" }] }).derivation[1]).toBe("S3 became S1: 15 min from 2026-11-20T13:50Z would be 2026-11-20T14:05Z, which is no sooner and changes nothing");
  });

  test("is moved by every change in the order in which they happened, and by none that gives the same instant", () => {
    const start = at("2026-11-20T10:00Z");
    const [later, sooner] = [{ at: start + 60, target: "PT30M", says: "again" }, { at: start + 10, target: "PT2H", says: "first" }];
    expect(due({ start, target: "PT4H", changes: [later, sooner] }).derivation.map((one) => one.split(":")[0])).toEqual(["4 h from 2026-11-20T10", "first", "again"]);
    expect(due({ start, target: "PT4H", changes: [later, sooner] }).due).toBe("2026-11-20T11:30Z");
    expect(due({ start, target: "PT4H", changes: [{ at: start + 60, target: "PT3H", says: "same" }] }).derivation[1]).toContain("no sooner");
  });

  test("that was never due is due once a change makes it so; one that never is stays never", () => {
    const start = at("2026-11-20T10:00Z");
    const never = { start, target: "PT10000H", open: office };
    expect(due({ ...never, changes: [{ at: start, target: "PT1H", says: "S1" }] }).due).toBe("2026-11-20T11:00Z");
    const still = due({ ...never, changes: [{ at: start, target: "PT9000H", says: "S2" }] });
    expect([still.due, still.atRisk, still.derivation[1]]).toEqual([undefined, undefined, "S2: 9000 h from 2026-11-20T10:00Z would be never, which is no sooner and changes nothing"]);
    expect(due({ start, target: "PT1H", open: office, changes: [{ at: start, target: "PT9000H", says: "S3" }] }).due).toBe("2026-11-20T11:00Z");
  });
});
