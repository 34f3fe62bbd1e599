import { sameHands } from "#core/lint/topics.ts";
import type { RowRule } from "#core/lint/rule.ts";

export default {
  id: "formal-without-approver",
  reads: "row",
  severity: "error",
  summary: "Formal approval is demanded, but nobody can give it",
  because: "The change waits for a signature that no one is entitled to, or it goes ahead without.",
  remedy: "Name the approver; where the performer is accountable too, somebody else has to approve.",
  source: "T4 no access change without approval; product C4 mandatory approvers",
  avoid: { rows: [{ title: "Change firewall rules", approval: { class: "formal" }, cells: { "Network Engineer (provider)": "R A" } }] },
  prefer: {
    rows: [{ title: "Change firewall rules", approval: { class: "formal" }, approvers: ["infrastructure-manager"], cells: { "Network Engineer (provider)": "R A", "Infrastructure Manager (client)": "I" } }],
  },
  checkRow(row, _register, report) {
    const { approval, approvers } = row.activity;
    if (approval?.class !== "formal" || (approvers?.length ?? 0) > 0 || row.unknown.length > 0) return;
    // An accountable role that does not do the work itself is the approver, as most sheets mean it.
    if (row.accountable.some((owner) => !row.responsible.some((performer) => sameHands(performer, owner)))) return;
    report({ message: `${row.title} needs formal approval, and no approver is named${row.accountable.length > 0 ? " beside the performer" : ""}`, field: "approvers" });
  },
} satisfies RowRule;
