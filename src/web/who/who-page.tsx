import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { ChevronDown, Printer, X } from "lucide-react";
import { useEffect, useState } from "react";
import { Button } from "react-aria-components";
import { minuteOf, type Minute } from "#core/time/minute.ts";
import type { Answer } from "#core/who/answer.ts";
import buttons from "../parts/controls.module.css";
import { otherZones, sayInstant, sayLength } from "../proof/say-time.ts";
import { useAnswer } from "../proof/use-answer.ts";
import { useHere } from "../shell/here.ts";
import { useSnapshot } from "../shell/use-draft.ts";
import { say } from "../words.ts";
import { CallCard } from "./call-card.tsx";
import { ClockList, Gaps, TellList } from "./case-parts.tsx";
import { DecideList } from "./decide-list.tsx";
import { PickEvent } from "./pick-event.tsx";
import { PickInstant } from "./pick-instant.tsx";
import { PickSeverity } from "./pick-severity.tsx";
import { useNow } from "./use-now.ts";
import { WhyPart } from "./why-part.tsx";
import { askedAt, asking, checkedQuestion, missingIn, type Question } from "./who-address.ts";
import style from "./who-page.module.css";

/** One big answer: whom to call now, who may decide, and by when. */
export function WhoPage() {
  const { store, workspace, beside } = useHere();
  const { document: matrix } = useSnapshot(store);
  const question = checkedQuestion(useSearch({ strict: false }));
  const go = useNavigate();
  const now = useNow();
  const [choosing, setChoosing] = useState(false);
  useEffect(() => {
    // The numbers one's own party keeps to itself are called, too.
    if (workspace.role !== "guest") beside.look("contacts", 0);
  }, [beside, workspace.role]);
  const { events = [], severities = [], people = [] } = matrix;
  const event = events.find(({ id }) => id === question.event);
  const severity = severities.find(({ id }) => id === question.severity);
  const at = askedAt(question) ?? now;
  const missing = missingIn(question);
  const { answer, busy, trouble } = useAnswer("who", event === undefined || severities.length === 0 ? undefined : { do: "who", event: event.id, severity: severity?.id, at, missing });
  const move = (change: Parameters<typeof asking>[1]): void => void go({ to: "/w/$workspace/who", params: { workspace: workspace.id }, search: asking(question, change) as Question, replace: true });
  const when = (instant: Minute): string => sayInstant(instant, otherZones(matrix, instant));
  const nameOf = (person: string): string => people.find(({ id }) => id === person)?.name ?? person;
  if (events.length === 0 || severities.length === 0)
    return (
      <div className={style.page}>
        <header className={style.head}>
          <h1>{say("who.title")}</h1>
        </header>
        <div className={style.empty}>
          <h2>{say(events.length === 0 ? "who.no-events" : "who.no-severities")}</h2>
          <p>{say("who.no-events.why")}</p>
          <p>
            <Link to="/w/$workspace/authority" search={{ part: "event" } as never} params={{ workspace: workspace.id }}>
              {say("who.no-events.go")}
            </Link>
          </p>
        </div>
      </div>
    );
  const shown = answer !== null && answer?.event.id === event?.id ? answer : undefined;
  const picking = choosing || event === undefined;
  return (
    <div className={style.page}>
      <header className={style.head}>
        <div>
          <h1>{say("who.title")}</h1>
          {event === undefined ? <p>{say("who.lead")}</p> : null}
        </div>
        {shown ? (
          <Button className={`${buttons.button} ${style.print}`} onPress={() => window.print()}>
            <Printer aria-hidden />
            {say("who.print")}
          </Button>
        ) : null}
      </header>
      {event === undefined ? null : (
        <button type="button" className={style.summary} aria-expanded={picking} onClick={() => setChoosing(!choosing)}>
          <span>
            <b>{event.name}</b>
            <i data-rank={(severity ?? severities.toSorted((a, b) => a.rank - b.rank)[0])?.rank}>{severity?.name ?? say("who.severity.unknown")}</i>
            <span>{question.at === undefined ? `${say("who.now")}, ${when(at)}` : when(at)}</span>
          </span>
          <ChevronDown aria-hidden />
        </button>
      )}
      <div className={style.columns} data-answered={event !== undefined || undefined}>
        <div className={style.question} data-open={picking || undefined}>
          <PickEvent events={events} chosen={event?.id} onPick={(id) => { setChoosing(false); move({ event: id, missing: [] }); }} />
          {event === undefined ? null : (
            <>
              <PickSeverity severities={severities} chosen={severity?.id} routed={(event.route?.length ?? 0) > 0} onPick={(id) => move({ severity: id })} />
              <PickInstant key={question.at === undefined ? "now" : "then"} at={askedAt(question)} now={now} said={when(at)} onPick={(instant) => move({ at: instant })} />
            </>
          )}
        </div>
        {event === undefined ? null : (
          <div className={style.answer} aria-busy={busy}>
            {missing.length === 0 ? null : <LeftOut people={missing} nameOf={nameOf} onBack={(person) => move({ missing: missing.filter((one) => one !== person) })} />}
            {trouble === undefined ? null : <p role="alert" className={style.trouble}>{say("who.trouble", { why: trouble })}</p>}
            {shown ? (
              <>
                <p className="unseen" role="status">{shown.contact === null ? say("who.nobody") : say("who.call.said", { name: shown.contact.name })}</p>
                <CallCard answer={shown} nameOf={nameOf} onAway={(person) => move({ missing: [...missing, person] })} />
                <p className={style.until}>{untilSaid(shown, when)}</p>
                <Gaps answer={shown} when={when} />
                <DecideList answer={shown} nameOf={nameOf} when={when} />
                <ClockList answer={shown} when={when} now={question.at === undefined} />
                <TellList answer={shown} when={when} />
                {event.procedure === undefined ? null : <p className={style.how}>{say("who.procedure", { procedure: event.procedure })}</p>}
                <WhyPart answer={shown} when={when} />
              </>
            ) : trouble === undefined ? <p role="status">{say("who.reading")}</p> : null}
          </div>
        )}
      </div>
    </div>
  );
}

/** Who was said not to answer, each with the way back. */
function LeftOut({ people, nameOf, onBack }: { readonly people: readonly string[]; readonly nameOf: (person: string) => string; readonly onBack: (person: string) => void }) {
  return (
    <div className={style.left}>
      <span>{say("who.left-out")}</span>
      {people.map((person) => (
        <Button key={person} className={buttons.button} aria-label={say("who.back", { name: nameOf(person) })} onPress={() => onBack(person)}>
          {nameOf(person)}
          <X aria-hidden />
        </Button>
      ))}
    </div>
  );
}

function untilSaid({ at, validUntil }: Answer, when: (at: Minute) => string): string {
  if (validUntil === null) return say("who.until.open");
  return say("who.until", { length: sayLength(minuteOf(validUntil) - minuteOf(at)), when: when(minuteOf(validUntil)) });
}
