import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { chromium, type Browser, type Page } from "@playwright/test";
import { afterAll, beforeAll, expect, test } from "vitest";
import { shell } from "./command.ts";
import { dropData, freePort, newData, serve, type Served } from "./serving.ts";
import { browserPath, serious } from "./visitor.ts";

const PASSWORD = "four plain words here";
const { folder, remit } = shell();
const data = newData();
const complaints: string[] = [];
let server: Served;
let browser: Browser;
let ana: Page;
let workspace: string;

beforeAll(async () => {
  if (!existsSync("dist/web/index.html")) throw new Error("build the page first: `npm run build`");
  server = await serve(data, await freePort());
  browser = await chromium.launch({ executablePath: browserPath(), args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"] });
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, reducedMotion: "reduce" });
  context.setDefaultTimeout(10_000);
  ana = await context.newPage();
  ana.on("pageerror", (error) => complaints.push(String(error)));
  await ana.goto(`${server.url}/enter#${server.link}`);
  await ana.getByLabel("Your name").fill("Ana Alder");
  await ana.getByRole("button", { name: "Sign in" }).click();
  await ana.waitForURL(/\/matrix$/);
  workspace = new URL(ana.url()).pathname.split("/")[2] ?? "";
  for (const [method, path, body] of [["PATCH", "/account", { email: "ana@alder.example" }], ["PUT", "/account/password", { password: PASSWORD }]] as const) expect((await ana.request.fetch(`${server.url}/api${path}`, { method, data: body })).status()).toBe(204);
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
  dropData(data);
});

test("a person is taken out of the matrix after every place that names them was shown, and the history stays proved", async () => {
  await ana.goto(`${server.url}/w/${workspace}/settings`);
  const part = ana.getByRole("region", { name: "Erase a person of the matrix" });
  const who = part.getByRole("combobox", { name: "Person" });
  const name = (await who.locator("option").nth(1).innerText()).trim();
  await who.selectOption(name);
  await part.getByRole("button", { name: "Show where they are named" }).click();
  const asked = ana.getByRole("dialog", { name: `Where ${name} is named` });
  await asked.getByText(/^In the history: the words of these entries go/).waitFor();
  expect(await serious(ana)).toEqual([]);
  await asked.getByRole("button", { name: `Erase ${name}` }).click();
  await part.getByText(`${name} is erased, with the words of one entry`).waitFor();
  expect(await (await ana.request.get(`${server.url}/api/workspaces/${workspace}/matrix`)).text()).not.toContain(name);
  const file = join(folder, "history.json");
  const text = await (await ana.request.get(`${server.url}/api/workspaces/${workspace}/history/file`)).text();
  expect(text).not.toContain(name);
  writeFileSync(file, text);
  expect(remit("verify", file)).toMatchObject({ code: 0, out: expect.stringMatching(/words erased in 1/) });
});

test("one's own data is a file, and one's account goes once its workspaces are in other hands", async () => {
  await ana.goto(`${server.url}/account`);
  const part = ana.getByRole("region", { name: "Your data" });
  const [download] = await Promise.all([ana.waitForEvent("download"), part.getByRole("link", { name: "Download your data" }).click()]);
  const file = join(folder, "mine.json");
  await download.saveAs(file);
  expect(JSON.parse(readFileSync(file, "utf8"))).toMatchObject({ account: { name: "Ana Alder", email: "ana@alder.example" }, memberships: [{ role: "owner" }] });
  await part.getByRole("button", { name: "Erase my account" }).click();
  const asked = ana.getByRole("dialog", { name: "Erase your account?" });
  expect(await serious(ana)).toEqual([]);
  await asked.getByLabel("Your password").fill("not the right one");
  await asked.getByRole("button", { name: "Erase it for good" }).click();
  await asked.getByText(/You are the last owner of Example/).waitFor();
  expect(await serious(ana)).toEqual([]);
  expect((await ana.request.delete(`${server.url}/api/workspaces/${workspace}`, { data: {} })).status()).toBe(204);
  await asked.getByRole("button", { name: "Erase it for good" }).click();
  await asked.getByText(/give your present password/).waitFor();
  await asked.getByLabel("Your password").fill(PASSWORD);
  await asked.getByRole("button", { name: "Erase it for good" }).click();
  await ana.waitForURL(/\/enter/);
  expect((await ana.request.get(`${server.url}/api/session`)).status()).toBe(401);
  expect((await ana.request.post(`${server.url}/api/session/password`, { data: { email: "ana@alder.example", password: PASSWORD } })).status()).toBe(401);
  expect(complaints).toEqual([]);
});
