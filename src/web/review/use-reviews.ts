import { useCallback, useEffect, useMemo, useState } from "react";
import type { z } from "@hono/zod-openapi";
import type { Reviews } from "#contract/review.ts";
import { ask, SaidNo } from "../account/asking.ts";
import { Readings } from "../state/readings.ts";

export type AllReviews = z.infer<typeof Reviews>;
export type OneReview = AllReviews["reviews"][number];

/** Reviews of a workspace, and the ways to plan, hold and call for one. */
export function useReviews(workspace: string) {
  const [found, setFound] = useState<AllReviews>();
  const [trouble, setTrouble] = useState<string>();
  const readings = useMemo(() => new Readings(), []);
  const path = `/workspaces/${workspace}`;
  const read = useCallback(async (): Promise<void> => {
    const counts = readings.begin();
    try {
      const all = await ask<AllReviews>("GET", `${path}/reviews`);
      if (!counts()) return;
      setFound(all);
      setTrouble(undefined);
    } catch (thrown) {
      if (!(thrown instanceof SaidNo)) throw thrown;
      if (counts()) setTrouble(thrown.message);
    }
  }, [path, readings]);
  useEffect(() => void read(), [read]);
  const then = useCallback(async (work: Promise<unknown>): Promise<void> => {
    try {
      await work;
    } finally {
      await read();
    }
  }, [read]);
  return {
    found, trouble,
    plan: (id: string, day: string) => then(ask("POST", `${path}/reviews`, { id, day })),
    callOff: (id: string) => then(ask("DELETE", `${path}/reviews/${id}`, {})),
    hold: (id: string, held: object) => then(ask("PUT", `${path}/reviews/${id}/held`, held)),
    raise: (kind: string, note: string | null) => then(ask("POST", `${path}/review-triggers`, { id: crypto.randomUUID(), kind, note })),
  };
}
export type ReviewDesk = ReturnType<typeof useReviews>;
