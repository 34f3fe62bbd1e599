import { useState } from "react";
import { say } from "../words.ts";
import { Field, SendForm, useSending } from "./form.tsx";
import type { PartProps } from "./name-part.tsx";
import style from "./account-page.module.css";
import { askAgain, changeEmail } from "./own-account.ts";
import { Part } from "./part.tsx";

/** The address one signs in with. Changing it wants the password, once there is one. */
export function EmailPart({ own, onDone }: PartProps) {
  const [email, setEmail] = useState(own.email ?? "");
  const [password, setPassword] = useState("");
  const sending = useSending();
  const proves = own.password && own.email !== null && email.trim().toLowerCase() !== own.email;
  const save = async (): Promise<void> => {
    let asked: Awaited<ReturnType<typeof changeEmail>>;
    if (!(await sending.send(async () => void (asked = await changeEmail(email.trim(), proves ? password : ""))))) return;
    setPassword("");
    if (asked) setEmail(own.email ?? "");
    onDone(asked ? say("account.email.asked", { email: asked.confirm }) : own.mails && own.email === null ? say("account.email.first.asked", { email: email.trim() }) : say("account.saved"));
  };
  return (
    <Part title={say("account.email.title")} {...(own.email === null ? { lead: say("account.email.none") } : {})}>
      <SendForm sending={sending} action={say("account.save")} needed={{ email, ...(proves ? { password } : {}) }} onSend={() => void save()}>
        <Field place="email" label={say("account.email")} value={email} onChange={setEmail} sending={sending} type="email" autoComplete="username" why={say(own.mails && own.email !== null ? "account.email.why.mails" : "account.email.why")} />
        {proves ? <Field place="password" label={say("account.email.proof")} value={password} onChange={setPassword} sending={sending} type="password" autoComplete="current-password" /> : null}
      </SendForm>
      {own.mails && own.email !== null && !own.emailVerified ? <Unconfirmed email={own.email} onDone={onDone} /> : null}
    </Part>
  );
}

/** Nobody answered from this address yet: said, and asked again. */
function Unconfirmed({ email, onDone }: { readonly email: string; readonly onDone: (said: string) => void }) {
  const sending = useSending();
  return (
    <div className={style.unconfirmed}>
      <p>{say("account.email.unconfirmed", { email })}</p>
      <SendForm sending={sending} action={say("account.email.again")} quiet needed={{}} onSend={() => void sending.send(askAgain).then((done) => done && onDone(say("account.email.first.asked", { email })))} />
    </div>
  );
}
