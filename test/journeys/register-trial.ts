import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium, type Browser, type Page } from "@playwright/test";
import react from "@vitejs/plugin-react";
import { build } from "vite";
import { afterAll, beforeAll, expect } from "vitest";
import type { MatrixDocument } from "#core/model/document.ts";
import { browserPath, serious } from "./visitor.ts";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const KINDS: Readonly<Record<string, string>> = { ".html": "text/html", ".js": "text/javascript", ".css": "text/css", ".woff2": "font/woff2" };
const demo = readFileSync(`${ROOT}src/library/demo.json`, "utf8");
/** The example company that every register shows. */
export const company = JSON.parse(demo) as MatrixDocument;

type Window = { draft: { snapshot(): { document: MatrixDocument; findings: readonly unknown[] } }; told: unknown[] };

/** How a register is looked at. */
export interface Looking {
  readonly width?: number;
  readonly dark?: boolean;
}

/** Builds the registers for the tests of a file, with a browser to look at them, and clears up behind them. */
export function openRegisters() {
  const built = `${mkdtempSync(join(tmpdir(), "remit-registers-"))}/`;
  let server: Server;
  let browser: Browser;
  let address = "";
  beforeAll(async () => {
    await build({ configFile: false, logLevel: "error", root: `${ROOT}src/web/registers/trial`, base: "./", plugins: [react()], worker: { format: "es" }, build: { outDir: built, emptyOutDir: true, target: "es2022", modulePreload: { polyfill: false }, assetsInlineLimit: 0, chunkSizeWarningLimit: 2_000 } });
    server = createServer((request, answer) => {
      const path = new URL(request.url ?? "/", "http://registers").pathname.slice(1) || "index.html";
      if (path === "matrix.json") answer.writeHead(200, { "content-type": "application/json" }).end(demo);
      else if (existsSync(built + path)) answer.writeHead(200, { "content-type": KINDS[extname(path)] ?? "application/octet-stream" }).end(readFileSync(built + path));
      else answer.writeHead(204).end();
    });
    await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
    const at = server.address();
    address = `http://127.0.0.1:${typeof at === "object" && at ? at.port : 0}/`;
    browser = await chromium.launch({ executablePath: browserPath(), args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"] });
  });
  afterAll(async () => {
    await browser?.close();
    server?.close();
    rmSync(built, { recursive: true, force: true });
  });
  return {
    /** What the draft holds. */
    draft: (page: Page): Promise<MatrixDocument> => page.evaluate(() => (globalThis as unknown as Window).draft.snapshot().document),
    /** What the pages told whoever is around them. */
    told: (page: Page): Promise<unknown[]> => page.evaluate(() => (globalThis as unknown as Window).told),
    /** One register with the example on it; the console must stay quiet, nothing may stick out, and no serious fault of access remain. */
    register: async (query: string, story: (page: Page) => Promise<void>, { width = 1440, dark = false }: Looking = {}): Promise<void> => {
      const context = await browser.newContext({ viewport: { width, height: 900 }, reducedMotion: "reduce", colorScheme: dark ? "dark" : "light" });
      const complaints: string[] = [];
      try {
        context.setDefaultTimeout(8_000);
        const page = await context.newPage();
        page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
        page.on("pageerror", (error) => complaints.push(String(error)));
        await page.goto(`${address}?page=${query}`);
        await page.getByRole("heading", { level: 1 }).waitFor();
        await story(page);
        expect(await serious(page)).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
        expect(complaints).toEqual([]);
      } finally {
        await context.close();
      }
    },
  };
}

/** The entries of a choice are written when somebody comes near it. */
export async function choose(page: Page, name: string, option: string): Promise<void> {
  const box = page.getByRole("combobox", { name });
  await box.focus();
  await box.selectOption(option);
}
