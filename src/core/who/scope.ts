import type { EventType, Severity } from "../model/decision.ts";
import type { EventTypeId, PartyId, ScopeId, SeverityId } from "../model/id.ts";
import type { MatrixDocument } from "../model/document.ts";

/** What somebody asks about. */
export interface Case {
  readonly event: EventType;
  readonly severity: Severity;
  /** The scope items concerned, where they are known. */
  readonly scope?: readonly ScopeId[] | undefined;
  /** Nobody could say how severe it is: the symptom route of the event serves, if it has one. */
  readonly routed?: boolean | undefined;
  /** Whose matter it is; the first client of the matrix where it is not said. */
  readonly party?: PartyId | undefined;
}

interface Limited {
  readonly events?: readonly EventTypeId[] | undefined;
  readonly severities?: readonly SeverityId[] | undefined;
  readonly scope?: readonly ScopeId[] | undefined;
  readonly party?: PartyId | undefined;
}

/** An empty list limits nothing, as a missing one does. */
const names = (list: readonly string[] | undefined): list is readonly string[] => list !== undefined && list.length > 0;

const aboutEvent = (of: Limited, { event, severity }: Case): boolean =>
  (!names(of.events) || of.events.includes(event.id)) && (!names(of.severities) || of.severities.includes(severity.id));

/** Whether something applies to the whole of a case: what is limited to scope items does so only if it holds them all. */
export const appliesTo = (of: Limited, about: Case): boolean =>
  aboutEvent(of, about) &&
  (of.party === undefined || of.party === about.party) &&
  (!names(of.scope) || (names(about.scope) && about.scope.every((item) => of.scope?.includes(item))));

/** Whether a refusal touches a case: one item of it is enough. */
export const touches = (of: Limited, about: Case): boolean =>
  aboutEvent(of, about) &&
  (of.party === undefined || of.party === about.party) &&
  (!names(of.scope) || (about.scope ?? []).some((item) => of.scope?.includes(item)));

/** Whether it would apply if the case were about its scope items only: a right that is there, but limited. */
export const appliesInPart = (of: Limited, about: Case): boolean => aboutEvent(of, about) && !appliesTo(of, about);

/** How narrowly something is limited: an event and a severity before an event, before a severity, before neither. */
export const narrowness = (of: Limited): number => (names(of.events) ? 2 : 0) + (names(of.severities) ? 1 : 0);

/** The party whose matter a case is, where nobody says. */
export const ownParty = (document: MatrixDocument): PartyId | undefined => document.parties.find(({ kind }) => kind === "client")?.id;
