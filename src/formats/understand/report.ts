import type { MatrixDocument } from "#core/model/document.ts";

/** How a sheet says who does what. */
export type Orientation =
  | "letters" // roles or parties as columns, letters in the cells
  | "names" // R, A, C, I as columns, names in the cells
  | "lane" // one word column: Client, Provider, Shared
  | "marks" // parties or roles as columns, X marks
  | "answers" // Yes / Partial / No
  | "prose" // a pair of columns in prose: "Customer responsibility" | "Provider responsibility"
  | "owners"; // primary owner | secondary owner | SLA

/** What a column was taken for. `kept` goes word for word into the row's `columns`. */
export interface ColumnReading {
  readonly column: number;
  readonly header: string;
  readonly meaning: string;
  /** The reader may choose another meaning for this column (question id). */
  readonly question?: string;
}

export interface SheetReading {
  readonly name: string;
  readonly used: boolean;
  /** In words: why it was skipped, or what it was taken for. */
  readonly why: string;
  readonly orientation?: Orientation;
  /** Header rows, from 1. */
  readonly headerRows?: readonly number[];
  readonly columns: readonly ColumnReading[];
  /** Activities that came from this sheet. */
  readonly rows: number;
  readonly sections: number;
  readonly cells: { readonly filled: number; readonly understood: number; readonly unread: number };
}

/** Something the sheet leaves open. Never guessed silently: `assumed` marks an answer nobody gave. */
export interface Question {
  readonly id: string;
  readonly sheet: string;
  readonly text: string;
  /** Where it shows: `B4, B9 and 12 more`. */
  readonly places: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly chosen: string;
  readonly assumed: boolean;
  /** The matrix that is there already answered it. */
  readonly known?: true;
}

export interface UnreadCell {
  readonly sheet: string;
  readonly address: string;
  readonly text: string;
  readonly why: string;
}

export interface ImportReport {
  readonly file: string;
  readonly kind: "xlsx" | "csv" | "md";
  readonly sheets: readonly SheetReading[];
  readonly questions: readonly Question[];
  readonly unread: readonly UnreadCell[];
  /** Where each activity stands: its id to `RACI!B14`. */
  readonly places: Readonly<Record<string, string>>;
  /** Things noticed on the way: hidden sheets, formulas, numbers that lost a digit. */
  readonly notes: readonly { readonly sheet: string; readonly address?: string; readonly text: string }[];
}

/** Answers to questions: question id to option value. */
export type Choices = Readonly<Record<string, string>>;

export interface ImportResult {
  readonly document: MatrixDocument;
  readonly report: ImportReport;
}
