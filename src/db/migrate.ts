import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import pg from "pg";
import { connectionOf, type DatabaseAddress } from "./database.ts";

/** Any number will do, as long as every Remit takes the same one. */
const LOCK = 0x72656d69;
const FOLDER = fileURLToPath(new URL("./migrations/", import.meta.url));

/** A migration as it lies in the folder. */
export interface Migration {
  readonly name: string;
  readonly sql: string;
  readonly digest: string;
}

export const migrations = (): readonly Migration[] =>
  readdirSync(FOLDER)
    .filter((name) => name.endsWith(".sql"))
    .sort()
    .map((name) => {
      const sql = readFileSync(`${FOLDER}${name}`, "utf8");
      return { name, sql, digest: createHash("sha256").update(sql).digest("hex") };
    });

/** The database was made by a newer Remit, or a migration that already ran was changed. */
export class StrangeDatabase extends Error {}

/**
 * Brings the database to the newest shape: each migration once, in order, in one transaction with its
 * record. Many servers may start at once; one migrates and the others wait.
 * @returns the names of what was new.
 * @throws StrangeDatabase
 */
export async function migrate(address: DatabaseAddress, wanted: readonly Migration[] = migrations()): Promise<string[]> {
  if ("socket" in address) await makeDatabase(address);
  const client = new pg.Client(connectionOf(address, "owner"));
  await client.connect();
  try {
    await client.query("select pg_advisory_lock($1)", [LOCK]);
    await client.query("create table if not exists public.remit_migration (name text primary key, digest text not null, at timestamptz not null default now())");
    await makeRole(client, "socket" in address);
    const { rows } = await client.query<{ name: string; digest: string }>("select name, digest from public.remit_migration order by name");
    const done = new Map(rows.map(({ name, digest }) => [name, digest]));
    for (const name of done.keys())
      if (!wanted.some((migration) => migration.name === name)) throw new StrangeDatabase(`the database knows \`${name}\`, which this Remit does not: it was made by a newer one`);
    const made: string[] = [];
    for (const { name, sql, digest } of wanted) {
      const before = done.get(name);
      if (before !== undefined && before !== digest) throw new StrangeDatabase(`the migration \`${name}\` is not the one this database was made with`);
      if (before !== undefined) continue;
      await client.query("begin");
      await client.query(sql);
      await client.query("insert into public.remit_migration (name, digest) values ($1, $2)", [name, digest]);
      await client.query("commit");
      made.push(name);
    }
    return made;
  } catch (thrown) {
    await client.query("rollback").catch(() => undefined);
    throw thrown;
  } finally {
    await client.end();
  }
}

async function makeDatabase(address: { readonly socket: string; readonly owner: string; readonly database?: string }): Promise<void> {
  const name = address.database ?? "remit";
  const client = new pg.Client({ host: address.socket, user: address.owner, database: "postgres" });
  await client.connect();
  try {
    const { rowCount } = await client.query("select 1 from pg_database where datname = $1", [name]);
    if (rowCount === 0) await client.query(`create database ${pg.escapeIdentifier(name)}`);
  } catch (thrown) {
    if ((thrown as { code?: string }).code !== "42P04") throw thrown;
  } finally {
    await client.end();
  }
}

/** The application's roles own nothing and may nothing that is not granted to them: one works in workspaces, one with accounts. */
async function makeRole(client: pg.Client, mayLogIn: boolean): Promise<void> {
  for (const role of ["remit_app", "remit_auth"])
    await client.query(`do $$ begin
      if not exists (select 1 from pg_roles where rolname = '${role}') then
        create role ${role} nosuperuser nocreatedb nocreaterole noinherit ${mayLogIn ? "login" : "nologin"};
      end if;
      if not pg_has_role(current_user, '${role}', 'member') then execute format('grant ${role} to %I', current_user); end if;
    end $$`);
}
