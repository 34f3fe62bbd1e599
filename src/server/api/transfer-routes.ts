import { createWriteStream, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable, Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createRoute, z, type OpenAPIHono } from "@hono/zod-openapi";
import { bringIn, sealedHistory } from "#app/transfer/bring-in.ts";
import { packed } from "#app/transfer/pack.ts";
import { Refused } from "#app/refusal.ts";
import { ImportAbout, Imported, ImportQuery } from "#contract/transfer.ts";
import { DiskFull } from "#db/database.ts";
import { importOf, type ImportAbout as About } from "#db/import.ts";
import { workspacesOf } from "#db/workspace.ts";
import { json, refusals } from "./answers.ts";
import { inWorkspace, signedIn, type Desk } from "./desk.ts";
import { LARGEST_ARCHIVE } from "./guard-api.ts";
import { problem } from "./refuse.ts";
import { shown } from "./who-am-i.ts";

/** Reading one takes a processor for seconds. */
const MOST_AT_ONCE = 2;

/** A workspace as one file, and one from a file. */
export function transferRoutes(api: OpenAPIHono, desk: Desk, log: (line: string) => void): void {
  const { db, drafts, signer } = desk;
  const said = ({ fromWorkspace, fromName, fromRevision, exported, signedBy, members, leftOut }: About, at: Date | null) => ({
    at: at?.toISOString() ?? null, from: { workspace: fromWorkspace, name: fromName, revision: fromRevision, exported: exported.toISOString() }, signedBy, ownKey: signedBy === signer.key,
    members: members.map((member) => ({ ...member, role: member.role as "viewer" })), leftOut: [...leftOut],
  });
  let busy = 0;

  api.openapi(createRoute({ method: "get", path: "/workspaces/{workspace}/export", summary: "All of a workspace as one archive: the matrix, the members, the history, each with its SHA-256", responses: { 200: { description: "a zip archive", content: { "application/zip": { schema: z.string().openapi({ format: "binary" }) } } }, ...refusals } }), async (c) => {
    const { account, name: by, role, party, revision, workspace } = await inWorkspace(desk, c);
    if (role !== "owner") throw new Refused({ code: "may-not", what: "export all of it" });
    const name = (await workspacesOf(db, account)).find(({ id }) => id === workspace)?.name ?? "workspace";
    const out = packed({ db, drafts, signer, account, workspace, party, revision }, name, by, (fault) => log(`export of ${workspace}: ${fault instanceof Error ? (fault.stack ?? fault.message) : String(fault)}`));
    const file = `${name.normalize("NFKD").replace(/[^A-Za-z0-9]+/g, "-").replace(/^-|-$/g, "").slice(0, 60) || "workspace"}-${new Date().toISOString().slice(0, 10)}.remit.zip`;
    return c.body(Readable.toWeb(out) as ReadableStream, 200, { "Content-Type": "application/zip", "Content-Disposition": `attachment; filename="${file}"`, "Cache-Control": "no-store" }) as never;
  });

  api.openapi(createRoute({ method: "post", path: "/workspaces/import", summary: "Make a new workspace from an exported one; send the archive as application/zip", request: { query: ImportQuery }, responses: { 201: json(Imported, "made; its members are not carried over"), ...refusals } }), async (c) => {
    const { account } = await signedIn(desk, c);
    if (!c.req.header("content-type")?.startsWith("application/zip") || !c.req.raw.body) return problem(c, 415, "Not an archive", "send the exported file itself, with the content type application/zip") as never;
    if (busy >= MOST_AT_ONCE) throw new Refused({ code: "busy" });
    busy++;
    const folder = mkdtempSync(join(tmpdir(), "remit-import-"));
    try {
      const file = join(folder, "archive.zip");
      let size = 0;
      const counted = new Transform({
        transform(chunk: Buffer, _, done) {
          size += chunk.length;
          done(size > LARGEST_ARCHIVE ? new Refused({ code: "unfit", problems: [{ place: "the file", message: "the file is larger than 256 MB; nothing was written", remedy: "have whoever runs this Remit move it by backup and restore" }] }) : null, chunk);
        },
      });
      await pipeline(Readable.fromWeb(c.req.raw.body as never), counted, createWriteStream(file, { mode: 0o600 }));
      const { workspace, about } = await bringIn(db, account, file, c.req.valid("query").name);
      const made = (await workspacesOf(db, account)).find(({ id }) => id === workspace);
      if (!made) throw new Refused({ code: "not-found" });
      return c.json({ workspace: shown(made), about: said(about, null) }, 201);
    } catch (thrown) {
      if ((thrown as { code?: unknown }).code === "ENOSPC") throw new DiskFull();
      throw thrown;
    } finally {
      busy--;
      rmSync(folder, { recursive: true, force: true });
    }
  });

  api.openapi(createRoute({ method: "get", path: "/workspaces/{workspace}/import", summary: "Where an imported workspace came from, and who belonged to it there", responses: { 200: json(z.object({ import: ImportAbout.nullable() }), "nothing for one that was founded here"), ...refusals } }), async (c) => {
    const { account, workspace, role } = await inWorkspace(desk, c);
    if (role !== "owner") throw new Refused({ code: "may-not", what: "see where it came from" });
    const about = await importOf(db, account, workspace);
    return c.json({ import: about ? said(about, about.at) : null }, 200, { "Cache-Control": "no-store" });
  });

  api.openapi(createRoute({ method: "get", path: "/workspaces/{workspace}/import/history", summary: "The history an imported workspace had before, as it came, for `remit verify`", responses: { 200: { description: "the history", content: { "application/json": { schema: z.looseObject({}) } } }, ...refusals } }), async (c) => {
    const { account, workspace } = await inWorkspace(desk, c);
    const file = await sealedHistory(db, account, workspace);
    if (!file) throw new Refused({ code: "not-found" });
    return c.body(Readable.toWeb(file) as ReadableStream, 200, { "Content-Type": "application/json; charset=utf-8", "Content-Disposition": `attachment; filename="history-before-${workspace}.json"`, "Cache-Control": "no-store" }) as never;
  });
}
