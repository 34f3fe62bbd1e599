import type { Activity } from "#core/model/activity.ts";
import type { MatrixDocument } from "#core/model/document.ts";
import { laneOf, type Lane } from "#core/model/lane.ts";
import { LANE_WORDS } from "#formats/remit-sheet/activity-fields.ts";

export type Grouping = "area" | "stage" | "lane" | "party" | "role" | "criticality" | "none";

/** How rows are put together: the key of a row's group, what the group is called, and groups whose order is not that of the document. */
export interface Grouper {
  key(row: Activity): string;
  /** Nothing for rows that belong to none. */
  name(key: string): string;
  readonly order?: readonly string[];
}

type Named = { readonly id: string; readonly name: string };
const namesIn = (items: readonly Named[] | undefined) => new Map((items ?? []).map(({ id, name }) => [id, name]));

/** The roles with the R, the primary owner first. */
const responsible = ({ assignments }: Activity): string[] => assignments.flatMap(({ role, letter }) => (letter === "R" ? [role as string] : []));

function byField(field: "area" | "stage", items: readonly Named[] | undefined): Grouper {
  const names = namesIn(items);
  return { key: (row) => row[field] ?? "", name: (key) => names.get(key) ?? "" };
}

function byLane({ roles, parties }: MatrixDocument): Grouper {
  const kinds = new Map(parties.map(({ id, kind }) => [id, kind]));
  const kindOf = new Map(roles.map(({ id, party }) => [id as string, kinds.get(party)]));
  return { key: (row) => laneOf(row, (role) => kindOf.get(role)), name: (key) => LANE_WORDS[key as Lane], order: ["client", "provider", "shared", "nobody"] };
}

/** A row that several organisations perform stands in a group of its own. */
function byParty({ roles, parties }: MatrixDocument): Grouper {
  const partyOf = new Map(roles.map(({ id, party }) => [id as string, party as string]));
  const names = namesIn(parties);
  return { key: (row) => [...new Set(responsible(row).flatMap((role) => partyOf.get(role) ?? []))].toSorted().join(" "), name: (key) => key.split(" ").map((one) => names.get(one) ?? "").join(" + ") };
}

function byRole({ roles }: MatrixDocument): Grouper {
  const names = namesIn(roles);
  return { key: (row) => responsible(row)[0] ?? "", name: (key) => names.get(key) ?? "" };
}

const GROUPERS: Readonly<Record<Grouping, (document: MatrixDocument) => Grouper>> = {
  area: ({ areas }) => byField("area", areas),
  stage: ({ stages }) => byField("stage", stages),
  lane: byLane,
  party: byParty,
  role: byRole,
  criticality: () => ({ key: ({ criticality }) => criticality ?? "", name: (key) => key.charAt(0).toUpperCase() + key.slice(1), order: ["critical", "high", "normal", "low"] }),
  none: () => ({ key: () => "", name: () => "" }),
};

/** What rows can be grouped by, in the order in which it is offered. */
export const GROUPINGS = Object.keys(GROUPERS) as readonly Grouping[];

export const grouperOf = (document: MatrixDocument, group: Grouping): Grouper => GROUPERS[group](document);

/** Whether two documents know the same of everything rows are grouped by. */
export const sameGroups = (a: MatrixDocument, b: MatrixDocument): boolean => a.areas === b.areas && a.stages === b.stages && a.roles === b.roles && a.parties === b.parties;
