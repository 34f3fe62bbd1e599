import type { Sitting } from "./sitting.ts";

/** What a tab finds again after a reload: what lay on the table, and what was set aside. */
export interface Kept {
  readonly now?: Sitting;
  readonly aside?: Sitting;
}

const STORE = "tables";
/** Kept tables of tabs nobody came back to are forgotten after this time. */
const FORGET_AFTER = 7 * 24 * 3_600_000;

/** Each tab has a table of its own. */
function tab(): string {
  const known = sessionStorage.getItem("remit-tab");
  if (known) return known;
  const fresh = crypto.randomUUID();
  sessionStorage.setItem("remit-tab", fresh);
  return fresh;
}

const open = (): Promise<IDBDatabase> =>
  new Promise((resolve, reject) => {
    const request = indexedDB.open("remit", 2);
    request.onupgradeneeded = () => {
      // Tables in an older shape are dropped: a tab keeps only what can be read from the file again.
      if (request.result.objectStoreNames.contains(STORE)) request.result.deleteObjectStore(STORE);
      request.result.createObjectStore(STORE);
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

async function inStore<T>(mode: IDBTransactionMode, act: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const database = await open();
  try {
    return await new Promise((resolve, reject) => {
      const request = act(database.transaction(STORE, mode).objectStore(STORE));
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  } finally {
    database.close();
  }
}

/** Whether it could be kept: private windows and full disks refuse. */
export async function keep(kept: Kept): Promise<boolean> {
  try {
    await inStore("readwrite", (store) => store.put({ ...kept, at: Date.now() }, tab()));
    return true;
  } catch {
    return false;
  }
}

/** What this tab kept; nothing when there is none or the browser keeps nothing. */
export async function recall(): Promise<Kept> {
  try {
    void forgetOld();
    return ((await inStore("readonly", (store) => store.get(tab()))) as Kept | undefined) ?? {};
  } catch {
    return {};
  }
}

async function forgetOld(): Promise<void> {
  const database = await open();
  const cursorRequest = database.transaction(STORE, "readwrite").objectStore(STORE).openCursor();
  cursorRequest.onsuccess = () => {
    const cursor = cursorRequest.result;
    if (!cursor) return database.close();
    if (Date.now() - ((cursor.value as { at?: number }).at ?? 0) > FORGET_AFTER) cursor.delete();
    cursor.continue();
  };
}
