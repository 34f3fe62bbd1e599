import { existsSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium, type Browser, type Page } from "@playwright/test";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { MatrixDocument } from "#core/model/document.ts";
import { DAY, instantOf, minuteOf } from "#core/time/minute.ts";
import { World } from "#core/who/world.ts";
import { who } from "#core/who/who.ts";
import { answerMarkup } from "#breakglass/answer-markup.ts";
import { contentsOf, type Contents } from "#breakglass/contents.ts";
import { breakGlassFile } from "#breakglass/file.ts";
import { zoneNamed } from "#breakglass/moments.ts";
import demo from "#library/demo.json" with { type: "json" };
import { nastyMatrix } from "../nasty.ts";
import { shell } from "./command.ts";
import { dropData, freePort, newData, serve, type Served } from "./serving.ts";
import { browserPath, serious } from "./visitor.ts";

const { folder, remit } = shell();
const example = MatrixDocument.parse(demo);
const PASSPHRASE = "seven herons over the weir";
const at = (name: string): string => join(folder, name);
const made = minuteOf("2026-11-22T02:00Z");
const asked: string[] = [];
const complaints: string[] = [];
let browser: Browser;

beforeAll(async () => {
  browser = await chromium.launch({ executablePath: browserPath(), args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"] });
  writeFileSync(at("example.json"), JSON.stringify(example));
  writeFileSync(at("nasty.json"), JSON.stringify(nastyMatrix()));
  writeFileSync(at("passphrase"), `${PASSPHRASE}\n`);
  expect(remit("break-glass", "example.json", "-o", "locked.html", "--passphrase-file", "passphrase")).toMatchObject({ code: 0 });
  // The same template, at an instant that does not go on with the calendar.
  const template = readFileSync("dist/cli/break-glass.html", "utf8");
  for (const [name, matrix] of [["card.html", example], ["nasty.html", nastyMatrix()]] as const) writeFileSync(at(name), await breakGlassFile(template, contentsOf(matrix, { at: made, days: 30, version: "a test", timeZones: "2026a" })));
});
afterAll(() => browser?.close());

/** Opens a file as from a memory stick: without a network, and with an ear for whoever asks for one all the same. */
async function opened(file: string, { now, scripts = true, width = 390, dark = false }: { readonly now?: string; readonly scripts?: boolean; readonly width?: number; readonly dark?: boolean } = {}): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height: 844 }, offline: true, javaScriptEnabled: scripts, colorScheme: dark ? "dark" : "light", reducedMotion: "reduce" });
  context.setDefaultTimeout(10_000);
  await context.route(/^(?!file:)/, (route) => {
    asked.push(route.request().url());
    return route.abort();
  });
  const page = await context.newPage();
  page.on("request", (request) => request.url().startsWith("file:") || asked.push(request.url()));
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
  if (now !== undefined) await page.clock.setFixedTime(new Date(now));
  await page.goto(pathToFileURL(at(file)).href);
  return page;
}

