import type { Database } from "./database.ts";
import { unlessDenied } from "./denied.ts";
import { statement } from "./statement.ts";

const ALL = statement("stationery.all", `select kind, name, length(content) as size, kept_at as "keptAt" from remit.stationery where workspace_id = remit.entered() order by kind`);
const ONE = statement("stationery.one", "select name, content from remit.stationery where workspace_id = remit.entered() and kind = $1");
const KEEP = statement("stationery.keep", "select remit.keep_stationery($1, $2, $3)");
const DROP = statement("stationery.drop", "select remit.drop_stationery($1)");

export type StationeryKind = "template" | "logo";

/** A template or logo one's own party keeps for its appendices. */
export interface Stationery {
  readonly kind: StationeryKind;
  readonly name: string;
  /** In bytes. */
  readonly size: number;
  readonly keptAt: Date;
}

export const stationeryOf = (db: Database, actor: string, workspace: string): Promise<Stationery[]> => db.once<Stationery>(actor, workspace, ALL);
export const stationeryNamed = async (db: Database, actor: string, workspace: string, kind: StationeryKind): Promise<{ readonly name: string; readonly bytes: Uint8Array } | undefined> => {
  const [found] = await db.once<{ name: string; content: Buffer }>(actor, workspace, ONE, [kind]);
  return found && { name: found.name, bytes: new Uint8Array(found.content) };
};
export const keepStationery = (db: Database, actor: string, workspace: string, kind: StationeryKind, { name, bytes }: { readonly name: string; readonly bytes: Uint8Array }) => unlessDenied(db.once(actor, workspace, KEEP, [kind, name, Buffer.from(bytes)]));
export const dropStationery = (db: Database, actor: string, workspace: string, kind: StationeryKind) => unlessDenied(db.once(actor, workspace, DROP, [kind]));
