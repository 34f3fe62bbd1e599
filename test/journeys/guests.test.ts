import { existsSync } from "node:fs";
import { chromium, type Browser, type Page } from "@playwright/test";
import { afterAll, beforeAll, expect, test } from "vitest";
import { dropData, freePort, newData, serve, type Served } from "./serving.ts";
import { browserPath, serious } from "./visitor.ts";

const data = newData();
let server: Served;
let browser: Browser;
let ana: Page;
let gus: Page;
let workspace: string;

beforeAll(async () => {
  if (!existsSync("dist/web/index.html")) throw new Error("build the page first: `npm run build`");
  server = await serve(data, await freePort());
  browser = await chromium.launch({ executablePath: browserPath(), args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"] });
  const opened = async (): Promise<Page> => {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, reducedMotion: "reduce" });
    context.setDefaultTimeout(10_000);
    return context.newPage();
  };
  [ana, gus] = [await opened(), await opened()];
  await ana.goto(`${server.url}/enter#${server.link}`);
  await ana.getByRole("button", { name: "Sign in" }).click();
  await ana.waitForURL(/\/matrix$/);
  workspace = ana.url().replace("/matrix", "");
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
  dropData(data);
});

test("an owner makes a guest's link, and the guest looks at the matrix without an account", async () => {
  await ana.getByRole("link", { name: "Members" }).click();
  await ana.getByRole("button", { name: "Ask a guest in" }).click();
  expect(await serious(ana)).toEqual([]);
  await ana.getByRole("textbox", { name: "Who is the guest?" }).fill("Gus Grey");
  await ana.keyboard.press("Enter");
  const link = await ana.getByRole("textbox", { name: "The link", exact: true }).inputValue();
  await ana.getByRole("button", { name: "Done" }).click();
  await gus.goto(link);
  await gus.getByRole("heading", { name: /shows you/ }).waitFor();
  expect(await serious(gus)).toEqual([]);
  // Opening alone lets nobody in.
  expect(await gus.context().cookies(`${server.url}/api/workspaces/x`)).toEqual([]);
  const asked: string[] = [];
  const complaints: string[] = [];
  gus.on("request", (request) => void asked.push(new URL(request.url()).pathname));
  gus.on("console", (message) => void (message.type() === "error" && complaints.push(message.text())));
  await gus.getByRole("button", { name: "Look at the matrix" }).click();
  await gus.waitForURL(/\/matrix$/);
  await gus.getByText("You are a guest until").waitFor();
  await gus.getByRole("gridcell", { name: "Create user accounts" }).or(gus.getByRole("rowheader", { name: "Create user accounts" })).first().waitFor();
  expect(await serious(gus)).toEqual([]);
  // Who has no account is not asked for one, and nothing is refused.
  expect(asked).not.toContain("/api/session");
  expect(complaints).toEqual([]);
});

test("a guest is offered no editing, no members and no settings", async () => {
  expect(await gus.getByRole("navigation", { name: "Parts of this workspace" }).getByRole("link").allInnerTexts()).toEqual(["Matrix", expect.stringMatching(/^Findings/), "Scope", "Who now", expect.stringMatching(/^Coverage/), "Authority", "People", "Agreement", "Readiness", "Print"]);
  await gus.getByRole("treegrid").or(gus.getByRole("grid")).first().focus();
  await gus.keyboard.press("F2");
  await gus.keyboard.type("Mine");
  await gus.keyboard.press("Enter");
  expect(await gus.getByText("Mine", { exact: true }).count()).toBe(0);
  for (const part of ["settings", "members", "import", "templates"]) {
    const refused: number[] = [];
    gus.on("response", (answer) => void (answer.status() === 403 && refused.push(answer.status())));
    await gus.goto(`${workspace}/${part}`);
    await gus.waitForURL(/\/matrix$/);
    await gus.getByText("You are a guest until").waitFor();
    expect(refused).toEqual([]);
  }
});

test("a guest who came to comment answers, and is not offered to settle a question or to mention members", async () => {
  const [, , id = ""] = new URL(workspace).pathname.split("/");
  const ask = async (path: string, body: object): Promise<string> => {
    const answer = await ana.request.post(`${server.url}/api/workspaces/${id}${path}`, { data: body });
    expect(answer.ok()).toBe(true);
    return answer.text();
  };
  const { document } = (await (await ana.request.get(`${server.url}/api/workspaces/${id}/matrix`)).json()) as { document: { activities: { id: string; title: string }[] } };
  const { id: item = "", title = "" } = document.activities[0] ?? {};
  await ask("/comments", { id: crypto.randomUUID(), item, text: "Who does this at night?", mentions: [] });
  const { link } = JSON.parse(await ask("/guests", { name: "Cora Comment", purpose: "comment", days: 3 })) as { link: string };
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, reducedMotion: "reduce" });
  const cora = await context.newPage();
  await cora.goto(link);
  await cora.getByRole("button", { name: "Look at the matrix" }).click();
  await cora.waitForURL(/\/matrix$/);
  await cora.getByRole("row").filter({ hasText: title }).first().getByRole("rowheader").click();
  await cora.keyboard.press("Control+Enter");
  await cora.getByRole("tab", { name: "Agreement and remarks" }).click();
  const question = cora.getByRole("article").filter({ hasText: "Who does this at night?" });
  await question.getByRole("button", { name: "Answer" }).click();
  expect(await cora.getByRole("button", { name: /Settle|Mention/ }).count()).toBe(0);
  await cora.keyboard.type("Nobody, says the plan");
  await cora.keyboard.press("Escape");
  await cora.keyboard.press("Control+Enter");
  await question.getByText("Nobody, says the plan").waitFor();
  await context.close();
});

test("a guest sees what others write at once, and is out when the visit is ended", async () => {
  await ana.goto(`${workspace}/matrix`);
  const title = (page: Page, words: string) => page.getByRole("gridcell", { name: words }).or(page.getByRole("rowheader", { name: words })).first();
  await title(ana, "Create user accounts").click();
  await ana.keyboard.press("F2");
  await ana.keyboard.press("Control+A");
  await ana.keyboard.type("Create accounts of newcomers");
  await ana.keyboard.press("Enter");
  await title(gus, "Create accounts of newcomers").waitFor();
  await ana.goto(`${workspace}/members`);
  await ana.getByRole("button", { name: "End the visit of Gus Grey" }).click();
  await ana.getByRole("alertdialog").or(ana.getByRole("dialog")).getByRole("button", { name: "End visit" }).click();
  await ana.getByText("Gus Grey is no guest any more").waitFor();
  await gus.getByRole("heading", { name: "Your visit is over" }).waitFor();
  expect(await gus.getByRole("gridcell").count()).toBe(0);
});
