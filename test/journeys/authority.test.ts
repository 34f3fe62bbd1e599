import { readFileSync } from "node:fs";
import { chromium, type Browser, type Locator, type Page } from "@playwright/test";
import { afterAll, beforeAll, expect, test } from "vitest";
import { browserPath, serious } from "./visitor.ts";
import { dropData, freePort, newData, serve, type Served } from "./serving.ts";

const data = newData();
let server: Served;
let browser: Browser;
let page: Page;
let workspace = "";

beforeAll(async () => {
  server = await serve(data, await freePort());
  browser = await chromium.launch({ executablePath: browserPath(), args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"] });
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, reducedMotion: "reduce" });
  context.setDefaultTimeout(10_000);
  page = await context.newPage();
  await page.goto(`${server.url}/enter#${server.link}`);
  await page.getByLabel("Your name").fill("Ana");
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL(/\/w\/[0-9a-f-]{36}\/matrix/);
  workspace = page.url().replace(/\/matrix.*$/, "");
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
  dropData(data);
});

const fits = (): Promise<boolean> => page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth);
/** A register's choice gets its entries when somebody comes near. */
const choose = async (box: Locator, label: string): Promise<void> => {
  await box.focus();
  await box.selectOption({ label });
};
const part = (name: string) => page.getByRole("navigation", { name: "Parts of it" }).getByRole("button", { name });

