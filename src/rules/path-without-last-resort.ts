import { sayNames } from "#core/lint/say.ts";
import type { RegisterRule } from "#core/lint/rule.ts";

export default {
  id: "path-without-last-resort",
  reads: "register",
  severity: "warning",
  summary: "An escalation path ends without a last resort",
  because: "When the last step does not answer either, the call ends in silence, and everybody believes somebody else has it.",
  remedy: "Name a person of each party who is called again and again until somebody decides.",
  source: "semantics: end of path; T6 backup contact",
  avoid: { people: { "Ana Ortiz": ["Security Lead"] }, matrix: { escalationPaths: [{ id: "severe", name: "Severe incidents", steps: [{ after: "PT0M", roles: ["security-lead"] }] }] } },
  prefer: {
    people: { "Ana Ortiz": ["Security Lead"], "Ben Okafor": ["Service Delivery Manager (provider)"], "Cleo Marsh": ["Executive Sponsor"] },
    matrix: { escalationPaths: [{ id: "severe", name: "Severe incidents", steps: [{ after: "PT0M", roles: ["security-lead"] }], lastResort: ["cleo-marsh", "ben-okafor"] }] },
  },
  checkRegister({ document, people }, report) {
    // A template knows posts and no people yet.
    if (people.size === 0) return;
    const open = (document.escalationPaths ?? []).filter(({ lastResort, then }) => (lastResort?.length ?? 0) === 0 && then === undefined);
    const [first] = open;
    if (first === undefined) return;
    const names = sayNames(open.map(({ name }) => ({ name: `\`${name}\`` })));
    report({ message: `${names} ${open.length === 1 ? "ends" : "end"} without a last resort`, at: { kind: "path", id: first.id, field: "lastResort" } });
  },
} satisfies RegisterRule;
