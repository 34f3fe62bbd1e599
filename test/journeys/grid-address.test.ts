import { existsSync } from "node:fs";
import { chromium, type Browser, type BrowserContext, type Page } from "@playwright/test";
import { afterAll, beforeAll, expect, test } from "vitest";
import { dropData, freePort, newData, serve, type Served } from "./serving.ts";
import { browserPath } from "./visitor.ts";

const data = newData();
let server: Served;
let browser: Browser;
/** The matrix of who signed in first, for the stories behind. */
let matrix = "";
let cookies: Awaited<ReturnType<BrowserContext["cookies"]>> = [];

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
  // A value that is ticked, and what the rows stand under.
  await menu(1, "Filter by value…");
  await page.getByRole("menuitemcheckbox", { name: "Provider" }).click();
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: /Group by/ }).click();
  await page.getByRole("option", { name: "By responsible role" }).click();
  await page.waitForURL((url) => url.searchParams.get("group") === "role" && ["freeze", "tick", "filter", "columns", "widths"].every((word) => url.searchParams.has(word)) && url.search.includes("Desk"));
  const wide = await widthOf(page, "Responsible");

  const other = await context.newPage();
  await other.goto(page.url());
  await other.getByRole("rowheader", { name: "Create user accounts" }).waitFor();
  expect(await other.getByRole("rowheader", { name: "Review privileged accounts" }).count()).toBe(0);
  expect(await other.getByRole("columnheader", { name: "Secondary owner" }).count()).toBe(0);
  expect(await other.getByRole("button", { name: "Values of Lane" }).textContent()).toBe("Provider");
  await other.locator('[data-line="0"]').getByText(/Service Desk/).waitFor();
  expect(await widthOf(other, "Responsible")).toBe(wide);
  const lane = () => other.getByRole("columnheader", { name: "Lane" }).evaluate((element) => element.getBoundingClientRect().left);
  const before = await lane();
  await other.getByRole("treegrid").evaluate((element) => element.scrollTo(300, 0));
  expect(await other.getByRole("treegrid").evaluate((element) => element.scrollLeft)).toBeGreaterThan(0);
  expect(await lane()).toBe(before);
  matrix = page.url().split("?")[0] ?? "";
  cookies = await context.cookies();
  await context.close();
}, 60_000);

test("on a phone the way back closes the row that is open and stays in the matrix", async () => {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, reducedMotion: "reduce" });
  context.setDefaultTimeout(10_000);
  await context.addCookies(cookies);
  const page = await context.newPage();
  await page.goto(matrix);
  const card = page.getByRole("button", { name: /^Create user accounts/ });
  const dialog = page.getByRole("dialog");
  for (let i = 0; i < 2; i++) {
    await card.click();
    await dialog.getByRole("heading", { name: "Create user accounts" }).waitFor();
    await page.goBack();
    await expect.poll(() => dialog.count()).toBe(0);
    await card.waitFor();
    expect(page.url()).toBe(matrix);
  }
  // Closed with its cross, it leaves nothing behind that one would have to go back from.
  await card.click();
  await dialog.getByRole("button", { name: "Close" }).first().click();
  await expect.poll(() => dialog.count()).toBe(0);
  await expect.poll(() => page.evaluate(() => (history.state as { sheet?: true } | null)?.sheet)).toBeUndefined();
  expect(page.url()).toBe(matrix);
  await context.close();
}, 60_000);
