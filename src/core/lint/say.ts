/** `a`, `a and b`, `a, b and c`; more than `most` names end in `and 4 more`. */
export function sayNames(named: readonly { readonly name: string }[], most = 4): string {
  const names = [...new Set(named.map(({ name }) => name))];
  if (names.length > most) return `${names.slice(0, most - 1).join(", ")} and ${names.length - most + 1} more`;
  return names.length < 2 ? (names[0] ?? "") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
}

/** `1 activity`, `12 activities`. */
export const sayActivities = (count: number): string => (count === 1 ? "1 activity" : `${count} activities`);
