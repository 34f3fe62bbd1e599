/** One thing that has to be settled before work begins. */
export interface Statement {
  /** `readiness-owner`: what a confirmation names. */
  readonly id: string;
  readonly part: "writing" | "start";
  readonly says: string;
  /** It asks about a delivery: where nothing is delivered, there is nothing to settle. */
  readonly delivery?: true;
}

export const PARTS = { writing: "In writing before delivery, installation and launch", start: "Before the start" } as const satisfies Record<Statement["part"], string>;

/** What stands in writing before delivery, installation and launch; and what is looked at once more before the start. */
export const STATEMENTS = [
  { id: "readiness-owner", part: "writing", says: "Every task has one assigned owner" },
  { id: "readiness-decider", part: "writing", says: "It is named who decides when opinions differ" },
  { id: "readiness-escalation", part: "writing", says: "What is urgent and what is in dispute has a way of escalation" },
  { id: "readiness-after-launch", part: "writing", says: "Incidents after the launch have rules of their own", delivery: true },
  { id: "readiness-approved", part: "writing", says: "Everybody who takes part has approved it before work begins" },
  { id: "readiness-result", part: "start", says: "Every result has one owner, held by a named person" },
  { id: "readiness-acceptance", part: "start", says: "Acceptance and commissioning are apart, and both are settled", delivery: true },
  { id: "readiness-security", part: "start", says: "Security is heard before procurement and before configuration", delivery: true },
  { id: "readiness-incident", part: "start", says: "An incident has its way from the first request to its end" },
  { id: "readiness-warranty", part: "start", says: "Warranty and paid work are listed apart", delivery: true },
] as const satisfies readonly Statement[];
export type StatementId = (typeof STATEMENTS)[number]["id"];
