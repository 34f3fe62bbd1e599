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
    const { goal, result, note, split, columns } = row.activity;
    const found = gap(row.activity.title);
    if (found !== undefined) return report({ message: `\`${found}\` in ${row.title} is a gap that was not filled in`, field: "title" });
    const beside = besides(goal, "goal") ?? besides(result, "result") ?? besides(note, "note") ?? first(split?.parts.map(({ does }) => does), "split") ?? first(columns && Object.values(columns), "columns");
    if (beside) report({ message: `\`${beside.gap}\` in the words beside ${row.title} is a gap that was not filled in`, field: beside.field });
  },
} satisfies RowRule;

const besides = (text: string | undefined, field: string): { readonly gap: string; readonly field: string } | undefined => {
  const found = gap(text);
  return found === undefined ? undefined : { gap: found, field };
};

function first(texts: readonly string[] | undefined, field: string): { readonly gap: string; readonly field: string } | undefined {
  for (const text of texts ?? []) {
    const found = besides(text, field);
    if (found) return found;
  }
  return undefined;
}

/** The look-ahead for one of the few letters that begin a gap saves the search in nearly all texts. */
const gap = (text: string | undefined): string | undefined => (text !== undefined && /[<{[]|xxx|lorem/i.test(text) ? PLACEHOLDER.exec(text)?.[0] : undefined);
