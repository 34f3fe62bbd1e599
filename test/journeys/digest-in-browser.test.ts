import { readFileSync } from "node:fs";
import { chromium, type Browser } from "@playwright/test";
import { build } from "esbuild";
import { afterAll, beforeAll, expect, test } from "vitest";

let browser: Browser;
beforeAll(async () => {
  browser = await chromium.launch({ executablePath: process.env["CHROME"] ?? "/usr/bin/chromium", args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"] });
});
afterAll(() => browser.close());

test("the browser computes the frozen digests too", async () => {
  const { outputFiles } = await build({
    stdin: { contents: 'import { canonicalText, directoryDigest, matrixDigest } from "./src/core/model/canonical.ts"; globalThis.remit = { canonicalText, directoryDigest, matrixDigest };', resolveDir: process.cwd(), loader: "ts" },
    bundle: true, write: false, format: "iife", platform: "browser",
  });
  const page = await browser.newPage();
  await page.addScriptTag({ content: outputFiles[0]?.text ?? "" });
  const text = readFileSync("test/golden/rich-matrix.canonical.json", "utf8").trim();
  const answer = await page.evaluate((canonical) => {
    const { canonicalText, directoryDigest, matrixDigest } = (globalThis as unknown as { remit: Record<string, (value: unknown) => string> }).remit as Record<string, (value: unknown) => string> & Record<"canonicalText" | "directoryDigest" | "matrixDigest", (value: unknown) => string>;
    const document = JSON.parse(canonical) as unknown;
    return { text: canonicalText(document), digests: `${matrixDigest(document)}\n${directoryDigest(document)}\n` };
  }, text);
  expect(answer.text).toBe(text);
  expect(answer.digests).toBe(readFileSync("test/golden/rich-matrix.digests.txt", "utf8"));
});
