import type { RowRule } from "#core/lint/rule.ts";

const JOIN = /\s*(?:,|;|&|\band\b|\bthen\b)\s*/;
const VERB =
  /^(?:and |then )?(install|configure|review|approve|deploy|monitor|test|train|report|escalate|close|open|order|buy|deliver|accept|document|patch|restore|back up|create|remove|update|upgrade|investigate|contain|notify|inform|plan|design|write|maintain|manage|migrate|rotate|renew|validate|verify|classify|triage|assess|scan|replace|repair|ship|label|connect|hand over|sign|archive|publish|audit) \S/;

export default {
  id: "several-activities-in-one-title",
  reads: "row",
  severity: "note",
  summary: "One row holds several activities",
  because: "Each of them may have another performer and another owner, and one letter cannot say so.",
  remedy: "Make each of them a row of its own.",
  source: "T12 building order: each stage into specific tasks and handover points",
  avoid: { rows: [{ title: "Install the servers, configure the network and train the users", cells: { "Project Manager (integrator)": "R", CIO: "A" } }] },
  prefer: {
    rows: [
      { title: "Install the servers", cells: { "Project Manager (integrator)": "R", CIO: "A" } },
      { title: "Train the users", cells: { "HR Manager": "R", CIO: "A" } },
    ],
  },
  checkRow(row, _register, report) {
    const { words } = row;
    if (words.length < 30 || words.length > 160 || !(words.includes(" and ") || words.includes(";") || words.includes(" & "))) return;
    // A verb with an object of its own begins an activity: `create, change and remove accounts` is one.
    const activities = words.replace(/\([^)]*\)/g, " ").trim().split(JOIN).filter((part) => VERB.test(part));
    if (activities.length >= 3) report({ message: `${activities.length} activities stand in one row: ${row.title}`, field: "title" });
  },
} satisfies RowRule;
