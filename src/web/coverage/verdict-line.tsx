import { CircleCheck, CircleHelp, CircleX } from "lucide-react";
import type { Verdict } from "../proof/order.ts";
import { readerZone, sayDate } from "../proof/say-time.ts";
import { say } from "../words.ts";
import style from "./coverage-page.module.css";

/** What was proved, in one line; what it rests on folds out beneath. */
export function VerdictLine({ verdict, absent, busy }: { readonly verdict: Verdict; readonly absent: number; readonly busy: boolean }) {
  const { counterexamples, assumptions, incomplete, checked } = verdict;
  const holes = counterexamples.filter(({ property }) => property !== "P7" && property !== "P8").length;
  const alone = counterexamples.filter(({ property }) => property === "P7").length;
  const standing = counterexamples.length - holes - alone;
  const kind = verdict.verdict === "PROVED" ? "proved" : counterexamples.length > 0 ? "found" : "incomplete";
  const Sign = { proved: CircleCheck, found: CircleX, incomplete: CircleHelp }[kind];
  const parts = [holes > 0 ? say("cover.sum.holes", { n: holes }) : "", alone > 0 ? say("cover.sum.alone", { n: alone }) : "", standing > 0 ? say("cover.sum.standing", { n: standing }) : ""].filter(Boolean);
  return (
    <section className={style.verdict} data-kind={kind} aria-labelledby="cover-verdict">
      <Sign aria-hidden size={26} />
      <div>
        <h2 id="cover-verdict">{say(`cover.verdict.${kind}`, { n: counterexamples.length })}</h2>
        <p role="status">{[parts.join(", "), say("cover.covers", { until: sayDate(verdict.until, readerZone()), n: absent, obligations: checked.obligations }), busy ? say("cover.busy") : ""].filter(Boolean).join(". ")}</p>
        {incomplete.length > 0 ? (
          <details open={kind === "incomplete" || undefined}>
            <summary>{say("cover.incomplete", { n: incomplete.length })}</summary>
            <ul>
              {incomplete.map((one) => (
                <li key={one}>{one}</li>
              ))}
            </ul>
          </details>
        ) : null}
        <details>
          <summary>{say("cover.assumptions", { n: assumptions.length })}</summary>
          <ul>
            {assumptions.map((one) => (
              <li key={one}>{one}</li>
            ))}
          </ul>
        </details>
      </div>
    </section>
  );
}
