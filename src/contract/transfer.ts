import { z } from "@hono/zod-openapi";
import { MemberRole, Workspace } from "./workspace.ts";

const FormerMember = z.object({ name: z.string(), role: MemberRole, party: z.string().nullable(), email: z.string().nullable() });

export const ImportAbout = z
  .object({
    at: z.iso.datetime().nullable(),
    from: z.object({ workspace: z.uuid(), name: z.string(), revision: z.int(), exported: z.iso.datetime() }),
    signedBy: z.string().openapi({ description: "the key the old history is signed with" }),
    ownKey: z.boolean().openapi({ description: "whether that is the key of this Remit" }),
    members: z.array(FormerMember).openapi({ description: "who belonged to it; they are asked in again, or not" }),
    leftOut: z.array(z.string()).openapi({ description: "parts of the file that were checked and not taken over" }),
  })
  .openapi("ImportAbout");
export const Imported = z.object({ workspace: Workspace, about: ImportAbout }).openapi("Imported");
export const ImportQuery = z.object({ name: z.string().trim().min(1).max(200).optional().openapi({ description: "what the new workspace is called; without it, as the old one" }) });
