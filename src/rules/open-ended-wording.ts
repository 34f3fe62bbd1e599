import type { RowRule } from "#core/lint/rule.ts";

/** A requirement's sentence is not a title, and others wrote it. */
const SENTENCE = 90;
/** Words in brackets explain, those outside are the promise. */
const ENDLESS = /\betc\b\.?|\band so (on|forth)\b|\band\/or other\b|\b(as|if|when|where) (needed|required|necessary|appropriate)\b|\b(if|when|where) possible\b|\bbest[- ]efforts?\b|\bad hoc\b/;
const CHEAP = /etc|so (on|forth)|other|need|requir|necess|approp|possib|effort|ad hoc/;

export default {
  id: "open-ended-wording",
  reads: "row",
  severity: "note",
  summary: "The title has no edge: `etc.`, `as needed`",
  because: "One side reads the open end as included, the other as extra work. The difference is found on the invoice.",
  remedy: "List what belongs to it, and say when it is done.",
  source: "product D1 vague wording; T12 disputes",
  avoid: { rows: [{ title: "Maintain servers, printers etc. as needed", cells: { "System Administrator (provider)": "R", "Infrastructure Manager": "A" } }] },
  prefer: { rows: [{ title: "Maintain servers and printers each month", cells: { "System Administrator (provider)": "R", "Infrastructure Manager": "A" } }] },
  checkRow(row, _register, report) {
    if (row.words.length > SENTENCE || (row.words.endsWith(".") && !row.words.endsWith("etc.")) || !CHEAP.test(row.words)) return;
    const found = ENDLESS.exec(row.words.includes("(") ? row.words.replace(/\([^)]*\)/g, " ") : row.words);
    if (found) report({ message: `\`${found[0]}\` leaves open what ${row.title} includes`, field: "title" });
  },
} satisfies RowRule;
