import { existsSync } from "node:fs";
import { chromium, type Browser, type Page } from "@playwright/test";
import { afterAll, beforeAll, expect, test } from "vitest";
import { asking, dropData, freePort, newData, serve, signIn, type Served } from "./serving.ts";
import { browserPath } from "./visitor.ts";

/** What would run if any of the pages took a text for more than a text. */
const TRICK = `"><img src=x onerror="window.taken=1"><svg onload="window.taken=1"></svg><script>window.taken=1</script>{{7*7}}\${7*7}`;
/** Words of the document that are no text of anybody's: ids, kinds, times. */
const PLAIN = new Set(["id", "kind", "letter", "role", "party", "person", "area", "stage", "origin", "class", "criticality", "timeZone", "remit", "covers", "holders", "rule", "until", "validFrom", "validUntil", "verb", "verbs", "days", "from", "verifiedAt", "cadence", "target", "measure", "hours", "event", "severity"]);

const data = newData();
let server: Served;
let browser: Browser;
let page: Page;
let ask: ReturnType<typeof asking>;
let workspace: string;
const said: string[] = [];

/** The document with the trick in every text somebody may write. */
const tricked = (value: unknown, field = ""): unknown => {
  if (Array.isArray(value)) return value.map((one) => tricked(one, field));
  if (typeof value === "object" && value !== null) return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, tricked(one, key)]));
  return typeof value === "string" && ["title", "name", "note", "about", "goal", "result", "what", "reason", "value", "procedure", "function", "text", "description"].includes(field) && !PLAIN.has(field) ? `${value} ${TRICK}` : value;
};

beforeAll(async () => {
  if (!existsSync("dist/web/index.html")) throw new Error("build the page first: `npm run build`");
  server = await serve(data, await freePort());
  const cookie = await signIn(server);
  ask = asking(() => server.url, cookie);
  const must = async <T>(method: string, path: string, body?: unknown): Promise<T> => {
    const answer = await ask(method, path, body);
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
    return (answer.status === 204 ? undefined : await answer.json()) as T;
  };
  const { workspaces } = await must<{ workspaces: { id: string }[] }>("GET", "/session");
  const example = workspaces[0]?.id ?? (await must<{ id: string }>("POST", "/workspaces", { name: "Example", example: true })).id;
  const { document } = await must<{ document: { parties: { id: string }[]; activities: { id: string }[] } }>("GET", `/workspaces/${example}/matrix`);
  ({ id: workspace } = await must<{ id: string }>("POST", "/workspaces", { name: `Mine ${TRICK}`, document: tricked(document) }));
  const at = `/workspaces/${workspace}`;
  const { account } = await must<{ account: string }>("GET", "/account");
  await must("PATCH", "/account", { name: `Ana ${TRICK}`.slice(0, 200) });
  await must("PATCH", `${at}/members/${account}`, { role: "owner", party: document.parties[0]?.id, person: null });
  const item = document.activities[0]?.id ?? "";
  await must("POST", `${at}/comments`, { id: crypto.randomUUID(), item, text: TRICK, mentions: [] });
  await must("POST", `${at}/evidence`, { id: crypto.randomUUID(), activity: item, title: TRICK, note: TRICK, link: `https://files.example/${encodeURIComponent(TRICK)}`, producedOn: "2026-11-01" });
  await must("POST", `${at}/keys`, { name: TRICK.slice(0, 120) });
  await must("POST", `${at}/guests`, { name: TRICK.slice(0, 120) });
  await must("POST", `${at}/webhooks`, { name: TRICK.slice(0, 120), url: `https://receiver.example/${encodeURIComponent(TRICK)}`, events: ["draft.edited"] });
  await must("POST", `${at}/edits`, { id: crypto.randomUUID(), base: 1_000_000, what: TRICK.slice(0, 500), edits: [{ do: "set", at: { kind: "activity", id: item }, field: "note", value: TRICK }] });
  browser = await chromium.launch({ executablePath: browserPath(), args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"] });
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, reducedMotion: "reduce" });
  context.setDefaultTimeout(10_000);
  const [name = "", value = ""] = cookie.split("=");
  await context.addCookies([{ name, value, url: server.url }]);
  page = await context.newPage();
  page.on("console", (message) => void (/Content Security Policy/.test(message.text()) && said.push(message.text())));
  page.on("dialog", (dialog) => {
    said.push(dialog.message());
    void dialog.dismiss();
  });
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await server?.stop();
  dropData(data);
});

test.each(["matrix", "findings", "agreement", "people", "scope", "history", "members", "print", "templates", "import", "settings"])("nothing of it runs on the page of the %s, and it is read as it was written", async (part) => {
  await page.goto(`${server.url}/w/${workspace}/${part}`);
  await page.locator("main h1, main [role=treegrid], main section, main form").first().waitFor();
  await page.waitForTimeout(400);
  if (part === "matrix") {
    await page.getByRole("rowheader").first().click();
    await page.keyboard.press("Control+Enter");
    await page.getByRole("tab", { name: "Agreement and remarks" }).click();
    await page.getByRole("region", { name: "Agreement" }).waitFor();
    await page.getByRole("tab", { name: "History" }).click();
    await page.waitForTimeout(300);
  }
  expect(await page.evaluate(() => (window as { taken?: number }).taken)).toBeUndefined();
  expect(said).toEqual([]);
  expect(await page.locator("img[src=x], svg[onload]").count()).toBe(0);
  if (part !== "templates" && part !== "import") expect(await page.locator("body").innerText()).toContain("<img src=x");
});

test("nothing of it runs on one's own account page", async () => {
  await page.goto(`${server.url}/account`);
  await page.getByRole("heading", { level: 1 }).waitFor();
  await page.waitForTimeout(300);
  expect(await page.evaluate(() => (window as { taken?: number }).taken)).toBeUndefined();
  expect(said).toEqual([]);
});
