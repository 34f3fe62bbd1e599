import type { RowRule } from "#core/lint/rule.ts";

export default {
  id: "stage-row-without-result",
  reads: "row",
  severity: "note",
  summary: "A project task without a visible result",
  because: "Done means something else to each side, and the next owner starts with half of what is needed.",
  remedy: "Write what is there when the task is done.",
  source: "T9 output; T9 small team: one clear result per task",
  avoid: {
    rows: [{ title: "Install servers", stage: "installation", cells: { "Integration Engineer (integrator)": "R", "Infrastructure Manager (client)": "A" } }],
    matrix: { stages: [{ id: "installation", name: "Installation" }] },
  },
  prefer: {
    rows: [
      { title: "Install servers", stage: "installation", result: "servers labelled and connected", cells: { "Integration Engineer (integrator)": "R", "Infrastructure Manager (client)": "A" } },
    ],
    matrix: { stages: [{ id: "installation", name: "Installation" }] },
  },
  column: {
    used: (row) => row.activity.result !== undefined || row.activity.handOff?.output !== undefined,
    message: (rows) => `${rows === 1 ? "one project task does" : `${rows} project tasks do`} not say what is there when the work is done`,
    least: 1,
  },
  checkRow(row, _register, report) {
    const { stage, result, handOff, decision, evidence } = row.activity;
    if (stage === undefined || result !== undefined || handOff?.output !== undefined || decision !== undefined || (evidence?.length ?? 0) > 0) return;
    report({ message: `${row.title} does not say what is there when it is done`, field: "result" });
  },
} satisfies RowRule;
