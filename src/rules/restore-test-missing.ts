import { about, mentions, TOPIC } from "#core/lint/topics.ts";
import type { TallyRule } from "#core/lint/rule.ts";

const TESTED = /\b(?:restor|recover)\w*\b.*\b(?:test|drill|exercis|verif|validat)|\b(?:test|drill|exercis|verif|validat)\w*\b.*\b(?:restor|recover|back[- ]?up)/;

export default {
  id: "restore-test-missing",
  reads: "tally",
  severity: "warning",
  summary: "Backups are made, but nobody tests that they come back",
  because: "A backup that was never restored is a hope; one learns that it is empty on the day it is needed.",
  remedy: "Add an activity for the restore test with its performer, its rhythm and the report that proves it.",
  source: "T15 red flags: restores untested; T4 backup status checks and recovery testing",
  avoid: { rows: [{ title: "Run backups and check their status", cells: { "Backup Engineer (provider)": "R", "Infrastructure Manager (client)": "A" } }] },
  prefer: {
    rows: [
      { title: "Run backups and check their status", cells: { "Backup Engineer (provider)": "R", "Infrastructure Manager (client)": "A" } },
      { title: "Test a restore", cells: { "Backup Engineer (provider)": "R", "Infrastructure Manager (client)": "A" } },
    ],
  },
  tally(row, _register, add) {
    if (about(row, TOPIC.restoreTest)) add("tested");
    else if (row.lane !== "nobody" && about(row, TOPIC.backup)) add(mentions(row, TESTED) ? "tested" : "made");
    // "Disaster recovery" with "runs the tests" in somebody's cell is a test as well.
    else if (row.conditional.length > 0 && /recover|continuity/.test(row.words) && mentions(row, /\btests?\b|\bdrills?\b/)) add("tested");
  },
  checkTally(counts, _register, report) {
    if (counts.has("made") && !counts.has("tested")) report({ message: "backups are made here, but no activity tests that they can be restored" });
  },
} satisfies TallyRule;
