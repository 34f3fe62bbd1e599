import { z } from "@hono/zod-openapi";

/** What every list that can grow is asked with. */
export const paged = (most: number, usual: number) => ({ limit: z.coerce.number().int().min(1).max(most).default(usual), after: z.string().max(200).optional() });

/** Where a page ends: a moment and an id, opaque to whoever asks. */
export const markOf = (moment: Date, id: string): string => Buffer.from(`${moment.toISOString()} ${id}`).toString("base64url");

const MARK = /^(\d{4}-\d{2}-\d{2}T[\d:.]+Z) ([0-9a-f-]{36})$/;

/** @returns nothing for a mark nobody gave: the list begins anew. */
export function readMark(after: string | undefined): { readonly moment: string; readonly id: string } | undefined {
  const found = MARK.exec(Buffer.from(after ?? "", "base64url").toString());
  return found ? { moment: found[1] ?? "", id: found[2] ?? "" } : undefined;
}
