import type { MatrixDocument } from "#core/model/document.ts";
import type { ScopeItem } from "#core/model/scope.ts";

export type ScopeKind = ScopeItem["kind"];

/** Kinds of scope item as one looks for them, in the order in which one lists them. */
export const SCOPE_GROUPS = [
  { id: "systems", kinds: ["server", "workstation", "network-device", "cloud-service", "business-application"] },
  { id: "security", kinds: ["firewall", "vpn", "identity", "backup", "endpoint-protection", "monitoring"] },
  { id: "logs", kinds: ["log-source", "alert-source", "audit-trail"] },
  { id: "places", kinds: ["site", "environment", "data-class"] },
  { id: "things", kinds: ["equipment", "other"] },
] as const satisfies readonly { readonly id: string; readonly kinds: readonly ScopeKind[] }[];
export type ScopeGroupId = (typeof SCOPE_GROUPS)[number]["id"];

/** Sites, environments and classes of data are covered by what stands in them: nobody installs or monitors one. */
export const isSystem = ({ kind }: ScopeItem): boolean => kind !== "site" && kind !== "environment" && kind !== "data-class";

/** A security system: each of the four answers matters, and may lie with somebody else. */
export const isTool = ({ kind }: ScopeItem): boolean => (SCOPE_GROUPS[1].kinds as readonly ScopeKind[]).includes(kind);

export interface ScopeGroup {
  readonly id: ScopeGroupId;
  readonly items: readonly ScopeItem[];
}

/** The items by group; groups without any are left out. */
export const scopeGroups = (items: readonly ScopeItem[]): ScopeGroup[] =>
  SCOPE_GROUPS.map(({ id, kinds }) => ({ id, items: items.filter(({ kind }) => (kinds as readonly ScopeKind[]).includes(kind)) })).filter(({ items: own }) => own.length > 0);

/** Titles of the activities that name an item, by its id. */
export function coverOf(document: MatrixDocument): ReadonlyMap<string, readonly { readonly id: string; readonly title: string }[]> {
  const cover = new Map<string, { readonly id: string; readonly title: string }[]>();
  for (const { id, title, scope } of document.activities) for (const item of new Set(scope)) cover.set(item, [...(cover.get(item) ?? []), { id, title }]);
  return cover;
}

/** What nobody watches: left out on purpose, and systems of which nobody has said who monitors them. */
export function unwatched(items: readonly ScopeItem[]): { readonly leftOut: readonly ScopeItem[]; readonly unsaid: readonly ScopeItem[] } {
  return {
    leftOut: items.filter(({ notMonitored }) => notMonitored === true),
    unsaid: items.filter((item) => item.notMonitored !== true && item.monitors === undefined && isSystem(item)),
  };
}
