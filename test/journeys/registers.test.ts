import { expect, test } from "vitest";
import type { MatrixDocument } from "#core/model/document.ts";
import { MatrixDocument as Shape } from "#core/model/document.ts";
import { choose, company, openRegisters } from "./register-trial.ts";

const { register, draft, told } = openRegisters();

test("a role is renamed, warned of, held and removed with keys, and one press brings it back", () =>
  register("people", async (page) => {
    const roleNamed = async (name: string) => (await draft(page)).roles.find((role) => role.name === name);
    const field = page.getByRole("textbox", { name: "Name of the role Network Engineer" });
    await field.fill("IT team");
    await page.getByText("does not say who").nth(0).waitFor();
    await field.press("Escape");
    await page.getByRole("status").getByText("Your text was put back").waitFor();
    expect(await roleNamed("IT team")).toBeUndefined();
    await field.fill("Network Lead");
    await field.press("Enter");
    expect(await roleNamed("Network Lead")).toMatchObject({ id: "network-engineer" });
    const team = page.getByRole("textbox", { name: "Name of the role Security team" });
    await team.fill("Cyber security team");
    await page.getByRole("button", { name: "Call it Security Lead" }).click();
    await page.getByRole("textbox", { name: "Name of the role Backup Engineer" }).focus();
    expect((await draft(page)).roles.filter(({ name }) => name === "Security Lead").length).toBe(2);
    await choose(page, "Who holds Backup Engineer", "Piotr Wrona");
    expect((await roleNamed("Backup Engineer"))?.holders).toEqual(["julie-tamm", "piotr-wrona"]);
    // Holding two posts now, he is marked wherever he stands.
    await expect.poll(() => page.getByTitle("Piotr Wrona holds 2 roles: Systems Engineer, Backup Engineer").count()).toBe(2);
    const before = await draft(page);
    await page.getByRole("button", { name: "Remove Network Lead" }).focus();
    await page.keyboard.press("Enter");
    await page.getByText("7 activities").waitFor();
    await page.getByRole("button", { name: "Remove", exact: true }).press("Enter");
    expect(JSON.stringify(await draft(page))).not.toContain('"network-engineer"');
    await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe("H1");
    await page.getByRole("button", { name: "Undo" }).press("Enter");
    expect(await draft(page)).toEqual(before);
  }));

test("a person who is their own backup is told so, and a contact is added", () =>
  register("people", async (page) => {
    await page.getByText("Primary and secondary owner at once, as Internal IT Manager and Infrastructure Manager").waitFor();
    await page.getByRole("button", { name: "Add a contact of Petra Simms" }).click();
    await page.getByRole("textbox", { name: "Number or address" }).fill("+44 20 7946 0999");
    await page.keyboard.press("Enter");
    expect((await draft(page)).directory?.contacts?.at(-1)).toMatchObject({ person: "petra-simms", kind: "voice", value: "+44 20 7946 0999" });
    expect((await draft(page)).directory?.absences).toEqual(company.directory?.absences);
  }));

test("who may only look finds a sentence and nothing to press", () =>
  register("people&reading", async (page) => {
    await page.getByText("You may read this and not change it").waitFor();
    expect(await page.getByRole("main").getByRole("textbox").count()).toBe(0);
    expect(await page.getByRole("main").getByRole("button", { name: /Remove|Add/ }).count()).toBe(0);
  }, { width: 390, dark: true }));

test("a scope item gets its owner, leaves monitoring in sight of everybody, and a new one is named as uncovered", () =>
  register("scope", async (page) => {
    const unwatched = page.getByRole("region", { name: /Not monitored/ });
    await unwatched.getByText("Packing line controllers").waitFor();
    await page.getByText("Cold store handhelds has no owner").waitFor();
    await choose(page, "Owner of Cold store handhelds", "Internal IT Manager");
    await expect.poll(() => page.getByText("Cold store handhelds has no owner").count()).toBe(0);
    await page.getByRole("button", { name: "More about Label printing server" }).click();
    await page.getByRole("checkbox", { name: "left out of monitoring on purpose" }).check();
    await unwatched.getByText("Label printing server").waitFor();
    await page.getByRole("button", { name: "VPN gateway is business-critical" }).click();
    expect((await draft(page)).scope?.find(({ id }) => id === "vpn")?.businessCritical).toBe(true);
    await page.getByRole("textbox", { name: "Add to the scope" }).fill("Door controller");
    await page.keyboard.press("Enter");
    await page.getByText(/no activity covers Door controller/i).waitFor();
  }));

test("an empty scope teaches", () => register("scope&empty", (page) => page.getByRole("heading", { name: "Nothing is in scope yet" }).waitFor(), { width: 390 }));

