import { roughMinutes } from "#core/model/measure.ts";
import type { RowRule } from "#core/lint/rule.ts";

export default {
  id: "sla-without-hours",
  reads: "row",
  severity: "note",
  summary: "A time that does not say in which hours it counts",
  because: "Four hours from Friday at six may mean Friday at ten or Monday at noon; the two sides will read it differently.",
  remedy: "Say whether the time counts around the clock or in business hours.",
  source: "product C7: 24x7 or business hours",
  avoid: { rows: [{ title: "Triage alerts", sla: [{ measure: "respond", target: "PT4H", negotiated: true }], cells: { "SOC Analyst (provider)": "R", "Security Lead (client)": "A" } }] },
  prefer: {
    rows: [
      { title: "Triage alerts", sla: [{ measure: "respond", target: "PT4H", calendar: "always", negotiated: true }], cells: { "SOC Analyst (provider)": "R", "Security Lead (client)": "A" } },
    ],
    matrix: { calendars: [{ id: "always", name: "24x7", always: true }] },
  },
  column: {
    used: (row) => row.activity.sla?.some(({ calendar }) => calendar !== undefined) ?? false,
    message: (rows) => `${rows === 1 ? "one row promises a time" : `${rows} rows promise times`}, and none says in which hours it counts`,
    least: 2,
  },
  checkRow(row, _register, report) {
    const { sla } = row.activity;
    if (sla === undefined || AROUND.test(row.words)) return;
    for (const { measure, target, calendar, note } of sla) {
      // A recovery point is an age, not a waiting time; beyond three days the hours hardly matter.
      if (calendar !== undefined || measure === "rpo" || (!target.startsWith("PT") && roughMinutes(target) > 3 * 1440)) continue;
      if (note !== undefined && HOURS.test(note)) continue;
      return report({ message: `${row.title} promises a time, but not in which hours it counts`, field: "sla" });
    }
  },
} satisfies RowRule;

const AROUND = /24\s?[x/×]\s?7|around the clock/;
const HOURS = /24\s?[x/×]\s?7|business|working|around the clock|office hours/i;
