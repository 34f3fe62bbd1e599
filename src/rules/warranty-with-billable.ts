import { about, TOPIC } from "#core/lint/topics.ts";
import type { RowRule } from "#core/lint/rule.ts";

const PAID = /\b(?:out[- ]of[- ]warranty|non-warranty|post-warranty|billable|paid|chargeable|relocat\w*|reconfigur\w*)\b/;

export default {
  id: "warranty-with-billable",
  reads: "row",
  severity: "warning",
  summary: "Warranty and paid work are one row",
  because: "The server was moved to another rack under the name of a repair, and the invoice is the first to tell.",
  remedy: "Make two rows, one under warranty and one billable.",
  source: "T12 warranty and paid work listed separately",
  avoid: { rows: [{ title: "Warranty repairs and billable relocation", cells: { "Service Engineer (vendor)": "R", "Infrastructure Manager (client)": "A" } }] },
  prefer: {
    rows: [
      { title: "Warranty repairs", cost: "warranty", cells: { "Service Engineer (vendor)": "R", "Infrastructure Manager (client)": "A" } },
      { title: "Relocate equipment", cost: "billable", cells: { "Service Engineer (vendor)": "R", "Infrastructure Manager (client)": "A" } },
    ],
  },
  checkRow(row, _register, report) {
    if (!about(row, TOPIC.warranty) || !PAID.test(row.words)) return;
    // Deciding which of the two it is belongs in one row.
    if (/\b(?:decid|decision|versus|vs|determin|separat|distinguish|classif)\w*/.test(row.words) || !/\band\b|&|\/|\+|,/.test(row.words)) return;
    report({ message: `${row.title} mixes warranty with paid work`, field: "title" });
  },
} satisfies RowRule;
