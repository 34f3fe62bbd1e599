import { randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { chromium, type Browser, type Page } from "@playwright/test";
import pg from "pg";
import { readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { shell } from "./command.ts";
import { dropData, freePort, newData, serve, type Served } from "./serving.ts";
import { browserPath, serious } from "./visitor.ts";

const { folder, remit } = shell();
const data = newData();
const complaints: string[] = [];
let server: Served;
let browser: Browser;
let ana: Page;
let workspace: string;
let rows: readonly { readonly id: string; readonly title: string }[];

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
  const { document } = (await (await ana.request.get(`${server.url}/api/workspaces/${workspace}/matrix`)).json()) as { document: { activities: typeof rows } };
  rows = document.activities;
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
  dropData(data);
});

/** Writes past the open page, as another window would. */
const write = async (id: string, value: string, what: string): Promise<void> => {
  const answer = await ana.request.post(`${server.url}/api/workspaces/${workspace}/edits`, { data: { id: randomUUID(), base: 1e6, page: randomUUID(), what, edits: [{ do: "set", at: { kind: "activity", id }, field: "title", value }] } });
  expect(answer.status()).toBe(200);
};
const entry = (what: string) => ana.getByRole("listitem").filter({ has: ana.locator("time"), hasText: what });

test("what happens appears on the page with what stood there before, and one's own is taken back from it", async () => {
  const [first, second] = rows;
  await ana.getByRole("link", { name: "History" }).click();
  await ana.getByRole("heading", { level: 1, name: "History" }).waitFor();
  await write(first?.id ?? "", "Isolate a laptop", "rename the first row");
  await write(second?.id ?? "", "Another title", "rename the second row");
  const mine = entry("rename the first row");
  await mine.getByText(first?.title ?? "", { exact: true }).waitFor();
  await mine.locator("ins", { hasText: "Isolate a laptop" }).waitFor();
  await mine.getByText("in another window").waitFor();
  expect(await serious(ana)).toEqual([]);
  await mine.getByRole("button", { name: /^Take back/ }).click();
  await ana.getByText("Taken back: rename the first row").waitFor();
  await entry("take back: rename the first row").getByText("in this window").waitFor();
  await ana.getByRole("link", { name: "Matrix", exact: true }).click();
  await ana.getByText(first?.title ?? "").first().waitFor();
});

test("a change that was changed again is not taken back, and it says so where one pressed", async () => {
  const third = rows[2]?.id ?? "";
  await write(third, "Once", "the first time");
  await write(third, "Twice", "the second time");
  await ana.getByRole("link", { name: "History" }).click();
  const mine = entry("the first time");
  await mine.getByRole("button", { name: /^Take back/ }).click();
  await mine.getByRole("alert").getByText(/changed the same thing/).waitFor();
});

test("the address of the page is what one looks for, by row, words and day", async () => {
  const second = rows[1]?.id ?? "";
  await ana.goto(`${server.url}/w/${workspace}/history?kind=activity&id=${second}`);
  await entry("rename the second row").waitFor();
  expect(await entry("the first time").count()).toBe(0);
  await ana.getByRole("button", { name: "Show everything" }).click();
  await entry("the first time").waitFor();
  await ana.getByRole("searchbox", { name: "Words that were changed" }).fill("second TIME");
  await ana.waitForURL(/words=second/);
  await entry("rename the second row").waitFor({ state: "detached" });
  await entry("the second time").waitFor();
  await ana.getByLabel("Until").fill("2020-01-01");
  await ana.getByText("Nothing in the history fits").waitFor();
  expect(await serious(ana)).toEqual([]);
});

test("words are erased by an owner, everybody's page reads on, and the file is proved with the line the page gives", async () => {
  await ana.goto(`${server.url}/w/${workspace}/history`);
  const other = await ana.context().newPage();
  await other.goto(`${server.url}/w/${workspace}/matrix`);
  await other.locator("header [data-saving=saved]").waitFor();
  await entry("the second time").getByRole("button", { name: /^Erase words/ }).click();
  const asked = ana.getByRole("dialog");
  expect(await serious(ana)).toEqual([]);
  await asked.getByRole("button", { name: "Erase words" }).click();
  await ana.getByText(/^The words of no\. \d+ are erased$/).waitFor();
  await entry("erase the words of no.").waitFor();
  await entry("the second time").waitFor({ state: "detached" });
  await write(rows[4]?.id ?? "", "After the erasure", "later");
  await other.getByText("After the erasure").first().waitFor();
  await other.close();
  await ana.getByText("Verify this history").click();
  const line = (await ana.getByRole("group", { name: "To prove the file" }).locator("code").innerText()).split(" ");
  const [download] = await Promise.all([ana.waitForEvent("download"), ana.getByRole("link", { name: "Download the history" }).click()]);
  const file = join(folder, line[2] ?? "");
  await download.saveAs(file);
  expect(remit("verify", file, ...line.slice(3))).toMatchObject({ code: 0, out: expect.stringMatching(/^whole: .*words erased in 1/) });
});

test("what somebody writes meanwhile is put in front, and the older entries one read on to stay", async () => {
  const row = rows[5]?.id ?? "";
  for (let n = 1; n <= 55; n++) await write(row, `Title ${n}`, `give it title ${n}`);
  await ana.goto(`${server.url}/w/${workspace}/history`);
  await entry("give it title 55").waitFor();
  expect(await entry("rename the first row").count()).toBe(0);
  await ana.getByRole("button", { name: "Look further back" }).click();
  await entry("rename the second row").waitFor();
  await write(row, "The newest title", "give it the newest title");
  await entry("give it the newest title").waitFor();
  expect(await entry("rename the second row").count()).toBe(1);
  expect(await entry("give it title 30").count()).toBe(1);
  // Nor when what is new takes one back: older ones are read again then.
  await entry("give it the newest title").getByRole("button", { name: /^Take back/ }).click();
  await entry("take back: give it the newest title").waitFor();
  expect(await entry("rename the second row").count()).toBe(1);
});

test("a database that somebody wrote into past Remit is told loudly, by the server and on the page", async () => {
  const client = new pg.Client({ host: readFileSync(join(data, "pg18", "postmaster.pid"), "utf8").split("\n")[4], user: "remit_owner", database: "remit" });
  await client.connect();
  await client.query("update remit.edit_log set actor = gen_random_uuid() where workspace_id = $1 and revision = 2", [workspace]);
  await client.query("delete from auth.duty");
  await client.end();
  // Whoever downloads it notes it, too.
  await ana.request.get(`${server.url}/api/workspaces/${workspace}/history/file`);
  await ana.reload();
  await ana.getByRole("alert").getByText("This history was changed past Remit, at no.").waitFor();
  expect(await serious(ana)).toEqual([]);
  expect(complaints).toEqual([]);
  await server.stop();
  expect(server.said()).toContain("A HISTORY WAS CHANGED");
});
