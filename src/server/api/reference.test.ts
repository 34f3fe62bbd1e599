import { expect, test } from "vitest";
import { testDatabase } from "../../../test/database.ts";
import { houses } from "../../../test/house.ts";

const at = testDatabase();
const house = houses(at);

test("the reference shows names of the API as such, and has an icon of its own", async () => {
  const { ask } = await house();
  const page = await (await ask(undefined, "GET", "/reference")).text();
  expect(page.replaceAll(/<pre>.*?<\/pre>/gs, "")).not.toContain("`");
  expect(page).toContain("with the scope <code>read</code>");
  expect(page).toContain('<link rel="icon" href="/icon.svg"');
});

test("every list is asked for its next piece in the same way", async () => {
  const { ask } = await house();
  const { paths } = (await (await ask(undefined, "GET", "/openapi.json")).json()) as { paths: Record<string, Record<string, { parameters?: { name: string; in: string }[] }>> };
  const names = Object.values(paths).flatMap((operations) => Object.values(operations)).map(({ parameters = [] }) => parameters.filter((one) => one.in === "query").map(({ name }) => name));
  const lists = names.filter((each) => each.includes("limit"));
  expect(lists.length).toBeGreaterThan(8);
  for (const each of lists) expect(each).toContain("after");
  expect(names.flat()).not.toContain("cursor");
  expect(names.flat()).not.toContain("before");
});
