import { sayNames } from "#core/lint/say.ts";
import type { RowRule } from "#core/lint/rule.ts";

export default {
  id: "performer-undecided",
  reads: "row",
  severity: "warning",
  summary: "This one or that one performs it: nobody has decided",
  because: "Each of them may take it for the other's work, and in the end neither does it.",
  remedy: "Choose one performer; make the other the secondary owner, if that was meant.",
  source: "T1: four rows say `X or Y` for R; product C1",
  avoid: {
    matrix: {
      roles: [
        { id: "system-administrator", name: "System Administrator", party: "client" },
        { id: "network-engineer", name: "Network Engineer", party: "provider" },
        { id: "infrastructure-manager", name: "Infrastructure Manager", party: "client" },
      ],
      activities: [
        {
          id: "a1",
          title: "Deploy patches on production servers",
          assignments: [
            { role: "system-administrator", letter: "R", alternative: true },
            { role: "network-engineer", letter: "R", alternative: true },
            { role: "infrastructure-manager", letter: "A" },
          ],
        },
      ],
    },
  },
  prefer: {
    rows: [
      {
        title: "Deploy patches on production servers",
        cells: { "Network Engineer (provider)": "R", "Infrastructure Manager": "A", "System Administrator": "I" },
        secondary: "system-administrator",
      },
    ],
  },
  checkRow(row, register, report) {
    if (row.alternatives.length === 0) return;
    const roles = row.alternatives.flatMap(({ role }) => register.roles.get(role) ?? { name: `\`${role}\`` });
    report({
      message: roles.length > 1 ? `nobody has decided who performs ${row.title}: ${sayNames(roles).replace(/ and ([^,]*)$/, " or $1")}` : `${sayNames(roles)} performs ${row.title}, or somebody else does: nobody has decided`,
      field: "assignments",
    });
  },
} satisfies RowRule;
