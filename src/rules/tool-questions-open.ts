import type { RegisterRule } from "#core/lint/rule.ts";
import type { ScopeItem } from "#core/model/scope.ts";

const TOOLS: ReadonlySet<ScopeItem["kind"]> = new Set(["endpoint-protection", "monitoring", "firewall", "vpn", "identity", "backup"]);
const QUESTIONS = [
  ["installs", "installs"],
  ["configures", "configures"],
  ["monitors", "monitors"],
  ["ownsTool", "owns"],
] as const;

export default {
  id: "tool-questions-open",
  reads: "register",
  severity: "note",
  summary: "Of who installs, configures, monitors and owns a security tool, some is unanswered",
  because: "The four are taken for one. The one that was forgotten is found when alerts pile up or the licence ends.",
  remedy: "Answer all four, with the same role if it is the same.",
  source: "product A2; T15: who installs, configures, monitors",
  avoid: { matrix: { scope: [{ id: "edr", name: "Endpoint protection", kind: "endpoint-protection", owner: "security-lead", installs: "endpoint-engineer" }] } },
  prefer: {
    matrix: {
      scope: [
        { id: "edr", name: "Endpoint protection", kind: "endpoint-protection", owner: "security-lead", installs: "endpoint-engineer", configures: "endpoint-engineer", monitors: "soc-analyst", ownsTool: "security-lead" },
      ],
    },
  },
  checkRegister(register, report) {
    for (const item of register.scope.values()) {
      if (!TOOLS.has(item.kind)) continue;
      const open = QUESTIONS.filter(([field]) => item[field] === undefined);
      // With none of the four answered nobody has begun to ask them; the owner is asked for elsewhere.
      if (open.length === 0 || open.length === QUESTIONS.length) continue;
      report({ message: `nobody has said who ${open.map(([, does]) => does).join(" or ")} ${item.name}`, at: { kind: "scope", id: item.id, field: open[0]?.[0] ?? "owner" } });
    }
  },
} satisfies RegisterRule;
