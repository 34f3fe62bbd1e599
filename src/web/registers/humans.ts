import type { MatrixDocument } from "#core/model/document.ts";
import type { Contact, Person, Role } from "#core/model/party.ts";
import { personLabels, roleLabels } from "#core/model/told-apart.ts";
import type { Absence } from "./directory-edits.ts";

/** A role whose owner and backup are one human, and the rows in which that is so. */
export interface SelfBackup {
  readonly owner: string;
  readonly backup: string;
  readonly rows: readonly string[];
}

/** People and roles seen from both sides: who holds what, under whichever name. */
export interface Humans {
  /** Roles a human holds under any of their names, by the id of any of these. */
  rolesOf(person: string): readonly Role[];
  /** Backups that are the owner again, by the id of the human. */
  selfBackupsOf(person: string): readonly SelfBackup[];
  contactsOf(person: string): readonly Contact[];
  /** In how many rows a role has a letter. */
  rowsOf(role: string): number;
  absencesOf(person: string): readonly Absence[];
  person(id: string): Person | undefined;
  /** The name of a person, with what tells them from a namesake; the id where nobody has it. */
  nameOf(person: string): string;
  /** The name of a role, likewise. */
  roleName(role: string): string;
  /** Whoever stands behind a name: the id of the human. */
  human(person: string): string;
}

/** Looks through the matrix once for everything the people page says beside a name. */
export function humansOf(document: MatrixDocument): Humans {
  const people = new Map<string, Person>((document.people ?? []).map((person) => [person.id, person]));
  const human = (id: string): string => people.get(id)?.sameHumanAs ?? id;
  const roles = new Map<string, Role>(document.roles.map((role) => [role.id, role]));
  const held = new Map<string, Role[]>();
  for (const role of document.roles) for (const who of new Set((role.holders ?? []).map(human))) held.set(who, [...(held.get(who) ?? []), role]);
  const areas = new Map((document.areas ?? []).map((area) => [area.id as string, area]));
  const rows = new Map<string, number>();
  const doubled = new Map<string, Map<string, SelfBackup>>();
  for (const row of document.activities) {
    for (const role of new Set(row.assignments.map(({ role }) => role))) rows.set(role, (rows.get(role) ?? 0) + 1);
    const owner = roles.get(row.assignments.find(({ letter }) => letter === "R")?.role ?? "");
    const backup = roles.get(row.secondary ?? areas.get(row.area ?? "")?.secondary ?? "");
    if (!owner || !backup || owner === backup) continue;
    const owners = new Set((owner.holders ?? []).map(human));
    const others = (backup.holders ?? []).map(human);
    // Where somebody else holds either post too, the backup can be another human.
    if (others.length === 0 || owners.size !== 1 || !others.every((who) => owners.has(who))) continue;
    const who = others[0] as string;
    const known = doubled.get(who) ?? new Map<string, SelfBackup>();
    const key = `${owner.id} ${backup.id}`;
    known.set(key, { owner: owner.name, backup: backup.name, rows: [...(known.get(key)?.rows ?? []), row.title] });
    doubled.set(who, known);
  }
  const contacts = Map.groupBy(document.directory?.contacts ?? [], ({ person }) => person ?? "");
  const absences = Map.groupBy(document.directory?.absences ?? [], ({ person }) => person as string);
  const names = personLabels(document);
  const posts = roleLabels(document);
  return {
    human,
    nameOf: (person) => names.get(person) ?? person,
    roleName: (role) => posts.get(role) ?? role,
    absencesOf: (person) => absences.get(person) ?? [],
    rolesOf: (person) => held.get(human(person)) ?? [],
    selfBackupsOf: (person) => [...(doubled.get(human(person))?.values() ?? [])],
    contactsOf: (person) => contacts.get(person) ?? [],
    rowsOf: (role) => rows.get(role) ?? 0,
    person: (id) => people.get(id),
  };
}
