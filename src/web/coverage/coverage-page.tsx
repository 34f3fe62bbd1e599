import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useMemo } from "react";
import type { Repair } from "#core/prove/story.ts";
import { dateOf, DAY } from "#core/time/minute.ts";
import { zoneOf } from "#core/time/zone.ts";
import { nextHour } from "../proof/live-proof.ts";
import type { HeatDrawn, Warm } from "../proof/order.ts";
import { readerZone } from "../proof/say-time.ts";
import { useAnswer, useProof } from "../proof/use-answer.ts";
import { RegisterFrame } from "../registers/register-frame.tsx";
import { usePen } from "../registers/use-pen.ts";
import { useHere } from "../shell/here.ts";
import { today } from "../state/calendar-day.ts";
import { say } from "../words.ts";
import { CounterexampleList } from "./counterexample-list.tsx";
import { narrowed } from "./counterexamples.ts";
import { checkedCoverage, type Coverage } from "./coverage-address.ts";
import { CoverageFilters } from "./coverage-filters.tsx";
import { levelOf, sayLevel, sayMissing } from "./levels.ts";
import { StoryBox } from "./story-box.tsx";
import { VerdictLine } from "./verdict-line.tsx";
import { WeakestList } from "./weakest-list.tsx";
import { WeekMap } from "./week-map.tsx";
import { WeeksMap } from "./weeks-map.tsx";
import style from "./coverage-page.module.css";

/** Counterexamples given a repair on this page. */
const REPAIRS = 60;

/** The proof that somebody with authority is reachable in every hour, and where it fails. */
export function CoveragePage() {
  const { store, workspace } = useHere();
  const pen = usePen(store);
  const { document: matrix, mayWrite } = pen;
  const coverage = checkedCoverage(useSearch({ strict: false }));
  const go = useNavigate();
  const { version } = useProof();
  const { absent = 1, event, severity, what, hour, day } = coverage;
  const zone = coverage.zone !== undefined && zoneOf(coverage.zone) !== undefined ? coverage.zone : readerZone();
  // Asked anew with every version, and otherwise the same hour for as long as the page is open.
  const from = useMemo(nextHour, [version]);
  const bounds = { from, absent };
  const sieve = { event, severity, what };
  const proved = useAnswer("verdict", { do: "verdict", bounds, today: today(), repairs: REPAIRS });
  const drawn = useAnswer("heat", { do: "heat", bounds, sieve, zone });
  const change = (to: { readonly [Key in keyof Coverage]?: Coverage[Key] | undefined }): void =>
    void go({ to: "/w/$workspace/coverage", params: { workspace: workspace.id }, search: checkedCoverage({ ...coverage, ...to }) as never, replace: true, resetScroll: false });
  const repair = ({ says, edits }: Repair): void => pen.write(edits, says, say("cover.repaired", { what: says }));
  if ((matrix.events ?? []).length === 0 || (matrix.severities ?? []).length === 0)
    return (
      <div className={style.room}>
        <RegisterFrame title={say("cover.title")} lead={say("cover.lead")} pen={pen}>
          <div className={style.empty}>
            <h2>{say("cover.empty")}</h2>
            <p>{say("who.no-events.why")}</p>
            <p>
              <Link to="/w/$workspace/authority" search={{ part: "event" } as never} params={{ workspace: workspace.id }}>
                {say("who.no-events.go")}
              </Link>
            </p>
          </div>
        </RegisterFrame>
      </div>
    );
  const { answer: verdict } = proved;
  const { answer: heat } = drawn;
  const chosen = heat === undefined ? undefined : day === undefined ? (hour === undefined ? undefined : heat.week[hour]) : ofDay(heat, day);
  const found = verdict === undefined ? [] : narrowed(verdict.counterexamples, sieve);
  const trouble = proved.trouble ?? drawn.trouble;
  return (
    <div className={style.room}>
      <RegisterFrame title={say("cover.title")} lead={say("cover.lead")} pen={pen}>
        {trouble === undefined ? null : <p role="alert" className={style.trouble}>{say("cover.trouble", { why: trouble })}</p>}
        {verdict ? <VerdictLine verdict={verdict} absent={absent} busy={proved.busy} /> : trouble === undefined ? <p role="status">{say("cover.reading")}</p> : null}
        <CoverageFilters matrix={matrix} coverage={coverage} onChange={change} />
        {heat === undefined ? null : heat.week.length === 0 ? <p className={style.quiet}>{say("cover.nothing")}</p> : (
          <div className={style.columns}>
            <div className={style.maps} aria-busy={drawn.busy}>
              <Legend absent={absent} />
              <section aria-labelledby="cover-week">
                <h2 id="cover-week">{say("cover.week.title")}</h2>
                <WeekMap week={heat.week} absent={absent} chosen={day === undefined ? hour : undefined} onChoose={(to) => change({ hour: to, day: undefined })} />
              </section>
              <section aria-labelledby="cover-weeks">
                <h2 id="cover-weeks">{say("cover.weeks.title")}</h2>
                <WeeksMap weeks={heat.weeks} absent={absent} chosen={day} onChoose={(to) => change({ day: to, hour: undefined })} />
              </section>
            </div>
            <aside className={style.beside}>
              {chosen ? <StoryBox matrix={matrix} heat={heat} warm={chosen} bounds={bounds} zone={zone} mayWrite={mayWrite} onRepair={repair} onClose={() => change({ hour: undefined, day: undefined })} /> : <p className={style.hint}>{say("cover.choose")}</p>}
              <WeakestList weakest={heat.weakest} absent={absent} chosen={what} onChoose={(to) => change({ what: to })} />
            </aside>
          </div>
        )}
        {verdict === undefined ? null : (
          <section className={style.found} aria-labelledby="cover-found">
            <h2 id="cover-found">{say("cover.found", { n: found.length })}</h2>
            {found.length === 0 ? <p className={style.quiet}>{say(verdict.counterexamples.length === 0 ? "cover.found.none" : "cover.found.none-here")}</p> : null}
            <CounterexampleList matrix={matrix} found={found} length={verdict.until - from} mayWrite={mayWrite} busy={proved.busy} onRepair={repair} />
          </section>
        )}
      </RegisterFrame>
    </div>
  );
}

function ofDay({ weeks }: HeatDrawn, day: string): Warm | undefined {
  for (const { monday, days } of weeks) for (let i = 0; i < 7; i++) if (dateOf(monday + i * DAY) === day) return days[i] ?? undefined;
  return undefined;
}

/** What the numbers and patterns mean. */
function Legend({ absent }: { readonly absent: number }) {
  return (
    <ul className={style.legend} aria-label={say("cover.legend")}>
      {Array.from({ length: absent + 2 }, (_, missing) => (
        <li key={missing}>
          <b data-level={levelOf(missing)}>{sayLevel(missing, absent)}</b>
          <span>{sayMissing(missing, absent)}</span>
        </li>
      ))}
    </ul>
  );
}
