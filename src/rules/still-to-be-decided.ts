import type { RowRule } from "#core/lint/rule.ts";

const OPEN = /\bTB[DCA]\b|\b(to be|not yet) (determined|defined|decided|confirmed|agreed|clarified|assigned|announced|discussed|known)\b|\bundecided\b|\?\?+|\bwho\?|\bnobody knows\b|^\s*\?\s*$/i;
/** Letters every one of these words has; most texts have none of them. */
const HINT = /tb|be |yet|\?|undecided|knows/i;

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
    const { goal, result, note, cadence, split, validation, escalation, approval, handOff, procedure, evidence, sla, reports, columns } = row.activity;
    say(row.activity.title, "title");
    say(goal, "goal");
    say(result, "result");
    say(note, "note");
    say(cadence?.text, "cadence");
    for (const { does } of split?.parts ?? []) say(does, "split");
    for (const { artifact, store } of evidence ?? []) say(artifact, "evidence") || say(store, "evidence");
    for (const one of sla ?? []) say(one.note, "sla", "SLA");
    for (const report of reports ?? []) say(report, "reports");
    for (const step of procedure?.steps ?? []) say(step, "procedure");
    say(split?.validation, "split");
    say(validation?.how, "validation");
    say(escalation?.text, "escalation");
    say(approval?.channel, "approval", "request channel") || say(approval?.window, "approval", "change window") || say(approval?.conditions, "approval", "conditions");
    say(handOff?.input, "handOff", "hand-off") || say(handOff?.output, "handOff", "hand-off") || say(handOff?.escalation, "handOff", "hand-off");
    // Cells of an imported sheet: under a role they stand where a letter should be.
    for (const [header, text] of Object.entries(columns ?? {})) say(text, "columns", `\`${header}\``);
    for (const { role, letter, condition = "" } of row.conditional) {
      const found = OPEN.exec(condition);
      if (found) report({ message: `the ${letter} of ${register.roles.get(role)?.name ?? role} in ${row.title} is still open: \`${condition}\``, field: `assignments/${role}` });
    }
    function say(text: string | undefined, field: string, called = field): boolean {
      if (text === undefined || !HINT.test(text)) return false;
      const found = OPEN.exec(text);
      if (found) report({ message: called.startsWith("`") ? `something of ${row.title} is still to be decided: \`${found[0].trim()}\` under ${called}` : `something of ${row.title} is still to be decided: \`${found[0].trim()}\` in its ${called}`, field });
      return found !== null;
    }
  },
} satisfies RowRule;
