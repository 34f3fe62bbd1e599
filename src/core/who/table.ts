import { boundaryAfter } from "../time/spans.ts";
import type { Minute } from "../time/minute.ts";
import { sweep, type Swept } from "../time/sweep.ts";
import { callables, type Callable } from "./callable.ts";
import type { Human } from "./humans.ts";
import { gapBefore, wayOf, type Way } from "./path.ts";
import type { Case } from "./scope.ts";
import type { World } from "./world.ts";

/** Who is called for a case: everybody in order, each human once, and how many minutes after the event. */
export interface Called {
  readonly humans: readonly Human[];
  readonly offsets: readonly number[];
}

/**
 * The contact track of one case, compiled: time is cut where anybody on the way of calls comes or goes, and every
 * state is walked once, when it is first asked for. A question then costs one look into a table.
 */
export class CallTable {
  readonly #way: Way;
  readonly #members: readonly Callable[];
  readonly #swept: Swept;
  readonly #called: (Called | undefined)[];
  readonly #bucket: Int32Array;
  readonly #from: Minute;
  readonly #until: Minute;

  constructor(world: World, about: Case) {
    this.#way = wayOf(world, about);
    this.#members = callables(world, this.#way, about, []);
    this.#swept = sweep(this.#members.map(({ spans }) => spans), world.from, world.until);
    this.#called = new Array<Called | undefined>(this.#swept.states.length);
    this.#from = world.from;
    this.#until = world.until;
    this.#bucket = new Int32Array(Math.ceil((world.until - world.from) / BUCKET) + 1);
    for (let i = 0; i < this.#bucket.length; i++) this.#bucket[i] = boundaryAfter(this.#swept.from, world.from + i * BUCKET) - 1;
  }

  /** Who is called for an event at an instant. @throws RangeError outside the world's stretch of time */
  at(event: Minute): Called {
    const { from, state } = this.#swept;
    if (event < this.#from || event >= this.#until) throw new RangeError("this instant lies outside the table");
    let piece = this.#bucket[Math.floor((event - this.#from) / BUCKET)] as number;
    while ((from[piece + 1] ?? Infinity) <= event) piece++;
    const index = state[piece] as number;
    return (this.#called[index] ??= this.#walk(this.#swept.states[index] as readonly number[]));
  }

  /** Every stretch of the table in which the same people are called in the same order, from one instant to another. */
  *stretches(from: Minute = this.#from, until: Minute = this.#until): Generator<Called & { readonly from: Minute; readonly until: Minute }> {
    let open: (Called & { readonly from: Minute }) | undefined;
    const starts = this.#swept.from;
    for (let piece = boundaryAfter(starts, from) - 1; piece < starts.length; piece++) {
      const begins = Math.max(starts[piece] as Minute, from);
      if (begins >= until) break;
      const called = this.at(begins);
      if (open !== undefined && sameCalls(open, called)) continue;
      if (open !== undefined) yield { ...open, until: begins };
      open = { ...called, from: begins };
    }
    if (open !== undefined) yield { ...open, until: Math.min(until, this.#until) };
  }

  #walk(available: readonly number[]): Called {
    const humans: Human[] = [];
    const offsets: number[] = [];
    const { steps } = this.#way;
    let offset = steps[0]?.after ?? 0;
    let before = 0;
    steps.forEach((_, i) => {
      if (i > 0 && before > 0) offset += gapBefore(steps, i);
      before = 0;
      for (const n of available) {
        const one = this.#members[n] as Callable;
        if (one.step !== i || one.offset !== offset || one.standsInFor !== undefined) continue;
        before++;
        if (humans.includes(one.human)) continue;
        humans.push(one.human);
        offsets.push(offset);
      }
    });
    return { humans, offsets };
  }
}

const sameCalls = (a: Called, b: Called): boolean => a.humans.join() === b.humans.join() && a.offsets.join() === b.offsets.join();

/** Minutes that share a first guess at the piece they lie in. */
const BUCKET = 360;
