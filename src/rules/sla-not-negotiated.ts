import { sayDuration } from "#core/model/measure.ts";
import type { RowRule } from "#core/lint/rule.ts";

export default {
  id: "sla-not-negotiated",
  reads: "row",
  severity: "note",
  summary: "A sample time that nobody has negotiated",
  because: "A number from a template looks like a promise in the signed appendix, though neither side has agreed to it.",
  remedy: "Negotiate the time and mark it as agreed, or remove it.",
  source: "T16: no specific SLA unless negotiated",
  avoid: {
    rows: [{ title: "Triage alerts", sla: [{ measure: "acknowledge", target: "PT15M", negotiated: false }], cells: { "SOC Analyst (provider)": "R", "Security Lead (client)": "A" } }],
  },
  prefer: {
    rows: [{ title: "Triage alerts", sla: [{ measure: "acknowledge", target: "PT15M", negotiated: true }], cells: { "SOC Analyst (provider)": "R", "Security Lead (client)": "A" } }],
  },
  checkRow(row, _register, report) {
    const { sla } = row.activity;
    if (sla === undefined) return;
    let samples = 0;
    for (const promise of sla) if (!promise.negotiated) samples++;
    if (samples === 0) return;
    const sample = sla.find((promise) => !promise.negotiated);
    if (!sample) return;
    const what = samples === 1 ? `the ${sayDuration(sample.target)} of ${row.title} is a sample value` : `the ${samples} times of ${row.title} are sample values`;
    report({ message: `${what} and not negotiated yet`, field: "sla" });
  },
} satisfies RowRule;
