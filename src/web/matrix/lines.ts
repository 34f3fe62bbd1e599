import type { Activity } from "#core/model/activity.ts";
import type { MatrixDocument } from "#core/model/document.ts";
import { laneOf, sideOf, type Lane } from "#core/model/lane.ts";
import type { PartyKind, Role } from "#core/model/party.ts";

/** One line of the picture: a heading for an area, or an activity. */
export type Line = { readonly kind: "area"; readonly key: string; readonly name: string; readonly rows: number } | { readonly kind: "row"; readonly key: string; readonly activity: Activity; readonly lane: Lane };

/** A role as a column, beside the others of its party. */
export interface RoleColumn {
  readonly role: Role;
  readonly party: string;
  readonly side: "client" | "provider";
  /** How many roles of this party stand from here on; 0 for all but the first. */
  readonly partySpan: number;
}

/** The matrix as one reads it: lines in order, roles by party, names at hand. */
export interface Picture {
  readonly lines: readonly Line[];
  readonly columns: readonly RoleColumn[];
  readonly roleName: (id: string) => string;
  readonly sideOfRole: (id: string) => "client" | "provider" | undefined;
  readonly areaSecondary: (area: string | undefined) => string | undefined;
  /** Line number of each activity. */
  readonly lineOf: ReadonlyMap<string, number>;
}

/** Areas in the order in which they first appear; rows keep theirs inside. */
export function picture(document: MatrixDocument): Picture {
  const kinds = new Map(document.parties.map((party) => [party.id as string, party.kind]));
  const roles = new Map(document.roles.map((role) => [role.id as string, role]));
  const areas = new Map((document.areas ?? []).map((area) => [area.id as string, area]));
  const stages = new Map((document.stages ?? []).map((stage) => [stage.id as string, stage]));
  const kindOfRole = (id: string): PartyKind | undefined => kinds.get(roles.get(id)?.party ?? "");

  const blocks = new Map<string, Activity[]>();
  for (const activity of document.activities) {
    const name = headingOf(activity, areas, stages);
    const block = blocks.get(name);
    if (block) block.push(activity);
    else blocks.set(name, [activity]);
  }
  const lines: Line[] = [];
  const lineOf = new Map<string, number>();
  for (const [name, activities] of blocks) {
    if (name !== "" || blocks.size > 1) lines.push({ kind: "area", key: `area:${name}`, name, rows: activities.length });
    for (const activity of activities) {
      lineOf.set(activity.id, lines.length);
      lines.push({ kind: "row", key: activity.id, activity, lane: laneOf(activity, kindOfRole) });
    }
  }
  return {
    lines,
    lineOf,
    columns: document.parties.flatMap((party) => {
      const own = document.roles.filter((role) => role.party === party.id);
      return own.map((role, index): RoleColumn => ({ role, party: party.name, side: sideOf(party.kind), partySpan: index === 0 ? own.length : 0 }));
    }),
    roleName: (id) => roles.get(id)?.name ?? id,
    sideOfRole: (id) => {
      const kind = kindOfRole(id);
      return kind === undefined ? undefined : sideOf(kind);
    },
    areaSecondary: (area) => (area === undefined ? undefined : areas.get(area)?.secondary),
  };
}

type Named = ReadonlyMap<string, { readonly name: string }>;

const headingOf = (activity: Activity, areas: Named, stages: Named): string =>
  areas.get(activity.area ?? "")?.name ?? stages.get(activity.stage ?? "")?.name ?? "";
