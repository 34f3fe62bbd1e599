import { sayNames } from "#core/lint/say.ts";
import type { RegisterRule } from "#core/lint/rule.ts";

export default {
  id: "regulatory-clock-without-determiner",
  reads: "register",
  severity: "error",
  summary: "Nobody determines when a regulator's clock starts",
  because: "The limit runs from a fact that somebody has to establish. If nobody does, it has run out before anybody asks.",
  remedy: "Name the role that determines the fact, on the client's side.",
  source: "GDPR 33; 23 NYCRR 500.17(a); T17 compliance reporting responsibilities clear",
  avoid: { people: { "Ana Ortiz": ["Legal Counsel"] }, matrix: { clocks: [{ id: "dpa", name: "Notice to the data protection authority", kind: "regulatory", anchor: "awareness of a personal data breach", limit: "PT72H", submitter: "legal-counsel" }] } },
  prefer: { people: { "Ana Ortiz": ["Legal Counsel"] }, matrix: { clocks: [{ id: "dpa", name: "Notice to the data protection authority", kind: "regulatory", anchor: "awareness of a personal data breach", limit: "PT72H", determiner: "legal-counsel", submitter: "legal-counsel" }] } },
  checkRegister({ document }, report) {
    const open = (document.clocks ?? []).filter(({ kind, determiner }) => kind === "regulatory" && determiner === undefined);
    const [first] = open;
    if (first !== undefined) report({ message: `nobody determines the start of ${sayNames(open.map(({ name }) => ({ name: `\`${name}\`` })))}`, at: { kind: "clock", id: first.id, field: "determiner" } });
  },
} satisfies RegisterRule;
