import type { MatrixDocument } from "../model/document.ts";
import type { Area, Stage } from "../model/activity.ts";
import type { Party, PartyKind, Person, Role, Contact } from "../model/party.ts";
import type { ScopeItem } from "../model/scope.ts";
import { sideOf } from "../model/lane.ts";
import { inbox, severalIn, vague } from "./vague.ts";

/** A role with what the rules ask of it, worked out once. */
export interface KnownRole extends Role {
  readonly partyKind: PartyKind | undefined;
  readonly side: "client" | "provider" | undefined;
  /** The name does not say who: `IT team`, `Vendor`, or just the name of a party. */
  readonly vague: boolean;
  /** The role is a whole party, named like it: `Customer`, `MSP`. */
  readonly whole: boolean;
  /** The name is an address or a queue: `support@`. */
  readonly inbox: boolean;
  /** The parts of a name that names more than one: `Internal IT or provider`. */
  readonly several: readonly string[] | undefined;
  /** Holders as humans: two accounts of one person count once. */
  readonly humans: readonly string[];
}

/** Everything of the document but its rows, indexed once per matrix. */
export interface Register {
  readonly document: MatrixDocument;
  /** The reader's day, `YYYY-MM-DD`: only waivers and expiries look at it. */
  readonly today: string;
  readonly roles: ReadonlyMap<string, KnownRole>;
  readonly people: ReadonlyMap<string, Person>;
  readonly parties: ReadonlyMap<string, Party>;
  readonly areas: ReadonlyMap<string, Area>;
  readonly stages: ReadonlyMap<string, Stage>;
  readonly scope: ReadonlyMap<string, ScopeItem>;
  readonly contactsOf: ReadonlyMap<string, readonly Contact[]>;
  readonly covers: ReadonlySet<string>;
  /** Some role has a holder: only then is a role without one worth a word. */
  readonly hasHolders: boolean;
  readonly hasClient: boolean;
  readonly hasProvider: boolean;
  /** Every role is a whole party: the matrix says which side, and no post at all. */
  readonly sidesOnly: boolean;
}

export function registerOf(document: MatrixDocument, today: string): Register {
  const byId = <T extends { readonly id: string }>(list: readonly T[] | undefined): Map<string, T> => new Map((list ?? []).map((item) => [item.id, item]));
  const parties = byId(document.parties);
  const people = byId(document.people);
  const human = (id: string): string => people.get(id)?.sameHumanAs ?? id;
  const partyNames = new Set(document.parties.map((party) => party.name.trim().toLowerCase()));
  const roles = new Map<string, KnownRole>();
  for (const role of document.roles) {
    const kind = parties.get(role.party)?.kind;
    const whole = partyNames.has(role.name.trim().toLowerCase());
    roles.set(role.id, {
      ...role,
      partyKind: kind,
      side: kind === undefined ? undefined : sideOf(kind),
      vague: whole || vague(role.name),
      whole,
      inbox: inbox(role.name),
      several: severalIn(role.name),
      humans: [...new Set((role.holders ?? []).map(human))],
    });
  }
  const contactsOf = new Map<string, Contact[]>();
  for (const contact of document.directory?.contacts ?? [])
    if (contact.person) contactsOf.set(contact.person, [...(contactsOf.get(contact.person) ?? []), contact]);
  const kinds = new Set(document.parties.map((party) => party.kind));
  return {
    document,
    today,
    roles,
    people,
    parties,
    areas: byId(document.areas),
    stages: byId(document.stages),
    scope: byId(document.scope),
    contactsOf,
    covers: new Set(document.covers ?? []),
    hasHolders: document.roles.some((role) => (role.holders?.length ?? 0) > 0),
    hasClient: kinds.has("client"),
    hasProvider: [...kinds].some((kind) => kind !== "client" && kind !== "regulator"),
    sidesOnly: roles.size > 0 && [...roles.values()].every(({ whole }) => whole),
  };
}
