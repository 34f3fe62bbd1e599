import { missing, tallyDuties, type Duty } from "#core/lint/expected.ts";
import { sayNames } from "#core/lint/say.ts";
import type { TallyRule } from "#core/lint/rule.ts";

const CATEGORIES: readonly Duty[] = [
  { name: "security monitoring", known: /\bmonitor\w*\b.*\b(?:security|alert|threat|edr|siem|log)|\b(?:security|threat|edr|siem|log|alert)\w*\b.*\bmonitor|\bedr\b|\bsiem\b|\bsoc\b|\bmdr\b|\balert/ },
  { name: "endpoint management", known: /\bendpoints?\b|\bpatch|\bworkstations?\b|\blaptops?\b|\bdevices?\b/ },
  { name: "backups and recovery", known: /\bback[- ]?up|\brestor|\brecovery\b/ },
  { name: "network infrastructure", known: /\bnetwork|\bfirewall|\bswitch|\brouter|\bvpn\b/ },
  { name: "user support", known: /\bhelp ?desk\b|\bservice ?desk\b|\buser support\b|\btier [12]\b|\bl1\b|\bpassword resets?\b|\bend[- ]user/ },
  { name: "compliance documentation", known: /\bcomplian|\battest|\baudit|\bevidence\b|\bpolic(?:y|ies)\b/ },
];

export default {
  id: "co-managed-duty-missing",
  reads: "tally",
  severity: "warning",
  summary: "A co-managed matrix leaves out a whole category of work",
  because: "What neither the provider nor the internal team finds under its name is what both leave to the other.",
  remedy: "Add at least one row for each category, with a primary and a secondary owner.",
  source: "T15 six categories",
  avoid: { rows: [{ title: "Run backups", cells: { "Backup Engineer (provider)": "R", "Infrastructure Manager (client)": "A" } }], matrix: { covers: ["co-managed"] } },
  prefer: {
    rows: ["Monitor EDR", "Manage endpoints", "Run backups", "Administer the network", "Run the helpdesk", "Prepare compliance documentation"].map((title) => ({
      title,
      cells: { "Systems Engineer (provider)": "R", "Infrastructure Manager (client)": "A" },
    })),
    matrix: { covers: ["co-managed"] },
  },
  tally(row, register, add) {
    if (register.covers.has("co-managed")) tallyDuties(CATEGORIES, row, add);
  },
  checkTally(counts, register, report) {
    if (!register.covers.has("co-managed")) return;
    const lacking = missing(CATEGORIES, counts);
    if (lacking.length > 0) report({ message: `no activity belongs to ${sayNames(lacking, 6)}` });
  },
} satisfies TallyRule;
