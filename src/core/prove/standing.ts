import { verifiedWhile } from "../who/reach.ts";
import { wayOf } from "../who/path.ts";
import type { Case } from "../who/scope.ts";
import { serversOf } from "../who/serving.ts";
import { nameOf } from "../who/telling.ts";
import type { World } from "../who/world.ts";
import { dayOf, DAY, instantOf, minuteOf } from "../time/minute.ts";
import { brokenIn } from "../who/broken.ts";
import type { Counterexample } from "./story.ts";
import { listed } from "../who/told.ts";
import type { Human } from "../who/humans.ts";

/**
 * P8: what stands wrong whatever the hour. References into nothing, circles, expired things in use, people whose only contact is a shared inbox,
 * people no method of whom is verified at the start of the horizon.
 */
export function standing(world: World, cases: readonly Case[]): readonly Counterexample[] {
  return [...broken(world, cases), ...circles(world, cases), ...expired(world, cases), ...contacts(world, cases)];
}

/** References into nothing: what hangs on them never happens. */
const broken = (world: World, cases: readonly Case[]): Counterexample[] => brokenIn(world, cases).flatMap(({ at, says }) => (at === undefined ? [] : [wrong(at.kind, at.id, says)]));

const wrong = (kind: string, id: string, says: string): Counterexample => ({ property: "P8", also: [], from: { kind, id }, missing: [], walls: [], minutes: 0, times: 0, says });

function circles(world: World, cases: readonly Case[]): Counterexample[] {
  const out = new Map<string, Counterexample>();
  for (const about of cases) {
    const { circle } = wayOf(world, about);
    if (circle !== undefined) out.set(circle.id, wrong("path", circle.id, `\`${circle.name}\` goes on with a path that leads back to it`));
  }
  const delegations = world.document.directory?.delegations ?? [];
  for (const one of delegations) {
    const back = delegations.find((other) => other.from === one.to && other.to === one.from && other.starts < one.ends && one.starts < other.ends && other.verbs.some((verb) => one.verbs.includes(verb)));
    if (back !== undefined && one.id < back.id) out.set(one.id, wrong("delegation", one.id, `${nameOf(world, one.from)} and ${nameOf(world, one.to)} delegate to each other`));
  }
  const clocks = world.document.clocks ?? [];
  for (const clock of clocks) {
    const seen = new Set<string>();
    for (let at = clock.after; at !== undefined && !seen.has(at); at = clocks.find(({ id }) => id === at)?.after) {
      seen.add(at);
      if (at === clock.id) out.set(`clock ${clock.id}`, wrong("clock", clock.id, `\`${clock.name}\` waits for itself`));
    }
  }
  return [...out.values()];
}

function expired(world: World, cases: readonly Case[]): Counterexample[] {
  const out: Counterexample[] = [];
  const { validUntil, decisionRights = [], directory } = world.document;
  if (validUntil !== undefined && dayOf(validUntil) + DAY <= world.from) out.push(wrong("matrix", "matrix", `the matrix was valid until ${validUntil}`));
  const needed = new Set(cases.flatMap(({ event }) => event.verbs ?? []));
  for (const right of decisionRights)
    if (right.deny !== true && right.until !== undefined && needed.has(right.verb) && dayOf(right.until) + DAY <= world.from) out.push(wrong("decision-right", right.id, `the right to decide \`${right.verb}\` ended on ${right.until} and is still listed`));
  for (const one of directory?.delegations ?? []) if (minuteOf(one.ends) <= world.from) out.push(wrong("delegation", one.id, `the delegation of ${nameOf(world, one.from)} to ${nameOf(world, one.to)} ended at ${one.ends} and is still listed`));
  return out;
}

/** Everybody the cases call, ask or tell. */
export function concerned(world: World, cases: readonly Case[]): ReadonlySet<Human> {
  return world.once(cases, "concerned", () => everybodyIn(world, cases));
}

function everybodyIn(world: World, cases: readonly Case[]): ReadonlySet<Human> {
  const humans = new Set<Human>();
  for (const about of cases) {
    for (const { roles } of wayOf(world, about).steps) for (const role of roles) for (const { human } of world.duty(role)) humans.add(human);
    for (const verb of about.event.verbs ?? []) for (const { human } of serversOf(world, verb, about)) humans.add(human);
    for (const { role } of listed(world, about)) for (const { human } of world.duty(role)) humans.add(human);
  }
  return humans;
}

function contacts(world: World, cases: readonly Case[]): Counterexample[] {
  const out: Counterexample[] = [];
  for (const human of concerned(world, cases)) {
    const person = world.humans.named(human);
    const all = world.contacts(human);
    if (all.length === 0) continue;
    const own = all.filter(({ shared }) => shared !== true);
    if (own.length === 0) out.push(wrong("person", person.id, `${person.name} can only be reached through a shared inbox, which reaches nobody`));
    else if (!own.some((contact) => { const [from, until] = verifiedWhile(contact); return from <= world.from && world.from < until; }))
      out.push(wrong("person", person.id, `no contact of ${person.name} is verified at ${instantOf(world.from)}`));
  }
  return out;
}
