import { existsSync } from "node:fs";
import { chromium, type Browser, type BrowserContext, type Page } from "@playwright/test";
import { encode } from "uqr";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { totp } from "../authenticator.ts";
import { dropData, freePort, newData, serve, type Served } from "./serving.ts";
import { browserPath, serious } from "./visitor.ts";

const EMAIL = "ana@client.example";
const PASSWORD = "four plain words here";
const data = newData();
let server: Served;
let browser: Browser;
let owner: BrowserContext;

const newcomer = async (): Promise<{ readonly context: BrowserContext; readonly page: Page }> => {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, reducedMotion: "reduce" });
  context.setDefaultTimeout(10_000);
  return { context, page: await context.newPage() };
};
/** The field that waits for the keyboard. */
const inFocus = (page: Page, label: string) => page.getByLabel(label, { exact: true }).and(page.locator(":focus")).waitFor();
const firstRow = (page: Page) => page.getByRole("row").filter({ hasText: "Create user accounts" }).first();

beforeAll(async () => {
  if (!existsSync("dist/web/index.html")) throw new Error("build the page first: `npm run build`");
  server = await serve(data, await freePort());
  browser = await chromium.launch({ executablePath: browserPath(), args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"] });
  ({ context: owner } = await newcomer());
  const page = await owner.newPage();
  await page.goto(`${server.url}/enter#${server.link}`);
  await page.getByLabel("Your name").fill("Ana Alder");
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL(/\/matrix$/);
  await page.close();
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
  dropData(data);
});

describe("the owner who came by a link alone", () => {
  test("is told that there is no way back yet, and makes one with the keyboard only", async () => {
    const page = await owner.newPage();
    await page.goto(`${server.url}/w`);
    await page.getByText("You cannot come back to this account yet").waitFor();
    await page.getByRole("button", { name: "Set e-mail and password" }).focus();
    await page.keyboard.press("Enter");
    await page.getByRole("dialog", { name: "Be able to come back" }).waitFor();
    expect(await serious(page)).toEqual([]);
    await inFocus(page, "E-mail");
    await page.keyboard.type(EMAIL);
    await page.keyboard.press("Tab");
    await page.keyboard.type("short");
    await page.keyboard.press("Enter");
    await page.getByText("has at least 12 characters; four").waitFor();
    await page.keyboard.press("Control+A");
    await page.keyboard.type(PASSWORD);
    await page.keyboard.press("Enter");
    await page.getByText("You cannot come back to this account yet").waitFor({ state: "detached" });
    await page.close();
  });
});

describe("signing in", () => {
  test("begins quietly on the first page", async () => {
    const { context, page } = await newcomer();
    await page.goto(server.url);
    await page.getByRole("link", { name: "Sign in" }).click();
    await page.getByRole("heading", { name: "Sign in" }).waitFor();
    expect(await serious(page)).toEqual([]);
    await context.close();
  });

  test("says what is wrong, at the field and plainly", async () => {
    const { context, page } = await newcomer();
    await page.goto(`${server.url}/enter`);
    await page.getByLabel("E-mail").fill("ana");
    await page.getByLabel("Password").fill("not the four words");
    await page.keyboard.press("Enter");
    await page.getByText("This is not an e-mail address yet").waitFor();
    await page.getByLabel("E-mail").fill(EMAIL);
    await page.keyboard.press("Enter");
    await page.getByRole("alert").filter({ hasText: "do not belong together" }).waitFor();
    expect(await serious(page)).toEqual([]);
    await page.getByRole("button", { name: "Send me a link instead" }).click();
    await page.getByRole("button", { name: "Send the link" }).click();
    await page.getByText("./remit recover").waitFor();
    expect(await serious(page)).toEqual([]);
    await context.close();
  });

  test("leads back to the page one was on, and to no other address", async () => {
    const { context, page } = await newcomer();
    const workspace = await owner.newPage().then(async (there) => {
      await there.goto(`${server.url}/w`);
      await firstRow(there).waitFor();
      const path = new URL(there.url()).pathname.replace("/matrix", "");
      await there.close();
      return path;
    });
    await page.goto(`${server.url}${workspace}/people`);
    await page.waitForURL(/\/enter\?back=/);
    await page.getByLabel("E-mail").fill(EMAIL);
    await page.keyboard.press("Tab");
    await page.keyboard.type(PASSWORD);
    await page.keyboard.press("Enter");
    await page.waitForURL(`${server.url}${workspace}/people`);

    for (const made of ["https://evil.example/w/x", "//evil.example/w/x", "/w//evil.example"]) {
      await page.goto(`${server.url}/enter?back=${encodeURIComponent(made)}`);
      await page.getByLabel("E-mail").fill(EMAIL);
      await page.getByLabel("Password").fill(PASSWORD);
      await page.keyboard.press("Enter");
      await page.waitForURL(`${server.url}${workspace}/matrix`);
    }
    await context.close();
  });

  test("out and in again is possible with the keyboard only, and ends on the same page", async () => {
    const { context, page } = await newcomer();
    await page.goto(`${server.url}/enter`);
    await inFocus(page, "E-mail");
    await page.keyboard.type(EMAIL);
    await page.keyboard.press("Tab");
    await page.keyboard.type(PASSWORD);
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/matrix$/);
    await page.goto(page.url().replace("/matrix", "/findings"));
    await page.getByRole("button", { name: "Account of Ana Alder" }).focus();
    await page.keyboard.press("Enter");
    await page.getByRole("menuitem", { name: "My account" }).waitFor();
    expect(await serious(page)).toEqual([]);
    await page.keyboard.press("End");
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/enter\?back=/);
    await inFocus(page, "E-mail");
    await page.keyboard.type(EMAIL);
    await page.keyboard.press("Tab");
    await page.keyboard.type(PASSWORD);
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/findings$/);
    await context.close();
  });

  test("a session that ends while one types costs nothing: the edit waits and is sent after signing in", async () => {
    const { context, page } = await newcomer();
    await page.goto(`${server.url}/enter`);
    await page.getByLabel("E-mail").fill(EMAIL);
    await page.getByLabel("Password").fill(PASSWORD);
    await page.keyboard.press("Enter");
    await firstRow(page).waitFor();
    const asked: string[] = [];
    page.on("dialog", (dialog) => {
      asked.push(dialog.type());
      void dialog.accept();
    });
    await context.clearCookies();
    await page.getByRole("gridcell", { name: "Create user accounts" }).or(page.getByRole("rowheader", { name: "Create user accounts" })).first().click();
    await page.keyboard.press("F2");
    await page.keyboard.press("Control+A");
    await page.keyboard.type("Typed without a session");
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/enter\?back=/);
    // Nobody is asked whether they want to leave: they have to.
    expect(asked).toEqual([]);
    await page.getByLabel("E-mail").fill(EMAIL);
    await page.getByLabel("Password").fill(PASSWORD);
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/matrix/);
    await page.locator("header [data-saving=saved]").waitFor();
    const other = await owner.newPage();
    await other.goto(page.url());
    await other.getByRole("row").filter({ hasText: "Typed without a session" }).first().waitFor();
    await other.getByRole("button", { name: "Undo" }).first().click();
    await firstRow(other).waitFor();
    await other.close();
    await context.close();
  });
});

