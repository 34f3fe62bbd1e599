import { useState } from "react";
import { Button } from "react-aria-components";
import { cadence, nextReview } from "#core/review/due.ts";
import { useSending } from "../account/form.tsx";
import buttons from "../parts/controls.module.css";
import { InlineChoice } from "../registers/inline-choice.tsx";
import type { Pen } from "../registers/use-pen.ts";
import { sayDay, today } from "../state/calendar-day.ts";
import { say } from "../words.ts";
import type { AllReviews, ReviewDesk } from "./use-reviews.ts";
import style from "./review.module.css";

const EVERY = ["P1M", "P3M", "P6M", "P1Y"] as const;

/** When the next review is, by rhythm and by plan. */
export function NextPart({ desk, found: { reviews, names }, pen, mayEdit }: { readonly desk: ReviewDesk; readonly found: AllReviews; readonly pen: Pen; readonly mayEdit: boolean }) {
  const { reviewEvery, validFrom } = pen.document;
  const held = reviews.flatMap((one) => one.held ?? []).toSorted();
  const rhythm = cadence(reviewEvery, validFrom ?? held[0] ?? today());
  const due = rhythm && nextReview(rhythm, held.at(-1));
  const planned = reviews.filter((one) => one.held === null && !one.cancelled).toSorted((a, b) => (a.planned < b.planned ? -1 : 1))[0];
  const [day, setDay] = useState<string>();
  const sending = useSending();
  const offered = day ?? planned?.planned ?? (due !== undefined && due > today() ? due : today());
  const act = (work: () => Promise<void>): void => void sending.send(work).then((was) => was && setDay(undefined));
  return (
    <section className={style.part} aria-labelledby="review-next">
      <h2 id="review-next">{say("review.next")}</h2>
      <label className={style.line}>
        <span>{say("review.every")}</span>
        <InlineChoice label={say("review.every")} value={reviewEvery} none={say("review.every.none")} mayWrite={pen.mayWrite} choices={EVERY.map((one) => ({ value: one, label: say(`review.every.${one}`) }))} onChoose={(every) => pen.write([{ do: "set-matrix", field: "reviewEvery", value: every ?? null }], say("review.every.set", { every: every === undefined ? say("review.every.none") : say(`review.every.${every as (typeof EVERY)[number]}`) }))} />
      </label>
      {planned ? <p className={planned.planned < today() ? style.late : style.told}>{planned.planned < today() ? say("review.planned.over", { day: sayDay(planned.planned) }) : say("review.planned", { day: sayDay(planned.planned), name: names.find(({ actor }) => actor === planned.plannedBy)?.name ?? "–" })}</p> : null}
      <p className={due !== undefined && due < today() && !planned ? style.late : undefined}>{due === undefined ? say("review.no-rhythm") : say(due < today() ? "review.overdue" : "review.due", { day: sayDay(due) })}</p>
      {mayEdit ? (
        <form className={style.deeds} onSubmit={(event) => { event.preventDefault(); act(() => desk.plan(planned?.id ?? crypto.randomUUID(), offered)); }}>
          <label><span>{say("review.day")}</span><input type="date" required value={offered} onChange={(event) => setDay(event.target.value)} /></label>
          <Button type="submit" className={`${buttons.button} ${planned ? "" : buttons.main}`} isDisabled={sending.busy}>{say(planned ? "review.move" : "review.plan")}</Button>
          {planned ? <Button className={buttons.button ?? ""} isDisabled={sending.busy} onPress={() => act(() => desk.callOff(planned.id))}>{say("review.call-off")}</Button> : null}
        </form>
      ) : null}
      {sending.refusal ? <p role="alert" className={style.trouble}>{sending.refusal.message}</p> : null}
    </section>
  );
}
