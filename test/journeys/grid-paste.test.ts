import { expect, test } from "vitest";
import type { MatrixDocument } from "#core/model/document.ts";
import { cell, demo, draft, enter, grid, letters, openGrid, pasteAs, press, raci } from "./grid-house.ts";

openGrid();

const before = JSON.parse(demo) as MatrixDocument;

/** As Excel writes it: wrapped source, merged cells, and line breaks inside a cell. */
const EXCEL = `<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"><body>
<!--StartFragment-->
<table border=0 cellpadding=0 cellspacing=0>
 <tr height=20>
  <td rowspan=2 class=xl65>R</td>
  <td class=xl65>C (if the change<br style='mso-data-placement:same-cell'>
    touches the shop)</td>
 </tr>
 <tr><td>I</td></tr>
 <tr><td colspan=2 class=xl66>A</td></tr>
</table>
<!--EndFragment--></body></html>`;

test("a table from Excel keeps its cells: merged ones are said once, a line break stays inside its cell", () =>
  grid(async (page) => {
    const wanted = [["R", "C (if the change touches the shop)"], ["", "I"], ["A", ""]];
    for (const given of [{ "text/html": EXCEL }, { "text/html": EXCEL, "text/plain": 'R\t"C (if the change\ntouches the shop)"\r\n\tI\r\nA\t\r\n' }] as const) {
      await raci(page);
      await cell(page, before.activities[0]?.title ?? "", 1).click();
      await pasteAs(page, given);
      const { activities, roles } = await draft(page);
      const shown = activities.slice(0, 3).map((row) => [0, 1].map((at) => row.assignments.filter(({ role }) => role === roles[at]?.id).map(({ letter, condition }) => letter + (condition === undefined ? "" : ` (${condition})`)).join("/")));
      expect(shown).toEqual(wanted);
      await press(page, "Control+z");
      expect((await draft(page)).activities).toEqual(before.activities);
    }
  }));

test("where a program wraps its markup, no line begins in the cell", () =>
  grid(async (page) => {
    await page.getByRole("rowheader", { name: before.activities[0]?.title ?? "" }).click();
    const evidence = Number(await page.getByRole("columnheader", { name: "Evidence" }).getAttribute("data-head"));
    await press(page, ...Array<string>(evidence).fill("ArrowRight"));
    await pasteAs(page, { "text/html": "<table><tr><td>approval record of the\n   request<br style='mso-data-placement:same-cell'>\n  change ticket</td></tr></table>" });
    expect((await draft(page)).activities[0]?.evidence?.map(({ artifact }) => artifact)).toEqual(["approval record of the request", "change ticket"]);
  }));

test("lines of one cell of a word processor's table do not become rows", () =>
  grid(async (page) => {
    await raci(page);
    await cell(page, before.activities[0]?.title ?? "", 1).click();
    await pasteAs(page, { "text/plain": "R\nC\tI\nA\t", "text/html": "<table><tr><td><p>R</p><p>C</p></td><td>I</td></tr><tr><td>A</td><td></td></tr></table>" });
    expect([(await letters(page, 0)).slice(0, 3), (await letters(page, 1)).slice(0, 3)]).toEqual([["RC", "A", ""], ["I", "", ""]]);
  }));

test("a paste beyond the last row says how many rows it added and takes them back with one press", () =>
  grid(async (page) => {
    await enter(page);
    await press(page, "Control+End", "Home");
    await pasteAs(page, { "text/plain": "One\nTwo\nThree" });
    const report = page.getByRole("complementary", { name: "What was pasted" });
    await report.getByText("2 rows were added below the last one, because the block was longer than the matrix").waitFor();
    expect((await draft(page)).activities).toHaveLength(before.activities.length + 2);
    // Looking about does not take the offer away.
    await press(page, "ArrowUp");
    await report.getByRole("button", { name: "Undo the paste" }).click();
    expect((await draft(page)).activities).toEqual(before.activities);
    expect(await report.count()).toBe(0);
  }));

