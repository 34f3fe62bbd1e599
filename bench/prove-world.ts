import { FORMAT, type MatrixDocument } from "../src/core/model/document.ts";
import { DAY, instantOf } from "../src/core/time/minute.ts";
import { random } from "./inputs.ts";

export const PEOPLE = 50;
export const FROM = Date.UTC(2026, 0, 1) / 60_000;
const YEAR = 365 * DAY;
const LIMITS = [15, 60, 240, 480];
const GAPS = [5, 15, 30, 60];

export interface Step {
  readonly after: number;
  readonly schedule: number;
  readonly backup: number;
}

/** The same company twice: as numbers for brute force, and as a document for the product. */
export interface Company {
  readonly schedules: readonly { readonly from: readonly number[]; readonly people: readonly number[] }[];
  /** For each person, begin and end of each absence in turn. */
  readonly absences: readonly (readonly number[])[];
  readonly cells: readonly { readonly limit: number; readonly steps: readonly Step[]; readonly entitled: readonly number[] }[];
  /** For each person, who steps in; -1 for nobody. */
  readonly substitutes: readonly number[];
  /** Who lends authority to whom, all year. */
  readonly delegations: readonly (readonly [from: number, to: number])[];
  /** How many must decide together. */
  readonly together: number;
  readonly document: MatrixDocument;
}

/** 50 people, ten schedules, six absences each, 12 events x 4 severities; with substitutes, quorums and delegations if asked. */
export function company(entangled: boolean): Company {
  const draw = random(7);
  const upTo = (n: number) => Math.floor(draw() * n);
  const patterns = Array.from({ length: 10 }, (_, s) => ({ turn: [1_440, 10_080, 720][s % 3] as number, base: upTo(4) * 15, people: Array.from({ length: 6 }, () => upTo(PEOPLE)) }));
  const absences = Array.from({ length: PEOPLE }, () => {
    const list = Array.from({ length: 6 }, () => {
      const from = FROM + Math.floor((draw() * YEAR) / 15) * 15;
      return [from, from + Math.floor((2 + draw() * 5) * 96) * 15] as const;
    }).sort(([a], [b]) => a - b);
    const flat: number[] = [];
    for (const [from, until] of list) {
      if (from <= (flat.at(-1) ?? -1)) flat[flat.length - 1] = Math.max(until, flat.at(-1) ?? 0);
      else flat.push(from, until);
    }
    return flat;
  });
  const cells = Array.from({ length: 48 }, (_, cell) => ({
    limit: LIMITS[cell % 4] as number,
    // Everybody is a backup somewhere outside their own schedules, and so has a post at every hour.
    steps: Array.from({ length: 4 }, (__, step) => {
      const backup = (cell * 4 + step) % PEOPLE;
      let schedule = upTo(10);
      while (patterns[schedule]?.people.includes(backup)) schedule = (schedule + 1) % 10;
      return { after: step * (GAPS[cell % 4] as number), schedule, backup };
    }),
    entitled: [...new Set(Array.from({ length: 4 }, () => upTo(PEOPLE)))],
  }));
  const substitutes = Array.from({ length: PEOPLE }, (_, n) => (entangled && n % 2 === 0 ? (n + 1 + upTo(PEOPLE - 1)) % PEOPLE : -1));
  const delegations = entangled ? Array.from({ length: 12 }, (_, n) => [n * 4, (n * 4 + 1 + upTo(PEOPLE - 1)) % PEOPLE] as const) : [];
  const together = entangled ? 2 : 1;
  const schedules = patterns.map(({ turn, base, people }) => {
    const from: number[] = [];
    for (let at = FROM - 14 * DAY + base; at < FROM + YEAR + 60 * DAY; at += turn) from.push(at);
    return { from, people: from.map((_, i) => people[i % people.length] as number) };
  });
  return { schedules, absences, cells, substitutes, delegations, together, document: documentOf(patterns, absences, cells, substitutes, delegations, together) };
}

const person = (n: number) => `p${n}`;
const roleOf = ({ schedule, backup }: Step) => `r${schedule}-${backup}`;

function documentOf(patterns: readonly { readonly turn: number; readonly base: number; readonly people: readonly number[] }[], absences: Company["absences"], cells: Company["cells"], substitutes: Company["substitutes"], delegations: Company["delegations"], together: number): MatrixDocument {
  const roles = [...new Map(cells.flatMap(({ steps }) => steps).map((step) => [roleOf(step), step])).entries()];
  const everybody = Array.from({ length: PEOPLE }, (_, n) => n);
  return {
    remit: FORMAT, title: "50 people", parties: [{ id: "client", name: "Client", kind: "client" }], activities: [],
    people: everybody.map((n) => ({ id: person(n), name: `Person ${n}`, party: "client", ...(substitutes[n] === -1 ? {} : { substitute: person(substitutes[n] as number) }) })),
    roles: roles.map(([id, { backup }]) => ({ id, name: id, party: "client", holders: [person(backup)] })),
    rotations: roles.map(([id, { schedule }]) => {
      const { turn, base, people } = patterns[schedule] as (typeof patterns)[number];
      return { id: `rotation-${id}`, name: id, role: id, timeZone: "UTC", layers: [{ people: people.map(person), from: instantOf(FROM - 14 * DAY + base).slice(0, 16), turn: `PT${turn}M` }] };
    }),
    events: Array.from({ length: 12 }, (_, n) => ({ id: `e${n}`, name: `Event ${n}`, verbs: ["containment.authorise" as const] })),
    severities: LIMITS.map((limit, i) => ({ id: `s${i}`, name: `S${i}`, rank: i + 2, acknowledgeWithin: `PT${limit}M`, decideWithin: `PT${limit}M` })),
    escalationPaths: cells.map(({ steps }, cell) => ({ id: `path${cell}`, name: `Path ${cell}`, events: [`e${cell >> 2}`], severities: [`s${cell % 4}`], steps: steps.map((step) => ({ after: `PT${step.after}M`, roles: [roleOf(step)] })) })),
    decisionRights: cells.flatMap(({ entitled }, cell) => entitled.map((n) => ({
      id: `right${cell}-${n}`, verb: "containment.authorise" as const, person: person(n), events: [`e${cell >> 2}`], severities: [`s${cell % 4}`], delegable: true,
      ...(together > 1 ? { mode: "n-of-m" as const, n: together } : {}),
    }))),
    directory: {
      contacts: everybody.map((n) => ({ id: `c${n}`, person: person(n), kind: "voice" as const, value: "+1", verifiedAt: "2026-01-01T00:00Z", maximumAge: "P2Y" })),
      absences: absences.flatMap((list, n) => list.flatMap((from, i) => (i % 2 === 1 ? [] : [{ id: `a${n}-${i}`, person: person(n), from: instantOf(from), until: instantOf(list[i + 1] as number) }]))),
      ...(delegations.length === 0 ? {} : { delegations: delegations.map(([from, to], n) => ({ id: `d${n}`, from: person(from), to: person(to), verbs: ["containment.authorise" as const], starts: instantOf(FROM - DAY), ends: instantOf(FROM + YEAR + 60 * DAY) })) }),
    },
  };
}
