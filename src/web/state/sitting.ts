import type { Edit } from "#core/model/edit.ts";
import type { Choices, ImportReport } from "#formats/understand/report.ts";
import type { Checked } from "../work/order.ts";

/** Endings of the files one can bring. */
export const FILE_TYPES = [".xlsx", ".csv", ".tsv", ".txt", ".md", ".markdown", ".yaml", ".yml", ".json"];

/** Where a matrix came from. */
export interface FileSource {
  readonly kind: "file";
  readonly name: string;
  readonly bytes: Uint8Array;
}
export type Source =
  | FileSource
  | { readonly kind: "example" }
  | { readonly kind: "template"; readonly id: string };

/** What lies on the table: one matrix, how it was read, what the rules say of it. */
export interface Sitting {
  readonly source: Source;
  readonly choices: Choices;
  readonly report?: ImportReport;
  readonly checked: Checked;
  /** What was changed since it was read; each inner list stands or falls as one. */
  readonly edits: readonly (readonly Edit[])[];
}

/** One matrix over time: every change can be taken back and done again. */
interface Work {
  readonly now: Sitting;
  readonly past: readonly Sitting[];
  readonly future: readonly Sitting[];
}

/** The table: a matrix with its changes, or nothing; and the matrix that lay here before, whole. */
export interface Table {
  readonly now: Sitting | undefined;
  readonly past: readonly Sitting[];
  readonly future: readonly Sitting[];
  readonly aside?: Work;
}

export const EMPTY_TABLE: Table = { now: undefined, past: [], future: [] };

/** The table as a reload finds it: without the steps that led to it. */
export const recalled = (now: Sitting | undefined, aside: Sitting | undefined): Table => ({
  now,
  past: [],
  future: [],
  ...(aside ? { aside: { now: aside, past: [], future: [] } } : {}),
});

/** Each step holds a whole matrix, so large ones remember fewer. */
const remembered = ({ checked }: Sitting): number => (checked.document.activities.length > 1_000 ? 8 : 60);

const cleared = ({ now, past, future, aside }: Table): { readonly aside?: Work } => (now ? { aside: { now, past, future } } : aside ? { aside } : {});

/** A matrix begins; what lay here before is set aside. No step leads back from a beginning. */
export const begin = (table: Table, next: Sitting): Table => ({ now: next, past: [], future: [], ...cleared(table) });

/** Start over: an empty table. */
export const clear = (table: Table): Table => ({ ...EMPTY_TABLE, ...cleared(table) });

/** The matrix set aside lies on the table again, with its steps; what lies there now changes places with it. */
export const bringBack = (table: Table): Table => {
  const { aside, ...rest } = table;
  return aside ? { ...aside, ...cleared(rest) } : table;
};

/** The matrix after a change. */
export const putDown = (table: Table, next: Sitting): Table =>
  table.now ? { ...table, now: next, past: [...table.past, table.now].slice(-remembered(table.now)), future: [] } : begin(table, next);

export function stepBack(table: Table): Table {
  const { now, past, future } = table;
  const before = past.at(-1);
  return now && before ? { ...table, now: before, past: past.slice(0, -1), future: [now, ...future] } : table;
}

export function stepForward(table: Table): Table {
  const { now, past, future } = table;
  const after = future[0];
  return now && after ? { ...table, now: after, past: [...past, now], future: future.slice(1) } : table;
}
