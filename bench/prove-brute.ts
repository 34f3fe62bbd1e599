import type { Company } from "./prove-world.ts";

const last = (list: readonly number[], at: number): number => {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((list[middle] as number) <= at) low = middle + 1;
    else high = middle;
  }
  return low - 1;
};

/** Whether something is promised and not kept, at one instant with some people missing: nobody called in time, nobody behind them, nobody to decide. */
export type Check = (cell: number, at: number, missing: readonly number[]) => readonly [contact: boolean, backup: boolean, decision: boolean];

/** Every question for itself, step by step. */
export function bruteForce({ schedules, absences, cells, substitutes, delegations, together }: Company): Check {
  const gone = (human: number, at: number, missing: readonly number[]) => missing.includes(human) || (last(absences[human] as readonly number[], at) & 1) === 0;
  const away = (human: number, at: number) => (last(absences[human] as readonly number[], at) & 1) === 0;
  const pick = (human: number, at: number, missing: readonly number[]): number => {
    if (!gone(human, at, missing)) return human;
    const other = substitutes[human] as number;
    return other < 0 || gone(other, at, missing) ? -1 : other;
  };
  return (cell, at, missing) => {
    const { limit, steps, entitled } = cells[cell] as Company["cells"][number];
    const called: number[] = [];
    let offset = 0;
    let before = 0;
    let inTime = false;
    for (let i = 0; i < steps.length; i++) {
      const { after, schedule, backup } = steps[i] as (typeof steps)[number];
      if (i > 0 && before > 0) offset += after - (steps[i - 1]?.after ?? 0);
      before = 0;
      const { from, people } = schedules[schedule] as Company["schedules"][number];
      const turn = people[last(from, at + offset)] as number;
      for (const human of [turn, backup]) {
        const one = pick(human, at + offset, missing);
        if (one < 0) continue;
        before++;
        if (offset <= limit) inTime = true;
        if (!called.includes(one)) called.push(one);
      }
    }
    const there = (human: number) => {
      if (missing.includes(human)) return false;
      if (!away(human, at)) return true;
      const list = absences[human] as readonly number[];
      return (list[last(list, at) + 1] as number) <= at + limit;
    };
    return [!inTime, called.length < 2, decided(entitled, delegations, there) < together];
  };
}

/** How many can decide together, each authority counted once: tries every way to seat them. */
function decided(entitled: readonly number[], delegations: Company["delegations"], there: (human: number) => boolean): number {
  const seats = entitled.map((owner) => [owner, ...delegations.filter(([from]) => from === owner).map(([, to]) => to)].filter(there));
  const most = (seat: number, taken: readonly number[]): number => {
    if (seat === seats.length) return taken.length;
    let best = most(seat + 1, taken);
    for (const human of seats[seat] as readonly number[]) if (!taken.includes(human)) best = Math.max(best, most(seat + 1, [...taken, human]));
    return best;
  };
  return most(0, []);
}
