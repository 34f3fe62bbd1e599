import type { Verb } from "../model/decision.ts";
import type { PersonId } from "../model/id.ts";
import type { MatrixDocument } from "../model/document.ts";
import { DAY, instantOf, type Minute } from "../time/minute.ts";
import { UnknownQuestion } from "../who/question.ts";
import { World } from "../who/world.ts";
import { planOf, type CasePlan } from "./case-plan.ts";
import { Chance, draws } from "./chance.ts";
import { Exercise } from "./exercise.ts";
import { LONGEST } from "./longest.ts";
import type { Drilled } from "./told.ts";

/** What many exercises are drawn from. */
export interface Series {
  readonly seed: number;
  readonly runs: number;
  /** Only this event type, this severity, this instant; else each in turn, and instants of a year. */
  readonly event?: string | undefined;
  readonly severity?: string | undefined;
  readonly at?: Minute | undefined;
  /** The year begins here. */
  readonly from: Minute;
  readonly silent?: readonly PersonId[] | undefined;
  readonly absent?: readonly PersonId[] | undefined;
}

/** Minutes to one thing over many runs; `null` where that share of runs did not see it at all. */
export interface Spread {
  readonly event: string;
  readonly severity: string;
  /** A decision, or that somebody takes charge. */
  readonly of: Verb | "contact";
  readonly runs: number;
  readonly target: number;
  readonly p50: number | null;
  readonly p90: number | null;
  readonly p95: number | null;
  readonly max: number | null;
  /** Share of runs in which it did not happen within the target. */
  readonly late: number;
  /** The run that took longest, to be run again by its instant. */
  readonly worst: { readonly run: number; readonly at: string; readonly minutes: number | null };
}

export interface Distribution {
  readonly seed: number;
  readonly runs: number;
  readonly from: string;
  readonly spreads: readonly Spread[];
  /** What most often cost minutes, over all runs. */
  readonly stalls: readonly { readonly says: string; readonly runs: number; readonly minutes: number; readonly saves: string }[];
}

const YEAR = 365 * DAY;

/** Many exercises by chance: the same matrix and series give the same distribution. @throws UnknownQuestion */
export function unattended(document: MatrixDocument, series: Series): Distribution {
  const { cases, exercise } = drawn(document, series);
  const seen = new Map<string, { readonly key: Pick<Spread, "event" | "severity" | "of" | "target">; readonly took: { run: number; at: Minute; minutes: number }[] }>();
  const stalls = new Map<string, { says: string; runs: number; minutes: number; saves: string }>();
  for (let run = 0; run < series.runs; run++) {
    const { event, severity, plan } = cases[run % cases.length] as (typeof cases)[number];
    const drilled = exercise(run);
    const { at } = drilled.scenario;
    for (const { of, target, minutes } of measured(plan, drilled)) {
      const name = `${event} ${severity} ${of}`;
      let list = seen.get(name);
      if (list === undefined) seen.set(name, (list = { key: { event, severity, of, target }, took: [] }));
      list.took.push({ run, at, minutes });
    }
    for (const { says, saves, minutes } of drilled.stalls) {
      const plain = says.replace(/\d+ (min|h)( \d+ min)?/g, "so long");
      const had = stalls.get(plain) ?? { says: plain, runs: 0, minutes: 0, saves };
      stalls.set(plain, { ...had, runs: had.runs + 1, minutes: had.minutes + minutes });
    }
  }
  return {
    seed: series.seed, runs: series.runs, from: instantOf(series.at ?? series.from),
    spreads: [...seen.values()].map(({ key, took }) => spreadOf(key, took)),
    stalls: [...stalls.values()].sort((a, b) => b.minutes - a.minutes).slice(0, 20),
  };
}

/** One run of a series, told alone. @throws UnknownQuestion */
export const oneOf = (document: MatrixDocument, series: Series, run: number): Drilled => drawn(document, series).exercise(run);

/** The cases of a series, and what happens in each of its runs. */
function drawn(document: MatrixDocument, series: Series) {
  const world = series.at === undefined ? new World(document, series.from - DAY, series.from + YEAR + 3 * DAY) : new World(document, series.at - DAY, series.at + 3 * DAY);
  const cases = casesOf(document, series).map(({ event, severity }) => ({ event, severity, plan: planOf(world, { event, severity }) }));
  const chance = new Chance(world, series.silent);
  const exercise = (run: number): Drilled => {
    const { event, severity, plan } = cases[run % cases.length] as (typeof cases)[number];
    const at = series.at ?? series.from + Math.floor(draws(series.seed, run)() * YEAR);
    return new Exercise(world, plan, { event, severity, at, absent: series.absent }, chance.nature(series.seed, run)).run();
  };
  return { cases, exercise };
}

function casesOf(document: MatrixDocument, { event, severity }: Series): { readonly event: string; readonly severity: string }[] {
  const events = (document.events ?? []).filter(({ id }) => event === undefined || id === event);
  const severities = (document.severities ?? []).filter(({ id }) => severity === undefined || id.toLowerCase() === severity.toLowerCase()).sort((a, b) => a.rank - b.rank);
  if (events.length === 0) throw new UnknownQuestion("event", event ?? "", (document.events ?? []).map(({ id }) => id));
  if (severities.length === 0) throw new UnknownQuestion("severity", severity ?? "", (document.severities ?? []).map(({ id }) => id));
  return events.flatMap(({ id }) => severities.map((level) => ({ event: id, severity: level.id })));
}

const measured = ({ targets, verbs }: CasePlan, { contact, decisions }: Drilled): { readonly of: Verb | "contact"; readonly target: number; readonly minutes: number }[] => [
  { of: "contact", target: targets.contact, minutes: contact?.minute ?? Infinity },
  ...verbs.map(({ verb }) => ({ of: verb, target: targets.decide, minutes: decisions[verb]?.minute ?? Infinity })),
];

function spreadOf(key: Pick<Spread, "event" | "severity" | "of" | "target">, took: readonly { readonly run: number; readonly at: Minute; readonly minutes: number }[]): Spread {
  const sorted = took.toSorted((a, b) => a.minutes - b.minutes || a.run - b.run);
  const at = (share: number): number | null => finite(sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)]?.minutes);
  const worst = sorted.at(-1) as (typeof sorted)[number];
  const late = took.filter(({ minutes }) => minutes > key.target).length;
  return { ...key, runs: took.length, p50: at(0.5), p90: at(0.9), p95: at(0.95), max: finite(worst.minutes), late: Math.round((late / took.length) * 1_000) / 1_000, worst: { run: worst.run, at: instantOf(worst.at), minutes: finite(worst.minutes) } };
}

const finite = (minutes: number | undefined): number | null => (minutes === undefined || !(minutes <= LONGEST) ? null : minutes);
