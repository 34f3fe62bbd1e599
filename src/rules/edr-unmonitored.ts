import { about, mentions, TOPIC } from "#core/lint/topics.ts";
import type { TallyRule } from "#core/lint/rule.ts";

const SETTING_UP = /\b(?:deploy|install|roll|configur|licen[cs]|purchas|procur|updat|upgrad|maint|administ|polic)\w*/;
const WATCHING = /\bmonitor|\btriag|\brespon(?:d|se)\b|\balert|\bwatch|\binvestigat|\b24\s?[x/]\s?7\b|\bmdr\b|\bhunt/;

export default {
  id: "edr-unmonitored",
  reads: "tally",
  severity: "warning",
  summary: "Endpoint protection is installed, but nobody watches it",
  because: "The tool raises the alarm on Saturday night, and nobody reads it before Monday.",
  remedy: "Add an activity for monitoring endpoint alerts and responding to them.",
  source: "T15 red flags: EDR alerts nobody monitors; T4 endpoint protection monitoring and response",
  avoid: { rows: [{ title: "Deploy and configure EDR agents", cells: { "Endpoint Engineer (provider)": "R", "Security Lead (client)": "A" } }] },
  prefer: {
    rows: [
      { title: "Deploy and configure EDR agents", cells: { "Endpoint Engineer (provider)": "R", "Security Lead (client)": "A" } },
      { title: "Monitor EDR alerts", cells: { "SOC Analyst (provider)": "R", "Security Lead (client)": "A" } },
    ],
  },
  tally(row, _register, add) {
    if (about(row, TOPIC.edr)) add(mentions(row, WATCHING) || !SETTING_UP.test(row.words) ? "watched" : "set up");
    else if (about(row, TOPIC.alert) || /\bsecurity (?:event )?monitor|\bmdr\b|\bsoc\b|\bthreat (?:detection|monitor)|\bmonitor\w* .*\b(?:endpoint|security|threat)/.test(row.words)) add("watched");
  },
  checkTally(counts, _register, report) {
    if (counts.has("set up") && !counts.has("watched")) report({ message: "endpoint protection is set up here, but no activity says who watches its alerts" });
  },
} satisfies TallyRule;
