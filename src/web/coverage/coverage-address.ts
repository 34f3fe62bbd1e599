import { VERBS } from "#core/model/decision.ts";
import type { What } from "../proof/order.ts";

/** What the page shows, as its address carries it. */
export interface Coverage {
  /** How many may be missing at once; one where nothing is said. */
  readonly absent?: 0 | 2;
  readonly event?: string;
  readonly severity?: string;
  readonly what?: What;
  /** The zone of the map, where it is not the reader's. */
  readonly zone?: string;
  /** The hour of the week that is looked at, from Monday 00:00. */
  readonly hour?: number;
  /** The real day that is looked at, on the wall of the map. */
  readonly day?: string;
}

export const PLAIN_WHATS = ["contact", "backup", "inform", "regulator"] as const;
const WHATS: ReadonlySet<string> = new Set([...PLAIN_WHATS, ...VERBS]);

/** What of an address the page knows; the rest is left out. */
export function checkedCoverage(raw: Readonly<Record<string, unknown>>): Coverage {
  const { absent, what, hour, day } = raw;
  const text = (name: string): Record<string, string> => {
    const value = raw[name];
    return typeof value === "string" && value !== "" && value.length <= 200 ? { [name]: value } : {};
  };
  return {
    ...(absent === 0 || absent === 2 ? { absent } : {}), ...text("event"), ...text("severity"), ...text("zone"),
    ...(typeof what === "string" && WHATS.has(what) ? { what: what as What } : {}),
    ...(typeof hour === "number" && Number.isInteger(hour) && hour >= 0 && hour < 168 ? { hour } : {}),
    ...(typeof day === "string" && /^\d{4}-\d{2}-\d{2}$/.test(day) ? { day } : {}),
  };
}