describe("the break-glass file", () => {
  test("answers as the core does, for 200 events, severities and instants, without a network", async () => {
    const page = await opened("card.html", { now: "2026-11-22T03:00Z" });
    let seed = 20_261_122;
    const random = (n: number): number => (seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0) % n;
    const severities = [undefined, ...(example.severities ?? []).map(({ id }) => id)];
    const zones = ["Europe/London", "Europe/Warsaw", "UTC"];
    const questions = Array.from({ length: 200 }, () => ({ event: example.events?.[random(example.events.length)]?.id ?? "", severity: severities[random(severities.length)], minute: made + random(30 * DAY), zone: zones[random(3)] ?? "UTC" }));
    const expected = questions.map(({ event, severity, minute, zone }) => ({
      event, severity: severity ?? "", zone, when: new Date(zoneNamed(zone).wall(minute) * 60_000).toISOString().slice(0, 16),
      markup: answerMarkup(who(new World(example, minute - DAY, minute + 62 * DAY), { event, severity, at: minute }), { document: example, zone: zoneNamed(zone) }).text,
    }));
    const wrong = await page.evaluate((all) => {
      const field = <T extends HTMLElement>(id: string): T => document.getElementById(id) as T;
      const put = (id: string, value: string, event: string): void => {
        field<HTMLInputElement>(id).value = value;
        field(id).dispatchEvent(new Event(event, { bubbles: true }));
      };
      return all.filter(({ event, severity, zone, when, markup }) => {
        put("zone", zone, "change");
        put("event", event, "change");
        put("severity", severity, "change");
        put("when", when, "input");
        const read = document.createElement("div");
        read.innerHTML = markup;
        return field("answer").innerHTML !== read.innerHTML;
      });
    }, expected);
    expect(wrong).toEqual([]);
    expect(new Set(expected.map(({ markup }) => markup)).size).toBeGreaterThan(100);
  });

  test("is small, and may do nothing but run what is in it", () => {
    const text = readFileSync(at("card.html"), "utf8");
    expect(statSync(at("card.html")).size).toBeLessThan(400_000);
    expect(text).toMatch(/default-src 'none'; script-src 'sha256-[^']+'; style-src 'sha256-[^']+'; base-uri 'none'; form-action 'none'/);
    expect(text).not.toMatch(/<(?:link|img|iframe|object|embed)\b|\bsrc=|url\(|@import/);
  });

  test("names the next one when somebody does not answer, and takes them in again", async () => {
    const page = await opened("card.html", { now: "2026-11-22T03:00Z" });
    await page.getByLabel("What happened").selectOption("ransomware");
    const first = page.locator("[data-place=first]");
    const before = await first.locator(".name").innerText();
    await first.getByRole("button", { name: "Does not answer" }).click();
    expect(await first.locator(".name").innerText()).not.toBe(before);
    await page.getByText(`Tried without an answer: ${before}`).waitFor();
    await page.getByRole("button", { name: "Count them in again" }).click();
    expect(await first.locator(".name").innerText()).toBe(before);
    expect(await first.getByRole("link").getAttribute("href")).toMatch(/^tel:\+\d+$/);
  });

  test("counts a clock from when it was started", async () => {
    const page = await opened("card.html", { now: "2026-11-22T03:00Z" });
    await page.getByLabel("What happened").selectOption("ransomware");
    await page.getByText("When clocks started").click();
    await page.getByLabel("Notice to the data protection authority").fill("2026-11-21T12:00");
    await page.getByLabel("Notice to the data protection authority").blur();
    await page.locator("#answer").getByText("Tue 24 Nov 2026, 12:00").waitFor();
  });

  test("says loudly that it ran out, that a clock is wrong, and that another time lies outside of it", async () => {
    const late = await opened("card.html", { now: "2027-02-01T03:00Z" });
    await late.getByText("This file ran out Tue 22 Dec 2026, 02:00.").waitFor();
    expect(await late.locator("[data-place=first] .name").innerText()).not.toBe("");
    const early = await opened("card.html", { now: "2020-01-01T03:00Z" });
    await early.getByText("The clock of this machine is wrong.").waitFor();
    const page = await opened("card.html", { now: "2026-11-22T03:00Z" });
    expect(await page.locator("#warnings").innerText()).toBe("");
    await page.getByLabel("When", { exact: true }).fill("2027-03-01T10:00");
    await page.getByText("This file does not hold then; it holds from Sun 22 Nov 2026, 02:00 until Tue 22 Dec 2026, 02:00.").waitFor();
    await page.getByLabel("When", { exact: true }).fill("2026-11-01T10:00");
    await page.getByText("It is asked about Sun 1 Nov 2026, 10:00.").waitFor();
    expect(await page.locator("#warnings").innerText()).toMatch(/^This file does not hold then; it holds from Sun 22 Nov 2026, 02:00/);
    await page.getByRole("button", { name: "Now" }).click();
    expect(await page.locator("#warnings").innerText()).toBe("");
  });

  test("is read without scripts: first calls, duty by week, everybody's numbers, rights, clocks", async () => {
    const page = await opened("card.html", { scripts: false });
    const words = await page.locator("main").innerText();
    for (const said of ["This browser runs no scripts", "Ransomware", "+48 22 555 01 11", "Mon 30 Nov 2026", "Security Lead (Nadia Osei) may declare the incident", "may not authorise containment", "isolate one workstation", "72 h from awareness of a personal data breach", "Again and again"]) expect(words.toLowerCase()).toContain(said.toLowerCase());
    expect(await page.locator("#ask").isVisible()).toBe(false);
  });

  test("survives names that try to break out of it, on a narrow telephone too", async () => {
    for (const scripts of [true, false]) {
      const page = await opened("nasty.html", { scripts, width: 360 });
      expect(await page.title()).toContain("</script><script>document.title='broken out'</script>");
      expect(await page.locator("img, main script").count()).toBe(0);
      if (scripts) {
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
        expect(await page.locator("[data-place=first]").count()).toBe(1);
      }
    }
  });

  test.each([[390, false], [1440, true]])("is open to everybody at %i px", async (width, dark) => {
    expect(await serious(await opened("card.html", { now: "2026-11-22T03:00Z", width, dark }))).toEqual([]);
    expect(await serious(await opened("locked.html", { width, dark }))).toEqual([]);
  });

  test("is used with the keyboard alone", async () => {
    const page = await opened("card.html", { now: "2026-11-22T03:00Z", width: 1440 });
    await page.getByLabel("What happened").focus();
    await page.keyboard.type("Rans");
    await page.keyboard.press("Tab");
    await page.keyboard.type("S1");
    await page.locator("#answer").getByText("Ransomware, S1 critical").waitFor();
  });
});

describe("the command line", () => {
  test("writes a file that holds from when it is told, so many days", () => {
    expect(remit("break-glass", "example.json", "-o", "later.html", "--from", "2030-05-01T00:00Z", "--valid-days", "3")).toMatchObject({ code: 0, err: expect.stringContaining("holds until 2030-05-04T00:00Z, readable by whoever has it") });
    expect(readFileSync(at("later.html"), "utf8")).toContain("The matrix itself ran out with 2027-09-30");
    for (const [odd, said] of [[["--valid-days", "0"], "choose 1 to 366"], [["--party", "nobody"], "has no party"], [["--from", "soon"], "is no instant"]] as const) expect(remit("break-glass", "example.json", ...odd)).toMatchObject({ code: 2, out: "", err: expect.stringContaining(said) });
  });

  test("prints cards in both sizes, and no others", () => {
    for (const size of ["wallet", "a4"]) {
      expect(remit("card", "example.json", "-o", `${size}.pdf`, "--size", size)).toMatchObject({ code: 0 });
      expect(readFileSync(at(`${size}.pdf`)).subarray(0, 5).toString()).toBe("%PDF-");
    }
    expect(remit("card", "example.json", "--size", "a3")).toMatchObject({ code: 2, err: expect.stringContaining("choose wallet or a4") });
  });
});

describe("a locked file", () => {
  test("shows nothing of the matrix, not even its name", () => {
    const text = readFileSync(at("locked.html"), "utf8");
    for (const { name } of [...(example.people ?? []), ...example.parties, ...example.roles]) expect(text).not.toContain(name);
    expect(text).not.toContain(example.title);
    expect(text).not.toContain("7946");
  });

  test("says that a passphrase is wrong, and opens with the right one to the same card", async () => {
    const page = await opened("locked.html");
    await page.getByLabel("Passphrase").fill("seven herons over the wire");
    await page.getByRole("button", { name: "Open" }).click();
    await page.getByText("This passphrase does not open the file.").waitFor({ timeout: 20_000 });
    await page.getByLabel("Passphrase").fill(PASSPHRASE);
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: example.title }).waitFor({ timeout: 20_000 });
    await page.locator("[data-place=first]").waitFor();
    expect(await page.locator("#numbers").innerText()).toContain("+44 20 7946 0101");
  });

  test("is not made with a passphrase that is soon guessed", () => {
    writeFileSync(at("short"), "hunter2\n");
    expect(remit("break-glass", "example.json", "-o", "never.html", "--passphrase-file", "short")).toMatchObject({ code: 2, err: expect.stringContaining("fewer than 12 characters") });
    expect(existsSync(at("never.html"))).toBe(false);
  });
});

