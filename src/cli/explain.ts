import { SEVERITIES } from "#core/lint/finding.ts";
import { Linter } from "#core/lint/linter.ts";
import type { Rule } from "#core/lint/rule.ts";
import { saySource } from "#core/lint/source.ts";
import { drawn, type Sketch } from "#core/lint/sketch.ts";
import { drawFinding } from "#core/lint/draw.ts";
import { nearest } from "#core/model/read.ts";
import { catalogue } from "#rules/catalogue.ts";
import { paintFor, type Paint } from "./paint.ts";
import { Unusable } from "./problem.ts";
import { today } from "./today.ts";

/** What a rule finds, why it matters and how to mend it; without a rule, all of them by severity. */
export function explain(id: string | undefined): number {
  const paint = paintFor(process.stdout);
  if (id === undefined) {
    process.stdout.write(list(paint));
    return 0;
  }
  const rule = catalogue.find((r) => r.id === id);
  if (!rule) {
    const near = nearest(id, catalogue.map((r) => r.id));
    throw new Unusable(`there is no rule \`${id}\``, near ? `did you mean \`${near}\`?` : "`remit explain` lists all rules");
  }
  process.stdout.write(page(rule, paint));
  return 0;
}

function list(paint: Paint): string {
  const width = Math.max(...catalogue.map((rule) => rule.id.length));
  const parts = SEVERITIES.map((severity) => {
    const rules = catalogue.filter((rule) => rule.severity === severity);
    return `${paint(severity, `${severity}s`)}\n${rules.map((rule) => `  ${rule.id.padEnd(width)}  ${paint("dim", rule.summary)}`).join("\n")}\n`;
  });
  return `${parts.join("\n")}\n${catalogue.length} rules; \`remit explain RULE\` says more about one\n`;
}

function page(rule: Rule, paint: Paint): string {
  return [
    `${paint("strong", rule.summary)}  ${paint(rule.severity, rule.severity)}  ${paint("dim", rule.id)}`,
    "",
    `Why        ${rule.because}`,
    `Mend       ${rule.remedy}`,
    `Source     ${saySource(rule.source)}`,
    "",
    "Found in, for example:",
    "",
    example(rule, rule.avoid, paint),
    "",
  ].join("\n");
}

function example(rule: Rule, sketch: Sketch, paint: Paint): string {
  const document = drawn(sketch);
  return new Linter(document, [rule], today())
    .findings()
    .slice(0, 2)
    .map((finding) => indent(drawFinding(document, finding, { color: paint })))
    .join("\n\n");
}

const indent = (text: string): string => text.split("\n").map((line) => (line ? `  ${line}` : line)).join("\n");
