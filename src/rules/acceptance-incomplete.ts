import { sayNames } from "#core/lint/say.ts";
import { about, mentions, TOPIC } from "#core/lint/topics.ts";
import type { TallyRule } from "#core/lint/rule.ts";

const CHECKS = [
  { name: "completeness", known: /\bcomplete(?:ness)?\b|\bquantit|\bmissing\b|\bcount/ },
  { name: "serial numbers", known: /\bserials?\b/ },
  { name: "that it works at all", known: /\boperab|\bpower(?:s|ed)?[- ]?on\b|\bboots?\b|\bworks\b|\bworking\b|\btest|\bfunction/ },
  { name: "readiness for launch", known: /\bread(?:y|iness)\b|\blaunch|\bcommission|\bgo[- ]live\b/ },
] as const;

export default {
  id: "acceptance-incomplete",
  reads: "tally",
  severity: "warning",
  summary: "Acceptance leaves out a check",
  because: "What nobody checked at the door is found on launch day, and then the supplier says it was complete when it was signed for.",
  remedy: "Write into the acceptance rows who checks it, or put it into the goal of the row.",
  source: "T12 who checks completeness, serial numbers, basic operability, launch readiness",
  avoid: {
    rows: [{ title: "Accept equipment by protocol", cells: { "Storekeeper (client)": "R", "Infrastructure Manager (client)": "A" } }],
    matrix: { covers: ["delivery"] },
  },
  prefer: {
    rows: [
      {
        title: "Accept equipment by protocol",
        goal: "completeness, serial numbers and a power-on test are recorded",
        cells: { "Storekeeper (client)": "R", "Infrastructure Manager (client)": "A" },
      },
      { title: "Confirm readiness for launch", cells: { "Infrastructure Manager (client)": "R A" } },
    ],
    matrix: { covers: ["delivery"] },
  },
  tally(row, { covers }, add) {
    if (!covers.has("delivery")) return;
    if (about(row, TOPIC.acceptance)) add("accepted");
    for (const { name, known } of CHECKS) if (mentions(row, known)) add(name);
  },
  checkTally(counts, { covers }, report) {
    if (!covers.has("delivery") || !counts.has("accepted")) return;
    const lacking = CHECKS.filter(({ name }) => !counts.has(name));
    if (lacking.length > 0) report({ message: `acceptance does not say who checks ${sayNames(lacking)}` });
  },
} satisfies TallyRule;
