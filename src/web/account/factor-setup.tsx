import { Smartphone } from "lucide-react";
import { useState } from "react";
import { Button } from "react-aria-components";
import buttons from "../parts/controls.module.css";
import { say } from "../words.ts";
import style from "./account-page.module.css";
import { SIX_DIGITS } from "./code-step.tsx";
import { CopyButton } from "./copy-button.tsx";
import { Field, SendForm, useSending } from "./form.tsx";
import { confirmFactor, type FactorOffer } from "./own-account.ts";
import { QrCode } from "./qr-code.tsx";

/** Shows the key for the authenticator and asks for the first code of it. */
export function FactorSetup({ offer: { uri }, onConfirmed, onCancel }: { readonly offer: FactorOffer; readonly onConfirmed: () => void; readonly onCancel: () => void }) {
  const [code, setCode] = useState("");
  const sending = useSending();
  const secret = new URL(uri).searchParams.get("secret") ?? "";
  const plain = code.replace(/\s/g, "");
  const send = (): void => {
    if (!SIX_DIGITS.test(plain)) return sending.refuse("code", say("enter.code.odd"));
    void sending.send(() => confirmFactor(plain)).then((done) => done && onConfirmed());
  };
  return (
    <>
      <h3>{say("factor.secret")}</h3>
      <p className={style.lead}>{say("factor.secret.why")}</p>
      <QrCode text={uri} />
      <p className={style.lead}>{say("factor.secret.typed")}</p>
      <p className={style.secret}>{secret.match(/.{1,4}/g)?.join(" ")}</p>
      <div className={style.deeds}>
        <CopyButton text={secret} words={say("factor.secret.copy")} />
        <a className={buttons.button} href={uri}>
          <Smartphone aria-hidden />
          {say("factor.secret.open")}
        </a>
      </div>
      <SendForm sending={sending} action={say("factor.confirm.go")} needed={{ code: plain }} onSend={send} beside={<Button className={buttons.button} onPress={onCancel}>{say("cancel")}</Button>}>
        <Field place="code" label={say("factor.confirm")} value={code} onChange={setCode} sending={sending} autoComplete="one-time-code" digits autoFocus />
      </SendForm>
    </>
  );
}
