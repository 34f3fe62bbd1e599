import { behind } from "#core/lint/callees.ts";
import { VERB_WORDS } from "#core/model/verb-words.ts";
import type { RegisterRule } from "#core/lint/rule.ts";

export default {
  id: "right-of-nobody",
  reads: "register",
  severity: "error",
  summary: "A decision right belongs to nobody",
  because: "It is written that the thing may be decided, and there is no human who may.",
  remedy: "Give the right to a role somebody holds.",
  source: "T6 containment decision; semantics: a grant has a holder",
  avoid: { people: { "Ana Ortiz": ["Security Lead"] }, matrix: { decisionRights: [{ id: "contain", verb: "containment.authorise" }] } },
  prefer: { people: { "Ana Ortiz": ["Security Lead"] }, matrix: { decisionRights: [{ id: "contain", verb: "containment.authorise", role: "security-lead" }] } },
  checkRegister(register, report) {
    for (const { id, verb, role, person, deny } of register.document.decisionRights ?? []) {
      if (person !== undefined || deny === true) continue;
      if (role === undefined) report({ message: `the right to ${VERB_WORDS[verb]} names neither a role nor a person`, at: { kind: "decision-right", id } });
      else if (register.hasHolders && register.roles.has(role) && behind(register, role).length === 0)
        report({ message: `${register.roles.get(role)?.name ?? role} may ${VERB_WORDS[verb]}, and nobody holds that post`, at: { kind: "decision-right", id, field: "role" } });
    }
  },
} satisfies RegisterRule;
