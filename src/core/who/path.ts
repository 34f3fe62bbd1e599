import type { EscalationPath } from "../model/decision.ts";
import type { PersonId, RoleId } from "../model/id.ts";
import { lengthOf } from "../time/duration.ts";
import type { Channel } from "./reach.ts";
import { appliesTo, narrowness, type Case } from "./scope.ts";
import type { World } from "./world.ts";

/** One step of the whole way, chained paths included. Offsets and budgets in minutes from the start of the event. */
export interface Step {
  /** The path it stands in; missing for the symptom route of an event. */
  readonly path: EscalationPath | undefined;
  /** Its number in that path, from 1. */
  readonly number: number;
  readonly after: number;
  readonly roles: readonly RoleId[];
  readonly channels: readonly Channel[] | undefined;
  /** How long its attempts and its acknowledgement may take before it has not been answered. */
  readonly budget: number;
}

export interface Way {
  readonly steps: readonly Step[];
  readonly lastResort: readonly PersonId[];
  readonly paths: readonly EscalationPath[];
  /** The path that leads back into the way. */
  readonly circle?: EscalationPath;
}

type Written = EscalationPath["steps"][number];

/** Attempts are one for each channel. Waits that are not stated count as nothing. */
export const budgetOf = (step: Written): number =>
  Math.max(1, step.channels?.length ?? 0) * lengthOf(step.waitPerAttempt ?? "PT0M") + lengthOf(step.acknowledgeWithin ?? "PT0M");

/** The path for a case: the most narrowly limited one that applies, the first of equals. */
export function pathFor({ document }: Pick<World, "document">, about: Case): EscalationPath | undefined {
  const [first, ...others] = (document.escalationPaths ?? []).filter((path) => appliesTo(path, about));
  return first && others.reduce((best, path) => (narrowness(path) > narrowness(best) ? path : best), first);
}

/** Every step in order: a path's own, then those of the path it goes on with, begun when its last step has run out. */
export function wayOf(world: World, about: Case): Way {
  return world.once(about, "way", () => findWay(world, about));
}

function findWay(world: World, about: Case): Way {
  const path = about.routed === true ? undefined : pathFor(world, about);
  if (path !== undefined) return follow(world, path);
  const { route } = about.event;
  const steps: Step[] = route === undefined || route.length === 0 ? [] : [{ path: undefined, number: 1, after: 0, roles: route, channels: undefined, budget: 0 }];
  const lastResort = [...new Set((world.document.escalationPaths ?? []).flatMap((one) => one.lastResort ?? []))];
  return { steps, lastResort, paths: [] };
}

function follow(world: World, start: EscalationPath): Way {
  const paths: EscalationPath[] = [];
  const steps: Step[] = [];
  const lastResort: PersonId[] = [];
  let begins = 0;
  for (let path: EscalationPath | undefined = start; path !== undefined; path = path.then === undefined ? undefined : world.path(path.then)) {
    if (paths.includes(path)) return { steps, lastResort: [...new Set(lastResort)], paths, circle: path };
    paths.push(path);
    let ends = begins;
    path.steps.forEach((written, i) => {
      const step: Step = { path, number: i + 1, after: begins + lengthOf(written.after), roles: written.roles, channels: written.channels, budget: budgetOf(written) };
      steps.push(step);
      ends = Math.max(ends, step.after + step.budget);
    });
    lastResort.push(...(path.lastResort ?? []));
    begins = ends;
  }
  return { steps, lastResort: [...new Set(lastResort)], paths };
}

/** From the start of the event to the end of the last step, in minutes. */
export const lengthOfWay = ({ steps }: Way): number => steps.reduce((longest, { after, budget }) => Math.max(longest, after + budget), 0);

/** How long after the step before it one begins, when that one was called. */
export const gapBefore = (steps: readonly Step[], index: number): number => Math.max(0, (steps[index]?.after ?? 0) - (steps[index - 1]?.after ?? 0));
