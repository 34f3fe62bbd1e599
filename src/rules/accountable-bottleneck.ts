import { sayActivities } from "#core/lint/say.ts";
import type { SketchRow } from "#core/lint/sketch.ts";
import type { TallyRule } from "#core/lint/rule.ts";

const ROWS = 12;
const SHARE = 0.75;
const many = (of: (row: number) => SketchRow["cells"]): SketchRow[] => Array.from({ length: ROWS }, (_, index) => ({ title: `Check system ${index + 1}`, cells: of(index) }));

export default {
  id: "accountable-bottleneck",
  reads: "tally",
  severity: "note",
  summary: "One role answers for nearly everything",
  because: "Every decision waits for the same desk. An owner of everything in truth owns nothing, and has no deputy who knows the work.",
  remedy: "Move the A of routine work to those who run it, and keep the risky part.",
  source: "product D2; T1: one accountable owner for each task",
  avoid: { rows: many(() => ({ CIO: "A", "Security Lead": "C", "Network Engineer (provider)": "R" })) },
  prefer: { rows: many((row) => ({ CIO: row < 4 ? "A" : "I", "Security Lead": row < 4 ? "C" : "A", "Network Engineer (provider)": "R" })) },
  tally(row, _register, add) {
    if (row.accountable.length !== 1) return;
    const [role] = row.accountable;
    if (!role) return;
    add("");
    // Rows that it performs too are the business of another rule: one cause, one finding.
    if (!row.responsible.includes(role)) add(role.id);
  },
  checkTally(counts, register, report) {
    const rows = counts.get("") ?? 0;
    if (rows < ROWS || register.roles.size < 3) return;
    for (const role of register.roles.values()) {
      const owned = counts.get(role.id) ?? 0;
      if (owned >= rows * SHARE) report({ message: `${role.name} answers for ${owned} of ${sayActivities(rows)}`, at: { kind: "role", id: role.id } });
    }
  },
} satisfies TallyRule;
