import { expect, test } from "vitest";
import { testDatabase } from "../../test/database.ts";
import { migrationsOf, TABLES } from "./copy-out.ts";
import { migrations } from "./migrate.ts";

const at = testDatabase();

test("every table there is, is copied", async () => {
  const tables = await at.asOwner<{ name: string }>("select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname in ('remit', 'auth') and c.relkind = 'r'");
  expect([...TABLES].sort()).toEqual(tables.map(({ name }) => name).sort());
});

test("tables that are pointed to come before those that point", async () => {
  const arrows = await at.asOwner<{ from: string; to: string }>(`
    select fn.nspname || '.' || f.relname as from, tn.nspname || '.' || t.relname as to from pg_constraint x
    join pg_class f on f.oid = x.conrelid join pg_namespace fn on fn.oid = f.relnamespace join pg_class t on t.oid = x.confrelid join pg_namespace tn on tn.oid = t.relnamespace
    where x.contype = 'f' and fn.nspname in ('remit', 'auth')`);
  expect(arrows.length).toBeGreaterThan(10);
  for (const { from, to } of arrows) expect(TABLES.indexOf(to as never), `${from} -> ${to}`).toBeLessThan(TABLES.indexOf(from as never));
});

test("a shape is known by names and digests, an older one too", () => {
  const all = migrations().map(({ name, digest }) => ({ name, digest }));
  expect(migrationsOf(all.slice(0, 2))?.map(({ name }) => name)).toEqual(all.slice(0, 2).map(({ name }) => name));
  expect(migrationsOf([...all, { name: "9999-later.sql", digest: "x" }])).toBeUndefined();
  expect(migrationsOf([{ name: all[0]?.name ?? "", digest: "another" }])).toBeUndefined();
});
