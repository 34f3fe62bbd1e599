import type { RowRule } from "#core/lint/rule.ts";

export default {
  id: "split-party-performs-nothing",
  reads: "row",
  severity: "warning",
  summary: "The split gives a part to a party that has no R",
  because: "The words give work to a party that the letters leave out. Who reads only one of the two is misled.",
  remedy: "Give a role of that party the R, or take its part out of the split.",
  source: "product C3: a row's lane = the parties of its R roles",
  avoid: {
    rows: [
      {
        title: "Patch the servers",
        cells: { "System Administrator (provider)": "R", "Application Owner": "A" },
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
    for (const part of split.parts) {
      const party = register.parties.get(part.party);
      if (!party) report({ message: `the split of ${row.title} names \`${part.party}\`, which is not a party of this matrix`, field: "split" });
      else if (!row.responsible.some((role) => role.party === part.party)) report({ message: `${party.name} has a part of ${row.title} in words, but no role of it performs`, field: "split" });
    }
  },
} satisfies RowRule;
