import { sayActivities } from "#core/lint/say.ts";
import type { RowRule } from "#core/lint/rule.ts";

export default {
  id: "split-without-validator",
  reads: "row",
  severity: "warning",
  summary: "The parts are split, and nobody validates the whole",
  because: "Each side has done its part, and whether the two fit together is found out by the users.",
  remedy: "Name the role that validates the whole.",
  source: "product C3: shared needs a written split and a validation step",
  avoid: {
    rows: [
      {
        title: "Patch the servers",
        cells: { "System Administrator (provider)": "R", "Application Owner": "R A" },
        split: {
          parts: [
            { party: "provider", does: "installs the patches", responsible: "system-administrator" },
            { party: "client", does: "tests the application", responsible: "application-owner" },
          ],
        },
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
  column: {
    used: ({ activity }) => activity.split?.validator !== undefined || activity.validation?.by !== undefined,
    message: (rows) => `${sayActivities(rows)} are split between two sides, and for none of them anybody validates the whole`,
  },
  checkRow(row, _register, report) {
    const { split, validation } = row.activity;
    if (split === undefined || split.validator !== undefined || validation?.by !== undefined) return;
    report({ message: `nobody validates ${row.title} as a whole`, field: "split" });
  },
} satisfies RowRule;
