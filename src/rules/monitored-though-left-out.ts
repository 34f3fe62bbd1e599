import type { RowRule } from "#core/lint/rule.ts";

const WATCHES = /\bmonitor|\balert|\bdetect|\bsiem\b|\bedr\b|\bwatch/;

export default {
  id: "monitored-though-left-out",
  reads: "row",
  severity: "warning",
  summary: "A system on the not-monitored list is named in a monitoring activity",
  because: "The two say opposite things. After an attack each side will show the one that suits it.",
  remedy: "Take the system off the list, or out of the activity.",
  source: "product A2: the not-monitored list; T3",
  avoid: {
    rows: [{ title: "Monitor alerts of all servers", cells: { "SOC Analyst (provider)": "R", "Security Lead": "A" }, scope: ["lab"] }],
    matrix: { scope: [{ id: "lab", name: "Lab server", kind: "server", owner: "security-lead", notMonitored: true }] },
  },
  prefer: {
    rows: [{ title: "Monitor alerts of all servers", cells: { "SOC Analyst (provider)": "R", "Security Lead": "A" }, scope: ["lab"] }],
    matrix: { scope: [{ id: "lab", name: "Lab server", kind: "server", owner: "security-lead" }] },
  },
  checkRow(row, register, report) {
    const { scope } = row.activity;
    if (scope === undefined || !WATCHES.test(row.words)) return;
    for (const id of scope) {
      const item = register.scope.get(id);
      if (item?.notMonitored === true) report({ message: `${item.name} is on the not-monitored list, but ${row.title} names it`, field: "scope" });
    }
  },
} satisfies RowRule;
