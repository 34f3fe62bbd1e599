import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { en } from "./words.ts";
import { within } from "./words-within.ts";

test("no text is written in two rooms, and every room's words are known", async () => {
  const files = readdirSync(new URL("./words", import.meta.url));
  const rooms = await Promise.all(files.map((file) => import(`./words/${file}`) as Promise<Record<string, object>>));
  const all = rooms.flatMap((room) => Object.values(room)).flatMap((words) => Object.keys(words));
  expect(all.filter((id, at) => all.indexOf(id) !== at)).toEqual([]);
  expect([...Object.keys(en), ...Object.keys(within)].sort()).toEqual(all.sort());
});
