import { expect, test } from "vitest";
import { sitDown } from "./sitting.ts";
import { serious } from "./visitor.ts";

const here = sitDown();

test("somebody without an account takes a one-minute test on a telephone, with keys and a clock, once, and its makers see which rows are weak", async () => {
  const { page: ana, workspace, browser, server } = here;
  await ana.goto(`${workspace}/minute-test`);
  await ana.getByText("Nobody was asked yet.").waitFor();
  expect(await serious(ana)).toEqual([]);
  await ana.getByLabel("For whom").fill("The new one");
  await ana.getByRole("radio", { name: "5", exact: true }).check();
  await ana.getByRole("button", { name: "Make a link" }).click();
  const link = await ana.locator("code").filter({ hasText: "/minute-test#" }).textContent();
  expect(link).toContain(server.url);

  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, hasTouch: true, reducedMotion: "reduce" });
  context.setDefaultTimeout(10_000);
  const ivo = await context.newPage();
  const asked: string[] = [];
  ivo.on("request", (request) => asked.push(request.url()));
  await ivo.goto(link ?? "");
  await ivo.getByText(/Ana wants to know/).waitFor();
  expect(await serious(ivo)).toEqual([]);
  await ivo.getByRole("button", { name: "Start" }).click();
  await ivo.getByText("Question 1 of 5").waitFor();
  expect(await serious(ivo)).toEqual([]);
  expect(await ivo.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  await ivo.getByRole("listitem").first().getByRole("button").click();
  await ivo.getByText("Question 2 of 5").waitFor();
  await ivo.keyboard.press("2");
  await ivo.getByText("Question 3 of 5").waitFor();
  // A page that is opened again goes on where it was, and its time ran on.
  await ivo.waitForTimeout(2_100);
  await ivo.reload();
  await ivo.getByRole("button", { name: "Go on" }).click();
  await ivo.getByText("Question 3 of 5").waitFor();
  expect(Number(/(\d+) s/.exec((await ivo.getByRole("timer").textContent()) ?? "")?.[1])).toBeLessThanOrEqual(58);
  await ivo.keyboard.press("0");
  await ivo.getByText("Question 4 of 5").waitFor();
  await ivo.getByRole("button", { name: "I cannot tell" }).click();
  await ivo.getByText("Question 5 of 5").waitFor();
  await ivo.keyboard.press("1");
  await ivo.getByRole("heading", { name: "Thank you" }).waitFor();
  expect(asked.join("\n")).not.toContain((link ?? "").split("#")[1]);
  await ivo.reload();
  await ivo.getByRole("heading", { name: "Thank you" }).waitFor();

  await ana.reload();
  await ana.getByText(/of 5 right/).waitFor();
  await ana.getByText("Rows that did not explain themselves").waitFor();
  await ana.getByText("Answers of The new one").click();
  expect(await ana.getByText("Could not tell").count()).toBe(2);
  expect(await serious(ana)).toEqual([]);
  await ana.getByRole("button", { name: "Remove the test of The new one" }).click();
  await ana.getByRole("dialog").getByRole("button", { name: "Remove" }).click();
  await ana.getByText("Nobody was asked yet.").waitFor();
  await ivo.reload();
  await ivo.getByText("This test cannot be taken").waitFor();
});

test("what has to be settled before a signature leads to its place, and what no matrix shows is confirmed by a named person", async () => {
  const { page: ana, workspace } = here;
  await ana.goto(`${workspace}/readiness`);
  await ana.getByRole("heading", { name: "Before you sign" }).waitFor();
  await ana.getByRole("button", { name: /errors of the linter/ }).click();
  await ana.getByRole("region", { name: "Errors" }).getByRole("link", { name: /Renew TLS certificates/ }).click();
  await ana.waitForURL(/\/matrix\?.*row=/);
  await ana.goBack();
  await ana.getByRole("button", { name: "Confirm: Everybody who takes part has approved it before work begins" }).click();
  await ana.getByRole("dialog").getByLabel("Who says so").focus();
  await ana.getByRole("dialog").getByLabel("Who says so").selectOption({ label: "Nadia Osei" });
  await ana.getByRole("dialog").getByRole("button", { name: "Confirm" }).click();
  await ana.getByText(/Nadia Osei, .*yes/).waitFor();
  expect(await serious(ana)).toEqual([]);
});
