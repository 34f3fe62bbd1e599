import { afterEach, expect, test } from "vitest";
import { SaidNo } from "./asking.ts";
import { askBy, withFactor, type Asker } from "./factor-asking.ts";

let end: (() => void) | undefined;
afterEach(() => end?.());
const wanted = () => new SaidNo(403, "your second factor is wanted", "show-factor");
const asking = (asks: Asker): void => void (end = askBy(asks));

test("what wants no factor asks for none", async () => {
  asking(() => Promise.reject(new Error("asked")));
  expect(await withFactor(async (shown) => shown)).toEqual({});
  await expect(withFactor(() => Promise.reject(new SaidNo(403, "give your password", "prove")))).rejects.toMatchObject({ code: "prove" });
});

test("a wanted factor is asked for, again where it was wrong, and the same is done with it", async () => {
  const asked: boolean[] = [];
  asking(async (again) => {
    asked.push(again);
    return { code: again ? "222222" : "111111", backup: false };
  });
  const tried: object[] = [];
  const done = await withFactor(async (shown) => {
    tried.push(shown);
    if ((shown as { code?: string }).code !== "222222") throw wanted();
    return "done";
  });
  expect({ done, asked, tried }).toEqual({ done: "done", asked: [false, true], tried: [{}, { code: "111111", backup: false }, { code: "222222", backup: false }] });
});

test("after a passkey it is done as the session that it made", async () => {
  let stronger = false;
  asking(async () => {
    stronger = true;
    return "passkey";
  });
  expect(await withFactor(async (shown) => (stronger ? shown : Promise.reject(wanted())))).toEqual({});
});

test("who would rather not show it gets the refusal, and so does a page that cannot ask", async () => {
  asking(async () => undefined);
  await expect(withFactor(() => Promise.reject(wanted()))).rejects.toMatchObject({ code: "show-factor" });
  end?.();
  await expect(withFactor(() => Promise.reject(wanted()))).rejects.toMatchObject({ code: "show-factor" });
});
