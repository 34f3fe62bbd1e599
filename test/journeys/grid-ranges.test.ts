import { expect, test } from "vitest";
import type { Locator, Page } from "@playwright/test";
import { benchMatrix } from "../../bench/inputs.ts";
import { cell, demo, draft, enter, grid, letters, openGrid, press, raci } from "./grid-house.ts";
import { serious } from "./visitor.ts";

openGrid();

const ACCESS = ["Approve access requests to business systems", "Create user accounts", "Modify accounts when people change jobs", "Remove accounts of leavers", "Approve privileged access"] as const;
/** Where something is now: the browser's answer to a debugger may be a frame old. */
const boxOf = (element: Locator) => element.evaluate((here) => {
  const { x, y, width, height } = here.getBoundingClientRect();
  return { x, y, width, height };
});
/** Pulls the handle at the corner of the selection to the middle of a cell. */
async function pull(page: Page, title: string, column: number): Promise<void> {
  // The frame round the selection is moved with the next picture; pulled from where it was, nothing would be pulled.
  await expect.poll(async () => {
    const before = await boxOf(page.locator("[data-fill]"));
    await page.waitForTimeout(150);
    return JSON.stringify(before) === JSON.stringify(await boxOf(page.locator("[data-fill]")));
  }).toBe(true);
  const [from, to] = [await boxOf(page.locator("[data-fill]")), await boxOf(cell(page, title, column))];
  await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2);
  await page.mouse.down();
  await page.mouse.move(to.x + to.width / 2, to.y + to.height / 2, { steps: 8 });
  await page.mouse.up();
}

test("the handle at the corner of the selection repeats its pattern, and one step takes it back", () =>
  grid(async (page) => {
    await raci(page);
    const before = await letters(page, 3);
    expect(before.slice(0, 5)).toEqual(["R", "A", "A", "A", "R"]);
    await cell(page, ACCESS[0], 4).click();
    await press(page, "Shift+ArrowDown");
    await page.getByText("2 cells chosen").waitFor();
    await pull(page, ACCESS[4], 4);
    await page.getByRole("status").getByText("Filled 3 cells").waitFor();
    await expect.poll(async () => (await letters(page, 3)).slice(0, 5)).toEqual(["R", "A", "R", "A", "R"]);
    await press(page, "Control+z");
    await expect.poll(() => letters(page, 3)).toEqual(before);
    // To the right: what stands in the first of the two columns goes into the others.
    await cell(page, ACCESS[1], 4).click();
    await expect.poll(() => page.getByText("cells chosen").count()).toBe(0);
    await pull(page, ACCESS[1], 6);
    const right = async () => ["infrastructure-manager", "plant-systems-owner"].map(async (role) => (await draft(page)).activities[1]?.assignments.find((one) => one.role === role)?.letter);
    await expect.poll(async () => Promise.all(await right())).toEqual(["A", "A"]);
    // Escape lets go of the handle before it is let go of.
    const kept = await letters(page, 3);
    const handle = await boxOf(page.locator("[data-fill]"));
    await page.mouse.move(handle.x + 4, handle.y + 4);
    await page.mouse.down();
    await page.mouse.move(handle.x - 20, handle.y + 90, { steps: 4 });
    await press(page, "Escape");
    await page.mouse.up();
    expect(await letters(page, 3)).toEqual(kept);
    // Ctrl+D does the same by keys.
    await cell(page, ACCESS[0], 1).click();
    await press(page, "i", "Shift+ArrowDown", "Shift+ArrowDown", "Control+d");
    expect((await letters(page, 0)).slice(0, 4)).toEqual(["I", "I", "I", ""]);
  }));

