import { z } from "@hono/zod-openapi";
import { VERBS } from "#core/model/decision.ts";
import { isWithinReach, minuteWritten } from "#core/time/written.ts";

const id = z.string().min(1).max(120);
/** One or several of a parameter that may be repeated. */
const several = z.union([id.transform((one) => [one]), z.array(id).max(100)]).optional();
const instant = z.string().max(40).transform((text, given) => {
  const minute = minuteWritten(text);
  if (minute !== undefined && isWithinReach(minute)) return minute;
  given.addIssue({ code: "custom", message: `\`${text.slice(0, 40)}\` is no instant between 2000 and 2100: write it with its zone, like 2026-11-21T14:00Z or 2026-11-21T15:00+01:00` });
  return z.NEVER;
});
const moment = (description: string) => instant.optional().openapi({ type: "string", format: "date-time", description });
const list = (description: string) => several.openapi({ type: "array", items: { type: "string" }, description });

export const WhoQuery = z.object({
  event: id.openapi({ description: "id of an event type of the matrix" }),
  severity: id.optional().openapi({ description: "id of a severity; the most severe one, or the event's own route, where it is left out" }),
  at: moment("with its zone; now where it is left out"),
  scope: list("scope items the case lies in; may be repeated"),
  missing: list("people known to be missing beyond the declared absences; may be repeated"),
});
export const ProofQuery = z.object({
  absent: z.coerce.number().int().min(0).max(3).default(1).openapi({ description: "so many people may be missing at once" }),
  from: moment("the beginning of this day (UTC) where it is left out"),
  until: moment("thirteen months after `from` where it is left out; three years at most"),
});

const utc = z.string().openapi({ description: "UTC, `2026-11-21T14:00Z`" });
const place = z.object({ kind: z.string(), id: z.string() });
const verb = z.enum(VERBS);
const methods = z.array(z.object({ kind: z.enum(["voice", "sms", "push", "chat", "email"]), value: z.string().optional().openapi({ description: "missing where their party keeps it to itself" }), verified: z.boolean() }));
const digests = z.object({ matrix: z.string(), directory: z.string(), timeZones: z.string() });
const Callee = z
  .object({ person: z.string(), name: z.string(), party: z.string(), role: z.string().optional(), roleName: z.string().optional(), insteadOf: z.string().optional(), from: utc, methods })
  .openapi("Callee");
const Decider = z
  .object({
    person: z.string(), name: z.string(), party: z.string(), by: z.enum(["right", "delegation", "pre-authorisation"]), under: z.string(), from: utc,
    mode: z.enum(["sole", "n-of-m", "one-per-party"]), needed: z.int().optional(), insteadOf: z.string().optional(), limits: z.string().optional(), obligations: z.array(z.string()).optional(), methods,
  })
  .openapi("Decider");
const Told = z.object({ role: z.string(), roleName: z.string(), person: z.string().optional(), name: z.string().optional(), before: z.array(verb).optional(), by: utc.optional(), condition: z.string().optional(), because: z.string() }).openapi("Told");

/** Who to call and who may decide: never empty, because where nobody is found it names the last resort and the gap. */
export const Answer = z
  .object({
    event: z.object({ id: z.string(), name: z.string() }),
    severity: z.object({ id: z.string(), name: z.string() }),
    at: utc,
    contact: Callee.nullable(),
    backup: Callee.nullable(),
    consult: z.array(Told),
    decide: z.partialRecord(verb, z.array(Decider)),
    inform: z.array(Told),
    clocks: z.array(z.object({ clock: z.string(), name: z.string(), kind: z.enum(["contract", "regulatory"]), source: z.string().optional(), anchor: z.string(), due: utc.optional(), assumed: z.boolean(), determiner: z.string().optional(), submitter: z.string().optional(), derivation: z.string() })),
    validUntil: utc.nullable(),
    because: z.array(z.object({ at: place.optional(), says: z.string() })),
    gaps: z.array(z.object({ code: z.string(), at: place.optional(), verb: verb.optional(), says: z.string() })),
    digests,
  })
  .openapi("WhoAnswer");

const property = z.enum(["P1", "P2", "P3", "P4", "P5", "P6", "P7", "P8"]);
const Counterexample = z
  .object({
    property, of: property.optional(), event: z.string().optional(), severity: z.string().optional(), verb: verb.optional(),
    also: z.array(z.object({ event: z.string(), severity: z.string() })),
    from: place.optional(), missing: z.array(z.string()), cause: z.string().optional(), at: utc.optional(), until: utc.optional(),
    walls: z.array(z.object({ zone: z.string(), wall: z.string() })),
    minutes: z.int(), times: z.int(), says: z.string(), asks: z.string().optional(),
    repair: z.object({ says: z.string(), edits: z.array(z.unknown()), asks: z.object({ kind: z.literal("contact"), person: z.string() }).optional() }).optional(),
  })
  .openapi("Counterexample");

export const Proof = z
  .object({
    verdict: z.enum(["PROVED", "COUNTEREXAMPLE", "INCOMPLETE"]),
    horizon: z.object({ from: utc, until: utc, absent: z.int() }),
    counterexamples: z.array(Counterexample),
    assumptions: z.array(z.string()),
    incomplete: z.array(z.string()).openapi({ description: "what was not looked at, and which bound stood in the way" }),
    checked: z.object({ cases: z.int(), obligations: z.int(), pieces: z.int() }),
    digests,
  })
  .openapi("Proof");
