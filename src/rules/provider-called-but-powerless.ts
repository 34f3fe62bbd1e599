import { casesOf } from "#core/lint/callees.ts";
import { sayNames } from "#core/lint/say.ts";
import type { RegisterRule } from "#core/lint/rule.ts";
import type { Verb } from "#core/model/decision.ts";
import { VERB_WORDS } from "#core/model/verb-words.ts";

const ACTS: readonly Verb[] = ["containment.authorise", "change.emergency.authorise"];

export default {
  id: "provider-called-but-powerless",
  reads: "register",
  severity: "warning",
  summary: "The provider is called first, and may never act",
  because: "Whoever is awake has no right and nothing in advance; whoever has the right sleeps. The attack goes on meanwhile.",
  remedy: "Give the provider a limited right, or pre-authorise small reversible actions under conditions.",
  source: "T6 when the provider may act at once; T17 emergency response authority documented",
  avoid: {
    people: { "Ana Ortiz": ["Security Lead"], "Ben Okafor": ["SOC Analyst (provider)"] },
    matrix: {
      events: [{ id: "malware", name: "Malware", verbs: ["containment.authorise"] }],
      severities: [{ id: "s1", name: "S1 critical", rank: 1 }],
      escalationPaths: [{ id: "all", name: "All incidents", steps: [{ after: "PT0M", roles: ["soc-analyst"] }, { after: "PT30M", roles: ["security-lead"] }] }],
      decisionRights: [{ id: "contain", verb: "containment.authorise", role: "security-lead" }],
    },
  },
  prefer: {
    people: { "Ana Ortiz": ["Security Lead"], "Ben Okafor": ["SOC Analyst (provider)"] },
    matrix: {
      events: [{ id: "malware", name: "Malware", verbs: ["containment.authorise"] }],
      severities: [{ id: "s1", name: "S1 critical", rank: 1 }],
      escalationPaths: [{ id: "all", name: "All incidents", steps: [{ after: "PT0M", roles: ["soc-analyst"] }, { after: "PT30M", roles: ["security-lead"] }] }],
      decisionRights: [{ id: "contain", verb: "containment.authorise", role: "security-lead" }],
      preAuthorisations: [{ id: "isolate", verb: "containment.authorise", actions: ["isolate one workstation"], trigger: "malware confirmed", performers: ["soc-analyst"], when: "after-all-tried", triedFor: "PT15M" }],
    },
  },
  checkRegister(register, report) {
    const { decisionRights = [], preAuthorisations = [], events = [] } = register.document;
    const provider = (role: string | undefined) => register.roles.get(role ?? "")?.side === "provider";
    // Without any right the whole question is open, which is said once elsewhere.
    if (decisionRights.length === 0) return;
    const first = casesOf(register).filter(({ path }) => path?.steps[0]?.roles.length && path.steps[0].roles.every(provider)).map(({ event }) => event);
    for (const verb of ACTS) {
      const asked = events.filter((event) => event.verbs?.includes(verb) === true && first.includes(event));
      if (asked.length === 0) continue;
      const may = decisionRights.some((right) => right.verb === verb && right.deny !== true && (provider(right.role) || register.parties.get(register.people.get(right.person ?? "")?.party ?? "")?.kind === "provider"));
      if (may || preAuthorisations.some((grant) => grant.verb === verb && grant.performers.some(provider))) continue;
      // An emergency change has a line of its own in most contracts; containment is what cannot wait.
      if (verb === "change.emergency.authorise" && decisionRights.some((right) => right.verb === verb)) continue;
      report({ message: `the provider is called first for ${sayNames(asked.map(({ name }) => ({ name: `\`${name}\`` })))}, may not ${VERB_WORDS[verb]}, and nothing is pre-authorised` });
    }
  },
} satisfies RegisterRule;
