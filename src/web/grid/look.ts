import type { GridView } from "./columns.ts";
import { SHOWN } from "./columns.ts";
import type { Arranging } from "./lines.ts";

/** How somebody looks at the matrix: what an address can carry to a colleague. */
export interface Look extends Arranging {
  readonly view: GridView;
  /** Keys of the columns shown in each view; a role that is hidden stands here as `-role:ID`. */
  readonly shown: Readonly<Record<GridView, readonly string[]>>;
  readonly widths: Readonly<Record<string, number>>;
  /** Key of the last column that stands still at the side, in each view; the title where nothing is said. */
  readonly freeze: Readonly<Partial<Record<GridView, string>>>;
}

/** Columns narrower or wider than this cannot be read or cannot be passed. CSS pixels. */
export const NARROWEST = 56;
export const WIDEST = 900;

export const PLAIN_LOOK: Look = {
  view: "lanes", group: "area", folded: new Set(), sort: undefined, filters: {}, ticks: {}, search: "", only: undefined, always: new Set(), shown: SHOWN, widths: {}, freeze: {},
};

/** The part of a look that decides which rows stand where; the same object while that part is the same. */
export function arrangingOf(look: Look, before: Arranging | undefined): Arranging {
  const { group, folded, sort, filters, ticks, search, only, always } = look;
  if (before && before.group === group && before.folded === folded && before.sort === sort && before.filters === filters && before.ticks === ticks && before.search === search && before.only === only && before.always === always) return before;
  return { group, folded, sort, filters, ticks, search, only, always };
}

/** The look with a column shown or hidden. */
export function withColumn(look: Look, key: string, show: boolean): Look {
  const entry = key.startsWith("role:") ? `-${key}` : key;
  const stands = key.startsWith("role:") ? !show : show;
  const others = look.shown[look.view].filter((one) => one !== entry);
  return { ...look, shown: { ...look.shown, [look.view]: stands ? [...others, entry] : others } };
}

/** The look with a column of another width. */
export const withWidth = (look: Look, key: string, width: number): Look => ({ ...look, widths: { ...look.widths, [key]: Math.round(Math.max(NARROWEST, Math.min(WIDEST, width))) } });

/** The look with everything up to a column standing still, or nothing but the title. */
export function withFreeze(look: Look, key: string | undefined): Look {
  const { [look.view]: _, ...others } = look.freeze;
  return { ...look, freeze: key === undefined ? others : { ...others, [look.view]: key } };
}

/** The look without what was asked of a column. */
export const withoutFilter = (look: Look, key: string): Look => ({ ...look, filters: without(look.filters, key), ticks: without(look.ticks, key) });
const without = <T>(asked: Readonly<Record<string, T>>, key: string): Readonly<Record<string, T>> => Object.fromEntries(Object.entries(asked).filter(([one]) => one !== key));

/** The look with some values of a column asked for; none asks for nothing. Rows made a moment ago are looked at again like all others. */
export const withTicks = (look: Look, key: string, values: readonly string[]): Look => ({ ...look, ticks: values.length > 0 ? { ...look.ticks, [key]: values } : without(look.ticks, key), always: new Set() });

/** Whether something is asked of a column. */
export const isFiltered = ({ filters, ticks }: Look, key: string): boolean => (filters[key] ?? "") !== "" || (ticks[key] ?? []).length > 0;

/** The filters asked anew: rows made a moment ago, and rows that have changed since, are looked at like all others. */
export const asked = (look: Look, withFindings: ReadonlySet<string>): Look => ({ ...look, always: new Set(), only: look.only && withFindings });
