import type { Activity } from "#core/model/activity.ts";
import type { MatrixDocument } from "#core/model/document.ts";
import { applyEdits } from "#core/model/edit.ts";
import { laneOf, moveToLane, sideOf, type Lane } from "#core/model/lane.ts";
import { Unreadable } from "./field.ts";

/** The row moved to the lane somebody wrote: the R goes to that side's usual role for the area. */
export function withLane(row: Activity, text: string, draft: MatrixDocument): Activity | Unreadable {
  const wanted = text.toLowerCase() as Lane;
  if (wanted !== "client" && wanted !== "provider" && wanted !== "shared") return new Unreadable("a lane is Client, Provider or Shared");
  const kinds = new Map(draft.parties.map(({ id, kind }) => [id as string, kind]));
  const kindOfRole = new Map(draft.roles.map(({ id, party }) => [id as string, kinds.get(party)]));
  const kind = (role: string) => kindOfRole.get(role);
  if (laneOf(row, kind) === wanted) return row;
  const side = (which: "client" | "provider"): string | undefined => usualRole(row, which, draft, (role) => {
    const known = kind(role);
    return known === undefined ? undefined : sideOf(known);
  });
  const [client, provider] = [side("client"), side("provider")];
  const edits = moveToLane(row, wanted, { ...(client === undefined ? {} : { client }), ...(provider === undefined ? {} : { provider }) }, kind);
  if (edits.length === 0) return new Unreadable("the lane follows from the R letters, and it is not certain which role of that side gets the R");
  return applyEdits({ ...draft, activities: [row] }, edits).activities[0] ?? row;
}

/** The owner of the area on that side; else the side's only role, or the one that performs most of the area. */
function usualRole(row: Activity, which: "client" | "provider", draft: MatrixDocument, side: (role: string) => string | undefined): string | undefined {
  const area = (draft.areas ?? []).find(({ id }) => id === row.area);
  const owner = [area?.primary, area?.secondary].find((role) => role !== undefined && side(role) === which);
  const roles = draft.roles.map(({ id }) => id as string).filter((id) => side(id) === which);
  if (owner !== undefined || roles.length < 2) return owner ?? roles[0];
  const performs = (role: string): number => draft.activities.filter((a) => a.area === row.area && a.assignments.some((one) => one.role === role && one.letter === "R")).length;
  const [first, second] = roles.map((role) => [role, performs(role)] as const).sort(([, a], [, b]) => b - a);
  return first && second && first[1] > second[1] ? first[0] : undefined;
}
