import { Plus, X } from "lucide-react";
import { useState } from "react";
import { Button } from "react-aria-components";
import { roleLabels } from "#core/model/told-apart.ts";
import { SaidNo } from "../account/asking.ts";
import { useSending } from "../account/form.tsx";
import buttons from "../parts/controls.module.css";
import { InlineChoice } from "../registers/inline-choice.tsx";
import type { Pen } from "../registers/use-pen.ts";
import { useBeside, useHere } from "../shell/here.ts";
import { today } from "../state/calendar-day.ts";
import { propose } from "../talk/talk.ts";
import { useEntitled } from "../talk/who.ts";
import { say } from "../words.ts";
import { decidedEdits } from "./decided-edit.ts";
import type { AllReviews, ReviewDesk } from "./use-reviews.ts";
import style from "./review.module.css";

interface Drafted {
  readonly id: string;
  readonly words: string;
  readonly activity?: string | undefined;
  readonly letter?: "A" | "R" | undefined;
  readonly role?: string | undefined;
}

const fresh = (): Drafted => ({ id: crypto.randomUUID(), words: "" });

/** A review is written down: who was there, what was said, what was decided; decisions that change a row are proposed. */
export function HoldPart({ desk, found: { reviews }, pen }: { readonly desk: ReviewDesk; readonly found: AllReviews; readonly pen: Pen }) {
  const { workspace, store, beside } = useHere();
  const { agreement } = useBeside();
  const { party } = useEntitled();
  const [held, setHeld] = useState(today());
  const [attended, setAttended] = useState("");
  const [minutes, setMinutes] = useState("");
  const [decisions, setDecisions] = useState<readonly Drafted[]>([fresh()]);
  const [done, setDone] = useState<string>();
  const sending = useSending();
  const { document } = pen;
  const labels = roleLabels(document);
  const planned = reviews.filter((one) => one.held === null && !one.cancelled).toSorted((a, b) => (a.planned < b.planned ? -1 : 1))[0];
  // Two sides that decide agree by proposals; where one is alone, it changes its matrix.
  const proposes = party !== null && (agreement?.deciding.length ?? 0) > 1;
  const change = (id: string, part: Partial<Drafted>): void => setDecisions(decisions.map((one) => (one.id === id ? { ...one, ...part } : one)));

  const carry = async (all: readonly Drafted[]): Promise<string | undefined> => {
    let why: string | undefined;
    for (const { id, words, activity, letter, role } of all) {
      if (activity === undefined || letter === undefined || role === undefined) continue;
      const edits = decidedEdits(store.snapshot().document, { activity, letter, role });
      if (edits.length === 0) continue;
      const what = say("review.what", { words: words.trim() }).slice(0, 500);
      try {
        if (proposes) await propose(workspace.id, { id, base: store.revision?.() ?? agreement?.revision ?? 0, what, edits, reason: null });
        else store.edit(edits, what);
      } catch (thrown) {
        if (!(thrown instanceof SaidNo)) throw thrown;
        why = thrown.message;
      }
    }
    beside.look("agreement", 0);
    return why;
  };
  const write = (): void => {
    setDone(undefined);
    const all = decisions.filter(({ words }) => words.trim() !== "");
    void sending.send(async () => {
      await desk.hold(planned?.id ?? crypto.randomUUID(), { held, attended: attended.trim(), minutes: minutes.trim(), decisions: all.map(({ id, words, activity }) => ({ id, words: words.trim(), activity: activity ?? null })) });
      const why = await carry(all);
      setDone(why === undefined ? say("review.written") : say("review.written.not-proposed", { why }));
      setAttended("");
      setMinutes("");
      setDecisions([fresh()]);
    });
  };
  return (
    <section className={`${style.part} ${style.hold}`} aria-labelledby="review-hold">
      <h2 id="review-hold">{say("review.hold")}</h2>
      <p className={style.soft}>{say("review.hold.lead")}</p>
      <form className={style.form} onSubmit={(event) => { event.preventDefault(); write(); }}>
        <div className={style.deeds}>
          <label><span>{say("review.held.day")}</span><input type="date" required max={today()} value={held} onChange={(event) => setHeld(event.target.value)} /></label>
          <label className={style.grow}><span>{say("review.attended")}</span><input value={attended} maxLength={2_000} placeholder={say("review.attended.hint")} onChange={(event) => setAttended(event.target.value)} /></label>
        </div>
        <label><span>{say("review.notes")}</span><textarea rows={4} maxLength={20_000} value={minutes} onChange={(event) => setMinutes(event.target.value)} /></label>
        <fieldset>
          <legend>{say("review.decisions")}</legend>
          {decisions.map((one, i) => {
            const n = i + 1;
            return (
              <div key={one.id} className={style.decision}>
                <input aria-label={say("review.decision.n", { n })} placeholder={say("review.decision.n", { n })} maxLength={2_000} value={one.words} onChange={(event) => change(one.id, { words: event.target.value })} />
                <InlineChoice label={say("review.decision.row", { n })} value={one.activity} none={say("review.decision.row.none")} mayWrite choices={document.activities.map(({ id, title }) => ({ value: id, label: title }))} onChoose={(activity) => change(one.id, activity === undefined ? { activity, letter: undefined, role: undefined } : { activity })} />
                {one.activity === undefined ? null : <InlineChoice label={say("review.decision.change", { n })} value={one.letter} none={say("review.decision.change.none")} mayWrite choices={(["A", "R"] as const).map((letter) => ({ value: letter, label: say(`review.decision.change.${letter}`) }))} onChoose={(letter) => change(one.id, { letter: letter as "A" | "R" | undefined })} />}
                {one.letter === undefined ? null : <InlineChoice label={say("review.decision.role", { n })} value={one.role} none={say("review.decision.role.none")} mayWrite choices={document.roles.map(({ id, name }) => ({ value: id, label: labels.get(id) ?? name }))} onChoose={(role) => change(one.id, { role })} />}
                {decisions.length > 1 ? <Button className={`${buttons.button} ${buttons.quiet} ${buttons.icon}`} aria-label={say("review.decision.remove", { n })} onPress={() => setDecisions(decisions.filter(({ id }) => id !== one.id))}><X aria-hidden /></Button> : null}
              </div>
            );
          })}
          <Button className={buttons.button ?? ""} onPress={() => setDecisions([...decisions, fresh()])}><Plus aria-hidden />{say("review.decision.add")}</Button>
          <small>{say(proposes ? "review.decision.proposed" : "review.decision.edited")}</small>
        </fieldset>
        {sending.refusal ? <p role="alert" className={style.trouble}>{sending.refusal.message}</p> : null}
        <div className={style.deeds}>
          <Button type="submit" className={`${buttons.button} ${buttons.main}`} isDisabled={sending.busy}>{say("review.write")}</Button>
          <span role="status">{done}</span>
        </div>
      </form>
    </section>
  );
}
