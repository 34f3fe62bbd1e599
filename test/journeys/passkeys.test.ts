import { existsSync } from "node:fs";
import { chromium, type Browser, type Page } from "@playwright/test";
import { afterAll, beforeAll, expect, test } from "vitest";
import { dropData, freePort, newData, serve, type Served } from "./serving.ts";
import { browserPath, serious } from "./visitor.ts";

const PASSWORD = "four plain words here";
const data = newData();
let server: Served;
let browser: Browser;
let page: Page;
/** The same server, under the name that passkeys want. */
let named: string;

const part = () => page.getByRole("region", { name: "Passkeys" });

beforeAll(async () => {
  if (!existsSync("dist/web/index.html")) throw new Error("build the page first: `npm run build`");
  server = await serve(data, await freePort());
  named = server.url.replace("127.0.0.1", "localhost");
  browser = await chromium.launch({ executablePath: browserPath(), args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"] });
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, reducedMotion: "reduce" });
  context.setDefaultTimeout(10_000);
  page = await context.newPage();
  // A device with a fingerprint reader, as the browser itself plays it.
  const devices = await context.newCDPSession(page);
  await devices.send("WebAuthn.enable");
  await devices.send("WebAuthn.addVirtualAuthenticator", { options: { protocol: "ctap2", transport: "internal", hasResidentKey: true, hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true } });
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
  dropData(data);
});

test("an address that is a number says where passkeys work instead", async () => {
  await page.goto(`${server.url}/enter#${server.link}`);
  await page.getByLabel("Your name").fill("Ana Alder");
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL(/\/matrix$/);
  await page.goto(`${server.url}/account`);
  await part().getByRole("link", { name: `${named}/account` }).waitFor();
  expect(await part().getByRole("button", { name: "Add a passkey" }).count()).toBe(0);
  await page.getByRole("textbox", { name: "E-mail" }).fill("ana@client.example");
  await page.getByRole("textbox", { name: "E-mail" }).press("Enter");
  await page.getByLabel("New password").fill(PASSWORD);
  await page.getByLabel("New password").press("Enter");
  await page.getByText("The password is set").waitFor();
  await page.goto(`${server.url}/enter`);
  await page.getByLabel("Password").waitFor();
  expect(await page.getByRole("button", { name: "Sign in with a passkey" }).count()).toBe(0);
});

test("a passkey is added with the password, and named", async () => {
  await page.goto(`${named}/enter`);
  await page.getByLabel("E-mail").fill("ana@client.example");
  await page.getByLabel("Password").fill(PASSWORD);
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/matrix$/);
  await page.goto(`${named}/account`);
  await part().getByText("You have none yet").waitFor();
  await part().getByRole("button", { name: "Add a passkey" }).click();
  expect(await serious(page)).toEqual([]);
  await part().getByLabel("How do you call it?").fill("The laptop");
  await part().getByLabel("Your password").fill("not the four words");
  await page.keyboard.press("Enter");
  await part().getByRole("alert").filter({ hasText: "your present password" }).waitFor();
  await part().getByLabel("Your password").fill(PASSWORD);
  await page.keyboard.press("Enter");
  await page.getByText("Added: The laptop").waitFor();
  await part().getByText("never used").waitFor();
  expect(await serious(page)).toEqual([]);
  await part().getByRole("button", { name: "Rename The laptop" }).click();
  await page.getByRole("dialog").getByLabel("Name").fill("Ana's laptop");
  await page.keyboard.press("Enter");
  await page.getByText("The passkey is called Ana's laptop").waitFor();
});

test("it signs in with one press, without an address, back to the page one was on", async () => {
  await page.context().clearCookies();
  await page.goto(`${named}/enter?back=${encodeURIComponent("/w/nowhere/people")}`);
  await page.getByRole("button", { name: "Sign in with a passkey" }).focus();
  expect(await serious(page)).toEqual([]);
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/matrix$/);
  await page.goto(`${named}/account`);
  await part().getByText(/last used/).waitFor();
});

test("once it is removed it opens nothing", async () => {
  await part().getByRole("button", { name: "Remove Ana's laptop" }).click();
  await part().getByLabel("Your password").fill(PASSWORD);
  await page.keyboard.press("Enter");
  await page.getByText("Removed: Ana's laptop").waitFor();
  await part().getByText("You have none yet").waitFor();
  await page.context().clearCookies();
  await page.goto(`${named}/enter`);
  await page.getByRole("button", { name: "Sign in with a passkey" }).click();
  await page.getByRole("alert").filter({ hasText: "obody here has this passkey" }).waitFor();
});
