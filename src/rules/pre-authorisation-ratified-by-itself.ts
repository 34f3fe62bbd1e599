import { behind, nameOfPerson } from "#core/lint/callees.ts";
import { sayNames } from "#core/lint/say.ts";
import type { RegisterRule } from "#core/lint/rule.ts";

export default {
  id: "pre-authorisation-ratified-by-itself",
  reads: "register",
  severity: "error",
  summary: "Whoever acts in an emergency ratifies it as well",
  because: "The only check on an action taken without asking is that somebody else looks at it afterwards.",
  remedy: "Let another post hold the authority, or let others perform.",
  source: "semantics: ratify or reverse by somebody other than the performer; NIST SP 800-53 AC-5",
  avoid: {
    people: { "Ben Okafor": ["SOC Analyst (provider)"] },
    matrix: { preAuthorisations: [{ id: "isolate", verb: "containment.authorise", actions: ["isolate one workstation"], trigger: "malware confirmed", performers: ["soc-analyst"], when: "always", authorityHolder: "soc-analyst" }] },
  },
  prefer: {
    people: { "Ana Ortiz": ["Security Lead"], "Ben Okafor": ["SOC Analyst (provider)"] },
    matrix: { preAuthorisations: [{ id: "isolate", verb: "containment.authorise", actions: ["isolate one workstation"], trigger: "malware confirmed", performers: ["soc-analyst"], when: "always", authorityHolder: "security-lead" }] },
  },
  checkRegister(register, report) {
    for (const { id, actions, performers, authorityHolder } of register.document.preAuthorisations ?? []) {
      const holder = register.roles.get(authorityHolder ?? "");
      if (holder === undefined) continue;
      const acting = new Set(performers.flatMap((role) => behind(register, role)));
      const ratifying = behind(register, holder.id);
      if (!performers.includes(holder.id) && (ratifying.length === 0 || !ratifying.every((human) => acting.has(human)))) continue;
      const who = performers.includes(holder.id) ? holder.name : sayNames(ratifying.map((human) => ({ name: nameOfPerson(register, human) })));
      report({ message: `${who} may ${actions[0] ?? id} without asking, and would ratify it too`, at: { kind: "pre-authorisation", id, field: "authorityHolder" } });
    }
  },
} satisfies RegisterRule;
