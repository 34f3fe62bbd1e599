import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { execFileSync } from "node:child_process";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { breaches } from "./walls.ts";
import { FORBIDDEN } from "./walls-list.ts";

const made: string[] = [];
afterAll(() => made.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

/** A small house with the given files, in which a wall may be broken. */
function house(files: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), "walls-"));
  made.push(folder);
  for (const [path, text] of Object.entries({ "src/core/a.ts": "export const a = 1;\n", ...files })) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  cpSync("package.json", join(folder, "package.json"));
  symlinkSync(join(process.cwd(), "node_modules"), join(folder, "node_modules"));
  execFileSync("git", ["init", "-q"], { cwd: folder });
  return folder;
}

const BROKEN: Record<string, Record<string, string>> = {
  "no-circles": { "src/core/b.ts": 'import { c } from "./c.ts";\nexport const b = c;\n', "src/core/c.ts": 'import { b } from "./b.ts";\nexport const c = () => b;\n' },
  "core-knows-nobody": { "src/core/b.ts": 'import { f } from "#formats/f.ts";\nexport const b = f;\n', "src/formats/f.ts": "export const f = 1;\n" },
  "core-does-no-io": { "src/core/b.ts": 'import { readFileSync } from "node:fs";\nexport const b = readFileSync;\n' },
  "rules-know-only-the-core": { "src/rules/x.ts": 'import y from "./y.ts";\nexport default y;\n', "src/rules/y.ts": "export default 1;\n" },
  "formats-know-only-the-core": { "src/formats/f.ts": 'import x from "#rules/x.ts";\nexport const f = x;\n', "src/rules/x.ts": "export default 1;\n" },
  "formats-touch-no-disk": { "src/formats/f.ts": 'import { readFileSync } from "fs";\nexport const f = readFileSync;\n' },
  "library-knows-only-the-core": { "src/library/l.ts": 'import { f } from "#formats/f.ts";\nexport const l = f;\n', "src/formats/f.ts": "export const f = 1;\n" },
  "break-glass-knows-only-the-core": { "src/breakglass/b.ts": 'import { f } from "#formats/f.ts";\nexport const b = f;\n', "src/formats/f.ts": "export const f = 1;\n" },
  "break-glass-needs-no-node": { "src/breakglass/b.ts": 'import { readFileSync } from "node:fs";\nexport const b = readFileSync;\n' },
  "appendix-knows-only-the-core": { "src/appendix/a.ts": 'import { l } from "#library/l.ts";\nexport const a = l;\n', "src/library/l.ts": "export const l = 1;\n" },
  "appendix-needs-no-node": { "src/appendix/a.ts": 'import { readFileSync } from "node:fs";\nexport const a = readFileSync;\n' },
  "press-prints-what-it-is-given": { "src/press/p.ts": 'import { l } from "#library/l.ts";\nexport const p = l;\n', "src/library/l.ts": "export const l = 1;\n" },
  "web-stays-in-the-browser": { "src/web/w.ts": 'import { s } from "../cli/s.ts";\nexport const w = s;\n', "src/cli/s.ts": "export const s = 1;\n" },
  "web-needs-no-node": { "src/web/w.ts": 'import { join } from "node:path";\nexport const w = join;\n' },
  "cli-works-on-files": { "src/cli/c.ts": 'import { w } from "#web/w.ts";\nexport const c = w;\n', "src/web/w.ts": "export const w = 1;\n" },
  "server-is-wiring": { "src/cli/c.ts": 'import { s } from "#server/s.ts";\nexport const c = s;\n', "src/server/s.ts": "export const s = 1;\n" },
  "contract-is-shapes": { "src/contract/c.ts": 'import { d } from "#db/d.ts";\nexport const c = d;\n', "src/db/d.ts": "export const d = 1;\n" },
  "db-is-sql": { "src/db/d.ts": 'import { c } from "#app/c.ts";\nexport const d = c;\n', "src/app/c.ts": "export const c = 1;\n" },
  "only-db-speaks-to-the-database": { "src/app/c.ts": 'import pg from "pg";\nexport const c = pg;\n' },
  "app-knows-no-http": { "src/app/c.ts": 'import { s } from "#server/s.ts";\nexport const c = s;\n', "src/server/s.ts": "export const s = 1;\n" },
  "accounts-know-only-the-database": { "src/accounts/a.ts": 'import { c } from "#app/c.ts";\nexport const a = c;\n', "src/app/c.ts": "export const c = 1;\n" },
  "only-accounts-knows-the-sign-in-library": { "src/server/s.ts": 'import { betterAuth } from "better-auth";\nexport const s = betterAuth;\n' },
  "ops-stand-beside-the-server": { "src/ops/o.ts": 'import { s } from "#server/s.ts";\nexport const o = s;\n', "src/server/s.ts": "export const s = 1;\n" },
  "sql-lives-in-db": { "src/cli/c.ts": 'export const c = "SELECT id FROM rows WHERE 1";\n' },
  "no-halls": { "src/core/utils.ts": "export const u = 1;\n" },
};

describe("the gate", () => {
  test("lets an orderly house pass", async () => {
    expect(await breaches(house({ "src/rules/x.ts": 'import { a } from "#core/a.ts";\nexport default a;\n' }))).toEqual([]);
  });

  test.each(Object.entries(BROKEN))("stands when %s is broken", async (wall, files) => {
    expect((await breaches(house(files))).map((breach) => breach.wall)).toContain(wall);
  });

  test("has no wall that was never broken", () => {
    expect(FORBIDDEN.map((wall) => wall.name).filter((name) => name === undefined || !(name in BROKEN))).toEqual([]);
  });

  test("refuses to be green about files it did not read", async () => {
    const folder = house({ "src/core/d.ts": "export const d = 1;\n" });
    // A file that git lists and no tool can read: the gate has to notice, not skip.
    symlinkSync(join(folder, "nowhere.ts"), join(folder, "src/core/lost.ts"));
    await expect(breaches(folder)).rejects.toThrow(/did not read/);
  });
});
