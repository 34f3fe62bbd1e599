import { z } from "@hono/zod-openapi";

const id = z.uuid().openapi({ description: "given by the sender: done once" });
const moment = z.iso.datetime();
const day = z.string().nullable();
const person = z.string().min(1).max(120);
const party = z.string().min(1).max(120);
const reason = z.string().trim().min(1).max(2_000);
const digest = z.string().regex(/^[0-9a-f]{64}$/, "64 hex digits");

export const VersionState = z.enum(["offered", "refused", "withdrawn", "signed", "in-force", "superseded", "expired"]);
export const ServingVersion = z
  .object({ number: z.int(), expired: z.boolean().openapi({ description: "its validity is over; it serves because nothing replaced it" }), since: moment, until: day.openapi({ description: "its last day, where it has one" }) })
  .openapi("ServingVersion");
export const Seat = z
  .object({
    party, partyName: z.string(), person, name: z.string(), place: z.int().openapi({ description: "whoever has a smaller one signs before" }),
    delegate: z.string().nullable(), delegateName: z.string().nullable(), signed: moment.nullable(), refused: moment.nullable(), reminded: moment.nullable(),
    missing: z.enum(["removed", "nobody"]).nullable().openapi({ description: "`removed`: their party does not name them any more; `nobody`: no proved member of the party is this person now, so they sign by link and code or not at all" }),
    own: z.boolean().openapi({ description: "whoever asks may sign here" }),
  })
  .openapi("Seat");
export const VersionSummary = z
  .object({
    number: z.int(), state: VersionState, title: z.string(), digest, revision: z.int(), validFrom: day, validUntil: day,
    offered: moment, offeredBy: z.string(), offeredFor: z.string(), completed: moment.nullable(), refused: moment.nullable(),
    withdrawn: z.object({ at: moment, party: z.string(), name: z.string(), reason: z.string() }).nullable(),
    altered: z.boolean().openapi({ description: "not what was offered and signed: somebody wrote past Remit" }),
    seats: z.array(Seat),
  })
  .openapi("VersionSummary");
export const Versions = z
  .object({
    at: moment,
    versions: z.array(VersionSummary).openapi({ description: "newest first" }),
    serving: ServingVersion.nullable(),
    altered: z.array(z.int()),
    next: moment.nullable().openapi({ description: "when the state of one next changes by itself" }),
    draft: z.object({
      revision: z.int(), digest,
      rows: z.int().nullable().openapi({ description: "rows that differ from the version that serves; null where none does" }),
      others: z.int().nullable().openapi({ description: "roles, people and other things that differ" }),
      missing: z.array(z.string()).openapi({ description: "what keeps it from being offered: parties or people, by name" }),
    }),
    key: z.string(), fingerprint: z.string().openapi({ description: "SHA-256 of the key this installation seals with" }),
  })
  .openapi("Versions");
export const VersionSignature = z
  .object({ party: z.string(), person: z.string(), name: z.string(), delegate: z.string().nullable(), how: z.string(), intent: z.string(), at: moment, digest, address: z.string().nullable(), agent: z.string().nullable() })
  .openapi("VersionSignature");
export const Version = VersionSummary.extend({
  signatures: z.array(VersionSignature),
  refusals: z.array(z.object({ party: z.string(), person: z.string(), name: z.string(), reason: z.string(), rows: z.array(z.object({ activity: z.string(), reason: z.string() })), at: moment })),
  seal: z.string().nullable(),
  key: z.string(),
  lastSigned: z.int().nullable().openapi({ description: "the version whoever asks signed last, before this one" }),
}).openapi("Version");
export const VersionDocument = z.object({ number: z.int(), digest, document: z.looseObject({}) }).openapi("VersionDocument");
export const StandingAt = z
  .object({ at: moment, serving: ServingVersion.nullable(), states: z.array(z.object({ number: z.int(), state: VersionState })), altered: z.array(z.int()), next: moment.nullable() })
  .openapi("StandingAt");
export const Certificate = z
  .object({
    workspace: z.string(), title: z.string(), number: z.int(), digest, state: VersionState, validFrom: day, validUntil: day, offered: moment, completed: moment,
    claim: z.string().openapi({ description: "what is said of the signatures, and no more" }),
    parties: z.array(z.object({ party: z.string(), name: z.string(), signatures: z.array(VersionSignature) })),
    withdrawn: VersionSummary.shape.withdrawn, key: z.string(), fingerprint: z.string(), seal: z.string(),
  })
  .openapi("Certificate");

