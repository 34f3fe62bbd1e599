import type { Edit } from "../model/edit.ts";
import type { Verb } from "../model/decision.ts";
import type { PersonId } from "../model/id.ts";
import { instantOf, type Minute } from "../time/minute.ts";
import { lengthOf, type Spans } from "../time/spans.ts";
import { zoneOf } from "../time/zone.ts";
import { nameOf } from "../who/telling.ts";
import type { World } from "../who/world.ts";
import type { Obligation, Property } from "./obligations.ts";

/** Something the proof found not to hold: when, for what, and who is missing. */
export interface Counterexample {
  /** P7 where it takes missing people; `of` says which property breaks then. */
  readonly property: Property | "P7" | "P8";
  readonly of?: Property;
  readonly event?: string;
  readonly severity?: string;
  readonly verb?: Verb;
  /** The other cases in which the very same thing fails: event and severity. */
  readonly also: readonly { readonly event: string; readonly severity: string }[];
  /** The item of the matrix it comes from. */
  readonly from?: { readonly kind: string; readonly id: string };
  readonly missing: readonly PersonId[];
  /** The declared correlated absence that takes them. */
  readonly cause?: string;
  /** The first instant at which it fails, UTC, and when that first time ends; missing for what stands all the time. */
  readonly at?: string;
  readonly until?: string;
  /** The first instant on the walls of the parties. */
  readonly walls: readonly { readonly zone: string; readonly wall: string }[];
  /** Minutes of the horizon in which it fails, and in how many pieces. */
  readonly minutes: number;
  readonly times: number;
  readonly says: string;
  /** What was asked for, in words. */
  readonly asks?: string;
  /** The smallest change found that closes it. */
  readonly repair?: Repair;
}

/** A change of the matrix or its directory that makes a counterexample go away, tried out. */
export interface Repair {
  readonly says: string;
  readonly edits: readonly Edit[];
  /** Where no edit can say it, because only somebody knows the number. */
  readonly asks?: { readonly kind: "contact"; readonly person: PersonId };
}

/** The zones people of the matrix live in, the most common of each party. */
export function zonesOf({ document: { people = [], parties } }: Pick<World, "document">): readonly string[] {
  const zones = parties.flatMap(({ id }) => {
    const here = Map.groupBy(people.filter(({ party, timeZone }) => party === id && timeZone !== undefined), ({ timeZone }) => timeZone as string);
    return [...here].sort(([, a], [, b]) => b.length - a.length)[0]?.[0] ?? [];
  });
  return [...new Set(zones)];
}

const WEEKDAYS = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];

/** `Sun 2026-11-22 03:00` on the wall of a zone. */
export function wallOf(zone: string, at: Minute): string {
  const wall = zoneOf(zone)?.wall(at) ?? at;
  return `${WEEKDAYS[new Date(wall * 60_000).getUTCDay()]} ${instantOf(wall).replace("T", " ").slice(0, 16)}`;
}

/** A counterexample told for one obligation and the people missing. */
export function tell(world: World, zones: readonly string[], { property, about, verb, from, asks }: Obligation, spans: Spans, missing: readonly PersonId[], cause?: { readonly id: string; readonly name: string }, also: Counterexample["also"] = []): Counterexample {
  const at = spans[0] as Minute;
  const minutes = lengthOf(spans);
  const names = missing.map((person) => nameOf(world, person));
  const without = cause === undefined ? (names.length === 0 ? "" : `without ${listOf(names)}: `) : `${cause.name}: `;
  const broken = missing.length > 0 || cause !== undefined;
  return {
    property: broken ? "P7" : property, ...(broken ? { of: property } : {}),
    event: about.event.id, severity: about.severity.id, ...(verb === undefined ? {} : { verb }), also,
    ...(from === undefined ? {} : { from }), missing, ...(cause === undefined ? {} : { cause: cause.id }),
    at: instantOf(at), until: instantOf(spans[1] as Minute), walls: zones.map((zone) => ({ zone, wall: wallOf(zone, at) })),
    minutes, times: spans.length / 2, asks, says: `${without}${FAILS[property]} (${asks})`,
  };
}

const FAILS: Readonly<Record<Property, string>> = {
  P1: "nobody can be called in time",
  P2: "there is no other human behind the first contact",
  P3: "nobody entitled can be reached in time",
  P4: "too few can decide besides whoever performs it",
  P5: "nobody who must be told can be reached in time",
  P6: "the regulator's limit passes with nobody there",
};

export const listOf = (names: readonly string[]): string => (names.length <= 1 ? (names[0] ?? "") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`);
