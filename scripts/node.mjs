// `node scripts/node.mjs FILE ...`: runs a TypeScript file with the pinned Node, whatever Node started this.
import { spawnSync } from "node:child_process";
import { modernNode, prepare, root } from "./prepare.mjs";

prepare();
const { status } = spawnSync(modernNode(), ["--disable-warning=ExperimentalWarning", ...process.argv.slice(2)], { cwd: root, stdio: "inherit" });
process.exit(status ?? 1);
