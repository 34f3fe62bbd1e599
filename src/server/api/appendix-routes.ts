import { createRoute, z, type OpenAPIHono } from "@hono/zod-openapi";
import { appendixOf } from "#appendix/appendix.ts";
import { AppendixWanted } from "#contract/appendix.ts";
import { matrixDigest } from "#core/model/canonical.ts";
import { stationeryNamed } from "#db/stationery.ts";
import { printAppendix, writeAppendix } from "#press/appendix.ts";
import { Unfit } from "#press/child.ts";
import { refusals } from "./answers.ts";
import { inWorkspace, type Desk } from "./desk.ts";
import { problem } from "./refuse.ts";
import type { Turns } from "./turns.ts";

const TYPES = { docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document", pdf: "application/pdf" } as const;
const binary = { schema: z.string().openapi({ format: "binary" }) };

/** The contract appendix of the draft. It is set in a process of its own, so nobody who types waits for it. */
export function appendixRoutes(api: OpenAPIHono, desk: Desk, turns: Turns): void {
  const { db, drafts } = desk;

  api.openapi(createRoute({ method: "get", path: "/workspaces/{workspace}/appendix", summary: "The contract appendix of the draft, marked as not signed", request: { query: AppendixWanted }, responses: { 200: { description: "a DOCX or a PDF", content: { [TYPES.docx]: binary, [TYPES.pdf]: binary } }, ...refusals } }), async (c) => {
    const { account, workspace, revision } = await inWorkspace(desk, c, "read");
    const { format, names, paper } = c.req.valid("query");
    if (turns.full) return problem(c, 503, "Busy", "too many sheets are being made at this moment; try again", { code: "busy" }) as never;
    const { document } = await drafts.read(account, workspace, revision);
    const own = (kind: "template" | "logo") => (paper === "own" ? stationeryNamed(db, account, workspace, kind) : undefined);
    const template = format === "docx" ? await own("template") : undefined;
    const logo = template === undefined ? await own("logo") : undefined;
    const at = new Date().toISOString();
    const appendix = appendixOf(document, { digest: matrixDigest(document), personal: names === "true", at });
    try {
      const bytes = await turns.take(() => (format === "pdf" ? printAppendix(appendix, at, { logo }) : writeAppendix(appendix, { logo, template })));
      return c.body(bytes, 200, { "Content-Type": TYPES[format], "Content-Disposition": `attachment; filename="appendix-draft-${appendix.shortFingerprint.slice(0, 8)}-${at.slice(0, 10)}.${format}"`, "Cache-Control": "no-store" }) as never;
    } catch (thrown) {
      // Kept since before the matrix had what the template does not know, or by an older Remit.
      if (thrown instanceof Unfit) return problem(c, 422, "Does not fit", thrown.message, { code: "unfit", problems: [{ place: template === undefined ? "logo" : "template", message: thrown.message, remedy: thrown.remedy }] }) as never;
      throw thrown;
    }
  });
}
