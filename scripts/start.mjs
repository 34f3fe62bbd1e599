// `npm start`: install, build, and serve the page until it is told to stop.
import { spawn } from "node:child_process";
import { join } from "node:path";
import { modernNode, prepare, root } from "./prepare.mjs";

prepare("cli", "web");
const server = spawn(modernNode(), ["--disable-warning=ExperimentalWarning", join(root, "src/server/main.ts")], { stdio: "inherit", cwd: root });
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => server.kill(signal === "SIGHUP" ? "SIGTERM" : signal));
server.on("exit", (code, signal) => process.exit(signal ? 0 : (code ?? 1)));
