import { GROUPINGS, type Grouping } from "./groupers.ts";
import { SHOWN, type GridView } from "./columns.ts";
import { NARROWEST, PLAIN_LOOK, WIDEST, type Look } from "./look.ts";

/** The part of a look worth sending to a colleague, as an address carries it. */
export interface LookWords {
  readonly view?: "raci";
  readonly group?: Exclude<Grouping, "area">;
  readonly sort?: string;
  readonly search?: string;
  readonly row?: string;
  /** Key of the last column that stands still. */
  readonly freeze?: string;
  /** Words a column must hold, by its key. */
  readonly filter?: Readonly<Record<string, string>>;
  /** Values of which a column must hold one, by its key. */
  readonly tick?: Readonly<Record<string, readonly string[]>>;
  /** Columns of the view in the order they were chosen, where they are not the usual ones. */
  readonly columns?: readonly string[];
  readonly widths?: Readonly<Record<string, number>>;
}

/** Only what differs from the plain look, so that most addresses stay short. `sort` is a column, with `-` in front when falling. */
export function wordsOf({ view, group, sort, search, freeze, filters, ticks, shown, widths }: Look): LookWords {
  const still = freeze[view];
  const filter = Object.fromEntries(Object.entries(filters).filter(([, words]) => words.trim() !== ""));
  return {
    ...(view === "raci" ? { view } : {}),
    ...(group === "area" ? {} : { group }),
    ...(sort ? { sort: `${sort.down ? "-" : ""}${sort.column}` } : {}),
    ...(search === "" ? {} : { search }),
    ...(still === undefined ? {} : { freeze: still }),
    ...(Object.keys(filter).length === 0 ? {} : { filter }),
    ...(Object.keys(ticks).length === 0 ? {} : { tick: ticks }),
    ...(sameColumns(shown[view], SHOWN[view]) ? {} : { columns: shown[view] }),
    ...(Object.keys(widths).length === 0 ? {} : { widths }),
  };
}

const sameColumns = (a: readonly string[], b: readonly string[]): boolean => a.length === b.length && a.every((key) => b.includes(key));

/** The look an address asks for; what it does not know it leaves plain. */
export function lookOf({ view: wanted, group, sort, search, freeze, filter, tick, columns, widths }: LookWords): Look {
  const view: GridView = wanted === "raci" ? "raci" : "lanes";
  return {
    ...PLAIN_LOOK,
    view,
    group: groupingOf(group) ?? "area",
    sort: sort ? { column: sort.replace(/^-/, ""), down: sort.startsWith("-") } : undefined,
    search: search ?? "",
    freeze: freeze ? { [view]: freeze } : {},
    filters: filter ?? {},
    ticks: tick ?? {},
    shown: columns ? { ...SHOWN, [view]: columns } : SHOWN,
    widths: widths ?? {},
  };
}

const groupingOf = (given: unknown): Grouping | undefined => GROUPINGS.find((one) => one === given);

/** More columns than any matrix has are no look but a mistake. */
const MOST = 200;

/** Words of an address that anybody may have typed. */
export function checkedWords(given: Readonly<Record<string, unknown>>): LookWords {
  const text = (value: unknown): string | undefined => (typeof value === "string" || typeof value === "number" ? String(value).slice(0, 200) : undefined);
  const pairs = (value: unknown): [string, unknown][] => (typeof value === "object" && value !== null && !Array.isArray(value) ? Object.entries(value).slice(0, MOST) : []);
  const [sort, search, row, freeze] = [text(given["sort"]), text(given["search"]), text(given["row"]), text(given["freeze"])];
  const filter = Object.fromEntries(pairs(given["filter"]).flatMap(([key, value]) => { const words = text(value); return words ? [[key, words] as const] : []; }));
  const tick = Object.fromEntries(pairs(given["tick"]).flatMap(([key, values]) => {
    const known = Array.isArray(values) ? values.slice(0, MOST).flatMap((value) => text(value) ?? []) : [];
    return known.length > 0 ? [[key, known] as const] : [];
  }));
  const group = groupingOf(given["group"]);
  const columns = Array.isArray(given["columns"]) ? given["columns"].slice(0, MOST).filter((key): key is string => typeof key === "string") : undefined;
  const widths = Object.fromEntries(pairs(given["widths"]).flatMap(([key, value]) => (typeof value === "number" && value >= NARROWEST && value <= WIDEST ? [[key, Math.round(value)] as const] : [])));
  return {
    ...(given["view"] === "raci" ? { view: "raci" } : {}),
    ...(group === undefined || group === "area" ? {} : { group }),
    ...(sort ? { sort } : {}),
    ...(search ? { search } : {}),
    ...(row ? { row } : {}),
    ...(freeze ? { freeze } : {}),
    ...(Object.keys(filter).length > 0 ? { filter } : {}),
    ...(Object.keys(tick).length > 0 ? { tick } : {}),
    ...(columns ? { columns } : {}),
    ...(Object.keys(widths).length > 0 ? { widths } : {}),
  };
}
