import { Chance } from "#core/drill/chance.ts";
import type { Nature, Outcome, Ring } from "#core/drill/scenario.ts";
import type { World } from "#core/who/world.ts";

export const DEEDS = ["decides", "only", "sleeps", "silent", "away"] as const;
export type Deed = (typeof DEEDS)[number];

/** What was said of one call, and how long the table took to say it. */
export interface Said {
  /** Which call it was: the person and the how-manieth. */
  readonly call: string;
  readonly deed: Deed;
  readonly seconds: number;
}

/** An exercise as far as it has come; it lives in this browser's tab only. */
export interface Sitting {
  readonly event: string;
  readonly severity: string;
  readonly at: number;
  readonly said: readonly Said[];
  /** The rest happens by this chance, or, where it is `null`, not at all. */
  readonly rest?: number | null;
}

export const callOf = ({ person, call }: Ring): string => `${person} ${call}`;

/** How people behave in an exercise: as was said of them, then by chance, or nothing more; else it waits to be told. */
export function natureOf(world: World, { said, rest }: Sitting): Nature {
  const known = new Map(said.map((one) => [one.call, one]));
  const chance = rest === undefined || rest === null ? undefined : new Chance(world).nature(rest, 0);
  return (ring) => {
    const one = known.get(callOf(ring));
    if (one !== undefined) return outcomeOf(one);
    return rest === null ? { does: "silent" } : chance?.(ring);
  };
}

function outcomeOf({ deed, seconds }: Said): Outcome {
  if (deed === "silent" || deed === "away") return { does: deed };
  const after = Math.floor(seconds / 60);
  return { does: "answers", after, accepts: deed === "sleeps" ? undefined : 0, decides: deed === "decides" ? () => 0 : () => undefined };
}

const KEY = "remit-drill";

/** The exercise this tab was in the middle of. */
export function keptSitting(workspace: string): Sitting | undefined {
  try {
    const kept = JSON.parse(sessionStorage.getItem(`${KEY} ${workspace}`) ?? "null") as Partial<Sitting> | null;
    const whole = typeof kept?.event === "string" && typeof kept.severity === "string" && typeof kept.at === "number" && Array.isArray(kept.said);
    return whole ? (kept as Sitting) : undefined;
  } catch {
    return undefined;
  }
}

export function keepSitting(workspace: string, sitting: Sitting | undefined): void {
  try {
    if (sitting === undefined) sessionStorage.removeItem(`${KEY} ${workspace}`);
    else sessionStorage.setItem(`${KEY} ${workspace}`, JSON.stringify(sitting));
  } catch {
    // A browser that keeps nothing loses the exercise with the page, and nothing else.
  }
}
