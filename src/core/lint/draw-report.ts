import type { MatrixDocument } from "../model/document.ts";
import { drawFinding, type DrawOptions, type Paint } from "./draw-finding.ts";
import { folded, shortened, tame } from "./draw-width.ts";
import { count, SEVERITIES, type Counts, type Finding } from "./finding.ts";
import type { Rule } from "./rule.ts";

/** So many drawings show what a rule means; more of them only fill the screen. */
const DRAWN = 3;

/**
 * All findings as text: by severity, then by rule, the first few of a rule drawn and the rest named,
 * and the counts in the last line. Accepted findings are only counted.
 */
export function drawReport(document: MatrixDocument, findings: readonly Finding[], options: DrawOptions & { readonly rules?: readonly Rule[] } = {}): string {
  const { color = (_, text) => text, width = 100, rules = [], places = {} } = options;
  const about = new Map(rules.map((rule) => [rule.id, rule]));
  const open = findings.filter((finding) => !finding.waived);
  const parts = SEVERITIES.flatMap((severity) => {
    const byRule = Map.groupBy(open.filter((finding) => finding.severity === severity), ({ rule }) => rule);
    return [...byRule].map(([rule, found]) => drawRule(document, found, about.get(rule), color, width, places));
  });
  return [...parts, sumLine(count(findings), color)].join("\n\n");
}

function drawRule(document: MatrixDocument, found: readonly Finding[], rule: Rule | undefined, color: Paint, width: number, places: Readonly<Record<string, string>>): string {
  const [first] = found as readonly [Finding, ...Finding[]];
  const head = `${color(first.severity, first.severity)}  ${color("strong", rule?.summary ?? first.message)}  ${color("dim", first.rule)}`;
  const drawings = found.slice(0, DRAWN).map((finding) => {
    return indented([drawFinding(document, finding, { color, width: width - 2, places }), ...(finding.fix ? [color("good", `can be mended: ${finding.fix.label}`)] : [])].join("\n"));
  });
  const rest = found.slice(DRAWN);
  const more = rest.length === 0 ? [] : [indented(color("dim", folded(moreLine(rest, width, places), width - 2).join("\n")))];
  const mend = rule ? [indented(folded(`→ ${rule.remedy}`, width - 2).map((line, i) => color("dim", i === 0 ? line : `  ${line}`)).join("\n"))] : [];
  return [head, ...drawings.flatMap((drawing, i) => (i === 0 ? [drawing] : ["", drawing])), ...more, ...mend].join("\n");
}

function moreLine(rest: readonly Finding[], width: number, places: Readonly<Record<string, string>>): string {
  const rows = rest.every(({ at }) => at.kind === "activity");
  const noun = rows ? (rest.length === 1 ? "row" : "rows") : rest.length === 1 ? "place" : "places";
  const named = rest.map(({ title, at }) => {
    const place = places[at.id ?? ""];
    return `${shortened(tame(title), Math.max(20, Math.min(60, width - 30)))}${place === undefined ? "" : ` (${tame(place)})`}`;
  });
  return `and ${rest.length} more ${noun}: ${named.join("; ")}`;
}

const indented = (text: string): string => text.split("\n").map((line) => (line === "" ? line : `  ${line}`)).join("\n");

const many = (n: number, noun: string): string => `${n} ${noun}${n === 1 ? "" : "s"}`;

function sumLine(counts: Counts, color: Paint): string {
  const said = SEVERITIES.filter((severity) => counts[severity] > 0).map((severity) => color(severity, many(counts[severity], severity)));
  const sum = said.length === 0 ? color("good", "nothing found") : said.join(", ");
  return counts.waived === 0 ? sum : `${sum}; ${many(counts.waived, "finding")} accepted (waived)`;
}
