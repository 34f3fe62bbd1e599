import { missing, tallyDuties, type Duty } from "#core/lint/expected.ts";
import { sayNames } from "#core/lint/say.ts";
import type { Register } from "#core/lint/register.ts";
import type { TallyRule } from "#core/lint/rule.ts";

const DUTIES: readonly Duty[] = [
  { name: "expiring certificates", known: /\bcertificates?\b|\bcerts?\b|\bpki\b/ },
  { name: "unmanaged devices", known: /\b(?:unmanaged|unknown|unauthori[sz]ed|rogue|personal)\b|\binventor|\bbyod\b|\bnac\b|\bdevice (?:discovery|management)|\bmobile devices?\b|\bmdm\b|\basset (?:discovery|management|register)/ },
  { name: "upkeep of the response plan", known: /\b(?:response|incident|ir|crisis) (?:\w+ )?plans?\b|\bplay-?books?\b|\brun-?books?\b|\btable-?tops?\b/ },
];
const applies = ({ covers }: Register): boolean => covers.has("outsourcing") || covers.has("co-managed");

export default {
  id: "hidden-debt-missing",
  reads: "tally",
  severity: "note",
  summary: "Work that is only missed when it breaks stands in no row",
  because: "Certificates expire, unknown devices join the network and plans grow old quietly, because no daily ticket asks for them.",
  remedy: "Add a row for each, with a rhythm.",
  source: "T4 hidden debt; T8: auditors ask for response plan updates",
  avoid: { rows: [{ title: "Run backups", cells: { "Backup Engineer (provider)": "R", "Infrastructure Manager (client)": "A" } }], matrix: { covers: ["outsourcing"] } },
  prefer: {
    rows: ["Track and renew certificates", "Find unmanaged devices", "Keep the incident response plan up to date"].map((title) => ({
      title,
      cells: { "Systems Engineer (provider)": "R", "Infrastructure Manager (client)": "A" },
    })),
    matrix: { covers: ["outsourcing"] },
  },
  tally(row, register, add) {
    if (applies(register)) tallyDuties(DUTIES, row, add);
  },
  checkTally(counts, register, report) {
    if (!applies(register)) return;
    const lacking = missing(DUTIES, counts);
    if (lacking.length > 0) report({ message: `no activity looks after ${sayNames(lacking)}` });
  },
} satisfies TallyRule;
