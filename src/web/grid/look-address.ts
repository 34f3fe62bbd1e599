import { PLAIN_LOOK, type Look } from "./look.ts";

/** The part of a look worth sending to a colleague, as an address carries it. */
export interface LookWords {
  readonly view?: "raci";
  readonly group?: "stage" | "none";
  readonly sort?: string;
  readonly search?: string;
  readonly row?: string;
}

/** Only what differs from the plain look, so that most addresses stay short. `sort` is a column, with `-` in front when falling. */
export function wordsOf({ view, group, sort, search }: Look): LookWords {
  return {
    ...(view === "raci" ? { view } : {}),
    ...(group === "area" ? {} : { group }),
    ...(sort ? { sort: `${sort.down ? "-" : ""}${sort.column}` } : {}),
    ...(search === "" ? {} : { search }),
  };
}

/** The look an address asks for; what it does not know it leaves plain. */
export function lookOf({ view, group, sort, search }: LookWords): Look {
  return {
    ...PLAIN_LOOK,
    view: view === "raci" ? "raci" : "lanes",
    group: group === "stage" || group === "none" ? group : "area",
    sort: sort ? { column: sort.replace(/^-/, ""), down: sort.startsWith("-") } : undefined,
    search: search ?? "",
  };
}

/** Words of an address that anybody may have typed. */
export function checkedWords(given: Readonly<Record<string, unknown>>): LookWords {
  const text = (value: unknown): string | undefined => (typeof value === "string" || typeof value === "number" ? String(value).slice(0, 200) : undefined);
  const [sort, search, row] = [text(given["sort"]), text(given["search"]), text(given["row"])];
  return {
    ...(given["view"] === "raci" ? { view: "raci" } : {}),
    ...(given["group"] === "stage" || given["group"] === "none" ? { group: given["group"] } : {}),
    ...(sort ? { sort } : {}),
    ...(search ? { search } : {}),
    ...(row ? { row } : {}),
  };
}
