import { existsSync } from "node:fs";
import { chromium, type Browser, type Page } from "@playwright/test";
import { SMTPServer } from "smtp-server";
import { afterAll, beforeAll, expect, test } from "vitest";
import { dropData, freePort, newData, serve, type Served } from "./serving.ts";
import { browserPath, serious } from "./visitor.ts";

const PASSWORD = "four plain words here";
const FIRST = "Create user accounts";
const data = newData();
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
let at: string;

const visitor = async (): Promise<Page> => {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, reducedMotion: "reduce" });
  context.setDefaultTimeout(10_000);
  return context.newPage();
};
const row = (page: Page, title: string) => page.getByRole("row").filter({ hasText: title }).first();
const go = (page: Page, part: string) => page.goto(`${server.url}${at}/${part}`);
const part = (page: Page, name: "Fields" | "Agreement and remarks" | "History") => page.getByRole("tab", { name }).click();
/** Opens what is agreed and said of a row. */
async function open(page: Page, title: string): Promise<void> {
  await go(page, "matrix");
  await row(page, title).getByRole("rowheader").click();
  await page.keyboard.press("Shift+F2");
  await page.getByRole("region", { name: "Agreement" }).waitFor();
}
/** Opens the fields of a row. */
async function fields(page: Page, title: string): Promise<void> {
  await go(page, "matrix");
  await row(page, title).getByRole("rowheader").click();
  await page.keyboard.press("Control+Enter");
  await page.getByRole("textbox", { name: "Activity" }).waitFor();
}
async function letter(to: string): Promise<string> {
  for (const end = Date.now() + 10_000; Date.now() < end; await new Promise((settle) => setTimeout(settle, 50))) {
    const found = letters.findIndex((text) => text.includes(`To: ${to}`));
    if (found >= 0) return letters.splice(found, 1)[0] ?? "";
  }
  throw new Error(`no letter to ${to}`);
}

