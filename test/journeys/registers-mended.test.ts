import { expect, test } from "vitest";
import { choose, company, openRegisters } from "./register-trial.ts";

const { register, draft } = openRegisters();

test("the first Escape in the panel puts the text back and says so, Undo brings it again, and the next closes the panel", () =>
  register("row", async (page) => {
    await page.getByRole("button", { name: "Open", exact: true }).click();
    const panel = page.getByRole("complementary");
    await panel.getByText("All fields of the row").waitFor();
    const goal = panel.getByLabel("goal");
    await goal.fill("accounts on the first day");
    await goal.press("Escape");
    expect(await goal.inputValue()).toBe("");
    await panel.getByRole("status").getByText("Your text was put back").waitFor();
    await panel.getByRole("button", { name: "Undo" }).click();
    expect(await goal.inputValue()).toBe("accounts on the first day");
    await goal.press("Escape");
    await goal.press("Control+z");
    expect(await goal.inputValue()).toBe("accounts on the first day");
    await goal.press("Tab");
    expect((await draft(page)).activities[0]?.goal).toBe("accounts on the first day");
    await goal.focus();
    await goal.press("Escape");
    await panel.waitFor({ state: "detached" });
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Open");
  }));

test("namesakes are told apart by their organisation, never by an id", async () => {
  await register("row&namesakes", async (page) => {
    await page.getByRole("button", { name: "Open", exact: true }).click();
    const backups = await page.getByLabel("Secondary owner").locator("option").allTextContents();
    expect(backups).toContain("Executive Sponsor [Alder Foods]");
    expect(backups).toContain("Executive Sponsor [Brightwell IT]");
  });
  await register("people&namesakes", async (page) => {
    await page.getByText("Rosalind Ashby [Alder Foods]").first().waitFor();
    expect((await page.getByRole("main").textContent()) ?? "").not.toMatch(/\[[a-z]+-[a-z-]+\]/);
  });
});

test("an accepted finding leaves the page where it is, and the focus goes on to the next one", () =>
  register("findings", async (page) => {
    const lines = page.locator("[data-finding]");
    await lines.nth(12).waitFor();
    const keys = await lines.evaluateAll((all) => all.map((line) => line.getAttribute("data-finding")));
    const accept = page.getByRole("button", { name: /^Accept on purpose/ }).nth(5);
    await accept.scrollIntoViewIfNeeded();
    await accept.click();
    await page.getByRole("combobox", { name: "Who answers for that" }).fill("Martin Keel");
    await page.getByRole("textbox", { name: "Why it is acceptable" }).fill("decided in spring");
    const before = await page.evaluate(() => scrollY);
    expect(before).toBeGreaterThan(300);
    await page.getByRole("button", { name: "Accept", exact: true }).click();
    await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute("data-finding"))).toBe(keys[6]);
    await page.waitForTimeout(600);
    expect(await page.evaluate(() => document.activeElement?.getAttribute("data-finding"))).toBe(keys[6]);
    expect(Math.abs((await page.evaluate(() => scrollY)) - before)).toBeLessThan(120);
  }));

test("findings are narrowed by rule, area, organisation and severity, each a choice in sight and in the address", () =>
  register("findings", async (page) => {
    const pick = async (list: string, option: RegExp): Promise<void> => {
      await page.getByRole("button", { name: list }).click();
      await page.getByRole("option", { name: option }).click();
    };
    await pick("Organisation", /^Brightwell IT/);
    await page.getByRole("status").getByText(/^4 of 14 shown/).waitFor();
    await page.getByRole("search").getByRole("radio", { name: "warnings" }).or(page.getByRole("search").getByRole("button", { name: "warnings" })).click();
    await pick("Area", /^Backup and recovery/);
    await pick("Rule", /^Critical work without an agreed time/);
    expect(Object.fromEntries(new URLSearchParams(new URL(page.url()).hash.slice(1)))).toEqual({ severity: "warning", rule: "critical-without-sla", area: "Backup and recovery", party: company.parties.find(({ name }) => name === "Brightwell IT")?.id });
    expect(await page.locator("[data-finding]").count()).toBeLessThanOrEqual(1);
    await page.getByRole("button", { name: "Clear filters" }).click();
    expect(new URL(page.url()).hash).toBe("");
  }, { width: 390 }));

