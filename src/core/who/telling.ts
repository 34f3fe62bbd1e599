import type { PersonId } from "../model/id.ts";
import type { Contact } from "../model/party.ts";
import { instantOf, type Minute } from "../time/minute.ts";
import type { Answer, Callee, Gap, Method, Reason } from "./answer.ts";
import { NOBODY, type Call, type Missing, type Reached } from "./call.ts";
import type { Way } from "./path.ts";
import type { Question } from "./question.ts";
import { verifiedWhile } from "./reach.ts";
import type { Case } from "./scope.ts";
import type { World } from "./world.ts";

/** An answer in the making: what is asked, what was found, and what there is to say about it. */
export interface Telling {
  readonly world: World;
  readonly about: Case;
  readonly question: Question;
  readonly missing: Missing;
  readonly way: Way;
  readonly calls: readonly Call[];
  readonly because: Reason[];
  readonly gaps: Gap[];
}

export type Track = Pick<Answer, "contact" | "backup">;

export const missingOf = (world: World, people: readonly PersonId[] | undefined): Missing =>
  people === undefined || people.length === 0 ? NOBODY : new Set(people.flatMap((person) => world.humans.of(person) ?? []));

export const nameOf = (world: World, person: PersonId): string => world.person(person)?.name ?? person;
export const partyOf = (world: World, person: PersonId): string => {
  const party = world.person(person)?.party;
  return world.document.parties.find(({ id }) => id === party)?.name ?? party ?? "";
};

/** A person found, as an answer names them. */
export function calleeOf(world: World, { person, role, instead, methods }: Reached, at: Minute): Callee {
  return {
    person, name: nameOf(world, person), party: partyOf(world, person),
    ...(role === undefined ? {} : { role, roleName: world.role(role)?.name ?? role }),
    ...(instead === undefined ? {} : { insteadOf: instead }),
    from: instantOf(at), methods: methods.map((method) => methodOf(method, at)),
  };
}

export function methodOf(contact: Contact, at: Minute): Method {
  const [from, until] = verifiedWhile(contact);
  return { kind: contact.kind, ...(contact.value === undefined ? {} : { value: contact.value }), verified: from <= at && at < until };
}

export const sayMinutes = (minutes: number): string => (minutes < 60 ? `${minutes} min` : minutes % 60 === 0 ? `${minutes / 60} h` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`);

