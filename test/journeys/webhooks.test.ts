import { existsSync } from "node:fs";
import { chromium, type Browser, type Page } from "@playwright/test";
import { Webhook } from "standardwebhooks";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openReceiver, type Receiver } from "../receiver.ts";
import { dropData, freePort, newData, serve, type Served } from "./serving.ts";
import { browserPath, serious } from "./visitor.ts";

const data = newData();
let server: Served;
let browser: Browser;
let ana: Page;
let receiver: Receiver;

beforeAll(async () => {
  if (!existsSync("dist/web/index.html")) throw new Error("build the page first: `npm run build`");
  receiver = await openReceiver();
  server = await serve(data, await freePort(), { REMIT_WEBHOOKS_PRIVATE: "allow" });
  browser = await chromium.launch({ executablePath: browserPath(), args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"] });
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, reducedMotion: "reduce" });
  context.setDefaultTimeout(10_000);
  ana = await context.newPage();
  await ana.goto(`${server.url}/enter#${server.link}`);
  await ana.getByRole("button", { name: "Sign in" }).click();
  await ana.waitForURL(/\/matrix$/);
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
  await receiver?.close();
  dropData(data);
});

test("an owner makes a webhook, tests it, types, and finds in the log how it was taken", async () => {
  await ana.goto(ana.url().replace("/matrix", "/settings"));
  await ana.getByRole("button", { name: "Make a webhook" }).click();
  expect(await serious(ana)).toEqual([]);
  const dialog = ana.getByRole("dialog");
  await dialog.getByRole("textbox", { name: "Which program is it for?" }).fill("Tickets");
  await dialog.getByRole("textbox", { name: "Its address" }).fill("ftp://nowhere");
  await ana.keyboard.press("Enter");
  await dialog.getByText("the address begins with https://").waitFor();
  await dialog.getByRole("textbox", { name: "Its address" }).fill(receiver.url);
  await ana.keyboard.press("Enter");
  const secret = (await ana.getByText(/^whsec_/).textContent()) ?? "";
  await ana.getByRole("button", { name: "I have kept it" }).click();
  await ana.getByRole("button", { name: "More for Tickets" }).click();
  await ana.getByRole("menuitem", { name: "Send a test" }).click();
  await ana.getByText(/answered 204 in \d+ ms/).waitFor();
  expect(await serious(ana)).toEqual([]);
  const [first] = receiver.got;
  if (!first) throw new Error("nothing came");
  expect(new Webhook(secret).verify(first.body, first.headers as Record<string, string>)).toMatchObject({ type: "webhook.test" });
  await ana.getByRole("button", { name: /^Send again the message of/ }).click();
  await expect.poll(() => receiver.got.map(({ headers }) => headers["webhook-id"])).toEqual([first.headers["webhook-id"], first.headers["webhook-id"]]);
  await ana.goto(ana.url().replace("/settings", "/matrix"));
  await ana.getByRole("gridcell", { name: "Create user accounts" }).or(ana.getByRole("rowheader", { name: "Create user accounts" })).first().click();
  await ana.keyboard.press("F2");
  await ana.keyboard.type(" soon");
  await ana.keyboard.press("Enter");
  await expect.poll(() => receiver.got.length, { timeout: 8_000 }).toBe(3);
  expect(JSON.parse(receiver.got[2]?.body ?? "")).toMatchObject({ type: "draft.edited", data: { edits: [{ rows: [{ kind: "activity" }] }] } });
});
