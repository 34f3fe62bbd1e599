/**
 * The newer value, with every part that says the same as before being the very same object as before. What came through
 * a message is a copy; whoever remembers by identity knows it again this way.
 */
export function sameParts<T>(before: unknown, after: T): T {
  if (before === after || typeof after !== "object" || after === null || typeof before !== "object" || before === null) return after;
  if (Array.isArray(after) !== Array.isArray(before)) return after;
  if (Array.isArray(after)) return sameList(before as readonly unknown[], after) as T;
  const old = before as Readonly<Record<string, unknown>>;
  const keys = Object.keys(after);
  let same = keys.length === Object.keys(old).length;
  const kept: Record<string, unknown> = {};
  for (const key of keys) {
    const value = (kept[key] = sameParts(old[key], (after as Record<string, unknown>)[key]));
    if (value !== old[key] || !(key in old)) same = false;
  }
  return (same ? before : kept) as T;
}

/** Items are known by their id where they have one, so one that joins or leaves changes no neighbour. */
function sameList(before: readonly unknown[], after: readonly unknown[]): readonly unknown[] {
  const byId = new Map(before.map((item) => [idOf(item), item]));
  const kept = after.map((item, i) => sameParts(byId.get(idOf(item) ?? NONE) ?? before[i], item));
  return kept.length === before.length && kept.every((item, i) => item === before[i]) ? before : kept;
}

const NONE = Symbol("no id");
const idOf = (item: unknown): unknown => (typeof item === "object" && item !== null && "id" in item ? item.id : undefined);
