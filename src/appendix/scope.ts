import type { MatrixDocument } from "#core/model/document.ts";

export interface ScopeLine {
  readonly kind: string;
  readonly name: string;
  readonly owner: string;
  /** Who installs, configures, monitors and owns the tool, each with the word. */
  readonly care: string;
  /** Regulatory labels, criticality, place. */
  readonly marks: string;
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** What is covered, kind by kind, and what nobody watches. */
export function scopeOf(document: MatrixDocument): { readonly scope: readonly ScopeLine[]; readonly notMonitored: readonly string[] } {
  const items = document.scope ?? [];
  const roles = new Map(document.roles.map(({ id, name }) => [id as string, name]));
  const names = new Map(items.map(({ id, name }) => [id as string, name]));
  const role = (id: string | undefined): string => (id === undefined ? "" : (roles.get(id) ?? id));
  const byKind = Map.groupBy(items, ({ kind }) => kind);
  return {
    scope: [...byKind].flatMap(([kind, list]) =>
      list.map((item) => ({
        kind: kind === "vpn" ? "VPN" : capital(kind.replaceAll("-", " ")), name: item.name, owner: role(item.owner),
        care: ([["installs", item.installs], ["configures", item.configures], ["monitors", item.monitors], ["owns the tool", item.ownsTool]] as const).filter(([, id]) => id !== undefined).map(([word, id]) => `${role(id)} ${word}`).join("; "),
        marks: [
          item.businessCritical === true ? "business critical" : "", item.criticality === undefined || item.criticality === "normal" ? "" : `criticality ${item.criticality}`, item.production === true ? "production" : "",
          ...(item.labels ?? []), item.site === undefined ? "" : `at ${names.get(item.site) ?? item.site}`, item.notMonitored === true ? "not monitored" : "",
        ].filter(Boolean).join(", "),
      })),
    ),
    notMonitored: items.filter(({ notMonitored }) => notMonitored === true).map(({ name }) => name),
  };
}
