import { z } from "@hono/zod-openapi";

const person = z.string().min(1).max(120);
const contact = z.string().min(1).max(120);
const kind = z.enum(["voice", "sms", "push", "chat", "email"]);
const moment = z.iso.datetime();

export const AskPeople = z.strictObject({ people: z.array(person).min(1).max(100) }).openapi("AskPeople");
export const Asked = z.object({ person, mailed: z.boolean(), link: z.string().nullable().openapi({ description: "to hand over, where no letter went out; shown this once" }), until: moment }).openapi("AskedPerson");
export const AskedPeople = z.object({ asked: z.array(Asked) }).openapi("AskedPeople");

export const ContactChecks = z
  .object({
    checks: z.array(
      z.object({
        id: z.uuid(),
        kind: z.enum(["correct", "test", "call"]).openapi({ description: "all numbers of a person by link, one by a message really sent, or one tried by hand" }),
        person, contact: contact.nullable(), by: z.uuid(), made: moment, until: moment.nullable(), mailed: z.boolean(),
        ended: z.boolean(), answered: moment.nullable(), result: z.enum(["correct", "changed", "received", "reached", "not-reached"]).nullable(),
      }),
    ),
    claims: z.array(z.object({ id: z.uuid(), contact, person, value: z.string(), made: moment })).openapi({ description: "new values that wait for an editor of the person's party" }),
    schedules: z.array(z.object({ party: z.string(), days: z.int(), next: moment })),
    parties: z.array(z.string()).openapi({ description: "whose people one may ask, were one an owner or editor" }),
    mails: z.boolean().openapi({ description: "whether this Remit sends letters" }),
  })
  .openapi("ContactChecks");
export const SettleClaim = z.strictObject({ accept: z.boolean() }).openapi("SettleClaim");
export const ContactSchedule = z.strictObject({ party: z.string().min(1).max(120), days: z.int().min(7).max(730).nullable() }).openapi("ContactSchedule");
export const TestContact = z
  .strictObject({ contact, id: z.uuid().openapi({ description: "given by the sender: written down once" }), reached: z.boolean().optional().openapi({ description: "of a call made by hand; without it a message is sent, to e-mail addresses" }) })
  .openapi("TestContact");

export const CheckLink = z.strictObject({ token: z.string().min(20).max(100) }).openapi("CheckLink");
export const CheckOffer = z
  .object({
    workspace: z.string(), kind: z.enum(["correct", "test"]), asker: z.string().nullable(), until: moment,
    person: z.string(), own: z.boolean().openapi({ description: "a new value counts at once: whoever asks is signed in as this person" }),
    contacts: z.array(z.object({ id: contact, kind, value: z.string().nullable(), verifiedAt: z.string().nullable() })),
  })
  .openapi("CheckOffer");
export const CheckAnswer = z
  .strictObject({ token: z.string().min(20).max(100), contacts: z.array(z.strictObject({ contact, value: z.string().trim().min(1).max(300).regex(/^[^\p{Cc}]*$/u, "one line, please").optional().openapi({ description: "the new value; without it, it is still correct" }) })).max(50).default([]) })
  .openapi("CheckAnswer");
export const CheckTaken = z.object({ confirmed: z.int(), waiting: z.int(), changed: z.int() }).openapi("CheckTaken");
