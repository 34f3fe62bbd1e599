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
  read(): Promise<void>;
}

/** The keys of a workspace that one may see; read again when one comes back to the page. @param me whose names need not be asked for. */
export function useKeys(workspace: string, me: string): KnownKeys {
  const [keys, setKeys] = useState<readonly Key[]>();
  const [names, setNames] = useState<ReadonlyMap<string, string>>(new Map());
  const [trouble, setTrouble] = useState<string>();
  const read = useCallback(async () => {
    try {
      const { keys } = await keysOf(workspace);
      if (keys.some(({ account }) => account !== me)) setNames(new Map((await membersOf(workspace)).members.map(({ account, name }) => [account, name])));
      setKeys(keys);
      setTrouble(undefined);
    } catch (thrown) {
      if (!(thrown instanceof SaidNo)) throw thrown;
      if (thrown.status === 401) return toEntrance();
      setTrouble(thrown.message);
    }
  }, [workspace, me]);
  useEffect(() => {
    const look = (): void => void (document.visibilityState === "visible" && read());
    void read();
    document.addEventListener("visibilitychange", look);
    return () => document.removeEventListener("visibilitychange", look);
  }, [read]);
  return { keys, names, trouble, read };
}
