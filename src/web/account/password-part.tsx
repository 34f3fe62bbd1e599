import { useState } from "react";
import { say } from "../words.ts";
import { Field, SendForm, useSending } from "./form.tsx";
import type { PartProps } from "./name-part.tsx";
import { setPassword } from "./own-account.ts";
import { Part } from "./part.tsx";

/** Sets the password, or changes it. */
export function PasswordPart({ own, onDone }: PartProps) {
  const [current, setCurrent] = useState("");
  const [fresh, setFresh] = useState("");
  const sending = useSending();
  if (own.email === null) return <Part title={say("account.password")} lead={say("account.password.email-first")}>{null}</Part>;
  const save = async (): Promise<void> => {
    if (!(await sending.send(() => setPassword(fresh, current)))) return;
    setCurrent("");
    setFresh("");
    onDone(say("account.password.saved"));
  };
  return (
    <Part title={say("account.password")} lead={say(own.password ? "account.password.there" : "account.password.none")}>
      <SendForm sending={sending} action={say(own.password ? "account.password.change" : "account.password.set")} needed={{ ...(own.password ? { current } : {}), password: fresh }} onSend={() => void save()}>
        {own.password ? <Field place="current" label={say("account.password.current")} value={current} onChange={setCurrent} sending={sending} type="password" autoComplete="current-password" /> : null}
        <Field place="password" label={say("account.password.new")} value={fresh} onChange={setFresh} sending={sending} type="password" autoComplete="new-password" why={say("password.rule")} />
      </SendForm>
    </Part>
  );
}
