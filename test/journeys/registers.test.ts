import { existsSync, readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { extname } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium, type Browser, type Page } from "@playwright/test";
import react from "@vitejs/plugin-react";
import { build } from "vite";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { MatrixDocument } from "#core/model/document.ts";
import { MatrixDocument as Shape } from "#core/model/document.ts";
import { serious } from "./visitor.ts";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const BUILT = `${ROOT}dist/registers-trial/`;
const KINDS: Readonly<Record<string, string>> = { ".html": "text/html", ".js": "text/javascript", ".css": "text/css", ".woff2": "font/woff2" };
const demo = readFileSync(`${ROOT}src/library/demo.json`, "utf8");
const company = JSON.parse(demo) as MatrixDocument;

let server: Server;
let browser: Browser;
let address = "";

beforeAll(async () => {
  await build({ configFile: false, logLevel: "error", root: `${ROOT}src/web/registers/trial`, base: "./", plugins: [react()], worker: { format: "es" }, build: { outDir: BUILT, emptyOutDir: true, target: "es2022", modulePreload: { polyfill: false }, assetsInlineLimit: 0, chunkSizeWarningLimit: 2_000 } });
  server = createServer((request, answer) => {
    const path = new URL(request.url ?? "/", "http://registers").pathname.slice(1) || "index.html";
    if (path === "matrix.json") answer.writeHead(200, { "content-type": "application/json" }).end(demo);
    else if (existsSync(BUILT + path)) answer.writeHead(200, { "content-type": KINDS[extname(path)] ?? "application/octet-stream" }).end(readFileSync(BUILT + path));
    else answer.writeHead(204).end();
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const at = server.address();
  address = `http://127.0.0.1:${typeof at === "object" && at ? at.port : 0}/`;
  const found = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find((path) => existsSync(path));
  browser = await chromium.launch({ executablePath: process.env["CHROME"] ?? found ?? chromium.executablePath(), args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"] });
});
afterAll(async () => {
  await browser?.close();
  server?.close();
});

type Window = { draft: { snapshot(): { document: MatrixDocument; findings: readonly unknown[] } }; told: unknown[] };
const draft = (page: Page): Promise<MatrixDocument> => page.evaluate(() => (globalThis as unknown as Window).draft.snapshot().document);
const told = (page: Page): Promise<unknown[]> => page.evaluate(() => (globalThis as unknown as Window).told);

/** One register with the example on it; the console must stay quiet, nothing may stick out, and no serious fault of access remain. */
async function register(query: string, story: (page: Page) => Promise<void>, { width = 1440, dark = false } = {}): Promise<void> {
  const context = await browser.newContext({ viewport: { width, height: 900 }, reducedMotion: "reduce", colorScheme: dark ? "dark" : "light" });
  const complaints: string[] = [];
  try {
    context.setDefaultTimeout(8_000);
    const page = await context.newPage();
    page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
    page.on("pageerror", (error) => complaints.push(String(error)));
    await page.goto(`${address}?page=${query}`);
    await page.getByRole("heading", { level: 1 }).waitFor();
    await story(page);
    expect(await serious(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    expect(complaints).toEqual([]);
  } finally {
    await context.close();
  }
}

/** The entries of a choice are written when somebody comes near it. */
async function choose(page: Page, name: string, option: string): Promise<void> {
  const box = page.getByRole("combobox", { name });
  await box.focus();
  await box.selectOption(option);
}

test("a role is renamed, warned of, held and removed with keys, and one press brings it back", () =>
  register("people", async (page) => {
    const roleNamed = async (name: string) => (await draft(page)).roles.find((role) => role.name === name);
    const field = page.getByRole("textbox", { name: "Name of the role Network Engineer" });
    await field.fill("IT team");
    await page.getByText("does not say who").nth(0).waitFor();
    await field.press("Escape");
    expect(await roleNamed("IT team")).toBeUndefined();
    await field.fill("Network Lead");
    await field.press("Enter");
    expect(await roleNamed("Network Lead")).toMatchObject({ id: "network-engineer" });
    const team = page.getByRole("textbox", { name: "Name of the role Security team" });
    await team.fill("Cyber security team");
    await page.getByRole("button", { name: "Call it Security Lead" }).click();
    await page.getByRole("textbox", { name: "Name of the role Backup Engineer" }).focus();
    expect((await draft(page)).roles.filter(({ name }) => name === "Security Lead").length).toBe(2);
    await choose(page, "Who holds Backup Engineer", "Piotr Wrona");
    expect((await roleNamed("Backup Engineer"))?.holders).toEqual(["julie-tamm", "piotr-wrona"]);
    // Holding two posts now, he is marked wherever he stands.
    await expect.poll(() => page.getByTitle("Piotr Wrona holds 2 roles: Systems Engineer, Backup Engineer").count()).toBe(2);
    const before = await draft(page);
    await page.getByRole("button", { name: "Remove Network Lead" }).focus();
    await page.keyboard.press("Enter");
    await page.getByText("7 activities").waitFor();
    await page.getByRole("button", { name: "Remove", exact: true }).press("Enter");
    expect(JSON.stringify(await draft(page))).not.toContain('"network-engineer"');
    await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe("H1");
    await page.getByRole("button", { name: "Undo" }).press("Enter");
    expect(await draft(page)).toEqual(before);
  }));

test("a person who is their own backup is told so, and a contact is added", () =>
  register("people", async (page) => {
    await page.getByText("Owner and own backup, as Internal IT Manager and Infrastructure Manager").waitFor();
    await page.getByRole("button", { name: "Add a contact of Petra Simms" }).click();
    await page.getByRole("textbox", { name: "Number or address" }).fill("+44 20 7946 0999");
    await page.keyboard.press("Enter");
    expect((await draft(page)).directory?.contacts?.at(-1)).toMatchObject({ person: "petra-simms", kind: "voice", value: "+44 20 7946 0999" });
    expect((await draft(page)).directory?.absences).toEqual(company.directory?.absences);
  }));

test("who may only look finds a sentence and nothing to press", () =>
  register("people&reading", async (page) => {
    await page.getByText("You may read this and not change it").waitFor();
    expect(await page.getByRole("main").getByRole("textbox").count()).toBe(0);
    expect(await page.getByRole("main").getByRole("button", { name: /Remove|Add/ }).count()).toBe(0);
  }, { width: 390, dark: true }));

test("a scope item gets its owner, leaves monitoring in sight of everybody, and a new one is named as uncovered", () =>
  register("scope", async (page) => {
    const unwatched = page.getByRole("region", { name: /Not monitored/ });
    await unwatched.getByText("Packing line controllers").waitFor();
    await page.getByText("Cold store handhelds has no owner").waitFor();
    await choose(page, "Owner of Cold store handhelds", "Internal IT Manager");
    await expect.poll(() => page.getByText("Cold store handhelds has no owner").count()).toBe(0);
    await page.getByRole("button", { name: "More about Label printing server" }).click();
    await page.getByRole("checkbox", { name: "left out of monitoring on purpose" }).check();
    await unwatched.getByText("Label printing server").waitFor();
    await page.getByRole("button", { name: "VPN gateway is business-critical" }).click();
    expect((await draft(page)).scope?.find(({ id }) => id === "vpn")?.businessCritical).toBe(true);
    await page.getByRole("textbox", { name: "Add to the scope" }).fill("Door controller");
    await page.keyboard.press("Enter");
    await page.getByText(/no activity covers Door controller/i).waitFor();
  }));

test("an empty scope teaches", () => register("scope&empty", (page) => page.getByRole("heading", { name: "Nothing is in scope yet" }).waitFor(), { width: 390 }));

test("findings are narrowed by what a bar counts, sent by address, accepted and taken back", () =>
  register("findings", async (page) => {
    await page.getByRole("button", { name: /^Servers and patching.*1 error, 2 warnings/ }).click();
    expect(new URL(page.url()).hash).toBe("#area=Servers+and+patching");
    await page.getByRole("status").getByText(/^3 of 14 shown/).waitFor();
    await page.getByRole("button", { name: "Clear filters" }).click();
    await page.getByRole("button", { name: /^Go there: nobody is accountable for Renew TLS/i }).click();
    expect(await told(page)).toMatchObject([{ rule: "no-accountable" }]);
    await page.getByRole("button", { name: /^Accept on purpose: nobody is accountable for Renew TLS/i }).click();
    await page.getByRole("combobox", { name: "Who answers for that" }).fill("Martin Keel");
    await page.getByRole("textbox", { name: "Why it is acceptable" }).fill("decided in spring");
    await page.getByRole("button", { name: "Accept", exact: true }).click();
    await page.getByText(/Martin Keel, until .*: decided in spring/).waitFor();
    await page.getByRole("button", { name: /^Take it back: nobody is accountable/i }).click();
    await page.getByRole("button", { name: /^Accept on purpose: nobody is accountable for Renew TLS/i }).waitFor();
    expect(await draft(page)).toEqual(company);
    await page.getByText("Brightwell IT: performs in 41 rows (72 %), answers for 3 (6 %)").waitFor();
  }));

test("the whole matrix comes on paper on its side, its head on every sheet", () =>
  register("print", async (page) => {
    expect(await page.getByRole("rowheader").count()).toBeGreaterThanOrEqual(company.activities.length);
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
    const boxes = [...pdf.matchAll(/\/MediaBox\s*\[\s*0\s+0\s+([\d.]+)\s+([\d.]+)/g)].map(([, width, height]) => Math.round(Number(width)) - Math.round(Number(height)));
    expect(boxes.length).toBeGreaterThan(1);
    expect(boxes.every((more) => more > 0)).toBe(true);
    await page.emulateMedia({ media: "print" });
    // A head higher than a quarter of the sheet would not be repeated.
    const head = await page.locator("thead").evaluate((element) => element.getBoundingClientRect().height);
    expect(head).toBeLessThan(0.25 * 190 * (96 / 25.4));
    await page.emulateMedia({ media: "screen" });
  }));

test("a template is chosen with two names, or a matrix is built in five steps", () =>
  register("templates", async (page) => {
    await page.getByRole("radio", { name: /Co-managed/ }).check();
    await page.getByRole("textbox", { name: "Your company" }).fill("Alder Foods");
    await page.getByRole("button", { name: "Start with Co-managed" }).click();
    expect(await told(page)).toEqual([["co-managed", "Alder Foods", ""]]);
    await page.getByRole("button", { name: "Begin" }).click();
    await page.getByRole("checkbox", { name: "A managed security service" }).check();
    await page.getByRole("button", { name: "Next" }).click();
    await page.getByRole("textbox", { name: "Organisation" }).first().fill("Alder Foods");
    await page.getByRole("button", { name: "Next" }).click();
    await page.getByRole("checkbox", { name: "VPN gateway" }).check();
    await page.getByRole("button", { name: "Next" }).click();
    await page.getByRole("checkbox", { name: "Backup and recovery" }).check();
    await page.getByRole("button", { name: "Next" }).click();
    await page.getByRole("combobox", { name: "Who stands in for Backup and recovery" }).selectOption("Service Provider Engineer");
    await page.getByRole("textbox", { name: "Who is Backup Operator" }).fill("Julie Tamm");
    await page.getByRole("button", { name: "Build the matrix" }).click();
    const document = (await told(page))[1] as MatrixDocument;
    expect(Shape.safeParse(document).success).toBe(true);
    expect(document).toMatchObject({ covers: ["mssp"], parties: [{ name: "Alder Foods" }, { name: "Your provider" }], people: [{ name: "Julie Tamm" }], scope: [{ name: "VPN gateway" }] });
    expect(document.areas?.find(({ name }) => name === "Backup and recovery")).toMatchObject({ primary: "backup-operator", secondary: "service-provider-engineer" });
  }));
