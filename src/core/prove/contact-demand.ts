import { lengthOf } from "../time/duration.ts";
import { callable, callables, offsetsByStep, type Callable } from "../who/callable.ts";
import type { Human } from "../who/humans.ts";
import { gapBefore, type Way } from "../who/path.ts";
import type { Case } from "../who/scope.ts";
import type { World } from "../who/world.ts";
import { count, type Demand } from "./demand.ts";

/** Minutes within which somebody must have taken charge; nothing where the severity sets no limit. */
const targetOf = ({ severity }: Case): number => (severity.acknowledgeWithin === undefined ? Infinity : lengthOf(severity.acknowledgeWithin));

/** P1: somebody on the way of calls is reached before the severity's target runs out. */
export function contactDemand(world: World, way: Way, about: Case, groups: readonly string[]): Demand {
  const target = targetOf(about);
  const begins = way.steps[0]?.after ?? 0;
  if (way.steps.some(({ budget }) => begins + budget > target)) return walkDemand(callables(world, way, about, groups), way, ({ inTime }) => inTime(target));
  // Every step would do. Steps without anybody cost no time, so it comes down to whether any has somebody at the start;
  // a stand-in is among them exactly when the one they stand in for is not.
  return count(way.steps.flatMap((step) => callable(world, step, about, groups).map(({ human, spans }) => ({ human, spans: world.inTime(spans, begins, begins) }))), 1);
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
