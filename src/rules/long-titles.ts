import { sayActivities } from "#core/lint/say.ts";
import type { TallyRule } from "#core/lint/rule.ts";

/** Three lines of a printed column. */
const LONG = 180;

export default {
  id: "long-titles",
  reads: "tally",
  severity: "note",
  summary: "Titles are paragraphs",
  because: "At two in the morning nobody reads three lines of a cell to learn whether the row is about his problem.",
  remedy: "Give each row a short title, and move the rest into goal, result or note.",
  source: "T12: an outsider understands within a minute",
  avoid: {
    rows: [
      {
        title:
          "The organisation makes sure that audit logs of all systems that store, process or transmit protected information are kept, protected from changes, and looked through at planned intervals by somebody independent",
        cells: { "Security Lead": "A", "SOC Analyst (provider)": "R" },
      },
    ],
  },
  prefer: {
    rows: [
      {
        title: "Review audit logs",
        goal: "Logs of all systems that store, process or transmit protected information are kept, protected from changes, and looked through at planned intervals",
        cells: { "Security Lead": "A", "SOC Analyst (provider)": "R" },
      },
    ],
  },
  tally(row, _register, add) {
    // The wording of a control is the framework's, and short names would break the trace to it.
    if (row.activity.title.length > LONG && row.activity.controls === undefined) add("long");
  },
  checkTally(counts, _register, report) {
    const rows = counts.get("long");
    if (rows !== undefined) report({ message: `${rows === 1 ? "the title of 1 activity is" : `the titles of ${sayActivities(rows)} are`} longer than ${LONG} letters: too long to be found and read in a hurry` });
  },
} satisfies TallyRule;
