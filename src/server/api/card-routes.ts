import { createRoute, z, type OpenAPIHono } from "@hono/zod-openapi";
import { contentsOf } from "#breakglass/contents.ts";
import { CardWanted } from "#contract/card.ts";
import { privateContactsOf } from "#db/private-contact.ts";
import { NotPrinted } from "#press/child.ts";
import { print } from "#press/press.ts";
import { refusals } from "./answers.ts";
import { inWorkspace, type Desk } from "./desk.ts";
import { problem } from "./refuse.ts";
import type { Turns } from "./turns.ts";

/** The card to carry, as PDF. It is set in a process of its own, so nobody who types waits for it. */
export function cardRoutes(api: OpenAPIHono, desk: Desk, turns: Turns): void {
  const { db, drafts } = desk;

  api.openapi(createRoute({ method: "get", path: "/workspaces/{workspace}/card.pdf", summary: "A card to carry: whom to call and who may decide, with the private numbers of one's own party", request: { query: CardWanted }, responses: { 200: { description: "a PDF", content: { "application/pdf": { schema: z.string().openapi({ format: "binary" }) } } }, ...refusals } }), async (c) => {
    const { account, workspace, revision } = await inWorkspace(desk, c);
    const { size, days } = c.req.valid("query");
    if (turns.full) return problem(c, 503, "Busy", "too many cards are being made at this moment; try again", { code: "busy" }) as never;
    const [draft, sealed] = await Promise.all([drafts.read(account, workspace, revision), privateContactsOf(db, account, workspace)]);
    const contents = contentsOf(draft.document, { at: Math.floor(Date.now() / 60_000), days, version: `the draft at revision ${draft.revision}`, timeZones: process.versions["tz"] ?? "unknown", sealed: new Map(sealed.map(({ contact, value }) => [contact, value])) });
    const pdf = await turns.take(() => print(contents, size)).catch((thrown: unknown) => {
      if (thrown instanceof NotPrinted && thrown.tooMuch) return undefined;
      throw thrown;
    });
    if (!pdf) return problem(c, 422, "Too much", "setting this card takes too long or too much memory, and was given up: ask for fewer days", { code: "too-long" }) as never;
    return c.body(pdf, 200, { "Content-Type": "application/pdf", "Content-Disposition": `attachment; filename="break-glass-${size}-${contents.made.slice(0, 10)}.pdf"`, "Cache-Control": "no-store" }) as never;
  });
}
