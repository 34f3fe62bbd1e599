import { readFileSync } from "node:fs";
import pg from "pg";
import { expect, test } from "vitest";
import { testDatabase } from "../../test/database.ts";
import { connectionOf } from "./database.ts";
import { dumpSchema } from "./dump-schema.ts";
import { migrate, migrations, StrangeDatabase } from "./migrate.ts";

const at = testDatabase();

test("schema.sql is what the migrations make (npm run sql -- --write)", async () => {
  expect(await dumpSchema(at.address)).toBe(readFileSync(new URL("./schema.sql", import.meta.url), "utf8"));
});

test("migrating twice does no harm, and twenty servers starting at once are fine", async () => {
  const before = await dumpSchema(at.address);
  expect((await Promise.all(Array.from({ length: 20 }, () => migrate(at.address)))).flat()).toEqual([]);
  expect(await dumpSchema(at.address)).toBe(before);
});

test("a database of a newer Remit, or one whose past was rewritten, is left alone", async () => {
  await at.asOwner("insert into public.remit_migration (name, digest) values ('9999-from-the-future.sql', 'x')");
  await expect(migrate(at.address)).rejects.toThrow(StrangeDatabase);
  await at.asOwner("delete from public.remit_migration where name like '9999%'");
  const [first, ...later] = migrations();
  await expect(migrate(at.address, [{ ...first, name: first?.name ?? "", sql: "", digest: "another" }, ...later])).rejects.toThrow(/is not the one this database was made with/);
});

test("a migration that fails leaves nothing of itself behind", async () => {
  const broken = { name: "9998-broken.sql", sql: "create table remit.half (a int); select 1 / 0", digest: "x" };
  await expect(migrate(at.address, [...migrations(), broken])).rejects.toThrow(/division by zero/);
  expect(await at.asOwner("select 1 from pg_class where relname = 'half'")).toEqual([]);
  expect(await migrate(at.address)).toEqual([]);
});

test("the application is neither superuser nor owner of anything, and cannot become either", async () => {
  const [role] = await at.asOwner<{ rolsuper: boolean; rolbypassrls: boolean; rolcreaterole: boolean }>("select rolsuper, rolbypassrls, rolcreaterole from pg_roles where rolname = 'remit_app'");
  expect(role).toEqual({ rolsuper: false, rolbypassrls: false, rolcreaterole: false });
  expect(await at.asOwner("select 1 from pg_class where relowner = 'remit_app'::regrole")).toEqual([]);
  const app = new pg.Client(connectionOf(at.address, "app"));
  await app.connect();
  await expect(app.query("set role remit_owner")).rejects.toThrow(/permission denied/);
  for (const secret of ["auth.account", "auth.session", "auth.owner_link"]) await expect(app.query(`select * from ${secret}`)).rejects.toThrow(/permission denied/);
  await app.end();
});
