import { useState } from "react";
import { Button } from "react-aria-components";
import { scored, type Told } from "#core/minute-test/score.ts";
import { ask } from "../account/asking.ts";
import { SendForm, useSending } from "../account/form.tsx";
import buttons from "../parts/controls.module.css";
import { DialogBox } from "../parts/dialog-box.tsx";
import box from "../parts/dialog-box.module.css";
import { WhereLink } from "../readiness/where-link.tsx";
import { sayDay } from "../state/calendar-day.ts";
import { say } from "../words.ts";
import type { SentTest } from "./use-tests.ts";
import style from "./tests.module.css";

/** One test: who it was for, how it went, and every answer beneath. */
export function TestLine({ test, workspace, onDone }: { readonly test: SentTest; readonly workspace: string; readonly onDone: () => void }) {
  const { id, label, by, made, until, ended, done, begun } = test;
  const [sure, setSure] = useState(false);
  const sending = useSending();
  const score = scored(test.questions, test.answers);
  const over = Date.parse(until) < Date.now();
  const open = !ended && done === null && !over;
  const act = (forget: boolean): void =>
    void sending.send(() => ask("DELETE", `/workspaces/${workspace}/minute-tests/${id}`, { forget })).then((was) => {
      if (was) setSure(false);
      onDone();
    });
  const state = done !== null ? say("minute.state.done", { right: score.right, of: score.of }) : ended ? say("minute.state.ended") : over ? say("minute.state.over") : begun !== null ? say("minute.state.begun", { answered: score.answered, of: score.of }) : say("minute.state.waiting", { day: sayDay(until.slice(0, 10)) });
  return (
    <li>
      <div className={style.head}>
        <div>
          <b>{label}</b>
          <small>{say("minute.by", { by: by ?? "–", day: sayDay(made.slice(0, 10)) })}</small>
        </div>
        <span data-done={done !== null || undefined}>
          {state}
          {score.middle === undefined ? null : <small>{say("minute.middle", { seconds: Math.ceil(score.middle / 1_000) })}</small>}
        </span>
        {open ? <Button className={buttons.button ?? ""} aria-label={say("minute.end.of", { label })} onPress={() => act(false)}>{say("minute.end")}</Button> : <Button className={buttons.button ?? ""} aria-label={say("minute.forget.of", { label })} onPress={() => setSure(true)}>{say("minute.forget")}</Button>}
      </div>
      {sending.refusal && !sure ? <p role="alert">{sending.refusal.message}</p> : null}
      {score.answered === 0 ? null : (
        <details>
          <summary>{say("minute.show", { label })}</summary>
          <ol>{score.told.map((told, i) => <AnswerLine key={i} told={told} />)}</ol>
        </details>
      )}
      {sure ? (
        <DialogBox title={say("minute.forget.sure", { label })} onClose={() => setSure(false)}>
          <p className={box.lead}>{say("minute.forget.why")}</p>
          <SendForm sending={sending} action={say("minute.forget")} needed={{}} onSend={() => act(true)} beside={<Button className={buttons.button ?? ""} onPress={() => setSure(false)}>{say("cancel")}</Button>} />
        </DialogBox>
      ) : null}
    </li>
  );
}

function AnswerLine({ told: { question, given, result, slow } }: { readonly told: Told }) {
  const named = (id: string | null | undefined): string => question.choices.find((one) => one.id === id)?.says ?? "";
  const said = given?.choice === null || given === undefined ? "" : named(given.choice);
  return (
    <li data-result={result}>
      <span className={style.mark} data-result={result}>{say(`minute.result.${result}`)}</span>
      <div>
        <p>{question.says}</p>
        <p className={style.small}>
          {result === "open" ? null : <>{say("minute.seconds", { n: Math.round((given?.took ?? 0) / 1_000) })}{slow ? <b> {say("minute.slow")}</b> : null}{" · "}</>}
          {result === "right" || said === "" ? null : <>{say("minute.said", { choice: said })}{" · "}</>}
          {say("minute.is", { choice: named(question.right) })} <WhereLink where={question.about} />
        </p>
      </div>
    </li>
  );
}
