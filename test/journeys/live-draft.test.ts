import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { MatrixDocument } from "../../src/core/model/document.ts";
import type { Edit } from "../../src/core/model/edit.ts";
import { SyncedStore } from "../../src/web/draft/synced-store.ts";
import { browserUnsent, type Unsent } from "../../src/web/draft/unsent.ts";
import { httpWire, Unreachable } from "../../src/web/draft/wire.ts";
import { asking, dropData, freePort, newData, serve, signIn, type Served } from "./serving.ts";

const data = newData();
const open: SyncedStore[] = [];
let server: Served;
let port: number;
let cookie: string;
let workspace: string;

beforeAll(async () => {
  port = await freePort();
  server = await serve(data, port);
  cookie = await signIn(server);
  const made = await asking(() => server.url, cookie)("POST", "/workspaces", { name: "Live", template: "security-outsourcing" });
  workspace = ((await made.json()) as { id: string }).id;
});
afterAll(async () => {
  for (const store of open) store.close();
  await server.stop();
  dropData(data);
});

/** What a browser offers, as far as waiting edits use it. */
function storage(): Storage {
  const kept = new Map<string, string>();
  return { get length() { return kept.size; }, clear: () => kept.clear(), getItem: (key) => kept.get(key) ?? null, key: (i) => [...kept.keys()][i] ?? null, removeItem: (key) => void kept.delete(key), setItem: (key, value) => void kept.set(key, value) };
}
const asMe: typeof fetch = (input, init) => fetch(input, { ...init, headers: { ...(init?.headers as Record<string, string>), cookie } });

async function tab(unsent: Unsent = browserUnsent(workspace, storage(), crypto.randomUUID())): Promise<SyncedStore> {
  // Like the page, which tries again while the database comes back.
  for (const end = Date.now() + 15_000; ; await new Promise((settle) => setTimeout(settle, 50))) {
    try {
      const store = await SyncedStore.open({ wire: httpWire(workspace, asMe, server.url), unsent, mayEdit: true, signedOut: () => undefined });
      open.push(store);
      return store;
    } catch (thrown) {
      if (!(thrown instanceof Unreachable) || Date.now() > end) throw thrown;
    }
  }
}
const until = async (what: () => boolean, words: string): Promise<void> => {
  for (const end = Date.now() + 15_000; !what(); ) {
    if (Date.now() > end) throw new Error(`never: ${words}`);
    await new Promise((settle) => setTimeout(settle, 10));
  }
};
const rename = (id: string, value: string): Edit => ({ do: "set", at: { kind: "activity", id }, field: "title", value });
/** Kills the database; one that was killed a moment ago has to be up again first. */
async function killDatabase(): Promise<void> {
  await until(() => {
    try {
      return process.kill(server.postgres(), 0);
    } catch {
      return false;
    }
  }, "the database is up");
  server.kill("postgres");
}
const saved = (store: SyncedStore) => until(() => store.snapshot().saving.at === "saved", "saved");
const row = (document: MatrixDocument, index: number) => {
  const found = document.activities[index];
  if (!found) throw new Error("the template has rows");
  return found;
};

