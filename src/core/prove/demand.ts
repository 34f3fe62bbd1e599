import type { Human } from "../who/humans.ts";
import { agreed, mostSeated, type Sitter } from "../who/quorum.ts";
import type { Spans } from "../time/spans.ts";

/** One reason for which a human could serve, and the events (by the minute they happen) for which they would. */
export interface Member {
  readonly human: Human;
  readonly spans: Spans;
  /** They serve only while this one is missing. */
  readonly standsInFor?: Human;
}

/**
 * What must hold at every instant, as a question about the members who are available then. `holds` gets them and the
 * humans that are missing on top; it must look at nothing else.
 */
export interface Demand {
  readonly members: readonly Member[];
  /** All that `holds` looks at besides the members' humans: where it is the same and the members are, so is every answer. */
  readonly like: string;
  readonly holds: (available: readonly number[], missing: ReadonlySet<Human>) => boolean;
  /** So many distinct humans are enough and fewer are not: then nothing needs to be tried out. */
  readonly need?: number;
  /**
   * Where the demand is not a count: stretches in which a human serves whatever the others do. While so many of these
   * are left it holds, and nothing needs to be tried out.
   */
  readonly sure?: { readonly members: readonly Member[]; readonly enough: number };
}

/** What missing people do to a demand in one state. */
export interface Judgement {
  /** How many must be missing before it fails: 0 fails already, `bound + 1` stands for "more than was asked". */
  readonly missing: number;
  /** The smallest sets of missing people that break it, up to the bound; none that contains another. */
  readonly sets: readonly (readonly Human[])[];
  /** Whether it fails for a set of missing people no larger than the bound. */
  readonly fails: (missing: ReadonlySet<Human>) => boolean;
}

/** At least so many distinct humans. */
export function count(members: readonly Member[], need: number): Demand {
  return { members, need, like: `count ${need}`, holds: (available, missing) => new Set(available.map((i) => (members[i] as Member).human).filter((human) => !missing.has(human))).size >= need };
}

/** So many seats filled by distinct humans; each member sits on the seats it names. A seat `apart` only counts where somebody can sit on it. */
export function seats(members: readonly (Member & { readonly seat: number })[], seatsThere: number, need: number, apart?: number): Demand {
  return {
    members,
    like: `seats ${members.map(({ seat }) => seat).join()} of ${seatsThere} need ${need} apart ${apart}`,
    holds: (available, missing) => {
      const list: Human[][] = Array.from({ length: seatsThere }, () => []);
      for (const i of available) {
        const { human, seat } = members[i] as (typeof members)[number];
        if (!missing.has(human)) list[seat]?.push(human);
      }
      // A seat that can be filled at all is part of some fullest seating, so asking for one more is enough.
      return mostSeated(list) >= (apart === undefined || (list[apart]?.length ?? 0) > 0 ? need : need - 1);
    },
  };
}

/** Every seat filled, by distinct humans and distinct authorities. A seat `apart` only counts where somebody can sit on it, and takes no authority. */
export function agreement(members: readonly (Member & { readonly seat: number; readonly authority?: Human })[], seatsThere: number, apart?: number): Demand {
  return {
    members,
    like: `agreement ${members.map(({ seat, authority = NO_AUTHORITY }) => `${seat}/${authority}`).join()} of ${seatsThere} apart ${apart}`,
    holds: (available, missing) => {
      const list: Sitter[][] = Array.from({ length: seatsThere }, () => []);
      for (const i of available) {
        const { human, seat, authority = NO_AUTHORITY } = members[i] as (typeof members)[number];
        if (!missing.has(human)) list[seat]?.push({ human, authority });
      }
      return agreed(list.filter((sitters, seat) => seat !== apart || sitters.length > 0));
    },
  };
}

const NO_AUTHORITY: Human = -1;

/** At least one of several ways. */
export function anyOf(ways: readonly Demand[]): Demand {
  if (ways.length === 1) return ways[0] as Demand;
  const starts = ways.map((_, n) => ways.slice(0, n).reduce((sum, { members }) => sum + members.length, 0));
  return {
    members: ways.flatMap(({ members }) => members),
    like: ways.map(({ members, like }) => `${members.length} by ${like}`).join(" or "),
    holds: (available, missing) =>
      ways.some(({ members, holds }, n) => {
        const first = starts[n] as number;
        return holds(available.filter((i) => i >= first && i < first + members.length).map((i) => i - first), missing);
      }),
  };
}

/** How often a set was tried out, against how often it may be. */
export interface Effort {
  tried: number;
  readonly most: number;
}

export class TooMuch extends Error {}

/** What up to `bound` missing people do to a demand in a state. @throws TooMuch when the effort is used up */
export function judge(demand: Demand, available: readonly number[], bound: number, effort: Effort): Judgement {
  // Somebody nobody can call matters too, where another steps in once they are missing.
  const humans = [...new Set(available.flatMap((i) => [(demand.members[i] as Member).human, (demand.members[i] as Member).standsInFor ?? []].flat()))];
  if (demand.need !== undefined) return counted(humans, demand.need, bound);
  return triedOut(demand, available, humans, bound, effort);
}

function counted(humans: readonly Human[], need: number, bound: number): Judgement {
  const missing = Math.min(Math.max(0, humans.length - need + 1), bound + 1);
  const sets = missing > bound ? [] : missing === 0 ? [[]] : [...choose(humans, missing)];
  return { missing, sets, fails: (gone) => humans.filter((human) => !gone.has(human)).length < need };
}

function triedOut(demand: Demand, available: readonly number[], humans: readonly Human[], bound: number, effort: Effort): Judgement {
  const failing = new Set<string>();
  const sets: (readonly Human[])[] = [];
  for (let size = 0; size <= Math.min(bound, humans.length); size++) {
    for (const gone of choose(humans, size)) {
      if (++effort.tried > effort.most) throw new TooMuch();
      if (demand.holds(available, new Set(gone))) continue;
      failing.add(keyOf(gone));
      if (!sets.some((smaller) => smaller.every((human) => gone.includes(human)))) sets.push(gone);
    }
  }
  const known = new Set(humans);
  return { missing: sets[0]?.length ?? bound + 1, sets, fails: (gone) => failing.has(keyOf([...gone].filter((human) => known.has(human)))) };
}

const keyOf = (humans: readonly Human[]): string => [...humans].sort((a, b) => a - b).join();

/** Every choice of so many. */
export function* choose<T>(items: readonly T[], size: number, from = 0): Generator<readonly T[]> {
  if (size === 0) {
    yield [];
    return;
  }
  for (let i = from; i <= items.length - size; i++) for (const rest of choose(items, size - 1, i + 1)) yield [items[i] as T, ...rest];
}
