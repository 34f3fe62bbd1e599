import { lengthOf } from "../time/duration.ts";
import { FOREVER, type Minute } from "../time/minute.ts";
import type { Spans } from "../time/spans.ts";
import { askOf } from "./call.ts";
import type { Human } from "./humans.ts";
import { offsetsByStep } from "./callable.ts";
import { wayOf } from "./path.ts";
import { verifiedWhile } from "./reach.ts";
import type { Case } from "./scope.ts";
import { decisionWindow, serversOf } from "./serving.ts";
import { listed, tellable } from "./told.ts";
import type { World } from "./world.ts";

/** Every stretch of time an answer about a case looks at, and the minutes after the event at which it looks. */
export interface Watched {
  readonly boundaries: readonly Spans[];
  readonly shifts: readonly number[];
}

export function watched(world: World, about: Case, groups: readonly string[]): Watched {
  const way = wayOf(world, about);
  const window = decisionWindow(about, way);
  const boundaries = new Set<Spans>();
  const people = new Set<Human>();
  for (const step of way.steps) {
    for (const stint of step.roles.flatMap((role) => world.duty(role))) {
      boundaries.add(stint.spans);
      for (const { from, until } of world.away(stint.human)) boundaries.add([from, until]);
      for (const human of withSubstitutes(world, stint.human)) {
        boundaries.add(world.absent(human)).add(world.method(human, askOf(about, step.channels, groups)));
        people.add(human);
      }
    }
  }
  const last = way.lastResort.flatMap((person) => world.humans.of(person) ?? []);
  for (const { from, until } of last.flatMap((human) => world.away(human))) boundaries.add([from, until]);
  for (const human of last.flatMap((one) => withSubstitutes(world, one))) {
    boundaries.add(world.absent(human)).add(world.method(human, askOf(about, undefined, groups)));
    people.add(human);
  }
  for (const human of people) for (const contact of world.contacts(human)) boundaries.add(endOf(verifiedWhile(contact))).add(world.answered(contact));
  const servers = (about.event.verbs ?? []).flatMap((verb) => serversOf(world, verb, about, groups));
  for (const { spans } of servers) boundaries.add(spans);
  const lists = listed(world, about);
  const rows = world.document.activities.filter(({ decision }) => decision !== undefined && (about.event.verbs as readonly string[] | undefined)?.includes(decision));
  const told = [...lists.map(({ role }) => role), ...rows.flatMap(({ assignments }) => assignments.map(({ role }) => role))];
  for (const role of new Set(told)) for (const { spans } of tellable(world, role, about, groups)) boundaries.add(spans);
  const shifts = new Set<number>([0, window, ...offsetsByStep(way).flat(), ...servers.map(({ earliest }) => earliest), ...lists.map(({ within }) => within ?? 0), ...rows.flatMap(({ consultWithin }) => (consultWithin === undefined ? [] : [lengthOf(consultWithin)])), ...[about.severity.acknowledgeWithin ?? []].flat().map(lengthOf)]);
  boundaries.add(world.valid({ until: world.document.validUntil }));
  return { boundaries: [...boundaries], shifts: [...shifts] };
}

const endOf = ([from, until]: readonly [Minute, Minute]): Spans => (from >= until || until >= FOREVER ? [] : [from, until]);

/** Somebody and everybody who may stand in for them. */
export function withSubstitutes(world: World, human: Human): readonly Human[] {
  const names = [...world.away(human).map(({ substitute }) => substitute), ...world.humans.persons(human).map(({ substitute }) => substitute)];
  return [...new Set([human, ...names.flatMap((person) => (person === undefined ? [] : (world.humans.of(person) ?? [])))])];
}
