import { useCallback, useEffect, useRef, useState } from "react";
import { SaidNo } from "../account/asking.ts";
import { toEntrance } from "../account/way-back.ts";
import { Readings } from "../state/readings.ts";
import { inFront, tellsOfOlder } from "./in-front.ts";
import { read, type Author, type Entry, type Page, type Sieve } from "./log.ts";

export interface Known {
  readonly entries: readonly Entry[] | undefined;
  readonly people: readonly Author[];
  readonly more: boolean;
  readonly busy: boolean;
  readonly trouble: string | undefined;
  goOn(): void;
  /** Reads again what is shown. */
  again(): void;
}

/** So many pages without anything in them are read one after another; then somebody says whether to look further. */
const MOST_EMPTY = 5;
/** So many pages of newer entries are read; behind more of them the list begins anew. */
const MOST_NEWER = 10;

interface Shown {
  readonly words: string;
  readonly entries: readonly Entry[];
  readonly next: number | null;
}

/** Reads the history page by page, and puts what is new in front. @param seen anything that changes when there is something new. */
export function useHistory(workspace: string, sieve: Sieve, page: string | undefined, seen: unknown): Known {
  const [shown, setShown] = useState<Shown>();
  const [people, setPeople] = useState<readonly Author[]>([]);
  const [busy, setBusy] = useState(true);
  const [trouble, setTrouble] = useState<string>();
  const [readings] = useState(() => new Readings());
  const words = `${workspace} ${JSON.stringify(sieve)}`;
  const held = useRef<Shown>(undefined);
  const ask = useCallback((after?: number): Promise<Page> => read(workspace, JSON.parse(words.slice(workspace.length)) as Sieve, { page, ...(after === undefined ? {} : { after }) }), [workspace, words, page]);

  const take = useCallback(
    async (work: (counts: () => boolean, put: (got: Page) => void) => Promise<Omit<Shown, "words">>) => {
      const counts = readings.begin();
      setBusy(true);
      setTrouble(undefined);
      try {
        const found = await work(counts, (got) => counts() && setPeople(got.people));
        if (!counts()) return;
        held.current = { words, ...found };
        setShown(held.current);
      } catch (thrown) {
        if (!(thrown instanceof SaidNo)) throw thrown;
        if (thrown.status === 401) return toEntrance();
        if (counts()) setTrouble(thrown.message);
      } finally {
        if (counts()) setBusy(false);
      }
    },
    [readings, words],
  );

  const further = useCallback(
    (before: number | undefined, front: readonly Entry[]) =>
      take(async (counts, put) => {
        for (let from = before, empty = 0; ; empty++) {
          const got = await ask(from);
          put(got);
          if (got.entries.length > 0 || got.next === null || empty >= MOST_EMPTY || !counts()) return { entries: [...front, ...got.entries], next: got.next };
          from = got.next;
        }
      }),
    [take, ask],
  );

  /** @param whole whether older entries are read again too, as far as they are shown. */
  const renew = useCallback(
    (whole: boolean): Promise<void> => {
      const old = held.current;
      if (old === undefined || old.words !== words) return further(undefined, []);
      return take(async (counts, put) => {
        const newest = old.entries[0]?.revision ?? 0;
        const oldest = old.entries.at(-1)?.revision ?? 0;
        const found: Entry[] = [];
        let all = whole;
        for (let from: number | undefined, pages = 1; ; pages++) {
          const got = await ask(from);
          put(got);
          found.push(...got.entries);
          all ||= got.entries.some((entry) => entry.revision > newest && tellsOfOlder(entry));
          const reached = found.at(-1)?.revision ?? Number.POSITIVE_INFINITY;
          if (got.next === null) return { entries: found, next: null };
          if (!all && reached <= newest) return { entries: inFront(old.entries, found), next: old.next };
          if ((all && reached <= oldest) || (!all && pages >= MOST_NEWER) || !counts()) return { entries: found, next: got.next };
          from = got.next;
        }
      });
    },
    [words, further, take, ask],
  );

  useEffect(() => {
    // Several edits of one moment are read once.
    const soon = setTimeout(() => void renew(false), 150);
    return () => clearTimeout(soon);
  }, [renew, seen]);
  useEffect(() => () => void readings.begin(), [readings]);
  const entries = shown?.entries;
  return { entries, people, more: shown !== undefined && shown.next !== null, busy, trouble, goOn: () => shown?.words === words && shown.next !== null && void further(shown.next, shown.entries), again: () => void renew(true) };
}
