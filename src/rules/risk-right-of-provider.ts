import { VERB_WORDS } from "#core/model/verb-words.ts";
import type { RegisterRule } from "#core/lint/rule.ts";

export default {
  id: "risk-right-of-provider",
  reads: "register",
  severity: "error",
  summary: "The provider has the right to accept the client's risks",
  because: "Who accepts a risk has to bear it. The provider recommends; the loss is the client's.",
  remedy: "Give the right to a business owner of the client; the provider is consulted.",
  source: "T5 risk acceptance decisions, decisions the business keeps",
  avoid: { people: { "Ana Ortiz": ["Business Owner"], "Ben Okafor": ["Service Delivery Manager (provider)"] }, matrix: { decisionRights: [{ id: "risk", verb: "risk.accept", role: "service-delivery-manager" }] } },
  prefer: { people: { "Ana Ortiz": ["Business Owner"], "Ben Okafor": ["Service Delivery Manager (provider)"] }, matrix: { decisionRights: [{ id: "risk", verb: "risk.accept", role: "business-owner" }] } },
  checkRegister(register, report) {
    if (!register.hasClient) return;
    for (const { id, verb, role, deny, party } of register.document.decisionRights ?? []) {
      // A right for the provider's own matters is its own business.
      const held = register.roles.get(role ?? "");
      if (deny === true || (verb !== "risk.accept" && verb !== "exception.approve") || held?.side !== "provider" || party === held.party) continue;
      report({ message: `${held.name} of the provider's side may ${VERB_WORDS[verb]} for the client`, at: { kind: "decision-right", id, field: "role" } });
    }
  },
} satisfies RegisterRule;
