import { expect, test } from "vitest";
import { sitDown } from "./sitting.ts";
import { serious } from "./visitor.ts";

const here = sitDown(15_000);

test("a review is called for, planned and written down, and what it decided about a row is done", async () => {
  const { page: ana, workspace } = here;
  await ana.goto(`${workspace}/review`);
  await ana.getByRole("heading", { name: /Agenda, \d+ minutes/ }).waitFor();
  await ana.getByRole("textbox", { name: "In a sentence" }).fill("The VPN was down for a day");
  await ana.getByRole("button", { name: "Raise it" }).click();
  await ana.getByRole("region", { name: "What calls for one" }).getByText("The VPN was down for a day").waitFor();
  await ana.getByLabel("On the day").fill("2030-01-15");
  await ana.getByRole("button", { name: "Plan it" }).click();
  await ana.getByText("Planned for 15 January 2030, by Ana.").waitFor();
  expect(await serious(ana)).toEqual([]);
  await ana.getByLabel("Who was there").fill("Ana, Pia");
  await ana.getByLabel("What was said").fill("The certificate row has nobody.");
  await ana.getByRole("textbox", { name: "Decision 1" }).fill("The Infrastructure Manager answers for certificates");
  const choose = async (label: string, option: string): Promise<void> => {
    const box = ana.getByLabel(label, { exact: true });
    await box.focus();
    await box.selectOption({ label: option });
  };
  await choose("Row of decision 1", "Renew TLS certificates before they expire");
  await choose("Change of decision 1", "accountable is then");
  await choose("Role of decision 1", "Infrastructure Manager");
  await ana.getByRole("button", { name: "Write it down" }).click();
  await ana.getByText("The review is written down.").waitFor();
  const past = ana.getByRole("region", { name: "Held before" });
  await past.getByText("The certificate row has nobody.").waitFor();
  await past.getByRole("link", { name: "Renew TLS certificates before they expire" }).waitFor();
  await ana.getByText("Nothing was raised since the last review.").waitFor();
  await ana.goto(`${workspace}/findings`);
  await ana.getByText("are both accountable for").first().waitFor();
  expect(await ana.getByText("nobody is accountable for Renew TLS").count()).toBe(0);
});
