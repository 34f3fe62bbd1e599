import { SEVERITIES, type Finding, type Severity } from "#core/lint/finding.ts";
import type { Activity } from "#core/model/activity.ts";
import { LETTER_OF_RULE } from "../matrix/marks.ts";
import type { Column } from "./columns.ts";

/** Where findings sit: by row, and of each the cells it speaks of. */
export type Marks = ReadonlyMap<string, readonly Finding[]>;

/**
 * The open findings of each row. Rows whose findings are the same as before keep their list, so that only rows
 * of which something new is said are drawn again.
 */
export function marksOf(findings: readonly Finding[], before: Marks = new Map()): Marks {
  const map = new Map<string, Finding[]>();
  for (const finding of findings) {
    const { at, waived } = finding;
    if (at.kind !== "activity" || at.id === undefined || waived) continue;
    const here = map.get(at.id);
    if (here) here.push(finding);
    else map.set(at.id, [finding]);
  }
  const kept = map as Map<string, readonly Finding[]>;
  for (const [id, found] of map) {
    const old = before.get(id);
    if (old && old.length === found.length && old.every((finding, i) => finding === found[i])) kept.set(id, old);
  }
  return kept;
}

/** The worst of several findings. */
export const worst = (findings: readonly Finding[] | undefined): Severity | undefined =>
  findings === undefined || findings.length === 0 ? undefined : SEVERITIES.find((severity) => findings.some((finding) => finding.severity === severity));

/** Keys of the columns of a row that a finding speaks of, the one to look at first in front; the title where no other is shown. */
export function cellsOf({ rule, at }: Finding, row: Activity, shown: ReadonlySet<string>): readonly string[] {
  const found = wantedCells(rule, at.field ?? "", row).filter((key) => shown.has(key));
  return found.length > 0 ? found : ["title"];
}

function wantedCells(rule: string, path: string, row: Activity): readonly string[] {
  const [field = "", role] = path.split("/");
  if (field !== "assignments") return field === "split" ? ["split", "lane"] : field === "approval" ? ["approval/class"] : field === "validation" ? ["validation/by"] : field === "escalation" ? ["escalation/to"] : [field];
  if (role !== undefined) return [`role:${role}`, ...row.assignments.filter((one) => one.role === role).map(({ letter }) => `letter:${letter}`)];
  const letter = LETTER_OF_RULE[rule] ?? letterThatFails(row);
  if (letter === undefined) return ["lane"];
  return [...new Set(row.assignments.filter((one) => one.letter === letter).map((one) => `role:${one.role}`)), `letter:${letter}`];
}

/** Exactly one A and at least one R is the rule: the letter that breaks it is the one to look at. */
function letterThatFails({ assignments }: Activity): "A" | "R" | undefined {
  const holders = (of: string): number => assignments.filter(({ letter }) => letter === of).length;
  return holders("R") === 0 ? "R" : holders("A") !== 1 ? "A" : undefined;
}

/** The findings of a row by the cell that shows them. A finding of several cells stands at each. */
export function byCell(findings: readonly Finding[] | undefined, row: Activity, columns: readonly Column[]): ReadonlyMap<string, readonly Finding[]> {
  if (!findings || findings.length === 0) return NONE;
  const shown = new Set(columns.map(({ key }) => key));
  const map = new Map<string, Finding[]>();
  for (const finding of findings)
    for (const key of cellsOf(finding, row, shown)) {
      const here = map.get(key);
      if (here) here.push(finding);
      else map.set(key, [finding]);
    }
  return map;
}
const NONE: ReadonlyMap<string, readonly Finding[]> = new Map();
