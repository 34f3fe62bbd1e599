import { nameOfPerson } from "#core/lint/callees.ts";
import { sayNames } from "#core/lint/say.ts";
import type { RegisterRule } from "#core/lint/rule.ts";

export default {
  id: "rotation-of-strangers",
  reads: "register",
  severity: "warning",
  summary: "A rotation puts somebody on duty who does not hold the post",
  because: "On their turn they stand for the post with all its rights, and nobody signed that they may.",
  remedy: "Let them hold the post, or take them out of the rotation.",
  source: "semantics: duty hours and rotations; T7 responsibilities match reality",
  avoid: {
    people: { "Ben Okafor": ["SOC Analyst (provider)"], "Cleo Marsh": ["Network Engineer (provider)"] },
    matrix: { rotations: [{ id: "soc", name: "SOC duty", role: "soc-analyst", timeZone: "Europe/London", layers: [{ people: ["ben-okafor", "cleo-marsh"], from: "2026-10-05T08:00", turn: "P1W" }] }] },
  },
  prefer: {
    people: { "Ben Okafor": ["SOC Analyst (provider)"], "Cleo Marsh": ["SOC Analyst (provider)"] },
    matrix: { rotations: [{ id: "soc", name: "SOC duty", role: "soc-analyst", timeZone: "Europe/London", layers: [{ people: ["ben-okafor", "cleo-marsh"], from: "2026-10-05T08:00", turn: "P1W" }] }] },
  },
  checkRegister(register, report) {
    for (const { id, name, role, layers } of register.document.rotations ?? []) {
      const held = register.roles.get(role);
      if (held === undefined) continue;
      const strangers = [...new Set(layers.flatMap(({ people }) => people))].filter((person) => register.people.has(person) && held.holders?.includes(person) !== true && !held.humans.includes(register.people.get(person)?.sameHumanAs ?? person));
      if (strangers.length === 0) continue;
      const named = sayNames(strangers.map((person) => ({ name: nameOfPerson(register, person) })));
      report({
        message: `\`${name}\` puts ${named} on duty as ${held.name}, a post ${strangers.length === 1 ? "this person does" : "they do"} not hold`,
        at: { kind: "rotation", id, field: "layers" },
        fix: { label: `Let ${named} hold ${held.name}`, edits: [{ do: "set", at: { kind: "role", id: held.id }, field: "holders", value: [...(held.holders ?? []), ...strangers] }] },
      });
    }
  },
} satisfies RegisterRule;
