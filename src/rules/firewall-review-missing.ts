import { about, mentions, TOPIC } from "#core/lint/topics.ts";
import type { TallyRule } from "#core/lint/rule.ts";

const REVIEWED = /\breview|\brecertif|\baudit|\bclean-?up|\bvalidat/;

export default {
  id: "firewall-review-missing",
  reads: "tally",
  severity: "warning",
  summary: "Firewall rules are changed, but never reviewed",
  because: "Every rule that was opened for a week stays open for years, because taking rules away is nobody's work.",
  remedy: "Add an activity for reviewing firewall rules, done or validated by somebody who does not change them.",
  source: "T5 firewall rule review and access policy validation; T4 hidden debt: unreviewed firewall rules",
  avoid: { rows: [{ title: "Change firewall rules", cells: { "Network Engineer (provider)": "R", "Infrastructure Manager (client)": "A" } }] },
  prefer: {
    rows: [
      { title: "Change firewall rules", cells: { "Network Engineer (provider)": "R", "Infrastructure Manager (client)": "A" } },
      { title: "Review firewall rules", cells: { "Security Lead (client)": "R A", "Network Engineer (provider)": "C" } },
    ],
  },
  tally(row, _register, add) {
    const firewall = about(row, TOPIC.firewall);
    if (about(row, TOPIC.review) && (firewall || /\b(?:rule|network|segmentation)/.test(row.words))) add("reviewed");
    else if (firewall && (about(row, TOPIC.change) || /\badminist|\bmanag/.test(row.words))) add(mentions(row, REVIEWED) ? "reviewed" : "changed");
  },
  checkTally(counts, _register, report) {
    if (counts.has("changed") && !counts.has("reviewed")) report({ message: "firewalls are run or changed here, but no activity reviews their rules" });
  },
} satisfies TallyRule;
