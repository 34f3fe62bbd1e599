import { sayEach } from "#core/lint/callees.ts";
import type { RegisterRule } from "#core/lint/rule.ts";

export default {
  id: "duty-hours-without-zone",
  reads: "register",
  severity: "error",
  summary: "Somebody has duty hours and no time zone",
  because: "Eight o'clock is eight o'clock somewhere. Until it is said where, the person counts as never there.",
  remedy: "Write the time zone the person works in.",
  source: "semantics: wall-clock rules carry an IANA zone",
  avoid: { matrix: { people: [{ id: "ana-ortiz", name: "Ana Ortiz", party: "client", dutyHours: [{ days: ["mon"], from: "08:00", until: "17:00" }] }] } },
  prefer: { matrix: { people: [{ id: "ana-ortiz", name: "Ana Ortiz", party: "client", timeZone: "Europe/London", dutyHours: [{ days: ["mon"], from: "08:00", until: "17:00" }] }] } },
  checkRegister(register, report) {
    const open = [...register.people.values()].filter(({ dutyHours, timeZone }) => (dutyHours?.length ?? 0) > 0 && timeZone === undefined).map(({ id }) => id as string);
    sayEach(register, open, report, (name) => `${name} has duty hours, but no time zone`, (names) => `people have duty hours, but no time zone: ${names}`);
  },
} satisfies RegisterRule;
