import { about, TOPIC } from "#core/lint/topics.ts";
import type { RowRule } from "#core/lint/rule.ts";

export default {
  id: "acceptance-kinds-merged",
  reads: "row",
  severity: "warning",
  summary: "Counting boxes, checking papers and testing are one row",
  because: "The storekeeper can count, Procurement can read a contract and IT can test; together in one row each signs for what the other knows.",
  remedy: "Make a row for each: physical acceptance, documents, technical acceptance.",
  source: "T13 physical acceptance, documents, technical standard by different people",
  avoid: { rows: [{ title: "Physical and technical acceptance of equipment", cells: { "Storekeeper (client)": "R", "Infrastructure Manager (client)": "A" } }] },
  prefer: {
    rows: [
      { title: "Physical acceptance of equipment", cells: { "Storekeeper (client)": "R", "Infrastructure Manager (client)": "A" } },
      { title: "Technical acceptance of equipment", cells: { "Infrastructure Manager (client)": "R A" } },
    ],
  },
  checkRow(row, _register, report) {
    if (!about(row, TOPIC.acceptance)) return;
    const physical = /\bphysical|\bquantit|\bdamage\b|\bunpack/.test(row.words);
    const papers = /\bdocument(?:s|ation)?\b(?! (?:the |all )?accept)|\bpaperwork\b|\bpapers\b/.test(row.words);
    const technical = /\btechnical\b|\btest(?:s|ing|ed)?\b|\boperab/.test(row.words);
    if (Number(physical) + Number(papers) + Number(technical) < 2) return;
    const kinds = [physical && "physical", papers && "document", technical && "technical"].filter(Boolean).join(" and ");
    report({ message: `${row.title} merges ${kinds} acceptance`, field: "title" });
  },
} satisfies RowRule;