describe("one's account", () => {
  test("shows where one is signed in, and signs another browser out", async () => {
    const page = await owner.newPage();
    await page.goto(`${server.url}/account`);
    const others = page.getByRole("button", { name: /^Sign out Chrome on Linux/ });
    await others.first().waitFor();
    expect(await serious(page)).toEqual([]);
    const before = await others.count();
    await others.first().click();
    await page.getByText("Chrome on Linux is signed out").waitFor();
    await expect.poll(() => others.count()).toBe(before - 1);
    await page.getByText("this one", { exact: true }).waitFor();
    await page.close();
  });

  test("takes a second factor on, asks for it, takes a backup code once, and gives it up", async () => {
    const page = await owner.newPage();
    await page.goto(`${server.url}/account`);
    await page.getByRole("button", { name: "Set it up" }).click();
    await page.getByLabel("Your password").fill(PASSWORD);
    await page.keyboard.press("Enter");
    const uri = (await page.getByRole("link", { name: "Open in my authenticator" }).getAttribute("href")) ?? "";
    expect(uri).toMatch(/^otpauth:\/\/totp\//);
    // The code to photograph says the same: every dark square where that address has one.
    const drawn = await page.getByRole("img", { name: "Code to photograph with an authenticator" }).locator("path").getAttribute("d");
    const { data: squares } = encode(uri, { ecc: "M", border: 4 });
    expect(drawn?.match(/M/g)?.length).toBe(squares.flat().filter(Boolean).length);
    expect(await serious(page)).toEqual([]);
    await page.getByLabel("The code it shows now").fill("000000");
    await page.keyboard.press("Enter");
    await page.getByText("this code is not the right one").waitFor();
    await page.getByLabel("The code it shows now").fill(totp(uri));
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "Keep these backup codes" }).waitFor();
    const codes = (await page.getByRole("listitem").allTextContents()).filter((words) => /^[\w-]{8,}$/.test(words));
    expect(codes.length).toBeGreaterThan(5);
    expect(await serious(page)).toEqual([]);
    const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Save as a file" }).click()]);
    expect(file.suggestedFilename()).toBe("Remit backup codes.txt");
    await page.getByRole("button", { name: "I have kept them" }).click();

    const { context, page: there } = await newcomer();
    const half = async (): Promise<void> => {
      await there.goto(`${server.url}/enter`);
      await there.getByLabel("E-mail").fill(EMAIL);
      await there.getByLabel("Password").fill(PASSWORD);
      await there.keyboard.press("Enter");
      await there.getByLabel("Code", { exact: true }).waitFor();
    };
    await half();
    expect(await serious(there)).toEqual([]);
    await inFocus(there, "Code");
    await there.keyboard.type("12");
    await there.keyboard.press("Enter");
    await there.getByText("The code has six digits").waitFor();
    // The code that confirmed the authenticator is used up.
    await there.getByLabel("Code", { exact: true }).fill(totp(uri, Date.now() + 30_000));
    await there.keyboard.press("Enter");
    await there.waitForURL(/\/matrix$/);
    for (const works of [true, false]) {
      await half();
      await there.getByRole("button", { name: "Use a backup code" }).click();
      await there.getByLabel("Backup code").fill(codes[0] ?? "");
      await there.keyboard.press("Enter");
      if (works) await there.waitForURL(/\/matrix$/);
      else await there.getByRole("alert").filter({ hasText: "not the right one" }).waitFor();
    }
    await context.close();

    await page.getByRole("button", { name: "Take it away" }).click();
    await page.getByLabel("Your password").fill(PASSWORD);
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: "Set it up" }).waitFor();
    await page.close();
  });
});
