import { z } from "@hono/zod-openapi";

const id = z.uuid();
const kind = z.string().min(1).max(60);
const item = z.string().min(1).max(120);
const words = z.string().trim().min(1).max(4_000);

/** Names behind the ids of an answer, of those who left too. */
export const Names = z.array(z.object({ actor: z.uuid(), name: z.string(), party: z.string().nullable() })).openapi("Names");
/** A page of a list: what to ask for the next one, or nothing. */
export const next = z.string().nullable().openapi({ description: "`after` of the next piece; null at the end" });

export const Comment = z
  .object({
    id, kind, item,
    thread: id.openapi({ description: "the first comment of the thread; its own id for a first one" }),
    partyOnly: z.string().nullable().openapi({ description: "the one party that sees it" }),
    author: id,
    authorParty: z.string().nullable(),
    said: z.iso.datetime(),
    text: z.string(),
    mentions: z.array(id),
    changed: z.boolean(),
    removed: z.boolean(),
    resolved: z.iso.datetime().nullable(),
    resolvedBy: id.nullable(),
  })
  .openapi("Comment");
export const NewComment = z
  .strictObject({
    id: id.openapi({ description: "given by the sender: said once" }),
    kind: kind.default("activity"), item,
    thread: id.optional().openapi({ description: "the comment this one answers" }),
    own: z.boolean().default(false).openapi({ description: "for one's own party's eyes only" }),
    text: words,
    mentions: z.array(id).max(30).default([]),
  })
  .openapi("NewComment");
export const ChangedComment = z.strictObject({ text: words }).openapi("ChangedComment");
export const Resolved = z.strictObject({ resolved: z.boolean() }).openapi("Resolved");
export const Comments = z.object({ comments: z.array(Comment), names: Names, next }).openapi("Comments");

/** Only http and https: anything else could do something when it is pressed. */
const link = z.url({ protocol: /^https?$/ }).max(2_000);

export const Evidence = z
  .object({ id, activity: item, title: z.string(), link: z.string().nullable(), note: z.string().nullable(), producedOn: z.iso.date(), partyOnly: z.string().nullable(), addedBy: id, addedFor: z.string().nullable(), added: z.iso.datetime() })
  .openapi("Evidence");
export const NewEvidence = z
  .strictObject({ id, activity: item, title: z.string().trim().min(1).max(300), link: link.nullable().default(null), note: words.nullable().default(null), producedOn: z.iso.date(), own: z.boolean().default(false) })
  .openapi("NewEvidence");
export const EvidenceList = z.object({ evidence: z.array(Evidence), names: Names, next }).openapi("EvidenceList");

export const Whereabouts = z
  .strictObject({ page: id.openapi({ description: "the open page" }), part: z.string().min(1).max(40), row: item.nullable().default(null), column: item.nullable().default(null), gone: z.boolean().default(false) })
  .openapi("Whereabouts");
