import type { Activity } from "#core/model/activity.ts";
import type { MatrixDocument } from "#core/model/document.ts";
import type { Column } from "./columns.ts";
import { valuesOf } from "./column-values.ts";
import { grouperOf, sameGroups, type Grouping } from "./groupers.ts";

/** What decides which rows stand where. Looks of the grid (columns, widths) are not part of it. */
export interface Arranging {
  readonly group: Grouping;
  /** Keys of the groups that are folded up. */
  readonly folded: ReadonlySet<string>;
  readonly sort: { readonly column: string; readonly down: boolean } | undefined;
  /** Words a column must hold, by column key. */
  readonly filters: Readonly<Record<string, string>>;
  /** Values of which a cell must hold one, by column key; an empty text stands for an empty cell. */
  readonly ticks: Readonly<Record<string, readonly string[]>>;
  /** Words some column must hold. */
  readonly search: string;
  /** Only these rows, where only those with findings were asked for. */
  readonly only: ReadonlySet<string> | undefined;
  /** Rows made a moment ago, which stay in sight whatever the filters say. */
  readonly always: ReadonlySet<string>;
}

export type Line =
  | { readonly kind: "group"; readonly key: string; readonly name: string; readonly size: number; readonly folded: boolean }
  /** `place` is the row's number in the document. */
  | { readonly kind: "row"; readonly key: string; readonly place: number };

export interface Arrangement {
  readonly lines: readonly Line[];
  readonly lineOf: ReadonlyMap<string, number>;
  /** Rows that pass the filters, folded up or not. */
  readonly passing: number;
}

/**
 * The lines of the grid: rows that pass the filters, sorted, under their groups. Groups stand in the order
 * in which they first appear in the document.
 */
export function arrange(document: MatrixDocument, columns: readonly Column[], how: Arranging): Arrangement {
  const passes = passer(columns, how);
  const places: number[] = [];
  document.activities.forEach((row, place) => {
    if (passes(row)) places.push(place);
  });
  const sorted = how.sort ? sortedBy(document, places, columns, how.sort) : places;
  const grouper = grouperOf(document, how.group);
  const groups = new Map<string, number[]>();
  // The document decides the order of groups, the sort the order within them.
  for (const key of grouper.order ?? []) groups.set(key, []);
  if (how.group !== "none") for (const row of document.activities) groups.set(grouper.key(row), []);
  for (const place of sorted) {
    const key = grouper.key(document.activities[place] as Activity);
    const rows = groups.get(key);
    if (rows) rows.push(place);
    else groups.set(key, [place]);
  }
  const lines: Line[] = [];
  const lineOf = new Map<string, number>();
  for (const [key, rows] of groups) {
    if (rows.length === 0) continue;
    const folded = how.group !== "none" && how.folded.has(key);
    if (how.group !== "none") {
      lineOf.set(`group:${key}`, lines.length);
      lines.push({ kind: "group", key: `group:${key}`, name: key === "" ? "" : grouper.name(key), size: rows.length, folded });
    }
    if (folded) continue;
    for (const place of rows) {
      const { id } = document.activities[place] as Activity;
      lineOf.set(id, lines.length);
      lines.push({ kind: "row", key: id, place });
    }
  }
  return { lines, lineOf, passing: places.length };
}

/**
 * Whether a changed document keeps the arrangement of the one before: no row came, went, moved or changed its
 * group. What was typed never makes rows jump: sort and filters are looked at again when somebody asks for them.
 */
export function sameArrangement(before: MatrixDocument, after: MatrixDocument, group: Grouping): boolean {
  if (!sameGroups(before, after)) return false;
  if (before.activities === after.activities) return true;
  if (before.activities.length !== after.activities.length) return false;
  const { key } = grouperOf(after, group);
  return after.activities.every((row, i) => {
    const old = before.activities[i];
    return row === old || (old !== undefined && row.id === old.id && key(row) === key(old));
  });
}

