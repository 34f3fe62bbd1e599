import * as z from "zod/mini";
import { activityId, areaId, calendarId, partyId, roleId, scopeId, stageId } from "./id.ts";
import { duration, line, text } from "./measure.ts";

/** Responsible, Accountable, Consulted, Informed, and the optional Support. */
export const Letter = z.enum(["R", "A", "C", "I", "S"]);
export type Letter = z.infer<typeof Letter>;
export const LETTERS: readonly Letter[] = ["R", "A", "C", "I", "S"];

/** One letter of one role in one row. A role with two letters has two assignments. */
export const Assignment = z.strictObject({
  role: roleId,
  letter: Letter,
  /** The letter holds only under this condition: `if affected`, `Sev 1-2 alerts only`. */
  condition: z.optional(line),
  /** One of several performers between whom nobody has decided yet ("this or that team"). */
  alternative: z.optional(z.boolean()),
});
export type Assignment = z.infer<typeof Assignment>;

/** What each side does of a shared activity, and who validates the whole. */
export const Split = z.strictObject({
  parts: z.array(z.strictObject({ party: partyId, does: line, responsible: z.optional(roleId) })),
  validator: z.optional(roleId),
  validation: z.optional(text),
});
export type Split = z.infer<typeof Split>;

export const Sla = z.strictObject({
  measure: z.enum(["detect", "acknowledge", "respond", "contain", "restore", "complete", "helpdesk-response", "rpo", "rto", "notify"]),
  target: duration,
  calendar: z.optional(calendarId),
  /** `false` is a sample value: shown as "sample, not negotiated" until both sides confirm it. */
  negotiated: z.boolean(),
  note: z.optional(text),
});
export type Sla = z.infer<typeof Sla>;

export const Evidence = z.strictObject({
  artifact: line,
  producer: z.optional(roleId),
  collector: z.optional(roleId),
  store: z.optional(line),
  cadence: z.optional(duration),
  retention: z.optional(duration),
  signed: z.optional(z.boolean()),
});
export type Evidence = z.infer<typeof Evidence>;

/** `every` for the clock, `on` for triggers, `text` for what the sheet said. */
export const Cadence = z.strictObject({
  every: z.optional(duration),
  on: z.optional(z.array(line)),
  text: z.optional(line),
});
export type Cadence = z.infer<typeof Cadence>;

export const Approval = z.strictObject({
  /** standard = pre-approved; formal = change approval; emergency = act first under stated conditions. */
  class: z.enum(["none", "standard", "formal", "emergency"]),
  /** The request channel; a change that came around it is uncontrolled. */
  channel: z.optional(line),
  window: z.optional(line),
  /** Under which conditions one may act first (emergency). */
  conditions: z.optional(text),
  documentWithin: z.optional(duration),
});
export type Approval = z.infer<typeof Approval>;

/** Passing the work on: what the next owner gets, and when it is escalated. */
export const HandOff = z.strictObject({
  to: z.optional(roleId),
  input: z.optional(text),
  output: z.optional(text),
  escalateAfter: z.optional(duration),
  escalation: z.optional(text),
});
export type HandOff = z.infer<typeof HandOff>;

/** A row: something that must be done or decided. */
export const Activity = z.strictObject({
  id: activityId,
  title: line,
  area: z.optional(areaId),
  stage: z.optional(stageId),
  kind: z.optional(z.enum(["governance", "operation", "security", "incident", "delivery", "decision", "service", "compliance"])),
  /** "Critical" in every rule means this field. */
  criticality: z.optional(z.enum(["critical", "high", "normal", "low"])),
  assignments: z.array(Assignment),
  /** Failover for the primary owner (the first Responsible role). */
  secondary: z.optional(roleId),
  split: z.optional(Split),
  /** Four questions of an action: who initiates, performs (R), accepts the result, decides disputes. */
  initiator: z.optional(roleId),
  acceptor: z.optional(roleId),
  disputes: z.optional(roleId),
  /** Mandatory approval, beside owner, performer and consulted. */
  approvers: z.optional(z.array(roleId)),
  /** Which party bears the risk; the client unless said otherwise. */
  riskOwner: z.optional(partyId),
  /** The verb this row decides: `containment.authorise`, `risk.accept` ... */
  decision: z.optional(line),
  /** How long a decision waits for those who are consulted; after that it may proceed, and that is recorded. */
  consultWithin: z.optional(duration),
  approval: z.optional(Approval),
  goal: z.optional(text),
  procedure: z.optional(z.strictObject({ link: z.optional(line), steps: z.optional(z.array(text)) })),
  /** The visible outcome: what is there when the activity is done. */
  result: z.optional(text),
  reports: z.optional(z.array(line)),
  sla: z.optional(z.array(Sla)),
  cadence: z.optional(Cadence),
  evidence: z.optional(z.array(Evidence)),
  validation: z.optional(z.strictObject({ by: z.optional(roleId), how: z.optional(text), every: z.optional(duration) })),
  /** `framework:id`, for example `nist-csf-2.0:PR.AA-05`. */
  controls: z.optional(z.array(z.string().check(z.regex(/^[a-z0-9.-]+:\S.{0,60}$/, "a control is written framework:id, like nist-csf-2.0:PR.AA-05")))),
  scope: z.optional(z.array(scopeId)),
  /** Touches regulated data in production (C6). */
  regulatedProduction: z.optional(z.boolean()),
  handOff: z.optional(HandOff),
  /** Who pays: part of the service, the warranty, or billed apart. */
  cost: z.optional(z.enum(["included", "warranty", "billable"])),
  equipmentClass: z.optional(line),
  /** After which time, or at which sign, the row is escalated, and to whom. */
  escalation: z.optional(z.strictObject({ to: z.optional(roleId), after: z.optional(duration), text: z.optional(text) })),
  /** How the people of the row reach one another: `ticket`, `bridge call` ... */
  communication: z.optional(line),
  /** The activity of the library, or the row of the template, that this one came from. */
  origin: z.optional(line),
  /** Still the template's words: nobody has confirmed that they hold here. */
  notYetAdapted: z.optional(z.boolean()),
  note: z.optional(text),
  /** Columns of an imported sheet that Remit has no field for, kept word for word by header. */
  columns: z.optional(z.record(line, text)),
});
export type Activity = z.infer<typeof Activity>;

export const Area = z.strictObject({
  id: areaId,
  name: line,
  /** Rows of the area inherit these owners. */
  primary: z.optional(roleId),
  secondary: z.optional(roleId),
  note: z.optional(text),
});
export type Area = z.infer<typeof Area>;

/** A step of a delivery project, in order (T9). */
export const Stage = z.strictObject({
  id: stageId,
  name: line,
  input: z.optional(text),
  owner: z.optional(roleId),
  output: z.optional(text),
  escalation: z.optional(text),
  escalateAfter: z.optional(duration),
  acceptor: z.optional(roleId),
  /** Where the responsibility for equipment ends and integration begins. */
  boundary: z.optional(text),
  /** From the end of this stage the service owns incidents. */
  serviceStarts: z.optional(z.boolean()),
});
export type Stage = z.infer<typeof Stage>;
