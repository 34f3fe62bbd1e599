import type { Minute } from "../time/minute.ts";
import type { Spans } from "../time/spans.ts";
import type { Human } from "../who/humans.ts";
import type { World } from "../who/world.ts";
import { judge, type Demand, type Effort, type Judgement } from "./demand.ts";
import type { Obligation } from "./obligations.ts";
import { PASSED_OVER, sweep, type Swept } from "../time/sweep.ts";

/** An obligation held against every instant of a stretch of time. */
export interface Examined {
  readonly obligation: Obligation;
  readonly swept: Swept;
  /** For each state of the sweep. */
  readonly judgements: readonly Judgement[];
  readonly until: Minute;
  /** Every smallest set of missing people that breaks it at some instant, with all the time in which it does. */
  failing(): readonly Failing[];
}

/**
 * Cuts time where anything about an obligation changes, and judges every state once.
 * @param reserve so many missing people must not matter where time is passed over because enough are there anyhow
 * @throws TooMuch
 */
export function examine(world: World, obligation: Obligation, bound: number, effort: Effort, reserve = bound): Examined {
  const { demand, property, parts } = obligation;
  const number = (part: unknown) => (typeof part === "object" && part !== null ? world.memory.numberOf(part) : String(part));
  const members = demand.members.map(({ human, spans }) => `${human}:${world.memory.numberOf(spans)}`).join();
  // A count is the same whatever it counts for, so many cases share one; anything else also rests on what it was made from.
  const kind = demand.need === undefined ? `${property} ${obligation.verb ?? ""} ${[obligation.about.event, obligation.about.severity, ...parts].map(number).join()}` : `count ${demand.need}`;
  const kept = world.memory.of(`examined ${kind} ${bound} ${reserve} ${world.from} ${world.until} ${members}`, [], () => {
    const swept = sweep(demand.members.map(({ spans }) => spans), world.from, world.until, weak(world, demand, reserve));
    return { swept, judgements: swept.states.map((available) => (available === PASSED_OVER ? strong(bound) : judge(demand, available, bound, effort))), failing: undefined as readonly Failing[] | undefined };
  });
  return { obligation, swept: kept.swept, judgements: kept.judgements, until: world.until, failing: () => (kept.failing ??= failing(kept.swept, kept.judgements, world.until)) };
}

/** When so few are there anyhow that missing people could matter; always, where nobody knows. */
function weak(world: World, { sure }: Demand, reserve: number): Spans {
  if (sure === undefined) return [world.from, world.until];
  const { from, state, states } = sweep(sure.members.map(({ spans }) => spans), world.from, world.until);
  const humans = states.map((available) => new Set(available.map((i) => sure.members[i]?.human)).size);
  const spans: Minute[] = [];
  state.forEach((one, i) => {
    if ((humans[one] as number) - reserve >= sure.enough) return;
    const begins = from[i] as Minute;
    if (spans.at(-1) === begins) spans[spans.length - 1] = from[i + 1] ?? world.until;
    else spans.push(begins, from[i + 1] ?? world.until);
  });
  return spans;
}

const strong = (bound: number): Judgement => ({ missing: bound + 1, sets: [], fails: () => false });

/** When a set of missing people breaks an obligation. */
export interface Failing {
  readonly missing: readonly Human[];
  readonly spans: Spans;
}

function failing(swept: Swept, judgements: readonly Judgement[], until: Minute): readonly Failing[] {
  const by = new Map<string, { missing: readonly Human[]; spans: Minute[] }>();
  swept.state.forEach((state, i) => {
    for (const missing of (judgements[state] as Judgement).sets) {
      const key = missing.join();
      let one = by.get(key);
      if (one === undefined) by.set(key, (one = { missing, spans: [] }));
      const from = swept.from[i] as Minute;
      const ends = swept.from[i + 1] ?? until;
      if (one.spans.at(-1) === from) one.spans[one.spans.length - 1] = ends;
      else one.spans.push(from, ends);
    }
  });
  return [...by.values()];
}

/** When an obligation fails with some people missing, no more than it was examined with in reserve. */
export function failingWith({ obligation, swept, until }: Examined, missing: ReadonlySet<Human>): Spans {
  const bad = swept.states.map((available) => available !== PASSED_OVER && !obligation.demand.holds(available, missing));
  const spans: Minute[] = [];
  swept.state.forEach((state, i) => {
    if (bad[state] !== true) return;
    const from = swept.from[i] as Minute;
    if (spans.at(-1) === from) spans[spans.length - 1] = swept.from[i + 1] ?? until;
    else spans.push(from, swept.from[i + 1] ?? until);
  });
  return spans;
}
