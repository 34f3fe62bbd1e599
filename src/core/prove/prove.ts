import { lengthOf, type Spans } from "../time/spans.ts";
import type { CorrelatedAbsence } from "../model/decision.ts";
import type { MatrixDocument } from "../model/document.ts";
import type { Human } from "../who/humans.ts";
import type { Memory } from "../who/memory.ts";
import { ownParty, type Case } from "../who/scope.ts";
import { missingOf } from "../who/telling.ts";
import { World } from "../who/world.ts";
import { assumptionsOf } from "./assumptions.ts";
import { TooMuch, type Effort } from "./demand.ts";
import { examine, failingWith, type Examined } from "./examine.ts";
import type { Horizon } from "./horizon.ts";
import { isTouchedBy, obligationsOf, type Obligation } from "./obligations.ts";
import { repairOf } from "./repair.ts";
import { standing } from "./standing.ts";
import { tell, zonesOf, type Counterexample } from "./story.ts";

/** How much may be tried out before the proof says that it is incomplete. */
export const MOST_TRIED = 5_000_000;

export interface Proof {
  readonly verdict: "PROVED" | "COUNTEREXAMPLE" | "INCOMPLETE";
  readonly horizon: Horizon;
  readonly counterexamples: readonly Counterexample[];
  /** What the verdict rests on. */
  readonly assumptions: readonly string[];
  /** What was not looked at, and which bound stood in the way. Empty unless something was left out. */
  readonly incomplete: readonly string[];
  /** How many obligations were held against how many pieces of time. */
  readonly checked: { readonly cases: number; readonly obligations: number; readonly pieces: number };
  /** Every obligation with its pieces of time: what the heat map is drawn from. */
  readonly examined: readonly Examined[];
}

/** Every event type at every severity. */
export const casesOf = ({ document }: World): readonly Case[] => {
  const party = ownParty(document);
  return (document.events ?? []).flatMap((event) => (document.severities ?? []).map((severity) => ({ event, severity, party })));
};

/**
 * Holds every promise of a matrix against every instant of the horizon and every set of up to `absent` missing people,
 * and against every declared correlated absence. Exact: what is not looked at is named, and the verdict is INCOMPLETE.
 * @param memory of an earlier proof of the same matrix, which makes the next one cost what was edited
 */
export function prove(document: MatrixDocument, horizon: Horizon, memory?: Memory, most = MOST_TRIED): Proof {
  const world = new World(document, horizon.from, horizon.until, memory);
  const cases = casesOf(world);
  const effort: Effort = { tried: 0, most };
  const incomplete: string[] = [];
  const examined: Examined[] = [];
  const found: Found[] = [];
  for (const about of cases) {
    for (const obligation of obligationsOf(world, about)) {
      const one = attempt(world, obligation, horizon.absent, effort, incomplete);
      if (one === undefined) continue;
      examined.push(one);
      for (const { missing, spans } of one.failing) found.push({ obligation, spans, missing });
    }
  }
  found.push(...together(world, cases, examined));
  if (cases.length === 0) incomplete.push("the matrix names no event types with severities, so there is nothing to prove");
  const counterexamples = [...merge(world, found), ...standing(world, cases)];
  return {
    verdict: counterexamples.length > 0 ? "COUNTEREXAMPLE" : incomplete.length > 0 ? "INCOMPLETE" : "PROVED",
    horizon, counterexamples, incomplete, examined, assumptions: assumptionsOf(world, cases),
    checked: { cases: cases.length, obligations: examined.length, pieces: examined.reduce((sum, { swept }) => sum + swept.from.length, 0) },
  };
}

function attempt(world: World, obligation: Obligation, bound: number, effort: Effort, incomplete: string[]): Examined | undefined {
  try {
    return examine(world, obligation, bound, effort);
  } catch (problem) {
    if (!(problem instanceof TooMuch)) throw problem;
    incomplete.push(`${obligation.about.event.name} at ${obligation.about.severity.name}: ${obligation.asks} was not held against every set of ${bound} missing people: more than ${effort.most.toLocaleString("en")} combinations`);
    return undefined;
  }
}

/** Something that fails, before it is told. */
interface Found {
  readonly obligation: Obligation;
  readonly spans: Spans;
  readonly missing: readonly Human[];
  readonly cause?: CorrelatedAbsence;
}

/** P7 for what takes several people, or a way to reach them, at once. */
function together(world: World, cases: readonly Case[], alone: readonly Examined[]): Found[] {
  const causes = world.document.correlatedAbsences ?? [];
  if (causes.length === 0) return [];
  const anyhow = new Map(alone.map(({ obligation }) => [keyOf(obligation), obligation]));
  return causes.flatMap((cause) => {
    const missing = missingOf(world, cause.people);
    const { group } = cause;
    const asked = group === undefined ? alone.map(({ obligation }) => obligation)
      : cases.flatMap((about) => (missing.size > 0 || isTouchedBy(world, about, group) ? obligationsOf(world, about, [group]) : []));
    return asked.flatMap((obligation) => {
      const spans = failingWith(world, obligation, missing);
      if (spans.length === 0) return [];
      const before = anyhow.get(keyOf(obligation));
      const more = before === undefined ? spans : world.except(spans, failingWith(world, before, NOBODY));
      return more.length === 0 ? [] : [{ obligation, spans: more, missing: [...missing], cause }];
    });
  });
}

/** Counterexamples with the smallest repair of the first `most` of them, in their order. */
export function withRepairs(document: MatrixDocument, { counterexamples, horizon }: Proof, memory: Memory, most: number): readonly Counterexample[] {
  return counterexamples.map((one, i) => {
    const repair = i < most ? repairOf(document, horizon, one, memory) : undefined;
    return repair === undefined ? one : { ...one, repair };
  });
}

const NOBODY: ReadonlySet<Human> = new Set();

const keyOf = ({ property, about, verb, asks }: Obligation): string => [property, about.event.id, about.severity.id, verb, asks].join("|");

/** The same failing at the same time in several cases is one story; what fails by itself comes before what takes missing people. */
function merge(world: World, found: readonly Found[]): readonly Counterexample[] {
  const by = new Map<string, { readonly first: Found; readonly also: { event: string; severity: string }[] }>();
  for (const one of found) {
    const { obligation: { property, verb, from, asks, about }, spans, missing, cause } = one;
    const shape = world.once(spans, "shape", () => [spans.length, spans[0], spans[1], spans.at(-1), lengthOf(spans)].join());
    const key = [property, verb, from?.kind, from?.id, asks, missing.join(), cause?.id, shape].join("|");
    const had = by.get(key);
    if (had === undefined) by.set(key, { first: one, also: [] });
    else had.also.push({ event: about.event.id, severity: about.severity.id });
  }
  const zones = zonesOf(world);
  return [...by.values()]
    .map(({ first: { obligation, spans, missing, cause }, also }) => tell(world, zones, obligation, spans, missing.map((human) => world.humans.named(human).id), cause, also))
    .sort((a, b) => a.missing.length - b.missing.length || (a.of ?? a.property).localeCompare(b.of ?? b.property) || b.minutes - a.minutes);
}
