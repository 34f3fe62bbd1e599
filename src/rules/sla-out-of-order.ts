import { roughMinutes, sayDuration } from "#core/model/measure.ts";
import type { RowRule } from "#core/lint/rule.ts";

const ORDER = ["acknowledge", "respond", "contain", "restore"] as const;

export default {
  id: "sla-out-of-order",
  reads: "row",
  severity: "warning",
  summary: "The later step is promised sooner than the earlier one",
  because: "A time to acknowledge that is longer than the time to respond cannot both be meant; one of them is a typing mistake.",
  remedy: "Correct the two times so that acknowledging comes before responding, and responding before containing.",
  source: "product C7",
  avoid: {
    rows: [
      {
        title: "Respond to alerts",
        sla: [{ measure: "acknowledge", target: "PT4H", negotiated: true }, { measure: "respond", target: "PT30M", negotiated: true }],
        cells: { "SOC Analyst (provider)": "R", "Security Lead (client)": "A" },
      },
    ],
  },
  prefer: {
    rows: [
      {
        title: "Respond to alerts",
        sla: [{ measure: "acknowledge", target: "PT30M", negotiated: true }, { measure: "respond", target: "PT4H", negotiated: true }],
        cells: { "SOC Analyst (provider)": "R", "Security Lead (client)": "A" },
      },
    ],
  },
  checkRow(row, _register, report) {
    const { sla } = row.activity;
    if (sla === undefined || sla.length < 2) return;
    for (const early of sla) {
      const place = ORDER.indexOf(early.measure as "respond");
      if (place < 0) continue;
      for (const late of sla) {
        // Times for different severities or hours are not compared.
        if (ORDER.indexOf(late.measure as "respond") <= place || late.calendar !== early.calendar || late.note !== early.note) continue;
        if (roughMinutes(early.target) > roughMinutes(late.target))
          return report({
            message: `${row.title} has ${sayDuration(early.target)} to ${early.measure}, but only ${sayDuration(late.target)} to ${late.measure}`,
            field: "sla",
          });
      }
    }
  },
} satisfies RowRule;
