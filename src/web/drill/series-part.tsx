import { useEffect, useState } from "react";
import { Button } from "react-aria-components";
import { ASSUMPTIONS } from "#core/drill/chance.ts";
import type { Distribution, Spread } from "#core/drill/unattended.ts";
import type { MatrixDocument } from "#core/model/document.ts";
import { VERB_WORDS } from "#core/model/verb-words.ts";
import { sayMinutes } from "#core/who/telling.ts";
import buttons from "../parts/controls.module.css";
import { say } from "../words.ts";
import type { SeriesOrder } from "../work/drill-worker.ts";
import type { Case } from "./scenario-form.tsx";
import style from "./series-part.module.css";

/** So many exercises tell the slow tenth from the slowest. */
const RUNS = 500;
/** What takes longer is given up. In milliseconds. */
const LONGEST = 60_000;

type Played = { readonly at: "playing" } | { readonly at: "told"; readonly of: Distribution } | { readonly at: "failed" };

/** Plays beside the page, which goes on meanwhile. */
function usePlayed(document: MatrixDocument, { event, severity, seed }: Case & { readonly seed: number }): Played {
  const [played, setPlayed] = useState<Played>({ at: "playing" });
  useEffect(() => {
    setPlayed({ at: "playing" });
    const worker = new Worker(new URL("../work/drill-worker.ts", import.meta.url), { type: "module" });
    const late = setTimeout(() => setPlayed({ at: "failed" }), LONGEST);
    worker.addEventListener("message", ({ data }: MessageEvent<Distribution>) => {
      clearTimeout(late);
      setPlayed({ at: "told", of: data });
    });
    worker.addEventListener("error", () => setPlayed({ at: "failed" }));
    worker.postMessage({ document, series: { seed, runs: RUNS, event, severity, from: Math.floor(Date.now() / 86_400_000) * 1_440 } } satisfies SeriesOrder);
    return () => {
      clearTimeout(late);
      worker.terminate();
    };
  }, [document, event, severity, seed]);
  return played;
}

interface Props {
  readonly document: MatrixDocument;
  readonly about: Case & { readonly seed: number };
  /** Rehearse one hour around the table. */
  readonly onHour: (at: number) => void;
}

/** One case played many times over a year: minutes to each decision, and what cost most. */
export function SeriesPart({ document, about, onHour }: Props) {
  const played = usePlayed(document, about);
  const names = { event: document.events?.find(({ id }) => id === about.event)?.name ?? about.event, severity: document.severities?.find(({ id }) => id === about.severity)?.name ?? about.severity };
  return (
    <section className={style.part} aria-labelledby="drill-series">
      <h2 id="drill-series">{say("drill.series", { ...names, runs: RUNS })}</h2>
      {played.at === "playing" ? <p role="status">{say("drill.series.playing")}</p> : null}
      {played.at === "failed" ? <p role="alert">{say("drill.series.failed")}</p> : null}
      {played.at === "told" ? <Told of={played.of} onHour={onHour} /> : null}
    </section>
  );
}

function Told({ of: { spreads, stalls }, onHour }: { readonly of: Distribution; readonly onHour: (at: number) => void }) {
  const longest = Math.max(1, ...spreads.map((one) => Math.max(one.p90 ?? 0, one.target)));
  const slowest = spreads.toSorted((a, b) => (b.worst.minutes ?? Infinity) - (a.worst.minutes ?? Infinity))[0];
  return (
    <>
      <p className={style.lead}>{say("drill.series.lead")}</p>
      <div className={style.wide}>
        <table>
          <thead>
            <tr>
              <th scope="col">{say("drill.series.what")}</th>
              <th scope="col" className={style.bars}><span className={style.hidden}>{say("drill.series.bar")}</span></th>
              <th scope="col">{say("drill.series.half")}</th>
              <th scope="col">{say("drill.series.most")}</th>
              <th scope="col">{say("drill.series.longest")}</th>
              <th scope="col">{say("drill.series.late")}</th>
            </tr>
          </thead>
          <tbody>
            {spreads.map((one) => (
              <tr key={one.of} data-late={one.late > 0.1 || undefined}>
                <th scope="row">{one.of === "contact" ? say("drill.series.contact") : VERB_WORDS[one.of]}</th>
                <td className={style.bars}><Bar spread={one} longest={longest} /></td>
                <td>{took(one.p50)}</td>
                <td>{took(one.p90)}</td>
                <td>{took(one.max)}</td>
                <td>{say("drill.series.share", { percent: Math.round(one.late * 100) })}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {slowest === undefined ? null : (
        <p>
          {say("drill.series.worst", { what: slowest.of === "contact" ? say("drill.series.contact") : VERB_WORDS[slowest.of], at: slowest.worst.at.replace("T", " ").replace("Z", " UTC"), took: took(slowest.worst.minutes) })}{" "}
          <Button className={buttons.button ?? ""} onPress={() => onHour(Math.floor(Date.parse(slowest.worst.at) / 60_000))}>{say("drill.series.hour")}</Button>
        </p>
      )}
      {stalls.length === 0 ? null : (
        <>
          <h3>{say("drill.series.cost")}</h3>
          <ul>
            {stalls.slice(0, 5).map(({ says, saves, runs, minutes }) => (
              <li key={says}>
                <span>{says}</span>
                <small>{say("drill.series.stall", { runs, each: sayMinutes(Math.round(minutes / runs)), saves })}</small>
              </li>
            ))}
          </ul>
        </>
      )}
      <details>
        <summary>{say("drill.series.rests")}</summary>
        <ul>{ASSUMPTIONS.map((one) => <li key={one}>{one}</li>)}</ul>
      </details>
    </>
  );
}

const took = (minutes: number | null): string => (minutes === null ? say("drill.series.never") : minutes === 0 ? say("drill.series.once") : sayMinutes(minutes));

/** Half of the exercises dark, nine of ten light, and a mark at what is wanted. */
function Bar({ spread: { p50, p90, target }, longest }: { readonly spread: Spread; readonly longest: number }) {
  const share = (minutes: number | null): string => `${(Math.min(minutes ?? longest, longest) / longest) * 100}%`;
  return (
    <span className={style.bar} aria-hidden>
      <i style={{ inlineSize: share(p90) }} />
      <b style={{ inlineSize: share(p50) }} />
      {target > 0 && target <= longest ? <em style={{ insetInlineStart: share(target) }} /> : null}
    </span>
  );
}
