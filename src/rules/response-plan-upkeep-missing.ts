import { about, mentions, TOPIC } from "#core/lint/topics.ts";
import type { TallyRule } from "#core/lint/rule.ts";

const PLANNED = /\b(?:plans?|playbooks?|runbooks?|tabletops?|procedures?|lessons)\b/;

export default {
  id: "response-plan-upkeep-missing",
  reads: "tally",
  severity: "note",
  summary: "Incidents are handled, but nobody keeps the response plan",
  because: "The plan names people who left and systems that were replaced, and it is opened for the first time on the worst day.",
  remedy: "Add an activity for keeping and exercising the incident response plan, with both sides in it.",
  source: "T8: auditors ask who updates the response plan",
  avoid: { rows: [{ title: "Respond to security incidents", cells: { "Incident Handler (provider)": "R", "Security Lead (client)": "A" } }] },
  prefer: {
    rows: [
      { title: "Respond to security incidents", cells: { "Incident Handler (provider)": "R", "Security Lead (client)": "A" } },
      { title: "Keep the incident response plan up to date", cells: { "Incident Handler (provider)": "C", "Security Lead (client)": "R A" } },
    ],
  },
  tally(row, _register, add) {
    if (about(row, TOPIC.responsePlan)) add("planned");
    else if (about(row, TOPIC.incident) && /\brespon(?:d|ds|se)\b|\bcontain|\bhandl|\bsecurity\b|\bbreach|\bransomware/.test(row.words)) add(mentions(row, PLANNED) ? "planned" : "handled");
  },
  checkTally(counts, register, report) {
    if (register.hasClient && register.hasProvider && counts.has("handled") && !counts.has("planned"))
      report({ message: "incidents are handled here, but no activity keeps the response plan up to date" });
  },
} satisfies TallyRule;
