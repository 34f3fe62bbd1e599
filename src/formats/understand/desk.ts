import type { RoleId } from "#core/model/id.ts";
import type { Ask } from "./ask.ts";
import type { Cast } from "./cast.ts";
import type { Grid } from "./grid.ts";
import type { Meaning } from "./legend.ts";
import type { Plan } from "./plan.ts";
import type { Tally } from "./tally.ts";
import type { Sides } from "./who.ts";

/** Everything that is at hand while the rows of a table are read. */
export interface Desk {
  readonly grid: Grid;
  readonly plan: Plan;
  readonly cast: Cast;
  readonly ask: Ask;
  readonly tally: Tally;
  readonly legend: ReadonlyMap<string, Meaning>;
  readonly sides: Sides;
  /** Roles of the letter columns, by column. */
  readonly roles: Map<number, RoleId>;
}
