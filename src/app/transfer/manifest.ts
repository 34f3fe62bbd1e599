import { z } from "zod/mini";

export const MANIFEST = "manifest.json";
/** Small letters, no way up, nothing a file system reads in its own way. */
export const PART_NAME = /^(?!.*\.\.)[a-z0-9][a-z0-9._-]*(?:\/[a-z0-9][a-z0-9._-]*){0,3}$/;

const text = (most: number) => z.string().check(z.minLength(1), z.maxLength(most));

/** What an export says of itself. */
export const Manifest = z.strictObject({
  remit: z.literal("export"),
  format: z.literal(1),
  at: z.iso.datetime(),
  by: text(200),
  workspace: z.strictObject({ id: z.uuid(), name: text(200), revision: z.int().check(z.minimum(0)) }),
  /** Ed25519, raw, base64: what its history is signed with. */
  key: text(100),
  parts: z.array(z.strictObject({ name: text(120).check(z.regex(PART_NAME)), about: text(500), bytes: z.int().check(z.minimum(0)), sha256: z.string().check(z.regex(/^[0-9a-f]{64}$/)) })).check(z.maxLength(100)),
});
export type Manifest = z.infer<typeof Manifest>;
