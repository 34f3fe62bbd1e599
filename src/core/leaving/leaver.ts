import type { MatrixDocument } from "../model/document.ts";
import { humansOf } from "../who/humans.ts";

/** Who goes: a human, a post, or a whole organisation. */
export interface Leaver {
  readonly kind: "person" | "role" | "party";
  readonly id: string;
  readonly name: string;
}

/** By id, else by name, whatever the case; people before posts before organisations. Nothing where nobody, or more than one, is called so. */
export function leaverCalled({ people = [], roles, parties }: MatrixDocument, called: string): Leaver | undefined {
  const all: Leaver[] = [...people.map(({ id, name }) => ({ kind: "person" as const, id, name })), ...roles.map(({ id, name }) => ({ kind: "role" as const, id, name })), ...parties.map(({ id, name }) => ({ kind: "party" as const, id, name }))];
  const exact = all.filter(({ id }) => id === called);
  if (exact.length > 0) return exact[0];
  const plain = called.trim().toLowerCase();
  const named = all.filter(({ name }) => name.trim().toLowerCase() === plain);
  return named.length === 1 ? named[0] : undefined;
}

/** The people who go: a human under all their names, or everybody of an organisation. A post takes nobody along. */
export function peopleOf({ people = [] }: MatrixDocument, { kind, id }: Leaver): ReadonlySet<string> {
  if (kind === "role") return new Set();
  if (kind === "party") return new Set(people.filter(({ party }) => party === id).map((person) => person.id));
  const humans = humansOf(people);
  const human = humans.of(id);
  return new Set(human === undefined ? [id] : humans.persons(human).map((person) => person.id));
}

/** The posts they hold, or that are theirs. */
export function postsOf({ roles, rotations = [] }: MatrixDocument, leaver: Leaver, people: ReadonlySet<string>): readonly string[] {
  if (leaver.kind === "role") return [leaver.id];
  if (leaver.kind === "party") return roles.filter(({ party }) => party === leaver.id).map(({ id }) => id);
  const turning = new Set(rotations.filter(({ layers }) => layers.some((layer) => layer.people.some((one) => people.has(one)))).map(({ role }) => role as string));
  return roles.filter(({ id, holders = [] }) => turning.has(id) || holders.some((one) => people.has(one))).map(({ id }) => id);
}
