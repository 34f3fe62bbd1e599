import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { testDatabase } from "../../../test/database.ts";
import { houses } from "../../../test/house.ts";
import { MOST_BYTES } from "#db/piece.ts";
import { httpWire } from "../../web/draft/wire.ts";

const at = testDatabase();
const house = houses(at);

/** Twelve commands of a megabyte, and beside each a word. */
const FAT = 12;
const words = "x".repeat(10_000);
/** What comes around the entries: names, dates, ids. */
const ROOM = 200_000;

let here: Awaited<ReturnType<typeof house>>;
let first: number;
const edit = (base: number, field: string, values: readonly string[], page?: string) =>
  here.ask(here.ana.cookie, "POST", `/workspaces/${here.workspace}/edits`, { id: randomUUID(), base, what: `set ${field}`, edits: values.map((value) => ({ do: "set-matrix", field, value })), ...(page === undefined ? {} : { page }) });
const fat = (i: number): string[] => Array.from({ length: 100 }, (_, n) => `${i}.${n} ${words}`);
const get = async <T>(path: string) => {
  const text = await (await here.ask(here.ana.cookie, "GET", `/workspaces/${here.workspace}${path}`)).text();
  return { size: text.length, said: JSON.parse(text) as T };
};
interface Log {
  readonly edits: readonly { readonly revision: number; readonly edits: readonly { readonly value: string }[] }[];
  readonly next: number | null;
}

beforeAll(async () => {
  here = await house();
  ({ revision: first } = (await get<{ revision: number }>("/matrix")).said);
  for (let i = 0; i < FAT; i++) {
    expect((await edit(1e6, "about", fat(i))).status).toBe(200);
    expect((await edit(1e6, "title", [`Harbour ${i}`])).status).toBe(200);
  }
});

describe("a log of huge commands", () => {
  test("comes in pieces that memory bears, and whoever follows `next` has all of it", async () => {
    const revisions: number[] = [];
    let pieces = 0;
    for (let after: number | null = first; after !== null; pieces++) {
      const { size, said }: { size: number; said: Log } = await get<Log>(`/edits?after=${after}&limit=500`);
      expect(size).toBeLessThan(MOST_BYTES + ROOM);
      revisions.push(...said.edits.map(({ revision }) => revision));
      after = said.next;
    }
    expect(pieces).toBeGreaterThan(FAT / 4);
    expect(revisions).toEqual(Array.from({ length: FAT * 2 }, (_, i) => first + 1 + i));
  });

  test("is caught up with by an open page", async () => {
    const wire = httpWire(here.workspace, (path) => Promise.resolve(here.ask(here.ana.cookie, "GET", String(path).replace("/api", ""))));
    expect((await wire.since(first)).map(({ revision }) => revision)).toEqual(Array.from({ length: FAT * 2 }, (_, i) => first + 1 + i));
  });

  test("is told of one item in pieces too", async () => {
    const revisions: number[] = [];
    for (let after: string | null = ""; after !== null; ) {
      const { size, said }: { size: number; said: { edits: Log["edits"]; next: string | null } } = await get<{ edits: Log["edits"]; next: string | null }>(`/history?kind=matrix&id=about&limit=500${after === "" ? "" : `&after=${after}`}`);
      expect(size).toBeLessThan(MOST_BYTES + ROOM);
      revisions.push(...said.edits.map(({ revision }) => revision));
      after = said.next;
    }
    expect(revisions).toEqual(Array.from({ length: FAT }, (_, i) => first + FAT * 2 - 1 - 2 * i));
  });

  test("is a history page whose every piece was read within bounds", async () => {
    const revisions: number[] = [];
    let pieces = 0;
    for (let before: number | null | undefined; before !== null; pieces++) {
      const { said }: { said: { entries: { revision: number }[]; next: number | null } } = await get(`/history/entries?limit=200${before === undefined ? "" : `&after=${before}`}`);
      revisions.push(...said.entries.map(({ revision }) => revision));
      before = said.next;
    }
    // A megabyte came and a megabyte went with each: never more than two of them at once.
    expect(pieces).toBeGreaterThan(FAT / 4);
    expect(revisions).toEqual(Array.from({ length: first + FAT * 2 }, (_, i) => first + FAT * 2 - i));
  });

  test("is handed out whole", async () => {
    const { said } = await get<{ entries: { revision: number }[] }>("/history/file");
    expect(said.entries).toHaveLength(first + FAT * 2);
  });

  test("still tells a clash far behind, and lets go what saw it", async () => {
    const page = randomUUID();
    const refused = await edit(first, "about", ["mine"], page);
    expect(refused.status).toBe(409);
    // The newest of those that stand in the way.
    expect(await refused.json()).toMatchObject({ code: "clash", theirs: { revision: first + FAT * 2 - 1, own: true } });
    expect((await edit(first + FAT * 2 - 1, "about", ["mine"], page)).status).toBe(200);
  });

  test("goes back one entry at a time", async () => {
    const back = async () => (await (await here.ask(here.ana.cookie, "POST", `/workspaces/${here.workspace}/undo`, { id: randomUUID() })).json()) as { edits: { field: string; value: string }[] };
    expect((await back()).edits).toMatchObject([{ field: "about", value: fat(FAT - 1).at(-1) }]);
    expect((await back()).edits).toMatchObject([{ field: "title", value: `Harbour ${FAT - 2}` }]);
    expect((await back()).edits.at(-1)).toMatchObject({ field: "about", value: fat(FAT - 2).at(-1) });
  });
});
