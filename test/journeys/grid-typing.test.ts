import type { Page } from "@playwright/test";
import { expect, test } from "vitest";
import { cell, draft, grid, letters, openGrid, press, raci, rowOf } from "./grid-house.ts";

openGrid(true);

const FIRST = "Approve access requests to business systems";
const SECOND = "Create user accounts";
const THIRD = "Modify accounts when people change jobs";

/** Where a press may land while somebody writes, each with what it then leads to. */
const PLACES: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  "another cell": (page) => cell(page, THIRD, 2).click(),
  "a cell of the same row": (page) => page.locator('[data-line="2"] [data-column="1"]').click(),
  "the heading of a group": (page) => page.locator('[data-line="0"] [data-column="0"]').click(),
  "the sign that folds": (page) => page.locator('[data-line="0"] [data-fold]').click(),
  "the margin": (page) => page.locator('[data-line="3"] [data-margin]').click(),
  "a column's head": (page) => page.locator('[data-head="2"]').click({ position: { x: 20, y: 18 } }),
  "the menu of a column": (page) => page.locator('[data-head="2"] button').click({ force: true }),
  "another range": (page) => cell(page, THIRD, 2).click({ modifiers: ["Control"] }),
  "a longer range": (page) => cell(page, THIRD, 2).click({ modifiers: ["Shift"] }),
  "the handle that fills": async (page) => {
    const box = await page.locator("[data-fill]").boundingBox();
    await page.mouse.click((box?.x ?? 0) + 4, (box?.y ?? 0) + 10);
  },
  "a scroll bar": async (page) => {
    const box = await page.getByRole("treegrid").boundingBox();
    await page.mouse.click((box?.x ?? 0) + (box?.width ?? 0) - 6, (box?.y ?? 0) + 300);
  },
  "the tools": (page) => page.getByRole("radio", { name: "RACI" }).click(),
  "nothing at all": (page) => page.mouse.click(3, 3),
};

test.each(Object.keys(PLACES))("what was typed stands when a press lands on %s", (where) =>
  grid(async (page) => {
    await page.getByRole("rowheader", { name: SECOND }).click();
    await page.keyboard.type("Open accounts");
    await PLACES[where]?.(page);
    await expect.poll(async () => (await draft(page)).activities[1]?.title).toBe("Open accounts");
    expect(await page.locator("[data-editor]").count()).toBe(0);
  }));

test("what was typed stands in the other columns and views too", () =>
  grid(async (page) => {
    const evidence = Number(await page.getByRole("columnheader", { name: "Evidence" }).getAttribute("data-head"));
    await cell(page, SECOND, evidence).click();
    await page.keyboard.type("signed form");
    await cell(page, THIRD, 0).click();
    expect((await rowOf(page, SECOND))?.evidence?.map(({ artifact }) => artifact)).toEqual(["signed form"]);
    // The press chose what it landed on.
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain(THIRD);
    await raci(page);
    await cell(page, SECOND, 1).dblclick();
    await page.keyboard.type("I");
    await cell(page, THIRD, 2).click();
    expect((await letters(page, 0))[1]).toBe("I");
  }));

test("what cannot be read holds the press back and says why", () =>
  grid(async (page) => {
    await cell(page, SECOND, 2).click();
    await page.keyboard.type("Nobody at all");
    await cell(page, THIRD, 0).click();
    await page.getByRole("alert").waitFor();
    expect(await page.getByRole("combobox").inputValue()).toBe("Nobody at all");
    await press(page, "Escape");
    expect(await page.locator("[data-editor]").count()).toBe(0);
  }));

test("F2, Enter and a second press put the caret into the text, a letter writes over it", () =>
  grid(async (page) => {
    const typed = async (...keys: string[]) => {
      await page.getByRole("rowheader", { name: SECOND }).click();
      await press(page, ...keys);
      await page.keyboard.type("!");
      await press(page, "Tab");
      const now = (await draft(page)).activities[1]?.title;
      await press(page, "Control+z");
      return now;
    };
    expect(await typed("F2")).toBe(`${SECOND}!`);
    expect(await typed("Enter")).toBe(`${SECOND}!`);
    expect(await typed()).toBe("!");
    const words = await page.getByRole("rowheader", { name: SECOND }).locator("span").first().boundingBox();
    await page.mouse.dblclick((words?.x ?? 0) + 1, (words?.y ?? 0) + (words?.height ?? 0) / 2);
    await page.keyboard.type("Now: ");
    await press(page, "Enter");
    expect((await draft(page)).activities[1]?.title).toBe(`Now: ${SECOND}`);
  }));

test("Ctrl+A chooses everything in sight, however often it is pressed", () =>
  grid(async (page) => {
    await raci(page);
    await cell(page, SECOND, 3).click();
    const { activities, roles } = await draft(page);
    for (let i = 0; i < 2; i++) {
      await press(page, "Control+a");
      await page.getByText(`${(activities.length * (roles.length + 1)).toLocaleString("en")} cells chosen`).waitFor();
      expect(await page.evaluate(() => document.activeElement?.getAttribute("aria-colindex"))).toBe("4");
    }
  }));

