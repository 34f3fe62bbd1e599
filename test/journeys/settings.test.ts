import { randomUUID } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { chromium, type Browser, type Page } from "@playwright/test";
import { afterAll, beforeAll, expect, test } from "vitest";
import { shell } from "./command.ts";
import { dropData, freePort, newData, serve, type Served } from "./serving.ts";
import { browserPath, serious } from "./visitor.ts";

const { folder, remit } = shell();
const data = newData();
let server: Served;
let browser: Browser;
let ana: Page;
let workspace: string;
let matrix: string;
const complaints: string[] = [];

beforeAll(async () => {
  if (!existsSync("dist/web/index.html")) throw new Error("build the page first: `npm run build`");
  server = await serve(data, await freePort());
  browser = await chromium.launch({ executablePath: browserPath(), args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"] });
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, reducedMotion: "reduce", permissions: ["clipboard-read", "clipboard-write"] });
  context.setDefaultTimeout(10_000);
  ana = await context.newPage();
  ana.on("pageerror", (error) => complaints.push(String(error)));
  await ana.goto(`${server.url}/enter#${server.link}`);
  await ana.getByLabel("Your name").fill("Ana Alder");
  await ana.getByRole("button", { name: "Sign in" }).click();
  await ana.waitForURL(/\/matrix$/);
  workspace = new URL(ana.url()).pathname.split("/")[2] ?? "";
  matrix = `${server.url}/api/workspaces/${workspace}`;
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
  dropData(data);
});

const part = (page: Page, name: string) => page.getByRole("main").getByRole("region", { name });
const copied = (page: Page): Promise<string> => page.evaluate(() => navigator.clipboard.readText());
/** A program: no browser, no cookie, only the key. */
const asProgram = (key: string) => (path: string, body?: unknown): Promise<Response> =>
  fetch(`${matrix}${path}`, { method: body === undefined ? "GET" : "POST", headers: { authorization: `Bearer ${key}`, "content-type": "application/json" }, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });

interface Draft {
  readonly revision: number;
  readonly document: { readonly activities: readonly { readonly id: string; readonly title: string }[] };
}

/** Makes a key in the dialog. @returns it, as it is shown. */
async function makeKey(page: Page, name: string, may?: "read" | "edit"): Promise<string> {
  await page.getByRole("button", { name: "Make a key" }).click();
  await page.getByLabel("Which program is it for?").and(page.locator(":focus")).waitFor();
  await page.keyboard.type(name);
  if (may) await page.getByRole("combobox", { name: "The program may" }).selectOption(may);
  await page.getByLabel("Which program is it for?").press("Enter");
  await page.getByRole("heading", { name: `The key for ${name}` }).waitFor();
  return page.getByRole("group", { name: "The key" }).locator("code").innerText();
}

test("a workspace is renamed, and the switch above calls it so", async () => {
  await ana.getByRole("link", { name: "Settings" }).click();
  await ana.getByRole("heading", { level: 1, name: "Settings" }).waitFor();
  await part(ana, "History").getByRole("group", { name: "The public key" }).waitFor();
  await part(ana, "Keys for programs").getByText("No key yet").waitFor();
  expect(await serious(ana)).toEqual([]);
  const name = part(ana, "Name of the workspace").getByLabel("Name");
  await name.fill("   ");
  await name.press("Enter");
  await name.and(ana.locator("[aria-invalid=true]")).waitFor();
  await name.fill("Alder and its provider");
  await name.press("Enter");
  await ana.getByText("The name is saved").waitFor();
  await ana.locator("header").getByRole("button", { name: "Alder and its provider" }).waitFor();
  await ana.reload();
  await ana.locator("header").getByRole("button", { name: "Alder and its provider" }).waitFor();
});

