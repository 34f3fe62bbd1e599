import { sayActivities } from "#core/lint/say.ts";
import { sayDuration } from "#core/model/measure.ts";
import type { RowRule } from "#core/lint/rule.ts";

export default {
  id: "sla-not-negotiated",
  reads: "row",
  severity: "note",
  summary: "A time that nobody has marked as negotiated",
  because: "In the signed appendix every number looks like a promise. One of these may be a sample, or one side's wish.",
  remedy: "Agree on the time with the other side and mark it as negotiated, or remove it.",
  source: "T16: no specific SLA unless negotiated",
  avoid: {
    rows: [{ title: "Triage alerts", sla: [{ measure: "acknowledge", target: "PT15M", negotiated: false }], cells: { "SOC Analyst (provider)": "R", "Security Lead (client)": "A" } }],
  },
  prefer: {
    rows: [{ title: "Triage alerts", sla: [{ measure: "acknowledge", target: "PT15M", negotiated: true }], cells: { "SOC Analyst (provider)": "R", "Security Lead (client)": "A" } }],
  },
  column: {
    used: (row) => row.activity.sla?.some(({ negotiated }) => negotiated) ?? false,
    message: (rows) => `none of the times in ${sayActivities(rows)} is marked as negotiated between the two sides`,
  },
  checkRow(row, _register, report) {
    const { sla } = row.activity;
    if (sla === undefined) return;
    let samples = 0;
    for (const promise of sla) if (!promise.negotiated) samples++;
    if (samples === 0) return;
    const sample = sla.find((promise) => !promise.negotiated);
    if (!sample) return;
    const what = samples === 1 ? `the ${sayDuration(sample.target)} of ${row.title} is` : `${samples} times of ${row.title} are`;
    report({ message: `${what} not marked as negotiated between the two sides`, field: "sla" });
  },
} satisfies RowRule;
