import { about, TOPIC } from "#core/lint/topics.ts";
import type { RowRule } from "#core/lint/rule.ts";

const RISKY = /\bhigh[- ]risk\b|\bcritical (?:systems?|servers?|applications?|infrastructure|databases?)\b|\bcore (?:systems?|databases?|applications?)\b|\bbusiness[- ]critical\b/;

export default {
  id: "risky-patch-without-client",
  reads: "row",
  severity: "warning",
  summary: "A high-risk patch goes out without the client's sign-off",
  because: "Only the client knows that the application stops the production line; the provider learns it afterwards.",
  remedy: "Let a client role approve, answer for or validate the patch.",
  source: "T15: high-risk patches need client sign-off",
  avoid: { rows: [{ title: "Patch business-critical servers", cells: { "Systems Engineer (provider)": "R", "Service Delivery Manager (provider)": "A" } }] },
  prefer: { rows: [{ title: "Patch business-critical servers", cells: { "Systems Engineer (provider)": "R", "Infrastructure Manager (client)": "A" } }] },
  checkRow(row, register, report) {
    if (row.lane !== "provider" || !register.hasClient || !about(row, TOPIC.patching)) return;
    if (!about(row, TOPIC.production) && !RISKY.test(row.words) && !row.important) return;
    if (row.accountable.some(({ side }) => side === "client")) return;
    const { approvers, validation, split, acceptor } = row.activity;
    const signers = [...(approvers ?? []), validation?.by, split?.validator, acceptor];
    if (signers.some((id) => id !== undefined && register.roles.get(id)?.side === "client")) return;
    // "C (approves windows)" is the sign-off, written into the cell.
    if (row.conditional.some(({ role, condition }) => register.roles.get(role)?.side === "client" && /approv|sign|accept|validat/i.test(condition ?? ""))) return;
    report({ message: `${row.title} needs no sign-off by the client`, field: "approvers" });
  },
} satisfies RowRule;
