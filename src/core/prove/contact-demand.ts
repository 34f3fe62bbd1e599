import { lengthOf } from "../time/duration.ts";
import { NEVER, union, without, type Spans } from "../time/spans.ts";
import { askOf } from "../who/call.ts";
import type { Human } from "../who/humans.ts";
import { gapBefore, type Step, type Way } from "../who/path.ts";
import type { Case } from "../who/scope.ts";
import { ALWAYS, type World } from "../who/world.ts";
import { count, type Demand, type Member } from "./demand.ts";

/** Somebody a step would reach at one of the offsets it may begin at; a stand-in only while another is missing. */
interface Callable extends Member {
  readonly step: number;
  readonly offset: number;
  readonly standsInFor?: Human;
}

/** The offsets at which each step may begin, whichever steps before it have nobody. */
function offsetsByStep({ steps }: Way): readonly (readonly number[])[] {
  const all: number[][] = [[steps[0]?.after ?? 0]];
  for (let i = 1; i < steps.length; i++) all.push([...new Set((all[i - 1] ?? []).flatMap((offset) => [offset, offset + gapBefore(steps, i)]))]);
  return steps.length === 0 ? [] : all;
}

/** Everybody a step could reach and when, at the instant of the call. */
function callable(world: World, step: Step, about: Case, groups: readonly string[]): { readonly human: Human; readonly spans: Spans; readonly standsInFor?: Human }[] {
  const ask = askOf(about, step.channels, groups);
  const there = (human: Human, when: Spans): Spans => world.except(world.both(when, world.method(human, ask)), world.absent(human));
  return step.roles.flatMap((role) => world.duty(role).flatMap(({ human, spans }) => [
    { human, spans: there(human, spans) },
    ...standIns(world, human).map((one) => ({ human: one.human, spans: there(one.human, world.both(spans, one.spans)), ...(one.ifMissing ? { standsInFor: human } : {}) })),
  ]));
}

/** Who takes somebody's calls and when: whom a declared absence names, else the usual substitute; that one also if they are missing unannounced. */
function standIns(world: World, human: Human): readonly { readonly human: Human; readonly spans: Spans; readonly ifMissing: boolean }[] {
  const absent = world.absent(human);
  const away = world.away(human);
  const persons = world.humans.persons(human);
  return world.memory.of(`stand-ins ${human}`, [absent, world.humans, ...away, ...persons], () => {
    const out: { human: Human; spans: Spans; ifMissing: boolean }[] = [];
    let named: Spans = NEVER;
    for (const { from, until, substitute } of away) {
      if (substitute === undefined || from >= until) continue;
      const other = world.humans.of(substitute);
      if (other !== undefined && other !== human) out.push({ human: other, spans: without([from, until], named), ifMissing: false });
      named = union(named, [from, until]);
    }
    const usual = world.humans.of(persons.find(({ substitute }) => substitute !== undefined)?.substitute ?? "");
    if (usual !== undefined && usual !== human) {
      out.push({ human: usual, spans: without(absent, named), ifMissing: false });
      out.push({ human: usual, spans: without(ALWAYS, absent), ifMissing: true });
    }
    return out;
  });
}

/** Minutes within which somebody must have taken charge; nothing where the severity sets no limit. */
const targetOf = ({ severity }: Case): number => (severity.acknowledgeWithin === undefined ? Infinity : lengthOf(severity.acknowledgeWithin));

/** P1: somebody on the way of calls is reached before the severity's target runs out. */
export function contactDemand(world: World, way: Way, about: Case, groups: readonly string[]): Demand {
  const target = targetOf(about);
  const begins = way.steps[0]?.after ?? 0;
  if (way.steps.some(({ budget }) => begins + budget > target)) return walkDemand(callables(world, way, about, groups), way, ({ inTime }) => inTime(target));
  // Every step would do. Steps without anybody cost no time, so it comes down to whether any has somebody at the start;
  // a stand-in is among them exactly when the one they stand in for is not.
  return count(way.steps.flatMap((step) => callable(world, step, about, groups).map(({ human, spans }) => ({ human, spans: shifted(world, spans, begins) }))), 1);
}

/** P2: a second human is somewhere on the way of calls. */
export function backupDemand(world: World, way: Way, about: Case, groups: readonly string[]): Demand {
  const members = callables(world, way, about, groups);
  const offsets = offsetsByStep(way);
  return {
    ...walkDemand(members, way, ({ humans }) => humans.size >= 2),
    sure: (available) => ({ humans: calledAnyhow(members, available, offsets), enough: 2 }),
  };
}

function callables(world: World, way: Way, about: Case, groups: readonly string[]): readonly Callable[] {
  const offsets = offsetsByStep(way);
  return way.steps.flatMap((step, i) => callable(world, step, about, groups).flatMap((one) => (offsets[i] ?? []).map((offset) => ({ ...one, step: i, offset, spans: shifted(world, one.spans, offset) }))));
}

const shifted = (world: World, spans: Spans, offset: number): Spans => world.inTime(spans, offset, offset);

/** Humans whose step calls them at whichever offset it begins. */
function calledAnyhow(members: readonly Callable[], available: readonly number[], offsets: readonly (readonly number[])[]): ReadonlySet<Human> {
  const times = new Map<string, { human: Human; step: number; seen: Set<number> }>();
  for (const i of available) {
    const { human, step, offset, standsInFor } = members[i] as Callable;
    if (standsInFor !== undefined) continue;
    const key = `${human} ${step}`;
    const one = times.get(key) ?? { human, step, seen: new Set() };
    one.seen.add(offset);
    times.set(key, one);
  }
  return new Set([...times.values()].filter(({ step, seen }) => seen.size === offsets[step]?.length).map(({ human }) => human));
}

interface Walked {
  readonly humans: ReadonlySet<Human>;
  inTime(target: number): boolean;
}

/** The walk of calls on facts that are already known: the same steps as `walk` takes in an answer. */
function walkDemand(members: readonly Callable[], way: Way, good: (walked: Walked) => boolean): Demand {
  return {
    members,
    holds: (available, missing) => {
      const calls: { readonly offset: number; readonly budget: number }[] = [];
      const humans = new Set<Human>();
      let offset = way.steps[0]?.after ?? 0;
      let before = 0;
      way.steps.forEach((step, i) => {
        if (i > 0 && before > 0) offset += gapBefore(way.steps, i);
        before = 0;
        for (const n of available) {
          const one = members[n] as Callable;
          if (one.step !== i || one.offset !== offset || missing.has(one.human)) continue;
          if (one.standsInFor !== undefined && !missing.has(one.standsInFor)) continue;
          humans.add(one.human);
          before++;
        }
        if (before > 0) calls.push({ offset, budget: step.budget });
      });
      return good({ humans, inTime: (target) => calls.some((call) => call.offset + call.budget <= target) });
    },
  };
}
