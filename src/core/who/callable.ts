import { NEVER, union, without, type Spans } from "../time/spans.ts";
import { askOf } from "./call.ts";
import type { Human } from "./humans.ts";
import { gapBefore, type Step, type Way } from "./path.ts";
import type { Ask } from "./reach.ts";
import type { Case } from "./scope.ts";
import { ALWAYS, type World } from "./world.ts";

/** Somebody a step would reach at one of the offsets it may begin at; a stand-in only while another is missing. */
export interface Callable {
  readonly human: Human;
  /** The events, by the minute they happen, for which they would be called there. */
  readonly spans: Spans;
  readonly step: number;
  readonly offset: number;
  readonly standsInFor?: Human;
}

/** The offsets at which each step may begin, whichever steps before it have nobody. */
export function offsetsByStep({ steps }: Way): readonly (readonly number[])[] {
  const all: number[][] = [[steps[0]?.after ?? 0]];
  for (let i = 1; i < steps.length; i++) all.push([...new Set((all[i - 1] ?? []).flatMap((offset) => [offset, offset + gapBefore(steps, i)]))]);
  return steps.length === 0 ? [] : all;
}

/** Everybody a step could reach and when, at the instant of the call. */
export function callable(world: World, step: Step, about: Case, groups: readonly string[]): readonly Called[] {
  const ask = askOf(about, step.channels, groups);
  return world.once(step, ask.key, () => called(world, step, ask));
}

type Called = Pick<Callable, "human" | "spans" | "standsInFor">;

function called(world: World, step: Step, ask: Ask): readonly Called[] {
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
  return world.memory.of(`stand-ins ${human}`, [absent, world.numbering, ...away, ...persons], () => {
    const out: { human: Human; spans: Spans; ifMissing: boolean }[] = [];
    let named: Spans = NEVER;
    for (const { from, until, substitute } of away) {
      if (substitute === undefined) continue;
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

/** Everybody on a way of calls, at every offset at which their step may begin. */
export function callables(world: World, way: Way, about: Case, groups: readonly string[]): readonly Callable[] {
  const offsets = offsetsByStep(way);
  return way.steps.flatMap((step, i) => callable(world, step, about, groups).flatMap((one) => (offsets[i] ?? []).map((offset) => ({ ...one, step: i, offset, spans: world.inTime(one.spans, offset, offset) }))));
}