test("ranges chosen with Ctrl take one letter together, lose it together, and are copied where they line up", () =>
  grid(async (page) => {
    await raci(page);
    await cell(page, ACCESS[0], 1).click();
    await cell(page, ACCESS[2], 2).click({ modifiers: ["Control"] });
    // Ctrl and a drag add a rectangle.
    const [from, to] = [await boxOf(cell(page, ACCESS[3], 1)), await boxOf(cell(page, ACCESS[4], 2))];
    await page.keyboard.down("Control");
    await page.mouse.move(from.x + 20, from.y + 12);
    await page.mouse.down();
    await page.mouse.move(to.x + 20, to.y + 12, { steps: 6 });
    await page.mouse.up();
    await page.keyboard.up("Control");
    await page.getByText("6 cells chosen").waitFor();
    expect(await page.locator('[role="gridcell"][aria-selected="true"]').count()).toBe(6);
    await press(page, "s");
    expect([await letters(page, 0), await letters(page, 1)].map((all) => all.slice(0, 5))).toEqual([["S", "", "", "S", "S"], ["", "", "S", "S", "S"]]);
    await press(page, "Control+c");
    await page.getByRole("status").getByText("Only ranges with the same rows or the same columns can be copied together").waitFor();
    await press(page, "Delete");
    expect([await letters(page, 0), await letters(page, 1)].map((all) => all.slice(0, 5).join(""))).toEqual(["", ""]);
    await cell(page, ACCESS[0], 4).click();
    await cell(page, ACCESS[1], 4).click({ modifiers: ["Control"] });
    await press(page, "Control+c");
    expect((await page.evaluate(() => navigator.clipboard.readText())).split(/\r?\n/)).toEqual(["R", "A"]);
    // The panel sets a field in the rows of all ranges.
    await cell(page, ACCESS[4], 0).click({ modifiers: ["Control"] });
    await press(page, "Control+Enter");
    const panel = page.getByRole("complementary", { name: "All fields of the row" });
    await panel.getByRole("heading", { name: /^3 / }).waitFor();
    await panel.getByLabel("criticality").selectOption("low");
    expect((await draft(page)).activities.flatMap(({ criticality, title }) => (criticality === "low" ? [title] : []))).toEqual([ACCESS[0], ACCESS[1], ACCESS[4]]);
  }));

test("everything the menu of a column offers is done with keys, and Escape gives the focus back to the cell", () =>
  grid(async (page) => {
    await enter(page);
    await press(page, "ArrowDown", "ArrowRight", "ArrowRight");
    const here = () => page.evaluate(() => document.activeElement?.getAttribute("aria-colindex"));
    const menu = page.getByRole("menu", { name: "What one can do here" });
    const pick = async (name: string) => {
      await press(page, "Shift+F10");
      await menu.waitFor();
      for (let i = 0; i < 30 && (await page.evaluate(() => document.activeElement?.textContent)) !== name; i++) await press(page, "ArrowDown");
      expect(await page.evaluate(() => [document.activeElement?.getAttribute("role"), document.activeElement?.textContent])).toEqual(["menuitem", name]);
    };
    await press(page, "Shift+F10");
    await menu.waitFor();
    await press(page, "ArrowDown", "Escape");
    await expect.poll(() => menu.count()).toBe(0);
    await expect.poll(here).toBe("3");
    // Wider, and wider again: the menu stays for that.
    const width = () => page.getByRole("columnheader", { name: "Responsible" }).evaluate((element) => element.getBoundingClientRect().width);
    const narrow = await width();
    await pick("Wider");
    await press(page, "Enter", "Enter", "Escape");
    await expect.poll(width).toBe(narrow + 80);
    await pick("Freeze up to this column");
    await press(page, "Enter");
    await expect.poll(() => menu.count()).toBe(0);
    await expect.poll(here).toBe("3");
    // What is frozen stands still when the rest scrolls to the side.
    const left = (name: string) => page.getByRole("columnheader", { name }).evaluate((element) => element.getBoundingClientRect().left);
    const [frozen, loose] = [await left("Responsible"), await left("Evidence")];
    await page.getByRole("treegrid").evaluate((element) => element.scrollTo(200, 0));
    await expect.poll(() => left("Evidence")).toBe(loose - 200);
    expect(await left("Responsible")).toBe(frozen);
    expect(await cell(page, ACCESS[0], 2).evaluate((element) => element.getBoundingClientRect().left)).toBe(frozen);
    expect(await serious(page)).toEqual([]);
    await pick("Unfreeze");
    await press(page, "Enter");
    await page.getByRole("treegrid").evaluate((element) => element.scrollTo(150, 0));
    await expect.poll(() => left("Responsible")).toBe(frozen - 150);
    await pick("Sort Z to A");
    await press(page, "Enter");
    await expect.poll(() => page.getByRole("columnheader", { name: "Responsible" }).getAttribute("aria-sort")).toBe("descending");
    await pick("Filter this column…");
    await press(page, "Enter");
    await expect.poll(() => page.evaluate(() => document.activeElement?.closest("label")?.textContent)).toContain("Responsible holds");
    await page.keyboard.type("SOC");
    await expect.poll(() => page.getByText(/^\d+ of 51 rows$/).count()).toBe(1);
    await press(page, "Enter");
    await pick("Hide this column");
    await press(page, "Enter");
    await expect.poll(() => page.getByRole("columnheader", { name: "Responsible" }).count()).toBe(0);
  }));

