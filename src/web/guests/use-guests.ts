import { useCallback, useEffect, useState } from "react";
import { SaidNo } from "../account/asking.ts";
import { toEntrance } from "../account/way-back.ts";
import { guestsOf, type Guest } from "./visits.ts";

export interface KnownGuests {
  readonly guests: readonly Guest[] | undefined;
  readonly trouble: string | undefined;
  /** Whether there are older ones. */
  readonly more: boolean;
  read(): Promise<void>;
  readMore(): Promise<void>;
}

/** The guests of a workspace, newest first; read again when one comes back to the page. */
export function useGuests(workspace: string): KnownGuests {
  const [guests, setGuests] = useState<readonly Guest[]>();
  const [next, setNext] = useState<string | null>(null);
  const [trouble, setTrouble] = useState<string>();
  const take = useCallback(
    async (before: readonly Guest[], cursor?: string) => {
      try {
        const piece = await guestsOf(workspace, cursor);
        setGuests([...before, ...piece.guests]);
        setNext(piece.next);
        setTrouble(undefined);
      } catch (thrown) {
        if (!(thrown instanceof SaidNo)) throw thrown;
        if (thrown.status === 401) return toEntrance();
        setTrouble(thrown.message);
      }
    },
    [workspace],
  );
  const read = useCallback(() => take([]), [take]);
  useEffect(() => {
    const look = (): void => void (document.visibilityState === "visible" && read());
    void read();
    document.addEventListener("visibilitychange", look);
    return () => document.removeEventListener("visibilitychange", look);
  }, [read]);
  return { guests, trouble, more: next !== null, read, readMore: () => take(guests ?? [], next ?? undefined) };
}