test("every cell that was not understood is named, however many there are", () =>
  grid(async (page) => {
    await raci(page);
    await cell(page, before.activities[0]?.title ?? "", 1).click();
    const words = Array.from({ length: 8 }, (_, i) => `see clause ${i + 1}`);
    await pasteAs(page, { "text/plain": ["RR\tr", ...words.map((text) => `${text}\tR R`)].join("\n") });
    expect((await letters(page, 1)).slice(0, 9)).toEqual(Array<string>(9).fill("R"));
    const report = page.getByRole("complementary", { name: "What was pasted" });
    await report.getByText("8 cells were not understood and stay as they were").click();
    for (const [i, text] of words.entries()) {
      const line = report.getByRole("listitem").nth(i);
      await line.scrollIntoViewIfNeeded();
      expect(await line.textContent()).toMatch(new RegExp(`Executive Sponsor of ${before.activities[i + 1]?.title ?? ""}.*${text}.*a cell of the grid holds the letters`));
      expect(await line.evaluate((element) => element.scrollWidth <= element.clientWidth)).toBe(true);
    }
    await report.getByRole("button", { name: "Copy this list" }).click();
    await report.getByText("The list is on the clipboard").waitFor();
    expect((await page.evaluate(() => navigator.clipboard.readText())).split(/\r?\n/)).toHaveLength(9);
    // What is written elsewhere on the page is the last step then: the paste is no longer offered to be undone.
    await page.getByRole("button", { name: "Close the report" }).click();
    expect(await report.count()).toBe(0);
    expect(await page.evaluate(() => document.activeElement?.getAttribute("role"))).toBe("gridcell");
  }));

test("Alt and Enter mend a finding that has one certain remedy, and Ctrl and Z bring it back", () => {
  // Twice responsible on one side of one role: the fix takes the doubled letter away.
  const broken: MatrixDocument = { ...before, activities: before.activities.map((row, i) => (i === 1 ? { ...row, assignments: [...row.assignments, { role: "internal-it-manager", letter: "I" }] } : row)) };
  return grid(
    async (page) => {
      await page.getByRole("button", { name: /^Findings: / }).waitFor();
      await enter(page);
      const hint = page.locator("footer").getByText(/^Alt ↵/);
      for (let i = 0; i < 40 && (await hint.count()) === 0; i++) await press(page, "F8");
      const label = ((await hint.textContent()) ?? "").replace("Alt ↵", "").trim();
      const found = async () => Number(/(\d+) note/.exec((await page.getByRole("button", { name: /^Findings: / }).textContent()) ?? "")?.[1] ?? 0);
      const notes = await found();
      await press(page, "Alt+Enter");
      await page.getByRole("status").getByText(`Fixed: ${label}`).waitFor();
      expect((await draft(page)).activities).not.toEqual(broken.activities);
      await expect.poll(found).toBeLessThan(notes);
      await press(page, "Control+z");
      expect((await draft(page)).activities).toEqual(broken.activities);
      await expect.poll(found).toBe(notes);
    },
    { json: JSON.stringify(broken) },
  );
});

test("in forced colours the letters, what is chosen and where the focus is can still be told", () =>
  grid(
    async (page) => {
      await raci(page);
      await cell(page, before.activities[0]?.title ?? "", 4).click();
      await press(page, "Shift+ArrowDown", "Shift+ArrowRight");
      const look = await page.evaluate(() => {
        const highlight = document.createElement("i");
        highlight.style.cssText = "forced-color-adjust: none; color: Highlight";
        document.body.append(highlight);
        const wanted = getComputedStyle(highlight).color;
        const over = (name: string) => [...document.querySelectorAll<HTMLElement>(`[aria-hidden] > [class*="${name}"]`)].map((element) => getComputedStyle(element)).map(({ borderTopColor, borderTopStyle, borderTopWidth }) => ({ own: borderTopColor === wanted, borderTopStyle, wide: parseFloat(borderTopWidth) >= 2 }));
        const letter = document.querySelector<HTMLElement>('[data-column="4"] span');
        const ground = getComputedStyle(document.querySelector('[role="treegrid"]') as HTMLElement).backgroundColor;
        return { ring: over("ring"), chosen: over("chosen"), letter: letter ? getComputedStyle(letter).color !== ground : false };
      });
      expect(look.ring).toEqual([{ own: true, borderTopStyle: "solid", wide: true }]);
      expect(look.chosen).toEqual([{ own: true, borderTopStyle: "dashed", wide: true }]);
      expect(look.letter).toBe(true);
    },
    { more: { forcedColors: "active" } },
  ));

test("printed from the browser the matrix comes out whole, without tools and without what only a screen needs", () =>
  grid(async (page) => {
    await raci(page);
    await page.getByRole("rowheader", { name: before.activities[0]?.title ?? "" }).click();
    await page.evaluate(() => window.dispatchEvent(new Event("beforeprint")));
    await page.emulateMedia({ media: "print" });
    expect(await page.getByRole("rowheader").count()).toBe(before.activities.length);
    expect(await page.getByRole("toolbar").isVisible()).toBe(false);
    expect(await page.locator("[data-fill]").isVisible()).toBe(false);
    // The last role is on the paper, not behind an edge that scrolls.
    expect(await page.getByRole("treegrid").evaluate((element) => getComputedStyle(element).overflow)).toBe("visible");
    expect(await page.getByText("Print shows the grid as it stands", { exact: false }).isVisible()).toBe(true);
  }));
