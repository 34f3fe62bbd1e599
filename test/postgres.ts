import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { startPostgres } from "../src/db/embedded/supervisor.ts";
import { migrate } from "../src/db/migrate.ts";

/** One real PostgreSQL for the whole run, with a migrated database that every test file clones. */
export default async function (project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), "remit-pg-"));
  const postgres = await startPostgres(folder);
  await migrate({ socket: postgres.socket, owner: postgres.owner });
  project.provide("socket", postgres.socket);
  return async () => {
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}

declare module "vitest" {
  export interface ProvidedContext {
    socket: string;
  }
}
