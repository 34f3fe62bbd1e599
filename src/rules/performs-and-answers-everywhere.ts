import { sayActivities } from "#core/lint/say.ts";
import type { SketchRow } from "#core/lint/sketch.ts";
import type { TallyRule } from "#core/lint/rule.ts";

const ROWS = 10;
const SHARE = 0.6;
const many = (of: (row: number) => SketchRow["cells"]): SketchRow[] => Array.from({ length: ROWS }, (_, index) => ({ title: `Check system ${index + 1}`, cells: of(index) }));

export default {
  id: "performs-and-answers-everywhere",
  reads: "tally",
  severity: "note",
  summary: "One role does most of the work and answers for it as well",
  because: "Who checks his own work sees no mistakes in it, and when this one is away, most of the matrix stands still.",
  remedy: "Give the A of the weightier activities to somebody who does not perform them.",
  source: "product C2: ownership apart from execution",
  avoid: { rows: many((row) => ({ "IT Manager": row < 7 ? "R A" : "A", "Security Lead": "C", "Network Engineer (provider)": row < 7 ? "I" : "R" })) },
  prefer: { rows: many((row) => ({ "IT Manager": "A", "Security Lead": row < 4 ? "R" : "C", "Network Engineer (provider)": row < 4 ? "I" : "R" })) },
  tally(row, _register, add) {
    if (row.accountable.length === 0 || row.responsible.length === 0) return;
    add("");
    for (const role of row.accountable) if (row.responsible.includes(role)) add(role.id);
  },
  checkTally(counts, register, report) {
    const rows = counts.get("") ?? 0;
    if (rows < ROWS || register.roles.size < 3) return;
    for (const role of register.roles.values()) {
      const both = counts.get(role.id) ?? 0;
      if (both >= rows * SHARE) report({ message: `${role.name} performs ${both} of ${sayActivities(rows)} and answers for them as well`, at: { kind: "role", id: role.id } });
    }
  },
} satisfies TallyRule;
