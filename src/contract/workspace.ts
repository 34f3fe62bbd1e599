import { z } from "@hono/zod-openapi";

export const MemberRole = z.enum(["owner", "editor", "approver", "operator", "viewer", "auditor"]);

export const Workspace = z
  .object({
    id: z.uuid(),
    name: z.string(),
    example: z.boolean(),
    role: MemberRole,
    party: z.string().nullable().openapi({ description: "the party one speaks for there" }),
    revision: z.int(),
    since: z.iso.datetime(),
    barred: z.boolean().openapi({ description: "it demands two factors, and this sign-in has not shown them" }),
  })
  .openapi("Workspace");
export type Workspace = z.infer<typeof Workspace>;

export const Me = z
  .object({
    account: z.uuid(),
    name: z.string(),
    email: z.string().nullable().openapi({ description: "missing while somebody who came by a link has not said how they sign in" }),
    password: z.boolean().openapi({ description: "whether one has a password to come back with" }),
    returns: z.boolean().openapi({ description: "whether anything brings one back who is signed out everywhere" }),
    secondFactor: z.boolean(),
    twoFactors: z.boolean().openapi({ description: "whether the account has a second factor or a passkey to show" }),
    workspaces: z.array(Workspace),
  })
  .openapi("Me");
export type Me = z.infer<typeof Me>;

/** The one-time link of the first owner. */
export const SignIn = z.strictObject({ token: z.string().min(20).max(200), name: z.string().trim().min(1).max(200).default("Owner") }).openapi("SignIn");

/** A workspace with nothing in it, a template's matrix, or a document of one's own. */
export const NewWorkspace = z
  .strictObject({
    name: z.string().trim().min(1).max(200),
    template: z.string().max(60).optional(),
    document: z.looseObject({ remit: z.number() }).optional(),
    example: z.literal(true).optional(),
  })
  .refine(({ template, document, example }) => [template, document, example].filter((each) => each !== undefined).length <= 1, "a template, a document or the example, not several")
  .openapi("NewWorkspace");

export const DeletedWorkspace = z.object({ id: z.uuid(), name: z.string(), at: z.iso.datetime(), goes: z.iso.datetime().openapi({ description: "when it goes for good" }), by: z.string().nullable() }).openapi("DeletedWorkspace");
export type DeletedWorkspace = z.infer<typeof DeletedWorkspace>;
/** Its name, typed by whoever removes it for good. */
export const NamedWorkspace = z.strictObject({ name: z.string().max(400) }).openapi("NamedWorkspace");

export const Renamed = z.strictObject({ name: z.string().trim().min(1).max(200) }).openapi("Renamed");
