import type { RegisterRule } from "#core/lint/rule.ts";
import { lengthOf } from "#core/time/duration.ts";

export default {
  id: "path-steps-out-of-order",
  reads: "register",
  severity: "warning",
  summary: "A later step of a path begins before an earlier one",
  because: "Whoever works through the list from the top calls in another order than the times say.",
  remedy: "Order the steps by their times, or correct the times.",
  source: "semantics: ordered steps, offset from start",
  avoid: { people: { "Ana Ortiz": ["Security Lead"], "Ben Okafor": ["Business Owner"] }, matrix: { escalationPaths: [{ id: "severe", name: "Severe incidents", steps: [{ after: "PT30M", roles: ["security-lead"] }, { after: "PT10M", roles: ["business-owner"] }] }] } },
  prefer: { people: { "Ana Ortiz": ["Security Lead"], "Ben Okafor": ["Business Owner"] }, matrix: { escalationPaths: [{ id: "severe", name: "Severe incidents", steps: [{ after: "PT0M", roles: ["security-lead"] }, { after: "PT30M", roles: ["business-owner"] }] }] } },
  checkRegister({ document }, report) {
    for (const path of document.escalationPaths ?? []) {
      const at = path.steps.findIndex(({ after }, i) => i > 0 && lengthOf(after) < lengthOf(path.steps[i - 1]?.after ?? "PT0M"));
      if (at > 0) report({ message: `step ${at + 1} of \`${path.name}\` begins before step ${at}`, at: { kind: "path", id: path.id, field: "steps" } });
    }
  },
} satisfies RegisterRule;
