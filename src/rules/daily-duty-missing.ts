import { missing, tallyDuties, type Duty } from "#core/lint/expected.ts";
import { sayNames } from "#core/lint/say.ts";
import type { TallyRule } from "#core/lint/rule.ts";

const DUTIES: readonly Duty[] = [
  { name: "user accounts", known: /\b(?:user|account|access|identit)\w*\b.*\b(?:creat|modif|remov|provision|request|onboard|offboard|joiner|leaver|manage|change)|\b(?:creat|modif|remov|provision|onboard|offboard|joiner|leaver|manage|chang|approv)\w*\b.*\b(?:user|account|access|leaver)|\bjoiners?\b|\biam\b/ },
  { name: "privileged access", known: /\bprivileged?\b|\bpam\b|\badmin(?:istrator|istrative)? (?:rights?|access|accounts?|roles?)/ },
  { name: "server updates and maintenance windows", known: /\bservers?\b.*\b(?:updat|patch|maint|config|modif|admin|chang)|\b(?:updat|patch|maint|config|modif|admin|chang)\w*\b.*\bservers?\b|\bmaintenance windows?\b|\bpatch/ },
  { name: "network devices and their configuration backups", known: /\b(?:network|firewall|switch|router|vpn|lan|wan)\w*\b/ },
  { name: "endpoint protection", known: /\bendpoint|\bedr\b|\bxdr\b|\banti-?(?:virus|malware)\b|\bdefender\b/ },
  { name: "backup checks and recovery tests", known: /\bback[- ]?up|\brestor|\brecovery tests?\b/ },
  { name: "triage of security alerts", known: /\balert|\btriag|\bsecurity monitor|\bsiem\b|\bsoc\b|\bmdr\b/ },
  { name: "documentation after changes", known: /\bdocument|\bcmdb\b|\binventor|\bdiagram|\brunbook/ },
];

export default {
  id: "daily-duty-missing",
  reads: "tally",
  severity: "warning",
  summary: "Daily work of an outsourcing is missing from the matrix",
  because: "Work that stands in no row is done by whoever notices it, until nobody does.",
  remedy: "Add a row for each, or say in the matrix that it is outside the agreement.",
  source: "T4 daily and recurring tasks",
  avoid: { rows: [{ title: "Run backups", cells: { "Backup Engineer (provider)": "R", "Infrastructure Manager (client)": "A" } }], matrix: { covers: ["outsourcing"] } },
  prefer: {
    rows: [
      "Create and remove user accounts", "Approve privileged access", "Update servers", "Administer network devices",
      "Monitor endpoint protection", "Run backups", "Triage security alerts", "Update documentation after changes",
    ].map((title) => ({ title, cells: { "Systems Engineer (provider)": "R", "Infrastructure Manager (client)": "A" } })),
    matrix: { covers: ["outsourcing"] },
  },
  tally(row, register, add) {
    if (register.covers.has("outsourcing")) tallyDuties(DUTIES, row, add);
  },
  checkTally(counts, register, report) {
    if (!register.covers.has("outsourcing")) return;
    const lacking = missing(DUTIES, counts);
    if (lacking.length > 0) report({ message: `no activity takes up ${sayNames(lacking, 8)}` });
  },
} satisfies TallyRule;
