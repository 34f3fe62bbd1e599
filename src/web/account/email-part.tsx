import { useState } from "react";
import { say } from "../words.ts";
import { Field, SendForm, useSending } from "./form.tsx";
import type { PartProps } from "./name-part.tsx";
import { changeEmail } from "./own-account.ts";
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
    onDone(asked ? say("account.email.asked", { email: asked.confirm }) : say("account.saved"));
  };
  return (
    <Part title={say("account.email.title")} {...(own.email === null ? { lead: say("account.email.none") } : {})}>
      <SendForm sending={sending} action={say("account.save")} needed={{ email, ...(proves ? { password } : {}) }} onSend={() => void save()}>
        <Field place="email" label={say("account.email")} value={email} onChange={setEmail} sending={sending} type="email" autoComplete="username" why={say(own.mails && own.email !== null ? "account.email.why.mails" : "account.email.why")} />
        {proves ? <Field place="password" label={say("account.email.proof")} value={password} onChange={setPassword} sending={sending} type="password" autoComplete="current-password" /> : null}
      </SendForm>
    </Part>
  );
}
