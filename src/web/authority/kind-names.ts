import type { ItemKind } from "#core/model/document.ts";

/** The kinds of item that say who may decide, in the order of the page. */
export const KINDS = ["decision-right", "pre-authorisation", "path", "event", "severity", "clock", "inform-list", "calendar", "rotation", "correlated-absence", "delegation"] as const satisfies readonly ItemKind[];
export type Kind = (typeof KINDS)[number];
