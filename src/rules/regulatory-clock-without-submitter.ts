import { sayNames } from "#core/lint/say.ts";
import type { RegisterRule } from "#core/lint/rule.ts";

export default {
  id: "regulatory-clock-without-submitter",
  reads: "register",
  severity: "warning",
  summary: "Nobody is named who submits a notice to a regulator",
  because: "The notice is written by many and sent by nobody; portals want an account that takes days to get.",
  remedy: "Name the role that submits it, and let it open its account now.",
  source: "GDPR 33; PCI DSS 12.10.1; T17 compliance reporting responsibilities clear",
  avoid: { people: { "Ana Ortiz": ["Legal Counsel"] }, matrix: { clocks: [{ id: "dpa", name: "Notice to the data protection authority", kind: "regulatory", anchor: "awareness of a personal data breach", limit: "PT72H", determiner: "legal-counsel" }] } },
  prefer: { people: { "Ana Ortiz": ["Legal Counsel"] }, matrix: { clocks: [{ id: "dpa", name: "Notice to the data protection authority", kind: "regulatory", anchor: "awareness of a personal data breach", limit: "PT72H", determiner: "legal-counsel", submitter: "legal-counsel" }] } },
  checkRegister({ document }, report) {
    const open = (document.clocks ?? []).filter(({ kind, submitter }) => kind === "regulatory" && submitter === undefined);
    const [first] = open;
    if (first !== undefined) report({ message: `nobody is named who submits ${sayNames(open.map(({ name }) => ({ name: `\`${name}\`` })))}`, at: { kind: "clock", id: first.id, field: "submitter" } });
  },
} satisfies RegisterRule;
