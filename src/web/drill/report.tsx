import type { Drilled } from "#core/drill/told.ts";
import { resultsOf } from "#core/drill/draw-drill.ts";
import { sayMinutes } from "#core/who/telling.ts";
import { Quoted } from "../parts/quoted.tsx";
import { say } from "../words.ts";
import type { Said } from "./sitting.ts";
import style from "./drill.module.css";

export const sayReal = (said: readonly Said[]): string => say("drill.real", { minutes: Math.round(said.reduce((sum, { seconds }) => sum + seconds, 0) / 60), calls: said.length });

/** What an exercise came to: minutes beside their targets, and where they were lost. */
export function Report({ drilled, said }: { readonly drilled: Drilled; readonly said: readonly Said[] }) {
  return (
    <div className={style.report}>
      <section aria-labelledby="drill-took">
        <h2 id="drill-took">{say("drill.took")}</h2>
        <dl>
          {resultsOf(drilled).map(({ what, took, late }) => (
            <div key={what} data-late={late || undefined}>
              <dt>{what}</dt>
              <dd>{took}{late ? <b>{say("drill.late")}</b> : null}</dd>
            </div>
          ))}
        </dl>
        {said.length === 0 ? null : <p className={style.hint}>{sayReal(said)}</p>}
      </section>
      <section aria-labelledby="drill-lost">
        <h2 id="drill-lost">{say("drill.lost")}</h2>
        {drilled.stalls.length === 0 ? <p>{say("drill.lost.none")}</p> : (
          <ul>
            {drilled.stalls.map((one) => (
              <li key={`${one.says} ${one.minutes}`}>
                <b>{sayMinutes(one.minutes)}</b>
                <span><Quoted text={one.says} /><small>{say("drill.saves", { what: one.saves })}</small></span>
              </li>
            ))}
          </ul>
        )}
      </section>
    </div>
  );
}

/** Everything that happened so far, minute by minute. */
export function Story({ drilled }: { readonly drilled: Drilled }) {
  return (
    <section className={style.story} aria-labelledby="drill-story">
      <h2 id="drill-story">{say("drill.story")}</h2>
      <ol>
        {drilled.moments.map((moment, i) => (
          <li key={i} data-does={moment.does}>
            <span>{say("drill.minute", { minute: moment.minute })}</span>
            <span><Quoted text={moment.says} /></span>
          </li>
        ))}
      </ol>
    </section>
  );
}
