import { emptyPlan, type Plan } from "./plan.ts";

/** A plan half made, and the step somebody was at. */
export interface KeptPlan {
  readonly plan: Plan;
  readonly at: number;
}

const keyOf = (workspace: string): string => `remit-guide:${workspace}`;

/** Keeps what was said so far for this tab, so that a reload loses nothing. A browser that keeps nothing is no reason to stop. */
export function keepPlan(workspace: string, { plan, at }: KeptPlan): void {
  try {
    sessionStorage.setItem(keyOf(workspace), JSON.stringify({ plan: { ...plan, work: [...plan.work] }, at }));
  } catch {
    // Private windows and full disks refuse.
  }
}

/** What this tab kept of a plan; nothing when there is none, or an older page kept it in another shape. */
export function keptPlan(workspace: string): KeptPlan | undefined {
  try {
    const said = JSON.parse(sessionStorage.getItem(keyOf(workspace)) ?? "null") as { plan?: Record<string, unknown>; at?: unknown } | null;
    const empty = emptyPlan() as unknown as Record<string, unknown>;
    const { plan, at } = said ?? {};
    if (!plan || typeof at !== "number" || !Array.isArray(plan["work"])) return undefined;
    const same = Object.keys(empty).every((field) => field === "work" || (typeof plan[field] === typeof empty[field] && Array.isArray(plan[field]) === Array.isArray(empty[field])));
    return same ? { plan: { ...plan, work: new Set(plan["work"]) } as unknown as Plan, at } : undefined;
  } catch {
    return undefined;
  }
}

export function dropPlan(workspace: string): void {
  try {
    sessionStorage.removeItem(keyOf(workspace));
  } catch {
    // Nothing was kept.
  }
}
