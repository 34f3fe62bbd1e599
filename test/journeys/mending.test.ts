import type { Page } from "@playwright/test";
import { describe, expect, test } from "vitest";
import { drop, errors, openHouse, serious, SHEET, visit } from "./visitor.ts";

openHouse();

/** Letters nobody knows, so that the importer asks; more than six answers make a list. */
const ASKING = ["Activity,IT Manager (client),SOC Analyst (provider)", "Isolate an infected host,A,A/R", "Order laptops,R,W", "Patch production servers,A,R", "Review firewall rules,A,W", "Restore the databases,A,R"].join("\n");
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

const opened = async (page: Page, sheet = SHEET): Promise<void> => {
  await drop(page, "acme.csv", sheet);
  await page.locator("[data-finding]").first().waitFor();
};
const said = (page: Page, words: RegExp) => page.getByRole("status").getByText(words).waitFor();
const undo = (page: Page) => page.getByRole("banner").getByRole("button", { name: "Undo" });
/** A finding with its way of being accepted. */
const choose = (page: Page, name: RegExp) => page.getByRole("button", { name }).and(page.locator("[data-finding] > button")).first().click();

describe("the panes scroll, the page does not", () => {
  test.each(["Findings", "What was understood"])("%s: no key and no wheel moves the page at desktop size", async (section) => {
    await visit({}, async (page) => {
      await page.getByRole("button", { name: "Start from an example" }).click();
      await page.locator("[data-finding]").first().waitFor();
      await page.getByRole("link", { name: section }).click();
      await page.mouse.move(400, 20);
      await page.mouse.wheel(0, 3_000);
      await page.keyboard.press("End");
      expect(await page.evaluate(() => ({ top: document.documentElement.scrollTop, beyond: document.documentElement.scrollHeight - innerHeight }))).toEqual({ top: 0, beyond: 0 });
    });
  });

  test("on a phone the page ends where its content ends", async () => {
    await visit(PHONE, async (page) => {
      await page.getByRole("button", { name: "Start from an example" }).tap();
      await page.locator("[data-finding]").first().waitFor();
      for (const section of ["Findings", "Matrix", "Understood"]) {
        await page.getByRole("link", { name: section }).tap();
        expect(await page.evaluate(() => document.documentElement.scrollHeight - Math.max(innerHeight, Math.ceil(document.querySelector("main")?.getBoundingClientRect().bottom ?? 0) + scrollY))).toBeLessThanOrEqual(1);
      }
    });
  });
});

describe("a finding shows where it is", () => {
  test("the accountable column stands beside the findings, and both of two A's are marked", async () => {
    await visit({}, async (page) => {
      await opened(page);
      const region = page.getByRole("region", { name: "The matrix, read only" });
      const [pane, head] = [await region.boundingBox(), await region.getByRole("columnheader", { name: "Accountable" }).boundingBox()];
      expect((head?.x ?? 0) + (head?.width ?? 0)).toBeLessThanOrEqual((pane?.x ?? 0) + (pane?.width ?? 0));
      await page.getByRole("radio", { name: "RACI" }).click();
      await choose(page, /are both accountable for Isolate an infected host/);
      expect(await page.locator("tr[data-chosen] td[data-chosen]").allTextContents()).toEqual([expect.stringContaining("A"), expect.stringContaining("A")]);
    });
  });

  test("a phone shows titles whole, and no keys", async () => {
    await visit({ viewport: { width: 390, height: 844 } }, async (page) => {
      await page.locator("input[type=file]").setInputFiles({ name: "acme.csv", mimeType: "text/csv", buffer: Buffer.from(SHEET) });
      await page.locator("[data-finding]").first().waitFor();
      expect(await page.locator("kbd:visible").count()).toBe(0);
      await page.getByRole("link", { name: "Matrix" }).click();
      const cut = await page.locator('th[scope="row"] span span').evaluateAll((titles) => titles.filter((title) => title.scrollHeight > title.clientHeight + 1 || title.scrollWidth > title.clientWidth).map(({ textContent }) => textContent));
      expect(cut).toEqual([]);
    });
  });
});

describe("what was done is not lost, and can be undone", () => {
  test("a fix made before an answer is made again after it", async () => {
    await visit({}, async (page) => {
      await opened(page, ASKING);
      await page.getByRole("button", { name: /Make .* accountable|Keep one|Take the/ }).first().click();
      await said(page, /^Fixed/);
      await page.getByRole("link", { name: /What was understood/ }).click();
      const before = await page.getByText(/\d+ letters/).textContent();
      const card = page.locator("[id^=question-]").filter({ hasText: "W" }).first();
      const list = card.getByRole("button");
      if ((await list.count()) > 0) {
        await list.click();
        await page.getByRole("option", { name: /consulted/i }).first().click();
      } else await card.getByRole("radio", { name: /consulted/i }).first().click();
      await said(page, /^Read again with your answer: /);
      expect(await page.getByText(/\d+ letters/).textContent()).not.toBe(before);
      await page.getByRole("link", { name: "Findings" }).click();
      expect(await page.getByRole("button", { name: /Make .* accountable/ }).count()).toBe(0);
    });
  });

  test("a list of answers names each answer once", async () => {
    await visit({}, async (page) => {
      await opened(page, ASKING);
      await page.getByRole("link", { name: /What was understood/ }).click();
      for (const list of await page.getByRole("main").getByRole("button", { name: /W|taken for/ }).all()) {
        await list.click();
        const options = await page.getByRole("option").allTextContents();
        expect(options.length).toBeGreaterThan(1);
        expect(new Set(options).size).toBe(options.length);
        await page.keyboard.press("Escape");
      }
    });
  });

  test("nothing can be undone right after opening; starting over is taken back from its message", async () => {
    await visit({}, async (page) => {
      await opened(page);
      expect(await undo(page).count()).toBe(0);
      await page.keyboard.press("Control+z");
      expect(await page.locator("[data-finding]").count()).toBeGreaterThan(0);
      await page.getByRole("button", { name: "New file" }).click();
      await page.getByRole("status").getByRole("button", { name: "Undo" }).click();
      await page.locator("[data-finding]").first().waitFor();
    });
  });
});

