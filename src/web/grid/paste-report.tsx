import { ClipboardCopy, Undo2, X } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import controls from "../parts/controls.module.css";
import { Quoted } from "../parts/quoted.tsx";
import { say } from "../words.ts";
import { writeBlock } from "./clipboard.ts";
import style from "./paste-report.module.css";
import type { Report } from "./outcome.ts";

/** Cells named on the screen; the copied list names them all. */
const NAMED = 500;

/**
 * What a paste did beyond writing cells: rows it added, with the one step back, and every cell it did not understand.
 * It stands until something else is done.
 * @param onSize it grew or shrank, and the grid with it.
 */
export function PasteReport({ report, onUndo, onSize, onClose }: { readonly report: Report; readonly onUndo: () => void; readonly onSize: () => void; readonly onClose: () => void }) {
  const { added, refused } = report;
  const box = useRef<HTMLElement>(null);
  const [own, setOwn] = useState(true);
  const [copied, setCopied] = useState(false);
  // Whoever goes to work elsewhere on the page may write there: the last step is then no longer the paste.
  useEffect(() => {
    const moved = ({ target }: FocusEvent): void => {
      if (target instanceof Element && !target.closest('[role="treegrid"], [role="toolbar"]') && !box.current?.contains(target)) setOwn(false);
    };
    document.addEventListener("focusin", moved);
    return () => document.removeEventListener("focusin", moved);
  }, []);
  const list = (): string => writeBlock([[say("matrix.activity"), say("grid.menu.column"), say("grid.report.text"), say("grid.report.why")], ...refused.map(({ row, column, text, why }) => [row, column, text, why])]);
  return (
    <aside ref={box} className={style.report} aria-label={say("grid.report")}>
      <div className={style.line}>
        {added > 0 ? <p className={style.added}>{say("grid.report.added", { n: added })}</p> : null}
        {own ? (
          <button type="button" className={controls.button} onClick={onUndo}>
            <Undo2 aria-hidden />
            {say("grid.report.undo")}
          </button>
        ) : null}
        <button type="button" className={`${controls.button} ${controls.quiet} ${controls.icon} ${style.close}`} aria-label={say("grid.report.close")} onClick={onClose}>
          <X aria-hidden />
        </button>
      </div>
      {refused.length > 0 ? (
        <details className={style.refused} open={refused.length <= 3} onToggle={onSize}>
          <summary>{say("grid.report.refused", { n: refused.length })}</summary>
          <ul tabIndex={0} aria-label={say("grid.report.refused", { n: refused.length })}>
            {refused.slice(0, NAMED).map(({ row, column, text, why }, i) => (
              <li key={i}>
                <b>{say("grid.report.where", { column, row })}</b>
                <span>
                  <q>{text}</q> <Quoted text={why} />
                </span>
              </li>
            ))}
          </ul>
          <p className={style.line}>
            <button type="button" className={controls.button} onClick={() => void navigator.clipboard.writeText(list()).then(() => setCopied(true))}>
              <ClipboardCopy aria-hidden />
              {say("grid.report.copy")}
            </button>
            <span role="status">{copied ? say("grid.report.copied") : refused.length > NAMED ? say("grid.report.more", { n: refused.length - NAMED }) : ""}</span>
          </p>
        </details>
      ) : null}
    </aside>
  );
}
