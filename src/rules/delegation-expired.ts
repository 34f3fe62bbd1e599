import { nameOfPerson } from "#core/lint/callees.ts";
import type { RegisterRule } from "#core/lint/rule.ts";
import { dayOf, minuteOf } from "#core/time/minute.ts";

export default {
  id: "delegation-expired",
  reads: "register",
  severity: "note",
  summary: "A delegation has ended and is still listed",
  because: "A list in which half the lines no longer hold is read as if all did.",
  remedy: "Take it out: the history keeps what was decided under it.",
  source: "semantics: delegation has a bounded window, no expired object in use",
  avoid: {
    people: { "Ana Ortiz": ["Security Lead"], "Ben Okafor": ["Internal IT Manager"] },
    matrix: {
      decisionRights: [{ id: "contain", verb: "containment.authorise", role: "security-lead", delegable: true }],
      directory: { delegations: [{ id: "d1", from: "ana-ortiz", to: "ben-okafor", verbs: ["containment.authorise"], starts: "2026-07-01T00:00Z", ends: "2026-07-15T00:00Z" }] },
    },
  },
  prefer: {
    people: { "Ana Ortiz": ["Security Lead"], "Ben Okafor": ["Internal IT Manager"] },
    matrix: {
      decisionRights: [{ id: "contain", verb: "containment.authorise", role: "security-lead", delegable: true }],
      directory: { delegations: [{ id: "d1", from: "ana-ortiz", to: "ben-okafor", verbs: ["containment.authorise"], starts: "2026-12-20T00:00Z", ends: "2027-01-04T00:00Z" }] },
    },
  },
  checkRegister(register, report) {
    const ended = (register.document.directory?.delegations ?? []).filter(({ ends }) => minuteOf(ends) <= dayOf(register.today));
    for (const { id, from, to, ends } of ended)
      report({
        message: `what ${nameOfPerson(register, from)} delegated to ${nameOfPerson(register, to)} ended on ${ends.slice(0, 10)}`,
        at: { kind: "delegation", id },
        fix: { label: "Take the ended delegation out", edits: [{ do: "remove", kind: "delegation", id }] },
      });
  },
} satisfies RegisterRule;
