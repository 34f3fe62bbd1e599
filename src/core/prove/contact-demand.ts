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
  if (way.steps.some(({ budget }) => begins + budget > target)) return walkDemand(callables(world, way, about, groups), way, `in time ${target}`, ({ inTime }) => inTime(target));
  // Every step would do. Steps without anybody cost no time, so it comes down to whether any has somebody at the start.
  const members = way.steps.flatMap((step) => callable(world, step, about, groups).map((one) => ({ ...one, spans: world.inTime(one.spans, begins, begins) })));
  const themselves = members.filter(({ standsInFor }) => standsInFor === undefined);
  if (themselves.length === members.length) return count(members, 1);
  // Nobody stands in for somebody who is there, though no method may reach them.
  return { members, like: `any ${members.map(standsIn).join()}`, holds: (available, missing) => available.some((n) => answers(members[n] as Called, missing)), sure: { members: themselves, enough: 1 } };
}

/** P2: a second human is somewhere on the way of calls. */
export function backupDemand(world: World, way: Way, about: Case, groups: readonly string[]): Demand {
  const offsets = offsetsByStep(way);
  const anyhow = way.steps.flatMap((step, i) => callable(world, step, about, groups)
    .filter(({ standsInFor }) => standsInFor === undefined)
    // Called at whichever offset their step begins, so the others cannot make them miss it.
    .map(({ human, spans }) => ({ human, spans: (offsets[i] ?? []).map((offset) => world.inTime(spans, offset, offset)).reduce((all, one) => world.both(all, one)) })));
  return { ...walkDemand(callables(world, way, about, groups), way, "two", ({ humans }) => humans.size >= 2), sure: { members: anyhow, enough: 2 } };
}

type Called = Pick<Callable, "human" | "standsInFor">;

/** Whether somebody answers with some people missing: a stand-in only while the other is among them. */
const answers = ({ human, standsInFor }: Called, missing: ReadonlySet<Human>): boolean => !missing.has(human) && (standsInFor === undefined || missing.has(standsInFor));

const standsIn = ({ standsInFor }: Pick<Callable, "standsInFor">): string => (standsInFor === undefined ? "" : `for ${standsInFor}`);

interface Walked {
  readonly humans: ReadonlySet<Human>;
  inTime(target: number): boolean;
}

/** The walk of calls on facts that are already known: the same steps as `walk` takes in an answer. */
function walkDemand(members: readonly Callable[], way: Way, asks: string, good: (walked: Walked) => boolean): Demand {
  return {
    members,
    like: `walk ${asks} ${way.steps.map(({ budget }, i) => `${i === 0 ? (way.steps[0]?.after ?? 0) : gapBefore(way.steps, i)}+${budget}`).join()} ${members.map((one) => `${one.step}@${one.offset}${standsIn(one)}`).join()}`,
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
          if (one.step !== i || one.offset !== offset || !answers(one, missing)) continue;
          humans.add(one.human);
          before++;
        }
        if (before > 0) calls.push({ offset, budget: step.budget });
      });
      return good({ humans, inTime: (target) => calls.some((call) => call.offset + call.budget <= target) });
    },
  };
}
