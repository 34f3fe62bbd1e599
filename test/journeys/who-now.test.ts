import { existsSync, readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { chromium, type Browser, type BrowserContext, type Page } from "@playwright/test";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { exampleCompany } from "../../src/app/workspace/example-company.ts";
import type { Edit } from "#core/model/edit.ts";
import { VERB_WORDS } from "#core/model/verb-words.ts";
import { horizonFrom } from "#core/prove/horizon.ts";
import { prove } from "#core/prove/prove.ts";
import { DAY, minuteOf } from "#core/time/minute.ts";
import type { Answer } from "#core/who/answer.ts";
import { who } from "#core/who/who.ts";
import { World } from "#core/who/world.ts";
import { dropData, freePort, newData, serve, type Served } from "./serving.ts";
import { browserPath, serious } from "./visitor.ts";

/** A Sunday night, three in the morning in Warsaw. */
const NIGHT = "2026-12-20T02:10Z";
const company = exampleCompany();
const data = newData();
let server: Served;
let browser: Browser;
let owner: BrowserContext;
let state: Awaited<ReturnType<BrowserContext["storageState"]>>;
let at: string;

const answerOf = (event: string, severity: string | undefined, missing: readonly string[] = []): Answer =>
  who(new World(company, minuteOf(NIGHT) - DAY, minuteOf(NIGHT) + 62 * DAY), { event, severity, at: minuteOf(NIGHT), missing });

beforeAll(async () => {
  if (!existsSync("dist/web/index.html")) throw new Error("build the page first: `npm run build`");
  server = await serve(data, await freePort());
  browser = await chromium.launch({ executablePath: browserPath(), args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"] });
  owner = await browser.newContext({ viewport: { width: 1440, height: 900 }, reducedMotion: "reduce", timezoneId: "Europe/London" });
  owner.setDefaultTimeout(10_000);
  const page = await owner.newPage();
  await page.goto(`${server.url}/enter#${server.link}`);
  await page.getByLabel("Your name").fill("Ana");
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL(/\/matrix$/);
  at = page.url().replace(/\/matrix$/, "");
  state = await owner.storageState();
  await page.close();
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
  dropData(data);
});

/** A page of the workspace, closed when the story is told; its console must have stayed quiet. */
async function open(part: string, story: (page: Page) => Promise<void>, context = owner): Promise<void> {
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
  page.on("pageerror", (error) => complaints.push(String(error)));
  try {
    await page.goto(`${at}/${part}`);
    await story(page);
    expect(complaints).toEqual([]);
  } finally {
    await page.close();
  }
}

/** An edit made by somebody else's hands: the open page hears of it. */
async function edited(page: Page, edits: readonly Edit[]): Promise<void> {
  const status = await page.evaluate(async ([path, edits]) => {
    const { revision } = (await (await fetch(`${path}/matrix`)).json()) as { revision: number };
    return (await fetch(`${path}/edits`, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify({ id: crypto.randomUUID(), page: crypto.randomUUID(), base: revision, what: "elsewhere", edits }) })).status;
  }, [`/api/workspaces/${at.split("/w/")[1]}`, edits] as const);
  expect(status).toBe(200);
}

const card = (page: Page) => page.getByRole("region", { name: "Whom to call" });
const called = (page: Page) => card(page).getByRole("heading", { level: 2 });

describe("who now", () => {
  test("what is happening is chosen, and the answer is the one of the core", () =>
    open(`who?at=${NIGHT}`, async (page) => {
      await page.getByRole("button", { name: /Ransomware/ }).click();
      await page.getByRole("radio", { name: /^S1 critical/ }).check();
      await page.waitForURL((url) => url.search.includes("event=ransomware") && url.search.includes("severity=s1"));
      const answer = answerOf("ransomware", "s1");
      await called(page).getByText(answer.contact?.name ?? "", { exact: true }).waitFor();
      const number = answer.contact?.methods[0]?.value ?? "";
      expect(await card(page).getByRole("link", { name: number }).first().getAttribute("href")).toBe(`tel:${number.replaceAll(" ", "")}`);
      expect(await card(page).getByRole("heading", { level: 3 }).textContent()).toBe(answer.backup?.name);
      const decides = page.getByRole("region", { name: "Who may decide" });
      for (const [verb, deciders] of Object.entries(answer.decide)) {
        const words = VERB_WORDS[verb as keyof typeof VERB_WORDS];
        const line = decides.getByRole("listitem").filter({ has: page.getByRole("heading", { name: words, exact: false }) });
        expect([verb, (await line.locator("p > b").allTextContents()).toSorted()]).toEqual([verb, deciders.map(({ name }) => name).toSorted()]);
      }
      expect(await decides.getByText("have it ratified or reversed within 24 h, by somebody else").count()).toBe(1);
      expect(await page.getByRole("region", { name: "Clocks" }).getByText("Sun 20 Dec, 06:10").count()).toBe(1);
      for (const { says } of answer.gaps.filter(({ verb }) => verb === undefined)) expect(await page.getByRole("region", { name: /gaps?$/ }).textContent()).toContain(says.split("`").at(-1));
      await page.getByText("Why these people?").click();
      expect(await page.locator("details li").count()).toBe(answer.because.length);
      expect(await serious(page)).toEqual([]);
    }));

  test("who does not answer is left out, the next one is called, and that can be taken back", () =>
    open(`who?event=ransomware&severity=s1&at=${NIGHT}`, async (page) => {
      const first = answerOf("ransomware", "s1").contact;
      const next = answerOf("ransomware", "s1", [first?.person ?? ""]).contact;
      await page.getByRole("button", { name: `${first?.name} does not answer or is away` }).click();
      await called(page).getByText(next?.name ?? "", { exact: true }).waitFor();
      await page.reload();
      await called(page).getByText(next?.name ?? "", { exact: true }).waitFor();
      await page.getByRole("button", { name: `Bring ${first?.name} back` }).click();
      await called(page).getByText(first?.name ?? "", { exact: true }).waitFor();
    }));

  test("an edit made elsewhere changes the answer while one looks at it", () =>
    open(`who?event=vpn-down&severity=s3&at=${NIGHT}`, async (page) => {
      const name = answerOf("vpn-down", "s3").contact?.name ?? "";
      await called(page).getByText(name, { exact: true }).waitFor();
      const contact = company.directory?.contacts?.find(({ id }) => id === "tom-mobile");
      await edited(page, [{ do: "remove", kind: "contact", id: "tom-mobile" }]);
      await called(page).getByText("Nobody can be called").waitFor();
      await edited(page, [{ do: "add", kind: "contact", item: contact ?? { id: "" } } as Edit]);
      await called(page).getByText(name, { exact: true }).waitFor();
    }));

  test("a time the clocks skip or show twice is refused, and both readings are offered", () =>
    open("who?event=ransomware", async (page) => {
      await called(page).waitFor();
      await page.getByRole("button", { name: "Another time" }).click();
      const field = page.getByLabel("Date and time in London");
      await field.fill("2027-03-28T01:30");
      await page.getByText("01:30 does not exist in London on that day").waitFor();
      expect(await serious(page)).toEqual([]);
      await page.getByRole("button", { name: "02:30 (UTC+1)" }).click();
      await page.waitForURL(/at=2027-03-28T01%3A30Z|at=2027-03-28T01:30Z/);
      await field.fill("2027-10-31T01:30");
      await page.getByText("01:30 exists twice in London on that day").waitFor();
      await page.getByRole("button", { name: "01:30 (UTC)" }).click();
      await page.waitForURL(/at=2027-10-31T01(%3A|:)30Z/);
      // The other party's wall stands beside the reader's.
      await page.getByRole("region", { name: "When?" }).getByText("Sun 31 Oct 2027, 01:30 London · 02:30 Stockholm").waitFor();
      await page.getByRole("button", { name: "Now", exact: true }).click();
      await page.waitForURL((url) => !url.search.includes("at="));
    }));

  test("on a telephone the number is the first thing, large enough for a thumb", async () => {
    const phone = await browser.newContext({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, colorScheme: "dark", reducedMotion: "reduce", timezoneId: "Europe/Warsaw", storageState: state });
    phone.setDefaultTimeout(10_000);
    await open(`who?event=ransomware&severity=s1&at=${NIGHT}`, async (page) => {
      const call = card(page).getByRole("link").first();
      await call.waitFor();
      const box = await call.boundingBox();
      expect(box?.height).toBeGreaterThanOrEqual(56);
      expect((box?.y ?? 844) + (box?.height ?? 0)).toBeLessThan(844);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
      // The question is folded away, and one press brings it back.
      expect(await page.getByRole("radio", { name: /S2 high/ }).isVisible()).toBe(false);
      await page.getByRole("button", { name: /Ransomware/ }).first().click();
      await page.getByRole("radio", { name: /S2 high/ }).check();
      await page.waitForURL(/severity=s2/);
      expect(await serious(page)).toEqual([]);
    }, phone);
    await phone.close();
  });
});

describe("coverage", () => {
  const holes = (page: Page) => page.getByRole("region", { name: /counterexamples?$/i }).first().getByRole("heading", { level: 2 });
  const counted = async (page: Page): Promise<number> => Number(/\d+/.exec((await holes(page).textContent()) ?? "")?.[0] ?? 0);

  test("the verdict is the one of the core, and the way there shows how many holes there are", () =>
    open("coverage", async (page) => {
      await holes(page).waitFor();
      const { counterexamples } = prove(company, horizonFrom(Math.ceil(Date.now() / 3_600_000) * 60, 1));
      expect(await counted(page)).toBe(counterexamples.length);
      const open = counterexamples.filter(({ property }) => property !== "P7" && property !== "P8").length;
      await page.getByRole("link", { name: `${open} things fail with everybody there` }).waitFor();
    }));

  test("an hour is chosen with the keyboard, tells its story, and the change that closes it is made and taken back", () =>
    open("coverage?what=incident.declare", async (page) => {
      const map = page.getByRole("grid", { name: /^Hours of the week/ });
      const monday = map.getByRole("gridcell", { name: "Mon 00:00: 1, fails when one certain person is missing" });
      await monday.focus();
      await page.keyboard.press("ArrowDown");
      await page.keyboard.press("ArrowRight");
      await page.keyboard.press("Enter");
      await page.waitForURL(/hour=25/);
      const story = page.getByRole("region", { name: /01:00/ });
      expect(await story.textContent()).toContain("Nobody who may declare the incident can be reached in time");
      await story.getByText("Nadia Osei").first().waitFor();
      expect(await serious(page)).toEqual([]);
      const before = await counted(page);
      await story.getByRole("button", { name: /^Make this change/ }).click();
      await map.getByRole("gridcell", { name: "Tue 01:00: 2+, holds with any one missing" }).waitFor();
      await expect.poll(() => counted(page)).toBe(before - 1);
      await page.getByRole("button", { name: "Undo" }).last().click();
      await map.getByRole("gridcell", { name: "Tue 01:00: 1, fails when one certain person is missing" }).waitFor();
      await expect.poll(() => counted(page)).toBe(before);
    }));

  test("a number given elsewhere closes its holes while one looks", () =>
    open("coverage?absent=0", async (page) => {
      await page.getByRole("link", { name: "6 things fail with everybody there" }).waitFor();
      await page.getByRole("link", { name: "Give a number" }).first().click();
      await expect.poll(() => page.evaluate(() => document.activeElement?.closest("li")?.id)).toBe("person-daniel-voss");
      await page.goBack();
      await holes(page).waitFor();
      await edited(page, [{ do: "add", kind: "contact", item: { id: "daniel-mobile", person: "daniel-voss", kind: "voice", value: "+44 20 7946 0109", verifiedAt: new Date().toISOString().replace(/:\d\d\.\d+Z/, "Z"), outOfBandGroup: "mobile" } }]);
      await page.getByRole("link", { name: "1 thing fails with everybody there" }).waitFor();
      await holes(page).getByText("One counterexample").waitFor();
      await edited(page, [{ do: "remove", kind: "contact", id: "daniel-mobile" }]);
      await page.getByRole("link", { name: "6 things fail with everybody there" }).waitFor();
    }));

  test("what the proof finds stands among the findings, with the repair as a fix", () =>
    open("findings", async (page) => {
      await page.getByRole("heading", { name: "Nobody who may decide can be reached in time" }).waitFor();
      const backup = page.getByRole("region", { name: "Nobody stands behind the first to be called" });
      await backup.getByRole("button", { name: "Let Rosalind Ashby also hold Internal IT Manager" }).click();
      await backup.waitFor({ state: "detached" });
      await page.getByRole("button", { name: "Undo" }).last().click();
      await backup.waitFor();
    }));

  test("on a telephone nothing sticks out, and a real day tells its story", async () => {
    const phone = await browser.newContext({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, reducedMotion: "reduce", timezoneId: "Europe/London", storageState: state });
    phone.setDefaultTimeout(10_000);
    await open("coverage?what=event.validate&absent=2", async (page) => {
      await page.getByRole("grid", { name: /^Days of the coming weeks/ }).getByRole("gridcell", { name: /^Thursday.*: 1, fails when one/ }).nth(2).click();
      await page.getByText("Fails without").waitFor();
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
      expect(await serious(page)).toEqual([]);
    }, phone);
    await phone.close();
  });

  test("both pages are fetched when they are opened, and what comes first stays small", async () => {
    const built = "dist/web/";
    const together = new Set([...readFileSync(`${built}index.html`, "utf8").matchAll(/assets\/([^"]+\.js)"/g)].map(([, name = ""]) => name));
    for (const name of together) for (const [, other = ""] of readFileSync(`${built}assets/${name}`, "utf8").matchAll(/(?:from|import)"\.\/([^"]+\.js)"/g)) together.add(other);
    expect(together.size).toBeGreaterThan(1);
    expect([...together].reduce((sum, name) => sum + gzipSync(readFileSync(`${built}assets/${name}`)).length, 0)).toBeLessThan(230 * 1024);
    await open("matrix", async (page) => {
      await page.getByRole("row").nth(3).waitFor();
      const pages = (): Promise<number> => page.evaluate(() => performance.getEntriesByType("resource").filter(({ name }) => /(?:who|coverage)-page/.test(name)).length);
      expect(await pages()).toBe(0);
      await page.getByRole("link", { name: "Who now" }).click();
      await page.getByRole("heading", { name: "Who now" }).waitFor();
      expect(await pages()).toBeGreaterThan(0);
    });
  });

  test("without event types both pages say what is missing and where it is made", () =>
    open("coverage", async (page) => {
      await holes(page).waitFor();
      await edited(page, (company.events ?? []).map(({ id }): Edit => ({ do: "remove", kind: "event", id })));
      await page.getByText("There is nothing to prove yet").waitFor();
      await page.getByRole("link", { name: "Who now" }).click();
      await page.getByRole("heading", { name: "This matrix names no event types yet" }).waitFor();
      expect(await serious(page)).toEqual([]);
      await page.getByRole("link", { name: "Start from a template that has them" }).click();
      await page.waitForURL(/\/templates/);
    }));
});
