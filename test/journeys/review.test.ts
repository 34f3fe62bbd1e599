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
  context.setDefaultTimeout(15_000);
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

test("a review is called for, planned and written down, and what it decided about a row is done", async () => {
  await ana.goto(`${workspace}/review`);
  await ana.getByRole("heading", { name: /Agenda, \d+ minutes/ }).waitFor();
  await ana.getByRole("textbox", { name: "In a sentence" }).fill("The VPN was down for a day");
  await ana.getByRole("button", { name: "Raise it" }).click();
  await ana.getByRole("region", { name: "What calls for one" }).getByText("The VPN was down for a day").waitFor();
  await ana.getByLabel("On the day").fill("2030-01-15");
  await ana.getByRole("button", { name: "Plan it" }).click();
  await ana.getByText("Planned for 15 January 2030, by Ana.").waitFor();
  expect(await serious(ana)).toEqual([]);
  await ana.getByLabel("Who was there").fill("Ana, Pia");
  await ana.getByLabel("What was said").fill("The certificate row has nobody.");
  await ana.getByRole("textbox", { name: "Decision 1" }).fill("The Infrastructure Manager answers for certificates");
  const choose = async (label: string, option: string): Promise<void> => {
    const box = ana.getByLabel(label, { exact: true });
    await box.focus();
    await box.selectOption({ label: option });
  };
  await choose("Row of decision 1", "Renew TLS certificates before they expire");
  await choose("Change of decision 1", "accountable is then");
  await choose("Role of decision 1", "Infrastructure Manager");
  await ana.getByRole("button", { name: "Write it down" }).click();
  await ana.getByText("The review is written down.").waitFor();
  const past = ana.getByRole("region", { name: "Held before" });
  await past.getByText("The certificate row has nobody.").waitFor();
  await past.getByRole("link", { name: "Renew TLS certificates before they expire" }).waitFor();
  await ana.getByText("Nothing was raised since the last review.").waitFor();
  await ana.goto(`${workspace}/findings`);
  await ana.getByText("are both accountable for").first().waitFor();
  expect(await ana.getByText("nobody is accountable for Renew TLS").count()).toBe(0);
});
