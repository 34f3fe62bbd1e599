import { chromium, type Browser, type Page } from "@playwright/test";
import { afterAll, beforeAll, expect, test } from "vitest";
import { asOwner, dropData, freePort, newData, serve, type Served } from "./serving.ts";
import { browserPath, serious } from "./visitor.ts";

const data = newData();
let server: Served;
let browser: Browser;
let ana: Page;
let workspace: string;
/** Takes its time where the machine has little. */
const SLOW = { timeout: 120_000 } as const;
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, reducedMotion: "reduce" } as const;

beforeAll(async () => {
  server = await serve(data, await freePort());
  browser = await chromium.launch({ executablePath: browserPath(), args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"] });
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, reducedMotion: "reduce" });
  context.setDefaultTimeout(25_000);
  ana = await context.newPage();
  await ana.goto(`${server.url}/enter#${server.link}`);
  await ana.getByRole("button", { name: "Sign in" }).click();
  await ana.waitForURL(/\/matrix$/);
  workspace = ana.url().replace("/matrix", "");
  const edited = await ana.request.post(`${workspace.replace("/w/", "/api/workspaces/")}/edits`, { data: { id: crypto.randomUUID(), base: 0, what: "numbers", edits: [{ do: "add", kind: "contact", item: { id: "martin-sms", person: "martin-keel", kind: "sms", value: "+44 7700 900 123", verifiedAt: "2024-03-03T10:00Z" } }] } });
  expect(edited.ok()).toBe(true);
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
  dropData(data);
});

