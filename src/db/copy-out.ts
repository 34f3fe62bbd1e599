import { asOperator, type DatabaseAddress, type Run } from "./database.ts";
import { migrations } from "./migrate.ts";
import { statement } from "./statement.ts";

/** Every table that holds something, those that others point to first. A test holds the list against the database. */
export const TABLES = [
  "auth.account", "auth.session", "auth.credential", "auth.verification", "auth.second_factor", "auth.used_code", "auth.passkey", "auth.begun", "auth.federated", "auth.attempt", "auth.link", "auth.owner_link", "auth.outbox", "auth.answered", "auth.duty",
  "remit.workspace", "remit.member", "remit.invitation", "remit.identity_provider", "remit.sign_in_rule", "remit.api_key", "remit.guest", "remit.guest_session", "remit.webhook", "remit.webhook_delivery", "remit.draft_matrix", "remit.draft_item", "remit.edit_log", "remit.edit_touch", "remit.edit_origin", "remit.history_head", "remit.history_check", "remit.import", "remit.imported_piece", "remit.deletion", "remit.private_contact", "remit.comment", "remit.evidence", "remit.row_stand", "remit.agreed_row", "remit.proposal", "remit.notice", "remit.contact_check", "remit.contact_claim", "remit.contact_schedule", "remit.minute_test", "remit.minute_answer", "remit.review", "remit.review_decision", "remit.review_trigger", "remit.swap_request", "remit.stationery", "remit.sign_policy", "remit.signatory", "remit.signatory_contact", "remit.version", "remit.version_signatory", "remit.signature", "remit.sign_refusal", "remit.sign_link",
] as const;
export type Table = (typeof TABLES)[number];

const BEGIN = statement("copy.begin", "begin isolation level repeatable read read only");
const END = statement("copy.end", "commit");
const DECLARE = Object.fromEntries(TABLES.map((table) => [table, statement(`copy.open ${table}`, `declare copied no scroll cursor for select to_jsonb(t) as row from ${table} t`)])) as Record<Table, ReturnType<typeof statement>>;
const FETCH = statement("copy.fetch", "fetch 500 from copied");
// A row of these can hold megabytes.
const FETCH_LONG = statement("copy.fetch-long", "fetch 10 from copied");
const LONG: ReadonlySet<Table> = new Set(["remit.edit_log", "remit.imported_piece", "remit.proposal", "remit.version", "remit.webhook_delivery", "remit.stationery"]);
const CLOSE = statement("copy.close", "close copied");
// What an entry touched is noted again as it comes back.
const PUT = Object.fromEntries(TABLES.map((table) => [table, statement(`copy.put ${table}`, `insert into ${table} select * from jsonb_populate_recordset(null::${table}, $1)${table === "remit.edit_touch" ? " on conflict do nothing" : ""}`)])) as Record<Table, ReturnType<typeof statement>>;
const BEGIN_PUT = statement("copy.begin-put", "begin");
const MADE = statement("copy.migrations", "select name, digest from public.remit_migration order by name");

/** The shape a database has: its migrations. */
export type Shape = readonly { readonly name: string; readonly digest: string }[];

/** What is written down of a database, in this order: its shape, then the rows of each table. */
export interface Receiver {
  shape(shape: Shape): Promise<void>;
  rows(table: Table, rows: readonly object[]): Promise<void>;
}

/** Everything there is, as of one moment, while others go on writing. */
export function copyOut(address: DatabaseAddress, to: Receiver): Promise<void> {
  return asOperator(address, async (run) => {
    await run(BEGIN);
    await to.shape(await run(MADE));
    for (const table of TABLES) {
      await run(DECLARE[table]);
      for (;;) {
        const rows = await run<{ row: object }>(LONG.has(table) ? FETCH_LONG : FETCH);
        if (rows.length === 0) break;
        await to.rows(table, rows.map(({ row }) => row));
      }
      await run(CLOSE);
    }
    await run(END);
  });
}

/** Puts rows into a database that has none, all or nothing. @param source calls back with pieces, in the order they were written. */
export function copyIn(address: DatabaseAddress, source: (put: (table: Table, rows: readonly object[]) => Promise<void>) => Promise<void>): Promise<void> {
  return asOperator(address, async (run: Run) => {
    await run(BEGIN_PUT);
    await source(async (table, rows) => void (await run(PUT[table], [JSON.stringify(rows)])));
    await run(END);
  });
}

/** The migrations of a backup as this Remit knows them; nothing when it does not know them all. */
export function migrationsOf(shape: Shape): ReturnType<typeof migrations> | undefined {
  const known = new Map(migrations().map((migration) => [migration.name, migration]));
  const wanted = shape.map(({ name, digest }) => (known.get(name)?.digest === digest ? known.get(name) : undefined));
  return wanted.every((migration) => migration !== undefined) ? wanted : undefined;
}
