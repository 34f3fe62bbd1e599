import { existsSync } from "node:fs";
import { chromium, type Browser, type Page } from "@playwright/test";
import { afterAll, beforeAll, expect, test } from "vitest";
import { dropData, freePort, newData, serve, type Served } from "./serving.ts";
import { browserPath, serious } from "./visitor.ts";

const PASSWORD = "four plain words here";
const data = newData();
let server: Served;
let browser: Browser;
let named: string;
let ana: Page;
let bo: Page;
let workspace: string;

/** A browser of its own, with a fingerprint reader. */
async function person(): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, reducedMotion: "reduce" });
  context.setDefaultTimeout(10_000);
  const page = await context.newPage();
  const devices = await context.newCDPSession(page);
  await devices.send("WebAuthn.enable");
  await devices.send("WebAuthn.addVirtualAuthenticator", { options: { protocol: "ctap2", transport: "internal", hasResidentKey: true, hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true } });
  return page;
}
const rules = (page: Page) => page.getByRole("main").getByRole("region", { name: "Sign-in rules" });
/** Adds a passkey on the account page. */
async function addPasskey(page: Page, led = false): Promise<void> {
  if (!led) await page.getByRole("button", { name: "Add a passkey" }).click();
  await page.getByRole("region", { name: "Passkeys" }).getByLabel("How do you call it?").waitFor();
  const password = page.getByRole("region", { name: "Passkeys" }).getByLabel("Your password");
  if (await password.count()) await password.fill(PASSWORD);
  await page.getByRole("region", { name: "Passkeys" }).getByLabel("How do you call it?").press("Enter");
  await page.getByText(/^Added: /).waitFor();
}

