import { missing, tallyDuties, type Duty } from "#core/lint/expected.ts";
import { sayNames } from "#core/lint/say.ts";
import type { TallyRule } from "#core/lint/rule.ts";

const DUTIES: readonly Duty[] = [
  { name: "review of vulnerabilities", known: /\bvulnerabilit|\bremediat/ },
  { name: "log monitoring", known: /\blogs?\b|\blogging\b|\bsiem\b|\bsecurity monitor|\balert/ },
  { name: "classification of incidents", known: /\bincidents?\b|\bseverit/ },
  { name: "review of firewall rules", known: /\bfirewalls?\b.*\breview|\breview\w*\b.*\bfirewall|\brule (?:base )?review|\baccess polic\w+ validat|\bvalidat\w* access polic/ },
  { name: "monitoring of privileged accounts", known: /\bprivileged?\b|\bpam\b|\badmin(?:istrator)? accounts?\b/ },
  { name: "security of backups", known: /\b(?:back[- ]?ups?|recovery)\b.*\b(?:security|secure|immutab|encrypt|key|protect|check|verif|test|validat)|\b(?:secur|encrypt|protect|check|verif|test|validat)\w*\b.*\b(?:back[- ]?ups?|recovery|restore)/ },
  { name: "audit evidence", known: /\baudit\b|\bevidence\b|\bcompliance\b|\bsecurity (?:document|report|polic)/ },
  { name: "acceptance of risks", known: /\brisks?\b|\bexceptions?\b/ },
];

export default {
  id: "security-duty-missing",
  reads: "tally",
  severity: "warning",
  summary: "Security duties of an outsourcing are missing from the matrix",
  because: "Security work that stays vague is the first to be dropped, and its absence shows only in the incident report.",
  remedy: "Add a row for each, with one accountable role; risk acceptance belongs to a business owner.",
  source: "T5 security duties that may not stay vague",
  avoid: { rows: [{ title: "Collect logs", cells: { "SOC Engineer (provider)": "R", "Security Lead (client)": "A" } }], matrix: { covers: ["outsourcing"] } },
  prefer: {
    rows: [
      "Review vulnerabilities", "Monitor logs", "Classify incidents", "Review firewall rules", "Monitor privileged accounts",
      "Check the security of backups", "Prepare audit evidence", "Accept risks of unresolved findings",
    ].map((title) => ({ title, cells: { "Security Analyst (provider)": "R", "Business Risk Owner (client)": "A" } })),
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
