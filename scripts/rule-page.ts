import { lint } from "../src/core/lint/linter.ts";
import type { Rule } from "../src/core/lint/rule.ts";
import { saySource } from "../src/core/lint/source.ts";
import { drawn, type Sketch } from "../src/core/lint/sketch.ts";
import type { MatrixDocument } from "../src/core/model/document.ts";

/** The day on which the examples are judged: only expiries look at it. */
export const EXAMPLE_DAY = "2026-11-21";
/** More rows of an example than this teach nothing new. */
const SHOWN = 4;
const WIDE = 110;

/** What a rule has to say of its own bad example. */
export const findingsOf = (rule: Rule): readonly string[] => lint(drawn(rule.avoid), [rule], EXAMPLE_DAY).map(({ title, message }) => (message.includes(title) || title === "Example" ? message : `${title}: ${message}`));

/** The page of one rule: everything it knows about itself, and its two examples drawn. */
export function rulePage(rule: Rule): string {
  return [
    `# ${rule.summary}`,
    `\`${rule.id}\`: ${rule.severity}`,
    rule.because,
    `**What to do.** ${rule.remedy}`,
    "## Not so",
    block(picture(rule.avoid)),
    "Remit says:",
    findingsOf(rule).map((said) => `- ${rule.severity}: ${said}`).join("\n"),
    "## But so",
    block(picture(rule.prefer)),
    `Source: ${saySource(rule.source)}. [All rules](README.md)`,
    "",
  ].join("\n\n").trimEnd() + "\n";
}

/** The list of all rules. */
export function ruleIndex(rules: readonly Rule[]): string {
  const rows = rules.map(({ id, severity, summary }) => `| [\`${id}\`](${id}.md) | ${severity} | ${summary.replaceAll("|", "\\|")} |`);
  return [
    "# The rules",
    `Remit checks a matrix with ${rules.length} rules. An *error* means that the row cannot work, a *warning* that it will be disputed, a *note* that it is worth a look. \`remit explain RULE\` prints the same text in the terminal.`,
    ["| rule | severity | what it finds |", "|---|---|---|", ...rows].join("\n"),
    "These pages are written from `src/rules/` by `npm run rules`; edit the rule, not the page.",
    "",
  ].join("\n\n").trimEnd() + "\n";
}

const block = (text: string): string => `\`\`\`text\n${text}\n\`\`\``;

/** A sketch as a small text table: rows by roles, and below it whatever else the example is about. */
export function picture(sketch: Sketch): string {
  const document = drawn(sketch);
  const parts = [grid(document), ...beside(document)].filter(Boolean);
  return parts.length > 0 ? parts.join("\n") : "(an empty matrix)";
}

function grid(document: MatrixDocument): string {
  const sides = new Map(document.parties.map(({ id, name }) => [id, name]));
  const named = new Map(document.roles.map(({ id, name, party }) => [id, `${name} (${sides.get(party) ?? party})`]));
  const roles = [...new Set(document.activities.flatMap(({ assignments }) => assignments.map(({ role }) => role)))];
  const shown = document.activities.slice(0, SHOWN);
  const cells = shown.map(({ title, assignments }) => [
    title,
    ...roles.map((role) => assignments.filter((a) => a.role === role).map((a) => `${a.letter}${a.condition ? ` (${a.condition})` : ""}${a.alternative ? " (or)" : ""}`).join(" ")),
  ]);
  const left = document.activities.length - shown.length;
  const more = left > 0 ? [`... and ${left} more rows`] : [];
  const head = ["activity", ...roles.map((role) => named.get(role) ?? `${role} (no such role)`)];
  if (shown.length === 0) return "";
  const widths = head.map((name, column) => Math.max(name.length, ...cells.map((row) => row[column]?.length ?? 0)));
  const total = widths.reduce((sum, width) => sum + width + 2, 0);
  if (total <= WIDE) return [...[head, ...cells].map((row) => row.map((text, column) => text.padEnd(widths[column] ?? 0)).join("  ").trimEnd()), ...more].join("\n");
  const tall = cells.flatMap(([title, ...letters]) => [title ?? "", ...letters.flatMap((letter, column) => (letter ? [`  ${letter.padEnd(4)} ${head[column + 1]}`] : []))]);
  return [...tall, ...more].join("\n");
}

function beside(document: MatrixDocument): string[] {
  const { remit: _format, title, parties, people = [], roles, activities, ...rest } = document;
  const known = new Map(people.map(({ id, name }) => [id, name]));
  const used = new Set(activities.flatMap(({ assignments }) => assignments.map(({ role }) => role)));
  return [
    ...(title === "Example" ? [] : [`title: ${title}`]),
    ...activities.slice(0, SHOWN).flatMap(({ id: _id, title: row, assignments: _letters, ...fields }) => Object.entries(fields).map(([field, value]) => `${row} > ${field}: ${say(value)}`)),
    ...(parties.every(({ name, kind }) => name.toLowerCase() === kind) ? [] : parties.map(({ name, kind }) => `party ${name} (${kind})`)),
    ...roles.flatMap(({ id, name, party, holders }) => (holders?.length || !used.has(id) ? [`role ${name} (${party})${holders?.length ? `, held by ${holders.map((holder) => known.get(holder) ?? holder).join(", ")}` : ""}`] : [])),
    ...people.flatMap(({ name, party, sameHumanAs }) => (sameHumanAs || !roles.some(({ holders }) => holders?.length) || roles.some((role) => role.party !== party && role.holders?.some((holder) => known.get(holder) === name)) ? [`person ${name} (${party})${sameHumanAs ? `, the same human as ${known.get(sameHumanAs) ?? sameHumanAs}` : ""}`] : [])),
    ...Object.entries(rest).flatMap(([part, value]) => (Array.isArray(value) ? value.map((item) => `${part}: ${say(item)}`) : [`${part}: ${say(value)}`])),
  ];
}

/** A value of the document in one line, without the quotes of JSON. */
function say(value: unknown): string {
  if (Array.isArray(value)) return value.map(say).join("; ");
  if (typeof value !== "object" || value === null) return String(value);
  return Object.entries(value).flatMap(([key, inner]) => (key === "id" && "name" in value ? [] : [`${key} ${say(inner)}`])).join(", ");
}
