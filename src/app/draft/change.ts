import type { ItemKind, MatrixDocument } from "#core/model/document.ts";
import { itemsOf, KINDS, type Item } from "#core/model/items.ts";
import { isDeepStrictEqual } from "node:util";
import type { Commit } from "#db/commit.ts";
import { keyOf, ownFields, type Assembled, type Held } from "./assemble.ts";

type Puts = Commit["puts"];
type Gone = Commit["gone"];

/** Rows to write so that the stored draft becomes another document. */
export interface Change {
  readonly puts: Puts;
  readonly gone: Gone;
  readonly matrix?: { readonly body: object; readonly was: number };
}

/**
 * What differs between a draft and the document it shall become. Rows that did not change are known by
 * their identity, which every edit keeps; only a whole new document is compared by value.
 */
export function changeTo(before: Assembled, after: MatrixDocument): Change {
  const puts: Puts[number][] = [];
  const gone: Gone[number][] = [];
  for (const kind of KINDS) {
    const [old, now] = [itemsOf(before.document, kind), itemsOf(after, kind)];
    if (old === now) continue;
    if (sameOrder(old, now)) {
      // One letter, one field: the usual edit moves nothing.
      now.forEach((item, index) => {
        if (item === old[index] || isDeepStrictEqual(item, old[index])) return;
        const held = before.held.get(keyOf(kind, item.id));
        puts.push({ kind, id: item.id, place: held?.place ?? index + 1, body: item, was: held?.was ?? null });
      });
      continue;
    }
    const known = new Map(old.map((item) => [item.id, item]));
    for (const [item, place] of placed(now, kind, before.held)) {
      const held = before.held.get(keyOf(kind, item.id));
      const same = known.get(item.id);
      known.delete(item.id);
      if (held && held.place === place && (same === item || isDeepStrictEqual(same, item))) continue;
      puts.push({ kind, id: item.id, place, body: item, was: held?.was ?? null });
    }
    for (const { id } of known.values()) gone.push({ kind, id, was: before.held.get(keyOf(kind, id))?.was ?? 0 });
  }
  const [was, is] = [ownFields(before.document), ownFields(after)];
  return { puts, gone, ...(isDeepStrictEqual(was, is) ? {} : { matrix: { body: is, was: before.matrixWas } }) };
}

const sameOrder = (old: readonly Item[], now: readonly Item[]): boolean => old.length === now.length && old.every(({ id }, index) => id === now[index]?.id);

/** Items with a place each, in rising order; those that keep the order keep their place, so that a move writes one row. */
function placed(items: readonly Item[], kind: ItemKind, held: ReadonlyMap<string, Held>): [Item, number][] {
  const places = items.map((item) => held.get(keyOf(kind, item.id))?.place);
  const kept = rising(places);
  const result: [Item, number][] = [];
  for (let at = 0; at < items.length; ) {
    if (kept.has(at)) {
      result.push([items[at] as Item, places[at] as number]);
      at++;
      continue;
    }
    // A run of items without a place shares the room between its neighbours.
    let until = at;
    while (until < items.length && !kept.has(until)) until++;
    const low = at === 0 ? undefined : (result[at - 1] as [Item, number])[1];
    const high = until < items.length ? (places[until] as number) : undefined;
    const room = spread(low, high, until - at);
    // No room between two numbers any more: everything is numbered anew.
    if (!room) return items.map((item, index) => [item, index + 1]);
    for (let i = at; i < until; i++) result.push([items[i] as Item, room[i - at] as number]);
    at = until;
  }
  return result;
}

function spread(low: number | undefined, high: number | undefined, count: number): number[] | undefined {
  const from = low ?? (high === undefined ? 0 : high - count - 1);
  const step = high === undefined ? 1 : (high - from) / (count + 1);
  const room = Array.from({ length: count }, (_, i) => from + step * (i + 1));
  const all = [from, ...room, ...(high === undefined ? [] : [high])];
  return all.every((value, i) => i === 0 || value > (all[i - 1] as number)) ? room : undefined;
}

/** Indexes of a longest rising row of places: what may stay where it is. */
function rising(places: readonly (number | undefined)[]): ReadonlySet<number> {
  const ends: number[] = [];
  const before = new Map<number, number>();
  places.forEach((place, index) => {
    if (place === undefined) return;
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((places[ends[middle] as number] as number) < place) low = middle + 1;
      else high = middle;
    }
    if (low > 0) before.set(index, ends[low - 1] as number);
    ends[low] = index;
  });
  const kept = new Set<number>();
  for (let index = ends.at(-1); index !== undefined; index = before.get(index)) kept.add(index);
  return kept;
}
