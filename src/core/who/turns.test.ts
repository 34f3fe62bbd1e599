import { expect, test } from "vitest";
import type { MatrixDocument } from "../model/document.ts";
import { minuteOf } from "../time/minute.ts";
import { Rotation } from "../model/party.ts";
import { onShift, shiftsOf } from "./rotation.ts";
import { turnsOf } from "./turns.ts";

const week = { id: "week", name: "On call", role: "ops", timeZone: "Europe/Warsaw", layers: [{ people: ["ana", "ben", "cleo"], from: "2026-11-02T08:00", turn: "P1W" }] };
const document = { remit: 1, title: "x", parties: [], roles: [], activities: [], rotations: [week], directory: { swaps: [{ id: "s", rotation: "week", from: "2026-11-30T07:00Z", until: "2026-12-07T07:00Z", out: "ben", in: "ana" }] } } as unknown as MatrixDocument;
const turns = (person: string, from: string, until: string) => turnsOf(document, person as never, minuteOf(from), minuteOf(until)).map((turn) => `${turn.from} ${turn.until}`);

test("one's turns are those of the rotation, the running one whole", () => {
  expect(turns("ben", "2026-11-12T00:00Z", "2026-11-20T00:00Z")).toEqual(["2026-11-09T07:00Z 2026-11-16T07:00Z"]);
});

test("what was swapped is the other's turn", () => {
  expect(turns("ben", "2026-11-25T00:00Z", "2026-12-10T00:00Z")).toEqual([]);
  expect(turns("ana", "2026-11-22T00:00Z", "2026-12-10T00:00Z")).toEqual(["2026-11-23T07:00Z 2026-12-07T07:00Z"]);
});

test("a layer that ends has nobody from that hand-over on: the one below it decides again, and where there is none nobody does", () => {
  const zone = { ...week, timeZone: "America/New_York" };
  const ending = { people: ["cleo"], from: "2027-03-13T08:00", turn: "P1D", until: "2027-03-14T02:30" };
  const on = (layers: readonly unknown[], at: string) => onShift(shiftsOf({ ...zone, layers } as never, [], minuteOf(at) - 2_880, minuteOf(at) + 2_880), minuteOf(at));
  // 02:30 is in the hour that is left out: the end is the first instant after it.
  expect(["2027-03-13T12:59Z", "2027-03-13T13:00Z", "2027-03-14T06:59Z", "2027-03-14T07:00Z", "2027-04-01T07:00Z"].map((at) => on([ending], at))).toEqual([undefined, "cleo", "cleo", undefined, undefined]);
  expect(["2027-03-14T06:59Z", "2027-03-14T07:00Z"].map((at) => on([{ people: ["ana"], from: "2026-11-02T08:00", turn: "P1W" }, ending], at))).toEqual(["cleo", "ana"]);
});

test("a layer ends after its first hand-over, or is none", () => {
  const layer = { people: ["ana"], from: "2026-11-02T08:00", turn: "P1W" };
  const problems = (until: string) => Rotation.safeParse({ ...week, layers: [{ ...layer, until }] }).error?.issues.map(({ message }) => message);
  expect([problems("2026-11-02T08:00"), problems("2026-11-02"), problems("2026-11-02T08:01")]).toEqual([["a layer ends after its first hand-over"], ["a hand-over is written YYYY-MM-DDTHH:MM"], undefined]);
});
