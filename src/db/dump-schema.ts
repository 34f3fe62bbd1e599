import pg from "pg";
import { connectionOf, type DatabaseAddress } from "./database.ts";

const OURS = "n.nspname in ('remit', 'auth')";

const PARTS: readonly (readonly [string, string])[] = [
  [
    "tables",
    `select format(E'create table %I.%I (\\n%s\\n)%s;', n.nspname, c.relname,
       (select string_agg(format('  %I %s%s%s', a.attname, format_type(a.atttypid, a.atttypmod), case when a.attnotnull then ' not null' else '' end,
          case when d.adbin is null then '' else ' default ' || pg_get_expr(d.adbin, d.adrelid) end), E',\\n' order by a.attnum)
        from pg_attribute a left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped),
       case when c.reloptions is null then '' else format(' with (%s)', array_to_string(c.reloptions, ', ')) end) as said
     from pg_class c join pg_namespace n on n.oid = c.relnamespace where ${OURS} and c.relkind = 'r' order by n.nspname, c.relname`,
  ],
  ["constraints", `select format('alter table %s add constraint %I %s;', x.conrelid::regclass, x.conname, pg_get_constraintdef(x.oid)) as said from pg_constraint x join pg_namespace n on n.oid = x.connamespace where ${OURS} and x.contype <> 'n' order by x.conrelid::regclass::text, x.conname`],
  ["indexes", `select pg_get_indexdef(i.indexrelid) || ';' as said from pg_index i join pg_class c on c.oid = i.indexrelid join pg_namespace n on n.oid = c.relnamespace where ${OURS} and not exists (select 1 from pg_constraint x where x.conindid = i.indexrelid) order by c.relname`],
  ["row level security", `select format('alter table %I.%I %s row level security;', n.nspname, c.relname, case when c.relforcerowsecurity then 'force' else 'enable' end) as said from pg_class c join pg_namespace n on n.oid = c.relnamespace where ${OURS} and c.relrowsecurity order by c.relname`],
  ["policies", `select format('create policy %I on %I.%I for %s to %s%s%s;', policyname, schemaname, tablename, lower(cmd), array_to_string(roles, ', '), case when qual is null then '' else ' using (' || qual || ')' end, case when with_check is null then '' else ' with check (' || with_check || ')' end) as said from pg_policies where schemaname in ('remit', 'auth') order by tablename, policyname`],
  ["functions", `select pg_get_functiondef(p.oid) || ';' as said from pg_proc p join pg_namespace n on n.oid = p.pronamespace where ${OURS} order by n.nspname, p.proname`],
  ["triggers", `select pg_get_triggerdef(t.oid) || ';' as said from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace where ${OURS} and not t.tgisinternal order by c.relname, t.tgname`],
  ["rights of the application", `select format('grant %s on %I.%I to %I;', string_agg(distinct lower(privilege_type), ', '), table_schema, table_name, grantee) as said from information_schema.role_table_grants where grantee in ('remit_app', 'remit_auth') group by grantee, table_schema, table_name order by grantee, table_schema, table_name`],
];

/** The shape of the database as it is after all migrations: the file to read, and to compare in a review. */
export async function dumpSchema(address: DatabaseAddress): Promise<string> {
  const client = new pg.Client(connectionOf(address, "owner"));
  await client.connect();
  try {
    const parts: string[] = ["-- The database after all migrations. Written by `npm run sql -- --write`; edit a migration, not this file."];
    for (const [title, sql] of PARTS) {
      const { rows } = await client.query<{ said: string }>(sql);
      parts.push(`-- ${title}`, rows.map(({ said }) => said.replace(/[ \t]+$/gm, "")).join("\n"));
    }
    return `${parts.join("\n\n")}\n`;
  } finally {
    await client.end();
  }
}
