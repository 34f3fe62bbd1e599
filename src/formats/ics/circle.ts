import type { PersonId } from "#core/model/id.ts";

/** Somebody on duty, counted in turns from the first hand-over. */
interface Place {
  readonly from: number;
  readonly until: number;
  readonly person: PersonId;
}

/** A circle of more people than this is a list. */
const LONGEST_CIRCLE = 30;

/**
 * The shortest circle of people that is hardly ever wrong.
 * @param closed whether turns may lie in closed hours, where nobody shows whose they are
 */
export function circleOf(places: readonly Place[], closed: boolean): readonly PersonId[] {
  const turns = places.flatMap(({ from, until, person }) => {
    // In hours a turn is whoever begins in it; without hours, whoever has most of it.
    const [first, end] = closed ? [Math.floor(from), Math.floor(from) + 1] : [Math.round(from), Math.round(until)];
    return Array.from({ length: Math.max(0, end - Math.max(0, first)) }, (_, n) => ({ n: Math.max(0, first) + n, person }));
  });
  const last = turns.at(-1)?.n ?? 0;
  let best: { readonly people: readonly PersonId[]; readonly wrong: number } | undefined;
  for (let size = 1; size <= Math.min(LONGEST_CIRCLE, last + 1); size++) {
    const seats = Array.from({ length: size }, () => new Map<PersonId, number>());
    for (const { n, person } of turns) seats[n % size]?.set(person, (seats[n % size]?.get(person) ?? 0) + 1);
    const people = seats.map((seat) => [...seat].sort((a, b) => b[1] - a[1])[0]?.[0]);
    const some = people.find((person) => person !== undefined);
    if (some === undefined || (!closed && people.includes(undefined))) continue;
    // A circle that was not gone through twice is believed only where everybody has one place in it.
    if (size * 2 > last + 1 && new Set(people).size < size) continue;
    const wrong = turns.filter(({ n, person }) => people[n % size] !== person).length;
    // A longer circle fits better by its length alone: it has to earn that.
    if (best === undefined || wrong + Math.ceil(size / 4) < best.wrong + Math.ceil(best.people.length / 4)) best = { people: people.map((person) => person ?? some), wrong };
    if (wrong === 0) break;
  }
  return best?.people ?? places.slice(0, 1).map(({ person }) => person);
}
