import { isPlaceholder, wordsIn } from "#core/clauses/filled.ts";
import type { RegisterRule } from "#core/lint/rule.ts";

export default {
  id: "clause-placeholder-unknown",
  reads: "register",
  severity: "error",
  summary: "A clause has a word in braces that nothing fills",
  because: "It would be printed and signed with the braces in it, and nobody could say what was meant.",
  remedy: "Take a word that exists, like {key-holder}, or write the sentence out.",
  source: "product F4: the clauses of the appendix",
  avoid: { matrix: { clauses: [{ id: "keys", title: "Keys of the backups", text: "{keyholder} holds the keys." }] } },
  prefer: { matrix: { clauses: [{ id: "keys", title: "Keys of the backups", text: "{key-holder} holds the keys." }] } },
  checkRegister({ document }, report) {
    for (const { id, title, text } of document.clauses ?? [])
      for (const word of wordsIn(text)) if (!isPlaceholder(word)) report({ message: `\`{${word}}\` in the clause \`${title}\` is no word that a matrix can fill`, at: { kind: "clause", id, field: "text" } });
  },
} satisfies RegisterRule;
