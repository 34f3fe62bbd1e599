import type { Activity } from "#core/model/activity.ts";
import type { MatrixDocument } from "#core/model/document.ts";
import { idFrom } from "#core/model/id.ts";
import { matchRows } from "./merge-match.ts";
import { rowChanges } from "./merge-words.ts";

/** What a newer sheet does to one row of the matrix, in words. */
export interface MergeChange {
  readonly kind: "added" | "changed" | "missing";
  readonly title: string;
  readonly details: readonly string[];
}

/** What a sheet can say of a row; everything else the matrix has gathered since stays. */
const CARRIED = ["title", "area", "approvers", "secondary", "goal", "result", "sla", "cadence", "evidence", "procedure", "criticality", "initiator", "acceptor", "validation", "escalation", "controls", "note"] as const satisfies readonly (keyof Activity)[];

/**
 * The matrix after a newer sheet: rows are matched, letters and the fields the sheet carries follow the
 * sheet, everything else stays. Rows the sheet no longer has are reported and kept.
 */
export function mergeInto(existing: MatrixDocument, incoming: MatrixDocument): { readonly document: MatrixDocument; readonly changes: readonly MergeChange[] } {
  const named = withNames(existing, incoming);
  const matches = matchRows(existing.activities, named.activities);
  const taken = new Set(existing.activities.map((row) => row.id));
  const changes: MergeChange[] = [];
  const newer = new Map<string, Activity>();
  for (const [old, row] of matches) newer.set(old.id, row);
  const sayRole = new Map(named.document.roles.map((role) => [role.id as string, role.name]));
  const sayArea = new Map((named.document.areas ?? []).map((area) => [area.id as string, area.name]));

  const kept = existing.activities.map((old): Activity => {
    const row = newer.get(old.id);
    if (!row) {
      changes.push({ kind: "missing", title: old.title, details: ["the newer sheet does not have this row; it was kept"] });
      return old;
    }
    const merged = mergedRow(old, row);
    const details = rowChanges(old, merged, (id) => sayRole.get(id) ?? id, (id) => sayArea.get(id) ?? id);
    if (details.length === 0) return old;
    changes.push({ kind: "changed", title: old.title, details });
    return merged;
  });
  const matched = new Set([...matches.values()]);
  const added = named.activities.filter((row) => !matched.has(row));
  const fresh = added.map((row): Activity => {
    changes.push({ kind: "added", title: row.title, details: rowChanges({ ...row, assignments: [] }, row, (id) => sayRole.get(id) ?? id, (id) => sayArea.get(id) ?? id) });
    if (!taken.has(row.id)) {
      taken.add(row.id);
      return row;
    }
    return { ...row, id: idFrom(row.title, taken) };
  });
  return { document: { ...named.document, activities: [...kept, ...fresh] }, changes };
}

function mergedRow(old: Activity, row: Activity): Activity {
  const merged: Record<string, unknown> = { ...old };
  for (const field of CARRIED) if (row[field] !== undefined) merged[field] = row[field];
  // A sheet that names nobody in the row does not take away who was named.
  if (row.assignments.length > 0) merged["assignments"] = sameLetters(old, row) ? old.assignments : row.assignments;
  if (row.columns) merged["columns"] = { ...old.columns, ...row.columns };
  // Part of a split that was written down since is worth more than the sheet's words.
  if (row.split && !old.split) merged["split"] = row.split;
  // A target that both sides agreed does not go back to a sample.
  if (old.sla?.some((sla) => sla.negotiated)) merged["sla"] = old.sla;
  return merged as Activity;
}

const sameLetters = (a: Activity, b: Activity): boolean => {
  const keys = (row: Activity) => row.assignments.map(({ role, letter, condition, alternative }) => `${role} ${letter} ${condition ?? ""} ${String(alternative ?? false)}`).sort().join("\n");
  return keys(a) === keys(b);
};

/**
 * The existing document with the newcomer's parties, roles and areas, and the newcomer's rows in the
 * ids of the existing one: the same name is the same role.
 */
function withNames(existing: MatrixDocument, incoming: MatrixDocument): { readonly document: MatrixDocument; readonly activities: readonly Activity[] } {
  const parties = joined(existing.parties, incoming.parties, (party) => (party.kind === "client" ? "client" : party.name.toLowerCase()));
  const roleKey = (role: { name: string }) => role.name.toLowerCase();
  const roles = joined(existing.roles, incoming.roles.map((role) => ({ ...role, party: parties.ids.get(role.party) ?? role.party })), roleKey);
  // Parties of the sheet that no new role stands in say nothing new.
  const used = new Set(roles.list.map((role) => role.party as string));
  const areas = joined(existing.areas ?? [], incoming.areas ?? [], (area) => area.name.toLowerCase());
  const role = (id: string) => roles.ids.get(id) ?? id;
  const activities = incoming.activities.map((row): Activity => ({
    ...row,
    ...(row.area === undefined ? {} : { area: areas.ids.get(row.area) ?? row.area }),
    assignments: row.assignments.map((one) => ({ ...one, role: role(one.role) })),
    ...(row.secondary === undefined ? {} : { secondary: role(row.secondary) }),
    ...(row.initiator === undefined ? {} : { initiator: role(row.initiator) }),
    ...(row.acceptor === undefined ? {} : { acceptor: role(row.acceptor) }),
    ...(row.approvers === undefined ? {} : { approvers: row.approvers.map(role) }),
    ...(row.validation === undefined ? {} : { validation: { ...row.validation, ...(row.validation.by === undefined ? {} : { by: role(row.validation.by) }) } }),
    ...(row.evidence === undefined ? {} : { evidence: row.evidence.map((one) => ({ ...one, ...(one.producer === undefined ? {} : { producer: role(one.producer) }) })) }),
    ...(row.split === undefined ? {} : { split: { ...row.split, parts: row.split.parts.map((part) => ({ ...part, party: parties.ids.get(part.party) ?? part.party, ...(part.responsible === undefined ? {} : { responsible: role(part.responsible) }) })) } }),
  }));
  const document: MatrixDocument = {
    ...existing,
    parties: parties.list.filter((party) => existing.parties.some((old) => old.id === party.id) || used.has(party.id)),
    roles: roles.list,
    ...(areas.list.length > 0 ? { areas: areas.list } : {}),
  };
  return { document, activities };
}

/** Two lists as one: items of the same key are the same item, the rest get free ids. */
function joined<T extends { readonly id: string; readonly name: string }>(old: readonly T[], more: readonly T[], keyOf: (item: T) => string): { readonly list: T[]; readonly ids: ReadonlyMap<string, string> } {
  const known = new Map(old.map((item) => [keyOf(item), item.id]));
  const taken = new Set(old.map((item) => item.id as string));
  const ids = new Map<string, string>();
  const list = [...old];
  for (const item of more) {
    const id = known.get(keyOf(item)) ?? (taken.has(item.id) ? idFrom(item.name, taken) : item.id);
    ids.set(item.id, id);
    if (known.has(keyOf(item))) continue;
    taken.add(id);
    known.set(keyOf(item), id);
    list.push({ ...item, id });
  }
  return { list, ids };
}
