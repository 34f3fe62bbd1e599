import { X } from "lucide-react";
import { useEffect, useLayoutEffect, useRef, useState } from "react";
import type { Finding, Fix } from "#core/lint/finding.ts";
import buttons from "../parts/controls.module.css";
import { say } from "../words.ts";
import style from "./explain-box.module.css";
import { FindingCard } from "./finding-card.tsx";

/** The findings of a cell beside it. Not modal: the grid stays usable, and Escape or a press elsewhere closes it. */
export function ExplainBox({ findings, beside, focused, onFix, onClose }: { readonly findings: readonly Finding[]; readonly beside: DOMRect; readonly focused: boolean; readonly onFix: ((fix: Fix) => void) | undefined; readonly onClose: (back: boolean) => void }) {
  const box = useRef<HTMLDivElement>(null);
  const [place, setPlace] = useState({ left: beside.left, top: beside.bottom + 6 });
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    const { offsetWidth: width, offsetHeight: height } = element;
    const below = beside.bottom + 6 + height <= window.innerHeight - 8;
    setPlace({ left: Math.max(8, Math.min(beside.left, window.innerWidth - width - 8)), top: below ? beside.bottom + 6 : Math.max(8, beside.top - height - 6) });
    if (focused) element.focus();
  }, [beside, focused, findings]);
  useEffect(() => {
    const press = (event: PointerEvent): void => {
      if (event.target instanceof Node && !box.current?.contains(event.target)) onClose(false);
    };
    document.addEventListener("pointerdown", press);
    return () => document.removeEventListener("pointerdown", press);
  }, [onClose]);
  return (
    <div ref={box} role="dialog" aria-label={say("grid.explain")} tabIndex={-1} className={style.box} style={place} onKeyDown={(event) => {
      event.stopPropagation();
      if (event.key === "Escape") onClose(true);
      const fix = event.key === "Enter" && event.altKey ? findings.find((finding) => finding.fix)?.fix : undefined;
      if (fix) onFix?.(fix);
    }}>
      <button type="button" className={`${buttons.button} ${buttons.quiet} ${buttons.icon} ${style.close}`} aria-label={say("chosen.close")} onClick={() => onClose(true)}>
        <X aria-hidden />
      </button>
      {findings.map((finding, i) => (
        <FindingCard key={i} finding={finding} onFix={onFix} hint={i === findings.findIndex(({ fix }) => fix)} />
      ))}
    </div>
  );
}
