import { z } from "zod/mini";

const hex = (bytes: number) => z.string().check(z.regex(new RegExp(`^[0-9a-f]{${bytes * 2}}$`)));

/** An entry as it stands in the file of a history. */
export const FiledEntry = z.strictObject({
  revision: z.int(), at: z.string(), actor: z.string(), party: z.nullable(z.string()), page: z.nullable(z.string()), id: z.string(), undoes: z.nullable(z.int()),
  payloadHash: hex(32), salt: z.nullable(hex(16)), payload: z.nullable(z.looseObject({ what: z.string(), edits: z.array(z.unknown()) })), leaf: hex(32),
});

const head = {
  remit: z.literal("history"), format: z.literal(1), workspace: z.string(), key: z.string(), from: z.int(),
  heads: z.array(z.strictObject({ revision: z.int(), head: hex(32), signature: z.string() })),
};

/** What stands before the entries. */
export const FiledHead = z.strictObject({ ...head, entries: z.array(z.never()) });

/** The whole file. */
export const HistoryFile = z.strictObject({ ...head, entries: z.array(FiledEntry) });
