import type { Finding } from "#core/lint/finding.ts";
import type { MatrixDocument } from "#core/model/document.ts";
import type { Edit } from "#core/model/edit.ts";

/** How far what stands on the screen has come. */
export type Saving =
  | { readonly at: "saved" }
  | { readonly at: "saving"; readonly unsent: number }
  /** The server or its database does not answer; the edits stay in this browser and are sent when it does. */
  | { readonly at: "waiting"; readonly unsent: number; readonly since: number; readonly why: string }
  /** May look and not write. */
  | { readonly at: "reading" };

/** An edit that was not taken, because the same thing was changed elsewhere first, or because it does not fit. Nothing of it is lost: `mine` can be made again. */
export interface Clash {
  readonly what: string;
  readonly mine: readonly Edit[];
  /** `own`: one's own edit, made in another window. */
  readonly theirs: { readonly what: string; readonly own: boolean };
  /** Nobody was first: it does not fit, and `theirs.what` says why. */
  readonly unfit?: true;
  /** Rows that all sides agreed on: it can be proposed. */
  readonly agreed?: readonly string[];
}

export interface Snapshot {
  /** The matrix with everything typed so far, sent or not. The same object until something changes; unchanged rows keep their identity. */
  readonly document: MatrixDocument;
  /** What the linter says of it; may lag a moment behind. */
  readonly findings: readonly Finding[];
  readonly saving: Saving;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  readonly clashes: readonly Clash[];
}

/** The draft of one workspace as the page sees it: one store, whatever it is kept in. Fits `useSyncExternalStore`. */
export interface DraftStore {
  /** What this open page calls itself in the log; absent where nobody keeps one. */
  readonly page?: string;
  subscribe(listener: () => void): () => void;
  snapshot(): Snapshot;
  /**
   * Makes edits at once on the screen and sends them as one; they are undone as one.
   * @param what said in history and undo: `set A of Security Lead in Isolate a host`.
   * @throws EditRefused for an edit of something that is not there.
   */
  edit(edits: readonly Edit[], what: string): void;
  undo(): void;
  redo(): void;
  dismiss(clash: Clash): void;
  /** The revision of the server's that is shown; absent where there is no server. */
  revision?(): number;
  /** What happened to an item, newest first; absent where nobody keeps a log. @param after `next` of the piece before. */
  history?(kind: string, id: string, after?: string): Promise<PieceOfHistory>;
}

export interface PieceOfHistory {
  readonly happened: readonly Happened[];
  /** How the older ones are asked for. */
  readonly next: string | null;
}

/** An entry of the log, as a page shows it. */
export interface Happened {
  readonly revision: number;
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly what: string;
  /** Nobody any more where the account was erased. */
  readonly who: string | undefined;
  /** Id of the party it was written for. */
  readonly party: string | null;
}
