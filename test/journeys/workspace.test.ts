import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { chromium, type Browser, type BrowserContext, type Page } from "@playwright/test";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { browserPath, serious, SHEET } from "./visitor.ts";
import { dropData, freePort, newData, serve, type Served } from "./serving.ts";

const data = newData();
let server: Served;
let browser: Browser;
let owner: BrowserContext;

beforeAll(async () => {
  if (!existsSync("dist/web/index.html")) throw new Error("build the page first: `npm run build`");
  server = await serve(data, await freePort());
  browser = await chromium.launch({ executablePath: browserPath(), args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"] });
  owner = await browser.newContext({ viewport: { width: 1440, height: 900 }, reducedMotion: "reduce" });
  owner.setDefaultTimeout(10_000);
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
  dropData(data);
});

const saved = (page: Page) => page.locator("header [data-saving=saved]").waitFor();
const cell = (page: Page, title: string) => page.getByRole("row").filter({ hasText: title });
/** Renames a row the way one does it: choose the title, F2, type, Enter. */
async function rename(page: Page, from: string, to: string): Promise<void> {
  await page.getByRole("gridcell", { name: from }).or(page.getByRole("rowheader", { name: from })).first().click();
  await page.keyboard.press("F2");
  await page.keyboard.press("Control+A");
  await page.keyboard.type(to);
  await page.keyboard.press("Enter");
}

describe("the owner", () => {
  test("signs in with the one-time link, which then works no more", async () => {
    const page = await owner.newPage();
    await page.goto(`${server.url}/enter#${server.link}`);
    expect(await serious(page)).toEqual([]);
    await page.getByLabel("Your name").fill("Ana");
    await page.getByRole("button", { name: "Sign in" }).click();
    await page.waitForURL(/\/w\/[0-9a-f-]{36}\/matrix/);
    await page.getByText("This is an example company").waitFor();
    await cell(page, "Change firewall rules").first().waitFor();
    expect(await serious(page)).toEqual([]);

    const other = await browser.newContext();
    const late = await other.newPage();
    await late.goto(`${server.url}/enter#${server.link}`);
    await late.getByRole("button", { name: "Sign in" }).click();
    await late.getByText("it was used").waitFor();
    await other.close();
    await page.close();
  });

  test("goes from the first page straight to the matrix, and a stranger does not", async () => {
    const page = await owner.newPage();
    await page.goto(server.url);
    await page.waitForURL(/\/matrix$/);
    await page.close();
    const stranger = await browser.newContext();
    const there = await stranger.newPage();
    await there.goto(server.url);
    await there.getByText("See what will go wrong").waitFor();
    await there.goto(`${server.url}/w`);
    await there.getByRole("heading", { name: "Sign in" }).waitFor();
    await stranger.close();
  });
});

describe("editing", () => {
  test("an edit is saved, seen in another tab, there after a reload, and taken back", async () => {
    const [one, two] = [await owner.newPage(), await owner.newPage()];
    for (const page of [one, two]) {
      await page.goto(`${server.url}/w`);
      await cell(page, "Create user accounts").first().waitFor();
    }
    await rename(one, "Create user accounts", "Create and test accounts");
    await saved(one);
    await cell(two, "Create and test accounts").first().waitFor();
    await one.reload();
    await cell(one, "Create and test accounts").first().waitFor();
    await one.getByRole("button", { name: "Undo" }).first().click();
    await cell(one, "Create user accounts").first().waitFor();
    await cell(two, "Create user accounts").first().waitFor();
    await Promise.all([one.close(), two.close()]);
  });

  test("the panel tells what happened to a row, and the library adds one", async () => {
    const page = await owner.newPage();
    await page.goto(`${server.url}/w`);
    await cell(page, "Create user accounts").first().waitFor();
    await page.getByRole("gridcell", { name: "Create user accounts" }).or(page.getByRole("rowheader", { name: "Create user accounts" })).first().click();
    await page.keyboard.press("Control+Enter");
    await page.getByRole("tab", { name: "History" }).click();
    await page.getByText(/^Take back: /).first().waitFor();
    await page.getByRole("button", { name: "Add an activity from the library" }).click();
    await page.getByRole("searchbox", { name: "Search activities" }).fill("recovery tests");
    await page.getByRole("option", { name: /Run recovery tests/ }).click();
    await cell(page, "Run recovery tests").first().waitFor();
    await saved(page);
    await page.close();
  });

  test("what is still being typed in the panel survives a reload", async () => {
    const page = await owner.newPage();
    await page.goto(`${server.url}/w`);
    await cell(page, "Create user accounts").first().waitFor();
    await page.getByRole("gridcell", { name: "Create user accounts" }).or(page.getByRole("rowheader", { name: "Create user accounts" })).first().click();
    await page.keyboard.press("Control+Enter");
    const goal = page.getByRole("textbox", { name: "Goal" });
    await goal.fill("Everybody can work on the first day");
    await page.reload();
    await cell(page, "Create user accounts").first().waitFor();
    await page.getByRole("gridcell", { name: "Create user accounts" }).or(page.getByRole("rowheader", { name: "Create user accounts" })).first().click();
    await page.keyboard.press("Control+Enter");
    await page.waitForFunction(() => [...document.querySelectorAll("textarea, input")].some((field) => (field as HTMLInputElement).value === "Everybody can work on the first day"));
    await saved(page);
    await page.close();
  });

  test("how the matrix is looked at stands in its address", async () => {
    const page = await owner.newPage();
    await page.goto(`${server.url}/w`);
    await page.getByRole("radio", { name: "RACI" }).click();
    await page.waitForURL(/view=raci/);
    await page.getByRole("searchbox", { name: "Filter rows" }).fill("firewall");
    await page.waitForURL(/search=firewall/);
    const other = await owner.newPage();
    await other.goto(page.url());
    await cell(other, "Change firewall rules").first().waitFor();
    expect(await cell(other, "Create user accounts").count()).toBe(0);
    await Promise.all([page.close(), other.close()]);
  });

  test("while the server is gone the page says so, takes edits, and brings them home", async () => {
    const page = await owner.newPage();
    await page.goto(`${server.url}/w`);
    await cell(page, "Create user accounts").first().waitFor();
    const port = Number(new URL(server.url).port);
    server.kill("server");
    await server.ended;
    await rename(page, "Create user accounts", "Written in the dark");
    await page.locator("header [data-saving=waiting]").waitFor();
    await page.getByText("the server cannot be reached").first().waitFor();
    server = await serve(data, port);
    await saved(page);
    await page.reload();
    await cell(page, "Written in the dark").first().waitFor();
    await page.close();
  });

  test("while the database is gone, too", async () => {
    const page = await owner.newPage();
    await page.goto(`${server.url}/w`);
    await cell(page, "Written in the dark").first().waitFor();
    server.kill("postgres");
    await rename(page, "Written in the dark", "Written without a database");
    await saved(page);
    await page.reload();
    await cell(page, "Written without a database").first().waitFor();
    await page.close();
  });
});

describe("one's own matrix", () => {
  test("leaves the example behind, brings a spreadsheet in, and comes out as a file", async () => {
    const file = join(data, "mine.csv");
    writeFileSync(file, SHEET);
    const page = await owner.newPage();
    await page.goto(`${server.url}/w`);
    await page.getByRole("button", { name: "Start my own" }).click();
    await page.waitForURL(/\/import$/);
    await page.setInputFiles("input[type=file]", file);
    await page.getByText("mine.csv was read.").waitFor();
    // Seen before anything changes: the first rows with their lane, and what the checks say.
    const first = page.getByRole("region", { name: "The first rows as they would stand" }).last();
    await first.getByRole("row").filter({ hasText: "Isolate an infected host" }).waitFor();
    await page.getByRole("region", { name: "What the checks say" }).getByText(/both accountable for/).first().waitFor();
    expect(await serious(page)).toEqual([]);
    await page.getByRole("button", { name: /^(Put it into the workspace|Replace )/ }).click();
    await page.getByRole("status").getByText(/was brought in: \d+ rows/).waitFor();
    await page.waitForURL(/\/matrix$/);
    await cell(page, "Isolate an infected host").first().waitFor();
    await saved(page);
    await page.getByRole("button", { name: "Export" }).click();
    const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("menuitem", { name: /Excel|XLSX/i }).first().click()]);
    expect(download.suggestedFilename()).toMatch(/\.xlsx$/);
    await page.close();
  });

  test("is not replaced without a word by a template, which may stand in a workspace of its own", async () => {
    const page = await owner.newPage();
    await page.goto(`${server.url}/w`);
    await page.waitForURL(/\/matrix$/);
    await page.goto(page.url().replace(/matrix$/, "templates"));
    await page.getByRole("radio", { name: /Co-managed/ }).check();
    await page.getByText(/starting here replaces/).waitFor();
    const before = page.url();
    await page.getByRole("button", { name: "Into a new workspace" }).click();
    await page.waitForURL((url) => url.pathname.endsWith("/matrix") && !before.includes(url.pathname.split("/")[2] ?? "-"));
    await page.getByRole("row").nth(3).waitFor();
    await page.close();
  });

  test("is asked twice before answers that nobody gave go in", async () => {
    const page = await owner.newPage();
    await page.goto(`${server.url}/w`);
    await page.waitForURL(/\/matrix$/);
    await page.goto(page.url().replace(/matrix$/, "import"));
    const file = join(data, "sides.csv");
    writeFileSync(file, "Activity,CISO (Kestrel),SOC (Wolfram),Service Mgr Wolfram\nWatch alerts,A,R,I\nTune rules,C,A/R,I\n");
    await page.setInputFiles("input[type=file]", file);
    const put = page.getByRole("button", { name: /with \d assumed answers/ }).first();
    await put.click();
    await page.getByText(/questions are still only assumed/).waitFor();
    await page.getByRole("button", { name: /^Confirm: Wolfram stands in brackets/ }).click();
    // An answer is another reading: what is still assumed is asked about once more.
    await page.getByText(/still only assumed/).waitFor({ state: "detached" });
    await page.close();
  });

  test("a workspace that is not there is said in words", async () => {
    const page = await owner.newPage();
    await page.goto(`${server.url}/w/00000000-0000-4000-8000-000000000000/matrix`);
    await page.getByText("This workspace is not here").waitFor();
    await page.close();
  });
});
