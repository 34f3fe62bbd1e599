import type { RowRule } from "#core/lint/rule.ts";

const RECURRING = /\b(?:periodic|regular|recurring|(?:access|account|rule|log|firewall|permission|privilege|entitlement|user)s? (?:rights )?reviews?|review (?:of )?(?:the )?(?:user|access|privileged|firewall|log|admin)|(?:restore|recovery|backup|failover) tests?|test (?:a |the )?(?:restores?|backups?|recovery)|recertification|status reports?|vulnerability scans?)\b/;
const SAYS_WHEN = /\b(?:hourly|daily|weekly|(?:bi-?)?monthly|quarterly|(?:semi-?)?annual(?:ly)?|yearly|continuous(?:ly)?|ongoing|24\s?[x/]\s?7|every|per (?:day|week|month|quarter|year)|after|before|on request|ad[- ]hoc|real[- ]time)\b/;

export default {
  id: "cadence-missing",
  reads: "row",
  severity: "note",
  summary: "Recurring work without a rhythm",
  because: "A review without a date is never overdue, so it is done once, for the first audit.",
  remedy: "Write how often it is due.",
  source: "product C7 cadence; T16 monthly restore tests, quarterly reviews",
  avoid: { rows: [{ title: "Review privileged accounts", cells: { "Security Analyst (provider)": "R", "Security Lead (client)": "A" } }] },
  prefer: { rows: [{ title: "Review privileged accounts", cadence: { every: "P3M" }, cells: { "Security Analyst (provider)": "R", "Security Lead (client)": "A" } }] },
  column: {
    used: (row) => row.activity.cadence !== undefined,
    message: (rows) => `nothing says how often recurring work is due, though ${rows === 1 ? "one row is a review, a test or a report" : `${rows} rows are reviews, tests or reports`}`,
    least: 1,
  },
  checkRow(row, register, report) {
    if (row.activity.cadence !== undefined || row.activity.validation?.every !== undefined || !register.hasProvider || !register.hasClient || row.words.length > 120 || row.words.endsWith(".")) return;
    if (!RECURRING.test(row.words) || SAYS_WHEN.test(row.words) || row.activity.evidence?.some((e) => e.cadence !== undefined)) return;
    report({ message: `${row.title} does not say how often`, field: "cadence" });
  },
} satisfies RowRule;
