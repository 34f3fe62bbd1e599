import type { Choices, ImportReport } from "#formats/understand/report.ts";
import type { Checked } from "../work/order.ts";

/** Where a matrix came from. */
export type Source =
  | { readonly kind: "file"; readonly name: string; readonly bytes: Uint8Array }
  | { readonly kind: "example" }
  | { readonly kind: "template"; readonly id: string };

/** What lies on the table: one matrix, how it was read, what the rules say of it. */
export interface Sitting {
  readonly source: Source;
  readonly choices: Choices;
  readonly report?: ImportReport;
  readonly checked: Checked;
  /** Fixes applied since it was read. */
  readonly fixed: number;
}

/** The table over time: every step back and forward, "start over" included (`undefined` is the empty table). */
export interface Table {
  readonly now: Sitting | undefined;
  readonly past: readonly (Sitting | undefined)[];
  readonly future: readonly (Sitting | undefined)[];
}

export const EMPTY_TABLE: Table = { now: undefined, past: [], future: [] };

/** Each step holds a whole matrix, so large ones remember fewer. */
const remembered = (sitting: Sitting | undefined): number => ((sitting?.checked.document.activities.length ?? 0) > 1_000 ? 8 : 60);

export const putDown = ({ now, past }: Table, next: Sitting | undefined): Table => ({
  now: next,
  past: [...past, now].slice(-remembered(now)),
  future: [],
});

export function stepBack({ now, past, future }: Table): Table {
  if (past.length === 0) return { now, past, future };
  return { now: past.at(-1), past: past.slice(0, -1), future: [now, ...future] };
}

export function stepForward({ now, past, future }: Table): Table {
  if (future.length === 0) return { now, past, future };
  return { now: future[0], past: [...past, now], future: future.slice(1) };
}

/** The last matrix that lay here before the table was cleared. */
export const setAside = ({ now, past }: Table): Sitting | undefined => (now === undefined ? past.findLast((sitting) => sitting !== undefined) : undefined);
