import { WhereLink } from "../readiness/where-link.tsx";
import { useHere } from "../shell/here.ts";
import { useSnapshot } from "../shell/use-draft.ts";
import { sayDay } from "../state/calendar-day.ts";
import { say } from "../words.ts";
import type { AllReviews } from "./use-reviews.ts";
import style from "./review.module.css";

/** Reviews that were held or called off, with their decisions. @param waiting proposals not answered yet. */
export function PastPart({ found: { reviews, names }, waiting }: { readonly found: AllReviews; readonly waiting: ReadonlySet<string> }) {
  const { document } = useSnapshot(useHere().store);
  const titles = new Map(document.activities.map(({ id, title }) => [id as string, title]));
  const past = reviews.filter(({ held, cancelled }) => held !== null || cancelled);
  return (
    <section className={style.part} aria-labelledby="review-past">
      <h2 id="review-past">{say("review.past")}</h2>
      {past.length === 0 ? <p className={style.soft}>{say("review.past.none")}</p> : (
        <ul className={style.list}>
          {past.map(({ id, held, planned, attended, minutes, closedBy, decisions }) => (
            <li key={id}>
              <b>{sayDay(held ?? planned)}</b>
              <small>{held === null ? say("review.past.off") : say("review.past.by", { name: names.find(({ actor }) => actor === closedBy)?.name ?? "–" })}</small>
              {attended ? <span>{attended}</span> : null}
              {minutes ? <p className={style.said}>{minutes}</p> : null}
              {decisions.length === 0 ? null : (
                <ul>
                  {decisions.map((one) => (
                    <li key={one.id}>
                      {one.words} {one.activity !== null && titles.has(one.activity) ? <WhereLink where={{ kind: "activity", id: one.activity, name: titles.get(one.activity) ?? "" }} /> : null}
                      {waiting.has(one.id) ? <em> {say("review.past.open")}</em> : null}
                    </li>
                  ))}
                </ul>
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
