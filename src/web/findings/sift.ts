import { SEVERITIES, type Finding, type Severity } from "#core/lint/finding.ts";
import type { MatrixDocument } from "#core/model/document.ts";
import type { RuleText } from "../work/order.ts";

/** A finding with a key that an address can name, and what the filters ask of it. */
export interface Keyed {
  readonly key: string;
  readonly finding: Finding;
  /** Name of the area its row stands in. */
  readonly area: string | undefined;
  /** Title, message and role, in small letters. */
  readonly words: string;
  /** Name of the role whose cell it marks. */
  readonly role: string | undefined;
  /** Where its row stands in the file that was read: `RACI!B14`. */
  readonly place: string | undefined;
}

/** Keys follow rule and place, so they survive a reload and most edits; repeats are counted. */
export function keyed(findings: readonly Finding[], document: MatrixDocument, places: Readonly<Record<string, string>> = {}): Keyed[] {
  const areas = new Map((document.areas ?? []).map((area) => [area.id as string, area.name]));
  const roles = new Map(document.roles.map((role) => [role.id as string, role.name]));
  const areaOf = new Map(document.activities.map((row) => [row.id as string, row.area === undefined ? undefined : areas.get(row.area)]));
  const taken = new Map<string, number>();
  return findings.map((finding) => {
    const { at, rule, message, title } = finding;
    const plain = `${rule}@${[at.kind, at.id, at.field].filter((part) => part !== undefined).join("/")}`;
    const again = (taken.get(plain) ?? 0) + 1;
    taken.set(plain, again);
    const cell = at.field?.startsWith("assignments/") ? roles.get(at.field.slice("assignments/".length)) : undefined;
    const role = at.kind === "role" ? undefined : cell;
    return {
      key: again === 1 ? plain : `${plain}~${again}`,
      finding,
      area: at.kind === "activity" && at.id !== undefined ? areaOf.get(at.id) : undefined,
      words: `${title} ${message} ${role ?? ""}`.toLowerCase(),
      role,
      place: at.kind === "activity" ? places[at.id ?? ""] : undefined,
    };
  });
}

export interface Sieve {
  readonly severities: readonly Severity[];
  readonly area?: string | undefined;
  readonly rule?: string | undefined;
  readonly search: string;
}

/** The findings that pass every filter; every word searched for must occur. */
export function sift(findings: readonly Keyed[], { severities, area, rule, search }: Sieve): Keyed[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  return findings.filter(
    (keyed) =>
      (severities.length === 0 || severities.includes(keyed.finding.severity)) &&
      (area === undefined || keyed.area === area) &&
      (rule === undefined || keyed.finding.rule === rule) &&
      words.every((word) => keyed.words.includes(word)),
  );
}

/** The findings of one rule, under the rule's headline. */
export interface Group {
  readonly rule: string;
  readonly severity: Severity;
  readonly text: RuleText;
  readonly members: readonly Keyed[];
}

/** Worst first, then the rule with most to say; accepted findings are not part of the list. */
export function grouped(findings: readonly Keyed[], rules: Readonly<Record<string, RuleText>>): Group[] {
  const members = new Map<string, Keyed[]>();
  for (const keyed of findings) {
    const { rule, waived } = keyed.finding;
    if (waived) continue;
    const here = members.get(rule);
    if (here) here.push(keyed);
    else members.set(rule, [keyed]);
  }
  return [...members]
    .map(([rule, list]) => ({
      rule,
      severity: list[0]?.finding.severity ?? "note",
      text: rules[rule] ?? { headline: rule, because: "", remedy: "" },
      members: list,
    }))
    .sort((a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) || b.members.length - a.members.length || a.rule.localeCompare(b.rule));
}
