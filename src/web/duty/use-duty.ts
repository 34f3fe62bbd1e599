import { useCallback, useEffect, useMemo, useState } from "react";
import type { z } from "@hono/zod-openapi";
import type { Edit } from "#core/model/edit.ts";
import type { Duty as DutyShape, NewSwap } from "#contract/duty.ts";
import { ask, SaidNo } from "../account/asking.ts";
import { Readings } from "../state/readings.ts";

type Duty = z.infer<typeof DutyShape>;
export type SwapAsked = Duty["swaps"][number];

export interface KnownDuty {
  /** Nothing while it is being read. */
  readonly duty: Duty | undefined;
  readonly trouble: string | undefined;
  ask(swap: Omit<z.infer<typeof NewSwap>, "id">): Promise<boolean>;
  answer(swap: string, answer: "yes" | "no" | "withdrawn"): Promise<boolean>;
  /** Says something of oneself, which takes no role. @param base the revision one sees */
  write(edits: readonly Edit[], what: string, base: number): Promise<boolean>;
}

/** How often it is looked whether somebody asked or answered. In milliseconds. */
const LOOK_AGAIN = 10_000;

/** Follows who one is in the matrix, and which turns are asked for. */
export function useDuty(workspace: string): KnownDuty {
  const [duty, setDuty] = useState<Duty>();
  const [trouble, setTrouble] = useState<string>();
  const readings = useMemo(() => new Readings(), []);
  const read = useCallback(async () => {
    const counts = readings.begin();
    try {
      const found = await ask<Duty>("GET", `/workspaces/${workspace}/duty`);
      if (counts()) setDuty(found);
    } catch (thrown) {
      if (!(thrown instanceof SaidNo)) throw thrown;
      if (counts()) setTrouble(thrown.message);
    }
  }, [workspace, readings]);
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
  const act = async (work: () => Promise<unknown>): Promise<boolean> => {
    setTrouble(undefined);
    try {
      await work();
      return true;
    } catch (thrown) {
      if (!(thrown instanceof SaidNo)) throw thrown;
      setTrouble(thrown.message);
      return false;
    } finally {
      await read();
    }
  };
  return {
    duty, trouble,
    ask: (swap) => act(() => ask("POST", `/workspaces/${workspace}/swaps`, { id: crypto.randomUUID(), ...swap })),
    answer: (swap, answer) => act(() => ask("POST", `/workspaces/${workspace}/swaps/${swap}`, { answer })),
    write: (edits, what, base) => act(() => ask("POST", `/workspaces/${workspace}/edits`, { id: crypto.randomUUID(), base, what, edits })),
  };
}
