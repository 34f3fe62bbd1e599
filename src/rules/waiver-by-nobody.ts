import type { RegisterRule } from "#core/lint/rule.ts";

export default {
  id: "waiver-by-nobody",
  reads: "register",
  severity: "error",
  summary: "A finding is accepted by somebody the matrix does not know",
  because: "To accept a defect on purpose takes a name that answers for it. Without one the defect is merely hidden.",
  remedy: "Name a person of the matrix, or take the waiver out.",
  source: "product D3: waivers with a named accountable person",
  avoid: { matrix: { waivers: [{ id: "w1", rule: "no-accountable", at: { kind: "activity", id: "a1" }, by: "ana-ortiz", reason: "pilot", until: "2027-03-31" }] } },
  prefer: {
    people: { "Ana Ortiz": ["Security Lead"] },
    matrix: { waivers: [{ id: "w1", rule: "no-accountable", at: { kind: "activity", id: "a1" }, by: "ana-ortiz", reason: "pilot", until: "2027-03-31" }] },
  },
  checkRegister({ document, people }, report) {
    for (const { id, by, rule } of document.waivers ?? [])
      if (!people.has(by)) report({ message: `\`${by}\` accepted a finding of \`${rule}\`, but is not a person of this matrix`, at: { kind: "waiver", id, field: "by" } });
  },
} satisfies RegisterRule;
