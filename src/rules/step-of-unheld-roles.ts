import { behind } from "#core/lint/callees.ts";
import { sayNames } from "#core/lint/say.ts";
import type { RegisterRule } from "#core/lint/rule.ts";

export default {
  id: "step-of-unheld-roles",
  reads: "register",
  severity: "warning",
  summary: "A step of an escalation path calls a post that nobody holds",
  because: "A title does not pick up the phone.",
  remedy: "Name who holds the post, or call another one.",
  source: "T6 real contact; semantics: person, not mailbox",
  avoid: {
    people: { "Ana Ortiz": ["Security Lead"] },
    rows: [{ title: "Contain the incident", cells: { "Business Owner": "A", "Security Lead": "R" } }],
    matrix: { escalationPaths: [{ id: "severe", name: "Severe incidents", steps: [{ after: "PT0M", roles: ["security-lead"] }, { after: "PT15M", roles: ["business-owner"] }] }] },
  },
  prefer: {
    people: { "Ana Ortiz": ["Security Lead"], "Ben Okafor": ["Business Owner"] },
    matrix: { escalationPaths: [{ id: "severe", name: "Severe incidents", steps: [{ after: "PT0M", roles: ["security-lead"] }, { after: "PT15M", roles: ["business-owner"] }] }] },
  },
  checkRegister(register, report) {
    if (!register.hasHolders) return;
    for (const path of register.document.escalationPaths ?? []) {
      const unheld = path.steps.filter(({ roles }) => roles.length > 0 && roles.every((role) => register.roles.has(role) && behind(register, role).length === 0));
      const roles = unheld.flatMap((step) => step.roles.map((role) => ({ name: register.roles.get(role)?.name ?? role })));
      if (roles.length > 0) report({ message: `\`${path.name}\` calls ${sayNames(roles)}, which nobody holds`, at: { kind: "path", id: path.id, field: "steps" } });
    }
  },
} satisfies RegisterRule;
