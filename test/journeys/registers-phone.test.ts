import { chromium, type Browser, type Page } from "@playwright/test";
import { afterAll, beforeAll, expect, test } from "vitest";
import { browserPath, serious } from "./visitor.ts";
import { dropData, freePort, newData, serve, type Served } from "./serving.ts";

const data = newData();
let server: Served;
let browser: Browser;
let page: Page;
let workspace = "";

beforeAll(async () => {
  server = await serve(data, await freePort());
  browser = await chromium.launch({ executablePath: browserPath(), args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"] });
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, reducedMotion: "reduce" });
  context.setDefaultTimeout(10_000);
  page = await context.newPage();
  await page.goto(`${server.url}/enter#${server.link}`);
  await page.getByLabel("Your name").fill("Ana");
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL(/\/w\/[0-9a-f-]{36}\/matrix/);
  workspace = page.url().replace(/\/matrix.*$/, "");
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
  dropData(data);
});

/** Boxes in a dialog that cut their text off or have to be scrolled sideways. */
const clipped = (): Promise<string[]> =>
  page.getByRole("dialog").evaluate((dialog) => [dialog, ...dialog.querySelectorAll<HTMLElement>("*")].filter((box) => box.clientWidth > 1 && box.scrollWidth > box.clientWidth + 1 && getComputedStyle(box).display !== "inline").map((box) => `${box.tagName} ${box.textContent?.slice(0, 40)}`));

test("all parts of the workspace are in reach of a thumb", async () => {
  const nav = page.getByRole("navigation").first();
  const more = nav.getByRole("button", { name: "More" });
  await more.waitFor();
  const places = await nav.locator("a:visible, button:visible").evaluateAll((links) => links.map((link) => ({ words: link.textContent, right: link.getBoundingClientRect().right, width: link.getBoundingClientRect().width })));
  expect(places.map(({ words }) => words?.replace(/\d+/, ""))).toEqual(["Matrix", "Findings", "Who now", "People", "More"]);
  for (const { words, right, width } of places) {
    expect([words, right <= 390]).toEqual([words, true]);
    expect(width).toBeGreaterThanOrEqual(44);
  }
  await more.click();
  expect(await page.getByRole("menuitem").allTextContents()).toEqual(["Scope", "Coverage", "Authority", "Drill", "Break-glass", "My duty", "Members", "Agreement", "Readiness", "Versions", "Appendix", "One-minute test", "Reviews", "History", "Import", "Templates", "Print", "Settings"]);
  await page.getByRole("menuitem", { name: "Print" }).click();
  await page.waitForURL(/\/print/);
});

test("an import asks about the very mark, and merging keeps the answer and fits the window", async () => {
  await page.goto(`${workspace}/import`);
  const sheet = ["Activity,IT Manager,SOC Analyst", "Isolate a host,,x", "Order laptops,x,", `Restore_${"the_core_databases_".repeat(6)}of_the_plant,✓,x`].join("\n");
  await page.locator("input[type=file]").setInputFiles({ name: `marks-of-the-steering-committee-${"2026-".repeat(8)}final.csv`, mimeType: "text/csv", buffer: Buffer.from(sheet) });
  await page.getByText("under a role mean").first().waitFor();
  expect(await page.getByText("under a role mean").first().textContent()).toContain("what does x or ✓ under a role mean?");
  await page.getByRole("button", { name: /under a role mean/ }).click();
  await page.getByRole("option", { name: "Consulted" }).click();
  await page.getByText("your answer", { exact: true }).first().waitFor();
  await page.getByRole("button", { name: "Merge row by row" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByText("Isolate a host").waitFor();
  expect(await dialog.textContent()).toContain("SOC Analyst gets C");
  expect(await clipped()).toEqual([]);
  expect(await serious(page)).toEqual([]);
  await page.setViewportSize({ width: 1440, height: 900 });
  expect(await clipped()).toEqual([]);
});