test("somebody who is here already is shown before they are added again", () =>
  register("people", async (page) => {
    const line = page.getByRole("textbox", { name: "Add a person" }).first();
    await line.fill("petra  SIMMS");
    await line.press("Enter");
    await page.getByText("Petra Simms is here already: Alder Foods, HR Lead.").waitFor();
    expect((await draft(page)).people?.length).toBe(company.people?.length);
    await page.getByRole("button", { name: "Open", exact: true }).click();
    expect(await page.evaluate(() => document.activeElement?.closest("[data-person]")?.getAttribute("data-person"))).toBe("petra-simms");
    await line.fill("Petra Simms");
    await page.getByRole("button", { name: "Add another Petra Simms" }).click();
    expect((await draft(page)).people?.filter(({ name }) => name === "Petra Simms").length).toBe(2);
    await line.fill("Ben Okafor <ben@alder.example>");
    await line.press("Enter");
    expect((await draft(page)).directory?.contacts?.at(-1)).toMatchObject({ person: "ben-okafor", kind: "email", value: "ben@alder.example" });
    await page.getByRole("textbox", { name: "Add a person" }).nth(1).fill("B. Okafor <ben@alder.example>");
    await page.getByText(/^Ben Okafor is here already/).waitFor();
  }, { dark: true }));

test("duty hours, an absence with its stand-in and the coordinator are written where they are seen", () =>
  register("people", async (page) => {
    await page.getByRole("button", { name: "Duty hours and absences of Rosalind Ashby" }).click();
    await page.getByRole("button", { name: "Add hours" }).click();
    await page.getByRole("checkbox", { name: "Friday" }).uncheck();
    const from = page.getByRole("textbox", { name: "Hours 1 begin" });
    const hours = async () => (await draft(page)).people?.find(({ id }) => id === "rosalind-ashby")?.dutyHours;
    await from.fill("half past");
    await from.press("Enter");
    await page.getByRole("alert").waitFor();
    await from.fill("18");
    await from.press("Enter");
    await page.getByText("the next day").waitFor();
    expect(await hours()).toEqual([{ days: ["mon", "tue", "wed", "thu"], from: "18:00", until: "17:00" }]);
    // What is whole counts before one leaves the field.
    await from.fill("07:15");
    expect(await hours()).toEqual([{ days: ["mon", "tue", "wed", "thu"], from: "07:15", until: "17:00" }]);
    await from.fill("8.30");
    await from.press("Enter");
    expect(await hours()).toEqual([{ days: ["mon", "tue", "wed", "thu"], from: "08:30", until: "17:00" }]);
    await page.getByRole("button", { name: "Add an absence of Rosalind Ashby" }).click();
    await page.getByLabel("First day").fill("2027-07-01");
    await page.getByLabel("Last day").fill("2027-07-09");
    await page.getByRole("combobox", { name: "Stands in" }).selectOption("Martin Keel");
    await page.getByRole("button", { name: "Add", exact: true }).click();
    // London is an hour ahead in summer, and the last day is part of it.
    expect((await draft(page)).directory?.absences?.find(({ person }) => person === "rosalind-ashby")).toMatchObject({ from: "2027-06-30T23:00Z", until: "2027-07-09T23:00Z", substitute: "martin-keel" });
    await page.getByText("away 1 July 2027 to 9 July 2027, Martin Keel stands in").waitFor();
    await choose(page, "Who stands in for Rosalind Ashby, 1 July 2027 to 9 July 2027", "Nadia Osei");
    expect((await draft(page)).directory?.absences?.find(({ person }) => person === "rosalind-ashby")).toMatchObject({ substitute: "nadia-osei" });
    await page.getByRole("button", { name: "Internal IT Manager coordinates" }).click();
    await page.getByRole("button", { name: "Service Delivery Manager coordinates" }).click();
    expect((await draft(page)).roles.filter(({ coordinator }) => coordinator).map(({ id }) => id)).toEqual(["service-delivery-manager"]);
  }));

