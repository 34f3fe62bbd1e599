import type { RegisterRule } from "#core/lint/rule.ts";

export default {
  id: "informal-administration",
  reads: "register",
  severity: "warning",
  summary: "A system is administered informally",
  because: "Somebody who knows it helps out. No change of it is requested, approved or written down, and nobody has to come.",
  remedy: "Name who configures it, lead changes through the request channel, and clear the mark.",
  source: "product A2; T3 gaps: network device administered informally",
  avoid: { matrix: { scope: [{ id: "switch", name: "Warehouse switch", kind: "network-device", owner: "it-manager", informalAdministration: true }] } },
  prefer: { matrix: { scope: [{ id: "switch", name: "Warehouse switch", kind: "network-device", owner: "it-manager", configures: "network-engineer" }] } },
  checkRegister(register, report) {
    for (const item of register.scope.values())
      if (item.informalAdministration === true) report({ message: `${item.name} is administered informally: nobody has to do it`, at: { kind: "scope", id: item.id, field: "informalAdministration" } });
  },
} satisfies RegisterRule;
