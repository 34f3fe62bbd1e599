import * as z from "zod/mini";
import { calendarId, eventTypeId, itemId, partyId, personId, roleId, scopeId, severityId } from "./id.ts";
import { day, duration, line, text } from "./measure.ts";

/** What can be decided, each verb kept apart from the others (semantics, "Authority is not notification"). */
export const VERBS = [
  "event.validate", "triage.confirm", "severity.set", "incident.declare", "investigation.lead",
  "containment.authorise", "incident.document", "incident.close", "report.write",
  "change.emergency.authorise", "change.normal.approve", "risk.accept", "exception.approve",
  "notify.client", "notify.business", "notify.regulator", "evidence.release", "requirements.approve",
  "acceptance.sign", "access.issue", "launch.approve", "handoff.accept", "warranty.confirm",
  "replacement.approve", "dispute.decide",
] as const;
export const Verb = z.enum(VERBS);
export type Verb = z.infer<typeof Verb>;

export const EventType = z.strictObject({
  id: eventTypeId,
  name: line,
  symptoms: z.optional(z.array(line)),
  /** Roles told first, for a symptom route without severity (T13). */
  route: z.optional(z.array(roleId)),
  verbs: z.optional(z.array(Verb)),
  procedure: z.optional(line),
  /** Criteria that tell a real incident from a false positive. */
  criteria: z.optional(text),
  /** From which point senior responders join. */
  seniorThreshold: z.optional(text),
  /** Contact groups that this event may have compromised: `corporate-mail`, `sso`. */
  compromises: z.optional(z.array(line)),
  clientUpdate: z.optional(z.strictObject({ every: z.optional(duration), template: z.optional(text) })),
  rootCauseFor: z.optional(z.array(severityId)),
  recordRetention: z.optional(duration),
});
export type EventType = z.infer<typeof EventType>;

export const Severity = z.strictObject({
  id: severityId,
  name: line,
  /** 1 is the most severe. */
  rank: z.int().check(z.minimum(1), z.maximum(9)),
  criteria: z.optional(text),
  /** Within which somebody takes charge, from the event on. */
  acknowledgeWithin: z.optional(duration),
  /** Within which somebody entitled to each decision is reached. */
  decideWithin: z.optional(duration),
});
export type Severity = z.infer<typeof Severity>;

const Scope = {
  events: z.optional(z.array(eventTypeId)),
  severities: z.optional(z.array(severityId)),
  scope: z.optional(z.array(scopeId)),
  party: z.optional(partyId),
};

/** Who may decide a thing. Default deny; deny beats permit. */
export const DecisionRight = z.strictObject({
  id: itemId,
  verb: Verb,
  role: z.optional(roleId),
  person: z.optional(personId),
  deny: z.optional(z.boolean()),
  ...Scope,
  limits: z.optional(
    z.strictObject({ duration: z.optional(duration), reversibleOnly: z.optional(z.boolean()), blastRadius: z.optional(line) }),
  ),
  mode: z.optional(z.enum(["sole", "n-of-m", "one-per-party"])),
  n: z.optional(z.int().check(z.minimum(1), z.maximum(20))),
  calendar: z.optional(calendarId),
  from: z.optional(day),
  until: z.optional(day),
  delegable: z.optional(z.boolean()),
});
export type DecisionRight = z.infer<typeof DecisionRight>;

/** A decision right given in advance, under conditions, with obligations. */
export const PreAuthorisation = z.strictObject({
  id: itemId,
  verb: Verb,
  actions: z.array(line),
  trigger: line,
  performers: z.array(roleId),
  ...Scope,
  when: z.enum(["always", "outside-business-hours", "after-all-tried"]),
  triedFor: z.optional(duration),
  calendar: z.optional(calendarId),
  longest: z.optional(duration),
  limits: z.optional(text),
  rollback: z.optional(text),
  authorityHolder: z.optional(roleId),
  tellWithin: z.optional(duration),
  recordWithin: z.optional(duration),
  ratifyWithin: z.optional(duration),
});
export type PreAuthorisation = z.infer<typeof PreAuthorisation>;

export const EscalationPath = z.strictObject({
  id: itemId,
  name: line,
  ...Scope,
  steps: z.array(
    z.strictObject({
      after: duration,
      roles: z.array(roleId),
      channels: z.optional(z.array(z.enum(["voice", "sms", "push", "chat", "email"]))),
      waitPerAttempt: z.optional(duration),
      acknowledgeWithin: z.optional(duration),
    }),
  ),
  then: z.optional(itemId),
  lastResort: z.optional(z.array(personId)),
  /** How long an acknowledgement counts without anything done; 30 minutes where it is not said. */
  acknowledgementHolds: z.optional(duration),
});
export type EscalationPath = z.infer<typeof EscalationPath>;

/** A deadline that starts at an event: a contractual target or a regulatory notice. */
export const Clock = z.strictObject({
  id: itemId,
  name: line,
  kind: z.enum(["contract", "regulatory"]),
  source: z.optional(line),
  anchor: line,
  limit: z.optional(duration),
  calendar: z.optional(calendarId),
  determiner: z.optional(roleId),
  submitter: z.optional(roleId),
  after: z.optional(itemId),
  ...Scope,
});
export type Clock = z.infer<typeof Clock>;

/** Who is told after what, by when. */
export const InformList = z.strictObject({
  id: itemId,
  name: line,
  ...Scope,
  roles: z.array(roleId),
  within: z.optional(duration),
});
export type InformList = z.infer<typeof InformList>;

/** People who may be missing together: one site, one flight, one mail system (its contact group). */
export const CorrelatedAbsence = z.strictObject({
  id: itemId,
  name: line,
  people: z.optional(z.array(personId)),
  /** The contact group that fails: `corporate-mail`, `sso`. */
  group: z.optional(line),
});
export type CorrelatedAbsence = z.infer<typeof CorrelatedAbsence>;

/** What no matrix can show, confirmed by a named person. */
export const Confirmation = z.strictObject({
  id: itemId,
  /** The statement or question: `containment-3`, `reflection-1` (T17). */
  statement: line,
  answer: z.enum(["yes", "partly", "no", "unknown"]),
  by: personId,
  on: day,
  evidence: z.optional(line),
  note: z.optional(text),
});
export type Confirmation = z.infer<typeof Confirmation>;
