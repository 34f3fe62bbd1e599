import { X } from "lucide-react";
import { useEffect } from "react";
import { Button } from "react-aria-components";
import type { Notice } from "../state/use-table.ts";
import { say } from "../words.ts";
import buttons from "./controls.module.css";
import style from "./toast.module.css";

/** Long enough to read a sentence and reach "Undo" by keyboard; Ctrl+Z works after it, too. */
const SHOWN_FOR = 9_000;

/** What just happened: read out, shown for a while, and undone from here. */
export function Toast({ notice, onUndo, onTakeBack, onDismiss }: { readonly notice: Notice | undefined; readonly onUndo: () => void; readonly onTakeBack: () => void; readonly onDismiss: () => void }) {
  useEffect(() => {
    if (!notice) return;
    const timer = setTimeout(onDismiss, SHOWN_FOR);
    return () => clearTimeout(timer);
  }, [notice, onDismiss]);
  return (
    <div role="status" className={style.place}>
      {notice ? (
        <div key={notice.number} className={notice.unseen ? "unseen" : style.toast}>
          <span>{notice.text}</span>
          {notice.back ? (
            <Button className={`${buttons.button} ${style.undo}`} onPress={notice.back === "aside" ? onTakeBack : onUndo}>
              {say("undo")}
            </Button>
          ) : null}
          {notice.unseen ? null : (
            <Button className={`${buttons.button} ${buttons.icon} ${style.close}`} aria-label={say("chosen.close")} onPress={onDismiss}>
              <X aria-hidden />
            </Button>
          )}
        </div>
      ) : null}
    </div>
  );
}
