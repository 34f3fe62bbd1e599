import { minuteOf, type Minute } from "#core/time/minute.ts";
import type { Answer } from "#core/who/answer.ts";
import { Quoted } from "../parts/quoted.tsx";
import { usePrinting } from "../state/printing.ts";
import { PlaceLink } from "../proof/place-link.tsx";
import { say } from "../words.ts";
import { inWords } from "./in-words.ts";
import style from "./who-page.module.css";

/** Every step that led to the answer, in the order it was taken. */
export function WhyPart({ answer, when }: { readonly answer: Answer; readonly when: (at: Minute) => string }) {
  const printing = usePrinting();
  return (
    <details className={style.why} open={printing || undefined}>
      <summary>{say("who.why")}</summary>
      <ol>
        {answer.because.map(({ at, says }, i) => (
          <li key={i}>
            <Quoted text={inWords(says, (utc) => when(minuteOf(utc)))} /> {at === undefined ? null : <PlaceLink place={at} />}
          </li>
        ))}
      </ol>
    </details>
  );
}
