import { about, TOPIC } from "#core/lint/topics.ts";
import type { TallyRule } from "#core/lint/rule.ts";

export default {
  id: "containment-undecided",
  reads: "tally",
  severity: "error",
  summary: "Nobody may decide to pull the plug",
  because: "While two teams argue who may disconnect the server, the attacker reaches the next one.",
  remedy: "Give exactly one role the A for containment, or a decision right for it.",
  source: "T17 clear who authorizes containment; T6 containment decision",
  avoid: {
    rows: [
      { title: "Triage alerts", cells: { "SOC Analyst (provider)": "R", "Security Lead (client)": "A" } },
      { title: "Contain the incident", cells: { "SOC Analyst (provider)": "R", "Security Lead (client)": "C" } },
    ],
  },
  prefer: { rows: [{ title: "Contain the incident", cells: { "SOC Analyst (provider)": "R", "Security Lead (client)": "A" } }] },
  tally(row, _register, add) {
    if (row.accountable.length > 0) add("somebody answers");
    if (about(row, TOPIC.containment) && /\bincident|\bbreach|\bmalware|\bransom|\bhost|\bendpoint|\bsystem|\bdevice|\bthreat/.test(row.words))
      add(row.accountable.length > 0 || row.unknown.length > 0 || row.activity.approvers?.length ? "decided" : "open");
  },
  checkTally(counts, { document }, report) {
    // A sheet without any A only splits the work; that nobody answers is then said once, elsewhere.
    if (!counts.has("open") || counts.has("decided") || !counts.has("somebody answers")) return;
    if (document.decisionRights?.some(({ verb, deny }) => verb === "containment.authorise" && deny !== true)) return;
    report({ message: "containment is planned here, but nobody is named who may decide it" });
  },
} satisfies TallyRule;
