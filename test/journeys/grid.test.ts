import { expect, test } from "vitest";
import type { MatrixDocument } from "#core/model/document.ts";
import { benchMatrix } from "../../bench/inputs.ts";
import { demo, draft, enter, focused, grid, openGrid, press, raci, rowOf } from "./grid-house.ts";
import { serious } from "./visitor.ts";

openGrid();

test("the matrix is edited with the keyboard alone", () =>
  grid(async (page) => {
    await enter(page);
    // The first line is a heading: it folds and opens.
    await press(page, "ArrowLeft");
    await expect.poll(() => page.getByText("Create user accounts").count()).toBe(0);
    await press(page, "ArrowRight", "ArrowDown", "v");
    await press(page, "Escape", "Control+'", "ArrowRight");
    await press(page, "s");
    const roles = (await draft(page)).roles;
    const first = (await draft(page)).activities[0];
    expect(first?.assignments.some(({ letter }) => letter === "S")).toBe(true);
    await press(page, "Control+z");
    expect((await draft(page)).activities[0]?.assignments).toEqual(first?.assignments.filter(({ letter }) => letter !== "S"));
    await press(page, "Control+Shift+z", "Delete");
    expect((await draft(page)).activities[0]?.assignments.some(({ letter }) => letter === "S")).toBe(false);
    await press(page, "F2");
    await page.keyboard.type("C if affected");
    await press(page, "Enter");
    expect((await draft(page)).activities[0]?.assignments).toContainEqual({ role: roles[0]?.id, letter: "C", condition: "if affected" });
    // The focus went one line down; Escape, then Tab leaves the grid.
    expect(await focused(page)).toBe("5/2");
    await press(page, "Escape", "Tab");
    expect(await page.evaluate(() => document.activeElement?.closest('[role="treegrid"]') === null)).toBe(true);
  }));

test("a title that is written lands in its row, and what cannot be read keeps the editor open", () =>
  grid(async (page) => {
    await enter(page);
    await press(page, "ArrowDown");
    await page.keyboard.type("Grant access");
    await press(page, "Enter");
    expect((await draft(page)).activities[0]?.title).toBe("Grant access");
    await press(page, "ArrowRight", "ArrowRight");
    await page.keyboard.type("Nobody at all");
    await press(page, "Control+Enter");
    await page.getByRole("alert").getByText("No single role", { exact: false }).or(page.getByRole("alert")).first().waitFor();
    await press(page, "Escape");
    expect(await page.getByRole("alert").count()).toBe(0);
    expect(await focused(page)).toBe("4/3");
  }));

test("a lane is set with one key and the R moves with it", () =>
  grid(async (page) => {
    await page.getByRole("rowheader", { name: "Create user accounts" }).click();
    await press(page, "ArrowRight", "c");
    await page.getByText(/performs it now instead of Service Desk Lead; Ctrl\+Z/).waitFor();
    const row = await rowOf(page, "Create user accounts");
    const parties = new Map((await draft(page)).parties.map(({ id, kind }) => [id, kind]));
    const roles = new Map((await draft(page)).roles.map(({ id, party }) => [id, parties.get(party)]));
    expect(row?.assignments.filter(({ letter }) => letter === "R").map(({ role }) => roles.get(role))).toEqual(["client"]);
  }));

test("findings are walked with F8, and F1 says why one matters", () =>
  grid(async (page) => {
    await enter(page);
    await page.getByRole("button", { name: /^Findings: 3 errors/ }).waitFor();
    await enter(page);
    await press(page, "F8", "F1");
    const box = page.getByRole("dialog", { name: "Findings here" });
    await box.getByText("Why it matters").waitFor();
    await press(page, "Escape");
    expect(await box.count()).toBe(0);
    expect(await page.evaluate(() => document.activeElement?.getAttribute("role"))).toMatch(/gridcell|rowheader/);
  }));

