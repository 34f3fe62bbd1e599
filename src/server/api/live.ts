import type { Database } from "#db/database.ts";

/** Tells whoever listens that a workspace has a new revision, whichever server wrote it. */
export interface Live {
  /** @returns how to stop listening. */
  on(workspace: string, heard: (revision: number | undefined) => void): () => void;
  close(): Promise<void>;
}

export async function openLive(db: Database): Promise<Live> {
  const hearers = new Map<string, Set<(revision: number | undefined) => void>>();
  const stop = await db.listen("remit_edits", (payload) => {
    const [workspace = "", revision] = payload.split(" ");
    // Without a payload something may have been missed: everybody looks for themselves.
    const told = workspace === "" ? [...hearers.values()].flatMap((set) => [...set]) : [...(hearers.get(workspace) ?? [])];
    for (const heard of told) heard(revision === undefined ? undefined : Number(revision));
  });
  return {
    on(workspace, heard) {
      const set = hearers.get(workspace) ?? new Set();
      hearers.set(workspace, set.add(heard));
      return () => {
        set.delete(heard);
        if (set.size === 0) hearers.delete(workspace);
      };
    },
    close: stop,
  };
}
