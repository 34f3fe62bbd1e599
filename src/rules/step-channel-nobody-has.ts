import { behind, waysTo } from "#core/lint/callees.ts";
import type { RegisterRule } from "#core/lint/rule.ts";

export default {
  id: "step-channel-nobody-has",
  reads: "register",
  severity: "warning",
  summary: "A step uses channels that nobody it calls has",
  because: "The step reaches nobody, though people stand for it and numbers are known.",
  remedy: "Let the step use a channel these people have, or add the channel to their contacts.",
  source: "T6 first notification; semantics: escalation path",
  avoid: {
    people: { "Ana Ortiz": ["Security Lead"] },
    matrix: {
      escalationPaths: [{ id: "other", name: "Everything else", steps: [{ after: "PT0M", roles: ["security-lead"], channels: ["chat"] }] }],
      directory: { contacts: [{ id: "c1", person: "ana-ortiz", kind: "voice", value: "+1 555 0100" }] },
    },
  },
  prefer: {
    people: { "Ana Ortiz": ["Security Lead"] },
    matrix: {
      escalationPaths: [{ id: "other", name: "Everything else", steps: [{ after: "PT0M", roles: ["security-lead"], channels: ["chat", "voice"] }] }],
      directory: { contacts: [{ id: "c1", person: "ana-ortiz", kind: "voice", value: "+1 555 0100" }] },
    },
  },
  checkRegister(register, report) {
    for (const path of register.document.escalationPaths ?? [])
      path.steps.forEach(({ roles, channels }, i) => {
        if (channels === undefined || channels.length === 0) return;
        const ways = roles.flatMap((role) => behind(register, role)).flatMap((human) => waysTo(register, human));
        if (ways.length === 0 || ways.some(({ kind }) => channels.includes(kind))) return;
        report({ message: `step ${i + 1} of \`${path.name}\` uses ${channels.join(" and ")}, which nobody it calls has`, at: { kind: "path", id: path.id, field: "steps" } });
      });
  },
} satisfies RegisterRule;
