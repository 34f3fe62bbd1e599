import type { Verb } from "../model/decision.ts";

/** Whose a statement is to make true. */
export const OWNERS = {
  operations: "Provider operations", analysts: "Security analysts", vendors: "Technology vendors", administrators: "Client administrators",
} as const;
export type Owner = keyof typeof OWNERS;

export const STAGES = {
  detection: "Detection and first triage", confirmation: "Confirming the incident", containment: "Authority to contain",
  communication: "Telling the client", investigation: "Investigation and resolution", documentation: "Records and compliance",
} as const;
export type StageName = keyof typeof STAGES;

/** One thing that has to be settled before an incident. */
export interface Statement {
  /** `containment-3`, `reflection-1`: what a confirmation names. */
  readonly id: string;
  readonly stage?: StageName;
  readonly says: string;
  readonly owner: Owner;
  /** The decision it is about, where it asks who may make one: only the matrix can answer that. */
  readonly verb?: Verb;
}

const stage = (name: StageName, statements: readonly (readonly [says: string, owner: Owner, verb?: Verb])[]): Statement[] =>
  statements.map(([says, owner, verb], i) => ({ id: `${name}-${i + 1}`, stage: name, says, owner, ...(verb === undefined ? {} : { verb }) }));

/** Six stages with four statements each. */
export const STATEMENTS: readonly Statement[] = [
  ...stage("detection", [
    ["Somebody looks at alerts at every hour of the week", "operations"],
    ["Those who make the first triage are named", "analysts", "event.validate"],
    ["It is written down what tells a real incident from a false alarm", "analysts"],
    ["It is set beforehand when an alert is passed upwards", "operations"],
  ]),
  ...stage("confirmation", [
    ["Somebody is named who says that it is an incident", "analysts", "triage.confirm"],
    ["Every severity has criteria", "analysts"],
    ["The way of escalation is written down for every case", "operations"],
    ["Analysts know from which point senior responders join", "analysts"],
  ]),
  ...stage("containment", [
    ["It is clear who may order containment", "administrators", "containment.authorise"],
    ["The usual attacks have a response procedure each", "analysts"],
    ["Taking endpoints and systems off the network is worked out: what, by whom, and how back", "administrators"],
    ["What may be done in an emergency without asking first is written down", "administrators"],
  ]),
  ...stage("communication", [
    ["Somebody is named who speaks to the client", "operations", "notify.client"],
    ["It is agreed with the client how soon and how often news comes", "operations"],
    ["Updates during an escalation have a fixed form", "operations"],
    ["Incident reports are alike from one to the next", "analysts"],
  ]),
  ...stage("investigation", [
    ["Somebody is named who leads the investigation", "analysts", "investigation.lead"],
    ["It is written down how evidence is collected", "analysts"],
    ["Somebody puts the events of different systems together", "vendors"],
    ["After a severe incident the root cause is looked for", "analysts"],
  ]),
  ...stage("documentation", [
    ["Keeping the record of an incident is somebody's task", "operations", "incident.document"],
    ["It is set how long evidence is kept", "administrators"],
    ["It is clear who reports to authorities, and by when", "administrators", "notify.regulator"],
    ["Records lie where a later audit finds them", "operations"],
  ]),
];

/** To be answered at once, without looking anything up. */
export const REFLECTION: readonly Statement[] = [
  { id: "reflection-1", says: "Who says that it is an incident?", owner: "analysts", verb: "triage.confirm" },
  { id: "reflection-2", says: "Who orders containment?", owner: "administrators", verb: "containment.authorise" },
  { id: "reflection-3", says: "Who leads the investigation?", owner: "analysts", verb: "investigation.lead" },
  { id: "reflection-4", says: "Who speaks to the client while it escalates?", owner: "operations", verb: "notify.client" },
];

/** Where a conversation about an incident begins. */
export const OPENING: readonly Statement[] = [
  { id: "opening-1", says: "Who sets the severity?", owner: "analysts", verb: "severity.set" },
  { id: "opening-2", says: "Who may order containment?", owner: "administrators", verb: "containment.authorise" },
  { id: "opening-3", says: "Who tells the client?", owner: "operations", verb: "notify.client" },
  { id: "opening-4", says: "Who keeps the record for compliance and reports?", owner: "operations", verb: "incident.document" },
];
