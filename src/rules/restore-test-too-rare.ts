import { roughMinutes, sayDuration } from "#core/model/measure.ts";
import { about, TOPIC } from "#core/lint/topics.ts";
import type { RowRule } from "#core/lint/rule.ts";

const RARE = /\b(?:quarterly|semi-?annual(?:ly)?|half-?yearly|annual(?:ly)?|yearly|once a year)\b/;

export default {
  id: "restore-test-too-rare",
  reads: "row",
  severity: "warning",
  summary: "Restores are tested less often than once a month",
  because: "Between two tests the backup may be broken without a sign, and that is how many weeks of data are at stake.",
  remedy: "Test a restore at least once a month; a sample of the data is enough.",
  source: "T15 restore verification monthly; T16 monthly restore tests",
  avoid: { rows: [{ title: "Test a restore", cadence: { every: "P6M" }, cells: { "Backup Engineer (provider)": "R", "Infrastructure Manager (client)": "A" } }] },
  prefer: { rows: [{ title: "Test a restore", cadence: { every: "P1M" }, cells: { "Backup Engineer (provider)": "R", "Infrastructure Manager (client)": "A" } }] },
  checkRow(row, _register, report) {
    const every = row.activity.cadence?.every;
    if (every === undefined ? !RARE.test(row.words) : roughMinutes(every) <= 31 * 1440) return;
    // A whole disaster recovery exercise once a year is normal; a restore of files is a smaller thing.
    if (!about(row, TOPIC.restoreTest) || !/\brestor|\bback[- ]?up|\brecovery test|\btest\w* (?:a |the )?recovery/.test(row.words)) return;
    if (/\bdisaster\b|\bbc\/?dr\b|\bdr\b|\bcontinuity\b|\bfailover\b/.test(row.words)) return;
    report({ message: `${row.title} happens ${every === undefined ? "less often than once a month" : `only every ${sayDuration(every).replace(/^1 /, "")}`}; monthly is usual`, field: "cadence" });
  },
} satisfies RowRule;
