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
  readonly failing: readonly Failing[];
}

/** Time cut where anything about a demand changes, and what was found out about it so far. */
interface Cut {
  readonly swept: Swept;
  readonly judged: Map<number, { readonly judgements: readonly Judgement[]; failing?: readonly Failing[] }>;
  readonly failing: Map<string, Spans>;
}

/** @param reserve so many missing people must not matter where time is passed over because enough are there anyhow */
function cutOf(world: World, demand: Demand, reserve: number): Cut {
  return world.once(demand, demand.sure === undefined ? "cut" : `cut ${reserve}`, () => findCut(world, demand, reserve));
}

function findCut(world: World, demand: Demand, reserve: number): Cut {
  const members = demand.members.map(({ human, spans }) => `${human}:${world.memory.numberOf(spans)}`).join();
  // What is asked for and by whom does not matter, so many cases share one.
  return world.memory.of(`cut ${demand.like} | ${demand.sure === undefined ? "" : reserve} ${world.from} ${world.until} | ${members}`, [], () =>
    ({ swept: sweep(demand.members.map(({ spans }) => spans), world.from, world.until, weak(world, demand, reserve)), judged: new Map(), failing: new Map() }));
}

/** Cuts time where anything about an obligation changes, and judges every state once. @throws TooMuch */
export function examine(world: World, obligation: Obligation, bound: number, effort: Effort): Examined {
  const { swept, judged } = cutOf(world, obligation.demand, bound);
  let known = judged.get(bound);
  if (known === undefined) judged.set(bound, (known = { judgements: swept.states.map((available) => (available === PASSED_OVER ? strong(bound) : judge(obligation.demand, available, bound, effort))) }));
  return { obligation, swept, judgements: known.judgements, until: world.until, failing: (known.failing ??= failing(swept, known.judgements, world.until)) };
}

/** When an obligation fails with some people missing. */
export function failingWith(world: World, { demand }: Pick<Obligation, "demand">, missing: ReadonlySet<Human>): Spans {
  const concerned = [...missing].filter((gone) => demand.members.some(({ human, standsInFor }) => human === gone || standsInFor === gone)).sort((a, b) => a - b);
  const { swept, failing } = cutOf(world, demand, concerned.length);
  const key = concerned.join();
  let spans = failing.get(key);
  if (spans === undefined) failing.set(key, (spans = heldAgainst(demand, swept, world.until, new Set(concerned))));
  return spans;
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

function heldAgainst(demand: Demand, swept: Swept, until: Minute, missing: ReadonlySet<Human>): Spans {
  const bad = swept.states.map((available) => available !== PASSED_OVER && !demand.holds(available, missing));
  if (!bad.includes(true)) return [];
  const spans: Minute[] = [];
  swept.state.forEach((state, i) => {
    if (bad[state] !== true) return;
    const from = swept.from[i] as Minute;
    if (spans.at(-1) === from) spans[spans.length - 1] = swept.from[i + 1] ?? until;
    else spans.push(from, swept.from[i + 1] ?? until);
  });
  return spans;
}
