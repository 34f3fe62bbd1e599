import type { RegisterRule } from "#core/lint/rule.ts";

export default {
  id: "scope-without-owner",
  reads: "register",
  severity: "warning",
  summary: "A system has no documented owner",
  because: "Nobody speaks for it: nobody says how long it may be down, who may enter it, and when it may be switched off.",
  remedy: "Name the role that owns the system.",
  source: "product A2; T3 gaps: asset without documented owner",
  avoid: { matrix: { scope: [{ id: "erp", name: "ERP", kind: "business-application" }] } },
  prefer: { rows: [{ title: "Run the ERP", cells: { "Business System Owner": "R A" }, scope: ["erp"] }], matrix: { scope: [{ id: "erp", name: "ERP", kind: "business-application", owner: "business-system-owner" }] } },
  checkRegister(register, report) {
    const items = [...register.scope.values()];
    const ownerless = items.filter((item) => item.owner === undefined && item.kind !== "site" && item.kind !== "environment");
    if (ownerless.length > 3 && items.every((item) => item.owner === undefined)) return report({ message: `none of ${items.length} systems of the scope has an owner`, field: "scope" });
    for (const item of ownerless) report({ message: `${item.name} has no owner`, at: { kind: "scope", id: item.id, field: "owner" } });
  },
} satisfies RegisterRule;
