import { directoryDigest, matrixDigest } from "#core/model/canonical.ts";
import type { MatrixDocument } from "#core/model/document.ts";
import type { Directory } from "#core/model/directory.ts";
import type { PartyId } from "#core/model/id.ts";
import type { Contact } from "#core/model/party.ts";
import { DAY, dayOf, instantOf, type Minute } from "#core/time/minute.ts";

/** What a break-glass card carries: as much of a matrix as answers *who*, and where it comes from. Instants are UTC. */
export interface Contents {
  readonly format: 1;
  readonly document: MatrixDocument;
  /** SHA-256 of the whole matrix and of its directory, not of what is carried. */
  readonly digests: { readonly matrix: string; readonly directory: string };
  /** Which state of the matrix it is, in words. */
  readonly version: string;
  /** The time zone data its maker had. */
  readonly timeZones: string;
  readonly made: string;
  readonly from: string;
  readonly until: string;
}

export interface Wanted {
  readonly at: Minute;
  /** When it begins to hold; at once where it is not said. */
  readonly from?: Minute | undefined;
  readonly days: number;
  readonly version: string;
  readonly timeZones: string;
  /** Whose private numbers go in: those of nobody where it is not said. */
  readonly party?: PartyId | undefined;
  /** Private numbers that lie apart and were handed to whoever makes the card, by contact. */
  readonly sealed?: ReadonlyMap<string, string> | undefined;
}

/** The longest a card may hold, in days: after that too many numbers have changed. */
export const LONGEST_DAYS = 366;

/** That a matrix is not in force while its card holds, in words; nothing where it is. An old answer is still better than none. */
export function outOfForce({ document: { validFrom, validUntil }, from, until }: Pick<Contents, "document" | "from" | "until">): string | undefined {
  if (validUntil !== undefined && from.slice(0, 10) > validUntil) return `The matrix itself ran out with ${validUntil}, and nobody has renewed it.`;
  return validFrom !== undefined && until.slice(0, 10) <= validFrom ? `The matrix itself holds from ${validFrom} only.` : undefined;
}

/** What a card of a matrix carries. It holds no longer than the matrix, unless that is not in force at all. */
export function contentsOf(document: MatrixDocument, { at, from = at, days, version, timeZones, party, sealed }: Wanted): Contents {
  const latest = from + days * DAY;
  const begins = Math.max(from, document.validFrom === undefined ? from : dayOf(document.validFrom));
  const ends = Math.min(latest, document.validUntil === undefined ? latest : dayOf(document.validUntil) + DAY);
  const [first, last] = begins < ends ? [begins, ends] : [from, latest];
  return {
    format: 1,
    document: carried(document, party, sealed ?? new Map()),
    digests: { matrix: matrixDigest(document), directory: directoryDigest(document) },
    version, timeZones, made: instantOf(at), from: instantOf(first), until: instantOf(last),
  };
}

function carried(document: MatrixDocument, party: PartyId | undefined, sealed: ReadonlyMap<string, string>): MatrixDocument {
  const { remit, title, holders, validFrom, validUntil, parties, people, roles, scope, calendars, rotations, events, severities, decisionRights, preAuthorisations, escalationPaths, clocks, informLists, directory } = document;
  const verbs = new Set<string>((events ?? []).flatMap((event) => event.verbs ?? []));
  const partyOf = ({ person, role }: Contact): PartyId | undefined => (people?.find(({ id }) => id === person) ?? roles.find(({ id }) => id === role))?.party;
  const shown = (contact: Contact): Contact => {
    if (contact.private !== true) return contact;
    const { value, ...rest } = contact;
    const own = sealed.get(contact.id) ?? (party !== undefined && partyOf(contact) === party ? value : undefined);
    return own === undefined ? rest : { ...rest, value: own };
  };
  return defined({
    remit, title, holders, validFrom, validUntil,
    parties: parties.map(unnoted), people: people?.map(unnoted), roles: roles.map(unnoted),
    scope: scope?.map(({ id, name }) => ({ id, name })),
    // Of the rows only those that decide something of an event, and of those only who is asked and told.
    activities: document.activities
      .filter(({ decision }) => decision !== undefined && verbs.has(decision))
      .map(({ id, title, decision, consultWithin, assignments }) => defined({ id, title, decision, consultWithin, assignments: assignments.filter(({ letter }) => letter === "C" || letter === "I") })),
    calendars, rotations, events: events?.map(({ clientUpdate: _, recordRetention: __, ...event }) => event), severities, decisionRights, preAuthorisations, escalationPaths, clocks, informLists,
    directory: directory && defined({
      contacts: directory.contacts?.map(shown),
      // Why somebody is away is nobody's business on a card.
      absences: directory.absences?.map(({ reason: _, ...absence }) => absence),
      swaps: directory.swaps,
      delegations: directory.delegations?.map(unnoted),
      holderChanges: directory.holderChanges,
    }) as Directory,
  }) as unknown as MatrixDocument;
}

function unnoted<T extends { readonly note?: string | undefined }>({ note: _, ...rest }: T): Omit<T, "note"> {
  return rest;
}

/** Without the fields that hold nothing: JSON would drop them anyway. */
const defined = <T extends object>(item: T): T => Object.fromEntries(Object.entries(item).filter(([, value]) => value !== undefined)) as T;