test("freezing more than leaves room to scroll freezes what fits, and says so", () =>
  grid(async (page) => {
    await cell(page, ACCESS[0], 4).click();
    await press(page, "Shift+F10");
    await page.getByRole("menuitem", { name: "Freeze up to this column" }).click();
    await page.getByRole("status").getByText("Only the first 2 columns fit beside the rest in this window", { exact: false }).waitFor();
  }, { width: 900 }));

test("a row that no longer passes the filter stays until the filter is asked again", () =>
  grid(async (page) => {
    await page.getByRole("searchbox", { name: "Filter rows" }).fill("accounts");
    const titles = () => page.getByRole("rowheader").allTextContents();
    const found = (await titles()).length;
    await page.getByRole("rowheader", { name: "Create user accounts" }).click();
    await page.keyboard.type("Open the door");
    await press(page, "Enter");
    const again = page.getByRole("button", { name: "1 row has changed: filter again" });
    await again.waitFor();
    expect((await titles()).length).toBe(found);
    await again.click();
    await expect.poll(async () => (await titles()).length).toBe(found - 1);
    expect(await again.count()).toBe(0);
  }));

test("the tools stay on one line with a filter and the find bar open, on a large screen and a small one", async () => {
  for (const width of [1440, 1024])
    await grid(async (page) => {
      await page.getByRole("searchbox", { name: "Filter rows" }).fill("e");
      await page.getByRole("button", { name: "Responsible: sort, filter, freeze, hide" }).click({ force: true });
      await page.getByRole("menuitem", { name: "Filter this column…" }).click();
      await page.keyboard.type("Service");
      await page.getByRole("button", { name: "Find", exact: true }).click();
      const lines = await page.getByRole("toolbar", { name: "Tools of the matrix" }).evaluate((bar) =>
        [...bar.children].map((line) => {
          const boxes = [...line.children].map((child) => child.getBoundingClientRect()).filter(({ width }) => width > 0);
          return { middles: new Set(boxes.map(({ top, height }) => Math.round((top + height / 2) / 4))).size, over: Math.max(...boxes.map(({ right }) => right)) > bar.getBoundingClientRect().right + 1 };
        }),
      );
      expect(lines).toEqual([{ middles: 1, over: false }, { middles: 1, over: false }]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    }, { width });
});

test("an accessibility checker finds nothing serious with groups, frozen columns and several ranges, wherever one scrolls", () =>
  grid(
    async (page) => {
      await raci(page);
      await page.getByRole("columnheader").nth(6).hover();
      await page.getByRole("button", { name: /sort, filter, freeze, hide$/ }).nth(2).click({ force: true });
      await page.getByRole("menuitem", { name: "Freeze up to this column" }).click();
      await page.locator('[data-line="3"] [data-column="4"]').click();
      await page.locator('[data-line="5"] [data-column="5"]').click({ modifiers: ["Control"] });
      expect(await page.locator("[aria-expanded]").filter({ has: page.locator("[data-fold]") }).count()).toBeGreaterThan(0);
      for (const [top, left] of [[0, 0], [9_000, 1_200], [30_000, 0]] as const) {
        await page.getByRole("treegrid").evaluate((element, [y, x]) => element.scrollTo(x, y), [top, left] as const);
        await page.waitForTimeout(200);
        expect(await serious(page)).toEqual([]);
      }
    },
    { json: JSON.stringify(benchMatrix(1_000, 30)) },
  ), 90_000);

test("on a phone a heading takes the room of a heading", () =>
  grid(
    async (page) => {
      const boxes = await page.locator("li").evaluateAll((lines) => lines.map((line) => ({ heading: line.querySelector("h3") !== null, top: line.getBoundingClientRect().top, height: line.getBoundingClientRect().height })));
      expect(boxes.filter(({ heading }) => heading).length).toBeGreaterThan(0);
      for (const { heading, height } of boxes) if (heading) expect(height).toBeLessThan(64);
      boxes.slice(1).forEach((box, i) => expect(Math.abs(box.top - ((boxes[i]?.top ?? 0) + (boxes[i]?.height ?? 0)))).toBeLessThan(1));
      await page.getByRole("region", { name: "Matrix", exact: true }).evaluate((element) => element.scrollTo(0, 1e6));
      await page.getByText((JSON.parse(demo) as { activities: { title: string }[] }).activities.at(-1)?.title ?? "").waitFor();
    },
    { width: 390, height: 844 },
  ));