test("a key that is made here reads and edits from outside the browser, and nothing after it is revoked", async () => {
  await ana.getByRole("button", { name: "Make a key" }).click();
  expect(await serious(ana)).toEqual([]);
  await ana.getByLabel("Days it works").fill("400");
  await ana.getByLabel("Which program is it for?").fill("Ticket system");
  await ana.getByRole("button", { name: "Make the key" }).click();
  await ana.getByText("Between 1 and 366 days").waitFor();
  await ana.keyboard.press("Escape");

  const key = await makeKey(ana, "Ticket system", "edit");
  await ana.getByRole("heading", { name: "The key for Ticket system" }).and(ana.locator(":focus")).waitFor();
  expect(await serious(ana)).toEqual([]);
  await ana.getByRole("button", { name: "Copy the key" }).click();
  await ana.getByRole("button", { name: "Copied" }).waitFor();
  expect(await copied(ana)).toBe(key);
  await ana.getByRole("button", { name: "Copy the command" }).click();
  await expect.poll(() => copied(ana)).toBe(`curl -H "Authorization: Bearer ${key}" ${matrix}/matrix`);
  const line = part(ana, "Keys for programs").getByRole("listitem").filter({ hasText: "Ticket system" });
  await line.getByText("reads and edits").waitFor();
  await line.getByText("never used").waitFor();

  const program = asProgram(key);
  const read = await program("/matrix");
  expect(read.status).toBe(200);
  const { revision, document } = (await read.json()) as Draft;
  const first = document.activities[0];
  if (!first) throw new Error("the example has no rows");
  const edit = { base: revision, what: "rename by a program", edits: [{ do: "set", at: { kind: "activity", id: first.id }, field: "title", value: "Named by a program" }] };
  expect((await program("/edits", { id: randomUUID(), ...edit })).status).toBe(200);
  expect(((await (await program("/matrix")).json()) as Draft).document.activities[0]?.title).toBe("Named by a program");

  await ana.getByRole("button", { name: "I have kept it" }).click();
  await ana.reload();
  await line.getByText("last used").waitFor();
  expect(await ana.content()).not.toContain(key);

  await line.getByRole("button", { name: "Revoke the key Ticket system" }).click();
  const asked = ana.getByRole("dialog", { name: "Revoke the key Ticket system?" });
  expect(await serious(ana)).toEqual([]);
  await asked.getByRole("button", { name: "Cancel" }).and(ana.locator(":focus")).click();
  expect((await program("/matrix")).status).toBe(200);
  await line.getByRole("button", { name: "Revoke the key Ticket system" }).click();
  await asked.getByRole("button", { name: "Revoke" }).click();
  await ana.getByText("Revoked: Ticket system").waitFor();
  expect((await program("/matrix")).status).toBe(401);
  expect((await program("/edits", { id: randomUUID(), ...edit })).status).toBe(401);
  await part(ana, "Keys for programs").getByText("Keys that open nothing any more (1)").click();
  await line.getByText("Revoked", { exact: true }).waitFor();
  expect(await line.getByRole("button").count()).toBe(0);
  expect(await serious(ana)).toEqual([]);
});

test("the history that is downloaded here is proved offline with the line that stands beside it", async () => {
  const history = part(ana, "History");
  const [download] = await Promise.all([ana.waitForEvent("download"), history.getByRole("link", { name: "Download the history" }).click()]);
  const file = download.suggestedFilename();
  await download.saveAs(join(folder, file));
  await history.getByRole("button", { name: "Copy the line" }).click();
  await history.getByRole("button", { name: "Copied" }).waitFor();
  const [program, ...line] = (await copied(ana)).split(" ");
  expect(program).toBe("./remit");
  expect(line).toContain(file);
  const proved = remit(...line);
  expect(proved.err).toBe("");
  expect(proved.out).toMatch(/^whole: \d+ entries/);
  expect(proved.code).toBe(0);
  expect(readFileSync(join(folder, file), "utf8")).toContain("rename by a program");
  const key = await history.getByRole("group", { name: "The public key" }).locator("code").innerText();
  const wrong = remit("verify", file, "--key", `${key.startsWith("A") ? "B" : "A"}${key.slice(1)}`);
  expect(wrong.code).not.toBe(0);
});

test("a viewer makes keys that read, sees only their own, and neither renames nor deletes", async () => {
  await ana.getByRole("link", { name: "Members" }).click();
  await ana.getByRole("button", { name: "For Alder Foods" }).click();
  await ana.getByRole("heading", { name: "Which party do you speak for?" }).waitFor({ state: "detached" });
  await ana.getByRole("button", { name: "Ask somebody in" }).click();
  await ana.getByRole("dialog").getByRole("combobox", { name: /^Speaks for/ }).selectOption({ label: "Alder Foods" });
  await ana.getByRole("dialog").getByRole("combobox", { name: /^As/ }).selectOption("viewer");
  await ana.getByRole("button", { name: "Make the invitation" }).click();
  const link = await ana.getByRole("textbox", { name: "The link" }).inputValue();
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, reducedMotion: "reduce" });
  context.setDefaultTimeout(10_000);
  const vic = await context.newPage();
  await vic.goto(link);
  await vic.getByLabel("Your name").fill("Vic Viewer");
  await vic.getByLabel("E-mail").fill("vic@alder.example");
  await vic.getByLabel("Password").fill("four plain words here");
  await vic.keyboard.press("Enter");
  await vic.waitForURL(/\/matrix$/);
  await vic.getByRole("link", { name: "Settings" }).click();
  await vic.getByText("Owners and editors rename it.").waitFor();
  await part(vic, "Keys for programs").getByText("No key yet").waitFor();
  await part(vic, "History").getByRole("group", { name: "The public key" }).waitFor();
  expect(await vic.getByRole("main").getByRole("textbox").count()).toBe(0);
  expect(await vic.getByRole("region", { name: "Delete this workspace" }).count()).toBe(0);
  const key = await makeKey(vic, "Monthly report");
  expect(await serious(vic)).toEqual([]);
  const program = asProgram(key);
  const read = await program("/matrix");
  expect(read.status).toBe(200);
  const { revision } = (await read.json()) as Draft;
  expect((await program("/edits", { id: randomUUID(), base: revision, what: "x", edits: [{ do: "set-matrix", field: "title", value: "x" }] })).status).toBe(403);
  await vic.getByRole("button", { name: "Make a key" }).click();
  await vic.getByText("As viewer you can make keys that read.").waitFor();
  expect(await vic.getByRole("combobox", { name: "The program may" }).count()).toBe(0);
  await context.close();

  // Their owner sees whose key it is, and may end it.
  await ana.goto(`${server.url}/w/${workspace}/settings`);
  const line = part(ana, "Keys for programs").getByRole("listitem").filter({ hasText: "Monthly report" });
  await line.getByText("reads, for Vic Viewer").waitFor();
  await makeKey(ana, "Dashboard");
  await line.getByRole("button", { name: "Revoke the key Monthly report" }).click();
  await ana.getByRole("dialog").getByRole("button", { name: "Revoke" }).click();
  await ana.getByText("Revoked: Monthly report").waitFor();
  expect((await program("/matrix")).status).toBe(401);
  // The key that is shown just now stays, whatever happens to another.
  await ana.getByRole("heading", { name: "The key for Dashboard" }).waitFor();
});

