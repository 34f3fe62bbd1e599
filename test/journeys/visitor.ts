import { execFileSync, spawn, type ChildProcess } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { AxeBuilder } from "@axe-core/playwright";
import { chromium, type Browser, type BrowserContext, type Page } from "@playwright/test";
import { afterAll, beforeAll, expect } from "vitest";
import { dropData, newData } from "./serving.ts";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));

/** A small matrix with two accountable, nobody accountable, and a cell that says nothing. */
export const SHEET = [
  "Activity,IT Manager (client),SOC Analyst (provider)",
  "Isolate an infected host,A,A/R",
  "Order laptops,R,",
  "Patch production servers,A,R",
  "Restore the core databases,A,see contract",
].join("\n");

/** The browser of the machine, or the one Playwright brought. */
export function browserPath(): string {
  const named = process.env["CHROME"];
  if (named) return named;
  for (const path of ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"]) if (existsSync(path)) return path;
  try {
    return execFileSync("which", ["chromium"], { encoding: "utf8" }).trim();
  } catch {
    return chromium.executablePath();
  }
}

const data = newData();
let server: ChildProcess;
let browser: Browser;
let address = "";

/** Starts the server and a browser for the tests of a file, and ends both after them. */
export function openHouse(): void {
  beforeAll(async () => {
    if (!existsSync(`${ROOT}dist/web/index.html`)) execFileSync(process.execPath, [`${ROOT}node_modules/vite/bin/vite.js`, "build"], { cwd: ROOT, stdio: "ignore" });
    server = spawn(process.execPath, [`${ROOT}src/server/main.ts`], { env: { ...process.env, PORT: "0", HOST: "127.0.0.1", REMIT_DATA: data }, stdio: ["ignore", "pipe", "inherit"] });
    address = await new Promise<string>((resolve, reject) => {
      let said = "";
      server.stdout?.on("data", (chunk: Buffer) => {
        said += String(chunk);
        const found = /Remit is at (http:\S+)/.exec(said)?.[1];
        if (found) resolve(found);
      });
      server.on("exit", (code) => reject(new Error(`the server ended with ${code}`)));
    });
    browser = await chromium.launch({
      executablePath: browserPath(),
      args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
    });
  });
  afterAll(async () => {
    await browser?.close();
    const ended = new Promise((settle) => server?.once("exit", settle));
    server?.kill("SIGTERM");
    await ended;
    dropData(data);
  });
}

/** A fresh visitor; at the end nothing may have left the origin, and the console must be quiet. */
export async function visit(how: Parameters<Browser["newContext"]>[0], story: (page: Page, context: BrowserContext) => Promise<void>): Promise<void> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, reducedMotion: "reduce", ...how });
  try {
    context.setDefaultTimeout(6_000);
    const page = await context.newPage();
    const requested: string[] = [];
    const complaints: string[] = [];
    context.on("request", (request) => requested.push(request.url()));
    page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
    page.on("pageerror", (error) => complaints.push(String(error)));
    await page.goto(address);
    await page.getByRole("heading", { level: 1 }).waitFor();
    await story(page, context);
    expect(requested.filter((url) => !url.startsWith(`${address}/`) && !url.startsWith("blob:"))).toEqual([]);
    expect(requested.length).toBeGreaterThan(2);
    expect(complaints).toEqual([]);
  } finally {
    await context.close();
  }
}

/** A file let go over the page. */
export async function drop(page: Page, name: string, text: string): Promise<void> {
  const transfer = await page.evaluateHandle(([name, text]) => {
    const data = new DataTransfer();
    data.items.add(new File([text], name));
    return data;
  }, [name, text] as const);
  await page.dispatchEvent("body", "dragenter", { dataTransfer: transfer });
  await page.dispatchEvent("body", "drop", { dataTransfer: transfer });
}

/** How many errors the filter button counts. */
export const errors = async (page: Page): Promise<number> => Number(/\d+/.exec((await page.getByRole("button", { name: /\d+ errors?$/ }).textContent()) ?? "")?.[0]);

/** Serious faults that an accessibility checker sees. */
export const serious = async (page: Page) => {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.filter(({ impact }) => impact === "serious" || impact === "critical").map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(" | ")}`);
};
