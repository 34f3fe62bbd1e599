import type { RegisterRule } from "#core/lint/rule.ts";

export default {
  id: "clock-waits-for-itself",
  reads: "register",
  severity: "error",
  summary: "A clock that starts only after itself",
  because: "It never starts, and a deadline that never starts is missed without anybody noticing.",
  remedy: "Let the first clock of the chain start at a fact, not at another clock.",
  source: "semantics: chained clocks run from the actual submission; NIS2 23; DORA 19",
  avoid: { matrix: { clocks: [{ id: "early", name: "Early warning", kind: "regulatory", anchor: "awareness", limit: "PT24H", after: "final" }, { id: "final", name: "Final report", kind: "regulatory", anchor: "submission of the early warning", limit: "P1M", after: "early" }] } },
  prefer: { matrix: { clocks: [{ id: "early", name: "Early warning", kind: "regulatory", anchor: "awareness", limit: "PT24H" }, { id: "final", name: "Final report", kind: "regulatory", anchor: "submission of the early warning", limit: "P1M", after: "early" }] } },
  checkRegister({ document }, report) {
    const clocks = new Map((document.clocks ?? []).map((clock) => [clock.id as string, clock]));
    const told = new Set<string>();
    for (const clock of clocks.values()) {
      const way = [clock.id as string];
      for (let next = clock.after; next !== undefined && !way.includes(next); next = clocks.get(next)?.after) way.push(next);
      if (clocks.get(way.at(-1) ?? "")?.after !== clock.id || way.some((id) => told.has(id))) continue;
      for (const id of way) told.add(id);
      report({ message: `\`${clock.name}\` waits for itself${way.length > 1 ? ` by way of ${way.slice(1).map((id) => `\`${clocks.get(id)?.name ?? id}\``).join(" and ")}` : ""}`, at: { kind: "clock", id: clock.id, field: "after" } });
    }
  },
} satisfies RegisterRule;
