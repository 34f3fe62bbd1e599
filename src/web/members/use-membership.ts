import { useCallback, useEffect, useState } from "react";
import { SaidNo } from "../account/asking.ts";
import { toEntrance } from "../account/way-back.ts";
import { membersOf, type Membership } from "./membership.ts";

/** How often it is looked whether somebody came in. In milliseconds. */
const LOOK_AGAIN = 15_000;

export interface Known {
  readonly membership: Membership | undefined;
  readonly trouble: string | undefined;
  /** What was just done, to be read out. */
  readonly said: string | undefined;
  /** Does something, says it, and reads again; what was refused is said instead. Whether it was done. */
  act(work: () => Promise<unknown>, said: string): Promise<boolean>;
  read(): Promise<void>;
}

/** Follows who belongs to a workspace. */
export function useMembership(workspace: string): Known {
  const [membership, setMembership] = useState<Membership>();
  const [trouble, setTrouble] = useState<string>();
  const [said, setSaid] = useState<string>();
  const read = useCallback(async () => {
    try {
      setMembership(await membersOf(workspace));
    } catch (thrown) {
      if (!(thrown instanceof SaidNo)) throw thrown;
      if (thrown.status === 401) return toEntrance();
      setTrouble(thrown.message);
    }
  }, [workspace]);
  useEffect(() => {
    const look = (): void => void (document.visibilityState === "visible" && read());
    void read();
    const again = setInterval(look, LOOK_AGAIN);
    document.addEventListener("visibilitychange", look);
    return () => {
      clearInterval(again);
      document.removeEventListener("visibilitychange", look);
    };
  }, [read]);
  const act = useCallback(
    async (work: () => Promise<unknown>, words: string) => {
      setTrouble(undefined);
      setSaid(undefined);
      try {
        await work();
        setSaid(words);
        return true;
      } catch (thrown) {
        if (!(thrown instanceof SaidNo)) throw thrown;
        if (thrown.status === 401) toEntrance();
        setTrouble(thrown.message);
        return false;
      } finally {
        await read();
      }
    },
    [read],
  );
  return { membership, trouble, said, act, read };
}