test("a key that has run out is called expired and cannot be revoked any more", async () => {
  const later = await ana.context().newPage();
  await later.clock.setFixedTime(Date.now() + 91 * 86_400_000);
  await later.goto(`${server.url}/w/${workspace}/settings`);
  const keys = part(later, "Keys for programs");
  await keys.getByText("No key opens anything just now.").waitFor();
  await keys.getByText("Keys that open nothing any more (3)").click();
  const line = keys.getByRole("listitem").filter({ hasText: "Dashboard" });
  await line.getByText("Expired", { exact: true }).waitFor();
  expect(await line.getByRole("button").count()).toBe(0);
  expect(await serious(later)).toEqual([]);
  await later.close();
});

test("a workspace is deleted only by its own name, and one is led to what is left", async () => {
  await ana.getByRole("button", { name: "Delete the workspace" }).click();
  const asked = ana.getByRole("dialog", { name: "Delete Alder and its provider?" });
  const name = asked.getByLabel("Type the name of the workspace: Alder and its provider");
  expect(await serious(ana)).toEqual([]);
  await name.fill("alder");
  await name.press("Enter");
  await asked.getByText("That is not its name").waitFor();
  expect((await ana.request.get(`${matrix}/matrix`)).status()).toBe(200);
  await name.fill("Alder and its provider");
  await asked.getByRole("button", { name: "Delete it" }).click();
  await ana.getByRole("heading", { name: "No workspace yet" }).waitFor();
  expect(new URL(ana.url()).pathname).toBe("/w");
  await ana.getByRole("status").getByText("Alder and its provider is deleted. For 14 days you can bring it back").waitFor();
  expect((await ana.request.get(`${matrix}/matrix`)).status()).toBe(404);
  expect(await serious(ana)).toEqual([]);
  await ana.getByRole("button", { name: "Bring back: Alder and its provider" }).click();
  await ana.waitForURL(/\/matrix$/);
  await ana.getByRole("status").getByText("Alder and its provider is back").waitFor();
  // Said once: whoever loads the page again knows it.
  await ana.reload();
  await ana.getByRole("treegrid").waitFor();
  expect(await ana.getByText("Alder and its provider is back").count()).toBe(0);
  expect((await ana.request.get(`${matrix}/matrix`)).status()).toBe(200);
  expect(complaints).toEqual([]);
});

test("all of a workspace goes into a file, and comes back as another one", async () => {
  await ana.goto(ana.url().replace(/matrix.*/, "settings"));
  const [download] = await Promise.all([ana.waitForEvent("download"), ana.getByRole("link", { name: "Export everything" }).click()]);
  expect(download.suggestedFilename()).toMatch(/^Alder-and-its-provider-.*\.remit\.zip$/);
  const file = join(folder, "all.remit.zip");
  await download.saveAs(file);
  await ana.getByRole("button", { name: "Alder and its provider", exact: true }).click();
  await ana.getByRole("menuitem", { name: "From an exported file" }).click();
  const asked = ana.getByRole("dialog", { name: "A workspace from an exported file" });
  expect(await serious(ana)).toEqual([]);
  await asked.locator("input[type=file]").setInputFiles(file);
  await asked.getByLabel("Name of the new workspace").fill("Alder again");
  await asked.getByRole("button", { name: "Make the workspace" }).click();
  await ana.getByRole("heading", { name: "Where this workspace came from" }).waitFor();
  const earlier = join(folder, "earlier.json");
  const [history] = await Promise.all([ana.waitForEvent("download"), ana.getByRole("link", { name: "Download the earlier history" }).click()]);
  await history.saveAs(earlier);
  expect(remit("verify", earlier)).toMatchObject({ code: 0, out: expect.stringMatching(/^whole/) });
  expect(await serious(ana)).toEqual([]);
  expect(complaints).toEqual([]);
});
