import { sayNames } from "#core/lint/say.ts";
import type { RegisterRule } from "#core/lint/rule.ts";

export default {
  id: "severity-without-targets",
  reads: "register",
  severity: "note",
  summary: "A severity sets no time to answer or to decide",
  because: "Any step of the path is then in time, however late, and nobody can say that it took too long.",
  remedy: "Agree within which time somebody takes charge and somebody entitled is reached.",
  source: "T6 response expectation; T16 SLAs for detection and containment",
  avoid: { people: { "Ana Ortiz": ["Security Lead"] }, matrix: { severities: [{ id: "s1", name: "S1 critical", rank: 1, criteria: "The plant stands still" }], escalationPaths: [{ id: "all", name: "All incidents", steps: [{ after: "PT0M", roles: ["security-lead"] }] }] } },
  prefer: {
    people: { "Ana Ortiz": ["Security Lead"] },
    matrix: {
      severities: [{ id: "s1", name: "S1 critical", rank: 1, criteria: "The plant stands still", acknowledgeWithin: "PT15M", decideWithin: "PT1H" }],
      escalationPaths: [{ id: "all", name: "All incidents", steps: [{ after: "PT0M", roles: ["security-lead"] }] }],
    },
  },
  checkRegister({ document }, report) {
    if ((document.escalationPaths?.length ?? 0) === 0) return;
    const open = (document.severities ?? []).filter(({ acknowledgeWithin, decideWithin }) => acknowledgeWithin === undefined || decideWithin === undefined);
    const [first] = open;
    if (first === undefined) return;
    const lacks = open.every(({ acknowledgeWithin }) => acknowledgeWithin !== undefined) ? "to decide" : open.every(({ decideWithin }) => decideWithin !== undefined) ? "to take charge" : "to take charge or to decide";
    report({ message: `no time ${lacks} is set for ${sayNames(open.map(({ name }) => ({ name: `\`${name}\`` })))}`, at: { kind: "severity", id: first.id } });
  },
} satisfies RegisterRule;
