import type { PersonId } from "#core/model/id.ts";
import type { Minute } from "#core/time/minute.ts";
import { isAbsent, NOBODY, substituteOf } from "#core/who/call.ts";
import { withSubstitutes } from "#core/who/watched.ts";
import type { Stint, World } from "#core/who/world.ts";

/** Somebody's stretch of duty, as it is taken: by themselves, by a stand-in, or by nobody because they are away. */
export interface Turn {
  readonly person: PersonId;
  /** The absent person they stand in for. */
  readonly insteadOf?: PersonId;
  /** Whose turn it is, is away, and nobody stands in. */
  readonly away?: true;
  readonly from: Minute;
  readonly until: Minute;
}

type Taker = Omit<Turn, "from" | "until">;

/** Who takes the calls of a stretch of duty: declared absences and stand-ins counted in, as where somebody is called. */
export function takersOf(world: World, stint: Pick<Stint, "person" | "human">, from: Minute, until: Minute): readonly Turn[] {
  const turns: Turn[] = [];
  const changes = [from, ...changesOf(world, stint).filter((at) => at > from && at < until).sort((a, b) => a - b), until];
  changes.slice(0, -1).forEach((at, i) => {
    const ends = changes[i + 1] as Minute;
    const last = turns.at(-1);
    const taker = takerAt(world, stint, at);
    if (at === ends) return;
    if (last !== undefined && same(last, taker)) turns[turns.length - 1] = { ...last, until: ends };
    else turns.push({ ...taker, from: at, until: ends });
  });
  return turns;
}

export const same = (a: Taker, b: Taker): boolean => a.person === b.person && a.insteadOf === b.insteadOf && a.away === b.away;

/** The instants at which it may change who takes somebody's calls: their absences, and those of whoever may stand in. */
const changesOf = (world: World, { human }: Pick<Stint, "human">): Minute[] => withSubstitutes(world, human).flatMap((one) => world.away(one)).flatMap(({ from, until }) => [from, until]);

function takerAt(world: World, { person, human }: Pick<Stint, "person" | "human">, at: Minute): Taker {
  if (!isAbsent(world, human, at, NOBODY)) return { person };
  const substitute = substituteOf(world, human, at);
  const other = substitute === undefined ? undefined : world.humans.of(substitute);
  return substitute === undefined || other === undefined || other === human || isAbsent(world, other, at, NOBODY) ? { person, away: true } : { person: substitute, insteadOf: person };
}
