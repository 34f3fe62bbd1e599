import { expect, test } from "vitest";
import type { MatrixDocument } from "../model/document.ts";
import { minuteOf } from "../time/minute.ts";
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
