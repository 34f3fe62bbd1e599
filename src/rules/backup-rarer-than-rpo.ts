import { roughMinutes, sayDuration } from "#core/model/measure.ts";
import { about, TOPIC } from "#core/lint/topics.ts";
import type { RowRule } from "#core/lint/rule.ts";

export default {
  id: "backup-rarer-than-rpo",
  reads: "row",
  severity: "error",
  summary: "Backups run too rarely for the promised loss of data",
  because: "What was written since the last backup is gone: a daily backup cannot keep a promise of four hours.",
  remedy: "Run the backup more often, or agree a longer recovery point.",
  source: "T15 RPO and RTO",
  avoid: {
    rows: [
      {
        title: "Back up the order database",
        sla: [{ measure: "rpo", target: "PT4H", negotiated: true }],
        cadence: { every: "P1D" },
        cells: { "Backup Engineer (provider)": "R", "Infrastructure Manager (client)": "A" },
      },
    ],
  },
  prefer: {
    rows: [
      {
        title: "Back up the order database",
        sla: [{ measure: "rpo", target: "PT4H", negotiated: true }],
        cadence: { every: "PT2H" },
        cells: { "Backup Engineer (provider)": "R", "Infrastructure Manager (client)": "A" },
      },
    ],
  },
  checkRow(row, _register, report) {
    const { sla, cadence } = row.activity;
    if (sla === undefined || cadence?.every === undefined) return;
    const rpo = sla.find(({ measure }) => measure === "rpo");
    if (!rpo || roughMinutes(cadence.every) <= roughMinutes(rpo.target)) return;
    // The rhythm of a restore test or a review says nothing about how often one saves.
    if (!about(row, TOPIC.backup) || about(row, TOPIC.restoreTest) || about(row, TOPIC.review)) return;
    report({ message: `${row.title} promises to lose at most ${sayDuration(rpo.target)}, but runs only every ${sayDuration(cadence.every).replace(/^1 /, "")}`, field: "cadence" });
  },
} satisfies RowRule;
