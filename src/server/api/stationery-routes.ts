import { createRoute, z, type OpenAPIHono } from "@hono/zod-openapi";
import { appendixOf } from "#appendix/appendix.ts";
import { Refused } from "#app/refusal.ts";
import { NewStationery, Stationery, StationeryKind } from "#contract/appendix.ts";
import { dropStationery, keepStationery, stationeryOf } from "#db/stationery.ts";
import { printAppendix, writeAppendix } from "#press/appendix.ts";
import { Unfit } from "#press/child.ts";
import { body, json, nothing, refusals } from "./answers.ts";
import { inWorkspace, type Desk, type InWorkspace } from "./desk.ts";
import { problem } from "./refuse.ts";
import type { Turns } from "./turns.ts";

const KEEP = "keep a template or a logo for your party";

/** The paper one's own party prints its appendices on. */
export function stationeryRoutes(api: OpenAPIHono, desk: Desk, turns: Turns): void {
  const { db, drafts } = desk;
  const kept = (result: { readonly ok: boolean }): void => {
    if (!result.ok) throw new Refused({ code: "may-not", what: KEEP });
  };
  const editor = ({ role }: InWorkspace): void => {
    if (role !== "owner" && role !== "editor") throw new Refused({ code: "may-not", what: KEEP });
  };

  api.openapi(createRoute({ method: "get", path: "/workspaces/{workspace}/stationery", summary: "The template and the logo one's own party keeps", responses: { 200: json(Stationery, "what there is"), ...refusals } }), async (c) => {
    const { account, workspace } = await inWorkspace(desk, c);
    return c.json({ stationery: (await stationeryOf(db, account, workspace)).map(({ keptAt, ...one }) => ({ ...one, keptAt: keptAt.toISOString() })) }, 200, { "Cache-Control": "no-store" });
  });

  const params = z.object({ workspace: z.string(), kind: StationeryKind });
  api.openapi(createRoute({ method: "put", path: "/workspaces/{workspace}/stationery/{kind}", summary: "Keep a template or a logo for one's own party, in place of the one before", request: { params, ...body(NewStationery) }, responses: nothing("kept") }), async (c) => {
    const who = await inWorkspace(desk, c);
    editor(who);
    const { kind } = c.req.valid("param");
    const { name, content } = c.req.valid("json");
    const brought = { name, bytes: new Uint8Array(Buffer.from(content, "base64")) };
    if (turns.full) return problem(c, 503, "Busy", "too many sheets are being made at this moment; nothing was kept, try again", { code: "busy" }) as never;
    const at = new Date().toISOString();
    const tried = appendixOf((await drafts.read(who.account, who.workspace, who.revision)).document, { digest: "0".repeat(64), personal: false, at });
    try {
      // Whether it can be used is tried out before it is kept.
      await turns.take(() => (kind === "template" ? writeAppendix(tried, { template: brought }) : printAppendix({ ...tried, groups: [] }, at, { logo: brought })));
    } catch (thrown) {
      if (thrown instanceof Unfit) return problem(c, 422, "Does not fit", `${thrown.message}; nothing was kept`, { code: "unfit", problems: [{ place: kind, message: thrown.message, remedy: thrown.remedy }] }) as never;
      throw thrown;
    }
    kept(await keepStationery(db, who.account, who.workspace, kind, brought));
    return c.body(null, 204);
  });

  api.openapi(createRoute({ method: "delete", path: "/workspaces/{workspace}/stationery/{kind}", summary: "Take one's party's template or logo away", request: { params }, responses: nothing("gone") }), async (c) => {
    const who = await inWorkspace(desk, c);
    editor(who);
    kept(await dropStationery(db, who.account, who.workspace, c.req.valid("param").kind));
    return c.body(null, 204);
  });
}