test("Alt and an arrow open the menu of the column; with Shift they move the row", () =>
  grid(async (page) => {
    await cell(page, SECOND, 2).click();
    const titles = async () => (await draft(page)).activities.slice(0, 3).map(({ title }) => title);
    await press(page, "Alt+ArrowDown");
    await page.getByRole("menu", { name: "What one can do here" }).getByRole("menuitem", { name: "Filter this column…" }).waitFor();
    expect(await titles()).toEqual([FIRST, SECOND, THIRD]);
    await press(page, "Escape");
    await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute("aria-colindex"))).toBe("3");
    await press(page, "Alt+Shift+ArrowDown");
    expect(await titles()).toEqual([FIRST, THIRD, SECOND]);
    await press(page, "Alt+Shift+ArrowUp");
    expect(await titles()).toEqual([FIRST, SECOND, THIRD]);
  }));

test("a question mark lists all keys, and the foot says so", () =>
  grid(async (page) => {
    await page.getByRole("rowheader", { name: SECOND }).click();
    await page.getByRole("button", { name: "All keys" }).waitFor();
    await press(page, "?");
    const dialog = page.getByRole("dialog", { name: "Keys of the matrix" });
    await dialog.getByText("Move the row", { exact: false }).waitFor();
    await press(page, "Escape");
    await expect.poll(() => dialog.count()).toBe(0);
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toContain(SECOND);
    expect((await draft(page)).activities[1]?.title).toBe(SECOND);
  }));

test("Ctrl+Enter writes into every chosen cell of all ranges, as one step", () =>
  grid(async (page) => {
    const evidence = Number(await page.getByRole("columnheader", { name: "Evidence" }).getAttribute("data-head"));
    const before = (await draft(page)).activities;
    await cell(page, FIRST, evidence).click();
    await press(page, "Shift+ArrowDown");
    await page.locator(`[data-line="5"] [data-column="${evidence}"]`).click({ modifiers: ["Control"] });
    await page.keyboard.type("signed form");
    await press(page, "Control+Enter");
    const now = (await draft(page)).activities;
    expect([0, 1, 4].map((at) => now[at]?.evidence?.map(({ artifact }) => artifact))).toEqual([["signed form"], ["signed form"], ["signed form"]]);
    expect(now[2]).toEqual(before[2]);
    await page.getByText("3 cells chosen").waitFor();
    await press(page, "Control+z");
    expect((await draft(page)).activities).toEqual(before);
  }));

test("a range that ends on the heading of a group takes keys like any other", () =>
  grid(async (page) => {
    await raci(page);
    await cell(page, SECOND, 1).click();
    await press(page, "Shift+ArrowUp", "Shift+ArrowUp");
    await page.getByText("2 cells chosen").waitFor();
    await press(page, "s");
    expect((await letters(page, 0)).slice(0, 2)).toEqual(["S", "S"]);
    await press(page, "Delete");
    expect((await letters(page, 0)).slice(0, 2)).toEqual(["", ""]);
    await cell(page, SECOND, 0).click();
    await press(page, "Shift+ArrowUp", "Shift+ArrowUp");
    await page.keyboard.type("The same");
    await press(page, "Control+Enter");
    expect((await draft(page)).activities.slice(0, 2).map(({ title }) => title)).toEqual(["The same", "The same"]);
  }));

test("a text that is too long stays in its field of the panel too", () =>
  grid(async (page) => {
    const before = (await draft(page)).activities;
    await page.getByRole("rowheader", { name: SECOND }).click();
    await press(page, "Control+Enter");
    const panel = page.getByRole("complementary", { name: "All fields of the row" });
    await panel.getByLabel("goal").fill("x".repeat(21_000));
    await panel.getByLabel("goal").blur();
    await panel.getByRole("alert").getByText("this text is longer than 20,000 characters").waitFor();
    const condition = panel.getByLabel(/^Condition of/).first();
    await condition.fill("x".repeat(1_200));
    await condition.blur();
    await panel.getByRole("alert").getByText("this text is longer than 1,000 characters").waitFor();
    expect((await draft(page)).activities).toEqual(before);
  }));

test("a text that is too long is said at once, stays in the editor, and is not sent", () =>
  grid(async (page) => {
    await page.getByRole("rowheader", { name: SECOND }).click();
    await press(page, "F2");
    await page.keyboard.insertText("x".repeat(6_000));
    await page.getByRole("alert").getByText("this text is longer than 1,000 characters").waitFor();
    await press(page, "Enter");
    await cell(page, THIRD, 2).click();
    expect((await page.getByRole("textbox", { name: /^activity of|^Activity of/ }).inputValue()).length).toBe(6_000 + SECOND.length);
    expect((await draft(page)).activities[1]?.title).toBe(SECOND);
  }));
