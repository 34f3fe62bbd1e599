import type { Database } from "#db/database.ts";

/** What somebody wrote or did in a workspace, whichever server heard of it first. */
export type News =
  | { readonly kind: "revision"; readonly workspace: string; readonly revision: number }
  /** Something beside the draft: the word says what. */
  | { readonly kind: "word"; readonly workspace: string; readonly word: string }
  /** Something may have been missed: everybody looks for themselves. */
  | { readonly kind: "look" };

export interface Live {
  /** @returns how to stop listening. */
  on(heard: (news: News) => void): () => void;
  /** Tells every server's open pages. @param word short, and no secret: every member hears it. */
  tell(workspace: string, word: string): void;
  close(): Promise<void>;
}

function newsIn(payload: string): News {
  const space = payload.indexOf(" ");
  if (space < 0) return { kind: "look" };
  const [workspace, words] = [payload.slice(0, space), payload.slice(space + 1)];
  return /^\d+$/.test(words) ? { kind: "revision", workspace, revision: Number(words) } : { kind: "word", workspace, word: words };
}

export async function openLive(db: Database): Promise<Live> {
  const hearers = new Set<(news: News) => void>();
  const stop = await db.listen("remit_edits", (payload) => {
    const news = newsIn(payload);
    for (const heard of hearers) heard(news);
  });
  return {
    on(heard) {
      hearers.add(heard);
      return () => void hearers.delete(heard);
    },
    tell: (workspace, word) => db.announceWord(workspace, word),
    close: stop,
  };
}
