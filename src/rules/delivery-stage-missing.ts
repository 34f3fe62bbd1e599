import { missing, tallyDuties, type Duty } from "#core/lint/expected.ts";
import { sayNames } from "#core/lint/say.ts";
import type { TallyRule } from "#core/lint/rule.ts";

const STAGES: readonly Duty[] = [
  { name: "requirements", known: /\brequirement|\bspecif|\btor\b/ },
  { name: "procurement", known: /\bprocure|\bpurchas|\bcontract|\bsupplier|\border/ },
  { name: "delivery", known: /\bdeliver|\bship/ },
  { name: "acceptance", known: /\baccept/ },
  { name: "installation", known: /\binstall|\bassembl|\bmount/ },
  { name: "configuration", known: /\bconfigur|\bset ?up\b|\bimage/ },
  { name: "security check", known: /\binfosec\b|\bsecurity\b|\bpolic(?:y|ies)\b/ },
  { name: "commissioning", known: /\bcommission|\blaunch|\bgo[- ]live\b|\bready to use\b/ },
  { name: "service", known: /\bservice\b|\bsupport\b|\bwarrant|\bmaint/ },
];

export default {
  id: "delivery-stage-missing",
  reads: "tally",
  severity: "warning",
  summary: "A delivery project skips a stage",
  because: "A stage without a row has no owner, and the project stands still exactly there while everybody thinks their part is done.",
  remedy: "Add the stage with its owner, or at least one row for it.",
  source: "T9 ten stages in order",
  avoid: { rows: [{ title: "Deliver equipment", cells: { "Delivery Lead (supplier)": "R", "Project Manager (client)": "A" } }], matrix: { covers: ["delivery"] } },
  prefer: {
    rows: [
      "Approve requirements", "Sign the contract with the supplier", "Deliver equipment", "Accept equipment by protocol", "Install equipment",
      "Configure systems", "Check security before launch", "Sign commissioning", "Take over into service",
    ].map((title) => ({ title, cells: { "Delivery Lead (supplier)": "R", "Project Manager (client)": "A" } })),
    matrix: { covers: ["delivery"] },
  },
  tally(row, register, add) {
    if (register.covers.has("delivery")) tallyDuties(STAGES, row, add);
  },
  checkTally(counts, register, report) {
    if (!register.covers.has("delivery")) return;
    const drawn = register.document.stages ?? [];
    const lacking = missing(STAGES, counts).filter(({ known }) => !drawn.some(({ name }) => known.test(name.toLowerCase())));
    if (lacking.length > 0) report({ message: `neither a stage nor an activity covers ${sayNames(lacking, 9)}` });
  },
} satisfies TallyRule;
