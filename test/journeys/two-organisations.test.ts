import { existsSync } from "node:fs";
import { chromium, type Browser, type BrowserContext, type Page } from "@playwright/test";
import { afterAll, beforeAll, expect, test } from "vitest";
import { dropData, freePort, newData, serve, type Served } from "./serving.ts";
import { browserPath, serious } from "./visitor.ts";

const PASSWORD = "four plain words here";
const data = newData();
let server: Served;
let browser: Browser;
let provider: BrowserContext;
let ana: Page;
let pia: Page;
let workspace: string;

beforeAll(async () => {
  if (!existsSync("dist/web/index.html")) throw new Error("build the page first: `npm run build`");
  server = await serve(data, await freePort());
  browser = await chromium.launch({ executablePath: browserPath(), args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"] });
  for (const side of ["client", "provider"] as const) {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, reducedMotion: "reduce", permissions: ["clipboard-read", "clipboard-write"] });
    context.setDefaultTimeout(10_000);
    if (side === "client") ana = await context.newPage();
    else [provider, pia] = [context, await context.newPage()];
  }
  await ana.goto(`${server.url}/enter#${server.link}`);
  await ana.getByLabel("Your name").fill("Ana Alder");
  await ana.getByRole("button", { name: "Sign in" }).click();
  await ana.waitForURL(/\/matrix$/);
  workspace = new URL(ana.url()).pathname.replace("/matrix", "");
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
  dropData(data);
});

const saved = (page: Page) => page.locator("header [data-saving=saved]").waitFor();
const row = (page: Page, title: string) => page.getByRole("row").filter({ hasText: title }).first();
const title = (page: Page, words: string) => page.getByRole("gridcell", { name: words }).or(page.getByRole("rowheader", { name: words })).first();
async function rename(page: Page, from: string, to: string): Promise<void> {
  await title(page, from).click();
  await page.keyboard.press("F2");
  await page.keyboard.press("Control+A");
  await page.keyboard.type(to);
  await page.keyboard.press("Enter");
}

test("the founder says for whom they speak, and asks the provider in by a link", async () => {
  await ana.getByRole("link", { name: "Members" }).click();
  await ana.getByRole("heading", { name: "Which party do you speak for?" }).waitFor();
  expect(await serious(ana)).toEqual([]);
  await ana.getByRole("button", { name: "For Alder Foods" }).focus();
  await ana.keyboard.press("Enter");
  await ana.getByRole("heading", { name: "Which party do you speak for?" }).waitFor({ state: "detached" });
  await ana.getByRole("button", { name: "Ask somebody in" }).click();
  expect(await serious(ana)).toEqual([]);
  await ana.getByRole("textbox", { name: "E-mail" }).fill("pia@provider.example");
  await ana.keyboard.press("Enter");
  await ana.getByRole("textbox", { name: "The link" }).waitFor();
  await ana.getByRole("button", { name: "Copy the link" }).click();
  await ana.getByRole("button", { name: "Copied" }).waitFor();
  const link = await ana.getByRole("textbox", { name: "The link" }).inputValue();
  expect(await ana.evaluate(() => navigator.clipboard.readText())).toBe(link);
  expect(await serious(ana)).toEqual([]);
  await ana.getByRole("button", { name: "Done" }).click();
  await ana.getByRole("heading", { name: "Open invitations" }).waitFor();

  await pia.goto(link);
  await pia.getByRole("heading", { name: /^Ana Alder asks you into/ }).waitFor();
  expect(await serious(pia)).toEqual([]);
  // The field of the name has the focus: the keyboard alone is enough.
  await pia.getByLabel("Your name").and(pia.locator(":focus")).waitFor();
  await pia.keyboard.type("Pia Provider");
  expect(await pia.getByLabel("E-mail").inputValue()).toBe("pia@provider.example");
  await pia.keyboard.press("Tab");
  await pia.keyboard.press("Tab");
  await pia.keyboard.type("passwordpassword");
  await pia.keyboard.press("Enter");
  await pia.getByText("among the first ones that are tried").waitFor();
  await pia.getByLabel("Password").fill(PASSWORD);
  await pia.keyboard.press("Enter");
  await pia.waitForURL(`${server.url}${workspace}/matrix`);

  const late = await browser.newContext();
  const there = await late.newPage();
  await there.goto(link);
  await there.getByRole("heading", { name: "This invitation cannot be used" }).waitFor();
  expect(await serious(there)).toEqual([]);
  await late.close();
});

test("both see what the other writes within a second, and different cells both stand", async () => {
  await ana.goto(`${server.url}${workspace}/matrix`);
  for (const page of [ana, pia]) await row(page, "Create user accounts").waitFor();
  await rename(ana, "Create user accounts", "Create and test accounts");
  await row(pia, "Create and test accounts").waitFor({ timeout: 1_000 });
  await rename(pia, "Change firewall rules", "Change and log firewall rules");
  await row(ana, "Change and log firewall rules").waitFor({ timeout: 1_000 });
  await Promise.all([saved(ana), saved(pia)]);
});

