import { callees, waysTo } from "#core/lint/callees.ts";
import type { RegisterRule } from "#core/lint/rule.ts";
import { MAXIMUM_AGE } from "#core/who/reach.ts";

export default {
  id: "contact-check-without-age",
  reads: "register",
  severity: "note",
  summary: "Numbers were verified, but nothing says for how long that holds",
  because: "A check that never ends is not repeated. A year is taken where nothing is said, which is long for a number called at night.",
  remedy: "Say after which time a number has to be checked again: every six months is common.",
  source: "semantics: contact methods have a maximum age; T7 cadence",
  avoid: {
    people: { "Ana Ortiz": ["Security Lead"] },
    matrix: {
      escalationPaths: [{ id: "severe", name: "Severe incidents", steps: [{ after: "PT0M", roles: ["security-lead"] }] }],
      directory: { contacts: [{ id: "c1", person: "ana-ortiz", kind: "voice", value: "+1 555 0100", verifiedAt: "2026-10-01T09:00Z" }] },
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
    const open = [...callees(register).keys()].flatMap((human) => waysTo(register, human)).filter(({ verifiedAt, maximumAge }) => verifiedAt !== undefined && maximumAge === undefined);
    if (open.length === 0) return;
    report({
      message: `${open.length === 1 ? "one verified contact does" : `${open.length} verified contacts do`} not say for how long the check holds; a year is taken`,
      fix: { label: "Write down the year that is taken", edits: open.map(({ id }) => ({ do: "set", at: { kind: "contact", id }, field: "maximumAge", value: MAXIMUM_AGE })) },
    });
  },
} satisfies RegisterRule;
