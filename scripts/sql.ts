// `npm run sql`: every statement Remit sends, by name. With `--write`: src/db/schema.sql, from a fresh database.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { dumpSchema } from "../src/db/dump-schema.ts";
import { startPostgres } from "../src/db/embedded/supervisor.ts";
import { migrate } from "../src/db/migrate.ts";
import { statements } from "../src/db/statement.ts";
import "../src/db/account.ts";
import "../src/db/draft.ts";
import "../src/db/workspace.ts";

if (process.argv.includes("--write")) {
  const data = mkdtempSync(join(tmpdir(), "remit-schema-"));
  const postgres = await startPostgres(data);
  try {
    const address = { socket: postgres.socket, owner: postgres.owner };
    await migrate(address);
    writeFileSync("src/db/schema.sql", await dumpSchema(address));
  } finally {
    await postgres.stop();
    rmSync(data, { recursive: true, force: true });
  }
} else for (const { name, text } of statements()) process.stdout.write(`-- ${name}\n${text.trim()};\n\n`);
