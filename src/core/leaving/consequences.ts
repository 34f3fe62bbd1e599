import type { Finding } from "../lint/finding.ts";
import { lint } from "../lint/linter.ts";
import type { Rule } from "../lint/rule.ts";
import type { MatrixDocument } from "../model/document.ts";
import { findingsOf } from "../prove/as-findings.ts";
import { horizonFrom } from "../prove/horizon.ts";
import { prove } from "../prove/prove.ts";
import { dateOf, type Minute } from "../time/minute.ts";

/** What the linter and the proof say of a matrix: errors and warnings; what takes missing people is left out. */
export function judged(document: MatrixDocument, rules: readonly Rule[], at: Minute): readonly Finding[] {
  const today = dateOf(at);
  const found = [...lint(document, rules, today), ...findingsOf(document, prove(document, horizonFrom(at, 0)).counterexamples, today)];
  return found.filter(({ severity, waived }) => severity !== "note" && !waived);
}

const keyOf = ({ rule, at: { kind, id, field } }: Finding): string => [rule, kind, id, field].join("|");

/** What is wrong in one matrix and was not in the other, errors first. */
export function newly(before: readonly Finding[], after: readonly Finding[]): readonly Finding[] {
  const known = new Set(before.map(keyOf));
  return after.filter((one) => !known.has(keyOf(one))).toSorted((a, b) => Number(b.severity === "error") - Number(a.severity === "error"));
}