test("an error that is typed away disappears, and one that is typed appears at its cell", () =>
  grid(async (page) => {
    await page.getByRole("button", { name: /^Findings: 3 errors/ }).waitFor();
    await raci(page);
    await page.getByRole("rowheader", { name: /Create user accounts/ }).click();
    await press(page, "ArrowRight", "a");
    await page.getByRole("button", { name: /^Findings: 4 errors/ }).waitFor();
    expect(await page.getByRole("row", { name: /Create user accounts/ }).locator("[data-sign]").count()).toBeGreaterThan(1);
    await press(page, "Delete");
    await page.getByRole("button", { name: /^Findings: 3 errors/ }).waitFor();
  }));

test("a range is copied to the clipboard as Excel does it, and pasted elsewhere", () =>
  grid(async (page) => {
    await raci(page);
    await page.getByRole("rowheader", { name: /Create user accounts/ }).click();
    await press(page, ...Array<string>(4).fill("ArrowRight"), ...Array<string>(3).fill("Shift+ArrowDown"), "Control+c");
    expect((await page.evaluate(() => navigator.clipboard.readText())).split(/\r?\n/)).toEqual(["A", "A", "A", "R"]);
    await press(page, "Control+Home", "ArrowDown", "ArrowRight", "Control+v");
    const before = JSON.parse(demo) as MatrixDocument;
    const to = before.roles[0]?.id;
    expect((await draft(page)).activities.slice(0, 4).map((row) => row.assignments.find(({ role }) => role === to)?.letter)).toEqual(["A", "A", "A", "R"]);
    await press(page, "Control+z");
    expect((await draft(page)).activities).toEqual(before.activities);
  }));

test("rows of a spreadsheet that do not fit become new rows, and one step takes them away again", () =>
  grid(async (page) => {
    await page.evaluate(() => navigator.clipboard.writeText('Replace switches\tClient\n"Check ""new"" alarms"\tProvider\nTest the siren\tShared\n'));
    await enter(page);
    await press(page, "Control+End", "Home", "Control+v");
    const before = JSON.parse(demo) as MatrixDocument;
    await expect.poll(async () => (await draft(page)).activities.length).toBe(before.activities.length + 2);
    expect((await draft(page)).activities.slice(-2).map(({ title }) => title)).toEqual(['Check "new" alarms', "Test the siren"]);
    await page.getByRole("status").getByText("2 rows were added", { exact: false }).waitFor();
    await press(page, "Control+z");
    expect((await draft(page)).activities).toEqual(before.activities);
  }));

test("rows are added, duplicated, moved and deleted, and everything can be taken back", () =>
  grid(async (page) => {
    const before = (await draft(page)).activities.map(({ title }) => title);
    await page.getByRole("rowheader", { name: "Create user accounts" }).click();
    await press(page, "Insert");
    await page.keyboard.type("Check badges");
    await press(page, "Enter");
    expect((await draft(page)).activities[2]?.title).toBe("Check badges");
    await page.getByRole("rowheader", { name: "Check badges" }).click();
    await press(page, "Alt+Shift+ArrowUp");
    expect((await draft(page)).activities[1]?.title).toBe("Check badges");
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain("Check badges");
    await press(page, "Control+Shift+d");
    expect((await draft(page)).activities.filter(({ title }) => title === "Check badges")).toHaveLength(2);
    await press(page, "Control+Delete");
    expect((await draft(page)).activities.filter(({ title }) => title === "Check badges")).toHaveLength(1);
    for (let i = 0; i < 5; i++) await press(page, "Control+z");
    expect((await draft(page)).activities.map(({ title }) => title)).toEqual(before);
  }));

