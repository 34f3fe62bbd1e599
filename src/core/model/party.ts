import * as z from "zod/mini";
import { calendarId, itemId, partyId, personId, roleId } from "./id.ts";
import { day, line, text, timeZone, wallClock, weekday, duration, instant, isDay } from "./measure.ts";


/** An organisation in the matrix. */
export const Party = z.strictObject({
  id: partyId,
  name: line,
  kind: z.enum(["client", "provider", "vendor", "supplier", "integrator", "regulator"]),
  /** Functions inside the party: Procurement, IT, InfoSec, Integrator, Service (T10). */
  functions: z.optional(z.array(line)),
  /** Calendar that "business hours" means for this party. */
  calendar: z.optional(calendarId),
  note: z.optional(text),
});
export type Party = z.infer<typeof Party>;
export type PartyKind = Party["kind"];

/** Wall-clock hours on some weekdays, in the person's or the calendar's zone. Half-open. */
export const Hours = z.strictObject({ days: z.array(weekday), from: wallClock, until: wallClock });
export type Hours = z.infer<typeof Hours>;

/** A human. Contact values and absences lie in the directory, not here. */
export const Person = z.strictObject({
  id: personId,
  name: line,
  party: partyId,
  timeZone: z.optional(timeZone),
  dutyHours: z.optional(z.array(Hours)),
  /** Who steps in whenever this person is absent and the absence names nobody else: for contact, never for authority. */
  substitute: z.optional(personId),
  /** The same human under another name or account: both count as one everywhere. */
  sameHumanAs: z.optional(personId),
  note: z.optional(text),
});
export type Person = z.infer<typeof Person>;

/** A specific, named post of one party. Holders in order: the first is the usual one. */
export const Role = z.strictObject({
  id: roleId,
  name: line,
  party: partyId,
  function: z.optional(line),
  holders: z.optional(z.array(personId)),
  /** The single coordination point of a project with several contractors. */
  coordinator: z.optional(z.boolean()),
  note: z.optional(text),
});
export type Role = z.infer<typeof Role>;

/** Explicit hours and holidays. `always` is the only way to say 24x7. */
export const Calendar = z.strictObject({
  id: calendarId,
  name: line,
  always: z.optional(z.boolean()),
  timeZone: z.optional(timeZone),
  hours: z.optional(z.array(Hours)),
  holidays: z.optional(z.array(day)),
});
export type Calendar = z.infer<typeof Calendar>;

const handOver = z.string().check(
  z.regex(/^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d$/, { error: "a hand-over is written YYYY-MM-DDTHH:MM", abort: true }),
  z.refine((value) => isDay(value.slice(0, 10)), "this day is not in the calendar"),
);

/** Who is on duty in turn. The pattern is signed; swaps lie in the directory. */
export const Rotation = z.strictObject({
  id: itemId,
  name: line,
  role: roleId,
  timeZone,
  layers: z.array(
    z
      .strictObject({
        people: z.array(personId),
        /** First hand-over, wall clock of the rotation's zone: `2026-01-05T09:00`. */
        from: handOver,
        turn: duration,
        hours: z.optional(z.array(Hours)),
        /** The hand-over to nobody: from here on the layer decides nothing. Without it the turns go on. */
        until: z.optional(handOver),
      })
      .check(z.refine(({ from, until }) => until === undefined || from < until, { error: "a layer ends after its first hand-over", path: ["until"] })),
  ),
});
export type Rotation = z.infer<typeof Rotation>;

/** A way to reach one person (or a shared inbox, which never counts as reach). */
export const Contact = z.strictObject({
  id: itemId,
  person: z.optional(personId),
  role: z.optional(roleId),
  kind: z.enum(["voice", "sms", "push", "chat", "email"]),
  /** Missing where it is private and kept apart, out of the other parties' sight. */
  value: z.optional(line),
  shared: z.optional(z.boolean()),
  hours: z.optional(z.array(Hours)),
  verifiedAt: z.optional(instant),
  maximumAge: z.optional(duration),
  /** Contacts of one group fail together: `corporate-mail`, `sso`. */
  outOfBandGroup: z.optional(line),
  /** Only the party of the person sees the value. */
  private: z.optional(z.boolean()),
}).check(z.refine(({ value, private: sealed }) => value !== undefined || sealed === true, { error: "a way to be reached needs its number or address", path: ["value"] }));
export type Contact = z.infer<typeof Contact>;
