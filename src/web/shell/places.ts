import { KINDS } from "../authority/kind-names.ts";

/** On which part of a workspace an item of a kind is looked after; what runs by the hour stands on the page of who may decide. */
const PAGES = { activity: "matrix", role: "people", person: "people", party: "people", contact: "people", absence: "people", scope: "scope" } as const;

export type Part = (typeof PAGES)[keyof typeof PAGES] | "authority";

/** The part of a workspace that shows an item of this kind; none where no page does. */
export const pageOf = (kind: string): Part | undefined => (kind in PAGES ? PAGES[kind as keyof typeof PAGES] : KINDS.some((one) => one === kind) ? "authority" : undefined);

/** What of an address leads to the item itself. */
export function within({ kind, id }: { readonly kind: string; readonly id?: string | undefined }): { readonly search?: Readonly<Record<string, string>>; readonly hash?: string } {
  const page = pageOf(kind);
  if (page === "authority") return { search: { part: kind, ...(id === undefined ? {} : { item: id }) } };
  if (page === "matrix") return kind === "activity" && id !== undefined ? { search: { row: id } } : {};
  return page === undefined || id === undefined ? {} : { hash: `${kind}-${id}` };
}
