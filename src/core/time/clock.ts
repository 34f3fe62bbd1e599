import { sayDuration } from "../model/measure.ts";
import { dueAt } from "./due.ts";
import { FOREVER, instantOf, type Minute } from "./minute.ts";
import { intersect, lengthOf, spansOf, without, type Spans } from "./spans.ts";

/** Time that is not counted. Without a reason, whoever asked for it, and an end it counts all the same. */
export interface Pause {
  readonly from: Minute;
  readonly until?: Minute | undefined;
  readonly reason?: string | undefined;
  /** The party on whose account the clock stands still. */
  readonly by?: string | undefined;
}

/** A target that runs. */
export interface Running {
  readonly start: Minute;
  /** ISO duration. */
  readonly target: string;
  /** When time counts; always, where it is missing. */
  readonly open?: Spans | undefined;
  /** What the calendar's wall shows at an instant: for limits in days of a calendar. */
  readonly wall?: ((at: Minute) => Minute) | undefined;
  /** The party that has to meet it: it cannot stop its own clock. */
  readonly owedBy: string;
  readonly pauses?: readonly Pause[];
  /** Changes of severity: a new target, counted from the change. */
  readonly changes?: readonly { readonly at: Minute; readonly target: string; readonly says: string }[];
  /** A regulator's clock: nothing stops it. */
  readonly regulatory?: boolean;
}

export interface Due {
  readonly due: Minute | undefined;
  /** From here on it is at risk: four fifths of the counted time are gone. */
  readonly atRisk: Minute | undefined;
  /** How the instant was found, a sentence for each thing that moved it or did not. */
  readonly derivation: readonly string[];
}

/**
 * When a target is due: the first instant at which open, unpaused time reaches it. A change of severity never lengthens
 * what already runs.
 */
export function dueOf({ start, target, open, owedBy, pauses = [], changes = [], regulatory = false, wall }: Running): Due {
  const derivation = [`${sayDuration(target)} from ${instantOf(start)}${open === undefined ? "" : ", in open hours"}`];
  const counted = pauses.flatMap((pause): (readonly [Minute, Minute])[] => {
    const why = refused(pause, owedBy, regulatory);
    if (why === undefined && pause.until !== undefined) {
      derivation.push(`stands still from ${instantOf(pause.from)} to ${instantOf(pause.until)}: ${pause.reason ?? ""}`);
      return [[pause.from, pause.until]];
    }
    derivation.push(`the pause from ${instantOf(pause.from)} does not count: ${why ?? ""}`);
    return [];
  });
  const stopped = spansOf(counted);
  // Without open hours or pauses a month is a month of the calendar; what stands still is counted in minutes.
  const running = stopped.length === 0 ? open : without(open ?? [start, FOREVER], stopped);
  let due = dueAt(start, target, running, wall);
  for (const { at, target: next, says } of [...changes].sort((a, b) => a.at - b.at)) {
    const sooner = dueAt(at, next, running, wall);
    const moves = sooner !== undefined && (due === undefined || sooner < due);
    derivation.push(`${says}: ${sayDuration(next)} from ${instantOf(at)} would be ${sooner === undefined ? "never" : instantOf(sooner)}${moves ? "" : ", which is no sooner and changes nothing"}`);
    if (moves) due = sooner;
  }
  return { due, atRisk: due === undefined ? undefined : fourFifths(start, due, running), derivation };
}

function refused({ until, reason, by }: Pause, owedBy: string, regulatory: boolean): string | undefined {
  if (regulatory) return "a regulator's clock never stands still";
  if (reason === undefined || reason.trim() === "") return "it has no reason";
  if (by === undefined) return "nobody is named who asked for it";
  if (by === owedBy) return "whoever owes the work cannot stop its clock";
  return until === undefined ? "it has no end" : undefined;
}

/** The instant at which four fifths of the counted minutes between two instants are gone. */
function fourFifths(start: Minute, due: Minute, running: Spans | undefined): Minute {
  const minutes = running === undefined ? due - start : lengthOf(intersect(running, [start, due]));
  const most = Math.floor((minutes * 4) / 5);
  return running === undefined ? start + most : (dueAt(start, `PT${most}M`, running) ?? due);
}

