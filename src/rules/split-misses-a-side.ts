import { sayNames } from "#core/lint/say.ts";
import type { RowRule } from "#core/lint/rule.ts";

export default {
  id: "split-misses-a-side",
  reads: "row",
  severity: "warning",
  summary: "A party performs, and the split says nothing of its part",
  because: "The letters say that both work, the words tell of one: what the other one does stays open.",
  remedy: "Write the missing part, or take the R away.",
  source: "product C3; semantics: shared is legal only when the row says what each side does",
  avoid: {
    rows: [
      {
        title: "Patch the servers",
        cells: { "System Administrator (provider)": "R", "Application Owner": "R A" },
        split: { parts: [{ party: "provider", does: "installs the patches", responsible: "system-administrator" }], validator: "application-owner" },
      },
    ],
  },
  prefer: {
    rows: [
      {
        title: "Patch the servers",
        cells: { "System Administrator (provider)": "R", "Application Owner": "R A" },
        split: {
          parts: [
            { party: "provider", does: "installs the patches", responsible: "system-administrator" },
            { party: "client", does: "tests the application", responsible: "application-owner" },
          ],
          validator: "application-owner",
        },
      },
    ],
  },
  checkRow(row, register, report) {
    const { split } = row.activity;
    if (split === undefined) return;
    const left = row.responsible.filter((role) => register.parties.has(role.party) && !split.parts.some((part) => part.party === role.party));
    if (left.length > 0) report({ message: `${sayNames(left)} ${left.length === 1 ? "performs" : "perform"} ${row.title}, but the split does not say what`, field: "split" });
  },
} satisfies RowRule;
