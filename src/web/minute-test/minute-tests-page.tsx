import { useMemo, useState } from "react";
import type { z } from "@hono/zod-openapi";
import type { MadeMinuteTest } from "#contract/minute-test.ts";
import { LENGTH } from "#core/minute-test/question.ts";
import { scored, weakOf } from "#core/minute-test/score.ts";
import { ask } from "../account/asking.ts";
import { Field, SendForm, useSending } from "../account/form.tsx";
import { Part } from "../account/part.tsx";
import { WhereLink } from "../readiness/where-link.tsx";
import { CopiedLine } from "../settings/copied-line.tsx";
import settings from "../settings/settings-page.module.css";
import { useHere } from "../shell/here.ts";
import { sayDay } from "../state/calendar-day.ts";
import { say } from "../words.ts";
import { TestLine } from "./test-line.tsx";
import { useTests } from "./use-tests.ts";
import style from "./tests.module.css";

type Made = z.infer<typeof MadeMinuteTest> & { readonly label: string };
const LENGTHS = [5, LENGTH.usual, 15] as const;

/** Tests that were sent, what was answered, and which rows did not explain themselves. */
export function MinuteTestsPage() {
  const { workspace } = useHere();
  const mayEdit = workspace.role === "owner" || workspace.role === "editor";
  const { tests, trouble, read } = useTests(workspace.id, mayEdit);
  const [label, setLabel] = useState("");
  const [length, setLength] = useState<number>(LENGTH.usual);
  const [made, setMade] = useState<Made>();
  const sending = useSending();
  const weak = useMemo(() => weakOf((tests ?? []).flatMap(({ questions, answers }) => scored(questions, answers).told)), [tests]);
  const answered = (tests ?? []).some(({ answers }) => answers.length > 0);
  const send = (): void =>
    void sending.send(async () => {
      const given = await ask<z.infer<typeof MadeMinuteTest>>("POST", `/workspaces/${workspace.id}/minute-tests`, { id: crypto.randomUUID(), label: label.trim(), length });
      setMade({ ...given, label: label.trim() });
      setLabel("");
      await read();
    });
  return (
    <div className={settings.page}>
      <header>
        <h1>{say("minute.title")}</h1>
        <p>{say("minute.lead")}</p>
      </header>
      {!mayEdit ? <p className={settings.none}>{say("minute.not-yours")}</p> : (
        <>
          {trouble === undefined ? null : <p role="alert" className={settings.trouble}>{trouble}</p>}
          {answered ? (
            <Part title={say("minute.weak")} lead={say(weak.length === 0 ? "minute.weak.none" : "minute.weak.lead")}>
              <ul className={style.weak}>
                {weak.map(({ about, missed, slow, asked }) => (
                  <li key={`${about.kind} ${about.id}`}>
                    <WhereLink where={about} />
                    <span>
                      {missed === 0 ? null : <b>{say("minute.weak.missed", { missed, asked })}</b>}
                      {slow === 0 ? null : <i>{say("minute.weak.slow", { slow, asked })}</i>}
                    </span>
                  </li>
                ))}
              </ul>
            </Part>
          ) : null}
          <Part title={say("minute.new")}>
            {made === undefined ? null : (
              <div className={settings.fresh} role="status">
                <h3>{say("minute.made", { label: made.label })}</h3>
                <CopiedLine label={say("minute.take.title")} text={made.link} copy={say("minute.copy")} why={say("minute.made.why", { day: sayDay(made.until.slice(0, 10)) })} main />
              </div>
            )}
            <SendForm sending={sending} action={say("minute.make")} needed={{ label }} onSend={send}>
              <Field place="label" label={say("minute.for")} value={label} onChange={setLabel} sending={sending} hint={say("minute.for.hint")} why={say("minute.for.why")} longest={120} />
              <fieldset className={style.length}>
                <legend>{say("minute.length")}</legend>
                {LENGTHS.map((n) => (
                  <label key={n} data-chosen={n === length || undefined}>
                    <input type="radio" name="length" checked={n === length} onChange={() => setLength(n)} />
                    {n}
                  </label>
                ))}
              </fieldset>
            </SendForm>
          </Part>
          <Part title={say("minute.tests")}>
            {tests === undefined ? <p role="status">{say("minute.take.loading")}</p> : tests.length === 0 ? <p className={settings.none}>{say("minute.none")}</p> : (
              <ul className={style.tests}>{tests.map((one) => <TestLine key={one.id} test={one} workspace={workspace.id} onDone={() => void read()} />)}</ul>
            )}
          </Part>
        </>
      )}
    </div>
  );
}
