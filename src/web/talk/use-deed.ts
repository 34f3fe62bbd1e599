import { useCallback, useState } from "react";
import { SaidNo } from "../account/asking.ts";
import { toEntrance } from "../account/way-back.ts";

export interface Deed {
  readonly busy: boolean;
  /** Why it was not done, in the server's words. */
  readonly trouble: string | undefined;
  /** @returns whether it was done. */
  act(work: () => Promise<unknown>): Promise<boolean>;
}

/** Something one asks of the server: on its way, done, or refused in words. */
export function useDeed(): Deed {
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<string>();
  const act = useCallback(async (work: () => Promise<unknown>) => {
    setBusy(true);
    setTrouble(undefined);
    try {
      await work();
      return true;
    } catch (thrown) {
      if (!(thrown instanceof SaidNo)) throw thrown;
      if (thrown.status === 401) toEntrance();
      setTrouble(thrown.message);
      return false;
    } finally {
      setBusy(false);
    }
  }, []);
  return { busy, trouble, act };
}
