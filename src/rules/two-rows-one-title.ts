import type { GroupRule } from "#core/lint/rule.ts";

export default {
  id: "two-rows-one-title",
  reads: "groups",
  severity: "warning",
  summary: "Two rows say the same",
  because: "Each side will quote the row that suits it, and a change made in one is forgotten in the other.",
  remedy: "Merge the rows, or say in the title what tells them apart.",
  source: "T12 building order: check for double responsibility",
  avoid: {
    rows: [
      { title: "Review firewall rules", cells: { "Network Engineer (provider)": "R", "Security Lead (client)": "A" } },
      { title: "Review firewall rules", cells: { "Infrastructure Manager (client)": "R A" } },
    ],
  },
  prefer: {
    rows: [
      { title: "Review firewall rules", cells: { "Network Engineer (provider)": "R", "Security Lead (client)": "A" } },
      { title: "Approve firewall changes", cells: { "Infrastructure Manager (client)": "R A" } },
    ],
  },
  keysOf: (row) => [`${row.activity.stage ?? ""}|${row.activity.area ?? ""}|${row.words.trim()}`],
  least: 2,
  checkGroup(_key, rows, _register, report) {
    const [first, ...again] = rows;
    if (!first) return;
    for (const row of again)
      report({ message: `${row.title} stands in the matrix twice`, at: { kind: "activity", id: row.id, field: "title" } });
  },
} satisfies GroupRule;