test("with details, what is agreed of each row follows on sheets of its own, and the address keeps the choice", () =>
  register("print", async (page) => {
    const sheets = async (): Promise<number> => ((await page.pdf({ preferCSSPageSize: true })).toString("latin1").match(/\/Type\s*\/Page\b/g) ?? []).length;
    const plain = await sheets();
    await page.getByRole("checkbox", { name: /^With details/ }).check();
    expect(new URL(page.url()).hash).toBe("#details");
    await page.reload();
    const appendix = page.getByRole("region", { name: "What is agreed beside the letters" }).first();
    await appendix.getByText(/^Brightwell IT: lists the rules/).waitFor();
    expect(await appendix.getByRole("rowheader").count()).toBeGreaterThanOrEqual(company.activities.length);
    expect(await sheets()).toBeGreaterThan(plain + 1);
  }));

test("a role and a person move to another organisation in one step, letters and all", () =>
  register("people", async (page) => {
    const role = company.roles.find(({ party }) => party === company.parties[0]?.id);
    const to = company.parties[1];
    const mover = page.getByRole("combobox", { name: `Organisation of ${role?.name}`, exact: true });
    await mover.focus();
    await mover.selectOption(to?.name ?? "");
    expect((await draft(page)).roles.find(({ id }) => id === role?.id)?.party).toBe(to?.id);
    expect((await draft(page)).activities).toEqual(company.activities);
    await page.getByRole("status").getByRole("button", { name: "Undo" }).click();
    expect(await draft(page)).toEqual(company);
    const person = company.people?.[0];
    const other = company.parties.find(({ id }) => id !== person?.party);
    const moved = page.getByRole("combobox", { name: `Organisation of ${person?.name}`, exact: true });
    await moved.focus();
    await moved.selectOption(other?.name ?? "");
    expect((await draft(page)).people?.[0]?.party).toBe(other?.id);
  }));

test("the title of the matrix is written where its findings are", () =>
  register("findings", async (page) => {
    const title = page.getByRole("textbox", { name: "Title of the matrix" });
    await title.fill("Who does what in the plants");
    await title.press("Enter");
    expect((await draft(page)).title).toBe("Who does what in the plants");
  }));

test("a matrix half built is there after a reload, and gone when it is left", () =>
  register("templates", async (page) => {
    await page.getByRole("button", { name: "Begin" }).click();
    await page.getByRole("textbox", { name: "Title of the matrix" }).fill("Half a matrix");
    await page.getByRole("checkbox", { name: "A managed security service" }).check();
    await page.getByRole("button", { name: "Next" }).click();
    await page.getByRole("textbox", { name: "Organisation" }).first().fill("Alder Foods");
    await page.reload();
    await page.getByRole("button", { name: "Go on where you were" }).click();
    expect(await page.getByRole("textbox", { name: "Organisation" }).first().inputValue()).toBe("Alder Foods");
    await page.getByRole("button", { name: "Back", exact: true }).click();
    expect(await page.getByRole("textbox", { name: "Title of the matrix" }).inputValue()).toBe("Half a matrix");
    await page.getByRole("button", { name: "Back to the templates" }).click();
    await page.getByRole("button", { name: "Begin" }).waitFor();
  }));

test("a delivery comes in stages whose owners are assumed until they are confirmed", () =>
  register("templates", async (page) => {
    await page.getByRole("button", { name: "Begin" }).click();
    await page.getByRole("checkbox", { name: "Equipment or a system" }).check();
    for (let i = 0; i < 4; i++) await page.getByRole("button", { name: "Next" }).click();
    await page.getByText("20 of these are only assumed").waitFor();
    await page.getByRole("button", { name: "Confirm: Who owns the stage Procurement" }).click();
    await page.getByText("19 of these are only assumed").waitFor();
    await page.getByRole("checkbox", { name: /^Specification approval/ }).uncheck();
    await page.getByText("17 of these are only assumed").waitFor();
    await page.getByRole("button", { name: "All of these are right" }).click();
    await page.getByText("Nothing here is assumed any more").waitFor();
  }, { width: 390, dark: true }));
