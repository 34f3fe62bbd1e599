import type { RowRule } from "#core/lint/rule.ts";

export default {
  id: "unknown-scope",
  reads: "row",
  severity: "error",
  summary: "An activity covers something that is not in the scope",
  because: "Nobody can say which system was meant, nor who owns it.",
  remedy: "Add the system to the scope, or correct the name.",
  source: "product A1, A3",
  avoid: { rows: [{ title: "Patch servers", cells: { "System Administrator": "R A" }, scope: ["mail-server"] }] },
  prefer: {
    rows: [{ title: "Patch servers", cells: { "System Administrator": "R A" }, scope: ["mail-server"] }],
    matrix: { scope: [{ id: "mail-server", name: "Mail server", kind: "server", owner: "system-administrator" }] },
  },
  checkRow(row, register, report) {
    if (row.activity.scope === undefined) return;
    for (const id of row.activity.scope)
      if (!register.scope.has(id)) report({ message: `${row.title} covers \`${id}\`, which is not in the scope of this matrix`, field: "scope" });
  },
} satisfies RowRule;
