import type { Place } from "#core/lint/finding.ts";
import type { Activity } from "#core/model/activity.ts";
import type { Keyed } from "../findings/sift.ts";
import type { MatrixView } from "../state/address.ts";

export const LANE_COLUMNS = ["activity", "lane", "responsible", "backup", "accountable", "sla", "evidence"] as const;
export type LaneColumn = (typeof LANE_COLUMNS)[number];

/** A column of either view: a lane column, or `role:ID`. */
export type ColumnKey = LaneColumn | `role:${string}`;

/** Where in the row a finding's mark belongs. A place the view does not show marks the title. */
export function columnOf(place: Place, activity: Activity | undefined, view: MatrixView): ColumnKey {
  if (place.kind === "role" && place.id !== undefined && view === "raci") return `role:${place.id}`;
  const [field = "", role] = (place.field ?? "").split("/");
  if (field === "assignments" && role !== undefined) {
    if (view === "raci") return `role:${role}`;
    const letters = new Set(activity?.assignments.filter((a) => a.role === role).map((a) => a.letter));
    return letters.has("A") ? "accountable" : letters.has("R") ? "responsible" : "activity";
  }
  if (view === "raci") return "activity";
  if (field === "assignments") {
    const holders = (letter: string): number => activity?.assignments.filter((a) => a.letter === letter).length ?? 0;
    // Exactly one A is the rule: the cell that breaks it is the one to look at.
    return holders("R") === 0 ? "responsible" : holders("A") !== 1 ? "accountable" : "lane";
  }
  if (field === "split") return "lane";
  if (field === "secondary") return "backup";
  if (field === "sla" || field === "evidence") return field;
  return "activity";
}

/** The findings of each activity, by its id. */
export function byActivity(findings: readonly Keyed[]): ReadonlyMap<string, readonly Keyed[]> {
  const map = new Map<string, Keyed[]>();
  for (const keyed of findings) {
    const { at, waived } = keyed.finding;
    if (at.kind !== "activity" || at.id === undefined || waived) continue;
    const here = map.get(at.id);
    if (here) here.push(keyed);
    else map.set(at.id, [keyed]);
  }
  return map;
}