function passer(columns: readonly Column[], { filters, ticks, search, only, always }: Arranging): (row: Activity) => boolean {
  const wanted = Object.entries(filters).flatMap(([key, words]) => {
    const column = columns.find((one) => one.key === key);
    return column && words.trim() !== "" ? [{ column, words: words.trim().toLowerCase() }] : [];
  });
  const ticked = Object.entries(ticks).flatMap(([key, values]) => {
    const column = columns.find((one) => one.key === key);
    return column && values.length > 0 ? [{ column, values: new Set(values) }] : [];
  });
  const looked = search.trim().toLowerCase();
  return (row) =>
    always.has(row.id) ||
    ((only === undefined || only.has(row.id)) &&
    wanted.every(({ column, words }) => column.show(row).toLowerCase().includes(words)) &&
    ticked.every(({ column, values }) => valuesOf(column, row).some((value) => values.has(value))) &&
    (looked === "" || columns.some((column) => column.kind !== "role" && column.show(row).toLowerCase().includes(looked))));
}

/** Words whose order is not that of the alphabet. */
const RANKS: Readonly<Record<string, readonly string[]>> = {
  criticality: ["critical", "high", "normal", "low"],
  "approval/class": ["emergency", "formal", "standard", "none"],
};
/** A cell with an A before one with an R; empty ones at the end whichever way one sorts. */
const LETTERS = "ARCIS";

function sortedBy({ activities }: MatrixDocument, places: readonly number[], columns: readonly Column[], { column: key, down }: { readonly column: string; readonly down: boolean }): number[] {
  const column = columns.find((one) => one.key === key);
  if (!column) return [...places];
  const ranks = RANKS[key];
  const collator = new Intl.Collator("en", { numeric: true, sensitivity: "base" });
  const values = new Map(places.map((place) => [place, column.show(activities[place] as Activity)]));
  const compare = (a: string, b: string): number =>
    ranks ? ranks.indexOf(a) - ranks.indexOf(b) : column.kind === "role" ? LETTERS.indexOf(a.charAt(0)) - LETTERS.indexOf(b.charAt(0)) || collator.compare(a, b) : collator.compare(a, b);
  return places.toSorted((a, b) => {
    const [one = "", other = ""] = [values.get(a), values.get(b)];
    if (one === "" || other === "") return one === other ? a - b : one === "" ? 1 : -1;
    return (down ? -compare(one, other) : compare(one, other)) || a - b;
  });
}

/** Keeps an arrangement for as long as nothing changed that decides it. */
export class Arranger {
  /** `asked` is the document that the filters looked at; `document` the latest that stands as they left it. */
  #last: { readonly document: MatrixDocument; readonly asked: MatrixDocument; readonly how: Arranging; readonly arrangement: Arrangement } | undefined;

  /** @param columns every column, shown or not: a filter holds for a column that was hidden since. */
  of(document: MatrixDocument, columns: readonly Column[], how: Arranging): Arrangement {
    const last = this.#last;
    const same = last !== undefined && last.how === how && sameArrangement(last.document, document, how.group);
    const arrangement = same ? last.arrangement : arrange(document, columns, how);
    this.#last = { document, asked: same ? last.asked : document, how, arrangement };
    return arrangement;
  }

  /**
   * How many rows would come or go if the filters were asked anew: typing makes no row jump, but it shall be seen that
   * what is in sight is not what was asked for. Only rows that changed are looked at, so that no key has to wait.
   * @param withFindings rows that have findings now, where only those were asked for.
   */
  stale(document: MatrixDocument, columns: readonly Column[], how: Arranging, withFindings?: ReadonlyMap<string, unknown>): number {
    const last = this.#last;
    if (!last) return 0;
    const filtered = how.search.trim() !== "" || Object.values(how.ticks).some((values) => values.length > 0) || Object.values(how.filters).some((words) => words.trim() !== "");
    if (!filtered && how.only === undefined) return 0;
    const before = passer(columns, how);
    const now = passer(columns, { ...how, always: NOBODY, only: undefined });
    const sought = (id: string): boolean => how.only === undefined || withFindings === undefined || withFindings.has(id);
    let count = 0;
    let looked = 0;
    document.activities.forEach((row, place) => {
      if (looked > LOOKED_AT) return;
      const old = last.asked.activities[place];
      const touched = row !== old || how.always.has(row.id);
      if (!touched && (how.only === undefined || how.only.has(row.id) === sought(row.id))) return;
      looked++;
      const shown = old !== undefined && old.id === row.id ? before(old) : how.always.has(row.id);
      if (shown !== (sought(row.id) && now(row))) count++;
    });
    return count;
  }
}

/** After a large paste a count of some of the rows says as much as one of them all. */
const LOOKED_AT = 500;
const NOBODY: ReadonlySet<string> = new Set();
