import { sayNames } from "#core/lint/say.ts";
import { mentions } from "#core/lint/topics.ts";
import type { TallyRule } from "#core/lint/rule.ts";

const ARTIFACTS = [
  { name: "policies", known: /\bpolic(?:y|ies)\b/ },
  { name: "patch reports", known: /\bpatch(?:es|ing)?\b.*\b(?:report|record|evidence|log|status)|\b(?:report|evidence)\w*\b.*\bpatch/ },
  { name: "proofs of backups", known: /\b(?:back[- ]?up|restor|recover)\w*\b.*\b(?:test|validat|verif|report|evidence|proof)|\b(?:test|validat|verif|report|evidence)\w*\b.*\b(?:back[- ]?up|restor|recover)/ },
  { name: "access logs", known: /\baccess\b.*\b(?:logs?|records?|review|reports?)\b|\b(?:logs?|records?|review|reports?)\b.*\baccess\b|\baudit (?:logs?|trails?)\b/ },
  { name: "incident timelines", known: /\bincidents?\b.*\b(?:timelines?|reports?|records?|document\w*)\b|\b(?:timelines?|post-incident|document\w*)\b.*\bincident|\bpost-incident/ },
] as const;

export default {
  id: "artifact-owner-missing",
  reads: "tally",
  severity: "note",
  summary: "An auditor will ask for a record that nobody makes",
  because: "The five records of a regulated company come from five different hands, and the missing one is noticed in the audit.",
  remedy: "Name the record as evidence of a row, so that its performer owes it.",
  source: "T15: five artifacts, each with an owner",
  avoid: { rows: [{ title: "Run backups", cells: { "Backup Engineer (provider)": "R", "Infrastructure Manager (client)": "A" } }], matrix: { covers: ["co-managed"] } },
  prefer: {
    rows: [
      { title: "Maintain security policies", cells: { "Security Lead (client)": "R A" } },
      { title: "Patch servers", evidence: [{ artifact: "monthly patch report" }], cells: { "Systems Engineer (provider)": "R", "Security Lead (client)": "A" } },
      { title: "Test a restore", cells: { "Systems Engineer (provider)": "R", "Security Lead (client)": "A" } },
      { title: "Review user access", evidence: [{ artifact: "access log" }], cells: { "Systems Engineer (provider)": "R", "Security Lead (client)": "A" } },
      { title: "Respond to incidents", evidence: [{ artifact: "incident timeline" }], cells: { "Systems Engineer (provider)": "R", "Security Lead (client)": "A" } },
    ],
    matrix: { covers: ["co-managed"] },
  },
  tally(row, register, add) {
    if (!register.covers.has("co-managed") || row.activity.assignments.length === 0) return;
    for (const { name, known } of ARTIFACTS) if (mentions(row, known)) add(name);
  },
  checkTally(counts, register, report) {
    if (!register.covers.has("co-managed")) return;
    const lacking = ARTIFACTS.filter(({ name }) => !counts.has(name));
    if (lacking.length > 0) report({ message: `no activity is bound to produce ${sayNames(lacking, 5)}` });
  },
} satisfies TallyRule;
