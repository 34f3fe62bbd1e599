import { count, whereOf, type Where } from "./facts.ts";
import type { Readiness } from "./readiness.ts";

/** What may keep a version from being offered for signature. */
export const CAUSES = ["errors", "counterexamples", "contested", "untested", "unadapted"] as const;
export type Cause = (typeof CAUSES)[number];
/** `block`: it is not offered; `warn`: whoever offers it is told; `ignore`: nothing is said. */
export const WEIGHTS = ["block", "warn", "ignore"] as const;
export type Weight = (typeof WEIGHTS)[number];
export type Policy = Readonly<Record<Cause, Weight>>;

/** Where a workspace says nothing: what is wrong or in dispute blocks, a number nobody tried is told. */
export const DEFAULT_POLICY: Policy = { errors: "block", counterexamples: "block", contested: "block", untested: "warn", unadapted: "block" };

/** One reason not to sign yet. */
export interface Blocker {
  readonly cause: Cause;
  readonly weight: "block" | "warn";
  readonly count: number;
  readonly says: string;
  readonly places: readonly Where[];
}

const SAYS: Readonly<Record<Cause, (n: number) => string>> = {
  errors: (n) => `${count(n, "error")} of the linter`,
  counterexamples: (n) => `${count(n, "case")} in which the proof finds nobody, with everybody there`,
  contested: (n) => `${count(n, "row is", "rows are")} contested`,
  untested: (n) => `${count(n, "contact was", "contacts were")} never tested, or too long ago`,
  unadapted: (n) => `${count(n, "row still says", "rows still say")} what the template said`,
};

/** What keeps a version from being offered under a policy, the blocking first; nothing where it may go. */
export function blockersOf(policy: Policy, { open }: Pick<Readiness, "open">): readonly Blocker[] {
  const places: Readonly<Record<Cause, readonly Where[]>> = { errors: open.errors.map(whereOf), counterexamples: open.counterexamples.map(whereOf), contested: open.contested, untested: open.untested, unadapted: open.unadapted };
  const found = CAUSES.flatMap((cause): Blocker[] => {
    const weight = policy[cause];
    const n = places[cause].length;
    return weight === "ignore" || n === 0 ? [] : [{ cause, weight, count: n, says: SAYS[cause](n), places: places[cause] }];
  });
  return [...found.filter(({ weight }) => weight === "block"), ...found.filter(({ weight }) => weight === "warn")];
}
