import type { RegisterRule } from "#core/lint/rule.ts";

export default {
  id: "step-without-roles",
  reads: "register",
  severity: "error",
  summary: "A step of an escalation path calls no role",
  because: "The step is passed over, and the path is shorter than everybody believes.",
  remedy: "Name the role the step calls, or take the step out.",
  source: "T6 real contact and backup contact; semantics: empty step",
  avoid: { people: { "Ana Ortiz": ["Security Lead"] }, matrix: { escalationPaths: [{ id: "severe", name: "Severe incidents", steps: [{ after: "PT0M", roles: ["security-lead"] }, { after: "PT15M", roles: [] }] }] } },
  prefer: { people: { "Ana Ortiz": ["Security Lead"] }, matrix: { escalationPaths: [{ id: "severe", name: "Severe incidents", steps: [{ after: "PT0M", roles: ["security-lead"] }] }] } },
  checkRegister({ document }, report) {
    for (const path of document.escalationPaths ?? []) {
      const empty = path.steps.flatMap(({ roles }, i) => (roles.length === 0 ? [i + 1] : []));
      const message = path.steps.length === 0 ? `\`${path.name}\` has no step at all` : `${empty.length === 1 ? `step ${empty[0]} of` : `steps ${empty.join(", ")} of`} \`${path.name}\` ${empty.length === 1 ? "calls" : "call"} nobody`;
      if (empty.length > 0 || path.steps.length === 0) report({ message, at: { kind: "path", id: path.id, field: "steps" } });
    }
  },
} satisfies RegisterRule;
