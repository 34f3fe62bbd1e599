import { existsSync } from "node:fs";
import { chromium, type Browser, type Page } from "@playwright/test";
import { afterAll, beforeAll, expect, test } from "vitest";
import { dropData, freePort, newData, serve, type Served } from "./serving.ts";
import { browserPath } from "./visitor.ts";

const data = newData();
let server: Served;
let browser: Browser;

beforeAll(async () => {
  if (!existsSync("dist/web/index.html")) throw new Error("build the page first: `npm run build`");
  server = await serve(data, await freePort());
  browser = await chromium.launch({ executablePath: browserPath(), args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"] });
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
  dropData(data);
});

const widthOf = (page: Page, name: string) => page.getByRole("columnheader", { name }).evaluate((element) => Math.round(element.getBoundingClientRect().width));

test("an address carries what is frozen, filtered, hidden and how wide it is to a colleague", async () => {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, reducedMotion: "reduce" });
  context.setDefaultTimeout(10_000);
  const page = await context.newPage();
  await page.goto(`${server.url}/enter#${server.link}`);
  await page.getByLabel("Your name").fill("Ana");
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByRole("rowheader", { name: "Create user accounts" }).click();
  const menu = async (right: number, name: string) => {
    await page.getByRole("rowheader", { name: "Create user accounts" }).click();
    for (let i = 0; i < right; i++) await page.keyboard.press("ArrowRight");
    await page.keyboard.press("Shift+F10");
    await page.getByRole("menuitem", { name }).click();
  };
  await menu(2, "Wider");
  await page.keyboard.press("Escape");
  await menu(1, "Freeze up to this column");
  await menu(3, "Hide this column");
  await menu(2, "Filter this column…");
  await page.keyboard.type("Service Desk");
  await page.waitForURL((url) => ["freeze", "filter", "columns", "widths"].every((word) => url.searchParams.has(word)) && url.search.includes("Desk"));
  const wide = await widthOf(page, "Responsible");

  const other = await context.newPage();
  await other.goto(page.url());
  await other.getByRole("rowheader", { name: "Create user accounts" }).waitFor();
  expect(await other.getByRole("rowheader", { name: "Review privileged accounts" }).count()).toBe(0);
  expect(await other.getByRole("columnheader", { name: "Backup" }).count()).toBe(0);
  expect(await widthOf(other, "Responsible")).toBe(wide);
  const lane = () => other.getByRole("columnheader", { name: "Lane" }).evaluate((element) => element.getBoundingClientRect().left);
  const before = await lane();
  await other.getByRole("treegrid").evaluate((element) => element.scrollTo(300, 0));
  expect(await other.getByRole("treegrid").evaluate((element) => element.scrollLeft)).toBeGreaterThan(0);
  expect(await lane()).toBe(before);
  await context.close();
}, 60_000);
