import { about, mentions, TOPIC } from "#core/lint/topics.ts";
import type { TallyRule } from "#core/lint/rule.ts";

const HANDLED = /\btriag|\brespon(?:d|ds|se)\b|\binvestigat|\bescalat|\bhandl|\bcontain|\banaly[sz]/;

export default {
  id: "alert-triage-missing",
  reads: "tally",
  severity: "warning",
  summary: "Alerts are raised, but nobody sorts them",
  because: "An alert that is sent to everybody is read by nobody: no one is obliged to decide whether it is real.",
  remedy: "Add an activity for the triage of alerts with one performer and the time within which it starts.",
  source: "T5 log monitoring and alert triage; product D1: alert without triage owner",
  avoid: { rows: [{ title: "Forward security alerts", cells: { "SOC Engineer (provider)": "R", "Security Lead (client)": "A" } }] },
  prefer: {
    rows: [
      { title: "Forward security alerts", cells: { "SOC Engineer (provider)": "R", "Security Lead (client)": "A" } },
      { title: "Triage security alerts", cells: { "SOC Analyst (provider)": "R", "Security Lead (client)": "A" } },
    ],
  },
  tally(row, _register, add) {
    if (about(row, TOPIC.triage) || (about(row, TOPIC.incident) && HANDLED.test(row.words))) add("sorted");
    // "Performance alerts" and "price alerts" wake nobody from security.
    else if (about(row, TOPIC.alert) && /\bsecurity|\bsiem\b|\bedr\b|\bthreat|\bsoc\b|\bintrusion|\bmalware/.test(row.words)) add(mentions(row, HANDLED) ? "sorted" : "raised");
  },
  checkTally(counts, _register, report) {
    if (counts.has("raised") && !counts.has("sorted")) report({ message: "security alerts are raised here, but no activity says who triages them" });
  },
} satisfies TallyRule;
