import type { RegisterRule } from "#core/lint/rule.ts";
import { zoneOf } from "#core/time/zone.ts";

export default {
  id: "unknown-time-zone",
  reads: "register",
  severity: "error",
  summary: "Hours are kept in a time zone that does not exist",
  because: "Nobody can say when they begin, so nobody is reachable in them.",
  remedy: "Write an IANA zone such as Europe/Berlin.",
  source: "semantics: wall-clock rules carry an IANA zone",
  avoid: { matrix: { calendars: [{ id: "office", name: "Office hours", timeZone: "Europe/Londn", hours: [{ days: ["mon"], from: "08:00", until: "17:00" }] }] } },
  prefer: { matrix: { calendars: [{ id: "office", name: "Office hours", timeZone: "Europe/London", hours: [{ days: ["mon"], from: "08:00", until: "17:00" }] }] } },
  checkRegister({ document, people }, report) {
    const known = new Map<string, boolean>();
    const exists = (zone: string): boolean => {
      if (!known.has(zone)) known.set(zone, zoneOf(zone) !== undefined);
      return known.get(zone) === true;
    };
    const check = (kind: "person" | "calendar" | "rotation", { id, name, timeZone }: { readonly id: string; readonly name: string; readonly timeZone?: string | undefined }): void => {
      if (timeZone !== undefined && !exists(timeZone)) report({ message: `${kind === "rotation" ? `\`${name}\`` : name} is kept in \`${timeZone}\`, which is no time zone`, at: { kind, id, field: "timeZone" } });
    };
    for (const person of people.values()) check("person", person);
    for (const calendar of document.calendars ?? []) check("calendar", calendar);
    for (const rotation of document.rotations ?? []) check("rotation", rotation);
  },
} satisfies RegisterRule;
