import type { PersonId } from "../model/id.ts";
import type { Person } from "../model/party.ts";

/** A human's number in a world: two names or accounts of one human share it. */
export type Human = number;

export interface Humans {
  readonly count: number;
  /** The human behind a person of the matrix; nothing for an id nobody has. */
  of(person: PersonId): Human | undefined;
  /** The persons one human is listed as, in the order of the matrix. */
  persons(human: Human): readonly Person[];
  /** The first of them, by whose name the human goes. */
  named(human: Human): Person;
}

/** Follows `sameHumanAs` in both directions; a circle of it is one human. */
export function humansOf(people: readonly Person[]): Humans {
  const root = new Map<string, string>(people.map(({ id }) => [id, id]));
  const find = (id: string): string => {
    let at = id;
    while (root.get(at) !== at) at = root.get(at) ?? at;
    return at;
  };
  for (const { id, sameHumanAs } of people) if (sameHumanAs !== undefined && root.has(sameHumanAs)) root.set(find(id), find(sameHumanAs));
  const number = new Map<string, Human>();
  const lists: Person[][] = [];
  for (const person of people) {
    const one = find(person.id);
    let human = number.get(one);
    if (human === undefined) number.set(one, (human = lists.push([]) - 1));
    lists[human]?.push(person);
  }
  const byPerson = new Map(people.map(({ id }) => [id, number.get(find(id)) as Human]));
  return { count: lists.length, of: (person) => byPerson.get(person), persons: (human) => lists[human] ?? [], named: (human) => (lists[human] as Person[])[0] as Person };
}
