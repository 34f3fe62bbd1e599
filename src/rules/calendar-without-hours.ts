import type { RegisterRule } from "#core/lint/rule.ts";

export default {
  id: "calendar-without-hours",
  reads: "register",
  severity: "error",
  summary: "A calendar that says nothing about when it is open",
  because: "A calendar without hours or without a zone opens nothing: every clock on it stands still, every right on it never holds.",
  remedy: "Write the hours and their zone, or say that it is open around the clock.",
  source: "semantics: calendars are explicit, a missing one is an error",
  avoid: { matrix: { calendars: [{ id: "office", name: "Office hours" }] } },
  prefer: { matrix: { calendars: [{ id: "office", name: "Office hours", timeZone: "Europe/London", hours: [{ days: ["mon", "tue", "wed", "thu", "fri"], from: "08:00", until: "17:00" }] }] } },
  checkRegister({ document }, report) {
    for (const { id, name, always, hours, timeZone } of document.calendars ?? []) {
      if (always === true) continue;
      if ((hours?.length ?? 0) === 0) report({ message: `${name} has no hours`, at: { kind: "calendar", id, field: "hours" } });
      else if (timeZone === undefined) report({ message: `${name} has hours, but no time zone`, at: { kind: "calendar", id, field: "timeZone" } });
    }
  },
} satisfies RegisterRule;
