import { behind, humanOf, nameOfPerson } from "#core/lint/callees.ts";
import type { RegisterRule } from "#core/lint/rule.ts";

export default {
  id: "path-of-one-human",
  reads: "register",
  severity: "warning",
  summary: "Every step of a path ends at the same human",
  because: "The backup is the person who did not answer in the first place, under another title.",
  remedy: "Let a step call a second person, or give the post a second holder.",
  source: "T6 critical events: backup contact; semantics: backup is a different human",
  avoid: {
    people: { "Ana Ortiz": ["Security Lead", "Internal IT Manager"] },
    matrix: { escalationPaths: [{ id: "severe", name: "Severe incidents", steps: [{ after: "PT0M", roles: ["security-lead"] }, { after: "PT15M", roles: ["internal-it-manager"] }] }] },
  },
  prefer: {
    people: { "Ana Ortiz": ["Security Lead"], "Ben Okafor": ["Internal IT Manager"] },
    matrix: { escalationPaths: [{ id: "severe", name: "Severe incidents", steps: [{ after: "PT0M", roles: ["security-lead"] }, { after: "PT15M", roles: ["internal-it-manager"] }] }] },
  },
  checkRegister(register, report) {
    for (const path of register.document.escalationPaths ?? []) {
      const roles = [...new Set(path.steps.flatMap((step) => step.roles))];
      const humans = new Set(roles.flatMap((role) => behind(register, role)));
      const [only] = humans;
      // Where it goes on, or somebody else is the last resort, a second human comes later.
      if (only === undefined || humans.size > 1 || path.then !== undefined || (path.lastResort ?? []).some((id) => humanOf(register, id) !== only)) continue;
      report({ message: `\`${path.name}\` calls ${nameOfPerson(register, only)}${roles.length > 1 ? ` in ${roles.length} posts` : ""} and nobody else`, at: { kind: "path", id: path.id, field: "steps" } });
    }
  },
} satisfies RegisterRule;
