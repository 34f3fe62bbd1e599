// `npm test`: installs what is missing (a browser too), runs every check, and ends with the true totals.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { modernNode, prepare, root } from "./prepare.mjs";

prepare("cli", "web");
const quick = process.argv.includes("--quick");
// The same checks with two hundred crashes instead of ten.
if (process.argv.includes("--long")) process.env.REMIT_CRASHES ??= "200";
const node = modernNode();
const env = { ...process.env, NODE_OPTIONS: "--disable-warning=ExperimentalWarning", PATH: `${join(node, "..")}:${process.env.PATH}` };
let passed = 0;
let failed = 0;
let skipped = 0;

if (!quick) {
  const { browser, office } = await import("./browser.mjs");
  env.CHROME = await browser();
  if (!office()) process.stderr.write("remit: no LibreOffice here; the round trip through it is skipped\n");
}

function step(name, ...args) {
  const started = Date.now();
  const { status } = spawnSync(node, args, { cwd: root, env, stdio: ["ignore", "inherit", "inherit"] });
  const good = status === 0;
  process.stdout.write(`${good ? "ok  " : "FAIL"} ${name} (${((Date.now() - started) / 1000).toFixed(1)} s)\n`);
  if (good) passed++;
  else failed++;
}

const bin = (path) => join(root, "node_modules", path);
step("types of core, command line and server", bin("typescript/bin/tsc"), "-p", "tsconfig.json");
step("types of the web page", bin("typescript/bin/tsc"), "-p", "tsconfig.web.json");
step("types of the journeys", bin("typescript/bin/tsc"), "-p", "tsconfig.journeys.json");
step("walls between the rooms", "scripts/walls.ts");

const results = join(root, ".cache", "results.json");
mkdirSync(join(root, ".cache"), { recursive: true });
rmSync(results, { force: true });
const filters = quick ? ["src", "scripts", "test/laws", "test/sheets"] : [];
const run = spawnSync(node, [bin("vitest/vitest.mjs"), "run", ...filters, "--reporter=default", "--reporter=json", `--outputFile.json=${results}`], { cwd: root, env, stdio: ["ignore", "inherit", "inherit"] });
if (existsSync(results)) {
  const { numPassedTests, numFailedTests, numPendingTests, testResults } = JSON.parse(readFileSync(results, "utf8"));
  passed += numPassedTests;
  failed += numFailedTests;
  skipped += numPendingTests;
  // A file that could not even be loaded has no tests to count, and is a failure all the same.
  for (const file of testResults) if (file.status === "failed" && file.assertionResults.length === 0) failed++;
} else failed++;
if (run.status !== 0 && failed === 0) failed++;

process.stdout.write(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}\n`);
process.exit(failed === 0 ? 0 : 1);
