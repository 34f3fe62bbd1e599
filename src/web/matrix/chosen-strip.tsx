import { ArrowLeft, ChevronDown, ChevronUp, Wrench, X } from "lucide-react";
import { useEffect, useRef } from "react";
import { Button } from "react-aria-components";
import type { Fix } from "#core/lint/finding.ts";
import type { Keyed } from "../findings/sift.ts";
import buttons from "../parts/controls.module.css";
import { Quoted } from "../parts/quoted.tsx";
import { SeveritySign } from "../parts/severity-sign.tsx";
import { say } from "../words.ts";
import type { RuleText } from "../work/order.ts";
import style from "./chosen-strip.module.css";

interface Props {
  readonly chosen: Keyed;
  readonly text: RuleText | undefined;
  readonly onFix: (fixes: readonly Fix[]) => void;
  readonly onAccept: (keyed: Keyed) => void;
  readonly onStep: (by: 1 | -1) => void;
  readonly onBack: () => void;
  readonly onClose: () => void;
}

/** Where the list has no room beside the matrix: the chosen finding under it, and the way to the next. */
export function ChosenStrip({ chosen, text, onFix, onAccept, onStep, onBack, onClose }: Props) {
  const { finding } = chosen;
  const self = useRef<HTMLElement>(null);
  useEffect(() => {
    if (document.activeElement === document.body) self.current?.focus();
  }, []);
  return (
    <section ref={self} tabIndex={-1} className={style.strip} aria-label={say("chosen.title")}>
      <div className={style.bar}>
        <Button className={`${buttons.button} ${buttons.quiet}`} onPress={onBack}>
          <ArrowLeft aria-hidden />
          {say("chosen.back")}
        </Button>
        <span />
        <Button className={`${buttons.button} ${buttons.quiet} ${buttons.icon}`} aria-label={say("chosen.previous")} onPress={() => onStep(-1)}>
          <ChevronUp aria-hidden />
        </Button>
        <Button className={`${buttons.button} ${buttons.quiet} ${buttons.icon}`} aria-label={say("chosen.next")} onPress={() => onStep(1)}>
          <ChevronDown aria-hidden />
        </Button>
        <Button className={`${buttons.button} ${buttons.quiet} ${buttons.icon}`} aria-label={say("chosen.close")} onPress={onClose}>
          <X aria-hidden />
        </Button>
      </div>
      <div className={style.text} aria-live="polite">
        <SeveritySign severity={finding.severity} />
        <div>
          <h3>{text?.headline ?? finding.rule}</h3>
          <p className={style.message}><Quoted text={finding.message} /></p>
          {text?.remedy ? <p className={style.remedy}><Quoted text={text.remedy} /></p> : null}
        </div>
      </div>
      <div className={style.ways}>
        {finding.fix ? (
          <Button className={`${buttons.button} ${buttons.main}`} onPress={() => finding.fix && onFix([finding.fix])}>
            <Wrench aria-hidden />
            {finding.fix.label}
          </Button>
        ) : null}
        {finding.waived ? null : (
          <Button className={buttons.button} onPress={() => onAccept(chosen)}>
            {say("accept")}…
          </Button>
        )}
      </div>
    </section>
  );
}
