import { useCallback, useEffect, useMemo, useState } from "react";
import type { z } from "@hono/zod-openapi";
import type { MinuteTests } from "#contract/minute-test.ts";
import { ask, SaidNo } from "../account/asking.ts";
import { Readings } from "../state/readings.ts";

export type SentTest = z.infer<typeof MinuteTests>["tests"][number];

/** Somebody may be taking a test while its makers look on. In milliseconds. */
const AGAIN = 8_000;

/** The tests of a workspace, read again while the page is looked at. */
export function useTests(workspace: string, mayRead: boolean) {
  const [tests, setTests] = useState<readonly SentTest[]>();
  const [trouble, setTrouble] = useState<string>();
  const readings = useMemo(() => new Readings(), []);
  const read = useCallback(async (): Promise<void> => {
    const counts = readings.begin();
    try {
      const found = await ask<z.infer<typeof MinuteTests>>("GET", `/workspaces/${workspace}/minute-tests`);
      if (!counts()) return;
      setTests((before) => (JSON.stringify(before) === JSON.stringify(found.tests) ? before : found.tests));
      setTrouble(undefined);
    } catch (thrown) {
      if (!(thrown instanceof SaidNo)) throw thrown;
      if (counts()) setTrouble(thrown.message);
    }
  }, [workspace, readings]);
  useEffect(() => {
    if (!mayRead) return undefined;
    void read();
    const again = setInterval(() => document.visibilityState === "visible" && void read(), AGAIN);
    return () => clearInterval(again);
  }, [read, mayRead]);
  return { tests, trouble, read };
}
