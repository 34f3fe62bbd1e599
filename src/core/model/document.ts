import * as z from "zod/mini";
import { Activity, Area, Stage } from "./activity.ts";
import { Clause } from "./clause.ts";
import { Clock, Confirmation, CorrelatedAbsence, DecisionRight, EscalationPath, EventType, InformList, PreAuthorisation, Severity } from "./decision.ts";
import { Directory } from "./directory.ts";
import { itemId, personId, roleId } from "./id.ts";
import { day, line, text } from "./measure.ts";
import { Calendar, Party, Person, Role, Rotation } from "./party.ts";
import { ScopeItem } from "./scope.ts";

/** The version of the file format that this code writes. Older ones are upgraded on reading. */
export const FORMAT = 1;

/** A finding accepted on purpose by a named accountable person, until a day. */
export const Waiver = z.strictObject({
  id: itemId,
  rule: line,
  at: z.strictObject({ kind: line, id: z.optional(line), field: z.optional(line) }),
  by: personId,
  reason: line,
  until: day,
});
export type Waiver = z.infer<typeof Waiver>;

/** Which sets of expected rows the matrix promises to cover (T4, T5, T9, T14-T16, T17). */
export const Coverage = z.enum(["outsourcing", "mssp", "delivery", "co-managed", "incident-authority"]);
export type Coverage = z.infer<typeof Coverage>;

/** The Matrix document: what is agreed and signed, and beside it the directory of changing facts. */
export const MatrixDocument = z.strictObject({
  remit: z.literal(FORMAT),
  title: line,
  about: z.optional(text),
  covers: z.optional(z.array(Coverage)),
  /** `by-party`: a party may change the holders of its own roles between signatures; `signed` forbids it. */
  holders: z.optional(z.enum(["by-party", "signed"])),
  validFrom: z.optional(day),
  validUntil: z.optional(day),
  reviewEvery: z.optional(line),
  parties: z.array(Party),
  people: z.optional(z.array(Person)),
  roles: z.array(Role),
  areas: z.optional(z.array(Area)),
  stages: z.optional(z.array(Stage)),
  scope: z.optional(z.array(ScopeItem)),
  calendars: z.optional(z.array(Calendar)),
  rotations: z.optional(z.array(Rotation)),
  activities: z.array(Activity),
  events: z.optional(z.array(EventType)),
  severities: z.optional(z.array(Severity)),
  decisionRights: z.optional(z.array(DecisionRight)),
  preAuthorisations: z.optional(z.array(PreAuthorisation)),
  escalationPaths: z.optional(z.array(EscalationPath)),
  clocks: z.optional(z.array(Clock)),
  informLists: z.optional(z.array(InformList)),
  correlatedAbsences: z.optional(z.array(CorrelatedAbsence)),
  confirmations: z.optional(z.array(Confirmation)),
  /** What the client keeps and what it delegates (C2). */
  kept: z.optional(
    z.array(z.strictObject({ id: itemId, what: line, role: z.optional(roleId), delegatedTo: z.optional(roleId), exceptionUntil: z.optional(day) })),
  ),
  /** What both sides promise beside the rows; printed in the contract appendix in this order. */
  clauses: z.optional(z.array(Clause)),
  waivers: z.optional(z.array(Waiver)),
  directory: z.optional(Directory),
});
export type MatrixDocument = z.infer<typeof MatrixDocument>;

/** The document's own lists whose items have ids, by the word a finding or an edit names them with. */
export const COLLECTIONS = {
  party: "parties", person: "people", role: "roles", area: "areas", stage: "stages", scope: "scope",
  calendar: "calendars", rotation: "rotations", activity: "activities", event: "events", severity: "severities",
  "decision-right": "decisionRights", "pre-authorisation": "preAuthorisations", path: "escalationPaths",
  clock: "clocks", "inform-list": "informLists", "correlated-absence": "correlatedAbsences",
  confirmation: "confirmations", kept: "kept", clause: "clauses", waiver: "waivers",
} as const satisfies Record<string, keyof MatrixDocument>;
export type ListKind = keyof typeof COLLECTIONS;

/** The lists of its directory, by theirs. */
export const DIRECTORY_LISTS = { contact: "contacts", absence: "absences", swap: "swaps", delegation: "delegations", "holder-change": "holderChanges" } as const satisfies Record<string, keyof Directory>;
export type DirectoryKind = keyof typeof DIRECTORY_LISTS;

export type ItemKind = ListKind | DirectoryKind;
