import { humanOf, nameOfPerson } from "#core/lint/callees.ts";
import type { RegisterRule } from "#core/lint/rule.ts";

export default {
  id: "own-substitute",
  reads: "register",
  severity: "error",
  summary: "Somebody stands in for themselves",
  because: "The field is filled, so nobody asks. When the person is away, the calls go to the person who is away.",
  remedy: "Name another human.",
  source: "semantics: absence with substitute, two accounts of one human",
  avoid: { matrix: { people: [{ id: "ana-ortiz", name: "Ana Ortiz", party: "client", substitute: "ana-ortiz" }] } },
  prefer: { matrix: { people: [{ id: "ana-ortiz", name: "Ana Ortiz", party: "client", substitute: "ben-okafor" }, { id: "ben-okafor", name: "Ben Okafor", party: "client" }] } },
  checkRegister(register, report) {
    for (const { id, substitute } of register.people.values())
      if (substitute !== undefined && humanOf(register, substitute) === humanOf(register, id))
        report({
          message: `${nameOfPerson(register, id)} is named as their own substitute`,
          at: { kind: "person", id, field: "substitute" },
          fix: { label: "Take the substitute out", edits: [{ do: "set", at: { kind: "person", id }, field: "substitute", value: null }] },
        });
    for (const { id, person, substitute, from } of register.document.directory?.absences ?? [])
      if (substitute !== undefined && humanOf(register, substitute) === humanOf(register, person))
        report({
          message: `${nameOfPerson(register, person)} stands in for themselves while absent from ${from.slice(0, 10)}`,
          at: { kind: "absence", id, field: "substitute" },
          fix: { label: "Take the substitute out", edits: [{ do: "set", at: { kind: "absence", id }, field: "substitute", value: null }] },
        });
  },
} satisfies RegisterRule;
