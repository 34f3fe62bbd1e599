import type { Edit } from "#core/model/edit.ts";

/** What a field of the panel hands on: the edits, and what history calls them. */
export type Write = (edits: readonly Edit[], what: string) => void;
