import { KeyRound } from "lucide-react";
import { useState } from "react";
import { Button } from "react-aria-components";
import { Field, SendForm, useSending } from "../account/form.tsx";
import { changeEmail, setPassword } from "../account/own-account.ts";
import buttons from "../parts/controls.module.css";
import { DialogBox } from "../parts/dialog-box.tsx";
import box from "../parts/dialog-box.module.css";
import { say } from "../words.ts";
import style from "./return-bar.module.css";

/** Says to somebody who came by a link alone that nothing but this browser knows them, and mends it. */
export function ReturnBar({ onMended }: { readonly onMended: () => void }) {
  const [mending, setMending] = useState(false);
  return (
    <div className={style.bar}>
      <KeyRound aria-hidden size={16} />
      <p>{say("banner.no-return")}</p>
      <Button className={buttons.button} onPress={() => setMending(true)}>
        {say("banner.go")}
      </Button>
      {mending ? <ReturnDialog onMended={onMended} onClose={() => setMending(false)} /> : null}
    </div>
  );
}

function ReturnDialog({ onMended, onClose }: { readonly onMended: () => void; readonly onClose: () => void }) {
  const [email, setEmail] = useState("");
  const [password, setFresh] = useState("");
  const sending = useSending();
  const send = async (): Promise<void> => {
    await changeEmail(email.trim(), "");
    await setPassword(password, "");
  };
  return (
    <DialogBox title={say("banner.title")} onClose={onClose}>
      <p className={box.lead}>{say("banner.lead")}</p>
      <SendForm sending={sending} action={say("banner.save")} needed={{ email, password }} onSend={() => void sending.send(send).then((done) => done && onMended())} beside={<Button className={buttons.button} onPress={onClose}>{say("cancel")}</Button>}>
        <Field place="email" label={say("account.email")} value={email} onChange={setEmail} sending={sending} type="email" autoComplete="username" autoFocus />
        <Field place="password" label={say("banner.password")} value={password} onChange={setFresh} sending={sending} type="password" autoComplete="new-password" why={say("password.rule")} />
      </SendForm>
    </DialogBox>
  );
}
