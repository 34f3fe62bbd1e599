import type { RowRule } from "#core/lint/rule.ts";

export default {
  id: "unknown-stage",
  reads: "row",
  severity: "error",
  summary: "An activity belongs to a stage that the matrix does not have",
  because: "The row stands outside the order of the project, so nobody knows when it is due.",
  remedy: "Add the stage, or put the row into one that there is.",
  source: "product G2; T9",
  avoid: { rows: [{ title: "Check the serial numbers", cells: { "Warehouse Manager": "R A" }, stage: "delivery" }] },
  prefer: { rows: [{ title: "Check the serial numbers", cells: { "Warehouse Manager": "R A" }, stage: "delivery" }], matrix: { stages: [{ id: "delivery", name: "Delivery" }] } },
  checkRow(row, register, report) {
    const { stage } = row.activity;
    if (stage !== undefined && !register.stages.has(stage)) report({ message: `${row.title} belongs to \`${stage}\`, which is not a stage of this matrix`, field: "stage" });
  },
} satisfies RowRule;
