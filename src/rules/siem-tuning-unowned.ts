import { about, mentions, TOPIC } from "#core/lint/topics.ts";
import type { TallyRule } from "#core/lint/rule.ts";

const TUNED = /\btun(?:e|es|ing)\b|\bfalse positives?\b|\b(?:detection|correlation|analytics?|alert(?:ing)?) (?:rules?|engineering|content|logic)\b|\buse[- ]cases?\b|\bhunt(?:s|ing)?\b/;

export default {
  id: "siem-tuning-unowned",
  reads: "tally",
  severity: "warning",
  summary: "A SIEM is watched, but nobody tunes its rules",
  because: "Untuned rules bury the real alert under false ones, and each side waits for the other to change them.",
  remedy: "Add an activity for tuning detections, or write into the monitoring row who does it.",
  source: "T15 red flags: nobody owns SIEM tuning",
  avoid: { rows: [{ title: "Watch the SIEM around the clock", cells: { "SOC Analyst (provider)": "R", "Security Lead (client)": "A" } }] },
  prefer: {
    rows: [
      { title: "Watch the SIEM around the clock", cells: { "SOC Analyst (provider)": "R", "Security Lead (client)": "A" } },
      { title: "Tune detection rules", cells: { "SOC Analyst (provider)": "R", "Security Lead (client)": "A" } },
    ],
  },
  tally(row, _register, add) {
    if (about(row, TOPIC.tuning)) add("tuned");
    else if (row.lane !== "nobody" && about(row, TOPIC.siem)) add(mentions(row, TUNED) ? "tuned" : "watched");
  },
  checkTally(counts, _register, report) {
    if (counts.has("watched") && !counts.has("tuned")) report({ message: "a SIEM is run here, but no activity says who tunes its rules and sorts out false alarms" });
  },
} satisfies TallyRule;
