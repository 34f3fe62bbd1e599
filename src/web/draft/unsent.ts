import type { Command } from "./wire.ts";

/** Where commands wait until the server has them: they outlive a reload, a crash of the tab and a night offline. */
export interface Unsent {
  /** How the open page calls itself: a uuid that it keeps through reloads. */
  readonly page: string;
  load(): readonly Command[];
  keep(commands: readonly Command[]): void;
}

const PREFIX = "remit-unsent:";
/** A tab that gave no sign of life for so long is gone, and its edits are taken over. In milliseconds. */
const GONE = 10_000;

/** A name that a tab keeps through reloads. */
function thisTab(): string {
  const known = sessionStorage.getItem(`${PREFIX}tab`);
  if (known) return known;
  const fresh = crypto.randomUUID();
  sessionStorage.setItem(`${PREFIX}tab`, fresh);
  return fresh;
}

/** Kept in the browser's local storage, apart for each tab. */
export function browserUnsent(workspace: string, storage: Storage = localStorage, tab: string = thisTab()): Unsent {
  const own = `${PREFIX}${workspace}:${tab}`;
  const put = (commands: readonly Command[]): void => {
    try {
      if (commands.length === 0) storage.removeItem(own);
      else storage.setItem(own, JSON.stringify({ at: Date.now(), commands }));
    } catch {
      // The storage is full or forbidden: the edits live in this tab only, which the page says while they wait.
    }
  };
  return {
    page: tab,
    load: () => {
      const found: Command[] = [];
      for (let i = storage.length - 1; i >= 0; i--) {
        const key = storage.key(i) ?? "";
        if (!key.startsWith(`${PREFIX}${workspace}:`)) continue;
        try {
          const { at, commands } = JSON.parse(storage.getItem(key) ?? "{}") as { at: number; commands: Command[] };
          // What this very tab left behind before a reload is its own at once; another tab may still be at it.
          if (key !== own && Date.now() - at < GONE) continue;
          found.push(...commands);
        } catch {
          // Not ours to read; it goes.
        }
        storage.removeItem(key);
      }
      put(found);
      return found;
    },
    keep: put,
  };
}