test("letters that one side sets stand on the other side within a second", async () => {
  for (const page of [ana, pia]) {
    await page.getByRole("radio", { name: "RACI" }).click();
    await row(page, "Create and test accounts").waitFor();
  }
  const cells = (page: Page) => row(page, "Create and test accounts").getByRole("gridcell");
  const before = await cells(pia).allInnerTexts();
  const free = before.findIndex((words, at) => at > 0 && words.trim() === "");
  expect(free).toBeGreaterThan(0);
  await cells(ana).nth(free).click();
  await ana.keyboard.type("C");
  await ana.keyboard.press("Enter");
  await expect.poll(async () => (await cells(pia).nth(free).innerText()).trim(), { timeout: 1_000, interval: 50 }).toMatch(/^C/);
  await saved(ana);
});

test("the same cell written by both while one line was cut: the first stands, and the other is told", async () => {
  for (const page of [ana, pia]) {
    await page.goto(`${server.url}${workspace}/matrix`);
    await row(page, "Create and test accounts").waitFor();
  }
  await provider.setOffline(true);
  await rename(pia, "Create and test accounts", "As the provider says");
  await pia.locator("header [data-saving=waiting]").waitFor();
  await rename(ana, "Create and test accounts", "As the client says");
  await saved(ana);
  await provider.setOffline(false);
  const told = pia.getByRole("alert").filter({ hasText: "Somebody else was first" });
  await told.waitFor();
  await row(pia, "As the client says").waitFor();
  await told.getByRole("button", { name: "I have read it" }).click();
  expect(await ana.getByRole("alert").filter({ hasText: "Somebody else was first" }).count()).toBe(0);
});

test("members stand with their party, and each side looks after its own", async () => {
  await pia.goto(`${server.url}${workspace}/members`);
  const [clients, providers] = [pia.getByRole("region", { name: "Alder Foods" }), pia.getByRole("region").filter({ hasText: "Pia Provider" })];
  await clients.getByText("Ana Alder").waitFor();
  await providers.getByText("may not sign or decide").waitFor();
  expect(await serious(pia)).toEqual([]);
  expect(await clients.getByRole("combobox").count()).toBe(0);
  expect(await clients.getByRole("button").count()).toBe(0);
  const person = providers.getByRole("combobox", { name: "Person of the matrix that Pia Provider is" });
  await person.focus();
  const name = (await person.locator("option").allTextContents()).at(-1) ?? "";
  await person.selectOption({ label: name });
  await pia.getByText("Changed: Pia Provider").waitFor();
  await ana.goto(`${server.url}${workspace}/members`);
  await ana.getByRole("region").filter({ hasText: "Pia Provider" }).getByText(name, { exact: true }).waitFor();
  expect(await serious(ana)).toEqual([]);
});

test("an invitation that is taken back opens nothing", async () => {
  await pia.getByRole("button", { name: "Ask somebody in" }).click();
  await pia.getByRole("button", { name: "Make the invitation" }).click();
  const link = await pia.getByRole("textbox", { name: "The link" }).inputValue();
  await pia.getByRole("button", { name: "Done" }).click();
  await pia.getByRole("button", { name: /^Take back the invitation/ }).click();
  await pia.getByText("The invitation is taken back").waitFor();
  const stranger = await browser.newContext();
  const page = await stranger.newPage();
  await page.goto(link);
  await page.getByRole("heading", { name: "This invitation cannot be used" }).waitFor();
  await stranger.close();
});

test("somebody who has an account signs in at the invitation and accepts with one press; a viewer sees the members and changes nothing", async () => {
  // Ana founds another workspace and asks Pia into it, who is not signed in just then.
  await ana.getByRole("button", { name: /Example: Alder Foods/ }).click();
  await ana.getByRole("menuitem", { name: "New workspace" }).click();
  await ana.getByRole("textbox", { name: "Name" }).fill("Second contract");
  await ana.getByRole("button", { name: "Found it" }).click();
  await ana.waitForURL(/\/import$/);
  await ana.getByRole("link", { name: "Members" }).click();
  await ana.getByRole("button", { name: "Ask somebody in" }).click();
  await ana.getByRole("combobox", { name: /^As/ }).selectOption("viewer");
  await ana.getByRole("button", { name: "Make the invitation" }).click();
  const link = await ana.getByRole("textbox", { name: "The link" }).inputValue();
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(link);
  await page.getByRole("button", { name: "I have an account" }).click();
  await page.getByLabel("E-mail").fill("pia@provider.example");
  await page.getByLabel("Password").fill(PASSWORD);
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Accept as Pia Provider" }).click();
  await page.waitForURL(/\/matrix$/);
  await page.goto(page.url().replace("/matrix", "/members"));
  await page.getByText("Only owners change who belongs here").waitFor();
  expect(await serious(page)).toEqual([]);
  expect(await page.getByRole("main").getByRole("combobox").count()).toBe(0);
  await page.getByRole("button", { name: "Leave this workspace" }).click();
  await page.getByRole("button", { name: "Leave", exact: true }).click();
  await page.waitForURL(new RegExp(`${workspace}/matrix`));
  await context.close();
});
