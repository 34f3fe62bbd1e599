import type { RowRule } from "#core/lint/rule.ts";

export default {
  id: "stage-row-without-escalation",
  reads: "row",
  severity: "note",
  summary: "A project task without a time after which it is escalated",
  because: "Two days of waiting for a network port are noticed when the launch date has passed.",
  remedy: "Write after which time, or at which sign, the task is escalated.",
  source: "T9 escalation per stage; T9 small team: one escalation timeframe per task",
  avoid: {
    rows: [{ title: "Install servers", stage: "installation", cells: { "Integration Engineer (integrator)": "R", "Infrastructure Manager (client)": "A" } }],
    matrix: { stages: [{ id: "installation", name: "Installation" }] },
  },
  prefer: {
    rows: [{ title: "Install servers", stage: "installation", escalation: { after: "PT4H" }, cells: { "Integration Engineer (integrator)": "R", "Infrastructure Manager (client)": "A" } }],
    matrix: { stages: [{ id: "installation", name: "Installation" }] },
  },
  column: {
    used: (row) => row.activity.escalation !== undefined || row.activity.handOff?.escalateAfter !== undefined,
    message: (rows) => `${rows === 1 ? "no time is set after which one project task is escalated" : `no time is set after which ${rows} project tasks are escalated`}, in the tasks or in their stages`,
    least: 1,
  },
  checkRow(row, register, report) {
    const { stage, escalation, handOff } = row.activity;
    if (stage === undefined || escalation !== undefined || handOff?.escalateAfter !== undefined || handOff?.escalation !== undefined || row.critical) return;
    const of = register.stages.get(stage);
    if (of === undefined || of.escalateAfter !== undefined || of.escalation !== undefined) return;
    report({ message: `${row.title} has no time after which it is escalated`, field: "escalation" });
  },
} satisfies RowRule;
