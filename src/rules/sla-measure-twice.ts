import { sayDuration } from "#core/model/measure.ts";
import type { RowRule } from "#core/lint/rule.ts";

export default {
  id: "sla-measure-twice",
  reads: "row",
  severity: "error",
  summary: "Two different times for the same thing",
  because: "The client will hold the provider to the shorter time, and the provider will report against the longer one.",
  remedy: "Keep one time, or write beside each for which severity or hours it holds.",
  source: "product C7; T16",
  avoid: {
    rows: [
      {
        title: "Respond to alerts",
        sla: [{ measure: "respond", target: "PT1H", negotiated: true }, { measure: "respond", target: "PT4H", negotiated: true }],
        cells: { "SOC Analyst (provider)": "R", "Security Lead (client)": "A" },
      },
    ],
  },
  prefer: {
    rows: [
      {
        title: "Respond to alerts",
        sla: [{ measure: "respond", target: "PT1H", negotiated: true, note: "severity 1" }, { measure: "respond", target: "PT4H", negotiated: true, note: "severity 2" }],
        cells: { "SOC Analyst (provider)": "R", "Security Lead (client)": "A" },
      },
    ],
  },
  checkRow(row, _register, report) {
    const { sla } = row.activity;
    if (sla === undefined || sla.length < 2) return;
    for (const [index, one] of sla.entries()) {
      const other = sla.slice(0, index).find((s) => s.measure === one.measure && s.calendar === one.calendar && s.note === one.note && s.target !== one.target);
      if (other)
        return report({ message: `${row.title} promises both ${sayDuration(other.target)} and ${sayDuration(one.target)} for the same thing (${one.measure.replace("-", " ")})`, field: "sla" });
    }
  },
} satisfies RowRule;
