import { useCallback, useEffect, useRef, useState } from "react";
import { SaidNo } from "../account/asking.ts";
import { toEntrance } from "../account/way-back.ts";
import { read, type Author, type Entry, type Sieve } from "./log.ts";

export interface Known {
  readonly entries: readonly Entry[] | undefined;
  readonly people: readonly Author[];
  readonly more: boolean;
  readonly busy: boolean;
  readonly trouble: string | undefined;
  goOn(): void;
}

/** So many pages without anything in them are read one after another; then somebody says whether to look further. */
const MOST_EMPTY = 5;

/** Reads the history page by page. @param seen anything that changes when there is something new. */
export function useHistory(workspace: string, sieve: Sieve, page: string | undefined, seen: unknown): Known {
  const [entries, setEntries] = useState<readonly Entry[]>();
  const [people, setPeople] = useState<readonly Author[]>([]);
  const [next, setNext] = useState<number | null>(null);
  const [busy, setBusy] = useState(true);
  const [trouble, setTrouble] = useState<string>();
  const asked = useRef(0);
  const words = JSON.stringify(sieve);
  const load = useCallback(
    async (before?: number) => {
      const mine = ++asked.current;
      setBusy(true);
      setTrouble(undefined);
      try {
        let from = before;
        for (let empty = 0; ; empty++) {
          const got = await read(workspace, JSON.parse(words) as Sieve, { page, ...(from === undefined ? {} : { before: from }) });
          if (mine !== asked.current) return;
          setPeople(got.people);
          if (got.entries.length === 0 && got.next !== null && empty < MOST_EMPTY) {
            from = got.next;
            continue;
          }
          setNext(got.next);
          setEntries((held) => (before === undefined ? got.entries : [...(held ?? []), ...got.entries]));
          break;
        }
      } catch (thrown) {
        if (!(thrown instanceof SaidNo)) throw thrown;
        if (thrown.status === 401) return toEntrance();
        if (mine === asked.current) setTrouble(thrown.message);
      } finally {
        if (mine === asked.current) setBusy(false);
      }
    },
    [workspace, words, page],
  );
  useEffect(() => {
    // Several edits of one moment are read once.
    const soon = setTimeout(() => void load(), 150);
    return () => clearTimeout(soon);
  }, [load, seen]);
  return { entries, people, more: next !== null, busy, trouble, goOn: () => next !== null && void load(next) };
}
