import { lengthOfWay, wayOf } from "../who/path.ts";
import type { Case } from "../who/scope.ts";
import type { World } from "../who/world.ts";
import { clocksFor } from "../who/clocks.ts";
import { verifiedWhile } from "../who/reach.ts";
import { dateOf, type Minute } from "../time/minute.ts";
import { concerned } from "./standing.ts";
import { listOf } from "./story.ts";
import { sayMinutes } from "../who/telling.ts";

/** What a verdict rests on, in sentences: everything the matrix leaves open and the proof had to take for something. */
export function assumptionsOf(world: World, cases: readonly Case[]): readonly string[] {
  const people = concerned(world, cases);
  const turning = new Set((world.document.rotations ?? []).flatMap(({ layers }) => layers.flatMap((layer) => layer.people)));
  const unstated = [...people].map((human) => world.humans.named(human)).filter((person) => person.dutyHours === undefined && !turning.has(person.id)).map(({ name }) => name);
  const out = ["everybody who is not named as absent is well, awake and answers within the waits of the path"];
  if (unstated.length > 0) out.push(`no duty hours are stated for ${listOf(unstated.sort())}: they count as reachable at any hour`);
  for (const severity of world.document.severities ?? []) {
    const ways = cases.filter((about) => about.severity === severity).map((about) => lengthOfWay(wayOf(world, about)));
    if (severity.acknowledgeWithin === undefined) out.push(`${severity.name} has no time to take charge: any step of its path is in time`);
    if (severity.decideWithin === undefined && ways.length > 0) out.push(`${severity.name} has no time to decide: as long as its path takes, ${sayMinutes(Math.max(...ways))} at most`);
  }
  const silent = (world.document.escalationPaths ?? []).filter(({ steps }) => steps.some(({ acknowledgeWithin }) => acknowledgeWithin === undefined)).map(({ name }) => name);
  if (silent.length > 0) out.push(`steps of ${listOf(silent)} say nothing about how long an answer may take: it counts as nothing`);
  const soon: Minute[] = [...people].flatMap((human) => {
    const ends = world.contacts(human).map((contact) => verifiedWhile(contact)).filter(([from, until]) => from < until).map(([, until]) => until);
    return ends.length === 0 ? [] : [Math.max(...ends)];
  }).filter((until) => until > world.from && until < world.until);
  if (soon.length > 0) out.push(`numbers are verified again before they are too old, the first by ${dateOf(Math.min(...soon))}`);
  const open = [...new Set(cases.flatMap((about) => clocksFor(world, about)).filter(({ kind, limit }) => kind === "regulatory" && limit === undefined).map(({ name }) => name))];
  if (open.length > 0) out.push(`${listOf(open)} sets no limit in hours: a day is taken`);
  const none = (world.document.events ?? []).filter(({ verbs }) => (verbs?.length ?? 0) === 0).map(({ name }) => name);
  if (none.length > 0) out.push(`no decisions are named for ${listOf(none)}: none are asked for`);
  return out;
}
