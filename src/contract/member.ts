import { z } from "@hono/zod-openapi";
import { email } from "./account.ts";
import { MemberRole } from "./workspace.ts";

const party = z.string().min(1).max(120);

export const Member = z
  .object({
    account: z.uuid(),
    name: z.string(),
    email: z.string().nullable().openapi({ description: "shown to owners and to one's own party" }),
    role: MemberRole,
    party: z.string().nullable(),
    person: z.string().nullable().openapi({ description: "the person of the matrix they are" }),
    since: z.iso.datetime(),
    proved: z.boolean().openapi({ description: "whether more than the word of another party says who they are; without it nobody signs or decides for a party" }),
    secondFactor: z.boolean().openapi({ description: "an authenticator or a passkey" }),
  })
  .openapi("Member");

export const Invitation = z
  .object({ id: z.uuid(), email: z.string().nullable(), role: MemberRole, party: z.string().nullable(), mailed: z.boolean(), made: z.iso.datetime(), until: z.iso.datetime(), state: z.enum(["open", "used", "late", "revoked"]) })
  .openapi("Invitation");

export const Members = z.object({ members: z.array(Member), invitations: z.array(Invitation).openapi({ description: "owners see them; older ones come from their own list" }), next: z.string().nullable().openapi({ description: "the `after` of the next members" }) }).openapi("Members");
export const Invitations = z.object({ invitations: z.array(Invitation), next: z.string().nullable() }).openapi("Invitations");

export const NewInvitation = z
  .strictObject({ email: email.optional(), role: MemberRole, party: party.optional(), person: party.optional(), days: z.int().min(1).max(30).default(7) })
  .openapi("NewInvitation");
export const MadeInvitation = Invitation.extend({ link: z.string().nullable().openapi({ description: "where it could not be mailed: to be handed over by the inviter" }) }).openapi("MadeInvitation");

export const MemberChange = z.strictObject({ role: MemberRole, party: party.nullable(), person: party.nullable() }).openapi("MemberChange");

export const PrivateContact = z.object({ contact: z.string(), value: z.string() }).openapi("PrivateContact");

export const InvitationLink = z.strictObject({ token: z.string().min(20).max(200) }).openapi("InvitationLink");
export const InvitationOffer = z
  .object({ workspace: z.string(), role: MemberRole, party: z.string().nullable(), email: z.string().nullable(), inviter: z.string().nullable(), until: z.iso.datetime(), signedIn: z.string().nullable() })
  .openapi("InvitationOffer");
export const InvitationAccepted = z.object({ workspace: z.uuid() }).openapi("InvitationAccepted");
export const InvitationAnswer = z
  .strictObject({ token: z.string().min(20).max(200), name: z.string().trim().min(1).max(200).optional(), email: email.optional(), password: z.string().min(1).max(1_000).optional() })
  .openapi("InvitationAnswer");
