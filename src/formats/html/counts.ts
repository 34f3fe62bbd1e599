import { SEVERITIES, type Counts } from "#core/lint/finding.ts";

/** `3 errors, 12 warnings, 4 notes`; accepted ones are named apart. */
export function sayEach(counts: Counts): string {
  const said = SEVERITIES.filter((severity) => counts[severity] > 0).map((severity) => `${counts[severity]} ${severity}${counts[severity] === 1 ? "" : "s"}`);
  const open = said.length === 0 ? "nothing found" : said.join(", ");
  return counts.waived === 0 ? open : `${open}, ${counts.waived} accepted`;
}
