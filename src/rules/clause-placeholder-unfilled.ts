import { asks, fromRegister, fromRow, isPlaceholder, wordsIn } from "#core/clauses/filled.ts";
import type { TallyRule } from "#core/lint/rule.ts";

export default {
  id: "clause-placeholder-unfilled",
  reads: "tally",
  severity: "warning",
  summary: "A clause asks for something the matrix does not say",
  because: "The appendix is printed with a gap that says what has still to be agreed, and a gap binds nobody.",
  remedy: "Write it into the matrix where it belongs, or write the clause without it.",
  source: "T16: who signs restore reports, who holds the keys",
  avoid: { rows: [{ title: "Encrypt backups", cells: { "Backup Engineer (provider)": "R A" } }], matrix: { clauses: [{ id: "keys", title: "Keys of the backups", text: "{key-holder} holds the keys." }] } },
  prefer: { rows: [{ title: "Hold the backup encryption keys", cells: { "Infrastructure Manager (client)": "R A" } }], matrix: { clauses: [{ id: "keys", title: "Keys of the backups", text: "{key-holder} holds the keys." }] } },
  tally(row, register, add) {
    // A matrix without clauses asks nothing of its rows.
    if ((register.document.clauses ?? []).length > 0) for (const [word] of fromRow(row, register)) add(word);
  },
  checkTally(counts, register, report) {
    for (const { id, title, text } of register.document.clauses ?? [])
      for (const word of wordsIn(text))
        if (isPlaceholder(word) && !counts.has(word) && fromRegister(register, word).length === 0) report({ message: `\`{${word}}\` in the clause \`${title}\` stays open: the matrix does not say ${asks(word)}`, at: { kind: "clause", id, field: "text" } });
  },
} satisfies TallyRule;
