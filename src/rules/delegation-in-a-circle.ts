import { humanOf, nameOfPerson } from "#core/lint/callees.ts";
import type { RegisterRule } from "#core/lint/rule.ts";

export default {
  id: "delegation-in-a-circle",
  reads: "register",
  severity: "error",
  summary: "People delegate the same right to each other at the same time",
  because: "Each believes the other decides. Nobody does.",
  remedy: "Let one of the two keep the right.",
  source: "semantics: delegation is acyclic",
  avoid: {
    people: { "Ana Ortiz": ["Security Lead"], "Ben Okafor": ["Internal IT Manager"] },
    matrix: {
      decisionRights: [{ id: "a", verb: "severity.set", role: "security-lead", delegable: true }, { id: "b", verb: "severity.set", role: "internal-it-manager", delegable: true }],
      directory: {
        delegations: [
          { id: "d1", from: "ana-ortiz", to: "ben-okafor", verbs: ["severity.set"], starts: "2026-12-20T00:00Z", ends: "2027-01-04T00:00Z" },
          { id: "d2", from: "ben-okafor", to: "ana-ortiz", verbs: ["severity.set"], starts: "2026-12-24T00:00Z", ends: "2026-12-28T00:00Z" },
        ],
      },
    },
  },
  prefer: {
    people: { "Ana Ortiz": ["Security Lead"], "Ben Okafor": ["Internal IT Manager"] },
    matrix: {
      decisionRights: [{ id: "a", verb: "severity.set", role: "security-lead", delegable: true }, { id: "b", verb: "severity.set", role: "internal-it-manager", delegable: true }],
      directory: { delegations: [{ id: "d1", from: "ana-ortiz", to: "ben-okafor", verbs: ["severity.set"], starts: "2026-12-20T00:00Z", ends: "2027-01-04T00:00Z" }] },
    },
  },
  checkRegister(register, report) {
    const all = register.document.directory?.delegations ?? [];
    const told = new Set<string>();
    for (const start of all) {
      // Along delegations of the same right that hold at the same time, each once.
      const way = [start];
      let goesOn = true;
      while (goesOn) {
        const last = way.at(-1) ?? start;
        const next = all.find((one) => !way.includes(one) && humanOf(register, one.from) === humanOf(register, last.to) && way.every((other) => one.starts < other.ends && other.starts < one.ends) && one.verbs.some((verb) => way.every(({ verbs }) => verbs.includes(verb))));
        goesOn = next !== undefined;
        if (next !== undefined) way.push(next);
        if (humanOf(register, way.at(-1)?.to ?? "") === humanOf(register, start.from)) goesOn = false;
      }
      if (way.length < 2 || humanOf(register, way.at(-1)?.to ?? "") !== humanOf(register, start.from) || way.some(({ id }) => told.has(id))) continue;
      for (const { id } of way) told.add(id);
      report({ message: `${way.map(({ from }) => nameOfPerson(register, from)).join(", ")} delegate the same right ${way.length === 2 ? "to each other" : "in a circle"}`, at: { kind: "delegation", id: start.id } });
    }
  },
} satisfies RegisterRule;
