import { minuteOf, type Minute } from "#core/time/minute.ts";
import { VERB_WORDS } from "#core/model/verb-words.ts";
import type { Answer, ClockRead, Told } from "#core/who/answer.ts";
import { Quoted } from "../parts/quoted.tsx";
import { say } from "../words.ts";
import { inWords } from "./in-words.ts";
import style from "./who-page.module.css";

interface Props {
  readonly answer: Answer;
  /** An instant in the reader's zone, and the other party's beside it. */
  readonly when: (at: Minute) => string;
}

/** What the matrix promises and cannot keep just then. */
export function Gaps({ answer: { gaps }, when }: Props) {
  const rest = gaps.filter(({ verb }) => verb === undefined);
  if (rest.length === 0) return null;
  return (
    <section className={style.gaps} aria-labelledby="who-gaps">
      <h2 id="who-gaps">{say("who.gaps", { n: rest.length })}</h2>
      <ul>
        {rest.map(({ code, says }) => (
          <li key={`${code} ${says}`}>
            <Quoted text={inWords(says, (utc) => when(minuteOf(utc)))} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Whom to ask before a decision, and whom to tell. */
export function TellList({ answer: { consult, inform }, when }: Props) {
  return (
    <>
      {consult.length === 0 ? null : <ToldPart id="who-ask" title={say("who.ask")} told={consult} when={when} />}
      {inform.length === 0 ? null : <ToldPart id="who-tell" title={say("who.tell")} told={inform} when={when} />}
    </>
  );
}

function ToldPart({ id, title, told, when }: { readonly id: string; readonly title: string; readonly told: readonly Told[]; readonly when: Props["when"] }) {
  return (
    <section className={style.part} aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <ul className={style.told}>
        {told.map(({ role, roleName, name, by, before, condition, because }, i) => (
          <li key={`${role} ${i}`}>
            <p>
              {name === undefined ? <b className={style.none}>{say("who.nobody-there")}</b> : <b>{name}</b>} <span>{roleName}</span>
            </p>
            <p className={style.how}>{[before === undefined ? "" : say("who.before", { what: before.map((verb) => VERB_WORDS[verb]).join(", ") }), condition ?? "", by === undefined ? "" : say("who.by", { when: when(minuteOf(by)) }), before === undefined ? say("who.because", { because }) : ""].filter(Boolean).join(" · ")}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The clocks of the case, with when they are due and how that was found. */
export function ClockList({ answer: { clocks, at }, when, now }: Props & { readonly now: boolean }) {
  if (clocks.length === 0) return null;
  return (
    <section className={style.part} aria-labelledby="who-clocks">
      <h2 id="who-clocks">{say("who.clocks")}</h2>
      <ul className={style.clocks}>
        {clocks.map((clock) => (
          <li key={clock.clock}>
            <p>
              <b>{clock.name}</b>
              {clock.due === undefined ? null : <span>{when(minuteOf(clock.due))}</span>}
            </p>
            <p className={style.how}>{derived(clock, at, now, when)}</p>
          </li>
        ))}
      </ul>
      {clocks.some(({ kind }) => kind === "regulatory") ? <p className={style.how}>{say("who.not-advice")}</p> : null}
    </section>
  );
}

function derived({ assumed, due, anchor, derivation, determiner, submitter, source }: ClockRead, at: string, now: boolean, when: Props["when"]): string {
  return [
    assumed && due !== undefined ? say(now ? "who.clock.if-now" : "who.clock.if-then", { anchor }) : "",
    derivation.replace(` from ${at}`, "").replaceAll(/\d{4}-\d{2}-\d{2}T\d{2}:\d{2}Z/g, (utc) => when(minuteOf(utc))).replaceAll("`", ""),
    determiner === undefined ? say("who.clock.nobody-determines") : say("who.clock.determiner", { role: determiner }),
    submitter === undefined || submitter === determiner ? "" : say("who.clock.submitter", { role: submitter }),
    source ?? "",
  ].filter(Boolean).join(" · ");
}
