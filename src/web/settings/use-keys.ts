import { useCallback, useEffect, useState } from "react";
import { membersOf } from "../members/membership.ts";
import { useListing, type KnownList } from "../state/use-listing.ts";
import { keysOf, type Key } from "./keys.ts";

export interface KnownKeys extends KnownList<Key> {
  /** Names of those whose keys are shown besides one's own. */
  readonly names: ReadonlyMap<string, string>;
}

/** The keys of a workspace that one may see, newest first. @param me whose name need not be asked for. */
export function useKeys(workspace: string, me: string): KnownKeys {
  const [names, setNames] = useState<ReadonlyMap<string, string>>(new Map());
  const list = useListing(useCallback(async (after?: string) => {
    const { keys: found, next } = await keysOf(workspace, after);
    return { found, next };
  }, [workspace]));
  const others = list.found?.filter(({ account }) => account !== me).length ?? 0;
  useEffect(() => {
    // Without them the list says that a key is somebody's.
    if (others > 0) membersOf(workspace).then(({ members }) => setNames(new Map(members.map(({ account, name }) => [account, name]))), () => undefined);
  }, [workspace, others]);
  return { ...list, names };
}
