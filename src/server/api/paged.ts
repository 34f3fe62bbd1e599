import { z } from "@hono/zod-openapi";
import { Refused } from "#app/refusal.ts";

/** How a list is asked for piece by piece. */
export const Paged = z.object({
  limit: z.coerce.number().int().min(1).max(200).default(100).openapi({ description: "how many at most" }),
  after: z.string().min(1).max(300).optional().openapi({ description: "`next` of the answer before; leave it out for the first" }),
});

/** Where an item stands in its list: a moment to the microsecond, and an id for those of one moment. */
export interface Place {
  readonly place: string;
  readonly id: string;
}

const Inside = z.tuple([z.iso.datetime({ precision: 6 }), z.uuid()]);
const InsideLog = z.tuple([z.int().min(1)]);

const written = (inside: readonly unknown[]): string => Buffer.from(JSON.stringify(inside)).toString("base64url");
/** @throws Refused for what no answer gave. */
function inside<T>(after: string, shape: z.ZodType<T>): T {
  try {
    return shape.parse(JSON.parse(Buffer.from(after, "base64url").toString("utf8")));
  } catch {
    throw new Refused({ code: "unfit", problems: [{ place: "after", message: "this is no `next` that a list gave; leave it out to begin" }] });
  }
}

/** One piece of a list, and how the next one is asked for; `null` at the end. @param ask reads that many behind a place. */
export async function paged<T extends Place>({ limit, after }: z.infer<typeof Paged>, ask: (most: number, behind: Place | undefined) => Promise<readonly T[]>): Promise<{ readonly items: readonly T[]; readonly next: string | null }> {
  const [place, id] = after === undefined ? [] : inside(after, Inside);
  const found = await ask(limit + 1, place === undefined || id === undefined ? undefined : { place, id });
  const items = found.slice(0, limit);
  const last = items.at(-1);
  return { items, next: found.length > limit && last ? written([last.place, last.id]) : null };
}

/** The same for entries of the log, newest first; a piece of long ones holds fewer. @param ask reads that many before a revision. */
export async function pagedLog<T extends { readonly revision: number }>({ limit, after }: z.infer<typeof Paged>, ask: (most: number, before: number | undefined) => Promise<{ readonly entries: readonly T[]; readonly more: boolean }>): Promise<{ readonly items: readonly T[]; readonly next: string | null }> {
  const { entries: items, more } = await ask(limit, after === undefined ? undefined : inside(after, InsideLog)[0]);
  const last = items.at(-1);
  return { items, next: more && last ? written([last.revision]) : null };
}
