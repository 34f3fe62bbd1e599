import { casesOf } from "#core/lint/callees.ts";
import type { RegisterRule } from "#core/lint/rule.ts";
import { sayDuration } from "#core/model/measure.ts";
import { lengthOf } from "#core/time/duration.ts";
import { budgetOf } from "#core/who/path.ts";
import { sayMinutes } from "#core/who/telling.ts";

export default {
  id: "path-slower-than-severity",
  reads: "register",
  severity: "error",
  summary: "A path may wait longer than its severity allows",
  because: "The agreed time cannot be kept even when everybody answers as written.",
  remedy: "Shorten the waits of the first step, or agree on a longer time for the severity.",
  source: "semantics: offset + attempts + acknowledge budget <= target; T6 response expectation",
  avoid: {
    people: { "Ana Ortiz": ["Security Lead"] },
    matrix: {
      events: [{ id: "malware", name: "Malware" }],
      severities: [{ id: "s1", name: "S1 critical", rank: 1, acknowledgeWithin: "PT15M" }],
      escalationPaths: [{ id: "severe", name: "Severe incidents", steps: [{ after: "PT0M", roles: ["security-lead"], channels: ["voice"], waitPerAttempt: "PT5M", acknowledgeWithin: "PT30M" }] }],
    },
  },
  prefer: {
    people: { "Ana Ortiz": ["Security Lead"] },
    matrix: {
      events: [{ id: "malware", name: "Malware" }],
      severities: [{ id: "s1", name: "S1 critical", rank: 1, acknowledgeWithin: "PT15M" }],
      escalationPaths: [{ id: "severe", name: "Severe incidents", steps: [{ after: "PT0M", roles: ["security-lead"], channels: ["voice"], waitPerAttempt: "PT5M", acknowledgeWithin: "PT10M" }] }],
    },
  },
  checkRegister(register, report) {
    const told = new Set<string>();
    for (const { severity, path } of casesOf(register)) {
      if (path === undefined || path.steps.length === 0 || severity.acknowledgeWithin === undefined || told.has(`${path.id} ${severity.id}`)) continue;
      told.add(`${path.id} ${severity.id}`);
      const soonest = Math.min(...path.steps.map((step) => lengthOf(step.after) + budgetOf(step)));
      if (soonest > lengthOf(severity.acknowledgeWithin)) report({ message: `\`${path.name}\` may take ${sayMinutes(soonest)} until its first answer, and \`${severity.name}\` asks for one within ${sayDuration(severity.acknowledgeWithin)}`, at: { kind: "path", id: path.id, field: "steps" } });
    }
  },
} satisfies RegisterRule;
