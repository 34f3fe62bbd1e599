// Runs on whatever Node the machine has (20 or newer): installs what is missing, then builds with the pinned Node.
import { execFileSync, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

const fail = (message, remedy) => {
  process.stderr.write(`remit: ${message}\n  ${remedy}\n`);
  process.exit(2);
};

/** Path of a Node >= 24: the pinned package's, else this machine's own. */
export function modernNode() {
  const modules = join(root, "node_modules");
  for (const name of existsSync(modules) ? readdirSync(modules) : []) {
    if (!/^node-(linux|darwin|win)-/.test(name)) continue;
    for (const binary of ["bin/node", "bin/node.exe"]) if (existsSync(join(modules, name, binary))) return join(modules, name, binary);
  }
  if (Number(process.versions.node.split(".")[0]) >= 24) return process.execPath;
  return fail(`this machine has Node ${process.versions.node}, and there is no packaged Node 24 for it`, "install Node 24 or newer and try again");
}

const digestOf = (paths) => {
  const hash = createHash("sha256");
  const walk = (path) => {
    const full = join(root, path);
    if (!existsSync(full)) return;
    if (statSync(full).isDirectory()) for (const name of readdirSync(full).sort()) walk(join(path, name));
    else if (!/\.(test|spec)\.tsx?$/.test(path)) hash.update(path).update("\0").update(readFileSync(full)).update("\0");
  };
  paths.forEach(walk);
  return hash.digest("hex");
};

const stamped = (file, value) => existsSync(file) && readFileSync(file, "utf8") === value;

/** `npm ci`, once per lockfile; an interrupted install is repeated, not trusted. */
function install() {
  const stamp = join(root, "node_modules", ".remit-installed");
  const lock = `${digestOf(["package-lock.json"])} ${process.platform}-${process.arch}`;
  if (stamped(stamp, lock)) return;
  process.stderr.write("remit: installing packages ...\n");
  rmSync(stamp, { force: true });
  const npm = process.env.npm_execpath;
  const [command, args] = npm ? [process.execPath, [npm]] : [process.platform === "win32" ? "npm.cmd" : "npm", []];
  const result = spawnSync(command, [...args, "ci", "--no-audit", "--no-fund", "--loglevel=error"], { cwd: root, stdio: ["ignore", 2, 2] });
  if (result.status !== 0) fail("the packages could not be installed", "see the message above; with a package registry in reach, run it again");
  writeFileSync(stamp, lock);
}

/** Build what changed since the last build. @param {("cli"|"web")[]} parts */
function build(parts) {
  const sources = digestOf(["package-lock.json", "package.json", "vite.config.ts", "scripts/build.mjs", "scripts/break-glass.mjs", "src"]);
  for (const part of parts) {
    const stamp = join(root, "dist", `.${part}-built`);
    if (stamped(stamp, sources)) continue;
    process.stderr.write(`remit: building ${part === "cli" ? "the command line" : "the web page"} ...\n`);
    mkdirSync(join(root, "dist"), { recursive: true });
    rmSync(stamp, { force: true });
    try {
      execFileSync(modernNode(), [join(root, "scripts", "build.mjs"), part], { cwd: root, stdio: ["ignore", 2, 2] });
    } catch {
      fail("the build failed", "see the message above");
    }
    writeFileSync(stamp, sources);
  }
}

/** Everything a command needs before it can run. */
export function prepare(...parts) {
  if (Number(process.versions.node.split(".")[0]) < 20) fail(`this machine has Node ${process.versions.node}`, "install Node 20 or newer");
  try {
    install();
    build(parts);
  } catch (error) {
    if (error.code === "EACCES" || error.code === "EROFS" || error.code === "EPERM") fail(`cannot write to \`${error.path ?? root}\``, "run as the user who owns this folder");
    if (error.code === "ENOSPC") fail("the disk is full", "free about 600 MB and run it again; nothing is lost");
    throw error;
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) prepare(...(process.argv.length > 2 ? process.argv.slice(2) : ["cli", "web"]));
