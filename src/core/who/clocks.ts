import type { Clock } from "../model/decision.ts";
import type { RoleId } from "../model/id.ts";
import { sayDuration } from "../model/measure.ts";
import { dueAt } from "../time/due.ts";
import { after } from "../time/duration.ts";
import { DAY, instantOf, minuteOf, type Minute } from "../time/minute.ts";
import { openOf } from "../time/calendar.ts";
import { zoneOf } from "../time/zone.ts";
import type { ClockRead, Gap } from "./answer.ts";
import { appliesTo, type Case } from "./scope.ts";
import type { World } from "./world.ts";

/** By clock id: when its anchor was fixed, and when what it asks for was submitted. UTC instants. */
export type Anchors = { readonly [clock: string]: { readonly started?: string; readonly submitted?: string } };

/** The clocks a case may start: those limited to it or to nothing. */
export const clocksFor = (world: World, about: Case): readonly Clock[] => (world.document.clocks ?? []).filter((clock) => appliesTo(clock, about));

/** When a clock that starts at an instant is due, and how that was found. */
export function dueOf(world: World, clock: Clock, start: Minute): { readonly due?: Minute; readonly derivation: string } {
  if (clock.limit === undefined) return { derivation: "without unreasonable delay: no limit in hours is set" };
  const calendar = clock.calendar === undefined ? undefined : world.calendar(clock.calendar);
  // A regulator's clock never pauses; it follows a calendar only where the rule itself counts business days.
  if (clock.calendar === undefined || calendar?.always === true) return { due: after(start, clock.limit), derivation: `${sayDuration(clock.limit)} of elapsed time from ${instantOf(start)}` };
  const reach = after(start, clock.limit) - start;
  const open = openOf(calendar, start - 2 * DAY, start + Math.max(30 * DAY, reach * 12));
  if (typeof open === "string") return { derivation: `its calendar \`${clock.calendar}\` cannot be used, so nothing is counted` };
  const zone = calendar?.timeZone === undefined ? undefined : zoneOf(calendar.timeZone);
  const due = dueAt(start, clock.limit, open, zone?.wall);
  return due === undefined ? { derivation: `\`${calendar?.name ?? clock.calendar}\` has too few open hours ahead` } : { due, derivation: `${sayDuration(clock.limit)} of \`${calendar?.name ?? clock.calendar}\` from ${instantOf(start)}` };
}

/** Every clock of a case, with its due instant; where its start is not on record, as if it started at the instant asked about. */
export function clocksOf(world: World, about: Case, at: Minute, anchors: Anchors, gaps: Gap[]): ClockRead[] {
  return clocksFor(world, about).map((clock) => {
    const earlier = clock.after === undefined ? undefined : anchors[clock.after]?.submitted;
    const started = anchors[clock.id]?.started ?? earlier;
    const waits = clock.after !== undefined && started === undefined;
    const read = waits ? { derivation: `starts when \`${nameOf(world, clock.after ?? "")}\` is submitted` } : dueOf(world, clock, started === undefined ? at : minuteOf(started));
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
