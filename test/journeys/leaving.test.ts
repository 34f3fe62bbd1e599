import { chromium, type Browser, type Page } from "@playwright/test";
import { afterAll, beforeAll, expect, test } from "vitest";
import { browserPath, serious } from "./visitor.ts";
import { dropData, freePort, newData, serve, type Served } from "./serving.ts";

const data = newData();
let server: Served;
let browser: Browser;
let ana: Page;
let workspace = "";

beforeAll(async () => {
  server = await serve(data, await freePort());
  browser = await chromium.launch({ executablePath: browserPath(), args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"] });
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, reducedMotion: "reduce" });
  context.setDefaultTimeout(10_000);
  ana = await context.newPage();
  await ana.goto(`${server.url}/enter#${server.link}`);
  await ana.getByLabel("Your name").fill("Ana");
  await ana.getByRole("button", { name: "Sign in" }).click();
  await ana.waitForURL(/\/w\/[0-9a-f-]{36}\/matrix/);
  workspace = ana.url().replace(/\/matrix.*$/, "");
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
  dropData(data);
});

test("whoever leaves is seen with all they hold, hands each post to somebody, in one change that undo takes back, and an exit plan is written", async () => {
  await ana.goto(`${workspace}/people`);
  await ana.getByRole("button", { name: "Somebody leaves" }).click();
  const dialog = ana.getByRole("dialog");
  const choose = async (label: string, option: string): Promise<void> => {
    const box = dialog.getByLabel(label, { exact: true });
    await box.focus();
    await box.selectOption({ label: option });
  };
  await choose("Who leaves", "Tom Hale");
  await dialog.getByText(/Tom Hale holds \d+ things/).waitFor();
  await dialog.getByText("nobody holds Internal IT Manager").first().waitFor();
  expect(await serious(ana)).toEqual([]);
  expect(await dialog.getByRole("button", { name: "Move everything" }).isDisabled()).toBe(true);
  await choose("Who takes over", "Nadia Osei");
  await choose("Who takes over Infrastructure Manager", "Rosalind Ashby");
  await dialog.getByRole("heading", { name: "After the transfer" }).waitFor();
  await dialog.getByText(/new finding/).first().waitFor();
  const [plan] = await Promise.all([ana.waitForEvent("download"), dialog.getByRole("button", { name: "Exit plan" }).click()]);
  expect(plan.suggestedFilename()).toContain("Tom Hale");
  await dialog.getByRole("button", { name: "Move everything" }).click();
  await ana.getByText("Everything Tom Hale held is with Nadia Osei, Rosalind Ashby now").waitFor();
  await ana.getByText("Saved", { exact: true }).waitFor();
  await ana.reload();
  const post = ana.locator("#role-infrastructure-manager");
  await post.getByText("Rosalind Ashby").waitFor();
  expect(await post.getByText("Tom Hale").count()).toBe(0);
  await ana.getByRole("button", { name: "Undo" }).first().click();
  await post.getByText("Tom Hale").waitFor();
});
