// `npm start`: install, build, and serve the page until it is told to stop.
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { modernNode, prepare, root } from "./prepare.mjs";

prepare("cli", "web");
const server = spawn(modernNode(), ["--disable-warning=ExperimentalWarning", join(root, "src/server/main.ts")], { stdio: "inherit", cwd: root });
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => server.kill(signal === "SIGHUP" ? "SIGTERM" : signal));
server.on("exit", (code, signal) => process.exit(signal ? 0 : (code ?? 1)));

// npm hands a signal to its shell, which dies without passing it on: whoever ends `npm start` means the server.
if (process.env.npm_lifecycle_event !== undefined) {
  const shell = process.ppid;
  const npm = parentOf(shell);
  setInterval(() => {
    if (process.ppid !== shell || (npm !== undefined && parentOf(shell) !== npm)) server.kill("SIGTERM");
  }, 500).unref();
}

/** The parent of a process where the system tells it (Linux), else nothing. */
function parentOf(pid) {
  try {
    return Number(/^PPid:\s*(\d+)$/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1]);
  } catch {
    return undefined;
  }
}
