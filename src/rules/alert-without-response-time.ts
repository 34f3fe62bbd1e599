import { about, TOPIC } from "#core/lint/topics.ts";
import type { RowRule } from "#core/lint/rule.ts";

const MEASURES: ReadonlySet<string> = new Set(["detect", "acknowledge", "respond", "contain"]);

export default {
  id: "alert-without-response-time",
  reads: "row",
  severity: "warning",
  summary: "Alerts and incidents go to the provider without a time to react",
  because: "The alert was seen within the week, and by the contract that is in time.",
  remedy: "Agree a time to acknowledge and a time to respond.",
  source: "T16 SLAs for detection, containment, restore; T9 30 minutes to acknowledge, 4 hours to respond",
  avoid: { rows: [{ title: "Triage security alerts", cells: { "SOC Analyst (provider)": "R", "Security Lead (client)": "A" } }] },
  prefer: {
    rows: [
      { title: "Triage security alerts", sla: [{ measure: "acknowledge", target: "PT15M", negotiated: true }], cells: { "SOC Analyst (provider)": "R", "Security Lead (client)": "A" } },
    ],
  },
  column: {
    used: (row) => row.activity.sla !== undefined && row.activity.sla.length > 0,
    message: () => "no time to react is agreed anywhere, though alerts or incidents are handled by another party",
    least: 1,
  },
  checkRow(row, register, report) {
    if (row.lane === "client" || row.lane === "nobody" || !register.hasClient) return;
    if (!about(row, TOPIC.triage) && !(about(row, TOPIC.incident) && /\brespon(?:d|ds|se)\b|\bhandl/.test(row.words))) return;
    if (about(row, TOPIC.responsePlan) || row.activity.decision !== undefined || row.activity.kind === "governance" || row.activity.kind === "compliance") return;
    const { sla } = row.activity;
    if (sla?.some(({ measure }) => MEASURES.has(measure))) return;
    // A critical row without any time has been told so already.
    if (row.critical && !sla?.length) return;
    report({ message: `${row.title} has no time to acknowledge or to respond`, field: "sla" });
  },
} satisfies RowRule;
