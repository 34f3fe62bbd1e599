import { sayNames } from "#core/lint/say.ts";
import type { RegisterRule } from "#core/lint/rule.ts";
import type { Verb } from "#core/model/decision.ts";
import { VERB_WORDS } from "#core/model/verb-words.ts";

/** What stops a business when it is decided wrongly. */
const GOVERNED: readonly Verb[] = ["containment.authorise", "change.emergency.authorise", "change.normal.approve"];

export default {
  id: "provider-decides-alone",
  reads: "register",
  severity: "warning",
  summary: "Only the provider may contain or change, without limit and without the client",
  because: "The provider takes a plant off the network, and nobody who answers for the plant had a say.",
  remedy: "Give the client a right of its own beside the provider's, or limit the provider's right: what, how long, reversible only.",
  source: "T6 when internal approval is required; T17 who authorizes containment",
  avoid: { people: { "Ana Ortiz": ["Security Lead"], "Ben Okafor": ["Incident Manager (provider)"] }, matrix: { decisionRights: [{ id: "contain", verb: "containment.authorise", role: "incident-manager" }] } },
  prefer: {
    people: { "Ana Ortiz": ["Security Lead"], "Ben Okafor": ["Incident Manager (provider)"] },
    matrix: { decisionRights: [{ id: "contain", verb: "containment.authorise", role: "security-lead" }, { id: "contain-small", verb: "containment.authorise", role: "incident-manager", limits: { reversibleOnly: true } }] },
  },
  checkRegister({ document, roles, hasClient }, report) {
    if (!hasClient) return;
    const rights = (document.decisionRights ?? []).filter(({ deny }) => deny !== true);
    for (const verb of GOVERNED) {
      const given = rights.filter((right) => right.verb === verb);
      const held = given.flatMap(({ role }) => roles.get(role ?? "") ?? []);
      const [first] = given;
      if (first === undefined || held.length !== given.length || held.some(({ side }) => side !== "provider")) continue;
      if (given.every(({ limits, scope, mode }) => limits !== undefined || (scope?.length ?? 0) > 0 || mode === "one-per-party")) continue;
      report({ message: `only ${sayNames(held)} of the provider's side may ${VERB_WORDS[verb]}, without limit`, at: { kind: "decision-right", id: first.id } });
    }
  },
} satisfies RegisterRule;
