import type { Item } from "../model/items.ts";

/** What an item is called, in whichever field its kind has for that. */
export const titleOf = (item: Item): string => {
  // Field after field, not in a loop: a list of rows is asked ten thousand times.
  const title = item["title"];
  if (typeof title === "string") return title;
  const name = item["name"];
  if (typeof name === "string") return name;
  const what = item["what"] ?? item["statement"];
  return typeof what === "string" ? what : "";
};
const APART: ReadonlySet<string> = new Set(["id", "notYetAdapted", "title", "name", "what", "statement"]);

/** What an item says beside its id and title, one line for each thing: a letter of a role, a member of a list, a field. */
export function factsOf(item: Item): ReadonlySet<string> {
  const facts = new Set<string>();
  for (const field in item) {
    const value = item[field];
    if (APART.has(field) || value === undefined) continue;
    if (Array.isArray(value)) for (const each of value as readonly unknown[]) facts.add(`${field}=${spelt(each)}`);
    else facts.add(`${field}=${spelt(value)}`);
  }
  return facts;
}

/** A value with its keys in one order. */
function spelt(value: unknown): string {
  if (typeof value !== "object" || value === null) return String(value);
  if (Array.isArray(value)) return `[${value.map(spelt).join(",")}]`;
  const fields = value as Readonly<Record<string, unknown>>;
  return `{${Object.keys(fields).filter((key) => fields[key] !== undefined).sort().map((key) => `${key}:${spelt(fields[key])}`).join(",")}}`;
}
