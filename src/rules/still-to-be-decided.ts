import type { RowRule } from "#core/lint/rule.ts";

const OPEN = /\bTB[DCA]\b|\b(to be|not yet) (determined|defined|decided|confirmed|agreed|clarified|assigned|announced)\b|\?\?+|\bwho\?|\bnobody knows\b/i;

export default {
  id: "still-to-be-decided",
  reads: "row",
  severity: "warning",
  summary: "The text says that it is still to be decided",
  because: "What is open when the matrix is signed is decided by whoever is louder on the day.",
  remedy: "Decide it, or take the row out of this version.",
  source: "product D1 vague wording; T12",
  avoid: { rows: [{ title: "Store the encryption keys", cells: { "Infrastructure Manager": "R A" }, result: "Keys in a vault, place TBD" }] },
  prefer: { rows: [{ title: "Store the encryption keys", cells: { "Infrastructure Manager": "R A" }, result: "Keys in the bank vault of the head office" }] },
  checkRow(row, register, report) {
    const { goal, result, note, cadence, split } = row.activity;
    say(row.activity.title, "title");
    if (goal !== undefined) say(goal, "goal");
    if (result !== undefined) say(result, "result");
    if (note !== undefined) say(note, "note");
    if (cadence?.text !== undefined) say(cadence.text, "cadence");
    if (split !== undefined) for (const { does } of split.parts) say(does, "split");
    for (const { role, letter, condition = "" } of row.conditional) {
      const found = OPEN.exec(condition);
      if (found) report({ message: `the ${letter} of ${register.roles.get(role)?.name ?? role} in ${row.title} is still open: \`${condition}\``, field: `assignments/${role}` });
    }
    function say(text: string, field: string): void {
      const found = OPEN.exec(text);
      if (found) report({ message: `something of ${row.title} is still to be decided: \`${found[0]}\` in its ${field}`, field });
    }
  },
} satisfies RowRule;