test("in five thousand rows no key is lost at the far ends", () =>
  grid(
    async (page) => {
      await raci(page);
      await enter(page);
      await press(page, "Control+End", "i");
      // The last line is the last row of the area that comes last.
      const lastOf = ({ activities }: MatrixDocument) => activities.findLast(({ area }) => area === [...new Set(activities.map((row) => row.area))].at(-1));
      const last = async () => lastOf(await draft(page));
      const role = (await draft(page)).roles.filter(({ party }) => party === "third").at(-1)?.id;
      const had = lastOf(benchMatrix(5_000, 40))?.assignments.some((one) => one.role === role && one.letter === "I") ?? false;
      expect((await last())?.assignments.some((one) => one.role === role && one.letter === "I")).toBe(!had);
      // Scrolled away with the wheel, the chosen cell still takes keys.
      await page.mouse.move(700, 500);
      await page.mouse.wheel(0, -60_000);
      await press(page, "i");
      expect((await last())?.assignments.some((one) => one.role === role && one.letter === "I")).toBe(had);
      await press(page, "Control+Home", "ArrowDown", "ArrowRight", "PageDown", "PageDown");
      expect(await page.evaluate(() => document.activeElement?.getAttribute("role"))).toBe("gridcell");
    },
    { json: JSON.stringify(benchMatrix(5_000, 40)) },
  ));

test("find goes from place to place and leaves the focus at what was found", () =>
  grid(async (page) => {
    await enter(page);
    await press(page, "Control+f");
    await page.keyboard.type("firewall");
    await page.getByText(/ of \d+$/).first().waitFor();
    await press(page, "Enter", "Escape");
    expect(await page.evaluate(() => document.activeElement?.textContent?.toLowerCase())).toContain("firewall");
  }));

test("all fields of a row are edited in the panel, and many rows at once", () =>
  grid(async (page) => {
    await page.getByRole("rowheader", { name: "Create user accounts" }).click();
    await press(page, "Control+Enter");
    const panel = page.getByRole("complementary", { name: "All fields of the row" });
    await panel.getByLabel("goal").fill("accounts on the first day");
    await panel.getByLabel("criticality").selectOption("high");
    await panel.getByLabel("Add a target").fill("15 min");
    await panel.getByLabel("Add a target").press("Enter");
    const row = await rowOf(page, "Create user accounts");
    expect(row).toMatchObject({ goal: "accounts on the first day", criticality: "high", sla: [{ measure: "respond", target: "PT15M", negotiated: false }] });
    await page.getByRole("rowheader", { name: "Create user accounts" }).click();
    await press(page, "Shift+ArrowDown", "Shift+ArrowDown");
    await panel.getByRole("heading", { name: /^3 / }).waitFor();
    await panel.getByLabel("criticality").selectOption("low");
    expect((await draft(page)).activities.slice(1, 4).map(({ criticality }) => criticality)).toEqual(["low", "low", "low"]);
  }));

test("an accessibility checker finds nothing serious, wherever the grid is scrolled to", () =>
  grid(
    async (page) => {
      expect(await serious(page)).toEqual([]);
      await raci(page);
      for (const [top, left] of [[30_000, 900], [66_000, 3_000]] as const) {
        await page.getByRole("treegrid").evaluate((element, [y, x]) => element.scrollTo(x, y), [top, left] as const);
        await page.waitForTimeout(250);
        expect(await serious(page)).toEqual([]);
      }
    },
    { json: JSON.stringify(benchMatrix(2_000, 40)) },
  ), 90_000);

test("the panel, the list of findings and the dark colours have nothing serious either", () =>
  grid(
    async (page) => {
      await page.getByRole("button", { name: /^Findings: 3 errors/ }).click();
      expect(await serious(page)).toEqual([]);
      await page.getByRole("complementary").getByRole("button", { name: /Change firewall rules/ }).first().click();
      await expect.poll(() => page.evaluate(() => document.activeElement?.closest('[role="row"]')?.textContent)).toContain("Change firewall rules");
      await press(page, "Control+Enter");
      await page.getByRole("heading", { name: "Change firewall rules" }).waitFor();
      await page.getByText("Why it matters").first().waitFor();
      expect(await serious(page)).toEqual([]);
    },
    { dark: true },
  ));

test("on a phone the rows are read as cards, and one opens with all its fields", () =>
  grid(
    async (page) => {
      expect(await serious(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
      await page.getByRole("searchbox").fill("firewall");
      await page.getByRole("button", { name: /^Change firewall rules/ }).click();
      await page.getByRole("dialog").getByRole("heading", { name: "Change firewall rules" }).waitFor();
      expect(await serious(page)).toEqual([]);
    },
    { width: 390, height: 844 },
  ));
