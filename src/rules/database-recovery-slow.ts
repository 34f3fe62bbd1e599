import { roughMinutes, sayDuration } from "#core/model/measure.ts";
import type { RowRule } from "#core/lint/rule.ts";

const CORE = /\bdatabases?\b|\bcore (?:systems?|banking|applications?)\b|\berp\b/;

export default {
  id: "database-recovery-slow",
  reads: "row",
  severity: "note",
  summary: "A core database may lose more, or stand still longer, than is usual",
  because: "Half a day of lost orders cannot be typed in again; a business that may live with that should say so on purpose.",
  remedy: "Confirm the target with the business owner, or agree a shorter one.",
  source: "T15 sample thresholds: core databases RPO under 4 h, RTO under 6 h",
  avoid: {
    rows: [
      {
        title: "Restore the core database",
        criticality: "critical",
        sla: [{ measure: "rpo", target: "P1D", negotiated: true }],
        cells: { "Backup Engineer (provider)": "R", "Infrastructure Manager (client)": "A" },
      },
    ],
  },
  prefer: {
    rows: [
      {
        title: "Restore the core database",
        criticality: "critical",
        sla: [{ measure: "rpo", target: "PT4H", negotiated: true }, { measure: "rto", target: "PT6H", negotiated: true }],
        cells: { "Backup Engineer (provider)": "R", "Infrastructure Manager (client)": "A" },
      },
    ],
  },
  checkRow(row, _register, report) {
    const { sla } = row.activity;
    if (sla === undefined || !CORE.test(row.words) || !(row.important || /\bcore\b|\bhigh availability\b/.test(row.words))) return;
    for (const { measure, target } of sla) {
      const limit = measure === "rpo" ? 240 : measure === "rto" || measure === "restore" ? 360 : Number.POSITIVE_INFINITY;
      if (roughMinutes(target) <= limit) continue;
      const what = measure === "rpo" ? `may lose ${sayDuration(target)} of data` : `may stand still for ${sayDuration(target)}`;
      return report({ message: `under ${row.title} the business ${what}; for a core database ${limit / 60} h is usual`, field: "sla" });
    }
  },
} satisfies RowRule;