test("findings are narrowed by what a bar counts, sent by address, accepted and taken back", () =>
  register("findings", async (page) => {
    await page.getByRole("button", { name: /^Servers and patching.*1 error, 2 warnings/ }).click();
    expect(new URL(page.url()).hash).toBe("#area=Servers+and+patching");
    await page.getByRole("status").getByText(/^3 of 14 shown/).waitFor();
    await page.getByRole("button", { name: "Clear filters" }).click();
    await page.getByRole("button", { name: /^Go there: nobody is accountable for Renew TLS/i }).click();
    expect(await told(page)).toMatchObject([{ rule: "no-accountable" }]);
    await page.getByRole("button", { name: /^Accept on purpose: nobody is accountable for Renew TLS/i }).click();
    await page.getByRole("combobox", { name: "Who answers for that" }).fill("Martin Keel");
    await page.getByRole("textbox", { name: "Why it is acceptable" }).fill("decided in spring");
    await page.getByRole("button", { name: "Accept", exact: true }).click();
    await page.getByText(/Martin Keel, until .*: decided in spring/).waitFor();
    await page.getByRole("button", { name: /^Take it back: nobody is accountable/i }).click();
    await page.getByRole("button", { name: /^Accept on purpose: nobody is accountable for Renew TLS/i }).waitFor();
    expect(await draft(page)).toEqual(company);
    await page.getByText("Brightwell IT: performs in 41 rows (72 % of 57 Responsible), answers for 3 (6 % of 50 Accountable)").waitFor();
  }));

test("the whole matrix comes on paper on its side, its head on every sheet", () =>
  register("print", async (page) => {
    expect(await page.getByRole("rowheader").count()).toBeGreaterThanOrEqual(company.activities.length);
    // Every organisation stands level over its roles, the vendor with one role too.
    for (const { name } of company.parties) await page.getByRole("columnheader", { name, exact: true }).first().waitFor();
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
    const boxes = [...pdf.matchAll(/\/MediaBox\s*\[\s*0\s+0\s+([\d.]+)\s+([\d.]+)/g)].map(([, width, height]) => Math.round(Number(width)) - Math.round(Number(height)));
    expect(boxes.length).toBeGreaterThan(1);
    expect(boxes.every((more) => more > 0)).toBe(true);
    await page.emulateMedia({ media: "print" });
    // A head higher than a quarter of the sheet would not be repeated.
    const head = await page.locator("thead").evaluate((element) => element.getBoundingClientRect().height);
    expect(head).toBeLessThan(0.25 * 190 * (96 / 25.4));
    await page.emulateMedia({ media: "screen" });
  }));

test("a template is chosen with two names, or a matrix is built step by step", () =>
  register("templates", async (page) => {
    await page.getByRole("radio", { name: /Co-managed/ }).check();
    await page.getByRole("textbox", { name: "Your company" }).fill("Alder Foods");
    await page.getByRole("button", { name: "Start with Co-managed" }).click();
    expect(await told(page)).toEqual([["co-managed", "Alder Foods", ""]]);
    await page.getByRole("button", { name: "Begin" }).click();
    await page.getByRole("checkbox", { name: "A managed security service" }).check();
    await page.getByRole("button", { name: "Next" }).click();
    await page.getByRole("textbox", { name: "Organisation" }).first().fill("Alder Foods");
    await page.getByRole("button", { name: "Next" }).click();
    await page.getByRole("checkbox", { name: "VPN gateway" }).check();
    await page.getByRole("button", { name: "Next" }).click();
    await page.getByRole("checkbox", { name: "Backup and recovery" }).check();
    await page.getByRole("button", { name: "Next" }).click();
    await page.getByRole("combobox", { name: "Who stands in for Backup and recovery" }).selectOption("Service Provider Engineer");
    await page.getByRole("textbox", { name: "Who is Backup Operator" }).fill("Julie Tamm");
    await page.getByRole("button", { name: "Next" }).click();
    await page.getByRole("combobox", { name: "Who may decide: Authorise containment" }).selectOption("Security Lead");
    await page.getByRole("button", { name: "Next" }).click();
    await page.getByText("only assumed").waitFor();
    await page.getByRole("button", { name: "Build the matrix" }).click();
    const document = (await told(page))[1] as MatrixDocument;
    expect(Shape.safeParse(document).success).toBe(true);
    expect(document).toMatchObject({ covers: ["mssp"], parties: [{ name: "Alder Foods" }, { name: "Your provider" }], people: [{ name: "Julie Tamm" }], scope: [{ name: "VPN gateway" }] });
    expect(document.decisionRights?.find(({ verb }) => verb === "containment.authorise")).toMatchObject({ role: "security-lead" });
    expect(document.activities.find(({ decision }) => decision === "containment.authorise")?.note ?? "").not.toContain("may decide this");
    expect(document.activities.some(({ note }) => note?.includes("approves this"))).toBe(true);
    expect(document.areas?.find(({ name }) => name === "Backup and recovery")).toMatchObject({ primary: "backup-operator", secondary: "service-provider-engineer" });
  }));