beforeAll(async () => {
  if (!existsSync("dist/web/index.html")) throw new Error("build the page first: `npm run build`");
  server = await serve(data, await freePort());
  named = server.url.replace("127.0.0.1", "localhost");
  browser = await chromium.launch({ executablePath: browserPath(), args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"] });
  [ana, bo] = [await person(), await person()];
  await ana.goto(`${named}/enter#${server.link}`);
  await ana.getByLabel("Your name").fill("Ana Alder");
  await ana.getByRole("button", { name: "Sign in" }).click();
  await ana.waitForURL(/\/matrix$/);
  workspace = new URL(ana.url()).pathname.split("/")[2] ?? "";
  const { link } = (await (await ana.request.post(`${named}/api/workspaces/${workspace}/invitations`, { data: { role: "editor" } })).json()) as { link: string };
  await bo.goto(link.replace("127.0.0.1", "localhost"));
  await bo.getByLabel("Your name").fill("Bo Bright");
  await bo.getByLabel("E-mail").fill("bo@brightwell.example");
  await bo.getByLabel("Password").fill(PASSWORD);
  await bo.getByLabel("Password").press("Enter");
  await bo.waitForURL(/\/matrix$/);
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
  dropData(data);
});

test("an owner without a second factor is asked to have one before demanding it of others", async () => {
  await ana.goto(`${named}/w/${workspace}/settings`);
  await rules(ana).getByText("Nobody is asked for a second factor").waitFor();
  expect(await serious(ana)).toEqual([]);
  await rules(ana).getByRole("link", { name: "To my account" }).click();
  await addPasskey(ana);
  await ana.getByRole("link", { name: "Back to the workspace" }).click();
  await rules(ana).getByLabel("Single sign-on that counts as well").fill("no domain at all!");
  await rules(ana).getByRole("button", { name: "Demand a second factor" }).click();
  await rules(ana).getByText("a domain looks like").waitFor();
  await rules(ana).getByLabel("Single sign-on that counts as well").fill("brightwell.example");
  await rules(ana).getByRole("button", { name: "Demand a second factor" }).click();
  const sure = ana.getByRole("dialog", { name: "Demand a second factor of everybody here?" });
  await sure.getByText("One member has none, and is kept out at once:").waitFor();
  await sure.getByText("Bo Bright").waitFor();
  expect(await serious(ana)).toEqual([]);
  await sure.getByRole("button", { name: "Cancel" }).click();
  await rules(ana).getByText("Nobody is asked for a second factor").waitFor();
  await rules(ana).getByRole("button", { name: "Demand a second factor" }).click();
  await sure.getByRole("button", { name: "Demand a second factor" }).click();
  await ana.getByText("Everybody here needs a second factor from now on").waitFor();
  await rules(ana).getByText("Single sign-on of brightwell.example counts").waitFor();
  expect(await serious(ana)).toEqual([]);
});

test("a member without one is told so, led to setting it up, and comes back in; what they typed waited", async () => {
  await bo.getByRole("gridcell", { name: "Create user accounts" }).or(bo.getByRole("rowheader", { name: "Create user accounts" })).first().click();
  await bo.keyboard.press("F2");
  await bo.keyboard.press("Control+A");
  await bo.keyboard.type("Typed while the rule was made");
  await bo.keyboard.press("Enter");
  await bo.locator("header [data-saving=waiting]").waitFor();
  bo.on("dialog", (dialog) => void dialog.accept());
  await bo.reload();
  await bo.getByRole("heading", { name: /asks for a second factor/ }).waitFor();
  expect(await serious(bo)).toEqual([]);
  await bo.getByRole("button", { name: "Sign out" }).waitFor();
  await bo.getByRole("link", { name: "Add a passkey" }).click();
  await bo.getByRole("heading", { name: "My account" }).waitFor();
  expect(await bo.getByRole("main").getByRole("heading", { level: 2 }).first().innerText()).toBe("Passkeys");
  await addPasskey(bo, true);
  await bo.getByRole("link", { name: "On to the workspace" }).click();
  await bo.waitForURL(/\/matrix$/);
  await bo.getByRole("row").filter({ hasText: "Typed while the rule was made" }).first().waitFor();
  await bo.locator("header [data-saving=saved]").waitFor();
});

test("who comes with a password alone, and has a passkey, signs in again with it", async () => {
  await bo.context().clearCookies();
  await bo.goto(`${named}/enter`);
  await bo.getByLabel("E-mail").fill("bo@brightwell.example");
  await bo.getByLabel("Password").fill(PASSWORD);
  await bo.keyboard.press("Enter");
  await bo.getByRole("heading", { name: /asks for a second factor/ }).waitFor();
  await bo.getByRole("button", { name: "Sign in again" }).click();
  await bo.getByRole("button", { name: "Sign in with a passkey" }).click();
  await bo.waitForURL(new RegExp(`/w/${workspace}/matrix$`));
  await bo.getByRole("row").filter({ hasText: "Typed while" }).first().waitFor();
});

test("lifted, a password is enough again", async () => {
  await rules(ana).getByRole("button", { name: "Ask for it no more" }).click();
  await ana.getByText("Your side asks for no second factor any more").waitFor();
  await bo.context().clearCookies();
  await bo.goto(`${named}/enter`);
  await bo.getByLabel("E-mail").fill("bo@brightwell.example");
  await bo.getByLabel("Password").fill(PASSWORD);
  await bo.keyboard.press("Enter");
  await bo.getByRole("row").filter({ hasText: "Typed while" }).first().waitFor();
});

test("who came in with less than they have is asked for it where it is wanted, and what they did goes on by itself", async () => {
  await bo.goto(`${named}/account`);
  const factor = bo.getByRole("region", { name: "Second factor" });
  const begin = async (): Promise<void> => {
    await factor.getByLabel("Your password").fill(PASSWORD);
    await bo.keyboard.press("Enter");
  };
  await factor.getByRole("button", { name: "Set it up" }).click();
  await begin();
  const dialog = bo.getByRole("dialog", { name: "Show your second factor" });
  await dialog.waitFor();
  expect(await serious(bo)).toEqual([]);
  await dialog.getByRole("button", { name: "Cancel" }).click();
  await factor.getByText("this account has a second factor").waitFor();
  await begin();
  await dialog.getByRole("button", { name: "Use a passkey" }).click();
  await factor.getByText("Add Remit to your authenticator").waitFor();
  await bo.getByRole("region", { name: "Where I am signed in" }).getByText("with a passkey").first().waitFor();
});
