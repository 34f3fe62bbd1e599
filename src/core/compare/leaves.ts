import { same } from "./same.ts";

/** One thing in a field that says another, down to the value itself. */
export interface Leaf {
  /** `sla`, `respond`, `target`: names of fields, and what tells members of lists apart. */
  readonly path: readonly string[];
  /** The same in names of fields alone: `sla.target`. */
  readonly field: string;
  readonly before?: unknown;
  readonly after?: unknown;
}

type Loose = Readonly<Record<string, unknown>>;
const isObject = (value: unknown): value is Loose => typeof value === "object" && value !== null && !Array.isArray(value);
/** What tells the members of a list apart, the first that they have. */
const APART_BY = ["measure", "artifact", "party", "name", "person", "after"] as const;

const leaf = (path: readonly string[], field: string, before: unknown, after: unknown): Leaf => ({ path, field, ...(before === undefined ? {} : { before }), ...(after === undefined ? {} : { after }) });

/** Where exactly two values of a field differ: members of lists by what they are called, not by their place. */
export function leaves(path: readonly string[], field: string, before: unknown, after: unknown): readonly Leaf[] {
  if (same(before, after)) return [];
  if ((Array.isArray(before) || before === undefined) && (Array.isArray(after) || after === undefined)) return members(path, field, before ?? [], after ?? []);
  if (isObject(before) && isObject(after)) {
    return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((key) => leaves([...path, key], `${field}.${key}`, before[key], after[key]));
  }
  if ((isObject(before) && after === undefined) || (isObject(after) && before === undefined)) {
    return Object.entries((before ?? after) as Loose).flatMap(([key, value]) => leaves([...path, key], `${field}.${key}`, before === undefined ? undefined : value, after === undefined ? undefined : value));
  }
  return [leaf(path, field, before, after)];
}

function members(path: readonly string[], field: string, before: readonly unknown[], after: readonly unknown[]): readonly Leaf[] {
  if ([...before, ...after].some(isObject)) {
    const [olds, news] = [keyed(before), keyed(after)];
    const found = [...new Set([...olds.keys(), ...news.keys()])].flatMap((key): readonly Leaf[] => {
      const [was, is] = [olds.get(key), news.get(key)];
      return isObject(was) && isObject(is) ? leaves([...path, key], field, was, is) : [leaf([...path, key], field, was, is)];
    });
    return found.length > 0 ? found : [leaf(path, `${field}.order`, before, after)];
  }
  const gone = before.filter((one) => !after.includes(one));
  const come = after.filter((one) => !before.includes(one));
  if (gone.length + come.length === 0) return [leaf(path, `${field}.order`, before, after)];
  return [...gone.map((one) => leaf(path, field, one, undefined)), ...come.map((one) => leaf(path, field, undefined, one))];
}

function keyed(list: readonly unknown[]): ReadonlyMap<string, unknown> {
  const found = new Map<string, unknown>();
  list.forEach((value, at) => {
    const by = isObject(value) ? APART_BY.map((field) => value[field]).find((one) => typeof one === "string") : undefined;
    let key = typeof by === "string" ? by : `${at + 1}`;
    for (let n = 2; found.has(key); n++) key = `${typeof by === "string" ? by : at + 1} (${n})`;
    found.set(key, value);
  });
  return found;
}
