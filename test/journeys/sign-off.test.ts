import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { chromium, type Browser, type Page } from "@playwright/test";
import { SMTPServer } from "smtp-server";
import { afterAll, beforeAll, expect, test } from "vitest";
import { shell } from "./command.ts";
import { asOwner, dropData, freePort, newData, serve, type Served } from "./serving.ts";
import { browserPath, serious } from "./visitor.ts";

const PASSWORD = "four plain words here";
/** A long text is looked at by a slow checker. In milliseconds. */
const SLOW = 90_000;
const data = newData();
const { folder, remit } = shell();
const letters: string[] = [];
const post = new SMTPServer({ authOptional: true, disabledCommands: ["STARTTLS"], onData: (stream, _session, done) => {
  let text = "";
  stream.setEncoding("utf8").on("data", (words: string) => (text += words));
  stream.on("end", () => {
    letters.push(text.replaceAll("=\r\n", "").replaceAll("=3D", "="));
    done();
  });
} });
let server: Served;
let browser: Browser;
let ana: Page;
let pia: Page;
let ed: Page;
let at: string;

const visitor = async (how: Parameters<Browser["newContext"]>[0] = {}): Promise<Page> => {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, reducedMotion: "reduce", ...how });
  context.setDefaultTimeout(20_000);
  return context.newPage();
};
/** The one line that says what is in force. */
const now = (page: Page) => page.getByRole("region", { name: "In force now" });
const go = (page: Page, part: string) => page.goto(`${server.url}${at}/${part}`);
/** Asks the API as whoever is signed in on a page. */
const asks = <T>(page: Page, method: string, path: string, body?: unknown): Promise<T> =>
  page.evaluate(async ([method, path, body]) => {
    const answer = await fetch(`/api${path}`, { method: method as string, headers: { "content-type": "application/json" }, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
    if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`);
    return answer.status === 204 ? undefined : answer.json();
  }, [method, path, body] as const) as Promise<T>;
async function letter(fits: (text: string) => boolean): Promise<string> {
  for (const end = Date.now() + 10_000; Date.now() < end; await new Promise((settle) => setTimeout(settle, 50))) {
    const found = letters.findIndex(fits);
    if (found >= 0) return letters.splice(found, 1)[0] ?? "";
  }
  throw new Error(`no such letter among ${letters.length}`);
}
/** Asks somebody in, and has them come. */
async function invited(by: Page, email: string, name: string, role: string, party: string | null): Promise<Page> {
  await asks(by, "POST", `${at.replace("/w/", "/workspaces/")}/invitations`, { email, role, party });
  const link = /http:\S+invitation=[\w-]+/.exec(await letter((text) => text.includes(`To: ${email}`)))?.[0] ?? "";
  const page = await visitor();
  await page.goto(link);
  await page.getByLabel("Your name").fill(name);
  await page.getByLabel("Password").fill(PASSWORD);
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/matrix$/);
  return page;
}
/** Says which person of the matrix a member is. */
async function isPerson(owner: Page, member: Page, party: string, person: string, role = "owner"): Promise<void> {
  const { account } = await asks<{ account: string }>(member, "GET", "/session");
  await asks(owner, "PATCH", `${at.replace("/w/", "/workspaces/")}/members/${account}`, { role, party, person });
}
let people: readonly { readonly id: string; readonly name: string; readonly party: string }[];
let parties: readonly { readonly id: string; readonly name: string; readonly kind: string }[];
const nameOf = (person: string): string => people.find(({ id }) => id === person)?.name ?? "";

beforeAll(async () => {
  if (!existsSync("dist/web/index.html")) throw new Error("build the page first: `npm run build`");
  const mail = await freePort();
  await new Promise<void>((settle) => post.listen(mail, "127.0.0.1", () => settle()));
  server = await serve(data, await freePort(), { SMTP_URL: `smtp://127.0.0.1:${mail}` });
  browser = await chromium.launch({ executablePath: browserPath(), args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"] });
  ana = await visitor();
  await ana.goto(`${server.url}/enter#${server.link}`);
  await ana.getByLabel("Your name").fill("Ana Alder");
  await ana.getByRole("button", { name: "Sign in" }).click();
  await ana.waitForURL(/\/matrix$/);
  at = new URL(ana.url()).pathname.replace("/matrix", "");
  const { document } = await asks<{ document: { people: typeof people; parties: typeof parties } }>(ana, "GET", `${at.replace("/w/", "/workspaces/")}/matrix`);
  [people, parties] = [document.people, document.parties];
  await asks(ana, "PATCH", "/account", { email: "ana@client.example" });
  await asks(ana, "PUT", "/account/password", { password: PASSWORD });
  const [client, provider] = ["client", "provider"].map((kind) => parties.find((one) => one.kind === kind)?.id ?? "") as [string, string];
  await isPerson(ana, ana, client, people.find(({ party }) => party === client)?.id ?? "");
  pia = await invited(ana, "pia@provider.example", "Pia Provider", "owner", provider);
  await isPerson(pia, pia, provider, people.find(({ party }) => party === provider)?.id ?? "");
  ed = await invited(ana, "ed@client.example", "Ed Editor", "editor", client);
  await asOwner(server.data, "update auth.account set email_verified = true");
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
  await new Promise<void>((settle) => post.close(() => settle()));
  dropData(data);
});

const first = (kind: string): string => people.find(({ party }) => party === parties.find((one) => one.kind === kind)?.id)?.id ?? "";

test("each party names who signs for it, and the draft says everywhere that it is not signed", async () => {
  for (const [page, kind] of [[ana, "client"], [pia, "provider"]] as const) {
    const party = parties.find((one) => one.kind === kind);
    await go(page, "versions");
    await now(page).getByText("Nothing is signed yet: this matrix is a draft.").waitFor();
    expect(await serious(page)).toEqual([]);
    await page.getByRole("combobox", { name: `Add somebody who signs for ${party?.name}` }).selectOption(first(kind));
    await page.getByRole("button", { name: `Remove ${nameOf(first(kind))} from those who sign` }).waitFor();
  }
  await go(ana, "people");
  await ana.getByRole("banner").getByRole("link", { name: /Nothing is signed yet: this matrix is a draft/ }).waitFor();
}, SLOW);

test("the client offers the draft; a third goes on editing, and what waits for signatures stays as it was", async () => {
  await go(ana, "versions");
  await ana.getByRole("button", { name: "Offer the draft for signing" }).click();
  await ana.getByRole("dialog", { name: "Offer the draft as the next version" }).waitFor();
  expect(await serious(ana)).toEqual([]);
  // The example has gaps, and what is open keeps it back until the owner says that it does not.
  await ana.getByRole("button", { name: "Offer it" }).click();
  await ana.getByRole("dialog").getByText(/this workspace offers no draft with 3 errors of the linter; 1 case in which the proof finds nobody/).waitFor();
  await ana.getByRole("dialog").getByRole("button", { name: "Cancel" }).click();
  const blocks = ana.getByRole("group", { name: "What keeps a draft from being offered" });
  for (const cause of ["Errors of the linter", "Cases the proof finds nobody for"]) {
    const kept = ana.waitForResponse((answer) => answer.url().endsWith("/sign-policy"));
    await blocks.getByRole("combobox", { name: cause }).selectOption("is told in Readiness");
    await kept;
  }
  await ana.getByRole("button", { name: "Offer the draft for signing" }).click();
  await ana.getByRole("button", { name: "Offer it" }).click();
  await ana.getByRole("heading", { level: 1, name: /^Version 1/ }).waitFor();
  const { revision, document } = await asks<{ revision: number; document: { activities: { id: string; title: string }[] } }>(ed, "GET", `${at.replace("/w/", "/workspaces/")}/matrix`);
  await asks(ed, "POST", `${at.replace("/w/", "/workspaces/")}/edits`, { id: crypto.randomUUID(), base: revision, what: "rename", edits: [{ do: "set", at: { kind: "activity", id: document.activities[0]?.id }, field: "title", value: "Edited while others sign" }] });
  await ana.reload();
  await ana.getByText(document.activities[0]?.title ?? "", { exact: true }).first().waitFor();
  expect(await ana.getByText("Edited while others sign").count()).toBe(0);
}, SLOW);

test("both sign in their own browsers, with their passwords, and it is in force", async () => {
  await ana.getByRole("heading", { name: /^Sign as/ }).waitFor();
  expect(await serious(ana)).toEqual([]);
  await ana.getByLabel("Your password, once more").fill("not the four words");
  await ana.getByRole("button", { name: "Sign", exact: true }).click();
  await ana.getByRole("alert").filter({ hasText: "give your password" }).waitFor();
  await ana.getByLabel("Your password, once more").fill(PASSWORD);
  await ana.getByRole("button", { name: "Sign", exact: true }).click();
  await ana.getByText(/^signed /).first().waitFor();
  expect(await letter((text) => text.includes("To: pia@provider.example") && text.includes("waits for your signature"))).toContain(`${at}/versions/1`);
  await go(pia, "versions");
  await now(pia).getByText("Version 1 waits for signatures: 1 of 2 have signed.").waitFor();
  await pia.getByRole("main").getByRole("link", { name: "Version 1" }).click();
  await pia.getByLabel("Your password, once more").fill(PASSWORD);
  await pia.getByRole("button", { name: "Sign", exact: true }).click();
  await pia.getByRole("heading", { level: 1, name: /in force/ }).waitFor();
  // The other's open page hears of it.
  await ana.getByRole("heading", { level: 1, name: /in force/ }).waitFor();
  await go(ana, "versions");
  await now(ana).getByText(/^Version 1 is in force since .* The draft is not signed: 1 row differs\.$/).waitFor();
  expect(await serious(ana)).toEqual([]);
}, SLOW);

test("the digest is mailed to everybody who signed, and the file proves itself in an empty folder", async () => {
  const { digest } = await asks<{ digest: string }>(ana, "GET", `${at.replace("/w/", "/workspaces/")}/versions/1`);
  for (const to of ["ana@client.example", "pia@provider.example"]) expect(await letter((text) => text.includes(`To: ${to}`) && text.includes("signed by everybody"))).toContain(digest);
  await ana.getByRole("main").getByRole("link", { name: "Version 1" }).first().click();
  const [download] = await Promise.all([ana.waitForEvent("download"), ana.getByRole("button", { name: "Signed version as a file" }).click()]);
  const file = join(folder, "version-1.json");
  await download.saveAs(file);
  const { key, fingerprint } = await asks<{ key: string; fingerprint: string }>(ana, "GET", `${at.replace("/w/", "/workspaces/")}/versions`);
  expect(remit("verify", "version-1.json")).toMatchObject({ code: 0, out: expect.stringContaining(`consistent: version 1, digest ${digest}`) });
  for (const known of [key, fingerprint]) expect(remit("verify", "version-1.json", "--key", known)).toMatchObject({ code: 0, out: expect.stringContaining("origin proven") });
  const text = readFileSync(file, "utf8");
  writeFileSync(join(folder, "forged.json"), text.replace("Ana Alder", "Ana Elder"));
  expect(remit("verify", "forged.json")).toMatchObject({ code: 1, out: expect.stringContaining("the seal is not the key's") });
  writeFileSync(join(folder, "changed.json"), text.replace("Create user accounts", "Create all accounts"));
  expect(remit("verify", "changed.json", "--format", "json")).toMatchObject({ code: 1, out: expect.stringContaining("text changed") });
}, SLOW);

test("the next one shows what changed since one signed; it is refused with a reason for a row", async () => {
  await go(pia, "versions");
  await pia.getByRole("button", { name: "Offer the draft for signing" }).click();
  await pia.getByRole("button", { name: "Offer it" }).click();
  await pia.getByRole("heading", { level: 1, name: /^Version 2/ }).waitFor();
  await go(ana, "versions/2");
  await ana.getByRole("heading", { name: "What changed since you signed version 1" }).waitFor();
  const since = ana.getByRole("main").locator("section", { has: ana.getByRole("heading", { name: "What changed since you signed version 1" }) });
  await since.getByRole("listitem").filter({ hasText: "Edited while others sign" }).first().waitFor();
  // And against the draft, in which nothing has changed since.
  await ana.getByRole("button", { name: /What this version is compared with/ }).click();
  await ana.getByRole("option", { name: "the draft", exact: true }).click();
  await ana.getByText("Nothing differs.").waitFor();
  await ana.getByRole("button", { name: "Refuse …" }).click();
  await ana.getByRole("dialog").getByLabel("Reason").fill("One title is not ours");
  await ana.getByRole("combobox", { name: "Say what is wrong with a row …" }).selectOption({ label: "Edited while others sign" });
  await ana.getByLabel("What is wrong with “Edited while others sign”").fill("nobody knows what it means");
  expect(await serious(ana)).toEqual([]);
  await ana.getByRole("button", { name: "Refuse it" }).click();
  await ana.getByText("Edited while others sign: nobody knows what it means").waitFor();
  await go(ana, "versions");
  await now(ana).getByText(/^Version 1 is in force/).waitFor();
}, SLOW);

test("who has no account signs by link and code on a telephone; opened by the other side, a link is worth nothing", async () => {
  const client = parties.find((one) => one.kind === "client");
  const clara = people.filter(({ party }) => party === client?.id)[1];
  await go(ana, "versions");
  await ana.getByRole("combobox", { name: `Add somebody who signs for ${client?.name}` }).selectOption(clara?.id ?? "");
  await ana.getByRole("button", { name: `No account? Enter where codes go for ${clara?.name}` }).click();
  await ana.getByLabel(`Where ${clara?.name} gets codes to sign with`).fill("clara@client.example");
  await ana.getByRole("button", { name: "Keep" }).click();
  await ana.getByRole("button", { name: "Codes go to clara@client.example" }).waitFor();
  await ana.getByRole("button", { name: "Offer the draft for signing" }).click();
  await ana.getByRole("button", { name: "Offer it" }).click();
  await ana.getByRole("heading", { level: 1, name: /^Version 3/ }).waitFor();
  const link = async (): Promise<string> => {
    await ana.getByRole("button", { name: "Make a link to sign" }).click();
    return (await ana.locator("code", { hasText: "#sign=" }).textContent()) ?? "";
  };
  const burnt = await link();
  await pia.goto(burnt);
  await pia.getByRole("alert").filter({ hasText: "somebody of another party opened it" }).waitFor();
  await ana.reload();
  const phone = await visitor({ viewport: { width: 390, height: 844 } });
  await phone.goto(await link());
  await phone.getByRole("heading", { name: "Sign version 3" }).waitFor();
  expect(await serious(phone)).toEqual([]);
  await phone.getByRole("button", { name: "Send me a code" }).click();
  const code = /^\d{6}\r?$/m.exec(await letter((text) => text.includes("To: clara@client.example") && text.includes("your code")))?.[0]?.trim() ?? "";
  await phone.getByLabel("Code from the letter").fill(code);
  await phone.getByRole("button", { name: "Sign", exact: true }).click();
  await phone.getByRole("heading", { name: "Signed" }).waitFor();
  await ana.getByText(/^signed /).first().waitFor();
  expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
}, SLOW);