test("a decision right is given, limited and taken away again, and undo brings it back", async () => {
  await page.goto(`${workspace}/authority`);
  const adder = page.getByRole("group", { name: "Add a decision right" });
  await choose(adder.getByLabel("What is decided"), "lead the investigation");
  await choose(adder.getByLabel("Who"), "Compliance Officer");
  await adder.getByRole("button", { name: "Add" }).click();
  const name = "Compliance Officer: lead the investigation";
  await page.getByRole("button", { name: `More about ${name}` }).click();
  await page.getByLabel(`Add to Only these events of ${name}`).selectOption({ label: "Ransomware" });
  await page.getByLabel(`At most for of ${name}`).fill("4 h");
  await page.keyboard.press("Enter");
  expect(await page.getByLabel(`At most for of ${name}`).inputValue()).toBe("4 h");
  await page.getByLabel(`Until the day of ${name}`).fill("2027-02-30");
  await page.keyboard.press("Enter");
  await page.getByText("write a day like 2027-01-31").waitFor();
  await page.keyboard.press("Escape");
  expect(await serious(page)).toEqual([]);
  await page.getByText("Saved", { exact: true }).waitFor();
  await page.reload();
  await page.getByRole("button", { name: `More about ${name}` }).click();
  await page.getByRole("button", { name: `Take Ransomware out of Only these events of ${name}` }).waitFor();
  await page.getByRole("button", { name: `Remove ${name}` }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Remove", exact: true }).click();
  await page.getByRole("button", { name: `More about ${name}` }).waitFor({ state: "detached" });
  await page.getByRole("status").getByRole("button", { name: "Undo" }).click();
  await page.getByRole("button", { name: `More about ${name}` }).waitFor();
});

test("a way of calls gets a step, with times as people write them", async () => {
  await part("Ways of calls").click();
  await page.waitForURL(/part=path/);
  await page.getByRole("button", { name: "More about Everything else" }).click();
  await page.getByRole("button", { name: "Add a step" }).click();
  const step = "Step 3, Everything else";
  await page.getByLabel(`After of ${step}`).fill("1 day");
  await page.keyboard.press("Enter");
  await page.getByLabel(`Add to Who is called of ${step}`).selectOption({ label: "Security Lead" });
  await page.getByLabel(`After of ${step}`).fill("soon");
  await page.keyboard.press("Enter");
  await page.getByText("write a time like 15 min, 4 h or 3 days").waitFor();
  await page.keyboard.press("Escape");
  expect(await page.getByLabel(`After of ${step}`).inputValue()).toBe("1 day");
  expect(await serious(page)).toEqual([]);
});

test("every part of the authority can be opened and is whole for a screen reader", async () => {
  for (const name of ["Allowed in advance", "Event types", "Severities", "Clocks", "People to tell", "Calendars", "Rotations", "Missing together", "Delegations"]) {
    await part(name).click();
    await page.getByRole("heading", { name, level: 2 }).waitFor();
    const more = page.getByRole("button", { name: /^More about / }).first();
    if (await more.isVisible()) await more.click();
    expect([name, await serious(page)]).toEqual([name, []]);
  }
});

test("the map answers from the matrix, leads to the place, and takes a named person's word", async () => {
  await page.goto(`${workspace}/authority?view=map`);
  const score = page.getByText(/of 24 points$/);
  const before = Number.parseFloat((await score.textContent()) ?? "");
  await page.getByRole("button", { name: "Confirm: The usual attacks have a response procedure each" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByText("partly", { exact: true }).click();
  await choose(dialog.getByLabel("Who says so"), "Nadia Osei");
  await dialog.getByLabel("What shows it").fill("playbooks in the wiki");
  expect(await serious(page)).toEqual([]);
  await dialog.getByRole("button", { name: "Confirm" }).click();
  await page.getByText(/Nadia Osei, \d{4}-\d\d-\d\d: partly/).waitFor();
  expect(Number.parseFloat((await score.textContent()) ?? "")).toBe(before + 0.5);
  const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Markdown" }).click()]);
  expect(readFileSync(await file.path(), "utf8")).toContain("playbooks in the wiki");
  expect(await serious(page)).toEqual([]);
  await page.getByRole("link", { name: "right to authorise containment" }).first().click();
  await page.getByRole("button", { name: "More about Business Risk Owner: authorise containment", expanded: true }).waitFor();
});

test("a case is played many times by chance, and its worst hour rehearsed around the table", async () => {
  await page.goto(`${workspace}/drill`);
  await page.getByLabel("What happens").selectOption({ label: "Ransomware" });
  await page.getByRole("button", { name: "Play it 500 times by chance" }).click();
  await page.getByRole("heading", { name: "Ransomware, S1 critical: 500 exercises over a year" }).waitFor();
  const row = page.getByRole("row", { name: /^authorise containment/i });
  await row.waitFor();
  expect(await row.getByRole("cell").allTextContents()).toEqual(["", expect.stringMatching(/min|h|once/), expect.stringMatching(/min|h|once/), expect.stringMatching(/min|h|day/), expect.stringMatching(/^\d+ %$/)]);
  await page.getByRole("heading", { name: "What cost most minutes" }).waitFor();
  expect(await serious(page)).toEqual([]);
  await page.getByRole("button", { name: "Rehearse that hour" }).click();
  await page.getByRole("heading", { name: / is called$/ }).waitFor();
  await page.getByRole("button", { name: "Another exercise" }).click();
});

test("an exercise goes call by call to a report that can be kept, and survives a reload", async () => {
  await page.goto(`${workspace}/drill`);
  await page.getByLabel("What happens").selectOption({ label: "Ransomware" });
  await page.getByLabel("When (UTC)").fill("2026-11-21T02:00");
  await page.getByRole("button", { name: "Begin" }).click();
  await page.getByRole("heading", { name: "Agata Nowak is called" }).waitFor();
  expect(await serious(page)).toEqual([]);
  await page.getByRole("button", { name: "Does not answer" }).click();
  const called = page.getByRole("heading", { name: / is called$/ });
  await called.filter({ hasNotText: "Agata Nowak" }).waitFor();
  const next = ((await called.textContent()) ?? "").replace(/ is called$/, "");
  await page.reload();
  await page.getByRole("heading", { name: `${next} is called` }).waitFor();
  await page.getByRole("button", { name: "Is away" }).click();
  await page.getByText(`${next} is away`).waitFor();
  await page.getByRole("button", { name: "Take the last answer back" }).click();
  await page.getByRole("heading", { name: `${next} is called` }).waitFor();
  await page.getByRole("button", { name: "Takes charge and decides" }).click();
  await page.getByRole("button", { name: "Let the rest happen by chance" }).click();
  await page.getByRole("heading", { name: "What it took" }).waitFor();
  await page.getByText(/Around the table it took .* with 2 answers/).waitFor();
  expect(await serious(page)).toEqual([]);
  const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Save as Markdown" }).click()]);
  const report = readFileSync(await file.path(), "utf8");
  for (const words of ["Agata Nowak does not answer", `${next} decides`, "Where minutes were lost"]) expect(report).toContain(words);
});

test("on a telephone nothing of it stands out at the side", async () => {
  await page.setViewportSize({ width: 390, height: 844 });
  for (const where of ["authority", "authority?part=path&item=severe", "authority?part=event&item=ransomware", "authority?view=map", "drill"]) {
    await page.goto(`${workspace}/${where}`);
    await page.getByRole("heading", { level: 1 }).waitFor();
    await page.getByRole("heading", { level: 2 }).first().waitFor();
    expect([where, await fits(), await serious(page)]).toEqual([where, true, []]);
  }
});
