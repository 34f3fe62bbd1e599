import type { GridView } from "./columns.ts";
import { SHOWN } from "./columns.ts";
import type { Arranging } from "./lines.ts";

/** How somebody looks at the matrix: what an address can carry to a colleague. */
export interface Look extends Arranging {
  readonly view: GridView;
  /** Keys of the columns shown in each view; a role that is hidden stands here as `-role:ID`. */
  readonly shown: Readonly<Record<GridView, readonly string[]>>;
  readonly widths: Readonly<Record<string, number>>;
}

export const PLAIN_LOOK: Look = {
  view: "lanes", group: "area", folded: new Set(), sort: undefined, filters: {}, search: "", only: undefined, always: new Set(), shown: SHOWN, widths: {},
};

/** The part of a look that decides which rows stand where; the same object while that part is the same. */
export function arrangingOf(look: Look, before: Arranging | undefined): Arranging {
  const { group, folded, sort, filters, search, only, always } = look;
  if (before && before.group === group && before.folded === folded && before.sort === sort && before.filters === filters && before.search === search && before.only === only && before.always === always) return before;
  return { group, folded, sort, filters, search, only, always };
}

/** The look with a column shown or hidden. */
export function withColumn(look: Look, key: string, show: boolean): Look {
  const entry = key.startsWith("role:") ? `-${key}` : key;
  const stands = key.startsWith("role:") ? !show : show;
  const others = look.shown[look.view].filter((one) => one !== entry);
  return { ...look, shown: { ...look.shown, [look.view]: stands ? [...others, entry] : others } };
}
