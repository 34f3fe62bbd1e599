import { callees, sayEach, waysTo } from "#core/lint/callees.ts";
import type { RegisterRule } from "#core/lint/rule.ts";
import { dateOf, dayOf } from "#core/time/minute.ts";
import { verifiedWhile } from "#core/who/reach.ts";

export default {
  id: "contact-check-too-old",
  reads: "register",
  severity: "warning",
  summary: "The last check of somebody's number is too old",
  because: "People change phones and jobs. A number that worked two years ago is a guess.",
  remedy: "Ask the person whether the number is still right, and write down the day.",
  source: "T7 review checks: escalation contacts accurate; semantics: a number verified 400 days ago",
  avoid: {
    people: { "Ana Ortiz": ["Security Lead"] },
    matrix: {
      escalationPaths: [{ id: "severe", name: "Severe incidents", steps: [{ after: "PT0M", roles: ["security-lead"] }] }],
      directory: { contacts: [{ id: "c1", person: "ana-ortiz", kind: "voice", value: "+1 555 0100", verifiedAt: "2024-06-01T09:00Z", maximumAge: "P6M" }] },
    },
  },
  prefer: {
    people: { "Ana Ortiz": ["Security Lead"] },
    matrix: {
      escalationPaths: [{ id: "severe", name: "Severe incidents", steps: [{ after: "PT0M", roles: ["security-lead"] }] }],
      directory: { contacts: [{ id: "c1", person: "ana-ortiz", kind: "voice", value: "+1 555 0100", verifiedAt: "2026-10-01T09:00Z", maximumAge: "P6M" }] },
    },
  },
  checkRegister(register, report) {
    const today = dayOf(register.today);
    const ended = new Map<string, number>();
    for (const human of callees(register).keys()) {
      const checked = waysTo(register, human).filter(({ verifiedAt }) => verifiedAt !== undefined).map((contact) => verifiedWhile(contact)[1]);
      const last = Math.max(...checked);
      if (checked.length > 0 && last <= today) ended.set(human, last);
    }
    sayEach(register, [...ended.keys()], report, (name, id) => `the last check of how ${name} is reached held until ${dateOf(ended.get(id) ?? 0)}`, (names) => `the last checks of how these people are reached are too old: ${names}`);
  },
} satisfies RegisterRule;
