import { afterAll, beforeAll, expect, test } from "vitest";
import type { MatrixDocument } from "../../src/core/model/document.ts";
import type { Edit } from "../../src/core/model/edit.ts";
import { SyncedStore } from "../../src/web/draft/synced-store.ts";
import type { Unsent } from "../../src/web/draft/unsent.ts";
import { httpWire } from "../../src/web/draft/wire.ts";
import { castOf } from "../../src/web/grid/columns.ts";
import { paste } from "../../src/web/grid/paste.ts";
import { asking, dropData, freePort, newData, serve, signIn, type Served } from "./serving.ts";

const data = newData();
const open: SyncedStore[] = [];
let server: Served;
let cookie: string;
let workspace: string;

beforeAll(async () => {
  server = await serve(data, await freePort());
  cookie = await signIn(server);
  const made = await asking(() => server.url, cookie)("POST", "/workspaces", { name: "Together", template: "security-outsourcing" });
  workspace = ((await made.json()) as { id: string }).id;
});
afterAll(async () => {
  for (const store of open) store.close();
  await server.stop();
  dropData(data);
});

const forgetful = (): Unsent => ({ page: crypto.randomUUID(), load: () => [], keep: () => undefined });
/** A tab whose line can be cut. */
async function tab(): Promise<{ readonly store: SyncedStore; readonly line: { cut: boolean } }> {
  const line = { cut: false };
  const ask: typeof fetch = (input, init) => (line.cut ? Promise.reject(new TypeError("no line")) : fetch(input, { ...init, headers: { ...(init?.headers as Record<string, string>), cookie } }));
  const store = await SyncedStore.open({ wire: httpWire(workspace, ask, server.url), unsent: forgetful(), mayEdit: true, signedOut: () => undefined });
  open.push(store);
  return { store, line };
}
const saved = ({ snapshot }: SyncedStore): Promise<void> => expect.poll(() => snapshot().saving.at, { timeout: 20_000, interval: 20 }).toBe("saved");
const held = ({ activities }: MatrixDocument, role: string): string[] => activities.slice(-250).map(({ assignments }) => assignments.filter((one) => one.role === role).map(({ letter }) => letter).join(""));

test("a paste over many rows that waited for the line leaves the letters that others wrote beside it", async () => {
  const [one, two] = [await tab(), await tab()];
  const [mine = "", theirs = ""] = one.store.snapshot().document.roles.map(({ id }) => id as string);
  one.store.edit(Array.from({ length: 250 }, (_, i): Edit => ({ do: "add", kind: "activity", item: { id: `row-${i}`, title: `Row ${i}`, assignments: [{ role: mine, letter: "R" }, { role: theirs, letter: "A" }] } })), "rows");
  await saved(one.store);
  await expect.poll(() => two.store.snapshot().document.activities.length, { timeout: 10_000 }).toBe(one.store.snapshot().document.activities.length);

  one.line.cut = true;
  const { document } = one.store.snapshot();
  const column = castOf(document, () => document).roles.filter(({ role }) => role.id === mine);
  const pasted = paste(Array.from({ length: 250 }, (_, i) => [i % 2 ? "C" : "I"]), document.activities.slice(-250), column, { rows: 250, columns: 1 }, new Set());
  one.store.edit(pasted.edits, "paste");
  two.store.edit(Array.from({ length: 250 }, (_, i): Edit => ({ do: "assign", activity: `row-${i}`, role: theirs, letter: "S" })), "support");
  await saved(two.store);
  one.line.cut = false;
  await saved(one.store);

  const stored = (await (await asking(() => server.url, cookie)("GET", `/workspaces/${workspace}/matrix`)).json()) as { document: MatrixDocument };
  expect(held(stored.document, theirs)).toEqual(Array<string>(250).fill("AS"));
  expect(held(stored.document, mine)).toEqual(Array.from({ length: 250 }, (_, i) => (i % 2 ? "C" : "I")));
  // The way back takes the paste alone.
  one.store.undo();
  await saved(one.store);
  await expect.poll(() => held(one.store.snapshot().document, mine), { timeout: 10_000 }).toEqual(Array<string>(250).fill("R"));
  expect(held(one.store.snapshot().document, theirs)).toEqual(Array<string>(250).fill("AS"));
}, 60_000);
