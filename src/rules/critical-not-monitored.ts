import type { TallyRule } from "#core/lint/rule.ts";

const WATCHES = /\bmonitor|\balert|\bdetect|\bsiem\b|\bedr\b|\btriage/;

export default {
  id: "critical-not-monitored",
  reads: "tally",
  severity: "warning",
  summary: "A business-critical system that nobody monitors",
  because: "Internal teams take it for granted that the provider watches everything; it watches what was agreed.",
  remedy: "Name the system in a monitoring activity, or put it on the not-monitored list on purpose.",
  source: "product A2; T3: the provider monitors only the agreed systems",
  avoid: {
    rows: [
      { title: "Back up the ERP", cells: { "Backup Administrator (provider)": "R", "Business System Owner": "A" }, scope: ["erp"] },
      { title: "Monitor alerts of the mail server", cells: { "SOC Analyst (provider)": "R", "Business System Owner": "A" }, scope: ["mail"] },
    ],
    matrix: {
      scope: [
        { id: "erp", name: "ERP", kind: "business-application", owner: "business-system-owner", businessCritical: true },
        { id: "mail", name: "Mail", kind: "server", owner: "business-system-owner" },
      ],
    },
  },
  prefer: {
    rows: [{ title: "Monitor alerts of the ERP", cells: { "SOC Analyst (provider)": "R", "Business System Owner": "A" }, scope: ["erp"] }],
    matrix: { scope: [{ id: "erp", name: "ERP", kind: "business-application", owner: "business-system-owner", businessCritical: true }] },
  },
  tally({ activity, words }, _register, add) {
    if (activity.scope === undefined) return;
    const watches = WATCHES.test(words);
    for (const id of activity.scope) {
      add(id);
      if (watches) add(`${id} watched`);
    }
  },
  checkTally(counts, register, report) {
    for (const item of register.scope.values()) {
      if (item.businessCritical !== true || item.notMonitored === true || item.monitors !== undefined) continue;
      // A system that no activity covers at all is another rule's finding.
      if (!counts.has(item.id) || counts.has(`${item.id} watched`)) continue;
      if ((item.site !== undefined && counts.has(`${item.site} watched`)) || (item.environment !== undefined && counts.has(`${item.environment} watched`))) continue;
      report({ message: `${item.name} is critical to the business, and nobody monitors it`, at: { kind: "scope", id: item.id, field: "monitors" } });
    }
  },
} satisfies TallyRule;
