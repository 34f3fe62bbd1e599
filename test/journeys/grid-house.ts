import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium, type Browser, type BrowserContextOptions, type Page } from "@playwright/test";
import { afterAll, beforeAll, expect } from "vitest";
import type { MatrixDocument } from "#core/model/document.ts";
import { browserPath } from "./visitor.ts";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const KINDS: Readonly<Record<string, string>> = { ".html": "text/html", ".js": "text/javascript", ".css": "text/css", ".woff2": "font/woff2" };
export const demo = readFileSync(`${ROOT}src/library/demo.json`, "utf8");

let server: Server;
let browser: Browser;
let built = "";
let address = "";
let matrix = demo;

/**
 * Builds the grid as a page of its own and opens a browser, for the tests of a file; ends both after them.
 * @param bars whether the browser shows scroll bars, as it does for people.
 */
export function openGrid(bars = false): void {
  beforeAll(async () => {
    // Files of tests run beside each other: each builds for itself.
    built = mkdtempSync(join(tmpdir(), "remit-grid-"));
    execFileSync(process.execPath, [`${ROOT}node_modules/vite/bin/vite.js`, "build", "-c", "bench/grid.vite.ts", "--outDir", built, "--emptyOutDir"], { cwd: ROOT, stdio: "ignore" });
    server = createServer((request, answer) => {
      const path = new URL(request.url ?? "/", "http://grid").pathname.slice(1) || "index.html";
      if (path === "matrix.json") answer.writeHead(200, { "content-type": "application/json" }).end(matrix);
      else if (existsSync(join(built, path))) answer.writeHead(200, { "content-type": KINDS[extname(path)] ?? "application/octet-stream" }).end(readFileSync(join(built, path)));
      else answer.writeHead(204).end();
    });
    await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
    const at = server.address();
    address = `http://127.0.0.1:${typeof at === "object" && at ? at.port : 0}/`;
    browser = await chromium.launch({ executablePath: browserPath(), ...(bars ? { ignoreDefaultArgs: ["--hide-scrollbars"] } : {}), args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"] });
  });
  afterAll(async () => {
    await browser?.close();
    server?.close();
    rmSync(built, { recursive: true, force: true });
  });
}

interface Asked {
  readonly width?: number;
  readonly height?: number;
  readonly json?: string;
  readonly dark?: boolean;
  readonly more?: BrowserContextOptions;
}

/** The grid with a matrix on it, for one story; the console must stay quiet. */
export async function grid(story: (page: Page) => Promise<void>, { width = 1440, height = 900, json = demo, dark = false, more = {} }: Asked = {}): Promise<void> {
  matrix = json;
  const context = await browser.newContext({ viewport: { width, height }, reducedMotion: "reduce", colorScheme: dark ? "dark" : "light", permissions: ["clipboard-read", "clipboard-write"], ...more });
  const complaints: string[] = [];
  try {
    context.setDefaultTimeout(8_000);
    const page = await context.newPage();
    page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
    page.on("pageerror", (error) => complaints.push(String(error)));
    await page.goto(address);
    await page.getByText("Saved").or(page.getByRole("region")).first().waitFor();
    await story(page);
    expect(complaints).toEqual([]);
  } finally {
    await context.close();
  }
}

export const draft = (page: Page): Promise<MatrixDocument> => page.evaluate(() => (globalThis as unknown as { draft: { snapshot(): { document: MatrixDocument } } }).draft.snapshot().document);
export const rowOf = async (page: Page, title: string) => (await draft(page)).activities.find((row) => row.title === title);
export const focused = (page: Page): Promise<string> => page.evaluate(() => document.activeElement?.closest('[role="row"]')?.getAttribute("aria-rowindex") + "/" + document.activeElement?.getAttribute("aria-colindex"));
export const raci = (page: Page) => page.getByRole("radio", { name: "RACI" }).click();
/** From the toolbar into the grid, by keys alone. */
export async function enter(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Add activity" }).focus();
  await page.keyboard.press("Tab");
}
export const press = async (page: Page, ...keys: string[]) => {
  for (const key of keys) await page.keyboard.press(key);
};
/** Pastes as another program put it on the clipboard; the browser's own clipboard would clean the markup first. */
export const pasteAs = (page: Page, given: Readonly<Record<string, string>>) =>
  page.evaluate((given) => {
    const clipboardData = new DataTransfer();
    for (const [kind, text] of Object.entries(given)) clipboardData.setData(kind, text);
    document.activeElement?.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  }, given);
/** A cell by the title of its row and the place of its column. */
export const cell = (page: Page, title: string, column: number) => page.getByRole("row", { name: title }).locator(`[data-column="${column}"]`);
/** The letters of a role in the rows of the document, in order. */
export const letters = async (page: Page, role: number): Promise<string[]> => {
  const { activities, roles } = await draft(page);
  return activities.map(({ assignments }) => assignments.filter((one) => one.role === roles[role]?.id).map(({ letter }) => letter).join(""));
};
