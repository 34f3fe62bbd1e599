import { z } from "@hono/zod-openapi";
import { LENGTH } from "#core/minute-test/question.ts";

const moment = z.iso.datetime();
const kind = z.enum(["performs", "approves", "next", "calls"]);
const choice = z.object({ id: z.string(), says: z.string(), of: z.string() });

export const NewMinuteTest = z
  .strictObject({
    id: z.uuid().openapi({ description: "given by the sender: made once" }),
    label: z.string().trim().min(1).max(120).regex(/^[^\p{Cc}]*$/u, "one line, please").openapi({ description: "for whom, as its makers tell it apart; whoever takes it does not see it" }),
    length: z.int().min(LENGTH.least).max(LENGTH.most).default(LENGTH.usual),
  })
  .openapi("NewMinuteTest");
export const MadeMinuteTest = z.object({ id: z.uuid(), link: z.string().openapi({ description: "to hand over; shown this once" }), until: moment, questions: z.int() }).openapi("MadeMinuteTest");
export const EndMinuteTest = z.strictObject({ forget: z.boolean().default(false).openapi({ description: "what was answered goes, too" }) }).openapi("EndMinuteTest");
export const MinuteTests = z
  .object({
    tests: z.array(
      z.object({
        id: z.uuid(), label: z.string(), revision: z.int(), by: z.string().nullable(), made: moment, until: moment, ended: z.boolean(), begun: moment.nullable(), done: moment.nullable(),
        questions: z.array(z.object({ kind, about: z.object({ kind: z.enum(["activity", "stage", "event"]), id: z.string(), name: z.string() }), says: z.string(), choices: z.array(choice), right: z.string() })),
        answers: z.array(z.object({ place: z.int(), choice: z.string().nullable(), took: z.int().openapi({ description: "milliseconds between seeing and answering, as the server measured them" }) })),
      }),
    ),
  })
  .openapi("MinuteTests");

const token = z.string().min(20).max(100);
export const MinuteTestLink = z.strictObject({ token }).openapi("MinuteTestLink");
export const MinuteTestOffer = z.object({ workspace: z.string(), asker: z.string().nullable(), until: moment, questions: z.int(), answered: z.int(), begun: z.boolean(), done: z.boolean() }).openapi("MinuteTestOffer");
export const MinuteQuestion = z
  .object({ place: z.int(), questions: z.int(), gone: z.int().openapi({ description: "milliseconds since it was first shown" }), kind, says: z.string(), choices: z.array(choice) })
  .openapi("MinuteQuestion");
export const NextMinuteQuestion = z.object({ next: MinuteQuestion.nullable().openapi({ description: "nothing once all are answered" }) }).openapi("NextMinuteQuestion");
export const MinuteAnswer = z.strictObject({ token, place: z.int().min(0).max(LENGTH.most - 1), choice: z.string().min(1).max(120).nullable().openapi({ description: "nothing: let pass" }) }).openapi("MinuteAnswer");
