import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { chromium, type Browser } from "@playwright/test";
import PizZip from "pizzip";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { shell } from "./command.ts";
import { dropData, freePort, newData, serve, type Served } from "./serving.ts";
import { browserPath, serious } from "./visitor.ts";

const { folder, remit } = shell();
const at = (name: string): string => join(folder, name);
cpSync("examples/alder-foods.remit.yaml", at("company.yaml"));
const textOf = (docx: Buffer): string => new PizZip(docx).file("word/document.xml")?.asText().replace(/<[^>]+>/g, "") ?? "";

describe("remit appendix", () => {
  test("writes a DOCX, or a PDF where the file is named so, and says what is still open", () => {
    expect(remit("appendix", "company.yaml", "-o", "a.docx")).toMatchObject({ code: 0, err: expect.stringMatching(/a\.docx: draft, not signed; matrix [0-9a-f]{16}\n {2}One service level is a sample/) });
    expect(textOf(readFileSync(at("a.docx")))).toContain("Nadia Osei");
    expect(remit("appendix", "company.yaml", "--out", "a.pdf").code).toBe(0);
    expect(readFileSync(at("a.pdf")).subarray(0, 5).toString()).toBe("%PDF-");
    expect(remit("appendix", "company.yaml", "-o", "posts.docx", "--without-names").code).toBe(0);
    expect(textOf(readFileSync(at("posts.docx")))).not.toContain("Nadia Osei");
  });

  test("fills its own kind of template, and refuses what cannot be used with what to do; nothing is half written", () => {
    const zip = new PizZip(readFileSync(at("a.docx")));
    zip.file("word/document.xml", '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>{between}: {shortFingerprint}</w:t></w:r></w:p></w:body></w:document>');
    writeFileSync(at("ours.docx"), zip.generate({ type: "nodebuffer" }));
    expect(remit("appendix", "company.yaml", "--template", "ours.docx", "-o", "filled.docx").code).toBe(0);
    expect(textOf(readFileSync(at("filled.docx")))).toMatch(/^Alder Foods, Brightwell IT and Meridian ERP Hosting: [0-9a-f]{16}$/);
    writeFileSync(at("macro.docx"), zip.file("word/vbaProject.bin", "x").generate({ type: "nodebuffer" }));
    writeFileSync(at("kept.docx"), "what was there");
    const said: readonly (readonly [readonly string[], string])[] = [
      [["--template", "macro.docx"], "the template `macro.docx` holds a macro, in `word/vbaProject.bin`\n  take it out in Word"], [["--template", "company.yaml"], "it is no .docx inside"], [["--template", "none.docx"], "there is no such file"],
      [["--logo", "company.yaml"], "neither PNG nor JPEG"], [["--format", "doc"], "there is no format `doc`\n  choose docx or pdf"], [["--format", "pdf"], "ends in .docx, and the format is pdf"], [["--template", "ours.docx", "--logo", "x.png"], "has its own logo"],
    ];
    for (const [options, why] of said) expect(remit("appendix", "company.yaml", "-o", "kept.docx", ...options)).toMatchObject({ code: 2, out: "", err: expect.stringContaining(why) });
    expect(remit("appendix", "ours.docx", "-o", "kept.docx").code).toBe(2);
    expect(readFileSync(at("kept.docx"), "utf8")).toBe("what was there");
    expect(readdirSync(folder).filter((name) => name.includes("partial") || name.endsWith("~"))).toEqual([]);
    expect(existsSync(at("kept.docx~"))).toBe(false);
  });
});

describe("the page of a workspace", () => {
  let browser: Browser;
  let served: Served;
  const data = newData();
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: browserPath(), args: ["--no-sandbox", "--disable-gpu"] });
    served = await serve(data, await freePort());
  });
  afterAll(async () => {
    await browser?.close();
    await served?.stop();
    dropData(data);
  });

  test("is reached from the export menu, edits a clause, and saves the appendix that has it", async () => {
    const page = await (await browser.newContext({ acceptDownloads: true })).newPage();
    await page.goto(`${served.url}/enter#${served.link}`);
    await page.getByRole("button", { name: "Sign in" }).click();
    await page.waitForURL(/\/matrix/);
    await page.getByRole("button", { name: "Export" }).click();
    await page.getByRole("menuitem", { name: "Contract appendix (DOCX, PDF)" }).click();
    await page.waitForURL(/\/appendix$/);
    const text = page.getByLabel("Text of Review");
    await text.fill("Every {review-every} by {nobody}.");
    await text.blur();
    await page.getByText("is no word that a matrix can fill").waitFor();
    await text.fill("Both sides meet every {review-every}.");
    await text.blur();
    await page.getByText("Both sides meet every 3 months.").waitFor();
    await page.getByRole("button", { name: "Move Review up" }).click();
    await page.getByText("Saved").first().waitFor();
    expect(await serious(page)).toEqual([]);
    const download = page.waitForEvent("download");
    await page.getByRole("button", { name: "Save as DOCX" }).click();
    const said = textOf(readFileSync(await (await download).path()));
    expect(said).toMatch(/ReviewBoth sides meet every 3 months\.9\.10\s+Keys of encrypted backups/);
    await page.locator("input[type=file]").first().setInputFiles({ name: "bad.docx", mimeType: "application/zip", buffer: Buffer.from("hello") });
    await page.getByRole("alert").filter({ hasText: "it is no .docx inside; nothing was kept" }).waitFor();
  });
});
