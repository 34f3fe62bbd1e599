import { existsSync, readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { chromium, type Browser, type BrowserContext, type Page } from "@playwright/test";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { exampleCompany } from "../../src/app/workspace/example-company.ts";
import { applyEdits, type Edit } from "#core/model/edit.ts";
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

const answerOf = (event: string, severity: string | undefined, missing: readonly string[] = [], matrix = company): Answer =>
  who(new World(matrix, minuteOf(NIGHT) - DAY, minuteOf(NIGHT) + 62 * DAY), { event, severity, at: minuteOf(NIGHT), missing });

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
      for (const said of Object.values(answer.decide).flatMap((deciders) => deciders.flatMap(({ obligations = [] }) => obligations))) expect(await decides.textContent()).toContain(said);
      const clocks = await page.getByRole("region", { name: "Clocks" }).textContent();
      for (const { name, due } of answer.clocks) {
        expect(clocks).toContain(name);
        if (due !== undefined) expect(clocks).toContain(new Intl.DateTimeFormat("en-GB", { timeZone: "Europe/London", hour: "2-digit", minute: "2-digit" }).format(new Date(due)));
      }
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
    open(`who?event=ransomware&severity=s1&at=${NIGHT}`, async (page) => {
      const first = answerOf("ransomware", "s1").contact;
      await called(page).getByText(first?.name ?? "", { exact: true }).waitFor();
      const contacts = (company.directory?.contacts ?? []).filter(({ person }) => person === first?.person);
      const gone = contacts.map(({ id }): Edit => ({ do: "remove", kind: "contact", id }));
      const next = answerOf("ransomware", "s1", [], applyEdits(company, gone)).contact;
      expect(next?.person).not.toBe(first?.person);
      await edited(page, gone);
      await called(page).getByText(next?.name ?? "", { exact: true }).waitFor();
      await edited(page, contacts.map((item): Edit => ({ do: "add", kind: "contact", item })));
      await called(page).getByText(first?.name ?? "", { exact: true }).waitFor();
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
      await page.getByRole("region", { name: "When?" }).getByText(/Sun 31 Oct 2027, 01:30 London · 02:30 \w+/).waitFor();
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
      await page.getByRole("link", { name: open === 1 ? "1 thing fails with everybody there" : `${open} things fail with everybody there` }).waitFor();
    }));

  test("an hour is chosen with the keyboard, tells its story, and the change that closes it is made and taken back", () =>
    open("coverage?what=containment.authorise", async (page) => {
      const map = page.getByRole("grid", { name: /^Hours of the week/ });
      const hole = map.getByRole("gridcell", { name: "Fri 18:00: 0, fails with everybody there" });
      await map.getByRole("gridcell", { name: /^Thu 17:00/ }).focus();
      await page.keyboard.press("ArrowDown");
      await page.keyboard.press("ArrowRight");
      await page.keyboard.press("Enter");
      await page.waitForURL(/hour=114/);
      const story = page.getByRole("region", { name: /Fri .* 18:00/ });
      expect(await story.textContent()).toContain("Nobody who may authorise containment can be reached in time");
      const change = story.getByRole("button", { name: "Make this change: let `Director on duty` begin at 18:00 on Fridays instead of 22:00" });
      await change.waitFor();
      expect(await serious(page)).toEqual([]);
      await change.click();
      await hole.waitFor({ state: "detached" });
      await page.getByRole("link", { name: /things rest on single people/ }).waitFor();
      await page.getByRole("button", { name: "Undo" }).last().click();
      await hole.waitFor();
      await page.getByRole("link", { name: "1 thing fails with everybody there" }).waitFor();
    }));

  test("numbers that go and come elsewhere open and close holes while one looks, and the missing one is given at the person", () =>
    open("coverage?absent=0", async (page) => {
      await holes(page).getByText("One counterexample").waitFor();
      const contacts = (company.directory?.contacts ?? []).filter(({ person }) => person === "daniel-voss");
      await edited(page, contacts.map(({ id }): Edit => ({ do: "remove", kind: "contact", id })));
      await page.getByRole("link", { name: /things fail with everybody there/ }).waitFor();
      await page.getByRole("link", { name: "Give a number" }).first().click();
      await expect.poll(() => page.evaluate(() => document.activeElement?.closest("li")?.id)).toBe("person-daniel-voss");
      await page.goBack();
      await holes(page).waitFor();
      await edited(page, contacts.map((item): Edit => ({ do: "add", kind: "contact", item })));
      await page.getByRole("link", { name: "1 thing fails with everybody there" }).waitFor();
      await holes(page).getByText("One counterexample").waitFor();
    }));

  test("what the proof finds stands among the findings, with the repair as a fix", () =>
    open("findings", async (page) => {
      const found = page.getByRole("region", { name: "Nobody who may decide can be reached in time" });
      await found.getByRole("button", { name: "Let Director on duty begin at 18:00 on Fridays instead of 22:00" }).click();
      await found.waitFor({ state: "detached" });
      await page.getByRole("button", { name: "Undo" }).last().click();
      await found.waitFor();
    }));

  test("on a telephone nothing sticks out, and a real day tells its story", async () => {
    const phone = await browser.newContext({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, reducedMotion: "reduce", timezoneId: "Europe/London", storageState: state });
    phone.setDefaultTimeout(10_000);
    await open("coverage?what=containment.authorise", async (page) => {
      await page.getByRole("grid", { name: /^Days of the coming weeks/ }).getByRole("gridcell", { name: /^Friday.*: 0, fails with everybody there/ }).nth(1).click();
      await page.getByText("What fails", { exact: true }).waitFor();
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
      await page.getByRole("link", { name: "Write them under Authority" }).click();
      await page.waitForURL(/\/authority/);
    }));
});
