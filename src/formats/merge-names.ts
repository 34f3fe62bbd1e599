import type { Activity } from "#core/model/activity.ts";
import type { MatrixDocument } from "#core/model/document.ts";
import { idFrom } from "#core/model/id.ts";
import { namesOf, oneLine, type Named } from "./remit-sheet/names.ts";

/** The newer matrix in the ids of the one that is there. */
export interface NewerRows {
  /** The matrix that is there, with the parties, roles, areas and what else the newer rows name. */
  readonly document: MatrixDocument;
  readonly activities: readonly Activity[];
  /** Roles the newer matrix knows, by the ids of the one that is there. */
  readonly roles: ReadonlySet<string>;
}

type Item = { readonly id: string; readonly name: string };
type Ids = ReadonlyMap<string, string>;

/** The newer rows in the ids of the matrix that is there: the same name is the same party, role or area. */
export function inIdsOf(existing: MatrixDocument, incoming: MatrixDocument): NewerRows {
  const names = namesOf(existing);
  const byName = (kind: Named) => (item: Item) => names.find(kind, item.name);
  const clients = existing.parties.filter(({ kind }) => kind === "client");
  const parties = joined(existing.parties, incoming.parties, (party) => names.find("party", party.name) ?? (party.kind === "client" ? clients[0]?.id : undefined));
  const roles = joinedRoles(existing, incoming, parties.ids);
  const areas = joined(existing.areas ?? [], incoming.areas ?? [], byName("area"));
  const stages = joined(existing.stages ?? [], incoming.stages ?? [], byName("stage"));
  const scope = joined(existing.scope ?? [], incoming.scope ?? [], byName("scope"));
  const calendars = joined(existing.calendars ?? [], incoming.calendars ?? [], byName("calendar"));
  const activities = incoming.activities.map((row) => translated(row, { party: parties.ids, role: roles.ids, area: areas.ids, stage: stages.ids, scope: scope.ids, calendar: calendars.ids }));
  // Parties of the sheet that no role stands in say nothing new.
  const used = new Set(roles.list.map(({ party }) => party as string));
  const list = <K extends "areas" | "stages" | "scope" | "calendars">(key: K, items: readonly unknown[]) => (items.length > 0 ? { [key]: items } : {});
  return {
    document: {
      ...existing,
      parties: parties.list.filter((party) => existing.parties.some(({ id }) => id === party.id) || used.has(party.id)),
      roles: roles.list,
      ...list("areas", areas.list), ...list("stages", stages.list), ...list("scope", scope.list), ...list("calendars", calendars.list),
    },
    activities,
    roles: new Set(incoming.roles.map(({ id }) => roles.ids.get(id) ?? id)),
  };
}

/** Two lists as one: an item that is known stays what it is, the rest get free ids. */
function joined<T extends Item>(old: readonly T[], more: readonly T[], known: (item: T) => string | undefined): { readonly list: readonly T[]; readonly ids: Ids } {
  const taken = new Set(old.map((item) => item.id));
  const ids = new Map<string, string>();
  const list = [...old];
  for (const item of more) {
    const same = old.find(({ id, name }) => id === item.id && name === item.name)?.id ?? known(item);
    if (same !== undefined) {
      ids.set(item.id, same);
      continue;
    }
    const id = taken.has(item.id) ? idFrom(item.name, taken) : item.id;
    taken.add(id);
    ids.set(item.id, id);
    list.push({ ...item, id });
  }
  return { list, ids };
}

/**
 * Roles by party and name; a name that only one role has on either side is that role, whichever party
 * the newer sheet guessed for it.
 */
function joinedRoles(existing: MatrixDocument, incoming: MatrixDocument, parties: Ids): { readonly list: MatrixDocument["roles"]; readonly ids: Ids } {
  const names = namesOf(existing);
  const more = incoming.roles.map((role) => ({ ...role, party: parties.get(role.party) ?? role.party }));
  const key = ({ name, party }: { readonly name: string; readonly party: string }) => `${party}\n${oneLine(name).toLowerCase()}`;
  const claimed = new Set<string>();
  const same = new Map<string, string>();
  const claim = (id: string, known: string | undefined): void => {
    if (known === undefined || claimed.has(known) || same.has(id)) return;
    claimed.add(known);
    same.set(id, known);
  };
  // A header with what tells namesakes apart lost it on the way: `Security Lead [Northwind]`.
  for (const role of more) claim(role.id, names.find("role", `${role.name} [${role.id}]`));
  for (const role of more) claim(role.id, existing.roles.find((old) => old.id === role.id && key(old) === key(role))?.id);
  for (const role of more) claim(role.id, existing.roles.find((old) => !claimed.has(old.id) && key(old) === key(role))?.id);
  for (const role of more) claim(role.id, names.find("role", role.name));
  return joined(existing.roles, more, ({ id }) => same.get(id)) as { readonly list: MatrixDocument["roles"]; readonly ids: Ids };
}

const translated = (row: Activity, ids: Readonly<Record<"party" | "role" | "area" | "stage" | "scope" | "calendar", Ids>>): Activity => {
  const role = (id: string): string => ids.role.get(id) ?? id;
  const party = (id: string): string => ids.party.get(id) ?? id;
  const at = <K extends string>(key: K, id: string | undefined, say: (id: string) => string) => (id === undefined ? {} : ({ [key]: say(id) } as Record<K, string>));
  const { handOff, validation, escalation, split } = row;
  return {
    ...row,
    ...at("area", row.area, (id) => ids.area.get(id) ?? id),
    ...at("stage", row.stage, (id) => ids.stage.get(id) ?? id),
    ...at("secondary", row.secondary, role), ...at("initiator", row.initiator, role), ...at("acceptor", row.acceptor, role), ...at("disputes", row.disputes, role),
    ...at("riskOwner", row.riskOwner, party),
    assignments: row.assignments.map((one) => ({ ...one, role: role(one.role) })),
    ...(row.approvers === undefined ? {} : { approvers: row.approvers.map(role) }),
    ...(row.scope === undefined ? {} : { scope: row.scope.map((id) => ids.scope.get(id) ?? id) }),
    ...(row.sla === undefined ? {} : { sla: row.sla.map((one) => ({ ...one, ...at("calendar", one.calendar, (id) => ids.calendar.get(id) ?? id) })) }),
    ...(handOff === undefined ? {} : { handOff: { ...handOff, ...at("to", handOff.to, role) } }),
    ...(escalation === undefined ? {} : { escalation: { ...escalation, ...at("to", escalation.to, role) } }),
    ...(validation === undefined ? {} : { validation: { ...validation, ...at("by", validation.by, role) } }),
    ...(row.evidence === undefined ? {} : { evidence: row.evidence.map((one) => ({ ...one, ...at("producer", one.producer, role), ...at("collector", one.collector, role) })) }),
    ...(split === undefined ? {} : { split: { ...split, ...at("validator", split.validator, role), parts: split.parts.map((part) => ({ ...part, party: party(part.party), ...at("responsible", part.responsible, role) })) } }),
  };
};
