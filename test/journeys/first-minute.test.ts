import { readFile } from "node:fs/promises";
import { describe, expect, test } from "vitest";
import { drop, errors, openHouse, serious, SHEET, visit } from "./visitor.ts";

openHouse();

describe("the first minute", () => {
  test("a dropped sheet becomes a list of named defects; a fix is applied and undone", async () => {
    await visit({}, async (page) => {
      await drop(page, "acme.csv", SHEET);
      const list = page.getByRole("region", { name: /More than one role is accountable/ });
      await list.waitFor();
      expect(await list.textContent()).toContain("Isolate an infected host");
      const before = await errors(page);

      await list.getByRole("button", { name: /Isolate an infected host/ }).click();
      await page.locator('tr[data-chosen] th:has-text("Isolate an infected host")').waitFor();
      expect(decodeURIComponent(page.url())).toContain("#finding=");

      await page.getByRole("button", { name: /Make IT Manager accountable/ }).click();
      await page.getByRole("status").getByText(/^Fixed/).waitFor();
      expect(await errors(page)).toBeLessThan(before);
      await page.getByRole("status").getByRole("button", { name: "Undo" }).click();
      await page.waitForFunction((count) => document.querySelector("[role=search]")?.textContent?.startsWith(String(count)) === true, before);
    });
  });

  test("the report names what was understood, and every cell that was not by its address", async () => {
    await visit({}, async (page) => {
      await drop(page, "acme.csv", SHEET);
      await page.getByRole("link", { name: /What was understood/ }).click();
      const main = page.getByRole("main");
      await main.getByText(/4 rows/).first().waitFor();
      expect(await main.textContent()).toMatch(/letters in the cells/i);
      await page.getByRole("link", { name: /Cells not read/ }).click();
      await page.getByRole("rowheader", { name: "C5" }).waitFor();
      expect(await main.textContent()).toContain("see contract");
    });
  });

  test("a matrix stays through a reload, and starting over can be taken back", async () => {
    await visit({}, async (page) => {
      await drop(page, "acme.csv", SHEET);
      await page.locator("[data-finding]").first().waitFor();
      await page.waitForTimeout(600);
      await page.reload();
      await page.locator("[data-finding]").first().waitFor();
      await page.getByRole("button", { name: "New file" }).click();
      await page.getByText("acme.csv was set aside.").waitFor();
      await page.waitForTimeout(600);
      await page.reload();
      await page.getByRole("button", { name: "Bring it back" }).click();
      await page.locator("[data-finding]").first().waitFor();
    });
  });

  test("the example is one click away and leaves as a workbook", async () => {
    await visit({ acceptDownloads: true }, async (page) => {
      await page.getByRole("button", { name: "Start from an example" }).click();
      await page.locator("tbody tr[aria-rowindex]").first().waitFor();
      await page.getByRole("button", { name: "Export" }).click();
      const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("menuitem", { name: /XLSX/ }).click()]);
      expect(download.suggestedFilename()).toMatch(/\.xlsx$/);
      const bytes = await readFile(await download.path());
      expect(bytes.length).toBeGreaterThan(2_000);
      expect(bytes.subarray(0, 2).toString()).toBe("PK");
    });
  });

  test.each([
    ["CSV", /\.csv$/, /Activity/],
    ["Markdown", /\.md$/, /\|/],
    ["Page to print (HTML)", /\.html$/, /<table/],
    ["Remit matrix (YAML)", /\.remit\.yaml$/, /^remit: 1/m],
    ["JSON", /\.remit\.json$/, /"remit": 1/],
    ["Report of findings (HTML)", /\.findings\.html$/, /Isolate an infected host/],
    ["Findings for tools (SARIF)", /\.sarif$/, /"2\.1\.0"/],
  ])("it also leaves as %s", async (format, ending, content) => {
    await visit({ acceptDownloads: true }, async (page) => {
      await drop(page, "acme.csv", SHEET);
      await page.locator("[data-finding]").first().waitFor();
      await page.getByRole("button", { name: "Export" }).click();
      const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("menuitem", { name: format, exact: true }).click()]);
      expect(download.suggestedFilename()).toMatch(ending);
      expect(await readFile(await download.path(), "utf8")).toMatch(content);
    });
  });

  test("each of the five templates opens", async () => {
    await visit({}, async (page) => {
      for (let index = 0; index < 5; index++) {
        await page.getByRole("button", { name: "Start from a template" }).click();
        await page.getByRole("menuitem").nth(index).click();
        await page.locator("tbody tr[aria-rowindex]").first().waitFor();
        await page.getByRole("button", { name: "New file" }).click();
      }
    });
  });

  test("a table can be pasted", async () => {
    await visit({}, async (page) => {
      await page.evaluate((text) => {
        const data = new DataTransfer();
        data.setData("text/plain", text);
        document.body.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true }));
      }, SHEET.replaceAll(",", "\t"));
      await page.getByRole("region", { name: /More than one role is accountable/ }).waitFor();
      expect(await page.title()).toContain("Pasted table");
    });
  });

  test("a file that cannot be read says why, what to do, and that nothing was lost", async () => {
    await visit({}, async (page) => {
      await drop(page, "acme.csv", SHEET);
      await page.locator("[data-finding]").first().waitFor();
      await drop(page, "broken.xlsx", "PK\u0003\u0004 this is no archive");
      await page.getByRole("heading", { name: /broken.xlsx could not be read/ }).waitFor();
      const said = await page.getByRole("main").textContent();
      expect(said).toContain("What you can do");
      expect(said).toContain("never changed");
      expect(said).toContain("still on the table");
      await page.getByRole("button", { name: /Back to acme.csv/ }).click();
      await page.locator("[data-finding]").first().waitFor();
    });
  });

  test("the address is the state: filters and the chosen row arrive as sent", async () => {
    await visit({}, async (page) => {
      await drop(page, "acme.csv", SHEET);
      await page.locator("[data-finding]").first().waitFor();
      await page.getByRole("searchbox").fill("laptops");
      await page.getByRole("radio", { name: "RACI" }).click();
      await page.locator("[data-finding] button").first().click();
      await page.waitForTimeout(600);
      expect(page.url()).toContain("q=laptops");
      expect(page.url()).toContain("view=raci");
      await page.reload();
      await page.locator('tr[data-chosen] th:has-text("Order laptops")').waitFor();
      expect(await page.getByRole("searchbox").inputValue()).toBe("laptops");
    });
  });

  test("the keyboard alone is enough: choose a file, walk the findings, fix, undo", async () => {
    await visit({}, async (page) => {
      const focused = () => page.evaluate(() => (document.activeElement instanceof HTMLButtonElement ? document.activeElement.textContent : ""));
      await page.getByRole("button", { name: "Choose a file" }).waitFor();
      for (let i = 0; i < 20 && !(await focused()).includes("Choose a file"); i++) await page.keyboard.press("Tab");
      expect(await focused()).toContain("Choose a file");
      const [chooser] = await Promise.all([page.waitForEvent("filechooser"), page.keyboard.press("Enter")]);
      await chooser.setFiles({ name: "acme.csv", mimeType: "text/csv", buffer: Buffer.from(SHEET) });
      await page.locator("[data-finding]").first().waitFor();

      const inList = () => page.evaluate(() => document.activeElement?.closest("[data-finding]")?.textContent ?? "");
      for (let i = 0; i < 40 && (await inList()) === ""; i++) await page.keyboard.press("Tab");
      for (let i = 0; i < 60 && !(await inList()).includes("Make IT Manager accountable"); i++) await page.keyboard.press("ArrowDown");
      const before = await errors(page);
      await page.keyboard.press("Enter");
      await page.locator("tr[data-chosen]").waitFor();
      await page.keyboard.press("f");
      await page.getByRole("status").getByText(/^Fixed/).waitFor();
      expect(await errors(page)).toBeLessThan(before);
      expect(await inList()).not.toBe("");
      await page.keyboard.press("Control+z");
      await page.waitForFunction((count) => document.querySelector("[role=search]")?.textContent?.startsWith(String(count)) === true, before);
    });
  });
});

