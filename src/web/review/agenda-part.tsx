import { Link } from "@tanstack/react-router";
import { Printer } from "lucide-react";
import { Button } from "react-aria-components";
import type { Agenda } from "#core/review/agenda.ts";
import buttons from "../parts/controls.module.css";
import { Quoted } from "../parts/quoted.tsx";
import { WhereLink } from "../readiness/where-link.tsx";
import { useHere } from "../shell/here.ts";
import { say } from "../words.ts";
import style from "./review.module.css";

/** What is talked about, for how long, and what is checked once. */
export function AgendaPart({ agenda: { points, checks, minutes } }: { readonly agenda: Agenda }) {
  const { workspace } = useHere();
  return (
    <section className={style.part} aria-labelledby="review-agenda">
      <header>
        <h2 id="review-agenda">{say("review.agenda", { n: minutes })}</h2>
        <Button className={buttons.button ?? ""} onPress={() => print()}><Printer aria-hidden />{say("readiness.print")}</Button>
      </header>
      <ol className={style.points}>
        {points.map(({ id, says, minutes: n, rows }) => (
          <li key={id}>
            <span>{say("review.minutes.n", { n })}</span>
            <div>
              <b>{says}</b>
              {id === "since" || id === "decisions" ? null : rows.length === 0 ? <p className={style.soft}>{say("review.no-row")}</p> : (
                <ul>
                  {rows.map((row) => (
                    <li key={row.id}>
                      <WhereLink where={{ kind: "activity", id: row.id, name: row.title }} />
                      {row.because.length === 0 ? null : <small><Quoted text={row.because.slice(0, 2).join("; ")} /></small>}
                    </li>
                  ))}
                </ul>
              )}
              {id !== "since" ? null : (
                <dl aria-label={say("review.checks")}>
                  {checks.map((check) => (
                    <div key={check.id}>
                      <dt>{check.says}</dt>
                      <dd>{check.shows}{check.id === "contacts" ? <>{" "}<Link to="/w/$workspace/people" params={{ workspace: workspace.id }}>{say("review.contacts.ask")}</Link></> : null}</dd>
                    </div>
                  ))}
                </dl>
              )}
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}
