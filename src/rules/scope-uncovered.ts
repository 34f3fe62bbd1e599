import type { TallyRule } from "#core/lint/rule.ts";

export default {
  id: "scope-uncovered",
  reads: "tally",
  severity: "warning",
  summary: "A system that no activity covers",
  because: "It stands in the list of what is looked after, and nobody has anything to do with it.",
  remedy: "Name the system in the activities that apply to it, or put it on the not-monitored list.",
  source: "product A2: not covered by any activity",
  avoid: {
    rows: [{ title: "Patch the mail servers", cells: { "System Administrator (provider)": "R", "Infrastructure Manager": "A" }, scope: ["mail"] }],
    matrix: {
      scope: [
        { id: "mail", name: "Mail", kind: "server", owner: "infrastructure-manager" },
        { id: "vpn", name: "VPN gateway", kind: "vpn", owner: "infrastructure-manager" },
      ],
    },
  },
  prefer: {
    rows: [{ title: "Patch servers and gateways", cells: { "System Administrator (provider)": "R", "Infrastructure Manager": "A" }, scope: ["mail", "vpn"] }],
    matrix: {
      scope: [
        { id: "mail", name: "Mail", kind: "server", owner: "infrastructure-manager" },
        { id: "vpn", name: "VPN gateway", kind: "vpn", owner: "infrastructure-manager" },
      ],
    },
  },
  tally({ activity }, _register, add) {
    if (activity.scope !== undefined) activity.scope.forEach((id) => add(id));
  },
  checkTally(counts, register, report) {
    // While no activity names any system, another rule says so once for the whole matrix.
    if (counts.size === 0) return;
    for (const item of register.scope.values()) {
      if (item.notMonitored === true || counts.has(item.id)) continue;
      // Naming the site or the environment names what stands in it.
      if ((item.site !== undefined && counts.has(item.site)) || (item.environment !== undefined && counts.has(item.environment))) continue;
      if (item.kind === "site" || item.kind === "environment") continue;
      report({ message: `no activity covers ${item.name}`, at: { kind: "scope", id: item.id } });
    }
  },
} satisfies TallyRule;
