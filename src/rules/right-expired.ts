import { VERB_WORDS } from "#core/model/verb-words.ts";
import type { RegisterRule } from "#core/lint/rule.ts";

export default {
  id: "right-expired",
  reads: "register",
  severity: "warning",
  summary: "A decision right has ended and is still listed",
  because: "Somebody reads the list at night, acts on the line, and had no authority.",
  remedy: "Renew the right, or take it out.",
  source: "semantics: no expired object in use",
  avoid: { people: { "Ana Ortiz": ["Security Lead"] }, matrix: { decisionRights: [{ id: "contain", verb: "containment.authorise", role: "security-lead", until: "2026-06-30" }] } },
  prefer: { people: { "Ana Ortiz": ["Security Lead"] }, matrix: { decisionRights: [{ id: "contain", verb: "containment.authorise", role: "security-lead", until: "2027-06-30" }] } },
  checkRegister({ document, roles, people, today }, report) {
    for (const { id, verb, role, person, until } of document.decisionRights ?? []) {
      if (until === undefined || until >= today) continue;
      const whose = roles.get(role ?? "")?.name ?? people.get(person ?? "")?.name ?? "somebody";
      report({
        message: `the right of ${whose} to ${VERB_WORDS[verb]} ended on ${until} and is still listed`,
        at: { kind: "decision-right", id, field: "until" },
        fix: { label: "Take the ended right out", edits: [{ do: "remove", kind: "decision-right", id }] },
      });
    }
  },
} satisfies RegisterRule;
