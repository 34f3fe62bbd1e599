import { useState } from "react";
import { Button } from "react-aria-components";
import { TRIGGER_WORDS, TRIGGERS, type Trigger } from "#core/review/triggers.ts";
import { useSending } from "../account/form.tsx";
import buttons from "../parts/controls.module.css";
import { sayDay } from "../state/calendar-day.ts";
import { say } from "../words.ts";
import type { AllReviews, ReviewDesk } from "./use-reviews.ts";
import style from "./review.module.css";

/** What was raised since the last review, and the way to raise something. */
export function TriggersPart({ desk, found: { triggers, names }, mayRaise }: { readonly desk: ReviewDesk; readonly found: AllReviews; readonly mayRaise: boolean }) {
  const [kind, setKind] = useState<Trigger>("incident");
  const [note, setNote] = useState("");
  const sending = useSending();
  const open = triggers.filter(({ review }) => review === null);
  return (
    <section className={style.part} aria-labelledby="review-triggers">
      <h2 id="review-triggers">{say("review.triggers")}</h2>
      {open.length === 0 ? <p className={style.soft}>{say("review.triggers.none")}</p> : (
        <ul className={style.list}>
          {open.map(({ id, kind: what, note: said, by, at }) => (
            <li key={id}>
              <b>{TRIGGER_WORDS[what as Trigger] ?? what}</b>
              {said === null ? null : <span>{said}</span>}
              <small>{say("review.trigger.by", { name: names.find(({ actor }) => actor === by)?.name ?? "–", day: sayDay(at.slice(0, 10)) })}</small>
            </li>
          ))}
        </ul>
      )}
      {mayRaise ? (
        <form className={style.deeds} onSubmit={(event) => { event.preventDefault(); void sending.send(() => desk.raise(kind, note.trim() === "" ? null : note.trim())).then((was) => was && setNote("")); }}>
          <label className={style.grow}><span>{say("review.trigger.kind")}</span><select value={kind} onChange={(event) => setKind(event.target.value as Trigger)}>{TRIGGERS.map((one) => <option key={one} value={one}>{TRIGGER_WORDS[one]}</option>)}</select></label>
          <label className={style.grow}><span>{say("review.trigger.note")}</span><input value={note} maxLength={2_000} onChange={(event) => setNote(event.target.value)} /></label>
          <Button type="submit" className={buttons.button ?? ""} isDisabled={sending.busy}>{say("review.trigger.raise")}</Button>
        </form>
      ) : null}
      {sending.refusal ? <p role="alert" className={style.trouble}>{sending.refusal.message}</p> : null}
    </section>
  );
}
