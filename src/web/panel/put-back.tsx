import { Undo2 } from "lucide-react";
import { useState, type KeyboardEvent } from "react";
import { say } from "../words.ts";
import style from "./put-back.module.css";

/** A text being typed that Escape puts back as it was, and that can be had again. */
export interface PutBack {
  /** What Escape took away, until something else is typed. */
  readonly lost: string | undefined;
  /** Escape puts the text back and stays; a second one is left to whatever is around. Ctrl+Z brings the typed text again. */
  onKeyDown(event: KeyboardEvent<HTMLElement>): void;
  restore(): void;
  forget(): void;
}

/**
 * As in a spreadsheet: the first Escape reverts the field, and says so.
 * @param typed what was typed and not yet written, if anything; `put` replaces it.
 */
export function usePutBack(typed: string | undefined, value: string, put: (text: string | undefined) => void): PutBack {
  const [lost, setLost] = useState<string>();
  const restore = (): void => {
    put(lost);
    setLost(undefined);
  };
  return {
    lost,
    restore,
    forget: () => lost !== undefined && setLost(undefined),
    onKeyDown: (event) => {
      if (event.key === "Escape") {
        if (typed === undefined) return;
        put(undefined);
        if (typed.trim() === value.trim()) return;
        // Not for the panel or the dialog around: they close on an Escape in a field where nothing was typed.
        event.preventDefault();
        event.stopPropagation();
        setLost(typed);
      } else if (lost !== undefined && typed === undefined && (event.ctrlKey || event.metaKey) && !event.shiftKey && event.key.toLowerCase() === "z") {
        event.preventDefault();
        event.stopPropagation();
        restore();
      }
    },
  };
}

/** Says that a text was put back, with a button that brings it again. Empty, but there, while nothing was. */
export function PutBackNotice({ back, onRestore }: { readonly back: PutBack; readonly onRestore: () => void }) {
  return (
    <span role="status" className={style.place}>
      {back.lost === undefined ? null : (
        <span className={style.notice}>
          {say("field.put-back")}
          {/* Pressed with the mouse, the field keeps the focus. */}
          <button type="button" onMouseDown={(event) => event.preventDefault()} onClick={() => { back.restore(); onRestore(); }}>
            <Undo2 aria-hidden size={13} />
            {say("undo")}
          </button>
        </span>
      )}
    </span>
  );
}
