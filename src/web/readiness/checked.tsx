import { Button } from "react-aria-components";
import { confirmable, type Answered } from "#core/readiness/readiness.ts";
import { whereOf } from "#core/readiness/facts.ts";
import buttons from "../parts/controls.module.css";
import { Quoted } from "../parts/quoted.tsx";
import type { Pen } from "../registers/use-pen.ts";
import { sayDay } from "../state/calendar-day.ts";
import { usePrinting } from "../state/printing.ts";
import { say } from "../words.ts";
import { WhereLink } from "./where-link.tsx";
import style from "./readiness.module.css";

/** So many places and findings are named; more lie in the lists. */
const NAMED = 4;

/** One item of the checklist: its answer, what makes it so, and a person's word. */
export function Checked({ answered, pen, onConfirm }: { readonly answered: Answered; readonly pen: Pen; readonly onConfirm: () => void }) {
  const { statement, applies, matrix, confirmed, counts } = answered;
  const named = usePrinting() ? Number.POSITIVE_INFINITY : NAMED;
  if (!applies)
    return (
      <li data-idle>
        <span className={style.mark} data-answer="none">{say("readiness.answer.none")}</span>
        <div className={style.item}><b>{statement.says}</b><p>{say("readiness.not-here")}</p></div>
      </li>
    );
  const places = matrix.findings.length > 0 ? [] : matrix.places;
  return (
    <li>
      <span className={style.mark} data-answer={counts}>{say(`readiness.answer.${counts}`)}</span>
      <div className={style.item}>
        <b>{statement.says}</b>
        <p className={style.where}>
          <span>{matrix.says}</span>
          {places.slice(0, named).map((place) => <WhereLink key={`${place.kind} ${place.id}`} where={place} />)}
          {places.length > named ? <span>{say("readiness.more", { n: places.length - named })}</span> : null}
        </p>
        {matrix.findings.length === 0 ? null : (
          <ul className={style.reasons}>
            {matrix.findings.slice(0, named).map((finding) => (
              <li key={`${finding.rule} ${finding.at.id} ${finding.message}`}><WhereLink where={whereOf(finding)}><Quoted text={finding.message} /></WhereLink></li>
            ))}
            {matrix.findings.length > named ? <li>{say("readiness.more", { n: matrix.findings.length - named })}</li> : null}
          </ul>
        )}
        {confirmed === undefined ? null : (
          <p className={style.word}>
            {say("authority.map.confirmed", { name: confirmed.by, day: sayDay(confirmed.on), answer: say(`readiness.answer.${confirmed.answer}`).toLowerCase() })}
            {confirmed.evidence === undefined ? null : <>: {confirmed.evidence}</>}
            {confirmed.note === undefined ? null : <>; {confirmed.note}</>}
            {pen.mayWrite ? (
              <Button className={buttons.link ?? ""} aria-label={say("authority.map.withdraw.of", { statement: statement.says })} onPress={() => pen.write([{ do: "remove", kind: "confirmation", id: confirmed.id }], say("authority.map.withdraw"), say("authority.map.withdraw"))}>
                {say("authority.map.withdraw")}
              </Button>
            ) : null}
          </p>
        )}
        {confirmable(answered) && confirmed === undefined ? <p className={style.wanted}>{say("readiness.wanted", { what: matrix.beyond ?? "" })}</p> : null}
      </div>
      {pen.mayWrite && confirmable(answered) ? <Button className={buttons.button ?? ""} aria-label={say("authority.map.confirm.of", { statement: statement.says })} onPress={onConfirm}>{say("authority.map.confirm")}</Button> : null}
    </li>
  );
}
