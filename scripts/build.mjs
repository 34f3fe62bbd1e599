// `node scripts/build.mjs cli|web`: bundles the command line, or builds the web page; both carry the template of the break-glass card.
import { chmodSync, copyFileSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { build as bundle } from "esbuild";
import { breakGlassTemplate } from "./break-glass.mjs";

const part = process.argv[2];
const { version } = JSON.parse(readFileSync("package.json", "utf8"));

if (part === "cli") {
  rmSync("dist/cli", { recursive: true, force: true });
  await bundle({
    entryPoints: { remit: "src/cli/start.ts", "import-worker": "src/cli/import-worker.ts", "press-child": "src/press/press-child.ts", "docx-child": "src/press/docx-child.ts" },
    outdir: "dist/cli",
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "node",
    target: "node24",
    minify: true,
    legalComments: "none",
    external: ["pg-native", "@myriaddreamin/typst-ts-node-compiler"],
    logLevel: "warning",
    define: { REMIT_VERSION: JSON.stringify(version) },
    banner: { js: "import{createRequire}from'node:module';const require=createRequire(import.meta.url);" },
  });
  chmodSync("dist/cli/remit.js", 0o755);
  writeFileSync("dist/cli/break-glass.html", await breakGlassTemplate());
  for (const sheet of ["card.typ", "appendix.typ"]) copyFileSync(`src/press/${sheet}`, `dist/cli/${sheet}`);
} else if (part === "web") {
  const { build } = await import("vite");
  await build({ logLevel: "warn" });
  // As JSON, so that nobody ever opens it as a page of this address.
  writeFileSync("dist/web/break-glass.json", JSON.stringify({ template: await breakGlassTemplate() }));
} else throw new Error("say cli or web");