describe("in the application", () => {
  const data = newData();
  let server: Served;
  afterAll(async () => {
    await server?.stop();
    dropData(data);
  });

  test("the page makes the file with the numbers of one's own party, locked in the browser, and fetches both cards", async () => {
    if (!existsSync("dist/web/index.html")) throw new Error("build the page first: `npm run build`");
    server = await serve(data, await freePort());
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, reducedMotion: "reduce" });
    context.setDefaultTimeout(15_000);
    const page = await context.newPage();
    page.on("pageerror", (error) => complaints.push(String(error)));
    await page.goto(`${server.url}/enter#${server.link}`);
    await page.getByLabel("Your name").fill("Ana Alder");
    await page.getByRole("button", { name: "Sign in" }).click();
    await page.waitForURL(/\/matrix$/);
    // A number that the client keeps to itself; the owner speaks for the client.
    const told = await page.evaluate(async ([here]) => {
      const api = (method: string, path: string, body?: unknown) => fetch(`/api${path}`, { method, headers: { "content-type": "application/json" }, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
      const { account } = (await (await api("GET", "/session")).json()) as { account: string };
      const member = await api("PATCH", `/workspaces/${here}/members/${account}`, { role: "owner", party: "alder", person: null });
      const edit = await api("POST", `/workspaces/${here}/edits`, { id: crypto.randomUUID(), base: 0, what: "add a number", edits: [{ do: "add", kind: "contact", item: { id: "nadia-home", person: "nadia-osei", kind: "voice", value: "+44 20 5550 777", private: true } }] });
      return [member.status, edit.status];
    }, [new URL(page.url()).pathname.split("/")[2] ?? ""]);
    expect(told).toEqual([204, 200]);
    await page.goto(page.url().replace("matrix", "break-glass"));
    await page.getByText("One number your own party keeps to itself is in it").waitFor();
    await page.getByLabel("Passphrase", { exact: true }).fill(PASSPHRASE);
    await page.getByLabel("The same passphrase again").fill("another one entirely");
    await page.getByRole("button", { name: "Make the file" }).click();
    await page.getByText("the two are not the same").waitFor();
    await page.getByLabel("The same passphrase again").fill(PASSPHRASE);
    const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Make the file" }).click()]);
    expect(download.suggestedFilename()).toMatch(/^break-glass \d{4}-\d{2}-\d{2} locked\.html$/);
    await download.saveAs(at("from-page.html"));
    await page.getByText("Try it before you rely on it").waitFor();
    expect(await serious(page)).toEqual([]);

    const file = await opened("from-page.html");
    await file.getByLabel("Passphrase").fill(PASSPHRASE);
    await file.keyboard.press("Enter");
    await file.locator("[data-place=first]").waitFor({ timeout: 20_000 });
    await file.getByText("Where it comes from").click();
    await file.locator("#about dd").getByText(/the draft at revision \d+/).waitFor();

    for (const [button, name] of [["Wallet cards (PDF)", "wallet"], ["A4 (PDF)", "a4"]] as const) {
      const [card] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: button }).click()]);
      expect(card.suggestedFilename()).toMatch(new RegExp(`^break-glass ${name} \\d{4}-\\d{2}-\\d{2}\\.pdf$`));
      expect(readFileSync(await card.path()).subarray(0, 5).toString()).toBe("%PDF-");
      await page.getByText(card.suggestedFilename()).waitFor();
    }
    const plain = page.waitForEvent("download");
    await page.getByRole("button", { name: "Make the file" }).click();
    await (await plain).saveAs(at("plain.html"));
    const [, block] = /id="contents">(.*?)<\/script>/s.exec(readFileSync(at("plain.html"), "utf8")) ?? [];
    const { document, until, made: born } = JSON.parse(block ?? "") as Contents;
    expect(document.title).toBe(example.title);
    expect(document.directory?.contacts?.find(({ id }) => id === "nadia-home")).toMatchObject({ value: "+44 20 5550 777", private: true });
    expect(minuteOf(until) - minuteOf(born)).toBeLessThanOrEqual(30 * DAY);
    expect(instantOf(minuteOf(born))).toBe(born);
    await context.close();
  });
});

test("nobody asked for anything on the network, and no page complained", () => {
  expect(asked).toEqual([]);
  expect(complaints).toEqual([]);
});
