import { roughMinutes, sayDuration } from "#core/model/measure.ts";
import { about, TOPIC } from "#core/lint/topics.ts";
import type { RowRule } from "#core/lint/rule.ts";

const ACCESS = /\b(?:access|account|permission|entitlement|privilege|user right|admin)/;

export default {
  id: "access-review-too-rare",
  reads: "row",
  severity: "warning",
  summary: "Access is reviewed too seldom",
  because: "Somebody who left in January still has administrator rights in December.",
  remedy: "Review privileged accounts at least every quarter, ordinary access at least twice a year.",
  source: "T1 privileged account review; T16 quarterly reviews; PCI DSS 7.2.4",
  avoid: { rows: [{ title: "Review privileged accounts", cadence: { every: "P1Y" }, cells: { "Security Analyst (provider)": "R", "Security Lead (client)": "A" } }] },
  prefer: { rows: [{ title: "Review privileged accounts", cadence: { every: "P3M" }, cells: { "Security Analyst (provider)": "R", "Security Lead (client)": "A" } }] },
  checkRow(row, _register, report) {
    const every = row.activity.cadence?.every;
    if (every === undefined) return;
    const minutes = roughMinutes(every);
    if (minutes <= 92 * 1440 || !about(row, TOPIC.review) || !ACCESS.test(row.words) || /\bpolic(?:y|ies)\b|\bprocedures?\b|\bphysical\b/.test(row.words)) return;
    const privileged = about(row, TOPIC.privileged);
    if (!privileged && minutes <= 184 * 1440) return;
    report({ message: `${row.title} happens only every ${sayDuration(every).replace(/^1 /, "")}; ${privileged ? "every quarter" : "twice a year"} is the least`, field: "cadence" });
  },
} satisfies RowRule;
