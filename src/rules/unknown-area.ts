import type { RowRule } from "#core/lint/rule.ts";

export default {
  id: "unknown-area",
  reads: "row",
  severity: "error",
  summary: "An activity belongs to an area that the matrix does not have",
  because: "Nobody can say which owners the row inherits.",
  remedy: "Add the area, or put the row into one that there is.",
  source: "product C3",
  avoid: { rows: [{ title: "Check the serial numbers", cells: { "Warehouse Manager": "R A" }, area: "backups" }] },
  prefer: { rows: [{ title: "Check the serial numbers", cells: { "Warehouse Manager": "R A" }, area: "backups" }], matrix: { areas: [{ id: "backups", name: "Backups" }] } },
  checkRow(row, register, report) {
    const { area } = row.activity;
    if (area !== undefined && !register.areas.has(area)) report({ message: `${row.title} belongs to \`${area}\`, which is not an area of this matrix`, field: "area" });
  },
} satisfies RowRule;