export const OfferVersion = z.strictObject({ id }).openapi("OfferVersion");
export const Offered = z.object({ number: z.int(), revision: z.int() }).openapi("Offered");
export const SignIntent = z.string().trim().min(1).max(500).openapi({ description: "the sentence they mean by it" });
/** How whoever signs shows again who they are; with none of them, by single sign-on within the last five minutes. */
const shown = {
  password: z.string().min(1).max(1_000).optional(),
  code: z.string().trim().min(6).max(40).optional().openapi({ description: "of the authenticator, where the account has one" }),
  backup: z.boolean().default(false),
  passkey: z.looseObject({ id: z.string().min(1).max(2_000), rawId: z.string().max(2_000), type: z.literal("public-key"), response: z.record(z.string(), z.unknown()) }).optional(),
};
// What a program's clock says is not looked at: the time of a signature is the database's.
export const SignVersion = z.strictObject({ id, person, digest: digest.openapi({ description: "of what was read" }), intent: SignIntent, at: moment.optional().openapi({ description: "ignored: the time is the database's" }), ...shown }).openapi("SignVersion");
export const Signed = z.object({ revision: z.int(), complete: z.boolean() }).openapi("Signed");
const rowReasons = z.array(z.strictObject({ activity: z.string().min(1).max(120), reason })).max(500).default([]);
export const RefuseVersion = z.strictObject({ id, person, reason, rows: rowReasons }).openapi("RefuseVersion");
export const WithdrawVersion = z.strictObject({ id, reason, ...shown }).openapi("WithdrawVersion");
export const DelegateSignature = z.strictObject({ id, person, to: person }).openapi("DelegateSignature");
export const RemindSignatories = z.strictObject({ person: person.nullable().default(null) }).openapi("RemindSignatories");
export const Reminded = z.object({ reminded: z.int() }).openapi("Reminded");
export const MakeSignLink = z.strictObject({ id, person }).openapi("MakeSignLink");
export const MadeSignLink = z.object({ link: z.string().openapi({ description: "shown this once, for whoever it is for" }), until: moment }).openapi("MadeSignLink");

const weight = z.enum(["block", "warn", "ignore"]);
const Weights = z.strictObject({ errors: weight, counterexamples: weight, contested: weight, untested: weight, unadapted: weight }).openapi({ description: "what is done about what is still open when a draft is offered: it is refused, told, or left unsaid" });
export const SignPolicy = z
  .object({ inOrder: z.array(party).max(50).openapi({ description: "parties in the order in which they sign; empty for any order" }), weights: Weights })
  .openapi("SignPolicy");
export const SetSignPolicy = z.strictObject({ id, ...SignPolicy.shape }).openapi("SetSignPolicy");
export const Signatories = z
  .object({
    policy: SignPolicy,
    signatories: z.array(z.object({ party, person, account: z.uuid().nullable() })),
    nameable: z.array(party).openapi({ description: "parties whose signatories whoever asks may name" }),
    contacts: z.array(z.object({ person, address: z.string() })).openapi({ description: "where signatories of one's own party get codes" }),
    links: z.array(z.object({ number: z.int(), person, until: moment, burnt: z.boolean() })).openapi({ description: "of one's own party" }),
    mails: z.boolean(),
  })
  .openapi("Signatories");
export const NameSignatories = z.strictObject({ id, party, people: z.array(z.strictObject({ person, account: z.uuid().nullable().optional() })).max(50).refine((people) => new Set(people.map((one) => one.person)).size === people.length, "each person once") }).openapi("NameSignatories");
export const SignatoryContact = z.strictObject({ id, person, address: z.email().max(320).nullable() }).openapi("SignatoryContact");

const token = z.string().min(20).max(100);
const code = z.string().trim().regex(/^\d{6}$/, "six digits");
export const SignLink = z.strictObject({ token }).openapi("SignLink");
export const SignLinkOffer = z
  .object({ workspace: z.string(), number: z.int(), name: z.string(), party: z.string(), digest, validFrom: day, validUntil: day, until: moment, address: z.string().openapi({ description: "where codes go, as far as it may be shown" }), document: z.looseObject({}) })
  .openapi("SignLinkOffer");
export const CodeSent = z.object({ address: z.string() }).openapi("CodeSent");
export const SignByLink = z.strictObject({ id, token, code, digest, intent: SignIntent }).openapi("SignByLink");
export const RefuseByLink = z.strictObject({ id, token, code, reason, rows: rowReasons }).openapi("RefuseByLink");
export const DoneByLink = z.object({ number: z.int(), complete: z.boolean() }).openapi("DoneByLink");
