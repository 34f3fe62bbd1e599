import type { RegisterRule } from "#core/lint/rule.ts";

export default {
  id: "path-in-a-circle",
  reads: "register",
  severity: "error",
  summary: "An escalation path leads back to itself",
  because: "The last resort is never reached, and the same people who did not answer are called again.",
  remedy: "Let the last path of the chain end with a last resort.",
  source: "semantics: cyclic references are refused",
  avoid: {
    people: { "Ana Ortiz": ["Security Lead"] },
    matrix: {
      escalationPaths: [
        { id: "first", name: "First line", steps: [{ after: "PT0M", roles: ["security-lead"] }], then: "second" },
        { id: "second", name: "Second line", steps: [{ after: "PT0M", roles: ["security-lead"] }], then: "first" },
      ],
    },
  },
  prefer: {
    people: { "Ana Ortiz": ["Security Lead"] },
    matrix: {
      escalationPaths: [
        { id: "first", name: "First line", steps: [{ after: "PT0M", roles: ["security-lead"] }], then: "second" },
        { id: "second", name: "Second line", steps: [{ after: "PT0M", roles: ["security-lead"] }] },
      ],
    },
  },
  checkRegister({ document }, report) {
    const paths = new Map((document.escalationPaths ?? []).map((path) => [path.id as string, path]));
    const told = new Set<string>();
    for (const path of paths.values()) {
      const way = [path.id as string];
      for (let next = path.then; next !== undefined && !way.includes(next); next = paths.get(next)?.then) way.push(next);
      const last = paths.get(way.at(-1) ?? "");
      if (last?.then !== path.id || way.some((id) => told.has(id))) continue;
      for (const id of way) told.add(id);
      report({ message: `\`${path.name}\` leads back to itself${way.length > 1 ? ` by way of ${way.slice(1).map((id) => `\`${paths.get(id)?.name ?? id}\``).join(" and ")}` : ""}`, at: { kind: "path", id: path.id, field: "then" } });
    }
  },
} satisfies RegisterRule;
