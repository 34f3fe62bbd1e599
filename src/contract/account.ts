import { z } from "@hono/zod-openapi";

export const email = z.email().max(320).transform((words) => words.toLowerCase());
/** What is wrong with a password is said in words by the server, not here. */
const password = z.string().min(1).max(1_000);
const name = z.string().trim().min(1).max(200);
const token = z.string().min(20).max(200);

export const PasswordSignIn = z.strictObject({ email, password }).openapi("PasswordSignIn");
/** A code of the authenticator, or one of the backup codes. */
export const SecondFactorCode = z.strictObject({ code: z.string().trim().min(6).max(40), backup: z.boolean().default(false) }).openapi("SecondFactorCode");
/** Signed in by half: a second factor is still wanted. */
export const Half = z.object({ next: z.literal("second-factor") }).openapi("Half");
export const LinkWanted = z.strictObject({ email }).openapi("LinkWanted");
export const LinkUsed = z.strictObject({ token, code: z.string().trim().min(6).max(40).optional(), backup: z.boolean().default(false) }).openapi("LinkUsed");

/** A fresh code, for whoever signed in with less than their account asks for and changes what opens it. */
const factor = { code: z.string().trim().min(6).max(40).optional().openapi({ description: "of the authenticator, where the session showed no second factor and the account has one" }), backup: z.boolean().default(false) };
export const OwnAccount = z
  .object({ account: z.uuid(), name: z.string(), email: z.string().nullable(), emailVerified: z.boolean(), password: z.boolean(), secondFactor: z.boolean(), mails: z.boolean().openapi({ description: "whether this Remit can send e-mail" }), letters: z.boolean().openapi({ description: "whether one wants letters about what happens in one's workspaces" }) })
  .openapi("OwnAccount");
export const OwnAccountChange = z
  .strictObject({ name: name.optional(), email: email.optional(), password: password.optional().openapi({ description: "one's present password, where one changes the address" }), letters: z.boolean().optional(), ...factor })
  .openapi("OwnAccountChange");
/** The address changes once a letter to it is answered. */
export const AddressAsked = z.object({ confirm: z.string() }).openapi("AddressAsked");
export const AddressConfirmed = z.strictObject({ token }).openapi("AddressConfirmed");
export const NewPassword = z.strictObject({ current: password.optional(), password, ...factor }).openapi("NewPassword");
export const Proof = z.strictObject({ password: password.optional(), ...factor }).openapi("Proof");
/** Nothing has to be said. */
export const Nothing = z.strictObject({}).openapi("Nothing");
export const SecondFactorOffer = z.object({ uri: z.string(), backupCodes: z.array(z.string()) }).openapi("SecondFactorOffer");
export const BackupCodes = z.object({ backupCodes: z.array(z.string()) }).openapi("BackupCodes");

export const Session = z
  .object({ id: z.uuid(), here: z.boolean(), since: z.iso.datetime(), until: z.iso.datetime(), address: z.string().nullable(), agent: z.string().nullable(), how: z.enum(["password", "link", "code", "passkey", "sso"]).openapi({ description: "how it was signed in: `code` is a password or a link with a code besides, `sso` an organisation's sign-in" }), domain: z.string().nullable().openapi({ description: "of the organisation that signed it in" }) })
  .openapi("Session");
