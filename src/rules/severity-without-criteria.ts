import { sayNames } from "#core/lint/say.ts";
import type { RegisterRule } from "#core/lint/rule.ts";

export default {
  id: "severity-without-criteria",
  reads: "register",
  severity: "warning",
  summary: "Nothing says what makes an incident so severe",
  because: "Two people grade the same incident differently, and the argument costs the minutes the grade was meant to save.",
  remedy: "Write by what effect on the business the grade is recognised. In doubt the higher one holds.",
  source: "T17 severity classification guidelines exist; NIST SP 800-61r2 3.2.6",
  avoid: { matrix: { severities: [{ id: "s1", name: "S1 critical", rank: 1 }] } },
  prefer: { matrix: { severities: [{ id: "s1", name: "S1 critical", rank: 1, criteria: "A business-critical service is down" }] } },
  checkRegister({ document }, report) {
    const open = (document.severities ?? []).filter(({ criteria }) => criteria === undefined || criteria.trim() === "");
    const [first] = open;
    if (first !== undefined) report({ message: `${sayNames(open.map(({ name }) => ({ name: `\`${name}\`` })))} ${open.length === 1 ? "has" : "have"} no criteria`, at: { kind: "severity", id: first.id, field: "criteria" } });
  },
} satisfies RegisterRule;
