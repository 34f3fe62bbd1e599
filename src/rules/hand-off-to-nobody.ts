import type { RowRule } from "#core/lint/rule.ts";

export default {
  id: "hand-off-to-nobody",
  reads: "row",
  severity: "warning",
  summary: "The work is passed on, but to nobody",
  because: "The performer thinks it is handed over, the next one waits to be asked, and both are right.",
  remedy: "Name the role that takes the work over.",
  source: "T12 mutual waiting; T9 hand-offs accepted by the next owner",
  avoid: { rows: [{ title: "Install servers", handOff: { output: "servers labelled and connected" }, cells: { "Integration Engineer (integrator)": "R", "Infrastructure Manager (client)": "A" } }] },
  prefer: {
    rows: [
      {
        title: "Install servers",
        handOff: { to: "systems-administrator", output: "servers labelled and connected" },
        cells: { "Integration Engineer (integrator)": "R", "Infrastructure Manager (client)": "A", "Systems Administrator (client)": "I" },
      },
    ],
  },
  checkRow(row, _register, report) {
    const { handOff } = row.activity;
    if (handOff === undefined) return;
    if (handOff.to === undefined) {
      if (handOff.output) report({ message: `${row.title} is handed over to nobody`, field: "handOff" });
    } else if (row.responsible.length === 1 && row.responsible[0]?.id === handOff.to) {
      report({ message: `${row.title} is handed over to its own performer`, field: "handOff" });
    }
  },
} satisfies RowRule;
