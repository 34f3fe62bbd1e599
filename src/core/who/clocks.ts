import type { Clock } from "../model/decision.ts";
import type { RoleId } from "../model/id.ts";
import { dueOf } from "../time/clock.ts";
import { after } from "../time/duration.ts";
import { DAY, instantOf, minuteOf, WEEK, type Minute } from "../time/minute.ts";
import { openOf } from "../time/calendar.ts";
import { zoneOf } from "../time/zone.ts";
import type { ClockRead, Gap } from "./answer.ts";
import { appliesTo, type Case } from "./scope.ts";
import type { World } from "./world.ts";

/** What is on record about a case's clocks, by clock id. UTC instants. */
export type Anchors = {
  readonly [clock: string]: {
    readonly started?: string;
    readonly submitted?: string;
    /** Times that should not count, each with its reason and the party that asked for it. */
    readonly pauses?: readonly { readonly from: string; readonly until?: string; readonly reason?: string; readonly by?: string }[];
  };
};

/** The clocks a case may start: those limited to it or to nothing. */
export const clocksFor = (world: World, about: Case): readonly Clock[] => (world.document.clocks ?? []).filter((clock) => appliesTo(clock, about));

/** Open hours are followed no further than thirty years: a limit beyond is a slip of the keyboard. In minutes. */
const FARTHEST = 30 * 52 * WEEK;

/** When a clock that starts at an instant is due, and how that was found. */
export function readClock(world: World, clock: Clock, start: Minute, pauses: Anchors[string]["pauses"] = []): { readonly due?: Minute | undefined; readonly derivation: string } {
  if (clock.limit === undefined) return { derivation: "without unreasonable delay: no limit in hours is set" };
  const calendar = clock.calendar === undefined ? undefined : world.calendar(clock.calendar);
  const elapsed = clock.calendar === undefined || calendar?.always === true;
  const ahead = after(start, clock.limit) - start;
  const open = elapsed ? undefined : openOf(calendar, start - 2 * DAY, start + Math.min(Math.max(60 * DAY, ahead * 12), FARTHEST));
  if (typeof open === "string") return { derivation: `its calendar \`${clock.calendar ?? ""}\` cannot be used, so nothing is counted` };
  const { due, derivation } = dueOf({
    start, target: clock.limit, open, regulatory: clock.kind === "regulatory",
    owedBy: world.role(clock.submitter ?? clock.determiner ?? "")?.party ?? "",
    pauses: pauses.map(({ from, until, ...rest }) => ({ ...rest, from: minuteOf(from), until: until === undefined ? undefined : minuteOf(until) })),
    wall: calendar?.timeZone === undefined ? undefined : zoneOf(calendar.timeZone)?.wall,
  });
  return { due, derivation: due === undefined ? `\`${calendar?.name ?? ""}\` has too few open hours ahead` : derivation.join("; ") };
}

/** Every clock of a case, with its due instant; where its start is not on record, as if it started at the instant asked about. */
export function clocksOf(world: World, about: Case, at: Minute, anchors: Anchors, gaps: Gap[]): ClockRead[] {
  return clocksFor(world, about).map((clock) => {
    const earlier = clock.after === undefined ? undefined : anchors[clock.after]?.submitted;
    const started = anchors[clock.id]?.started ?? earlier;
    const waits = clock.after !== undefined && started === undefined;
    const read: { readonly due?: Minute | undefined; readonly derivation: string } = waits ? { derivation: `starts when \`${nameOf(world, clock.after ?? "")}\` is submitted` } : readClock(world, clock, started === undefined ? at : minuteOf(started), anchors[clock.id]?.pauses);
    if (clock.kind === "regulatory" && clock.determiner === undefined) gaps.push({ code: "clock-without-determiner", at: { kind: "clock", id: clock.id }, says: `nobody is named to determine ${clock.anchor}, so \`${clock.name}\` never starts` });
    if (clock.calendar !== undefined && !waits && read.due === undefined) gaps.push({ code: "calendar-unusable", at: { kind: "clock", id: clock.id }, says: `\`${clock.name}\` cannot be counted: ${read.derivation}` });
    return {
      clock: clock.id, name: clock.name, kind: clock.kind, anchor: clock.anchor, assumed: started === undefined && !waits, derivation: read.derivation,
      ...(clock.source === undefined ? {} : { source: clock.source }),
      ...(read.due === undefined ? {} : { due: instantOf(read.due) }),
      ...role(world, "determiner", clock.determiner), ...role(world, "submitter", clock.submitter),
    };
  });
}

const nameOf = (world: World, clock: string): string => world.document.clocks?.find(({ id }) => id === clock)?.name ?? clock;

const role = (world: World, field: "determiner" | "submitter", id: RoleId | undefined): Partial<Record<"determiner" | "submitter", string>> => (id === undefined ? {} : { [field]: world.role(id)?.name ?? id });
