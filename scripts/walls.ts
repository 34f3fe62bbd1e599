import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { cruise, type ICruiseOptions, type ICruiseResult } from "dependency-cruiser";
import { FORBIDDEN } from "./walls-list.ts";

/** Every module under `src` that git lists: what the gate must have read to be believed. */
function sources(folder: string): string[] {
  const listed = execFileSync("git", ["ls-files", "-co", "--exclude-standard", "--", "src"], { cwd: folder, encoding: "utf8" });
  return listed.split("\n").filter((file) => /\.tsx?$/.test(file) && !file.endsWith(".d.ts"));
}

export interface Breach {
  readonly wall: string;
  readonly why: string;
  readonly from: string;
  readonly to: string;
}

/**
 * Where the code breaks a wall. Throws when fewer modules were read than there are files: a gate that
 * reads nothing is always green.
 */
export async function breaches(folder: string): Promise<Breach[]> {
  const files = sources(folder);
  const options: ICruiseOptions = {
    baseDir: folder,
    ruleSet: { forbidden: FORBIDDEN },
    validate: true,
    tsPreCompilationDeps: true,
    doNotFollow: { path: "node_modules" },
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "require", "node", "default", "types"], extensions: [".ts", ".tsx", ".js", ".mjs", ".json"] },
  };
  const { output } = await cruise(["src"], options, undefined, {});
  const result = output as ICruiseResult;
  const read = new Set(result.modules.map((module) => module.source));
  const missed = files.filter((file) => !read.has(file));
  if (missed.length > 0) throw new Error(`the gate did not read ${missed.length} of ${files.length} files, ${missed[0]} among them`);
  const found = result.summary.violations.map(({ rule, from, to }) => ({ wall: rule.name, why: FORBIDDEN.find((wall) => wall.name === rule.name)?.comment ?? "", from, to }));
  return [...found, ...sqlOutsideDb(folder, files), ...halls(files)];
}

function sqlOutsideDb(folder: string, files: readonly string[]): Breach[] {
  return files
    .filter((file) => !file.startsWith("src/db/"))
    .filter((file) => /\b(SELECT\s.+\sFROM|INSERT\s+INTO|UPDATE\s+\w+\s+SET|DELETE\s+FROM)\s/.test(readFileSync(`${folder}/${file}`, "utf8")))
    .map((from) => ({ wall: "sql-lives-in-db", why: "SQL anywhere else escapes the sealing of workspaces and `npm run sql`", from, to: "SQL" }));
}

const HALL = /(^|\/)(utils?|helpers?|lib|common|misc|types|interfaces|index)\.tsx?$/;
function halls(files: readonly string[]): Breach[] {
  return files
    .filter((file) => HALL.test(file))
    .map((from) => ({ wall: "no-halls", why: "a file where everything meets belongs to nobody; give its contents a room with a name", from, to: "" }));
}

if (process.argv[1] === import.meta.filename) {
  const found = await breaches(process.cwd());
  for (const { wall, why, from, to } of found) console.error(`${from}${to ? ` -> ${to}` : ""}\n  ${wall}: ${why}`);
  console.log(`${found.length === 0 ? "no wall is broken" : `${found.length} broken`}`);
  process.exit(found.length === 0 ? 0 : 1);
}
