import type { Activity } from "#core/model/activity.ts";

/** Fields a sheet may change, by the words a reader knows them by. */
const FIELDS: readonly (readonly [keyof Activity, string])[] = [
  ["sla", "SLA"], ["cadence", "cadence"], ["evidence", "evidence"], ["procedure", "procedure"], ["criticality", "criticality"], ["goal", "goal"],
  ["result", "result"], ["controls", "controls"], ["note", "note"], ["approvers", "approvers"], ["secondary", "secondary owner"], ["initiator", "initiator"],
  ["acceptor", "acceptor"], ["validation", "validation"], ["escalation", "escalation"], ["split", "split"],
];

/** What is different between a row and its newer self, one sentence each; empty when nothing is. */
export function rowChanges(old: Activity, row: Activity, sayRole: (id: string) => string, sayArea: (id: string) => string): string[] {
  const details: string[] = [];
  if (old.title !== row.title) details.push(`title becomes \`${row.title}\``);
  if (old.area !== row.area && row.area !== undefined) details.push(`area becomes \`${sayArea(row.area)}\``);
  const roles = new Set([...old.assignments, ...row.assignments].map((one) => one.role as string));
  for (const role of roles) {
    const before = letters(old, role);
    const after = letters(row, role);
    if (before === after) continue;
    details.push(before === "" ? `\`${sayRole(role)}\` gets ${after}` : after === "" ? `\`${sayRole(role)}\` loses ${before}` : `\`${sayRole(role)}\` goes from ${before} to ${after}`);
  }
  for (const [field, words] of FIELDS) {
    if (JSON.stringify(old[field]) === JSON.stringify(row[field])) continue;
    details.push(old[field] === undefined ? `${words} is filled in` : `${words} changes`);
  }
  for (const [header, text] of Object.entries(row.columns ?? {}))
    if (old.columns?.[header] !== text) details.push(old.columns?.[header] === undefined ? `\`${header}\` is filled in` : `\`${header}\` changes`);
  return details;
}

const letters = (row: Activity, role: string): string =>
  row.assignments
    .filter((one) => one.role === role)
    .map((one) => one.letter + (one.condition ? ` (${one.condition})` : "") + (one.alternative ? " (undecided)" : ""))
    .sort()
    .join(" and ");
