import { existsSync } from "node:fs";
import { chromium, type Browser, type Page } from "@playwright/test";
import { afterAll, beforeAll, expect, test } from "vitest";
import { identityServer, type IdentityServer } from "../identity-provider.ts";
import { shell } from "./command.ts";
import { dropData, freePort, newData, serve, type Served } from "./serving.ts";
import { browserPath, serious } from "./visitor.ts";

const { remit } = shell();
const data = newData();
let server: Served;
let provider: IdentityServer;
let browser: Browser;
let owner: Page;
let workspace: string;

const newcomer = async (): Promise<Page> => {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, reducedMotion: "reduce" });
  context.setDefaultTimeout(10_000);
  return context.newPage();
};
const part = (page: Page) => page.getByRole("main").getByRole("region", { name: "Single sign-on" });

beforeAll(async () => {
  if (!existsSync("dist/web/index.html")) throw new Error("build the page first: `npm run build`");
  const port = await freePort();
  provider = await identityServer([`http://127.0.0.1:${port}/api/session/single-sign-on/brightwell.example/callback`], { page: true });
  server = await serve(data, port, { REMIT_PRIVATE_ISSUERS: "yes" });
  browser = await chromium.launch({ executablePath: browserPath(), args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"] });
  owner = await newcomer();
  await owner.goto(`${server.url}/enter#${server.link}`);
  await owner.getByLabel("Your name").fill("Ana Alder");
  await owner.getByRole("button", { name: "Sign in" }).click();
  await owner.waitForURL(/\/matrix$/);
  workspace = new URL(owner.url()).pathname.split("/")[2] ?? "";
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
  await provider?.close();
  dropData(data);
});

test("an owner registers the sign-in of an organisation, and is told what proves the domain", async () => {
  await owner.getByRole("link", { name: "Settings" }).click();
  await part(owner).getByText("No organisation signs in this way yet").waitFor();
  await part(owner).getByRole("button", { name: "Add a provider" }).click();
  const dialog = owner.getByRole("dialog", { name: "Add a provider" });
  await dialog.getByLabel("How does the organisation call it?").fill("Brightwell IT");
  await dialog.getByLabel("E-mail domain").fill("Brightwell.example");
  await dialog.getByText(`${server.url}/api/session/single-sign-on/brightwell.example/callback`).waitFor();
  expect(await serious(owner)).toEqual([]);
  await dialog.getByLabel("Issuer").fill(`${provider.issuer}/nowhere`);
  await dialog.getByLabel("Client ID").fill(provider.client);
  await dialog.getByLabel("Client secret").fill(provider.secret);
  await owner.keyboard.press("Enter");
  await dialog.getByText("here is no description of an issuer").waitFor();
  await dialog.getByLabel("Issuer").fill(provider.issuer);
  await owner.keyboard.press("Enter");
  await owner.getByText("Added: Brightwell IT. Now prove the domain").waitFor();
  await part(owner).getByText("_remit.brightwell.example").waitFor();
  await part(owner).getByRole("button", { name: "Look for the record" }).click();
  await part(owner).getByRole("alert").filter({ hasText: "no TXT record" }).waitFor();
  expect(await serious(owner)).toEqual([]);
});

test("before that, nobody is offered it; whoever runs this Remit can confirm the domain", async () => {
  const bo = await newcomer();
  await bo.goto(`${server.url}/enter`);
  await bo.getByLabel("E-mail").fill("bo@brightwell.example");
  await bo.waitForResponse(/single-sign-on\/look/);
  expect(await bo.getByRole("button", { name: /Brightwell/ }).count()).toBe(0);
  await bo.context().close();
  const said = remit("trust-domain", "brightwell.example", "--data", data);
  expect(said.code, said.err).toBe(0);
  expect(said.err).toContain("signs in the people of brightwell.example from now on");
  await owner.reload();
  await part(owner).getByText("Serves @brightwell.example").waitFor();
});

test("somebody who was asked in comes by their organisation, and the invitation is still there", async () => {
  const { link } = (await (await owner.request.post(`${server.url}/api/workspaces/${workspace}/invitations`, { data: { role: "editor", party: "brightwell", email: "bo@brightwell.example" } })).json()) as { link: string };
  provider.who = { sub: "bo-1", email: "bo@brightwell.example", email_verified: true, name: "Bo Bright" };
  const bo = await newcomer();
  await bo.goto(link);
  await bo.getByRole("button", { name: "Sign in with Brightwell IT" }).waitFor();
  expect(await serious(bo)).toEqual([]);
  await bo.getByRole("button", { name: "Sign in with Brightwell IT" }).click();
  await bo.getByRole("heading", { name: "The organisation" }).waitFor();
  await bo.getByRole("button", { name: "Continue" }).click();
  await bo.getByRole("button", { name: "Accept as Bo Bright" }).click();
  await bo.waitForURL(/\/matrix$/);
  expect(await bo.getByText("You cannot come back to this account yet").count()).toBe(0);
  await bo.context().close();
});

test("the next day the address is enough, and one is back on the page one was on", async () => {
  const bo = await newcomer();
  await bo.goto(`${server.url}/w/${workspace}/people`);
  await bo.waitForURL(/\/enter\?back=/);
  await bo.getByLabel("E-mail").fill("bo@brightwell.example");
  await bo.getByRole("button", { name: "Sign in with Brightwell IT" }).click();
  await bo.getByRole("button", { name: "Continue" }).click();
  await bo.waitForURL(`${server.url}/w/${workspace}/people`);
  await bo.context().close();
});

test("whoever says no there, or is named with a foreign address, reads why nobody is signed in", async () => {
  for (const [who, words] of [[undefined, "did not agree"], [{ sub: "eve", email: "ana@alder.example", email_verified: true }, "not of its own domain"]] as const) {
    provider.who = who;
    const page = await newcomer();
    await page.goto(`${server.url}/enter`);
    await page.getByLabel("E-mail").fill("bo@brightwell.example");
    await page.getByRole("button", { name: "Sign in with Brightwell IT" }).click();
    await page.getByRole("button", { name: "Continue" }).click();
    await page.getByRole("alert").filter({ hasText: words }).waitFor();
    expect(await serious(page)).toEqual([]);
    await page.context().close();
  }
});

test("a provider that is removed is offered to nobody", async () => {
  await part(owner).getByRole("button", { name: "Remove Brightwell IT" }).click();
  await owner.getByRole("dialog").getByRole("button", { name: "Remove" }).click();
  await owner.getByText("Removed: Brightwell IT").waitFor();
  expect(remit("trust-domain", "brightwell.example", "--data", data)).toMatchObject({ code: 2, err: expect.stringContaining("no provider is registered") });
});
