/** Which visible place each expected one has, after people moved, renamed, added and removed some. */
export interface Alignment {
  /** Expected index to visible index. */
  readonly at: ReadonlyMap<number, number>;
  readonly added: readonly number[];
  readonly missing: readonly number[];
}

/**
 * Columns by their headers, wherever they stand now. What is left is paired by place where as many
 * were lost as came between two known neighbours: those were renamed.
 */
export function alignColumns(expected: readonly string[], visible: readonly string[]): Alignment {
  const at = new Map<number, number>();
  const places = new Map<string, number[]>();
  visible.forEach((key, index) => places.set(key, [...(places.get(key) ?? []), index]));
  expected.forEach((key, index) => {
    const place = places.get(key)?.shift();
    if (place !== undefined) at.set(index, place);
  });
  const taken = new Set(at.values());
  const free = visible.flatMap((_, index) => (taken.has(index) ? [] : [index]));
  for (let first = 0; first < expected.length; first++) {
    if (at.has(first)) continue;
    let last = first;
    while (last + 1 < expected.length && !at.has(last + 1)) last++;
    const from = first === 0 ? -1 : (at.get(first - 1) ?? -1);
    const until = at.get(last + 1) ?? visible.length;
    const between = free.filter((index) => index > from && index < until);
    if (between.length === last - first + 1)
      between.forEach((place, i) => {
        at.set(first + i, place);
        taken.add(place);
      });
    first = last;
  }
  return {
    at,
    added: visible.flatMap((_, index) => (taken.has(index) ? [] : [index])),
    missing: expected.flatMap((_, index) => (at.has(index) ? [] : [index])),
  };
}

/** A row somebody sees: the item it is, a copy of one, or a new one. */
export type SeenRow = { readonly row: number; readonly id: string | undefined; readonly copyOf?: string };

/**
 * Rows by their ids; a row whose id was wiped or changed by its title. The second row with an id is
 * a copy.
 */
export function alignRows(expected: readonly { readonly id: string; readonly title: string }[], visible: readonly { readonly row: number; readonly id: string; readonly title: string }[]): SeenRow[] {
  const open = new Map(expected.map((item) => [item.id, item]));
  const known = new Set(open.keys());
  const first = visible.map(({ id }) => open.delete(id));
  const byTitle = Map.groupBy(open.values(), ({ title }) => title);
  return visible.map(({ row, id, title }, index) => {
    if (first[index]) return { row, id };
    if (known.has(id)) return { row, id: undefined, copyOf: id };
    const same = title === "" ? undefined : byTitle.get(title)?.shift();
    return { row, id: same?.id };
  });
}

/**
 * The list in the order people left it. As long as the known items stand in the order they were
 * shown in, the list keeps its own order and new ones go behind the item above them.
 * @param shown ids in the order the sheet showed them at first.
 */
export function inSeenOrder<T extends { readonly id: string }>(list: readonly T[], shown: readonly string[], seen: readonly T[]): T[] {
  const before = new Set(shown);
  const stayed = new Set(seen.map(({ id }) => id));
  const then = shown.filter((id) => stayed.has(id));
  const now = seen.map(({ id }) => id).filter((id) => before.has(id));
  const latest = new Map(seen.map((item) => [item.id, item]));
  if (then.some((id, i) => id !== now[i])) return [...seen, ...list.filter(({ id }) => !stayed.has(id))];
  const result = list.map((item) => latest.get(item.id) ?? item);
  let above: string | undefined;
  for (const item of seen) {
    if (!before.has(item.id)) result.splice(above === undefined ? 0 : result.findIndex(({ id }) => id === above) + 1, 0, item);
    above = item.id;
  }
  return result;
}
