import { sayNames } from "#core/lint/say.ts";
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
    const closed = (document.calendars ?? []).filter(({ always }) => always !== true);
    const say = (found: typeof closed, field: string, lacks: string): void => {
      const [first] = found;
      if (first !== undefined) report({ message: `${sayNames(found)} ${found.length === 1 ? "has" : "have"} ${lacks}`, at: { kind: "calendar", id: first.id, field } });
    };
    say(closed.filter(({ hours }) => (hours?.length ?? 0) === 0), "hours", "no hours");
    say(closed.filter(({ hours, timeZone }) => (hours?.length ?? 0) > 0 && timeZone === undefined), "timeZone", "hours, but no time zone");
  },
} satisfies RegisterRule;
