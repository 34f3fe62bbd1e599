import { Undo2, X } from "lucide-react";
import { useEffect, useRef, type KeyboardEvent, type ReactNode } from "react";
import { Button } from "react-aria-components";
import buttons from "../parts/controls.module.css";
import toast from "../parts/toast.module.css";
import { say } from "../words.ts";
import style from "./register-frame.module.css";
import type { Pen } from "./use-pen.ts";

interface Props {
  readonly title: string;
  readonly lead?: string;
  readonly pen: Pen;
  /** Stands beside the title. */
  readonly tools?: ReactNode;
  readonly children: ReactNode;
}

/** A page over the draft: its title, what it is for, whether one may write, and what was just done. */
export function RegisterFrame({ title, lead, pen, tools, children }: Props) {
  // A field has an undo of its own; outside of one, the keys take back what was done to the matrix.
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || (event.target instanceof HTMLElement && event.target.closest("input, textarea"))) return;
    const key = event.key.toLowerCase();
    const back = key === "z" && !event.shiftKey;
    if (!back && key !== "y" && !(key === "z" && event.shiftKey)) return;
    event.preventDefault();
    event.stopPropagation();
    if (back && pen.canUndo) pen.undo();
    if (!back && pen.canRedo) pen.redo();
  };
  const heading = useRef<HTMLHeadingElement>(null);
  // What had the focus may have gone with what was removed: it waits at the title instead of nowhere, and the page does not
  // jump there. The checks may take a moment to move it on.
  useEffect(() => {
    const soon = setTimeout(() => pen.said && document.activeElement === document.body && heading.current?.focus({ preventScroll: true }), 400);
    return () => clearTimeout(soon);
  }, [pen.said]);
  return (
    <div className={style.page} onKeyDown={onKeyDown}>
      <header className={style.head}>
        <div>
          <h1 ref={heading} tabIndex={-1}>
            {title}
          </h1>
          {lead === undefined ? null : <p>{lead}</p>}
        </div>
        {tools}
      </header>
      {pen.mayWrite ? null : <p className={style.reading}>{say("register.reading")}</p>}
      {children}
      <div role="status" className={toast.place}>
        {pen.said ? (
          <div className={toast.toast}>
            <span>{pen.said.text}</span>
            {pen.said.undo && pen.canUndo ? (
              <Button className={`${buttons.button} ${toast.undo}`} onPress={pen.undo}>
                <Undo2 aria-hidden />
                {say("undo")}
              </Button>
            ) : null}
            <Button className={`${buttons.button} ${buttons.icon} ${toast.close}`} aria-label={say("register.close")} onPress={pen.hush}>
              <X aria-hidden />
            </Button>
          </div>
        ) : null}
      </div>
    </div>
  );
}
