import { takesTime } from "../time/duration.ts";
import { zoneOf } from "../time/zone.ts";
import type { PersonId } from "../model/id.ts";
import type { Gap } from "./answer.ts";
import { clocksFor } from "./clocks.ts";
import { wayOf } from "./path.ts";
import { appliesTo, type Case } from "./scope.ts";
import { nameOf } from "./telling.ts";
import type { World } from "./world.ts";

/**
 * What cases run through and what cannot mean what it says, each once: posts and people nobody has, zones nobody knows, turns
 * that never end. Whoever relies on them must hear so, not only whoever checks the matrix.
 */
export function brokenIn(world: World, cases: readonly Case[]): readonly Gap[] {
  return [...new Map(cases.flatMap((about) => brokenFor(world, about)).map((gap) => [`${gap.at?.kind} ${gap.at?.id} ${gap.says}`, gap])).values()];
}

function brokenFor(world: World, about: Case): readonly Gap[] {
  const { decisionRights = [], preAuthorisations = [], informLists = [] } = world.document;
  const verbs: readonly string[] = about.event.verbs ?? [];
  const steps = wayOf(world, about).steps;
  const rights = decisionRights.filter((right) => verbs.includes(right.verb) && appliesTo(right, about));
  const grants = preAuthorisations.filter((grant) => verbs.includes(grant.verb) && appliesTo(grant, about));
  const lists = informLists.filter((list) => appliesTo(list, about));
  const named = [
    ...steps.flatMap(({ path, roles }) => roles.map((role) => ({ role, at: path === undefined ? { kind: "event", id: about.event.id } : { kind: "path", id: path.id }, says: path === undefined ? "the route" : `\`${path.name}\`` }))),
    ...rights.flatMap(({ id, verb, role }) => (role === undefined ? [] : [{ role, at: { kind: "decision-right", id }, says: `a right to \`${verb}\`` }])),
    ...grants.flatMap(({ id, verb, performers }) => performers.map((role) => ({ role, at: { kind: "pre-authorisation", id }, says: `a pre-authorisation of \`${verb}\`` }))),
    ...clocksFor(world, about).flatMap(({ id, name, determiner, submitter }) => [determiner, submitter].flatMap((role) => (role === undefined ? [] : [{ role, at: { kind: "clock", id }, says: `\`${name}\`` }]))),
    ...lists.flatMap(({ id, name, roles }) => roles.map((role) => ({ role, at: { kind: "inform-list", id }, says: `\`${name}\`` }))),
  ];
  const unknown = named.filter(({ role }) => world.role(role) === undefined).map(({ role, at, says }): Gap => ({ code: "broken-reference", at, says: `${says} names the role \`${role}\`, which the matrix does not have` }));
  const nobody = rights.filter(({ person }) => person !== undefined && world.person(person) === undefined).map(({ id, verb, person }): Gap => ({ code: "broken-reference", at: { kind: "decision-right", id }, says: `a right to \`${verb}\` names the person \`${person}\`, whom the matrix does not have` }));
  const turning = [...new Set(named.map(({ role }) => role))].flatMap((role) => world.rotations(role)).flatMap((rotation) => brokenTurns(world, rotation));
  const holders = new Set(named.flatMap(({ role }) => world.holders(role).map(({ person }) => person)));
  return [...unknown, ...nobody, ...turning, ...[...holders].flatMap((person) => withoutZone(world, person))];
}

/** Whoever keeps hours on a clock nobody knows is never there. */
function withoutZone(world: World, id: PersonId): readonly Gap[] {
  const { dutyHours, timeZone, name } = world.person(id) ?? {};
  if (dutyHours === undefined || dutyHours.length === 0 || (timeZone !== undefined && zoneOf(timeZone) !== undefined)) return [];
  return [{ code: "unknown-zone", at: { kind: "person", id }, says: `${name} is never on duty by their own hours: ${timeZone === undefined ? "they have no time zone" : `there is no time zone \`${timeZone}\``}` }];
}

function brokenTurns(world: World, { id, name, timeZone, layers }: ReturnType<World["rotations"]>[number]): readonly Gap[] {
  const at = { kind: "rotation", id };
  const strangers = [...new Set(layers.flatMap(({ people }) => people))].filter((person) => world.person(person) === undefined);
  const endless = layers.some(({ turn }) => !takesTime(turn));
  return [
    ...(zoneOf(timeZone) === undefined ? [{ code: "unknown-zone", at, says: `nobody is on duty in \`${name}\`: there is no time zone \`${timeZone}\`` } as const] : []),
    ...(endless ? [{ code: "broken-reference", at, says: `nobody is on duty in a layer of \`${name}\`: its turns take no time` } as const] : []),
    ...strangers.map((person): Gap => ({ code: "broken-reference", at, says: `\`${name}\` puts \`${nameOf(world, person)}\` on duty, whom the matrix does not have` })),
  ];
}
