// `node scripts/build.mjs cli|web`: bundles the command line, or builds the web page.
import { chmodSync, readFileSync, rmSync } from "node:fs";
import { build as bundle } from "esbuild";

const part = process.argv[2];
const { version } = JSON.parse(readFileSync("package.json", "utf8"));

if (part === "cli") {
  rmSync("dist/cli", { recursive: true, force: true });
  await bundle({
    entryPoints: { remit: "src/cli/start.ts", "import-worker": "src/cli/import-worker.ts" },
    outdir: "dist/cli",
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "node",
    target: "node24",
    minify: true,
    legalComments: "none",
    external: ["pg-native"],
    logLevel: "warning",
    define: { REMIT_VERSION: JSON.stringify(version) },
    banner: { js: "import{createRequire}from'node:module';const require=createRequire(import.meta.url);" },
  });
  chmodSync("dist/cli/remit.js", 0o755);
} else if (part === "web") {
  const { build } = await import("vite");
  await build({ logLevel: "warn" });
} else throw new Error("say cli or web");
