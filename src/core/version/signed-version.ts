import * as z from "zod/mini";
import { canonicalText } from "../model/canonical.ts";
import { day } from "../model/measure.ts";

const digest = z.string().check(z.regex(/^[0-9a-f]{64}$/));
const moment = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/, "an instant is written with milliseconds, in UTC"));

/** Who has to sign, as it stood when the version was offered. */
export const Required = z.strictObject({ party: z.string(), partyName: z.string(), person: z.string(), name: z.string() });
export type Required = z.infer<typeof Required>;

export const Signature = z.strictObject({
  party: z.string(),
  /** Whose signature was wanted. */
  person: z.string(),
  /** Who signed, and as whom they are known here: an account, or the link they came by. */
  name: z.string(),
  account: z.string(),
  /** The person of the matrix it was delegated to, where it was. */
  delegate: z.optional(z.string()),
  /** How they showed who they are: `password`, `password and code`, `passkey`. */
  how: z.string(),
  intent: z.string(),
  at: moment,
  digest,
});
export type Signature = z.infer<typeof Signature>;

export const Withdrawal = z.strictObject({ party: z.string(), name: z.string(), reason: z.string(), at: moment, seal: z.string() });
export type Withdrawal = z.infer<typeof Withdrawal>;

/** One version with its signatures and its seal, as a file: all that is needed to check it without Remit. */
export const SignedVersion = z.strictObject({
  remit: z.literal("signed-version"),
  format: z.literal(1),
  workspace: z.string(),
  number: z.int(),
  offeredAt: moment,
  validFrom: z.optional(day),
  validUntil: z.optional(day),
  /** The canonical text of the matrix (RFC 8785). */
  matrix: z.string(),
  /** Its SHA-256. */
  digest,
  required: z.array(Required),
  signatures: z.array(Signature),
  withdrawals: z.array(Withdrawal),
  /** Ed25519, raw, base64; empty as long as somebody still has to sign. */
  key: z.string(),
  /** The installation's signature over `sealWords`, base64. */
  seal: z.string(),
});
export type SignedVersion = z.infer<typeof SignedVersion>;

/** What is sealed when a version is offered: its content, and who has to sign it. */
export const offerWords = ({ workspace, number, offeredAt, digest: of, required }: Pick<SignedVersion, "workspace" | "number" | "offeredAt" | "digest" | "required">): string => `remit-offer-1\n${canonicalText({ workspace, number, offeredAt, digest: of, required })}`;

/** What the seal is over: everything but what came after it. */
export function sealWords({ workspace, number, offeredAt, validFrom, validUntil, digest: of, required, signatures }: Omit<SignedVersion, "key" | "seal" | "withdrawals" | "matrix">): string {
  return `remit-version-1\n${canonicalText({ workspace, number, offeredAt, ...(validFrom === undefined ? {} : { validFrom }), ...(validUntil === undefined ? {} : { validUntil }), digest: of, required, signatures })}`;
}

/** What is signed when a version is withdrawn. */
export const withdrawalWords = ({ workspace, number, digest: of }: Pick<SignedVersion, "workspace" | "number" | "digest">, { seal: _, ...withdrawal }: Withdrawal): string =>
  `remit-withdrawal-1\n${canonicalText({ workspace, number, digest: of, ...withdrawal })}`;
