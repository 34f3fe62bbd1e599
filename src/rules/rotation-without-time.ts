import { takesTime } from "#core/time/duration.ts";
import type { RegisterRule } from "#core/lint/rule.ts";

export default {
  id: "rotation-without-time",
  reads: "register",
  severity: "error",
  summary: "A turn of a rotation takes no time",
  because: "A turn of no length begins and ends at once: nobody is ever on duty, and the list of names looks as if somebody were.",
  remedy: "Say how long a turn is: P1D, P1W, PT12H.",
  source: "semantics: duty hours and rotations",
  avoid: {
    people: { "Ben Okafor": ["SOC Analyst (provider)"], "Cleo Marsh": ["SOC Analyst (provider)"] },
    matrix: { rotations: [{ id: "soc", name: "SOC duty", role: "soc-analyst", timeZone: "Europe/London", layers: [{ people: ["ben-okafor", "cleo-marsh"], from: "2026-10-05T08:00", turn: "PT0H" }] }] },
  },
  prefer: {
    people: { "Ben Okafor": ["SOC Analyst (provider)"], "Cleo Marsh": ["SOC Analyst (provider)"] },
    matrix: { rotations: [{ id: "soc", name: "SOC duty", role: "soc-analyst", timeZone: "Europe/London", layers: [{ people: ["ben-okafor", "cleo-marsh"], from: "2026-10-05T08:00", turn: "P1W" }] }] },
  },
  checkRegister(register, report) {
    for (const { id, name, layers } of register.document.rotations ?? []) {
      const endless = layers.some(({ turn }) => !takesTime(turn));
      if (endless) report({ message: `nobody is ever on duty in ${layers.length === 1 ? "" : "a layer of "}\`${name}\`: its turns take no time`, at: { kind: "rotation", id, field: "layers" } });
    }
  },
} satisfies RegisterRule;