describe("a finding accepted on purpose", () => {
  test("does not count, says by whom, until when and why, and is taken back", async () => {
    await visit({}, async (page) => {
      await opened(page);
      const before = await errors(page);
      await choose(page, /are both accountable for Isolate an infected host/);
      await page.getByRole("button", { name: /^Accept on purpose/ }).click();
      expect(await serious(page)).toEqual([]);
      await page.getByLabel("Who answers for that").fill("Ana Ortiz");
      await page.getByRole("button", { name: "Accept", exact: true }).click();
      expect(await page.getByRole("dialog").count()).toBe(1);
      await page.getByLabel("Why it is acceptable").fill("both sign until the merger");
      await page.getByLabel("Until").fill("2099-03-31");
      // Whoever the matrix does not know is filed under no organisation until somebody names it.
      await page.getByRole("button", { name: "Accept", exact: true }).click();
      await page.getByText("Choose the organisation").waitFor();
      await page.getByRole("radiogroup", { name: "Ana Ortiz stands with" }).getByRole("radio").first().check({ force: true });
      await page.getByRole("button", { name: "Accept", exact: true }).click();
      await said(page, /^Accepted by Ana Ortiz/);
      expect(await errors(page)).toBe(before - 1);
      const accepted = page.getByRole("region", { name: "Accepted on purpose" });
      expect(await accepted.textContent()).toContain("Ana Ortiz, until 31 March 2099: both sign until the merger");
      expect(await serious(page)).toEqual([]);

      await undo(page).click();
      await accepted.waitFor({ state: "detached" });
      await page.getByRole("button", { name: "Redo" }).click();
      await accepted.getByRole("button", { name: /^Take it back/ }).click();
      await said(page, /counts again/);
      expect(await errors(page)).toBe(before);
    });
  });
});

describe("a newer sheet", () => {
  const NEWER = SHEET.replace("Isolate an infected host,A,A/R", "Isolate an infected host,A,R") + "\nWipe old disks,A,R";

  test("merges into the open matrix after a look at what changes, and is undone", async () => {
    await visit({}, async (page) => {
      await opened(page);
      const before = await errors(page);
      await drop(page, "newer.csv", NEWER);
      const dialog = page.getByRole("dialog", { name: /newer\.csv/ });
      await dialog.waitFor();
      expect(await dialog.textContent()).toMatch(/1 row changes.*1 row is new/);
      expect(await dialog.textContent()).toContain("Wipe old disks");
      expect(await serious(page)).toEqual([]);
      await dialog.getByRole("button", { name: "Merge into acme.csv" }).click();
      await said(page, /newer\.csv was merged/);
      await page.getByRole("rowheader", { name: "Wipe old disks" }).waitFor();
      expect(await errors(page)).toBeLessThan(before);
      await undo(page).click();
      await page.getByRole("rowheader", { name: "Wipe old disks" }).waitFor({ state: "detached" });
      expect(await errors(page)).toBe(before);
    });
  });

  test("or is opened instead, and the matrix before it comes back", async () => {
    await visit({}, async (page) => {
      await opened(page);
      await drop(page, "other.csv", "Activity,Buyer (client)\nOrder paper,R");
      await page.getByText(/looks like another matrix/).waitFor();
      await page.getByRole("button", { name: "Open it instead" }).click();
      await page.getByRole("rowheader", { name: "Order paper" }).waitFor();
      await page.getByRole("status").getByRole("button", { name: "Undo" }).click();
      await page.getByRole("rowheader", { name: /Isolate an infected host/ }).waitFor();
    });
  });
});

describe("the library", () => {
  test("gives a row by keyboard alone, and undo takes it away", async () => {
    await visit({}, async (page) => {
      await opened(page);
      await page.getByRole("button", { name: "Add from library" }).focus();
      await page.keyboard.press("Enter");
      await page.getByRole("searchbox", { name: "Search activities" }).waitFor();
      expect(await serious(page)).toEqual([]);
      await page.keyboard.type("restores critical");
      await page.getByRole("option", { name: "Validate and sign off critical restores" }).waitFor();
      expect(await page.getByRole("option").count()).toBe(1);
      await page.keyboard.press("ArrowDown");
      await page.keyboard.press("Enter");
      await said(page, /critical restores was added/);
      const row = page.getByRole("rowheader", { name: /^Validate and sign off critical restores/ });
      await row.waitFor();
      expect(await page.locator("tr[data-chosen]").textContent()).toContain("critical restores");
      await page.keyboard.press("Control+z");
      await row.waitFor({ state: "detached" });
    });
  });
});
