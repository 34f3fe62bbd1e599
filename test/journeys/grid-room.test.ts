import type { Page } from "@playwright/test";
import { expect, test } from "vitest";
import { cell, grid, openGrid, press, raci } from "./grid-house.ts";
import { serious } from "./visitor.ts";

openGrid();

const SECOND = "Create user accounts";
const menu = async (page: Page, column: string, name: string) => {
  await page.getByRole("button", { name: `${column}: sort, filter, freeze, hide` }).click({ force: true });
  await page.getByRole("menuitem", { name }).click();
};
const passing = (page: Page, n: number) => page.getByText(new RegExp(`^${n} of 51 rows$`)).waitFor();
const rowsWhere = (page: Page, of: (row: { assignments: { role: string; letter: string }[] }) => boolean) =>
  page.evaluate(() => (globalThis as unknown as { draft: { snapshot(): { document: { activities: { assignments: { role: string; letter: string }[] }[] } } } }).draft.snapshot().document.activities).then((rows) => rows.filter(of).length);

test("values of a column are ticked in a list, blank ones too", () =>
  grid(async (page) => {
    await menu(page, "Secondary owner", "Filter by value…");
    const list = page.getByRole("menu", { name: "Values of Secondary owner" });
    const blank = Number(await list.getByRole("menuitemcheckbox", { name: "(nobody)" }).locator("small").textContent());
    await list.getByRole("menuitemcheckbox", { name: "(nobody)" }).click();
    await passing(page, blank);
    expect(await serious(page)).toEqual([]);
    await press(page, "Escape");
    await expect.poll(() => page.evaluate(() => document.activeElement?.closest('[role="treegrid"]') !== null)).toBe(true);
    expect(await page.getByRole("button", { name: "Values of Secondary owner" }).textContent()).toBe("(nobody)");
    // Asked again, the list opens again.
    await menu(page, "Secondary owner", "Filter by value…");
    await list.getByRole("menuitemcheckbox", { name: "(nobody)", checked: true }).waitFor();
    await press(page, "Escape");
    await expect.poll(() => list.count()).toBe(0);
    await page.getByRole("button", { name: "Take the filter away" }).click();
    await page.getByText("51 rows").waitFor();
  }));

test("a role's column is filtered by its letters", () =>
  grid(async (page) => {
    await raci(page);
    await cell(page, SECOND, 1).click();
    await press(page, "Alt+ArrowDown");
    await page.getByRole("menuitem", { name: "Filter by value…" }).click();
    const role = await page.evaluate(() => (globalThis as unknown as { draft: { snapshot(): { document: { roles: { id: string }[] } } } }).draft.snapshot().document.roles[0]?.id);
    const list = page.getByRole("menu", { name: /^Values of/ });
    await list.getByRole("menuitemcheckbox", { name: "A", exact: false }).first().click();
    await passing(page, await rowsWhere(page, ({ assignments }) => assignments.some((one) => one.role === role && one.letter === "A")));
    await list.getByRole("menuitemcheckbox", { name: "(blank)" }).click();
    await passing(page, await rowsWhere(page, ({ assignments }) => assignments.every((one) => one.role !== role || one.letter === "A") || assignments.some((one) => one.role === role && one.letter === "A")));
  }));

test("rows are put together by who performs them", () =>
  grid(async (page) => {
    for (const [by, heading] of [["By lane", /^Provider/], ["By organisation", /Northwind|Contoso|\w/], ["By responsible role", /\w/], ["By criticality", /^Critical/]] as const) {
      await page.getByRole("button", { name: /Group by/ }).click();
      await page.getByRole("option", { name: by }).click();
      await page.locator('[data-line] [aria-colspan]').filter({ hasText: heading }).first().waitFor();
    }
  }));

/** Tools that another thing covers, or that stick out. */
const covered = (page: Page) =>
  page.getByRole("toolbar", { name: "Tools of the matrix" }).evaluate((bar) =>
    [...bar.querySelectorAll("button, input")].filter((one) => {
      const { x, y, width, height, right } = one.getBoundingClientRect();
      if (width === 0) return false;
      const top = document.elementFromPoint(x + width / 2, y + height / 2);
      return right > bar.getBoundingClientRect().right + 1 || !(top && (one.contains(top) || top.contains(one)));
    }).map((one) => one.getAttribute("aria-label") ?? one.textContent),
  );

test("with the panel open every tool is still there, and what stands still stays where it was", async () => {
  // The grid as wide as the page leaves it beside its navigation, on usual screens.
  for (const [width, still] of [[1100, "Lane"], [1200, "Lane"], [1250, "Responsible"], [1300, "Responsible"], [1440, "Responsible"]] as const)
    await grid(async (page) => {
      await menu(page, still, "Freeze up to this column");
      const edge = () => page.getByRole("columnheader", { name: still }).evaluate((one) => one.getBoundingClientRect().right);
      const frozen = () => page.locator('[data-line="2"] > [role="presentation"]').evaluate((one) => one.getBoundingClientRect().right);
      const before = [await edge(), await frozen()];
      const top = () => page.getByRole("treegrid").evaluate((one) => one.getBoundingClientRect().top);
      const high = await top();
      await cell(page, SECOND, 1).click();
      await press(page, "Control+Enter");
      await page.getByRole("heading", { name: SECOND }).waitFor();
      expect({ width, covered: await covered(page) }).toEqual({ width, covered: [] });
      if (width >= 1250) expect(await top()).toBe(high);
      await page.getByRole("treegrid").evaluate((element) => element.scrollTo(300, 0));
      await page.waitForTimeout(100);
      expect({ width, frozen: [await edge(), await frozen()] }).toEqual({ width, frozen: before });
    }, { width });
}, 60_000);

test("on a phone the way back closes the row, and the cross leaves nothing to go back to", () =>
  grid(
    async (page) => {
      const length = () => page.evaluate(() => history.length);
      const dialog = page.getByRole("dialog");
      const url = page.url();
      const card = page.getByRole("button", { name: new RegExp(`^${SECOND}`) });
      await card.click();
      await dialog.getByRole("heading", { name: SECOND }).waitFor();
      const opened = await length();
      await page.goBack();
      await expect.poll(() => dialog.count()).toBe(0);
      expect(page.url()).toBe(url);
      await card.click();
      await dialog.getByRole("heading", { name: SECOND }).waitFor();
      await dialog.getByRole("button", { name: "Close" }).first().click();
      await expect.poll(() => dialog.count()).toBe(0);
      await expect.poll(() => page.evaluate(() => (history.state as { sheet?: true } | null)?.sheet)).toBeUndefined();
      expect(await length()).toBe(opened);
      expect(page.url()).toBe(url);
    },
    { width: 390, height: 844 },
  ));
