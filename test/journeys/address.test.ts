import { existsSync } from "node:fs";
import { chromium, type Browser, type Page } from "@playwright/test";
import { afterAll, beforeAll, expect, test } from "vitest";
import { letterBox, type LetterBox } from "../letter-box.ts";
import { dropData, freePort, newData, serve, type Served } from "./serving.ts";
import { browserPath, serious } from "./visitor.ts";

const PASSWORD = "four plain words here";
const data = newData();
let server: Served;
let box: LetterBox;
let browser: Browser;
let page: Page;
const part = () => page.getByRole("region", { name: "E-mail" });

beforeAll(async () => {
  if (!existsSync("dist/web/index.html")) throw new Error("build the page first: `npm run build`");
  box = await letterBox();
  server = await serve(data, await freePort(), { SMTP_URL: box.url });
  browser = await chromium.launch({ executablePath: browserPath(), args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"] });
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, reducedMotion: "reduce" });
  context.setDefaultTimeout(10_000);
  page = await context.newPage();
  await page.goto(`${server.url}/enter#${server.link}`);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL(/\/matrix$/);
  await page.request.patch(`${server.url}/api/account`, { data: { email: "ana@alder.example" } });
  await page.request.put(`${server.url}/api/account/password`, { data: { password: PASSWORD } });
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
  await box?.close();
  dropData(data);
});

test("a new address is asked by letter, and counts once its link is pressed; signing in on the way loses nothing", async () => {
  await page.goto(`${server.url}/account`);
  await part().getByRole("textbox", { name: "E-mail" }).fill("ana.alder@alder.example");
  await part().getByLabel("Your present password").fill(PASSWORD);
  await page.keyboard.press("Enter");
  await page.getByText("A link is on its way to ana.alder@alder.example").waitFor();
  expect(await serious(page)).toEqual([]);
  expect(await part().getByRole("textbox", { name: "E-mail" }).inputValue()).toBe("ana@alder.example");
  const link = /http:\S+\/account#address=\S+/.exec(await box.to("ana.alder@alder.example"))?.[0] ?? "";

  // The letter is opened where nobody is signed in.
  await page.context().clearCookies();
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url() + (request.headers()["referer"] ?? "")));
  await page.goto("about:blank");
  await page.goto(link);
  await page.getByRole("heading", { name: "Sign in" }).waitFor();
  await page.getByLabel("E-mail").fill("ana@alder.example");
  await page.getByLabel("Password").fill(PASSWORD);
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "Confirm your address" }).waitFor();
  expect(await serious(page)).toEqual([]);
  await page.getByRole("button", { name: "Confirm the address" }).click();
  await page.getByText("Your address is confirmed").waitFor();
  await expect.poll(() => part().getByRole("textbox", { name: "E-mail" }).inputValue()).toBe("ana.alder@alder.example");
  expect(new URL(page.url()).hash).toBe("");
  expect(await box.to("ana@alder.example")).toContain("Your address in Remit was changed");
  // What the link carried was in the address of no request.
  const token = link.split("=")[1] ?? "";
  expect(token.length).toBeGreaterThan(20);
  expect(asked.map((url) => url.split("#")[0]).filter((url) => url?.includes(token))).toEqual([]);
});

test("the link is worth nothing a second time, and says so", async () => {
  const link = /http:\S+\/account#address=\S+/.exec(await box.to("ana.alder@alder.example"))?.[0] ?? "";
  await page.goto("about:blank");
  await page.goto(link);
  await page.getByRole("button", { name: "Confirm the address" }).click();
  await page.getByRole("alert").filter({ hasText: "it was used" }).waitFor();
});
