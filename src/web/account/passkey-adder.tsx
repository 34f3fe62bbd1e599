import { Fingerprint } from "lucide-react";
import { useState } from "react";
import { Button } from "react-aria-components";
import buttons from "../parts/controls.module.css";
import { say } from "../words.ts";
import style from "./account-page.module.css";
import { browserName } from "./browser-name.ts";
import { Field, SendForm, useSending } from "./form.tsx";
import { addPasskey, type OwnPasskey } from "./passkeys.ts";

/** What somebody would call the passkey of this browser. */
function usualName(): string {
  const { browser, system } = browserName(navigator.userAgent);
  return browser === undefined ? say("passkeys.name.usual.unknown") : say("passkeys.name.usual", { browser: system === undefined ? browser : say("sessions.on", { browser, system }) });
}

/** Names a passkey, asks for the password, and then the browser asks. @param password whether one has one. */
export function PasskeyAdder({ password: has, onDone, onCancel }: { readonly password: boolean; readonly onDone: (passkey: OwnPasskey) => void; readonly onCancel: () => void }) {
  const [name, setName] = useState(usualName);
  const [password, setPassword] = useState("");
  const sending = useSending();
  const add = (): void => void sending.send(async () => onDone(await addPasskey(name.trim(), password)));
  return (
    <>
      <p className={style.lead}>{say("passkeys.add.lead")}</p>
      <SendForm sending={sending} action={say("passkeys.add")} icon={<Fingerprint aria-hidden />} needed={{ name, ...(has ? { password } : {}) }} onSend={add} beside={<Button className={buttons.button} onPress={onCancel}>{say("cancel")}</Button>}>
        <Field place="name" label={say("passkeys.name")} value={name} onChange={setName} sending={sending} why={say("passkeys.name.why")} autoFocus />
        {has ? <Field place="password" label={say("factor.proof")} value={password} onChange={setPassword} sending={sending} type="password" autoComplete="current-password" /> : null}
      </SendForm>
    </>
  );
}
