import { sayNames } from "#core/lint/say.ts";
import type { RowRule } from "#core/lint/rule.ts";

export default {
  id: "two-accountable",
  reads: "row",
  severity: "error",
  summary: "More than one role is accountable",
  because: "Two who answer for one result each wait for the other, and when it goes wrong each points at the other.",
  remedy: "Leave the A with the one who decides when opinions differ; make the others consulted.",
  source: "product C1; T2: A owns the final result, exactly one",
  avoid: { rows: [{ title: "Approve the annual audit plan", cells: { "Compliance Officer": "A", "Security Lead": "A", "Internal Auditor": "R" } }] },
  prefer: { rows: [{ title: "Approve the annual audit plan", cells: { "Compliance Officer": "A", "Security Lead": "C", "Internal Auditor": "R" } }] },
  checkRow(row, _register, report) {
    if (row.accountable.length < 2) return;
    const roles = [...new Set(row.accountable)];
    if (roles.length < 2) return;
    // Each accountable under a condition of its own: somebody else's business, the cases may well be apart.
    const conditional = row.conditional.filter((assignment) => assignment.letter === "A" && CASE.test(assignment.condition ?? ""));
    if (conditional.length >= roles.length) return;
    report({ message: `${sayNames(roles, 6)} are ${roles.length === 2 ? "both" : "all"} accountable for ${row.title}`, field: "assignments" });
  },
} satisfies RowRule;

const CASE = /^(if|when|unless|for|during|outside|until|after)\b|\bsev(erity)?\.? ?[1-5]|\bonly\b/i;
