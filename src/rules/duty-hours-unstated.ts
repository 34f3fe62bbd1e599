import { callees, nameOfPerson } from "#core/lint/callees.ts";
import { sayNames } from "#core/lint/say.ts";
import type { RegisterRule } from "#core/lint/rule.ts";

export default {
  id: "duty-hours-unstated",
  reads: "register",
  severity: "note",
  summary: "Some people on a path have duty hours, and some count as always there",
  because: "Whoever states no hours counts as reachable at any hour, which hides the nights on which nobody is.",
  remedy: "Write the hours in which these people are on call, or put them into a rotation.",
  source: "semantics: duty hours, rotations; T6 alert at night",
  avoid: {
    people: { "Ana Ortiz": ["Security Lead"], "Ben Okafor": ["Incident Manager (provider)"] },
    matrix: {
      people: [{ id: "ana-ortiz", name: "Ana Ortiz", party: "client", timeZone: "Europe/London", dutyHours: [{ days: ["mon"], from: "08:00", until: "17:00" }] }, { id: "ben-okafor", name: "Ben Okafor", party: "provider" }],
      escalationPaths: [{ id: "all", name: "All incidents", steps: [{ after: "PT0M", roles: ["incident-manager", "security-lead"] }] }],
    },
  },
  prefer: {
    people: { "Ana Ortiz": ["Security Lead"], "Ben Okafor": ["Incident Manager (provider)"] },
    matrix: {
      people: [{ id: "ana-ortiz", name: "Ana Ortiz", party: "client", timeZone: "Europe/London", dutyHours: [{ days: ["mon"], from: "08:00", until: "17:00" }] }, { id: "ben-okafor", name: "Ben Okafor", party: "provider", timeZone: "Europe/London", dutyHours: [{ days: ["mon"], from: "17:00", until: "08:00" }] }],
      escalationPaths: [{ id: "all", name: "All incidents", steps: [{ after: "PT0M", roles: ["incident-manager", "security-lead"] }] }],
    },
  },
  checkRegister(register, report) {
    const turning = new Set((register.document.rotations ?? []).flatMap(({ layers }) => layers.flatMap(({ people }) => people as readonly string[])));
    const stated = ([id]: readonly [string, unknown]) => turning.has(id) || (register.people.get(id)?.dutyHours?.length ?? 0) > 0;
    // A last resort is called at any hour: that is what it is for.
    const called = [...callees(register, (register.document.escalationPaths ?? []).map(({ lastResort: _, ...path }) => path))];
    const open = called.filter((one) => !stated(one));
    // Nobody's hours are known: an empty column, which the proof lists among what it rests on.
    if (open.length === 0 || open.length === called.length) return;
    report({ message: `no duty hours are stated for ${sayNames(open.map(([id]) => ({ name: nameOfPerson(register, id) })))}: whoever states none counts as reachable at any hour` });
  },
} satisfies RegisterRule;
