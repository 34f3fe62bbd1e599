/** Whether two JSON values say the same; the order of keys says nothing, and a field that is `undefined` is none. */
export function same(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  if (Array.isArray(a)) {
    if (!Array.isArray(b) || a.length !== b.length) return false;
    for (let i = 0; i < a.length; i++) if (!same(a[i], b[i])) return false;
    return true;
  }
  if (Array.isArray(b)) return false;
  const [x, y] = [a as Readonly<Record<string, unknown>>, b as Readonly<Record<string, unknown>>];
  let met = 0;
  for (const key in x) {
    const value = x[key];
    if (value === undefined) continue;
    const other = y[key];
    if (value !== other && !same(value, other)) return false;
    met++;
  }
  for (const key in y) if (y[key] !== undefined) met--;
  return met === 0;
}
