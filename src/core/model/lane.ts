import type { Activity } from "./activity.ts";
import type { PartyKind } from "./party.ts";
import type { Edit } from "./edit.ts";

/** The simple view: which side does the work. */
export type Lane = "client" | "provider" | "shared" | "nobody";

/** Every organisation that is not the client stands on the provider's side of the simple view. */
export const sideOf = (kind: PartyKind): "client" | "provider" => (kind === "client" ? "client" : "provider");

/** A row's lane: the sides of the parties of its Responsible roles. */
export function laneOf(activity: Activity, kindOfRole: (role: string) => PartyKind | undefined): Lane {
  let client = false;
  let provider = false;
  for (const { role, letter } of activity.assignments) {
    if (letter !== "R") continue;
    const kind = kindOfRole(role);
    if (kind === undefined) continue;
    if (sideOf(kind) === "client") client = true;
    else provider = true;
  }
  return client ? (provider ? "shared" : "client") : provider ? "provider" : "nobody";
}

/**
 * Move a row to a lane: R goes to the given default role of that side (both for shared), A stays.
 * A row that is on the lane already gets no edits.
 */
export function moveToLane(
  activity: Activity,
  to: "client" | "provider" | "shared",
  defaults: { readonly client?: string; readonly provider?: string },
  kindOfRole: (role: string) => PartyKind | undefined,
): Edit[] {
  const performers = activity.assignments.filter((a) => a.letter === "R").map((a) => a.role);
  const side = (role: string) => {
    const kind = kindOfRole(role);
    return kind === undefined ? undefined : sideOf(kind);
  };
  const wanted = to === "shared" ? (["client", "provider"] as const) : ([to] as const);
  const leaving = performers.filter((role) => !wanted.some((w) => w === side(role)));
  const missing = wanted.filter((w) => !performers.some((role) => side(role) === w));
  const arriving = missing.flatMap((w) => defaults[w] ?? []);
  if (arriving.length < missing.length) return [];
  return [
    ...leaving.map((role): Edit => ({ do: "unassign", activity: activity.id, role, letter: "R" })),
    ...arriving.map((role): Edit => ({ do: "assign", activity: activity.id, role, letter: "R" })),
  ];
}