beforeAll(async () => {
  if (!existsSync("dist/web/index.html")) throw new Error("build the page first: `npm run build`");
  const mail = await freePort();
  await new Promise<void>((settle) => post.listen(mail, "127.0.0.1", () => settle()));
  server = await serve(data, await freePort(), { SMTP_URL: `smtp://127.0.0.1:${mail}` });
  browser = await chromium.launch({ executablePath: browserPath(), args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"] });
  [ana, pia] = [await visitor(), await visitor()];
  await ana.goto(`${server.url}/enter#${server.link}`);
  await ana.getByLabel("Your name").fill("Ana Alder");
  await ana.getByRole("button", { name: "Sign in" }).click();
  await ana.waitForURL(/\/matrix$/);
  at = new URL(ana.url()).pathname.replace("/matrix", "");
  await go(ana, "members");
  await ana.getByRole("button", { name: "For Alder Foods" }).click();
  await ana.getByRole("heading", { name: "Which party do you speak for?" }).waitFor({ state: "detached" });
  await ana.getByRole("button", { name: "Ask somebody in" }).click();
  await ana.getByRole("textbox", { name: "E-mail" }).fill("pia@provider.example");
  await ana.getByRole("button", { name: /^(?:Make|Send) the invitation$/ }).click();
  const link = /http:\S+invitation=[\w-]+/.exec(await letter("pia@provider.example"))?.[0] ?? "";
  await pia.goto(link);
  await pia.getByLabel("Your name").fill("Pia Provider");
  await pia.getByLabel("Password").fill(PASSWORD);
  await pia.keyboard.press("Enter");
  await pia.waitForURL(/\/matrix$/);
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
  await new Promise<void>((settle) => post.close(() => settle()));
  dropData(data);
});

test("each side sees who else is there, and at which row", async () => {
  await go(ana, "matrix");
  await go(pia, "matrix");
  await row(pia, FIRST).getByRole("rowheader").click();
  await ana.getByRole("list", { name: "1 other person is here" }).waitFor();
  await row(ana, FIRST).getByText("Pia Provider here now").waitFor({ state: "attached" });
});

test("both sides agree to every row on their own page, and the matrix says how much is agreed", async () => {
  for (const [page, name] of [[ana, "Alder Foods"], [pia, "Brightwell IT"]] as const) {
    await go(page, "agreement");
    await page.getByText(new RegExp(`^0 of \\d+ rows agreed`)).waitFor();
    expect(await serious(page)).toEqual([]);
    // What one would agree to stands there, and nothing is ticked beforehand.
    const first = page.getByRole("listitem").filter({ has: page.getByRole("checkbox", { name: `Choose “${FIRST}”` }) });
    for (const letter of ["R", "A"]) await first.getByRole("term").filter({ hasText: new RegExp(`^${letter}$`) }).waitFor();
    expect(await page.getByRole("checkbox", { checked: true }).count()).toBe(0);
    expect(await page.getByRole("button", { name: `Tick what ${name} agrees to` }).isDisabled()).toBe(true);
    await page.getByRole("checkbox", { name: /^Tick all \d+ shown/ }).check();
    await page.getByRole("button", { name: new RegExp(`^Agree to these \\d+ rows for`) }).click();
    const asked = page.getByRole("dialog", { name: new RegExp(`^Agree to \\d+ rows for ${name}\\?`) });
    await asked.getByText(`You speak for ${name}.`).waitFor();
    expect(await serious(page)).toEqual([]);
    await page.keyboard.press("Escape");
    await page.getByText(new RegExp(`^0 of \\d+ rows agreed`)).waitFor();
    await page.getByRole("button", { name: new RegExp(`^Agree to these \\d+ rows for`) }).click();
    await asked.getByRole("button", { name: new RegExp(`^Agree to these \\d+ rows for`) }).click();
    await page.getByText(new RegExp(`^Agreed for .*: \\d+ rows`)).waitFor();
  }
  await ana.getByText(/^(\d+) of \1 rows agreed/).waitFor();
  await go(ana, "matrix");
  await row(ana, FIRST).getByText("Agreed by all sides").waitFor({ state: "attached" });
});

test("whoever changes an agreed row proposes it, with a reason; the other side reads before and after, and accepts", async () => {
  await go(pia, "matrix");
  await row(pia, FIRST).getByRole("rowheader").click();
  await pia.keyboard.press("F2");
  await pia.keyboard.press("Control+A");
  await pia.keyboard.type("Create accounts within a day");
  await pia.keyboard.press("Enter");
  const told = pia.getByRole("alert").filter({ hasText: "All sides agreed on this" });
  await told.waitFor();
  await row(pia, FIRST).waitFor();
  await told.getByRole("button", { name: "Propose it" }).click();
  await pia.getByRole("dialog", { name: "Propose a change to an agreed row" }).waitFor();
  expect(await serious(pia)).toEqual([]);
  await pia.keyboard.type("Your auditors ask for it");
  await pia.getByRole("dialog").getByRole("button", { name: "Propose it" }).click();
  await told.waitFor({ state: "detached" });

  await row(ana, FIRST).getByText("1 change proposed").waitFor({ state: "attached" });
  await go(ana, "agreement");
  const card = ana.getByRole("article").filter({ hasText: "Pia Provider proposes" });
  await card.getByText("Your auditors ask for it").waitFor();
  await card.getByText("Create accounts within a day").waitFor();
  expect(await serious(ana)).toEqual([]);
  await card.getByRole("button", { name: "Accept" }).click();
  await card.waitFor({ state: "detached" });
  await row(pia, "Create accounts within a day").getByText("Agreed by all sides").waitFor({ state: "attached" });
});

test("a proposal is declined with a reason, and answered with another one", async () => {
  await fields(pia, "Create accounts within a day");
  await pia.getByRole("textbox", { name: "Activity" }).fill("Create accounts within an hour");
  await pia.keyboard.press("Tab");
  await pia.getByRole("alert").getByRole("button", { name: "Propose it" }).click();
  await pia.getByRole("dialog").getByRole("button", { name: "Propose it" }).click();
  await pia.getByRole("region", { name: "Proposed changes" }).getByText("Waits for the other side").waitFor();

  await fields(ana, "Create accounts within a day");
  await ana.getByRole("textbox", { name: "Activity" }).fill("Create accounts within four hours");
  await ana.keyboard.press("Tab");
  await ana.getByRole("alert").getByRole("button", { name: "Propose it" }).click();
  await ana.getByRole("dialog").getByText("It answers the proposal of Pia Provider").waitFor();
  await ana.getByRole("dialog").getByRole("button", { name: "Propose it" }).click();
  await ana.getByRole("region", { name: "Proposed changes" }).getByText("Ana Alder proposes instead").waitFor();

  const theirs = pia.getByRole("region", { name: "Proposed changes" });
  await theirs.getByText("Ana Alder proposes instead").waitFor();
  await theirs.getByRole("button", { name: "Decline" }).click();
  await pia.keyboard.type("Not at the weekend");
  // What was written is not thrown away by a key.
  await pia.keyboard.press("Escape");
  await pia.keyboard.press("Control+Enter");
  await theirs.waitFor({ state: "detached" });
  await row(ana, "Create accounts within a day").waitFor();
  // Whoever proposed it reads why it was declined, and the row's link leads to the row.
  await go(ana, "agreement");
  await ana.getByRole("article").getByText("Declined by Pia Provider: Not at the weekend").waitFor();
});

test("a contested row is open again, says why on both sides, and is agreed anew", async () => {
  await open(pia, "Create accounts within a day");
  const pias = pia.getByRole("region", { name: "Agreement" });
  await pias.getByRole("button", { name: "Contest it" }).click();
  await pia.keyboard.type("We spoke of two days");
  await pia.keyboard.press("Control+Enter");
  await pias.getByText(/contests it: We spoke of two days/).waitFor();
  await open(ana, "Create accounts within a day");
  await ana.getByText(/contests it: We spoke of two days/).waitFor();
  await part(ana, "Fields");
  await ana.getByRole("textbox", { name: "Activity" }).fill("Create accounts within two days");
  await ana.keyboard.press("Tab");
  await part(ana, "Agreement and remarks");
  await row(pia, "Create accounts within two days").waitFor();
  await ana.getByRole("region", { name: "Agreement" }).getByRole("button", { name: /^Agree for/ }).click();
  await pias.getByRole("button", { name: /^Agree for/ }).click();
  await pias.getByText("All sides agreed").waitFor();
});

test("the history of a row tells its agreement and its proposals beside its edits", async () => {
  await part(pia, "History");
  await pia.getByRole("region", { name: "History" }).getByText("Agreed to this row").first().waitFor();
  const told = await pia.getByRole("region", { name: "History" }).getByRole("listitem").allInnerTexts();
  const line = (words: RegExp, who: string) => told.findIndex((text) => words.test(text) && text.includes(who));
  const [agreed, contested, declined, countered, accepted] = [
    line(/^Agreed to this row/, "Pia Provider, for Brightwell IT"), line(/^Contested this row: We spoke of two days/, "Pia Provider, for"), line(/^Declined the proposal .*: Not at the weekend/s, "Pia Provider"),
    line(/^Proposed .*, instead of the proposal/s, "Ana Alder, for Alder Foods"), line(/^Accepted the proposal/, "Ana Alder"),
  ];
  for (const [newer, older] of [[agreed, contested], [contested, declined], [declined, countered], [countered, accepted]]) expect(newer! >= 0 && newer! < older!, told.join("\n\n")).toBe(true);
  expect(await serious(pia)).toEqual([]);
});

test("the button above the grid opens all about a row, and the keys are in the list of keys", async () => {
  await go(pia, "matrix");
  await row(pia, "Change firewall rules").getByRole("rowheader").click();
  const button = pia.getByRole("button", { name: "Row details", exact: true });
  await button.click();
  await pia.getByRole("tab", { name: "Fields", selected: true }).waitFor();
  expect(await serious(pia)).toEqual([]);
  await button.click();
  await pia.getByRole("tab").first().waitFor({ state: "detached" });
  await row(pia, "Change firewall rules").getByRole("rowheader").click();
  await pia.keyboard.press("?");
  await pia.getByRole("dialog").getByText("agreement and remarks of the row").waitFor();
});

test("a link to a row goes to that row, wherever it stands, and opens all about it", async () => {
  const { document } = (await (await pia.request.get(`${server.url}/api${at.replace("/w/", "/workspaces/")}/matrix`)).json()) as { document: { activities: { id: string; title: string }[] } };
  const last = document.activities.at(-1)!;
  await pia.setViewportSize({ width: 1440, height: 600 });
  await go(pia, `matrix?row=${encodeURIComponent(last.id)}`);
  await pia.getByRole("complementary", { name: "All fields of the row" }).getByRole("heading", { name: last.title }).waitFor();
  const header = pia.getByRole("rowheader", { name: last.title });
  await header.and(pia.locator(":focus")).waitFor();
  const inSight = async (): Promise<boolean> => {
    const [box, grid] = [(await header.boundingBox())!, (await pia.getByRole("treegrid").boundingBox())!];
    return box.y >= grid.y && box.y + box.height <= grid.y + grid.height;
  };
  await expect.poll(inSight).toBe(true);
  // A filter that leaves it out, and folded groups, do not hide it.
  await go(pia, `matrix?row=${encodeURIComponent(last.id)}&search=nothing+is+called+so`);
  await header.waitFor();
  // Nobody is led anywhere by a row that is gone.
  await go(pia, "matrix?row=no-such-row");
  await pia.getByRole("rowheader").first().waitFor();
  await pia.getByText("Choose a row to see all its fields").or(pia.getByRole("complementary").getByRole("heading").first()).first().waitFor();
  await pia.setViewportSize({ width: 1440, height: 900 });
});

test("an @ offers the people one may mention, by keys and to a screen reader, and tells whoever is taken", async () => {
  await open(ana, "Create accounts within two days");
  const talk = ana.getByRole("region", { name: "Questions and remarks" });
  await talk.getByRole("button", { name: "Ask or remark" }).click();
  const field = talk.getByRole("textbox");
  await ana.keyboard.type("Is this yours, @");
  const list = talk.getByRole("listbox", { name: "Mention somebody" });
  const pias = list.getByRole("option", { name: "Pia Provider Brightwell IT" });
  await pias.and(ana.locator("[aria-selected=true]")).waitFor();
  expect(await field.getAttribute("aria-activedescendant")).toBe(await pias.getAttribute("id"));
  expect(await field.getAttribute("aria-controls")).toBe(await list.getAttribute("id"));
  await talk.getByRole("status").getByText("one person: Pia Provider").waitFor({ state: "attached" });
  expect(await serious(ana)).toEqual([]);
  await ana.keyboard.type("nobody");
  await list.waitFor({ state: "detached" });
  await talk.getByText("Nobody here is called so").waitFor({ state: "attached" });
  for (let n = 0; n < 6; n++) await ana.keyboard.press("Backspace");
  await ana.keyboard.type("pro");
  await ana.keyboard.press("Escape");
  await list.waitFor({ state: "detached" });
  // Escape closed the list alone.
  expect(await field.inputValue()).toBe("Is this yours, @pro");
  await ana.keyboard.type("v");
  await ana.keyboard.press("ArrowDown");
  await ana.keyboard.press("Enter");
  expect(await field.inputValue()).toBe("Is this yours, @Pia Provider ");
  await ana.keyboard.type("or ours?");
  await talk.getByRole("button", { name: "@Pia Provider" }).waitFor();
  await ana.keyboard.press("Control+Enter");
  const said = talk.getByRole("article").filter({ hasText: "or ours?" });
  await said.getByText("@Pia Provider", { exact: true }).waitFor();
  expect(await said.getByText("@Pia Provider").count()).toBe(1);
  expect(await letter("pia@provider.example")).toContain(`${at}/agreement`);
  // The other side's own grid says how much waits at the row, and the button leads to it.
  await go(pia, "matrix");
  await row(pia, "Create accounts within two days").getByRole("rowheader").click();
  await pia.getByRole("button", { name: /^Row details ?, 1 open remark or proposal/ }).click();
  await pia.getByRole("tab", { name: "Agreement and remarks", selected: true }).waitFor();
  await pia.getByRole("article").filter({ hasText: "or ours?" }).getByRole("button", { name: "Settle" }).click();
  await pia.getByRole("button", { name: "Row details", exact: true }).waitFor();
});

test("a question mentions the other side by letter and is settled; one's own side's is nowhere on theirs", async () => {
  await open(ana, "Change firewall rules");
  const talk = ana.getByRole("region", { name: "Questions and remarks" });
  await talk.getByRole("button", { name: "Ask or remark" }).click();
  await ana.keyboard.type("Who does this at night?");
  await talk.getByRole("button", { name: "Mention somebody" }).click();
  await ana.getByRole("menuitem", { name: "Pia Provider" }).click();
  await talk.getByRole("button", { name: "Say it" }).click();
  await talk.getByText("Who does this at night?").waitFor();
  expect(await letter("pia@provider.example")).toContain(`${at}/agreement`);
  await talk.getByRole("button", { name: "Ask or remark" }).click();
  await ana.keyboard.type("They ask too much for the night");
  await talk.getByRole("checkbox").check();
  await talk.getByRole("button", { name: "Say it" }).click();
  await talk.getByText("Only Alder Foods").first().waitFor();
  expect(await serious(ana)).toEqual([]);

  await go(pia, "agreement");
  const question = pia.getByRole("article").filter({ hasText: "Who does this at night?" });
  await question.getByText("You are mentioned").waitFor();
  await question.getByText("Ana Alder").waitFor();
  await question.getByRole("button", { name: "Answer" }).click();
  await pia.keyboard.type("We do, on call");
  await pia.keyboard.press("Control+Enter");
  await question.getByText("We do, on call").waitFor();
  expect(await pia.getByText("They ask too much").count()).toBe(0);
  await talk.getByText("We do, on call").waitFor();
  await talk.getByRole("article").filter({ hasText: "at night?" }).getByRole("button", { name: "Settle" }).click();
  await question.waitFor({ state: "detached" });
});

test("what somebody writes is shown as written, whatever it looks like", async () => {
  const trick = `<img src=x onerror="document.title='taken'"><script>document.title='taken'</script>`;
  await open(ana, "Change firewall rules");
  const talk = ana.getByRole("region", { name: "Questions and remarks" });
  await talk.getByRole("button", { name: "Ask or remark" }).click();
  await ana.keyboard.type(trick);
  await talk.getByRole("button", { name: "Say it" }).click();
  await talk.getByText(trick).waitFor();
  await go(pia, "agreement");
  await pia.getByText(trick).waitFor();
  expect(await pia.title()).not.toBe("taken");
});

test("a private number is shown to its own side and hidden from the other", async () => {
  await go(ana, "people");
  const person = ana.locator("[data-person]").first();
  const name = await person.getByRole("textbox").first().inputValue();
  // What can be done beside a number shows where the focus is.
  await person.getByRole("button", { name: /^Add a contact/ }).focus();
  await ana.keyboard.press("Enter");
  await ana.getByPlaceholder(/number/i).fill("+1 555 0199");
  await ana.getByRole("checkbox", { name: /^Only/ }).check();
  await ana.keyboard.press("Enter");
  await person.getByText("+1 555 0199").waitFor();
  await ana.reload();
  await ana.locator("[data-person]").first().getByText("+1 555 0199").waitFor();
  await go(pia, "people");
  await pia.getByText(/^kept private by/).waitFor();
  expect(await pia.getByText("555 0199").count()).toBe(0);
  expect(name).not.toBe("");
});
