import type { Finding } from "#core/lint/finding.ts";
import type { MatrixDocument, Waiver } from "#core/model/document.ts";
import type { Edit } from "#core/model/edit.ts";
import { idFrom } from "#core/model/id.ts";
import type { Person } from "#core/model/party.ts";

/** What somebody says who accepts a finding on purpose. */
export interface Acceptance {
  readonly name: string;
  /** Id of the party a person stands with whom the matrix does not know yet. */
  readonly party: string;
  readonly reason: string;
  /** The last day it holds. */
  readonly until: string;
}

const sameName = (a: string, b: string): boolean => a.trim().toLowerCase() === b.trim().toLowerCase();

/** The person of this matrix who has this name. */
export const personNamed = ({ people }: MatrixDocument, name: string): Person | undefined => people?.find((person) => sameName(person.name, name));

/** People of this matrix whose name shares a word with what was typed: perhaps one of them is meant. */
export function peopleLike({ people = [] }: MatrixDocument, name: string): readonly Person[] {
  const words = (text: string): readonly string[] => text.toLowerCase().split(/[^\p{L}\p{N}]+/u).filter((word) => word.length > 1);
  const typed = new Set(words(name));
  return people.filter((person) => words(person.name).some((word) => typed.has(word))).slice(0, 3);
}

/** Whether a waiver speaks of this finding. */
const covers = ({ rule, at }: Waiver, finding: Finding): boolean =>
  rule === finding.rule && at.kind === finding.at.kind && at.id === finding.at.id && (at.field === undefined || at.field === finding.at.field);

/** The edits that accept a finding until a day. An earlier acceptance of the same finding gives way. */
export function acceptance(document: MatrixDocument, finding: Finding, { name, party, reason, until }: Acceptance): Edit[] {
  const earlier = (document.waivers ?? []).filter((waiver) => covers(waiver, finding));
  const known = personNamed(document, name);
  const person: Person = known ?? { id: idFrom(name, new Set((document.people ?? []).map(({ id }) => id))), name: name.trim(), party };
  const id = idFrom(`accepted ${finding.rule}`, new Set((document.waivers ?? []).map((waiver) => waiver.id)));
  const waiver: Waiver = { id, rule: finding.rule, at: finding.at, by: person.id, reason: reason.trim(), until };
  return [
    ...earlier.map(({ id }): Edit => ({ do: "remove", kind: "waiver", id })),
    ...(known ? [] : [{ do: "add", kind: "person", item: person } as const]),
    { do: "add", kind: "waiver", item: waiver },
  ];
}

/** The edits that make a finding count again. A person the matrix only knows from the acceptance leaves with it. */
export function retraction(document: MatrixDocument, finding: Finding): Edit[] {
  const gone = (document.waivers ?? []).filter((waiver) => covers(waiver, finding));
  const rest = JSON.stringify({
    ...document,
    waivers: (document.waivers ?? []).filter((waiver) => !gone.includes(waiver)),
    people: (document.people ?? []).map((person) => ({ ...person, id: undefined })),
  });
  const people = new Set(gone.map(({ by }) => by).filter((by) => document.people?.some(({ id }) => id === by) && !rest.includes(JSON.stringify(by))));
  return [...gone.map(({ id }): Edit => ({ do: "remove", kind: "waiver", id })), ...[...people].map((id): Edit => ({ do: "remove", kind: "person", id }))];
}
