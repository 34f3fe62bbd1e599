import { sayActivities } from "#core/lint/say.ts";
import type { RowRule } from "#core/lint/rule.ts";

export default {
  id: "no-scope",
  reads: "row",
  severity: "note",
  summary: "The activity does not say which systems it applies to",
  because: "The provider looks after the systems that were agreed, and the client believes that it looks after all.",
  remedy: "Name the systems, sites or data that the activity covers.",
  source: "product A2, A3; T3",
  avoid: {
    rows: [{ title: "Monitor alerts", cells: { "SOC Analyst (provider)": "R", "Security Lead": "A" } }],
    matrix: { scope: [{ id: "mail", name: "Mail", kind: "cloud-service", owner: "security-lead" }] },
  },
  prefer: {
    rows: [{ title: "Monitor alerts", cells: { "SOC Analyst (provider)": "R", "Security Lead": "A" }, scope: ["mail"] }],
    matrix: { scope: [{ id: "mail", name: "Mail", kind: "cloud-service", owner: "security-lead" }] },
  },
  column: {
    used: (row) => (row.activity.scope?.length ?? 0) > 0,
    message: (rows) => `none of ${sayActivities(rows)} says which systems it applies to`,
  },
  checkRow(row, register, report) {
    if ((row.activity.scope?.length ?? 0) > 0 || !APPLIES.has(row.activity.kind)) return;
    // A plain sheet of letters names its systems in its titles; a register, or a promise of coverage, asks for more.
    if (register.scope.size === 0 && register.covers.size === 0) return;
    report({ message: `${row.title} does not say which systems it applies to`, field: "scope" });
  },
} satisfies RowRule;

/** Kinds of work that are done on systems; a decision or a policy has none. */
const APPLIES = new Set<string | undefined>([undefined, "operation", "security", "service", "delivery"]);
