import type { RowRule } from "#core/lint/rule.ts";

export default {
  id: "communication-path-missing",
  reads: "row",
  severity: "note",
  summary: "Critical work without a way to reach one another",
  because: "When mail is down or compromised, people look for a telephone number instead of for the fault.",
  remedy: "Write how the people of the row talk: ticket, telephone, bridge call.",
  source: "T1 each task has a defined communication path",
  avoid: { rows: [{ title: "Restore the order database", criticality: "critical", cells: { "Backup Engineer (provider)": "R", "Infrastructure Manager (client)": "A" } }] },
  prefer: {
    rows: [{ title: "Restore the order database", criticality: "critical", communication: "bridge call", cells: { "Backup Engineer (provider)": "R", "Infrastructure Manager (client)": "A" } }],
  },
  column: {
    used: (row) => row.activity.communication !== undefined,
    message: (rows) => `no row says how its people reach one another, though ${rows === 1 ? "one critical row has" : `${rows} critical rows have`} people of both sides`,
    least: 1,
  },
  checkRow(row, _register, report) {
    if (!row.critical || row.activity.communication !== undefined) return;
    // Colleagues of one side know how to reach each other.
    const sides = (side: "client" | "provider") => row.responsible.some((role) => role.side === side) || row.accountable.some((role) => role.side === side);
    if (!sides("client") || !sides("provider")) return;
    report({ message: `${row.title} does not say how its people reach one another`, field: "communication" });
  },
} satisfies RowRule;
