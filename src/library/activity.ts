import type { Activity, Cadence } from "#core/model/activity.ts";
import type { RoleKey } from "./roles.ts";

/** An activity that client and provider usually have, with its usual owners, evidence, rhythm and controls. */
export interface LibraryActivity {
  /** Stable for ever: rows inserted from here keep it as their `origin`. */
  readonly id: string;
  readonly title: string;
  /** Name of the area, as readers see it. */
  readonly area: string;
  readonly kind: NonNullable<Activity["kind"]>;
  readonly responsible: readonly RoleKey[];
  readonly accountable: RoleKey;
  readonly consulted: readonly RoleKey[];
  readonly informed: readonly RoleKey[];
  /** Whose approval is mandatory, beside those consulted. */
  readonly approvers?: readonly RoleKey[];
  readonly approval: "none" | "standard" | "formal" | "emergency";
  readonly evidence: string;
  readonly cadence: Cadence;
  /** `framework:id`; ids only, the texts belong to their publishers. */
  readonly controls: readonly string[];
  readonly critical?: boolean;
  /** What each side does where both perform, and who validates the whole. */
  readonly split?: { readonly client: string; readonly provider: string; readonly validator?: RoleKey };
  readonly note?: string;
}
