import { enableCompileCache } from "node:module";
import { fileURLToPath } from "node:url";

// What was compiled once is kept beside the bundle; where that folder cannot be written, nothing is lost but time.
enableCompileCache(fileURLToPath(new URL("./compiled", import.meta.url)));
await import("./main.ts");
