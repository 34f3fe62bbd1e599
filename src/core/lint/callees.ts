import type { EscalationPath, EventType, Severity, Verb } from "../model/decision.ts";
import type { Contact } from "../model/party.ts";
import { pathFor } from "../who/path.ts";
import { ownParty } from "../who/scope.ts";
import type { Place } from "./finding.ts";
import type { Register } from "./register.ts";
import type { Report } from "./rule.ts";
import { sayNames } from "./say.ts";

/** A human under the first name the matrix has for them. */
export const humanOf = (register: Register, person: string): string => register.people.get(person)?.sameHumanAs ?? person;

export const nameOfPerson = (register: Register, person: string): string => register.people.get(person)?.name ?? person;

/** The humans who stand for a role: its holders, and whoever has a turn in its rotations. */
export function behind(register: Register, role: string): readonly string[] {
  const turns = (register.document.rotations ?? []).filter((rotation) => rotation.role === role).flatMap(({ layers }) => layers.flatMap(({ people }) => people));
  return [...new Set([...(register.roles.get(role)?.holders ?? []), ...turns].filter((person) => register.people.has(person)).map((person) => humanOf(register, person)))];
}

/** Everybody some paths call or name as the last resort, with the first path that does. */
export function callees(register: Register, paths: readonly EscalationPath[] = register.document.escalationPaths ?? []): ReadonlyMap<string, EscalationPath> {
  const called = new Map<string, EscalationPath>();
  for (const path of paths)
    for (const human of [...path.steps.flatMap(({ roles }) => roles.flatMap((role) => behind(register, role))), ...(path.lastResort ?? []).filter((person) => register.people.has(person)).map((person) => humanOf(register, person))])
      if (!called.has(human)) called.set(human, path);
  return called;
}

/** Every way to reach a human, under all their names; shared inboxes reach nobody and are left out. */
export function waysTo(register: Register, human: string): readonly Contact[] {
  const names = [human, ...[...register.people.values()].filter(({ sameHumanAs }) => sameHumanAs === human).map(({ id }) => id)];
  return names.flatMap((id) => register.contactsOf.get(id) ?? []).filter(({ shared }) => shared !== true);
}

/** Every event with every severity, and the path that serves it. */
export function casesOf({ document }: Register): readonly { readonly event: EventType; readonly severity: Severity; readonly path: EscalationPath | undefined }[] {
  const party = ownParty(document);
  return (document.events ?? []).flatMap((event) => (document.severities ?? []).map((severity) => ({ event, severity, path: pathFor({ document }, { event, severity, party }) })));
}

/** Everybody a right of a verb, not a refusal, stands with; `of` picks among the rights. */
export function mayDecide(register: Register, verb: Verb, of: (right: NonNullable<Register["document"]["decisionRights"]>[number]) => boolean = () => true): readonly string[] {
  const rights = (register.document.decisionRights ?? []).filter((right) => right.verb === verb && right.deny !== true && of(right));
  return [...new Set(rights.flatMap((right) => [...(right.role === undefined ? [] : behind(register, right.role)), ...(right.person === undefined ? [] : [humanOf(register, right.person)])]))];
}

/** A sentence for each of a few, one for all of many: a hundred equal findings are read by nobody. */
export function sayEach(register: Register, people: readonly string[], report: Report, one: (name: string, id: string) => string, all: (names: string) => string, most = 3): void {
  const at = (id: string): Place => ({ kind: "person", id });
  if (people.length > most) report({ message: all(sayNames(people.map((id) => ({ name: nameOfPerson(register, id) })))) });
  else for (const id of people) report({ message: one(nameOfPerson(register, id), id), at: at(id) });
}
