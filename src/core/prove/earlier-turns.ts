import type { Hours, Role } from "../model/party.ts";
import { DAY, minuteOf, weekdayOf } from "../time/minute.ts";
import { zoneOf } from "../time/zone.ts";
import type { World } from "../who/world.ts";
import type { Counterexample, Repair } from "./story.ts";

const DAYS = [["mon", "Monday"], ["tue", "Tuesday"], ["wed", "Wednesday"], ["thu", "Thursday"], ["fri", "Friday"], ["sat", "Saturday"], ["sun", "Sunday"]] as const;

/** Rotations of a role that begin later on the day of the hole begin when the hole does. */
export function* earlierTurns(world: World, role: Role, found: Counterexample): Generator<Repair> {
  if (found.at === undefined) return;
  for (const rotation of world.rotations(role.id)) {
    const zone = zoneOf(rotation.timeZone);
    if (zone === undefined) continue;
    const wall = zone.wall(minuteOf(found.at));
    const [day, name] = DAYS[weekdayOf(wall)] as (typeof DAYS)[number];
    const clock = clockOf(wall);
    for (const layer of rotation.layers) {
      const late = (layer.hours ?? []).filter(({ days, from }) => days.includes(day) && from > clock).sort((a, b) => (a.from < b.from ? -1 : 1))[0];
      if (late === undefined) continue;
      const others = late.days.filter((one) => one !== day);
      const split: Hours[] = [...(others.length > 0 ? [{ ...late, days: others }] : []), { ...late, days: [day], from: clock }];
      const hours = (layer.hours ?? []).flatMap((one) => (one === late ? split : [one]));
      yield {
        says: `let \`${rotation.name}\` begin at ${clock} on ${name}s instead of ${late.from}`,
        edits: [{ do: "set", at: { kind: "rotation", id: rotation.id }, field: "layers", value: rotation.layers.map((one) => (one === layer ? { ...layer, hours } : one)) }],
      };
    }
  }
}

const clockOf = (wall: number): string => {
  const minute = ((wall % DAY) + DAY) % DAY;
  return `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;
};
