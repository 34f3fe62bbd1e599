import type { RowRule } from "#core/lint/rule.ts";

const ELSEWHERE =
  /\b(usually|normally|typically|generally|mostly|often|sometimes)\b[^.;]{0,40}\b(done|handled|performed|managed|covered|taken care of|dealt with|looked after)\b|\b(done|handled|performed|managed|covered) (by|elsewhere by) (another|the other|some other|others?|somebody|someone)\b|\bwhoever\b|\bsome(one|body)( else)? (should|will|must|has to|from)\b/i;

export default {
  id: "usually-somebody-else",
  reads: "row",
  severity: "warning",
  summary: "The text leaves the work to `usually somebody else`",
  because: "On the day when it is unusual, nobody is bound by the sentence.",
  remedy: "Say who does it, and what happens in the other cases.",
  source: "T12: no phrase like `this is usually done by another party`",
  avoid: {
    rows: [{ title: "Configure network ports", cells: { "Network Engineer (provider)": "R", "Infrastructure Manager": "A" }, note: "This is usually handled by the other party." }],
  },
  prefer: {
    rows: [{ title: "Configure network ports", cells: { "Network Engineer (provider)": "R", "Infrastructure Manager": "A" }, note: "The integrator configures ports of new sites until acceptance." }],
  },
  checkRow(row, _register, report) {
    const { goal, result, note, handOff, split } = row.activity;
    if (row.words.length <= 160) say(row.activity.title, "title");
    if (goal !== undefined) say(goal, "goal");
    if (result !== undefined) say(result, "result");
    if (note !== undefined) say(note, "note");
    if (handOff !== undefined) say(`${handOff.input ?? ""}. ${handOff.output ?? ""}. ${handOff.escalation ?? ""}`, "handOff");
    if (split !== undefined) for (const { does } of split.parts) say(does, "split");
    function say(text: string, field: string): void {
      const found = ELSEWHERE.exec(text);
      if (found) report({ message: `${row.title} is left to somebody unnamed: \`${found[0]}\``, field });
    }
  },
} satisfies RowRule;
