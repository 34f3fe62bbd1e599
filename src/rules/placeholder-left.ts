import type { RowRule } from "#core/lint/rule.ts";

const PLACEHOLDER = /<\s*\p{L}[\p{L} /_-]{1,40}>|\{\{[^}]*\}\}|\[(insert|your|name|client|customer|company|provider|vendor|system|enter|fill)\b[^\]]{0,40}\]|\bX{3,}\b|\blorem ipsum\b/iu;

export default {
  id: "placeholder-left",
  reads: "row",
  severity: "warning",
  summary: "A gap of the template was not filled in",
  because: "Signed so, the sentence binds nobody: the name that was to stand there is missing.",
  remedy: "Write what belongs there.",
  source: "product D1: template text not adapted",
  avoid: { rows: [{ title: "Notify [client name] of outages", cells: { "Service Desk Manager (provider)": "R A" } }] },
  prefer: { rows: [{ title: "Notify the infrastructure manager of outages", cells: { "Service Desk Manager (provider)": "R A" } }] },
  checkRow(row, _register, report) {
    const { goal, result, note } = row.activity;
    const found = gap(row.activity.title) ?? gap(goal) ?? gap(result) ?? gap(note);
    if (found !== undefined) report({ message: `\`${found}\` in ${row.title} is a gap that was not filled in`, field: "title" });
  },
} satisfies RowRule;

/** The look-ahead for one of the few letters that begin a gap saves the search in nearly all texts. */
const gap = (text: string | undefined): string | undefined => (text !== undefined && /[<{[]|xxx|lorem/i.test(text) ? PLACEHOLDER.exec(text)?.[0] : undefined);
