// `npm run bench [lint|xlsx|cli|server|live|grid|who|prove|compare|appendix]`: measures, as ratios within one run; exits 1 when a target is missed.
import { spawnSync } from "node:child_process";
import { modernNode, prepare, root } from "./prepare.mjs";

prepare("cli", "web");
const wanted = process.argv.slice(2);
let missed = 0;
for (const job of ["lint", "xlsx", "cli", "server", "live", "grid", "who", "prove", "compare", "appendix"]) {
  if (wanted.length > 0 && !wanted.includes(job)) continue;
  const { status } = spawnSync(modernNode(), ["--expose-gc", "--disable-warning=ExperimentalWarning", `bench/${job}.ts`], { cwd: root, stdio: "inherit" });
  if (status !== 0) missed++;
}
process.exit(missed === 0 ? 0 : 1);
