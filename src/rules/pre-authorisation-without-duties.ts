import type { RegisterRule } from "#core/lint/rule.ts";

const USUAL = { tellWithin: "PT15M", recordWithin: "PT4H", ratifyWithin: "PT24H" } as const;
const FIELDS = ["tellWithin", "recordWithin", "ratifyWithin"] as const;
const SAYS = { tellWithin: "tells", recordWithin: "records it", ratifyWithin: "has it ratified" };

export default {
  id: "pre-authorisation-without-duties",
  reads: "register",
  severity: "warning",
  summary: "Acting in an emergency has no deadline for telling, recording or ratifying",
  because: "An emergency action that nobody looks at afterwards becomes the usual way of working.",
  remedy: "Agree within which time the authority holder is told, the facts are recorded, and somebody else ratifies or reverses it.",
  source: "T6 how the action is documented afterwards; semantics: obligations",
  avoid: {
    people: { "Ana Ortiz": ["Security Lead"], "Ben Okafor": ["SOC Analyst (provider)"] },
    matrix: { preAuthorisations: [{ id: "isolate", verb: "containment.authorise", actions: ["isolate one workstation"], trigger: "malware confirmed", performers: ["soc-analyst"], when: "always", authorityHolder: "security-lead", tellWithin: "PT15M" }] },
  },
  prefer: {
    people: { "Ana Ortiz": ["Security Lead"], "Ben Okafor": ["SOC Analyst (provider)"] },
    matrix: { preAuthorisations: [{ id: "isolate", verb: "containment.authorise", actions: ["isolate one workstation"], trigger: "malware confirmed", performers: ["soc-analyst"], when: "always", authorityHolder: "security-lead", ...USUAL }] },
  },
  checkRegister({ document }, report) {
    for (const grant of document.preAuthorisations ?? []) {
      const open = FIELDS.filter((field) => grant[field] === undefined);
      if (open.length === 0) continue;
      report({
        message: `nothing says within which time whoever may ${grant.actions[0] ?? grant.id} ${open.map((field) => SAYS[field]).join(", ").replace(/, ([^,]*)$/, " and $1")}`,
        at: { kind: "pre-authorisation", id: grant.id },
        fix: { label: "Write down the times that are taken: 15 min, 4 h, 24 h", edits: open.map((field) => ({ do: "set", at: { kind: "pre-authorisation", id: grant.id }, field, value: USUAL[field] })) },
      });
    }
  },
} satisfies RegisterRule;
