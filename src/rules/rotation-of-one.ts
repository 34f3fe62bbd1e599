import { humanOf, nameOfPerson } from "#core/lint/callees.ts";
import type { RegisterRule } from "#core/lint/rule.ts";

export default {
  id: "rotation-of-one",
  reads: "register",
  severity: "warning",
  summary: "A rotation in which one person takes every turn",
  because: "Nobody is on call around the clock all year. The first holiday leaves the post empty.",
  remedy: "Bring a second person into the rotation, or write it as duty hours.",
  source: "T6 backup contact; NIST SP 800-61r2 2.4.2",
  avoid: { people: { "Ben Okafor": ["SOC Analyst (provider)"] }, matrix: { rotations: [{ id: "soc", name: "SOC duty", role: "soc-analyst", timeZone: "Europe/London", layers: [{ people: ["ben-okafor"], from: "2026-10-05T08:00", turn: "P1W" }] }] } },
  prefer: {
    people: { "Ben Okafor": ["SOC Analyst (provider)"], "Cleo Marsh": ["SOC Analyst (provider)"] },
    matrix: { rotations: [{ id: "soc", name: "SOC duty", role: "soc-analyst", timeZone: "Europe/London", layers: [{ people: ["ben-okafor", "cleo-marsh"], from: "2026-10-05T08:00", turn: "P1W" }] }] },
  },
  checkRegister(register, report) {
    for (const { id, name, layers } of register.document.rotations ?? []) {
      const humans = new Set(layers.flatMap(({ people }) => people).map((person) => humanOf(register, person)));
      const [only] = humans;
      if (humans.size === 0) report({ message: `\`${name}\` is a rotation without anybody in it`, at: { kind: "rotation", id, field: "layers" } });
      else if (humans.size === 1 && only !== undefined) report({ message: `${nameOfPerson(register, only)} takes every turn of \`${name}\``, at: { kind: "rotation", id, field: "layers" } });
    }
  },
} satisfies RegisterRule;
