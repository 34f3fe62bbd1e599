import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import { extname } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { chromium, type Page } from "@playwright/test";
import { judge } from "./harness.ts";
import { benchMatrix } from "./inputs.ts";

const ROOT = fileURLToPath(new URL("../", import.meta.url));
const BUILT = `${ROOT}dist/grid-trial/`;
const ROUNDS = 5;
const KINDS: Readonly<Record<string, string>> = { ".html": "text/html", ".js": "text/javascript", ".css": "text/css", ".woff2": "font/woff2" };

execFileSync(process.execPath, [`${ROOT}node_modules/vite/bin/vite.js`, "build", "-c", "bench/grid.vite.ts"], { cwd: ROOT, stdio: "ignore" });
const matrix = JSON.stringify(benchMatrix(5_000, 40));
const server = createServer((request, answer) => {
  const path = new URL(request.url ?? "/", "http://grid").pathname.slice(1) || "index.html";
  if (path === "matrix.json") answer.writeHead(200, { "content-type": "application/json" }).end(matrix);
  else if (existsSync(BUILT + path)) answer.writeHead(200, { "content-type": KINDS[extname(path)] ?? "application/octet-stream" }).end(readFileSync(BUILT + path));
  else answer.writeHead(404).end();
});
await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
const address = server.address();
const url = `http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}/`;

const found = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find((path) => existsSync(path));
const browser = await chromium.launch({ executablePath: process.env["CHROME"] ?? found ?? chromium.executablePath(), args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"] });

const at = (sorted: readonly number[], share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
const sorted = (times: readonly number[]): number[] => times.toSorted((a, b) => a - b);

/** A fresh page with the matrix on it; the linter has said what it has to say, unless the test begins before. */
async function open(quiet = true): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.goto(url);
  await page.waitForFunction(() => performance.getEntriesByName("first-paint").some(({ entryType }) => entryType === "measure"));
  if (quiet) await page.waitForFunction(() => (globalThis as unknown as { draft: { snapshot(): { findings: unknown[] } } }).draft.snapshot().findings.length > 0);
  return page;
}

/** Milliseconds from the first render to what the browser shows. */
async function firstPaint(): Promise<number> {
  const page = await open(false);
  const time = await page.evaluate(() => performance.getEntriesByName("first-paint").find(({ entryType }) => entryType === "measure")?.duration ?? Number.NaN);
  await page.close();
  return time;
}

/** The time between frames while the wheel turns, downwards and then to the side. */
async function scroll(page: Page): Promise<number[]> {
  return page.evaluate(async () => {
    const grid = document.querySelector('[role="treegrid"]') as HTMLElement;
    const frames: number[] = [];
    let last = performance.now();
    for (let i = 0; i < 240; i++) {
      if (i < 180) grid.scrollTop += 120 + (i % 7) * 40;
      else grid.scrollLeft += i % 20 < 10 ? 90 : -90;
      await new Promise<void>((frame) => requestAnimationFrame(() => frame()));
      const now = performance.now();
      frames.push(now - last);
      last = now;
    }
    return frames;
  });
}

/** From a key to the frame that shows its letter: the whole of the page's work, without the wait for the screen's next turn. */
async function letters(page: Page): Promise<number[]> {
  const times: number[] = [];
  for (let i = 0; i < 60; i++) {
    await page.keyboard.press(i % 2 ? "ArrowDown" : "ArrowRight");
    const time = await page.evaluate(
      (letter) =>
        new Promise<number>((done) => {
          requestAnimationFrame(() => {
            const started = performance.now();
            const cell = document.activeElement as HTMLElement;
            cell.dispatchEvent(new KeyboardEvent("keydown", { key: letter, bubbles: true, cancelable: true }));
            // Style and layout are part of what stands between a key and the screen.
            cell.getBoundingClientRect();
            const { port1, port2 } = new MessageChannel();
            port1.onmessage = () => done(performance.now() - started);
            port2.postMessage(undefined);
          });
        }),
      "racis"[i % 5] ?? "r",
    );
    times.push(time);
  }
  return times;
}

/** A block of 5,000 rows and 40 roles from a spreadsheet, until the frame that shows it. */
async function paste(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const words = ["R", "", "A", "C", "I", "A/R", "", "C (if affected)", "", ""];
    const block = Array.from({ length: 5_000 }, (_, i) => Array.from({ length: 40 }, (_, j) => words[(i * 7 + j * 3 + ((i * j) % 5)) % words.length]).join("\t")).join("\r\n");
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", block);
    const target = document.activeElement as HTMLElement;
    const started = performance.now();
    target.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
    target.getBoundingClientRect();
    await new Promise<void>((shown) => requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => shown();
      port2.postMessage(undefined);
    }));
    return performance.now() - started;
  });
}

/** The first cell of the first role, in the RACI view and without groups. */
async function begin(page: Page): Promise<void> {
  await page.getByRole("radio", { name: "RACI" }).click();
  await page.getByRole("row").nth(4).getByRole("gridcell").first().click();
  await page.keyboard.press("Control+Home");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowRight");
}

const paints: number[] = [];
for (let i = 0; i < ROUNDS; i++) paints.push(await firstPaint());
const frames: number[] = [];
const keys: number[] = [];
const pastes: number[] = [];
for (let i = 0; i < 3; i++) {
  const page = await open();
  await begin(page);
  keys.push(...(await letters(page)));
  // What the letters gave the linter to do is done by then.
  await page.waitForTimeout(800);
  frames.push(...(await scroll(page)).slice(1));
  await page.keyboard.press("Control+Home");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowRight");
  pastes.push(await paste(page));
  await page.close();
}
await browser.close();
server.close();

const index = readFileSync(`${BUILT}index.html`, "utf8");
const first = readdirSync(`${BUILT}assets`).filter((name) => name.endsWith(".js") && index.includes(name));
// What the entry imports at once comes with it.
const together = new Set(first);
for (const name of together) for (const [, other = ""] of readFileSync(`${BUILT}assets/${name}`, "utf8").matchAll(/(?:from|import)"\.\/([^"]+\.js)"/g)) together.add(other);
const weight = [...together].reduce((sum, name) => sum + gzipSync(readFileSync(`${BUILT}assets/${name}`)).length, 0) / 1024;

console.log(`\ngrid of 5,000 x 40 in ${found ?? "Chromium"}\n  first JS ${weight.toFixed(1)} KB gzipped (${[...together].length} files)`);
const say = (name: string, times: readonly number[]): void => {
  const all = sorted(times);
  console.log(`  ${name.padEnd(28)} median ${at(all, 0.5).toFixed(1)} ms   p95 ${at(all, 0.95).toFixed(1)} ms   worst ${at(all, 1).toFixed(1)} ms`);
};
say("first paint", paints);
say("scroll, frame to frame", frames);
say("letter to paint", keys);
say("paste of 5,000 x 40", pastes);
const good = judge([
  { what: "first paint", ratio: at(sorted(paints), 0.5), limit: 400, unit: "ms" },
  { what: "scroll, p95 of frames", ratio: at(sorted(frames), 0.95), limit: 33, unit: "ms" },
  { what: "letter to paint, median", ratio: at(sorted(keys), 0.5), limit: 16, unit: "ms" },
  { what: "paste of 5,000 x 40", ratio: at(sorted(pastes), 0.5), limit: 400, unit: "ms" },
  { what: "first JS against 230 KB gzipped", ratio: weight / 230, limit: 1, unit: "x" },
]);
process.exitCode = good ? 0 : 1;
