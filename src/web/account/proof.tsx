import { useState } from "react";
import { Button } from "react-aria-components";
import buttons from "../parts/controls.module.css";
import { say } from "../words.ts";
import style from "./account-page.module.css";
import { Field, SendForm, useSending } from "./form.tsx";

/** Asks for one's password before something weighty is done with it. */
export function Proof({ lead, action, onProof, onCancel }: { readonly lead: string; readonly action: string; readonly onProof: (password: string) => Promise<void>; readonly onCancel: () => void }) {
  const [password, setPassword] = useState("");
  const sending = useSending();
  return (
    <>
      <p className={style.lead}>{lead}</p>
      <SendForm sending={sending} action={action} needed={{ password }} onSend={() => void sending.send(() => onProof(password))} beside={<Button className={buttons.button} onPress={onCancel}>{say("cancel")}</Button>}>
        <Field place="password" label={say("factor.proof")} value={password} onChange={setPassword} sending={sending} type="password" autoComplete="current-password" autoFocus />
      </SendForm>
    </>
  );
}
