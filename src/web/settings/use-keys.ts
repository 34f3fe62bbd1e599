import { useCallback, useEffect, useState } from "react";
import { SaidNo } from "../account/asking.ts";
import { toEntrance } from "../account/way-back.ts";
import { membersOf } from "../members/membership.ts";
import { keysOf, type Key } from "./keys.ts";

export interface KnownKeys {
  readonly keys: readonly Key[] | undefined;
  /** Names of those whose keys are shown besides one's own. */
  readonly names: ReadonlyMap<string, string>;
  readonly trouble: string | undefined;
  /** Whether there are older ones. */
  readonly more: boolean;
  read(): Promise<void>;
  readMore(): Promise<void>;
}

/** The keys of a workspace that one may see; read again when one comes back to the page. @param me whose names need not be asked for. */
export function useKeys(workspace: string, me: string): KnownKeys {
  const [keys, setKeys] = useState<readonly Key[]>();
  const [names, setNames] = useState<ReadonlyMap<string, string>>(new Map());
  const [trouble, setTrouble] = useState<string>();
  const [next, setNext] = useState<string | null>(null);
  const take = useCallback(async (before: readonly Key[], cursor?: string) => {
    try {
      const { keys: piece, next } = await keysOf(workspace, cursor);
      const keys = [...before, ...piece];
      setNext(next);
      if (keys.some(({ account }) => account !== me)) setNames(new Map((await membersOf(workspace)).members.map(({ account, name }) => [account, name])));
      setKeys(keys);
      setTrouble(undefined);
    } catch (thrown) {
      if (!(thrown instanceof SaidNo)) throw thrown;
      if (thrown.status === 401) return toEntrance();
      setTrouble(thrown.message);
    }
  }, [workspace, me]);
  const read = useCallback(() => take([]), [take]);
  useEffect(() => {
    const look = (): void => void (document.visibilityState === "visible" && read());
    void read();
    document.addEventListener("visibilitychange", look);
    return () => document.removeEventListener("visibilitychange", look);
  }, [read]);
  return { keys, names, trouble, more: next !== null, read, readMore: () => take(keys ?? [], next ?? undefined) };
}
