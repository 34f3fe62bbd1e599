import { expect, test } from "vitest";
import { drop, openHouse, serious, SHEET, visit } from "./visitor.ts";

openHouse();

test.each([{}, { viewport: { width: 390, height: 844 } }])("a newer sheet brought onto an open matrix is compared with it, for everybody and for one (%o)", async (options) => {
  await visit(options, async (page) => {
    await drop(page, "acme.csv", SHEET);
    await page.getByRole("region", { name: /More than one role is accountable/ }).waitFor();
    const [head = "", first = "", ...rest] = SHEET.split("\n");
    const cells = first.split(",");
    const at = cells.findIndex((cell) => cell.trim() === "A");
    expect(at).toBeGreaterThan(0);
    await drop(page, "newer.csv", [head, cells.with(at, "I").join(","), ...rest].join("\n"));
    await page.getByRole("button", { name: "Compare row by row" }).click();
    const dialog = page.getByRole("dialog", { name: "What differs" });
    await dialog.getByRole("heading", { name: /Authority moved/ }).waitFor();
    expect(await dialog.textContent()).toContain("no longer owns the result");
    expect(await dialog.getByRole("row").filter({ hasText: "A" }).count()).toBeGreaterThan(0);
    expect(await serious(page)).toEqual([]);
    await dialog.getByRole("button", { name: /Everybody/ }).click();
    await page.getByRole("option", { name: /IT Manager/ }).first().click();
    await dialog.getByRole("heading", { name: "No longer" }).waitFor();
    expect(await dialog.textContent()).toContain("you no longer own the result of");
  });
});
