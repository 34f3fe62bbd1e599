import type { Activity, Letter } from "#core/model/activity.ts";
import type { MatrixDocument } from "#core/model/document.ts";
import { sideOf } from "#core/model/lane.ts";
import type { Role } from "#core/model/party.ts";

/** Roles that fit beside the titles on A4 on its side and can still be read. */
const COLUMNS = 34;

/** The letters order in which one cell says them. */
const ORDER = "ARCIS";

export interface PaperCell {
  readonly letter: Letter;
  /** Number of the condition under the table. */
  readonly condition?: number;
  /** One of several performers between whom nobody has decided. */
  readonly alternative: boolean;
}

export interface PaperRow {
  readonly id: string;
  readonly number: number;
  readonly title: string;
  readonly notYetAdapted: boolean;
  readonly unanswered: boolean;
  /** Letters by role id. */
  readonly cells: ReadonlyMap<string, readonly PaperCell[]>;
}

export interface PaperColumns {
  readonly roles: readonly Role[];
  /** Organisations over the roles, each as wide as its roles. */
  readonly parties: readonly { readonly id: string; readonly name: string; readonly side: "client" | "provider" | undefined; readonly width: number }[];
}

export interface Paper {
  /** One table after another where the roles do not fit on one. */
  readonly tables: readonly PaperColumns[];
  readonly areas: readonly { readonly name: string; readonly rows: readonly PaperRow[] }[];
  /** What the numbers behind letters stand for; equal conditions share one. */
  readonly conditions: readonly string[];
  /** Letters that occur at all. */
  readonly letters: readonly Letter[];
}

/** The whole matrix as one table to print: roles with a letter as columns by organisation, rows by area. */
export function paperOf(document: MatrixDocument): Paper {
  const used = new Set(document.activities.flatMap(({ assignments }) => assignments.map(({ role }) => role as string)));
  const known = new Set<string>(document.parties.map(({ id }) => id));
  const roles = [
    ...document.parties.flatMap((party) => document.roles.filter((role) => role.party === party.id)),
    ...document.roles.filter((role) => !known.has(role.party)),
  ].filter(({ id }) => used.has(id));
  const conditions: string[] = [];
  const numberOf = (condition: string): number => {
    const at = conditions.indexOf(condition);
    return at >= 0 ? at + 1 : conditions.push(condition);
  };
  const rowOf = (activity: Activity, number: number): PaperRow => {
    const cells = new Map<string, PaperCell[]>();
    for (const { role, letter, condition, alternative } of activity.assignments.toSorted((a, b) => ORDER.indexOf(a.letter) - ORDER.indexOf(b.letter)))
      cells.set(role, [...(cells.get(role) ?? []), { letter, ...(condition === undefined ? {} : { condition: numberOf(condition) }), alternative: alternative === true }]);
    return { id: activity.id, number, title: activity.title, notYetAdapted: activity.notYetAdapted === true, unanswered: !activity.assignments.some(({ letter }) => letter === "A"), cells };
  };
  const names = new Map<string, string>([...(document.stages ?? []), ...(document.areas ?? [])].map(({ id, name }) => [id, name]));
  const areas = new Map<string, PaperRow[]>();
  const order = [...(document.areas ?? []).map(({ name }) => name), ...(document.stages ?? []).map(({ name }) => name)];
  const blocks = Map.groupBy(document.activities, ({ area, stage }) => names.get(area ?? "") ?? names.get(stage ?? "") ?? "");
  // Numbers follow the paper from top to bottom, not the order in which rows were written.
  let number = 0;
  for (const name of [...blocks.keys()].toSorted((a, b) => place(order, a) - place(order, b))) areas.set(name, (blocks.get(name) ?? []).map((activity) => rowOf(activity, ++number)));
  return {
    tables: tablesOf(roles, document),
    areas: [...areas].map(([name, rows]) => ({ name, rows })),
    conditions,
    letters: (["R", "A", "C", "I", "S"] as const).filter((letter) => document.activities.some(({ assignments }) => assignments.some((one) => one.letter === letter))),
  };
}

/** Rows without an area come last. */
const place = (order: readonly string[], name: string): number => (name === "" ? order.length : order.indexOf(name));

function tablesOf(roles: readonly Role[], document: MatrixDocument): PaperColumns[] {
  const parties = new Map(document.parties.map((party) => [party.id as string, party]));
  const tables = Math.max(1, Math.ceil(roles.length / COLUMNS));
  const each = Math.ceil(roles.length / tables);
  return Array.from({ length: tables }, (_, i) => {
    const own = roles.slice(i * each, (i + 1) * each);
    return {
      roles: own,
      parties: [...Map.groupBy(own, ({ party }) => party)].map(([id, those]) => {
        const party = parties.get(id);
        return { id, name: party?.name ?? id, side: party === undefined ? undefined : sideOf(party.kind), width: those.length };
      }),
    };
  });
}
