import { useEffect, useMemo, useSyncExternalStore } from "react";
import { SaidNo } from "../account/asking.ts";
import { useHere } from "../shell/here.ts";
import { readVersions, type Versions } from "./versions.ts";

/** What is signed and in force, as the whole page knows it: read once, and again whenever the server says so. */
export interface Known {
  readonly versions: Versions | undefined;
  readonly trouble: string | undefined;
  readonly read: () => Promise<void>;
}

/** Long enough for an edit to be on the server, and for the next to be typed. In milliseconds. */
const AFTER_EDIT = 2_500;
/** A version begins or ends at a day's first instant: looked at again at most so much later. In milliseconds. */
const LOOK_AGAIN = 60_000;

class Follower {
  readonly #workspace: string;
  readonly #listeners = new Set<() => void>();
  #known: Known;
  #reading: Promise<void> | undefined;
  #again = false;
  constructor(workspace: string) {
    this.#workspace = workspace;
    this.#known = { versions: undefined, trouble: undefined, read: () => this.read() };
  }
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };
  readonly snapshot = (): Known => this.#known;
  /** Asked while it reads, it reads once more. */
  read(): Promise<void> {
    if (this.#reading) this.#again = true;
    return (this.#reading ??= this.#run().finally(() => (this.#reading = undefined)));
  }
  async #run(): Promise<void> {
    do {
      this.#again = false;
      try {
        this.#show({ versions: await readVersions(this.#workspace), trouble: undefined });
      } catch (thrown) {
        if (!(thrown instanceof SaidNo)) throw thrown;
        this.#show({ trouble: thrown.message });
      }
    } while (this.#again);
  }
  #show(change: Partial<Known>): void {
    this.#known = { ...this.#known, ...change };
    for (const listener of this.#listeners) listener();
  }
}
const FOLLOWERS = new Map<string, Follower>();
const followerOf = (workspace: string): Follower => {
  const known = FOLLOWERS.get(workspace) ?? new Follower(workspace);
  FOLLOWERS.set(workspace, known);
  return known;
};

/** The versions of the open workspace, as they are known; the frame keeps them fresh. */
export function useVersions(): Known {
  const { workspace } = useHere();
  const follower = useMemo(() => followerOf(workspace.id), [workspace.id]);
  return useSyncExternalStore(follower.subscribe, follower.snapshot);
}

/** Keeps them fresh: once in the frame. Guests see the matrix and nothing of this. */
export function useFreshVersions(): void {
  const { workspace, store, beside } = useHere();
  const guest = workspace.role === "guest";
  useEffect(() => {
    if (guest) return undefined;
    const follower = followerOf(workspace.id);
    const look = (): void => void (document.visibilityState === "visible" && follower.read());
    let soon: ReturnType<typeof setTimeout> | undefined;
    let matrix = store.snapshot().document;
    const edited = store.subscribe(() => {
      const now = store.snapshot().document;
      if (now === matrix) return;
      matrix = now;
      clearTimeout(soon);
      soon = setTimeout(look, AFTER_EDIT);
    });
    const news = beside.onWord("versions", look);
    const again = setInterval(look, LOOK_AGAIN);
    document.addEventListener("visibilitychange", look);
    look();
    return () => {
      edited();
      news();
      clearTimeout(soon);
      clearInterval(again);
      document.removeEventListener("visibilitychange", look);
    };
  }, [guest, workspace.id, store, beside]);
}
