import { Button } from "react-aria-components";
import buttons from "../parts/controls.module.css";
import { Quoted } from "../parts/quoted.tsx";
import { SeveritySign } from "../parts/severity-sign.tsx";
import { sayDay } from "../state/calendar-day.ts";
import { say } from "../words.ts";
import style from "./accepted-list.module.css";
import type { Keyed } from "./sift.ts";

/** Findings accepted on purpose: by whom, until when and why, and the way to take it back. */
export function AcceptedList({ findings, onRetract }: { readonly findings: readonly Keyed[]; readonly onRetract: (keyed: Keyed) => void }) {
  if (findings.length === 0) return null;
  return (
    <section className={style.accepted} aria-labelledby="accepted">
      <header>
        <h2 id="accepted">{say("accepted.title")}</h2>
        <span className={style.count}>{findings.length}</span>
      </header>
      <ul>
        {findings.map((keyed) => (
          <li key={keyed.key}>
            <SeveritySign severity={keyed.finding.severity} size={15} />
            <div>
              <p className={style.message}>
                <Quoted text={keyed.finding.message} />
              </p>
              {keyed.finding.waived ? (
                <p className={style.by}>{say("accepted.by", { name: keyed.finding.waived.by, day: sayDay(keyed.finding.waived.until), reason: keyed.finding.waived.reason })}</p>
              ) : null}
              <Button className={buttons.link} aria-label={say("accepted.retract.of", { message: keyed.finding.message })} onPress={() => onRetract(keyed)}>
                {say("accepted.retract")}
              </Button>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
