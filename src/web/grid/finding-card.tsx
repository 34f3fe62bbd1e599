import { Wrench } from "lucide-react";
import { Suspense } from "react";
import type { Finding, Fix } from "#core/lint/finding.ts";
import buttons from "../parts/controls.module.css";
import { Quoted } from "../parts/quoted.tsx";
import { SeveritySign } from "../parts/severity-sign.tsx";
import { say } from "../words.ts";
import style from "./finding-card.module.css";
import { useRuleText } from "./rule-text.ts";

/** One finding in full: what is wrong, why it matters, what to do, and the repair where one is certain. */
export function FindingCard({ finding, onFix, hint }: { readonly finding: Finding; readonly onFix: ((fix: Fix) => void) | undefined; readonly hint: boolean }) {
  const { severity, message, fix, rule } = finding;
  return (
    <article className={style.card} data-severity={severity}>
      <p className={style.message}>
        <SeveritySign severity={severity} size={15} />
        <span>
          <span className="unseen">{say(`severity.${severity}`)}: </span>
          <span className={style.sentence}>
            <Quoted text={message} />
          </span>
        </span>
      </p>
      <Suspense fallback={null}>
        <Why rule={rule} />
      </Suspense>
      {fix && onFix ? (
        <button type="button" className={`${buttons.button} ${style.fix}`} onClick={() => onFix(fix)}>
          <Wrench aria-hidden />
          <span>{fix.label}</span>
          {hint ? <kbd aria-hidden>Alt ↵</kbd> : null}
        </button>
      ) : null}
    </article>
  );
}

function Why({ rule }: { readonly rule: string }) {
  const text = useRuleText(rule);
  if (!text) return null;
  return (
    <dl className={style.why}>
      <div>
        <dt>{say("grid.why")}</dt>
        <dd>
          <Quoted text={text.because} />
        </dd>
      </div>
      <div>
        <dt>{say("grid.remedy")}</dt>
        <dd>
          <Quoted text={text.remedy} />
        </dd>
      </div>
    </dl>
  );
}
