import type { RegisterRule } from "#core/lint/rule.ts";

export default {
  id: "legacy-credentials",
  reads: "register",
  severity: "warning",
  summary: "A system still runs on old credentials",
  because: "Nobody knows who has the password. Whoever left the company may still get in, and whoever has to get in may not.",
  remedy: "Change the credentials, put them where two named people can reach them, and clear the mark.",
  source: "product A2; T3 gaps: legacy system on old credentials",
  avoid: { matrix: { scope: [{ id: "plc", name: "Press line controller", kind: "equipment", owner: "plant-manager", legacyCredentials: true }] } },
  prefer: { matrix: { scope: [{ id: "plc", name: "Press line controller", kind: "equipment", owner: "plant-manager" }] } },
  checkRegister(register, report) {
    for (const item of register.scope.values())
      if (item.legacyCredentials === true) report({ message: `${item.name} still runs on old credentials`, at: { kind: "scope", id: item.id, field: "legacyCredentials" } });
  },
} satisfies RegisterRule;
