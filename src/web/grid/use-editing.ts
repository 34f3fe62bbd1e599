import { useCallback, useRef, useState, type RefObject } from "react";
import { flushSync } from "react-dom";
import type { Outcome } from "./outcome.ts";
import { columnAt, rowAt, type Scene } from "./scene.ts";

/** A cell that is being written, by its row and column: lines may move while somebody types. */
export interface Editing {
  readonly row: string;
  readonly column: string;
  /** What stands in the editor when it opens. */
  readonly text: string;
  /** Whether the text is the first that was typed, and not what stood in the cell. */
  readonly over: boolean;
  /** Where the caret stands in the text; at its end unless said. */
  readonly caret: number | undefined;
}

/** Takes what stands in the open editor; false where it cannot be taken and the editor stays. */
export type Taker = () => boolean;

/** The editor over a cell: opened by a command, closed when what was typed is taken or let go of. */
export function useEditing(latest: RefObject<Scene>) {
  const [editing, setEditing] = useState<Editing>();
  const taker = useRef<Taker>(undefined);
  const begin = useCallback(
    ({ text, spot, caret }: NonNullable<Outcome["editing"]>): void => {
      const scene = latest.current;
      const { line, column: place } = spot ?? scene.selection.head;
      const [row, column] = [rowAt(scene, line), columnAt(scene, place)];
      if (!row || !column) return;
      const here = column.show(row);
      setEditing({ row: row.id, column: column.key, text: text ?? here, over: text !== undefined, caret: caret?.in === here ? caret.at : undefined });
    },
    [latest],
  );
  const end = useCallback((one: Editing): void => setEditing((now) => (now === one ? undefined : now)), []);
  /** Takes what was typed before something else is done; false where that must wait. */
  const settle = useCallback((): boolean => {
    let taken = true;
    if (taker.current) flushSync(() => void (taken = taker.current?.() ?? true));
    return taken;
  }, []);
  return { editing, begin, end, settle, taker };
}
