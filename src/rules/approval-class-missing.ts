import { about, TOPIC } from "#core/lint/topics.ts";
import type { RowRule } from "#core/lint/rule.ts";

const ACCESS_CHANGE = /\b(?:grant|revoke|provision|remov|creat|modif|chang|approv)\w* (?:\w+ ){0,3}(?:access|accounts?|rights?|permissions?)\b|\baccess (?:requests?|changes?)\b/;

export default {
  id: "approval-class-missing",
  reads: "row",
  severity: "warning",
  summary: "A risky change without a word on its approval",
  because: "One engineer waits a week for a signature nobody needed, another changes the firewall at noon because nobody forbade it.",
  remedy: "Say whether the change is standard (approved in advance), formal, or an emergency with conditions.",
  source: "T4 firewall, VPN, administrator rights, production servers, access changes; product C5",
  avoid: { rows: [{ title: "Change firewall rules", cells: { "Network Engineer (provider)": "R", "Infrastructure Manager (client)": "A" } }] },
  prefer: {
    rows: [{ title: "Change firewall rules", approval: { class: "formal" }, cells: { "Network Engineer (provider)": "R", "Infrastructure Manager (client)": "A" } }],
  },
  column: {
    // Some sheets give approvals rows of their own; then nobody can say that nothing is said.
    used: (row) => row.activity.approval !== undefined || /\bapprov/.test(row.words),
    message: (rows) => `nothing says which changes need approval, though ${rows === 1 ? "one row changes" : `${rows} rows change`} firewalls, access or production systems`,
    least: 1,
  },
  checkRow(row, register, report) {
    if (row.activity.approval !== undefined || !register.hasProvider || !register.hasClient || row.lane === "client" || row.lane === "nobody") return;
    if (row.activity.decision !== undefined || (row.activity.approvers?.length ?? 0) > 0) return;
    const changes = about(row, TOPIC.change);
    const risky = changes && (about(row, TOPIC.firewall) || about(row, TOPIC.vpn) || about(row, TOPIC.privileged) || about(row, TOPIC.production));
    if (!risky && !(/access|account|right|permission/.test(row.words) && ACCESS_CHANGE.test(row.words))) return;
    // Reviewing or approving a change is not the change.
    if (about(row, TOPIC.review) || /\bpolic(?:y|ies)\b|\bapprov|\bauthori[sz]ation\b|\bmonitor|\bphysical|\bvisitors?\b|\bpremises\b|\bbuildings?\b|\bfacilit(?:y|ies)\b/.test(row.words)) return;
    // The statement of a control is not a piece of work that somebody asks for.
    if (row.words.length > 180 && row.activity.controls !== undefined) return;
    report({ message: `${row.title} does not say which approval it needs`, field: "approval" });
  },
} satisfies RowRule;
