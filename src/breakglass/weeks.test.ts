import { expect, test } from "vitest";
import { MatrixDocument } from "#core/model/document.ts";
import { instantOf, minuteOf } from "#core/time/minute.ts";
import { zoneOf, type Zone } from "#core/time/zone.ts";
import { World } from "#core/who/world.ts";
import { dutyWeeks } from "./weeks.ts";
import { turnInWords } from "./turns-in-words.ts";

const zone = zoneOf("Europe/Warsaw") as Zone;
const matrix = MatrixDocument.parse({
  remit: 1, title: "Turns", parties: [{ id: "p", name: "P", kind: "provider" }], activities: [],
  people: ["ana", "ben"].map((id) => ({ id, name: id, party: "p" })), roles: [{ id: "soc", name: "SOC", party: "p", holders: ["ana", "ben"] }],
  rotations: [{ id: "r", name: "R", role: "soc", timeZone: "Europe/Warsaw", layers: [{ people: ["ana", "ben"], from: "2026-10-05T08:00", turn: "P1W" }] }],
});

test("weeks go from Monday to Monday on the wall of the rotation, over the end of summer time too", () => {
  const [from, until] = [minuteOf("2026-10-21T10:00Z"), minuteOf("2026-11-03T00:00Z")];
  const weeks = dutyWeeks(new World(matrix, from - 1440, until + 1440), "soc", zone, from, until);
  expect(weeks.map((week) => [instantOf(week.from), instantOf(week.until)])).toEqual([
    ["2026-10-21T10:00Z", "2026-10-25T23:00Z"], ["2026-10-25T23:00Z", "2026-11-01T23:00Z"], ["2026-11-01T23:00Z", "2026-11-03T00:00Z"],
  ]);
  expect(weeks.map((week) => week.turns.map((turn) => `${turn.person} ${turnInWords(turn, week, zone)}`))).toEqual([["ana all the time"], ["ana until Mon 08:00", "ben from Mon 08:00"], ["ben until Mon 08:00", "ana from Mon 08:00"]]);
});

test("every minute of a week with a full rotation belongs to somebody, once", () => {
  const [from, until] = [minuteOf("2026-12-01T00:00Z"), minuteOf("2027-04-01T00:00Z")];
  const turns = dutyWeeks(new World(matrix, from - 1440, until + 1440), "soc", zone, from, until).flatMap((week) => week.turns);
  expect(turns[0]?.from).toBe(from);
  expect(turns.at(-1)?.until).toBe(until);
  turns.slice(1).forEach((turn, i) => expect(turn.from).toBe(turns[i]?.until));
});
