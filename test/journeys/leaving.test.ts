import { expect, test } from "vitest";
import { sitDown } from "./sitting.ts";
import { serious } from "./visitor.ts";

const here = sitDown();

test("whoever leaves is seen with all they hold, hands each post to somebody, in one change that undo takes back, and an exit plan is written", async () => {
  const { page: ana, workspace } = here;
  await ana.goto(`${workspace}/people`);
  await ana.getByRole("button", { name: "Somebody leaves" }).click();
  const dialog = ana.getByRole("dialog");
  const choose = async (label: string, option: string): Promise<void> => {
    const box = dialog.getByLabel(label, { exact: true });
    await box.focus();
    await box.selectOption({ label: option });
  };
  await choose("Who leaves", "Tom Hale");
  await dialog.getByText(/Tom Hale holds \d+ things/).waitFor();
  await dialog.getByText("nobody holds Internal IT Manager").first().waitFor();
  expect(await serious(ana)).toEqual([]);
  expect(await dialog.getByRole("button", { name: "Move everything" }).isDisabled()).toBe(true);
  await choose("Who takes over", "Nadia Osei");
  await choose("Who takes over Infrastructure Manager", "Rosalind Ashby");
  await dialog.getByRole("heading", { name: "After the transfer" }).waitFor();
  await dialog.getByText(/new finding/).first().waitFor();
  const [plan] = await Promise.all([ana.waitForEvent("download"), dialog.getByRole("button", { name: "Exit plan" }).click()]);
  expect(plan.suggestedFilename()).toContain("Tom Hale");
  await dialog.getByRole("button", { name: "Move everything" }).click();
  await ana.getByText("Everything Tom Hale held is with Nadia Osei, Rosalind Ashby now").waitFor();
  await ana.getByText("Saved", { exact: true }).waitFor();
  await ana.reload();
  const post = ana.locator("#role-infrastructure-manager");
  await post.getByText("Rosalind Ashby").waitFor();
  expect(await post.getByText("Tom Hale").count()).toBe(0);
  await ana.getByRole("button", { name: "Undo" }).first().click();
  await post.getByText("Tom Hale").waitFor();
});
