import type { World } from "../who/world.ts";
import { planOf } from "./case-plan.ts";
import { Exercise } from "./exercise.ts";
import { steady, type Nature, type Scenario } from "./scenario.ts";
import type { Drilled } from "./told.ts";

/**
 * Runs one exercise. Without a nature everybody answers and decides at once, save the silent; with one that knows the
 * outcome of only some calls, it stops at the first it does not know.
 * @throws UnknownQuestion for an event type or a severity the matrix does not have
 */
export function drill(world: World, scenario: Scenario, nature: Nature = steady(new Set((scenario.silent ?? []).flatMap((person) => world.humans.of(person) ?? [])))): Drilled {
  return new Exercise(world, planOf(world, scenario), scenario, nature).run();
}
