import * as z from "zod/mini";

/**
 * Ids are plain strings in the document and distinct types in the code: a role id does not pass
 * where a person id is wanted. The flavour is optional, so a literal needs no cast.
 */
type Flavoured<Of extends string> = string & { readonly of?: Of };

export type PartyId = Flavoured<"party">;
export type PersonId = Flavoured<"person">;
export type RoleId = Flavoured<"role">;
export type AreaId = Flavoured<"area">;
export type StageId = Flavoured<"stage">;
export type ScopeId = Flavoured<"scope">;
export type ActivityId = Flavoured<"activity">;
export type CalendarId = Flavoured<"calendar">;
export type EventTypeId = Flavoured<"eventType">;
export type SeverityId = Flavoured<"severity">;
export type ContactId = Flavoured<"contact">;

const slug = z
  .string()
  .check(
    z.regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,119}$/, "an id is 1 to 120 letters, digits, dots, dashes or underscores"),
  );

const flavoured = <Of extends string>() => slug as unknown as z.ZodMiniType<Flavoured<Of>, Flavoured<Of>>;

export const partyId = flavoured<"party">();
export const personId = flavoured<"person">();
export const roleId = flavoured<"role">();
export const areaId = flavoured<"area">();
export const stageId = flavoured<"stage">();
export const scopeId = flavoured<"scope">();
export const activityId = flavoured<"activity">();
export const calendarId = flavoured<"calendar">();
export const eventTypeId = flavoured<"eventType">();
export const severityId = flavoured<"severity">();
export const contactId = flavoured<"contact">();
/** An id of an item that nothing else refers to by type (waivers, clocks, grants ...). */
export const itemId = slug;

/**
 * An id made from a name a person wrote: `Security Lead (client)` becomes `security-lead-client`.
 * `taken` receives the new id, so that two equal names get two ids.
 */
export function idFrom(name: string, taken: Set<string>): string {
  const base =
    name
      .normalize("NFKD")
      .replace(/[\u0300-\u036f]/g, "")
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, "-")
      .replace(/^-+|-+$/g, "")
      .slice(0, 60)
      .replace(/-+$/g, "") || "item";
  let id = base;
  for (let n = 2; taken.has(id); n++) id = `${base}-${n}`;
  taken.add(id);
  return id;
}
