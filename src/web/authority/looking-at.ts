import { KINDS, type Kind } from "./kind-names.ts";

/** What the page's address says it shows. */
export interface LookingAt {
  readonly view?: "map";
  readonly part?: Kind;
  readonly item?: string;
}

/** From an address anybody may have typed. */
export function checkedLook(raw: Readonly<Record<string, unknown>>): LookingAt {
  const { view, part, item } = raw;
  return {
    ...(view === "map" ? { view } : {}),
    ...(KINDS.some((kind) => kind === part) ? { part: part as Kind } : {}),
    ...(typeof item === "string" && item.length <= 120 ? { item } : {}),
  };
}
