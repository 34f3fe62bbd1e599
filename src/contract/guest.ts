import { z } from "@hono/zod-openapi";
import { email } from "./account.ts";
import { MemberRole, Workspace } from "./workspace.ts";

export const GuestPurpose = z.enum(["read", "comment"]).openapi({ description: "to read and print; or to comment besides" });

export const Guest = z
  .object({
    id: z.uuid(),
    name: z.string(),
    email: z.string().nullable().openapi({ description: "for whoever may end the visit" }),
    purpose: GuestPurpose,
    party: z.string().nullable(),
    maker: z.string().nullable().openapi({ description: "who asked them in" }),
    made: z.iso.datetime(),
    until: z.iso.datetime(),
    firstUsed: z.iso.datetime().nullable(),
    lastUsed: z.iso.datetime().nullable(),
    state: z.enum(["open", "revoked", "late", "left"]).openapi({ description: "left: whoever made the link may make none any more, so it opens nothing" }),
    mayEnd: z.boolean(),
  })
  .openapi("Guest");
export const Guests = z.object({ guests: z.array(Guest), next: z.string().nullable() }).openapi("Guests");

export const NewGuest = z
  .strictObject({ name: z.string().trim().min(1).max(120), email: email.optional(), purpose: GuestPurpose.default("read"), party: z.string().min(1).max(120).optional().openapi({ description: "one's own party, or none" }), days: z.int().min(1).max(90).default(14) })
  .openapi("NewGuest");
export const MadeGuest = z
  .object({ id: z.uuid(), name: z.string(), email: z.string().nullable(), purpose: GuestPurpose, party: z.string().nullable(), until: z.iso.datetime(), mailed: z.boolean(), link: z.string().nullable().openapi({ description: "shown this once, where it could not be mailed" }) })
  .openapi("MadeGuest");

export const GuestLink = z.strictObject({ token: z.string().min(20).max(200) }).openapi("GuestLink");
export const GuestOffer = z.object({ workspace: z.string(), name: z.string(), purpose: GuestPurpose, party: z.string().nullable(), inviter: z.string().nullable(), until: z.iso.datetime() }).openapi("GuestOffer");
export const GuestEntered = z.object({ workspace: z.uuid(), until: z.iso.datetime() }).openapi("GuestEntered");

/** A workspace as somebody in it sees it, guests too. */
export const WorkspaceHere = Workspace.omit({ since: true, revision: true })
  .extend({
    role: z.union([MemberRole, z.literal("guest")]),
    you: z.object({ id: z.uuid(), name: z.string() }),
    guest: z.object({ purpose: GuestPurpose, until: z.iso.datetime() }).nullable(),
  })
  .openapi("WorkspaceHere");
export type WorkspaceHere = z.infer<typeof WorkspaceHere>;