test("a person says on a telephone which numbers are still correct, and an editor takes the new one over", SLOW, async () => {
  await ana.goto(`${workspace}/people`);
  const martin = ana.locator("li[data-person=martin-keel]");
  await martin.getByText("3 Mar 2024: too old").waitFor();
  await ana.getByRole("button", { name: "Ask them: still correct?" }).click();
  const link = await ana.getByRole("textbox", { name: "Link for Martin Keel" }).inputValue();
  expect(await serious(ana)).toEqual([]);
  await ana.getByRole("button", { name: "Done" }).click();

  const context = await browser.newContext(PHONE);
  context.setDefaultTimeout(25_000);
  const page = await context.newPage();
  await page.goto(link);
  await page.getByRole("heading", { name: "Are these still correct?" }).waitFor();
  expect(await serious(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  await page.getByRole("button", { name: "Send" }).click();
  await page.getByText("Say of at least one whether it is still correct.").waitFor();
  await page.getByRole("group", { name: /0103/ }).getByText("Yes, still correct").click();
  await page.getByRole("group", { name: /900 123/ }).getByText("No, another one").click();
  await page.getByRole("textbox", { name: "The new one" }).fill("+44 7700 900 555");
  await page.getByRole("button", { name: "Send" }).click();
  await page.getByRole("heading", { name: "Thank you" }).waitFor();
  await page.getByText("waits for an editor").waitFor();
  await page.goto("about:blank");
  await page.goto(link);
  await page.getByRole("heading", { name: "This link no longer works" }).waitFor();
  await context.close();

  await ana.reload();
  await ana.getByText("Martin Keel says: Text message is +44 7700 900 555 now").waitFor();
  expect(await serious(ana)).toEqual([]);
  await ana.getByRole("button", { name: "Take it over: +44 7700 900 555 of Martin Keel" }).click();
  await martin.getByText("+44 7700 900 555").waitFor();
  await ana.getByText("All numbers of Alder Foods are verified.").waitFor();
});

test("a number is tried by hand, and what came of it is kept", SLOW, async () => {
  const nadia = ana.locator("li[data-person=nadia-osei]");
  await nadia.getByRole("button", { name: "Try +44 20 7946 0101" }).click();
  const dialog = ana.getByRole("dialog");
  await dialog.getByText("Remit does not call or write there by itself").waitFor();
  expect(await serious(ana)).toEqual([]);
  await dialog.getByRole("button", { name: "I reached Nadia Osei" }).click();
  await dialog.waitFor({ state: "hidden" });
  await nadia.getByText(new Date().toLocaleDateString("en-GB", { day: "numeric", month: "short", year: "numeric" })).waitFor();
  await nadia.getByRole("button", { name: "Try +44 20 7946 0101" }).click();
  await dialog.getByText(/Last tried .*: reached/).waitFor();
  await ana.keyboard.press("Escape");
});

test("a telephone says in three taps that one is away, and takes it back in one", SLOW, async () => {
  const api = workspace.replace("/w/", "/api/workspaces/");
  const { account } = (await (await ana.request.get(`${server.url}/api/session`)).json()) as { account: string };
  const context = await browser.newContext({ ...PHONE, storageState: await ana.context().storageState() });
  context.setDefaultTimeout(25_000);
  const page = await context.newPage();
  await page.goto(`${workspace}/duty`);
  await page.getByRole("heading", { name: "Nobody says yet who of the matrix you are" }).waitFor();
  expect((await ana.request.patch(`${api}/members/${account}`, { data: { role: "owner", party: null, person: "agata-nowak" } })).ok()).toBe(true);
  await page.reload();
  await page.getByText("You are Agata Nowak here.").waitFor();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  expect(await serious(page)).toEqual([]);
  await page.getByRole("button", { name: "Away tomorrow" }).tap();
  expect(await page.getByRole("combobox", { name: "Stands in for you" }).locator("option:checked").textContent()).toBe("Filip Kowal");
  expect(await serious(page)).toEqual([]);
  await page.getByRole("button", { name: "Yes, I am away" }).tap();
  await page.getByText("Stands in for you: Filip Kowal").waitFor();
  const absences = async () => ((await (await ana.request.get(`${api}/matrix`)).json()) as { document: { directory: { absences?: { person: string; substitute?: string }[] } } }).document.directory.absences?.filter(({ person }) => person === "agata-nowak");
  await expect.poll(absences, { timeout: 20_000 }).toMatchObject([{ substitute: "filip-kowal" }]);
  await page.getByRole("button", { name: "Undo" }).last().tap();
  await page.getByText("No absence of yours is known.").waitFor();
  await expect.poll(absences, { timeout: 20_000 }).toEqual([]);
  await page.getByRole("button", { name: /^Swap the turn/ }).first().tap();
  await page.getByText(/Without an account here.*Marta/).waitFor();
  await page.keyboard.press("Escape");
  await asOwner(data, "with marta as (insert into auth.account (name) values ('Marta') returning id) insert into remit.member (workspace_id, account_id, role, person) select $1, id, 'operator', 'marta-zajac' from marta", [workspace.split("/w/")[1]]);
  await page.reload();
  await page.getByRole("button", { name: /^Swap the turn/ }).first().tap();
  await page.getByRole("button", { name: /^Ask Marta/ }).tap();
  await page.getByText(/Marta .* is asked to take it/).waitFor();
  await page.getByRole("button", { name: /^Take back what/ }).tap();
  await page.getByText(/is asked to take it/).waitFor({ state: "detached" });
  await context.close();
});

test("whoever only reads the matrix says on a telephone too that they are away", SLOW, async () => {
  const { account } = (await (await ana.request.get(`${server.url}/api/session`)).json()) as { account: string };
  const become = (role: string) => asOwner(data, "update remit.member set role = $2, person = 'agata-nowak' where account_id = $1", [account, role]);
  await become("operator");
  try {
    const context = await browser.newContext({ ...PHONE, storageState: await ana.context().storageState() });
    context.setDefaultTimeout(25_000);
    const page = await context.newPage();
    await page.goto(`${workspace}/duty`);
    await page.getByText("You are Agata Nowak here.").waitFor();
    await page.getByRole("button", { name: "Away tomorrow" }).tap();
    await page.getByRole("button", { name: "Yes, I am away" }).tap();
    await page.getByText("Stands in for you: Filip Kowal").waitFor();
    await page.getByRole("status").getByText("You are away").waitFor();
    expect(await serious(page)).toEqual([]);
    await page.getByRole("button", { name: /^I am back: take back/ }).tap();
    await page.getByText("No absence of yours is known.").waitFor();
    await context.close();
  } finally {
    await become("owner");
  }
});

test("an absence that leaves a decision to nobody says so, and leads to where it shows", SLOW, async () => {
  const { account } = (await (await ana.request.get(`${server.url}/api/session`)).json()) as { account: string };
  await asOwner(data, "update remit.member set person = 'tom-hale' where account_id = $1", [account]);
  await ana.goto(`${workspace}/duty`);
  await ana.getByText("You are Tom Hale here.").waitFor();
  await ana.getByRole("button", { name: "Away tomorrow" }).click();
  await ana.getByRole("button", { name: "Yes, I am away" }).click();
  await ana.getByText(/With this, .*nobody who may authorise an emergency change can be reached in time/).waitFor();
  expect(await serious(ana)).toEqual([]);
  await ana.getByRole("link", { name: "See when, and what would close it" }).click();
  await ana.getByRole("heading", { name: "Coverage" }).waitFor();
  await ana.goto(`${workspace}/duty`);
  await ana.getByRole("button", { name: /^I am back: take back/ }).click();
  await ana.getByText("No absence of yours is known.").waitFor();
});

test("a duty calendar is shown as a rotation before it is taken, and taken back like any edit", SLOW, async () => {
  const turns = ["Agata Nowak", "Filip Kowal", "Agata Nowak", "Marta Zajac", "Agata Nowak", "Filip Kowal", "A stranger"].map((person, n) => {
    const day = (days: number): string => new Date(Date.UTC(2026, 11, 7 + days)).toISOString().slice(0, 10).replaceAll("-", "");
    return `BEGIN:VEVENT\r\nUID:${n}\r\nSUMMARY:${person}\r\nDTSTART;TZID=Europe/Warsaw:${day(n * 7)}T080000\r\nDTEND;TZID=Europe/Warsaw:${day(n * 7 + 7)}T080000\r\nEND:VEVENT`;
  });
  const file = (text: string) => ({ name: "duty.ics", mimeType: "text/calendar", buffer: Buffer.from(text) });
  await ana.goto(`${workspace}/people`);
  const chooser = ana.getByLabel("Calendar file for SOC Analyst");
  await chooser.setInputFiles(file("a,b\n1,2\n"));
  const dialog = ana.getByRole("dialog");
  await dialog.getByText("this is no iCalendar file").waitFor();
  await dialog.getByRole("button", { name: "Close" }).last().click();
  await chooser.setInputFiles(file(["BEGIN:VCALENDAR", "VERSION:2.0", "X-WR-CALNAME:SOC nights", ...turns, "END:VCALENDAR", ""].join("\r\n")));
  await dialog.getByText("Agata Nowak → Filip Kowal").waitFor();
  await dialog.getByText("5 of 6 turns of the calendar are as this pattern says; one swap makes up the rest.").waitFor();
  await dialog.getByText(/A stranger.*names nobody of the matrix/).waitFor();
  expect(await serious(ana)).toEqual([]);
  const rotations = async () => ((await (await ana.request.get(`${workspace.replace("/w/", "/api/workspaces/")}/matrix`)).json()) as { document: { rotations: { name: string }[] } }).document.rotations.map(({ name }) => name);
  const before = await rotations();
  expect(before).not.toContain("SOC nights");
  await dialog.getByRole("button", { name: "Put it into the matrix" }).click();
  await expect.poll(rotations, { timeout: 20_000 }).toEqual([...before, "SOC nights"]);
  await ana.getByText("SOC nights is in the matrix").waitFor();
  await ana.getByRole("button", { name: "Undo" }).last().click();
  await expect.poll(rotations, { timeout: 20_000 }).toEqual(before);
});
