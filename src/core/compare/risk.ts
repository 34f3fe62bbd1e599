/** What a change puts at risk, the gravest first. */
export const RISKS = ["authority", "backup", "deadline", "proof", "duty", "reach", "terms", "words"] as const;
export type Risk = (typeof RISKS)[number];

export const RISK_WORDS: Readonly<Record<Risk, string>> = {
  authority: "Authority moved",
  backup: "Backup lost",
  deadline: "Deadlines loosened",
  proof: "Evidence or validation lost",
  duty: "Duties given or taken",
  reach: "People and how to reach them",
  terms: "Other terms",
  words: "Wording and order",
};
export const graver = (a: Risk, b: Risk): Risk => (RISKS.indexOf(a) <= RISKS.indexOf(b) ? a : b);
