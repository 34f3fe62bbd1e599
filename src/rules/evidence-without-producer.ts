import type { RowRule } from "#core/lint/rule.ts";

export default {
  id: "evidence-without-producer",
  reads: "row",
  severity: "note",
  summary: "A record that is owed by nobody in particular",
  because: "Several roles do the work, each expects another to write the record, and the folder is empty at the audit.",
  remedy: "Name the role that produces the record.",
  source: "T8: how evidence is stored, who collects it",
  avoid: {
    rows: [
      {
        title: "Review user access",
        evidence: [{ artifact: "review record" }],
        cells: { "Security Analyst (provider)": "R", "Business System Owner (client)": "R", "Security Lead (client)": "A" },
      },
    ],
  },
  prefer: {
    rows: [
      {
        title: "Review user access",
        evidence: [{ artifact: "review record", producer: "security-analyst" }],
        cells: { "Security Analyst (provider)": "R", "Business System Owner (client)": "R", "Security Lead (client)": "A" },
      },
    ],
  },
  column: {
    used: (row) => row.activity.evidence?.some(({ producer, collector }) => producer !== undefined || collector !== undefined) ?? false,
    message: (rows) => `${rows === 1 ? "one row" : `${rows} rows`} with several performers ask for a record, and none says who makes it`,
    least: 2,
  },
  checkRow(row, _register, report) {
    const { evidence } = row.activity;
    // A single performer owes the record without further words.
    if (evidence === undefined || row.responsible.length < 2) return;
    const open = evidence.find(({ producer, collector }) => producer === undefined && collector === undefined);
    if (open) report({ message: `nobody is named to produce \`${open.artifact}\` of ${row.title}`, field: "evidence" });
  },
} satisfies RowRule;
