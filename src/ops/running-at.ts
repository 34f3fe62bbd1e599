import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";

export const DEFAULT_PORT = 4870;
/** Beside the data, while a server runs on them. */
const FILE = "running.json";

/** The address as one types it into a browser. */
export function addressOf({ host, port }: { readonly host: string; readonly port: number }): string {
  const everywhere = host === "0.0.0.0" || host === "::";
  const name = everywhere ? "127.0.0.1" : host.includes(":") && !host.startsWith("[") ? `[${host}]` : host;
  return `http://${name}:${port}`;
}

/**
 * Writes down where browsers reach the server that runs on a data folder, for whoever works on it from a shell.
 * @returns takes it away again.
 */
export function noteRunning(data: string, url: string): () => void {
  const file = join(data, FILE);
  try {
    writeFileSync(file, JSON.stringify({ url, pid: process.pid }), { mode: 0o600 });
  } catch {
    // A full disk ends no server; the settings say the same, if they are the same.
  }
  return () => rmSync(file, { force: true });
}

/** What the server on a data folder wrote down, if it is still there. */
function noted(data: string): string | undefined {
  try {
    const { url, pid } = JSON.parse(readFileSync(join(data, FILE), "utf8")) as { url?: unknown; pid?: unknown };
    if (typeof url !== "string" || typeof pid !== "number" || !isThere(pid)) return undefined;
    return new URL(url).origin;
  } catch {
    // Nothing was written, or nothing that can be read: the settings have to do.
    return undefined;
  }
}

function isThere(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (thrown) {
    return (thrown as { code?: string }).code === "EPERM";
  }
}

/** Where browsers reach a running Remit: as its server wrote it down, or by the settings the server would be started with. */
export function runningAt(env: Readonly<Record<string, string | undefined>>, folder: string | undefined): string {
  const told = env["DATABASE_URL"]?.trim() && folder === undefined ? undefined : noted(resolve(folder ?? (env["REMIT_DATA"]?.trim() || "data")));
  return told ?? (env["REMIT_URL"]?.trim() || addressOf({ host: env["HOST"]?.trim() || "127.0.0.1", port: Number(env["PORT"]?.trim() || DEFAULT_PORT) }));
}
