import type { RegisterRule } from "#core/lint/rule.ts";

export default {
  id: "severities-of-one-rank",
  reads: "register",
  severity: "error",
  summary: "Two severities have the same rank",
  because: "Nobody can say which of the two is the higher one, and in doubt the higher one holds.",
  remedy: "Give each severity a rank of its own; 1 is the most severe.",
  source: "semantics: severity, in doubt the higher",
  avoid: { matrix: { severities: [{ id: "s1", name: "S1 critical", rank: 1 }, { id: "s2", name: "S2 high", rank: 1 }] } },
  prefer: { matrix: { severities: [{ id: "s1", name: "S1 critical", rank: 1 }, { id: "s2", name: "S2 high", rank: 2 }] } },
  checkRegister({ document }, report) {
    const severities = document.severities ?? [];
    for (const [i, severity] of severities.entries()) {
      const same = severities.slice(0, i).find(({ rank }) => rank === severity.rank);
      if (same !== undefined) report({ message: `\`${same.name}\` and \`${severity.name}\` both have rank ${severity.rank}`, at: { kind: "severity", id: severity.id, field: "rank" } });
    }
  },
} satisfies RegisterRule;
