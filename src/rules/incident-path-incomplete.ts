import { missing, tallyDuties, type Duty } from "#core/lint/expected.ts";
import { sayNames } from "#core/lint/say.ts";
import type { TallyRule } from "#core/lint/rule.ts";

const STEPS: readonly Duty[] = [
  { name: "detection", known: /\bdetect|\bmonitor|\bwatch|\balert/ },
  { name: "triage", known: /\btriag|\bclassif|\bqualif/ },
  { name: "confirmation", known: /\bconfirm|\bdeclar|\bseverit|\bclassif/ },
  { name: "containment", known: /\bcontain(?:ment|s|ing)?\b|\bisolat|\bquarantin/ },
  { name: "communication with the client", known: /\bcommunicat|\bnotif|\binform|\bupdate the client|\btell/ },
  { name: "investigation", known: /\binvestigat|\bforensic|\broot cause/ },
  { name: "documentation", known: /\bdocument|\brecord|\bclos(?:e|ing|ure)\b|\bpost-incident|\breport|\blessons/ },
];

export default {
  id: "incident-path-incomplete",
  reads: "tally",
  severity: "warning",
  summary: "The way of an incident has a hole",
  because: "An incident is passed from hand to hand; at the step without an owner it lies still, while the clock runs.",
  remedy: "Add an activity for each step, from detection to closing.",
  source: "T17 incident response authority map; T12 incident path from first request to closure",
  avoid: { rows: [{ title: "Triage alerts", cells: { "SOC Analyst (provider)": "R", "Security Lead (client)": "A" } }], matrix: { covers: ["incident-authority"] } },
  prefer: {
    rows: [
      "Detect suspicious activity", "Triage alerts", "Confirm the incident", "Contain the incident", "Notify the client", "Investigate the root cause", "Document and close the incident",
    ].map((title) => ({ title, cells: { "SOC Analyst (provider)": "R", "Security Lead (client)": "A" } })),
    matrix: { covers: ["incident-authority"] },
  },
  tally(row, register, add) {
    if (register.covers.has("incident-authority")) tallyDuties(STEPS, row, add);
  },
  checkTally(counts, register, report) {
    if (!register.covers.has("incident-authority")) return;
    const lacking = missing(STEPS, counts);
    if (lacking.length > 0) report({ message: `no activity covers ${sayNames(lacking, 7)} of an incident` });
  },
} satisfies TallyRule;
