import type { RegisterRule } from "#core/lint/rule.ts";

export default {
  id: "waiver-expired",
  reads: "register",
  severity: "note",
  summary: "A finding was accepted until a day that has passed",
  because: "What was to hold for a while has become a habit. The finding counts again.",
  remedy: "Mend the finding, or let the accountable person accept it anew with a reason and a day.",
  source: "product D3: waivers with expiry",
  avoid: {
    people: { "Ana Ortiz": ["Security Lead"] },
    matrix: { waivers: [{ id: "w1", rule: "no-accountable", at: { kind: "activity", id: "a1" }, by: "ana-ortiz", reason: "pilot", until: "2025-03-31" }] },
  },
  prefer: {
    people: { "Ana Ortiz": ["Security Lead"] },
    matrix: { waivers: [{ id: "w1", rule: "no-accountable", at: { kind: "activity", id: "a1" }, by: "ana-ortiz", reason: "pilot", until: "2030-03-31" }] },
  },
  checkRegister({ document, people, today }, report) {
    for (const { id, by, rule, until } of document.waivers ?? [])
      if (until < today) report({ message: `what ${people.get(by)?.name ?? `\`${by}\``} accepted of \`${rule}\` ended on ${until}`, at: { kind: "waiver", id, field: "until" } });
  },
} satisfies RegisterRule;
