import { mentions } from "#core/lint/topics.ts";
import { sayActivities } from "#core/lint/say.ts";
import type { RowRule } from "#core/lint/rule.ts";

export default {
  id: "shared-without-split",
  reads: "row",
  severity: "warning",
  summary: "Shared, but nobody wrote down the split",
  because: "Each side takes it for the other's work. This is where patches are not installed and alerts are not read.",
  remedy: "Write what the provider does, what the client does, and who validates the whole; or write behind each R which part it is.",
  source: "product C3; T15 red flags: shared patching without validation flow",
  avoid: { rows: [{ title: "Patch the servers", cells: { "System Administrator (provider)": "R", "Application Owner": "R A" } }] },
  prefer: {
    rows: [
      {
        title: "Patch the servers",
        cells: { "System Administrator (provider)": "R", "Application Owner": "R A" },
        split: {
          parts: [
            { party: "provider", does: "installs the patches in the agreed window", responsible: "system-administrator" },
            { party: "client", does: "tests the application afterwards", responsible: "application-owner" },
          ],
          validator: "application-owner",
        },
      },
    ],
  },
  column: {
    used: (row) => row.activity.split !== undefined,
    message: (rows) => `none of ${sayActivities(rows)} shared between both sides says who does which part`,
  },
  checkRow(row, register, report) {
    if (row.lane !== "shared" || row.activity.split !== undefined || row.alternatives.length > 0) return;
    // Words behind every R but one tell the parts apart: `R (operations)`, `R (security)`.
    const explained = row.conditional.filter(({ letter, role }) => letter === "R" && register.roles.has(role)).length;
    if (explained > 0 && explained >= row.responsible.length - 1) return;
    // The sheet's own words take the row out: `not used in this solution`.
    if (mentions(row, LEFT_OUT)) return;
    report({ message: `client and provider share ${row.title}, and nothing says who does which part`, field: "split" });
  },
} satisfies RowRule;

const LEFT_OUT = /\bnot (?:used|in use|applicable|relevant)\b|\bdoes not apply\b|\bno (?:payment|card ?holder|personal)\b[^.]{0,60}\bdata\b|^n\/a\b/;