describe("everybody can use it", () => {
  test.each(["light", "dark"] as const)("no serious accessibility fault, %s, at any scroll position", async (colorScheme) => {
    await visit({ colorScheme }, async (page) => {
      expect(await serious(page)).toEqual([]);
      await page.getByRole("button", { name: "Start from an example" }).click();
      await page.locator("tbody tr[aria-rowindex]").first().waitFor();
      for (const view of ["Lanes", "RACI"]) {
        await page.getByRole("radio", { name: view }).click();
        for (const part of [0, 0.5, 1]) {
          await page.getByRole("region", { name: "The matrix, read only" }).evaluate((element, part) => element.scrollTo({ top: element.scrollHeight * part }), part);
          await page.waitForTimeout(100);
          expect(await serious(page)).toEqual([]);
        }
      }
      for (const section of [/^Matrix/, /What was understood/]) {
        await page.getByRole("link", { name: section }).click();
        expect(await serious(page)).toEqual([]);
      }
    });
  }, 90_000);

  test("a phone scrolls up and down, never sideways", async () => {
    await visit({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }, async (page) => {
      const sideways = () => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(await sideways()).toBeLessThanOrEqual(0);
      await page.locator("input[type=file]").setInputFiles({ name: "acme.csv", mimeType: "text/csv", buffer: Buffer.from(SHEET) });
      await page.locator("[data-finding]").first().waitFor();
      expect(await sideways()).toBeLessThanOrEqual(0);
      expect(await serious(page)).toEqual([]);
      await page.locator("[data-finding] button").first().tap();
      await page.getByRole("region", { name: "The chosen finding" }).waitFor();
      expect(await sideways()).toBeLessThanOrEqual(0);
      for (const section of [/Understood|What was understood/, /Not read|Cells not read/]) {
        await page.getByRole("link", { name: section }).tap();
        expect(await sideways()).toBeLessThanOrEqual(0);
        expect(await serious(page)).toEqual([]);
      }
    });
  });

  test("five thousand rows stay smooth, and only a screenful of them is drawn", async () => {
    const rows = Array.from({ length: 5_000 }, (_, i) => `Check system ${i + 1} of site ${i % 40},${Array.from({ length: 20 }, (_, c) => (c === i % 20 ? "A" : c === (i * 7 + 1) % 20 ? "R" : "")).join(",")}`);
    const sheet = [`Activity,${Array.from({ length: 20 }, (_, c) => `Engineer ${c + 1} (${c % 2 ? "client" : "provider"})`).join(",")}`, ...rows].join("\n");
    await visit({}, async (page) => {
      await drop(page, "large.csv", sheet);
      await page.locator("tbody tr[aria-rowindex]").first().waitFor({ timeout: 25_000 });
      await page.getByRole("radio", { name: "RACI" }).click();
      const region = page.getByRole("region", { name: "The matrix, read only" });
      const slowest = await region.evaluate(async (element) => {
        const times: number[] = [];
        for (let i = 1; i <= 30; i++) {
          const start = performance.now();
          element.scrollTop = i * 5_000;
          await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
          times.push(performance.now() - start);
        }
        return times.sort((a, b) => a - b)[Math.floor(times.length * 0.8)] ?? 0;
      });
      expect(await page.locator("tbody tr").count()).toBeLessThan(120);
      expect(slowest).toBeLessThan(250);
      await region.getByText(/Check system 4\d\d\d/).first().waitFor();
    });
  });
});
