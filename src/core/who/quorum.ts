import type { PartyId } from "../model/id.ts";
import type { Human } from "./humans.ts";

/** Somebody who could take part in a common decision; a human may appear for several reasons. */
export interface Voice {
  readonly human: Human;
  readonly party: PartyId | undefined;
  /** Whose authority it is, where it is only lent. */
  readonly lentBy?: Human | undefined;
}

/**
 * How many seats can be given to humans of their own: one after another, moving those who can sit elsewhere
 * (augmenting paths).
 */
export function mostSeated(seats: readonly (readonly Human[])[]): number {
  const taken = new Map<Human, number>();
  const find = (seat: number, tried: Set<Human>): boolean =>
    (seats[seat] ?? []).some((human) => {
      if (tried.has(human)) return false;
      tried.add(human);
      const holder = taken.get(human);
      if (holder !== undefined && !find(holder, tried)) return false;
      taken.set(human, seat);
      return true;
    });
  return seats.filter((_, seat) => find(seat, new Set())).length;
}

/** Somebody who could sit on a seat, and by whose authority. */
export interface Sitter {
  readonly human: Human;
  readonly authority: Human;
}

/** Whether every seat can be given to a human of its own, by an authority of its own: whoever only borrows one that is counted already does not count. */
export function agreed(seats: readonly (readonly Sitter[])[], sitting: readonly Sitter[] = []): boolean {
  const [first, ...others] = seats;
  return first === undefined || first.some((one) => !sitting.some(({ human, authority }) => human === one.human || authority === one.authority) && agreed(others, [...sitting, one]));
}

/**
 * How many distinct humans may count together. Each authority counts once: who lends it and who borrows it sit on one
 * seat, so nobody counts by delegation from somebody already counted, and one authority lent twice is still one.
 */
export function mostVoices(voices: readonly Voice[]): number {
  const seats = new Map<Human, Human[]>();
  for (const { human, lentBy } of voices) {
    const authority = lentBy ?? human;
    const seat = seats.get(authority) ?? [];
    seat.push(human);
    seats.set(authority, seat);
  }
  return mostSeated([...seats.values()]);
}
