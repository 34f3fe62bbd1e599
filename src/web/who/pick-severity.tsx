import type { Severity } from "#core/model/decision.ts";
import { say } from "../words.ts";
import style from "./who-page.module.css";

/** How bad it is, by what can be seen; who cannot say takes the most severe. */
export function PickSeverity({ severities, chosen, routed, onPick }: { readonly severities: readonly Severity[]; readonly chosen: string | undefined; readonly routed: boolean; readonly onPick: (severity: string | undefined) => void }) {
  const sorted = severities.toSorted((a, b) => a.rank - b.rank);
  return (
    <fieldset className={style.pick}>
      <legend>{say("who.severity")}</legend>
      <div className={style.severities}>
        <label data-chosen={chosen === undefined || undefined}>
          <input type="radio" name="who-severity" checked={chosen === undefined} onChange={() => onPick(undefined)} />
          <span>
            <b>{say("who.severity.unknown")}</b>
            <span>{routed ? say("who.severity.routed") : say("who.severity.higher", { name: sorted[0]?.name ?? "" })}</span>
          </span>
        </label>
        {sorted.map(({ id, name, criteria, rank }) => (
          <label key={id} data-rank={rank} data-chosen={chosen === id || undefined}>
            <input type="radio" name="who-severity" checked={chosen === id} onChange={() => onPick(id)} />
            <span>
              <b>{name}</b>
              {criteria === undefined ? null : <span>{criteria}</span>}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
