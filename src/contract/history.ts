import { z } from "@hono/zod-openapi";
import { COLLECTIONS } from "#core/model/document.ts";

const kind = z.enum([...(Object.keys(COLLECTIONS) as (keyof typeof COLLECTIONS)[]), "matrix"]);
const moment = z.union([z.iso.date(), z.iso.datetime({ offset: true })]);

/** By what the history is looked through. */
export const HistoryQuery = z.object({
  person: z.uuid().optional().openapi({ description: "the account that wrote" }),
  party: z.string().min(1).max(120).optional().openapi({ description: "the party it was written for" }),
  kind: kind.optional().openapi({ description: "with `id`: one item, for example `activity`" }),
  id: z.string().min(1).max(200).optional(),
  from: moment.optional().openapi({ description: "a day (UTC) or a moment" }),
  until: moment.optional().openapi({ description: "a day (UTC), which counts, or a moment" }),
  words: z.string().trim().min(1).max(200).optional().openapi({ description: "words in what was done, and in what stood there before and after" }),
  revision: z.coerce.number().int().min(1).optional().openapi({ description: "one entry" }),
  after: z.coerce.number().int().min(1).optional().openapi({ description: "the `next` of the page before" }),
  page: z.uuid().optional().openapi({ description: "the open page that asks, to know its own entries" }),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

export const HistoryEntry = z
  .object({
    revision: z.int(),
    id: z.uuid(),
    at: z.iso.datetime(),
    who: z.object({ account: z.uuid(), name: z.string().nullable().openapi({ description: "missing where the account was erased" }), own: z.boolean() }),
    party: z.object({ id: z.string(), name: z.string() }).nullable(),
    what: z.string().openapi({ description: "what the page or program called it" }),
    changes: z.array(
      z.object({
        item: z.object({ kind: z.string(), id: z.string() }).optional(),
        name: z.string(),
        field: z.string().optional(),
        change: z.enum(["set", "added", "removed", "moved", "replaced"]),
        before: z.string().optional(),
        after: z.string().optional(),
      }),
    ),
    count: z.int().openapi({ description: "how many changes there are, where not all are listed" }),
    from: z.object({
      kind: z.enum(["here", "window", "key", "unknown"]).openapi({ description: "the page that asks, another window, a key for programs" }),
      page: z.uuid().nullable(),
      key: z.string().nullable().openapi({ description: "the key's name; like address and agent, for whoever wrote and the owners of their party, for 90 days" }),
      address: z.string().nullable(),
      agent: z.string().nullable(),
    }),
    undoes: z.int().nullable(),
    undoneBy: z.int().nullable().openapi({ description: "the entry that took this one back and still stands" }),
    erased: z.boolean(),
    takeBack: z.boolean().openapi({ description: "whether it is one's own and still stands; whether something stands in the way shows when it is tried" }),
  })
  .openapi("HistoryEntry");

export const HistoryPage = z
  .object({ entries: z.array(HistoryEntry), next: z.int().nullable().openapi({ description: "give it as `after` to read on; a page can hold nothing and still go on" }), people: z.array(z.object({ account: z.uuid(), name: z.string(), party: z.string().nullable() })) })
  .openapi("HistoryPage");

export const HistoryState = z
  .object({
    revision: z.int(),
    key: z.string().openapi({ description: "Ed25519, raw, base64: what heads are signed with" }),
    checked: z.iso.datetime().nullable(),
    signedTo: z.int(),
    broken: z.int().nullable().openapi({ description: "the revision at which the history is not the one that was signed" }),
  })
  .openapi("HistoryState");
