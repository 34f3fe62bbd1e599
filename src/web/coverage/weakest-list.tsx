import type { HeatDrawn, What } from "../proof/order.ts";
import { say } from "../words.ts";
import { levelOf, sayLevel, sayMissing } from "./levels.ts";
import { sayWhat } from "./what-words.ts";
import style from "./coverage-page.module.css";

/** Everything that must hold with its weakest hour; pressing one draws the map for it alone. */
export function WeakestList({ weakest, absent, chosen, onChoose }: { readonly weakest: HeatDrawn["weakest"]; readonly absent: number; readonly chosen: What | undefined; readonly onChoose: (what: What | undefined) => void }) {
  return (
    <section className={style.weakest} aria-labelledby="cover-weakest">
      <h2 id="cover-weakest">{say("cover.weakest")}</h2>
      <p>{say("cover.weakest.why")}</p>
      <ul>
        {weakest.map(({ what, missing }) => (
          <li key={what}>
            <button type="button" aria-pressed={what === chosen} onClick={() => onChoose(what === chosen ? undefined : what)}>
              <b data-level={levelOf(missing)} aria-hidden>
                {sayLevel(missing, absent)}
              </b>
              <span>
                {sayWhat(what)}
                <span className="unseen">: {sayMissing(missing, absent)}</span>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
