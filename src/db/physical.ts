import { asOperator, type DatabaseAddress } from "./database.ts";
import { statement } from "./statement.ts";

const WHERE = statement("physical.where", "select current_setting('data_directory') as folder, current_setting('server_version_num')::int as version");
const HOLD = statement("physical.hold", "select 1 as held from pg_create_physical_replication_slot($1, true, true)");
const START = statement("physical.start", "select pg_backup_start($1, true)::text as lsn");
const STOP = statement("physical.stop", "select lsn::text as lsn, labelfile as label from pg_backup_stop(false)");
const SEGMENTS = statement("physical.segments", "select name from pg_ls_waldir() where name ~ '^[0-9A-F]{24}$' and name >= pg_walfile_name($1::pg_lsn) and name <= pg_walfile_name($2::pg_lsn) order by name");

/** What is written down of a running cluster. */
export interface ClusterReceiver {
  /** @param folder where it lies. @param version as `server_version_num`. */
  begin(folder: string, version: number): Promise<void>;
  /** While people go on editing: files may be torn, and what is written meanwhile mends them. */
  files(folder: string): Promise<void>;
  /** Segments of the log of the cluster, in order, and the label a restore begins from. */
  end(folder: string, segments: readonly string[], label: string): Promise<void>;
}

/**
 * Backs a running cluster up by its files. Whatever was acknowledged before `end` is called is in the segments it gets;
 * a slot of this connection keeps them until then, and goes with it.
 */
export function copyCluster(address: DatabaseAddress, name: string, to: ClusterReceiver): Promise<void> {
  return asOperator(address, async (run) => {
    const [where] = await run<{ folder: string; version: number }>(WHERE);
    if (!where) throw new Error("a server that does not say where it lies");
    await run(HOLD, [name]);
    await to.begin(where.folder, where.version);
    const [start] = await run<{ lsn: string }>(START, [name]);
    await to.files(where.folder);
    const [stop] = await run<{ lsn: string; label: string }>(STOP);
    if (!start || !stop) throw new Error("a backup that neither began nor ended");
    const segments = await run<{ name: string }>(SEGMENTS, [start.lsn, stop.lsn]);
    await to.end(where.folder, segments.map((one) => one.name), stop.label);
  });
}
