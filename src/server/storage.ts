import { openDatabase, type Database, type DatabaseAddress } from "#db/database.ts";
import { freeBytes } from "#db/embedded/ballast.ts";
import { keepPostgres } from "#db/embedded/supervisor.ts";
import { migrate } from "#db/migrate.ts";
import type { Settings } from "./settings.ts";

/** The database, migrated and open, and how to leave it in order. */
export interface Storage {
  readonly db: Database;
  readonly address: DatabaseAddress;
  readonly free?: () => number;
  close(): Promise<void>;
}

/** The packaged PostgreSQL on the data folder, or the one the settings name. */
export async function openStorage({ databaseUrl, databaseOwnerUrl, data }: Settings, told: (line: string) => void): Promise<Storage> {
  if (databaseUrl !== undefined) {
    const address: DatabaseAddress = { url: databaseUrl, ...(databaseOwnerUrl === undefined ? {} : { ownerUrl: databaseOwnerUrl }) };
    await migrate(address);
    const db = openDatabase(address);
    return { db, address, close: () => db.close() };
  }
  const postgres = await keepPostgres(data, told);
  const address: DatabaseAddress = { socket: postgres.socket, owner: postgres.owner };
  try {
    await migrate(address);
  } catch (thrown) {
    await postgres.stop();
    throw thrown;
  }
  const db = openDatabase(address);
  return {
    db,
    address,
    free: nowAndThen(() => freeBytes(data)),
    close: async () => {
      await db.close();
      await postgres.stop();
    },
  };
}

/** In milliseconds. A full disk is PostgreSQL's to refuse anyway; asking for every edit would only cost time. */
const ASKED_AGAIN_AFTER = 250;

function nowAndThen(ask: () => number): () => number {
  let [answer, at] = [0, Number.NEGATIVE_INFINITY];
  return () => {
    const now = performance.now();
    if (now - at > ASKED_AGAIN_AFTER) [answer, at] = [ask(), now];
    return answer;
  };
}
