import { createRoute, z, type OpenAPIHono } from "@hono/zod-openapi";
import { stream } from "hono/streaming";
import { historyText } from "#app/history/hand-out.ts";
import { refusals } from "./answers.ts";
import { inWorkspace, type Desk } from "./desk.ts";

/** The history as a file that proves itself. */
export function historyRoutes(api: OpenAPIHono, desk: Desk): void {
  api.openapi(createRoute({ method: "get", path: "/workspaces/{workspace}/history/file", summary: "The whole history, chained and signed, for `remit verify`", responses: { 200: { description: "the history", content: { "application/json": { schema: z.looseObject({}) } } }, ...refusals } }), async (c) => {
    const { account, workspace } = await inWorkspace(desk, c, "read");
    c.header("Content-Type", "application/json; charset=utf-8");
    c.header("Content-Disposition", `attachment; filename="history-${workspace}.json"`);
    c.header("Cache-Control", "no-store");
    return stream(c, async (out) => {
      for await (const piece of historyText(desk.db, desk.signer, account, workspace)) {
        // Whoever only wanted the beginning has gone.
        if (out.aborted) break;
        await out.write(piece);
      }
    }) as never;
  });
}