describe("a draft in two tabs", () => {
  test("what is typed in one shows at once there, and soon in the other", async () => {
    const [one, two] = [await tab(), await tab()];
    const { id } = row(one.snapshot().document, 0);
    one.edit([rename(id, "Read the alerts")], "rename");
    expect(row(one.snapshot().document, 0).title).toBe("Read the alerts");
    await until(() => row(two.snapshot().document, 0).title === "Read the alerts", "the other tab follows");
    await saved(one);
  });

  test("different cells edited at once in both all stand, and both end with one and the same matrix", async () => {
    const [one, two] = [await tab(), await tab()];
    const ids = one.snapshot().document.activities.slice(0, 20).map(({ id }) => id);
    ids.forEach((id, i) => (i % 2 ? one : two).edit([rename(id, `row ${i}`)], "rename"));
    await Promise.all([saved(one), saved(two)]);
    const titles = (store: SyncedStore) => store.snapshot().document.activities.slice(0, 20).map(({ title }) => title);
    await until(() => titles(one).join() === titles(two).join(), "both agree");
    expect(titles(one)).toEqual(ids.map((_, i) => `row ${i}`));
  });

  test("undo comes from the log: a tab opened later takes back what another one did", async () => {
    const one = await tab();
    const { id, title } = row(one.snapshot().document, 3);
    one.edit([rename(id, "A slip")], "rename");
    await saved(one);
    const later = await tab();
    later.undo();
    await until(() => row(one.snapshot().document, 3).title === title, "taken back everywhere");
    later.redo();
    await until(() => row(one.snapshot().document, 3).title === "A slip", "and made again");
  });

  test("an edit of a row that somebody removed meanwhile is told, and nothing else is lost", async () => {
    const [one, two] = [await tab(), await tab()];
    const [gone, kept] = [row(one.snapshot().document, 5), row(one.snapshot().document, 6)];
    two.edit([{ do: "remove", kind: "activity", id: gone.id }], "remove");
    one.edit([rename(gone.id, "Too late")], "rename the gone");
    one.edit([rename(kept.id, "In time")], "rename the kept");
    await Promise.all([saved(one), saved(two)]);
    expect(one.snapshot().clashes.map(({ what }) => what)).toEqual(["rename the gone"]);
    await until(() => two.snapshot().document.activities.some(({ title }) => title === "In time"), "the other edit stands");
  });
});

describe("while the database or the server is gone", () => {
  test("two windows that both typed into one cell in the dark: the first stands, the second is told, whichever it is", async () => {
    const [one, two] = [await tab(), await tab()];
    const [same, other] = [row(one.snapshot().document, 8), row(one.snapshot().document, 9)];
    await killDatabase();
    one.edit([rename(same.id, "From one")], "rename in one");
    two.edit([rename(same.id, "From two")], "rename in two");
    two.edit([rename(other.id, "Elsewhere")], "rename elsewhere");
    await Promise.all([saved(one), saved(two)]);
    const clashes = [...one.snapshot().clashes, ...two.snapshot().clashes];
    expect(clashes).toHaveLength(1);
    expect(clashes[0]?.theirs.own).toBe(true);
    const stands = one.snapshot().clashes.length > 0 ? "From two" : "From one";
    const titles = (store: SyncedStore) => [same, other].map(({ id }) => store.snapshot().document.activities.find((each) => each.id === id)?.title);
    await until(() => [one, two].every((store) => titles(store).join() === [stands, "Elsewhere"].join()), "both agree");
  });

  test("the page says so, keeps what is typed, and catches up", async () => {
    const store = await tab();
    const { id } = row(store.snapshot().document, 1);
    await killDatabase();
    store.edit([rename(id, "Typed in the dark")], "rename");
    expect(row(store.snapshot().document, 1).title).toBe("Typed in the dark");
    await saved(store);
    const other = await tab();
    expect(row(other.snapshot().document, 1).title).toBe("Typed in the dark");
  });

  test("a tab closed with unsent edits leaves them in the browser, and the next one sends them", async () => {
    const shared = storage();
    const store = await tab(browserUnsent(workspace, shared, "first"));
    const { id } = row(store.snapshot().document, 2);
    await server.stop();
    store.edit([rename(id, "Typed before closing")], "rename");
    await until(() => store.snapshot().saving.at === "waiting", "waiting");
    expect(store.snapshot().saving).toMatchObject({ unsent: 1, why: "the server cannot be reached" });
    store.close();
    // The tab has been silent for long.
    shared.setItem(`remit-unsent:${workspace}:first`, (shared.getItem(`remit-unsent:${workspace}:first`) ?? "").replace(/"at":\d+/, '"at":0'));
    server = await serve(data, port);
    const next = await tab(browserUnsent(workspace, shared, "second"));
    expect(row(next.snapshot().document, 2).title).toBe("Typed before closing");
    await saved(next);
    expect(shared.length).toBe(0);
  });
});
