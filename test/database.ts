import { randomBytes, randomUUID } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, inject } from "vitest";
import { followOwnerLink, openOwnerLink } from "../src/db/account.ts";
import { openDatabase, type Database, type DatabaseAddress } from "../src/db/database.ts";

const SOON = () => new Date(Date.now() + 60_000);

export interface TestDatabase {
  /** As the application sees it. */
  readonly db: Database;
  readonly address: DatabaseAddress;
  /** Past every policy: for looking at what really lies there. */
  asOwner<Row extends object>(sql: string, values?: readonly unknown[]): Promise<Row[]>;
  /** A new account, and its id. */
  person(name: string): Promise<string>;
}

/** A database of its own for one test file, cloned from the migrated one; gone when the file is done. */
export function testDatabase(): TestDatabase {
  const name = `t_${randomBytes(6).toString("hex")}`;
  const made: { db?: Database; owner?: pg.Client; address?: DatabaseAddress } = {};
  const here = <T>(value: T | undefined): T => {
    if (value === undefined) throw new Error("the test database is there only inside tests");
    return value;
  };
  const admin = async (sql: string): Promise<void> => {
    const client = new pg.Client({ host: inject("socket"), user: "remit_owner", database: "postgres" });
    await client.connect();
    await client.query(sql);
    await client.end();
  };
  beforeAll(async () => {
    await admin(`create database ${name} template remit`);
    made.address = { socket: inject("socket"), owner: "remit_owner", database: name };
    made.db = openDatabase(made.address, 6);
    made.owner = new pg.Client({ host: inject("socket"), user: "remit_owner", database: name });
    await made.owner.connect();
  });
  afterAll(async () => {
    await made.db?.close();
    await made.owner?.end();
    await admin(`drop database if exists ${name} with (force)`);
  });
  return {
    get db() {
      return here(made.db);
    },
    get address() {
      return here(made.address);
    },
    asOwner: async (sql, values) => (await here(made.owner).query(sql, [...(values ?? [])])).rows as never,
    person: async (who) => {
      const account = randomUUID();
      await here(made.owner).query("insert into auth.account (id, name) values ($1, $2)", [account, who]);
      return account;
    },
  };
}

/** The first owner, by the one-time link, as `npm start` would offer it. */
export async function firstOwner(db: Database): Promise<{ readonly account: string; readonly session: Buffer }> {
  const [link, session] = [randomBytes(32), randomBytes(32)];
  await openOwnerLink(db, link, SOON());
  const account = await followOwnerLink(db, link, "Owner", session, SOON());
  if (account === undefined) throw new Error("the link was refused");
  return { account, session };
}
