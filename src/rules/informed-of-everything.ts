import { sayActivities } from "#core/lint/say.ts";
import type { SketchRow } from "#core/lint/sketch.ts";
import type { TallyRule } from "#core/lint/rule.ts";

const ROWS = 15;
const SHARE = 0.9;
const many = (told: (row: number) => boolean): SketchRow[] =>
  Array.from({ length: ROWS }, (_, row) => ({ title: `Check system ${row + 1}`, cells: { "Security Lead": "A", "Network Engineer (provider)": "R", ...(told(row) ? { CIO: "I" } : {}) } }));

export default {
  id: "informed-of-everything",
  reads: "tally",
  severity: "note",
  summary: "One role is told of everything",
  because: "Somebody who is told of every step soon reads none of it, and the one message that matters drowns.",
  remedy: "Keep the I where a decision follows from it, and give a monthly report for the rest.",
  source: "T2: I must be updated after a decision or change",
  avoid: { rows: many(() => true) },
  prefer: { rows: many((row) => row < 3) },
  tally(row, _register, add) {
    add("");
    for (const role of row.informed) add(role.id);
  },
  checkTally(counts, register, report) {
    const rows = counts.get("") ?? 0;
    if (rows < ROWS) return;
    for (const role of register.roles.values()) {
      const told = counts.get(role.id) ?? 0;
      if (told >= rows * SHARE) report({ message: `${role.name} is told of ${told} of ${sayActivities(rows)}`, at: { kind: "role", id: role.id } });
    }
  },
} satisfies TallyRule;
