import type { Finding } from "#core/lint/finding.ts";
import type { MatrixDocument } from "#core/model/document.ts";
import type { Edit } from "#core/model/edit.ts";
import type { MergeChange } from "#formats/merge.ts";
import type { Choices, ImportReport } from "#formats/understand/report.ts";

/** What a rule says of itself to somebody reading its findings. */
export interface RuleText {
  readonly headline: string;
  readonly because: string;
  readonly remedy: string;
}

/** A matrix together with what the rules say of it. */
export interface Checked {
  readonly document: MatrixDocument;
  readonly findings: readonly Finding[];
  /** Texts of the rules that found something, by rule id. */
  readonly rules: Readonly<Record<string, RuleText>>;
}

export const EXPORT_FORMATS = ["xlsx", "csv", "md", "html", "json", "yaml", "report", "sarif"] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

export interface Written {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly mediaType: string;
  /** With the dot: `.remit.yaml`. */
  readonly ending: string;
}

/** Changes of a matrix; each inner list stands or falls as one. */
export type Batches = readonly (readonly Edit[])[];

/** What a newer sheet would do to the open matrix: in words, and as edits. */
export interface Comparison {
  readonly changes: readonly MergeChange[];
  readonly edits: Batches;
  /** The matrix as the newer file has it; what a sheet cannot say as the open one has it. */
  readonly newer: MatrixDocument;
  /** Answers the newer sheet left open and that were assumed. */
  readonly assumed: number;
}

/** What the page asks of the worker. `today` is the reader's day. */
export type Order =
  /** `edits` were made on an earlier reading; those that still fit are made again. `known` is the matrix the file is brought to. */
  | { readonly do: "import"; readonly name: string; readonly bytes: Uint8Array; readonly choices: Choices; readonly edits: Batches; readonly today: string; readonly known?: MatrixDocument }
  | { readonly do: "example"; readonly today: string }
  | { readonly do: "template"; readonly id: string; readonly today: string }
  | { readonly do: "edit"; readonly document: MatrixDocument; readonly edits: Batches; readonly today: string }
  /** What a newer sheet would change; nothing is changed yet. */
  /** `newer` is the file as somebody has read it already, its questions answered, and `report` how; without it the file is read here. */
  | { readonly do: "compare"; readonly document: MatrixDocument; readonly name: string; readonly bytes: Uint8Array; readonly newer?: MatrixDocument; readonly report?: ImportReport }
  | { readonly do: "export"; readonly document: MatrixDocument; readonly findings: readonly Finding[]; readonly format: ExportFormat; readonly name: string };

/** What comes back, by the order's word. */
export interface Answers {
  import: { readonly checked: Checked; readonly report?: ImportReport; readonly kept: Batches };
  example: { readonly checked: Checked };
  template: { readonly checked: Checked };
  edit: { readonly checked: Checked; readonly kept: Batches };
  compare: Comparison;
  export: Written;
}

/** Why an order could not be carried out, in the reader's words. */
export interface Failure {
  readonly code: string;
  readonly message: string;
  readonly remedy: string;
  readonly place?: string;
  /** Further problems of the same file, each with its place. */
  readonly more?: readonly string[];
}

export type Step = "reading" | "checking" | "writing";

export type Message =
  | { readonly number: number; readonly kind: "step"; readonly step: Step }
  | { readonly number: number; readonly kind: "done"; readonly answer: Answers[keyof Answers] }
  | { readonly number: number; readonly kind: "failed"; readonly failure: Failure };
