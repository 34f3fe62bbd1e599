/** A line of a cell or a text; `open` is what a signer must not overlook. */
export interface Line {
  readonly text: string;
  readonly as?: "strong" | "soft" | "open";
}
export type Cell = readonly Line[];
export interface Table {
  readonly is: "table";
  /** Shares of the width. */
  readonly columns: readonly { readonly title: string; readonly share: number }[];
  readonly rows: readonly ({ readonly group: string } | { readonly cells: readonly Cell[] })[];
}
export type Block =
  | { readonly is: "text"; readonly lines: readonly Line[] }
  | Table
  /** Words and what they mean, under a heading of their own where there is one. */
  | { readonly is: "facts"; readonly head: string; readonly facts: readonly { readonly word: string; readonly text: string }[] }
  | { readonly is: "clause"; readonly head: string; readonly lines: readonly Line[] }
  /** Lines to write on. */
  | { readonly is: "sign"; readonly party: string; readonly name: string };

/** One numbered part of the appendix; a wide one lies on its side. */
export interface Section {
  readonly title: string;
  readonly wide: boolean;
  /** Begins a page. */
  readonly fresh: boolean;
  readonly blocks: readonly Block[];
}

export const lines = (text: string, as?: Line["as"]): Cell => text.split("\n").filter((one) => one.trim() !== "").map((one) => (as === undefined ? { text: one } : { text: one, as }));

export const table = (columns: Table["columns"], rows: Table["rows"]): Table => ({ is: "table", columns, rows });
