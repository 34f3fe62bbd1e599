import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { writeYaml } from "../src/formats/yaml/write.ts";
import { duel, judge } from "./harness.ts";
import { benchMatrix } from "./inputs.ts";

const folder = mkdtempSync(join(tmpdir(), "remit-bench-"));
const document = benchMatrix(300, 12);
const yaml = join(folder, "matrix.remit.yaml");
const json = join(folder, "matrix.json");
writeFileSync(yaml, writeYaml(document));
writeFileSync(json, JSON.stringify(document));
const run = (command: string, ...args: string[]) => spawnSync(command, args, { stdio: "ignore" });

const times = await duel(
  "the command line, whole process",
  [
    { name: "node -e 0", run: () => run(process.execPath, "-e", "0") },
    { name: "remit lint of 300 x 12, YAML", run: () => run("./remit", "lint", yaml) },
    { name: "remit lint of 300 x 12, JSON", run: () => run("./remit", "lint", json) },
    { name: "remit --version", run: () => run("./remit", "--version") },
  ],
  21,
);
rmSync(folder, { recursive: true });
const floor = times.get("node -e 0") ?? Number.NaN;
const good = judge(["YAML", "JSON"].map((kind) => ({ what: `remit lint of 300 rows (${kind}) against node -e 0`, ratio: (times.get(`remit lint of 300 x 12, ${kind}`) ?? Number.NaN) / floor, limit: 2, unit: "x" as const })));
process.exitCode = good ? 0 : 1;
