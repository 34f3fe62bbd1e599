import { useCallback, useMemo, useState, useSyncExternalStore } from "react";
import type { Finding } from "#core/lint/finding.ts";
import type { MatrixDocument } from "#core/model/document.ts";
import { EditRefused, type Edit } from "#core/model/edit.ts";
import type { DraftStore } from "../draft/store.ts";
import { say } from "../words.ts";

/** What was just done, said beside the page with a way back. */
export interface Said {
  readonly text: string;
  readonly undo: boolean;
}

/** The draft in a page's hand: what stands there, and the way to change it. */
export interface Pen {
  readonly document: MatrixDocument;
  readonly findings: readonly Finding[];
  readonly mayWrite: boolean;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  readonly said: Said | undefined;
  /** @param what said in the history; `told`, where given, is said on the page with a way back. */
  write(edits: readonly Edit[], what: string, told?: string): void;
  /** Says on the page what was just done, with a way back; nothing takes away what was said. */
  tell(told: string | undefined): void;
  undo(): void;
  redo(): void;
  hush(): void;
}

/** Follows the draft of a store. */
export function usePen(store: DraftStore): Pen {
  const snapshot = useSyncExternalStore(store.subscribe, store.snapshot);
  const [said, setSaid] = useState<Said>();
  const { document, findings, saving, canUndo, canRedo } = snapshot;
  const mayWrite = saving.at !== "reading";
  const write = useCallback(
    (edits: readonly Edit[], what: string, told?: string): void => {
      if (store.snapshot().saving.at === "reading") return;
      try {
        store.edit(edits, what);
        setSaid(told === undefined ? undefined : { text: told, undo: true });
      } catch (refused) {
        if (!(refused instanceof EditRefused)) throw refused;
        setSaid({ text: say("register.lost"), undo: false });
      }
    },
    [store],
  );
  const tell = useCallback((told: string | undefined): void => setSaid(told === undefined ? undefined : { text: told, undo: true }), []);
  const undo = useCallback(() => {
    store.undo();
    setSaid({ text: say("register.undone"), undo: false });
  }, [store]);
  const redo = useCallback(() => {
    store.redo();
    setSaid(undefined);
  }, [store]);
  const hush = useCallback(() => setSaid(undefined), []);
  return useMemo(() => ({ document, findings, mayWrite, canUndo, canRedo, said, write, tell, undo, redo, hush }), [document, findings, mayWrite, canUndo, canRedo, said, write, tell, undo, redo, hush]);
}
