import type { RowRule } from "#core/lint/rule.ts";

export default {
  id: "split-part-without-responsible",
  reads: "row",
  severity: "warning",
  summary: "A part of a shared activity has no responsible role",
  because: "A company does not do work, people do. The part is nobody's until somebody of that company has it.",
  remedy: "Name the role that does the part.",
  source: "semantics: each half has its own responsible, the whole one accountable",
  avoid: {
    rows: [
      {
        title: "Patch the servers",
        cells: { "System Administrator (provider)": "R", "Operations Engineer (provider)": "R", "Application Owner": "R A" },
        split: {
          parts: [
            { party: "provider", does: "installs the patches" },
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
      if (part.responsible !== undefined) continue;
      const party = register.parties.get(part.party);
      // One performer of that party in the row: it is clear who was meant.
      if (!party || row.responsible.filter((role) => role.party === part.party).length === 1) continue;
      report({ message: `${party.name} ${part.does} in ${row.title}, but no role of it is responsible`, field: "split" });
    }
  },
} satisfies RowRule;
