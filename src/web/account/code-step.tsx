import { useState } from "react";
import { Button } from "react-aria-components";
import buttons from "../parts/controls.module.css";
import { say } from "../words.ts";
import style from "./entrance-card.module.css";
import { Field, SendForm, useSending } from "./form.tsx";

/** What an authenticator shows. */
export const SIX_DIGITS = /^\d{6}$/;

/** The second step: six digits of the authenticator, or a backup code. */
export function CodeStep({ onCode, onAgain }: { readonly onCode: (code: string, backup: boolean) => Promise<void>; readonly onAgain: () => void }) {
  const [code, setCode] = useState("");
  const [backup, setBackup] = useState(false);
  const sending = useSending();
  // People type codes as they are shown: in groups.
  const plain = backup ? code.trim() : code.replace(/\s/g, "");
  const send = (): void => {
    if (backup ? plain.length < 6 : !SIX_DIGITS.test(plain)) return sending.refuse("code", say(backup ? "enter.code.backup.odd" : "enter.code.odd"));
    void sending.send(() => onCode(plain, backup));
  };
  return (
    <>
      <p className={style.lead}>{say(backup ? "enter.code.backup.lead" : "enter.code.lead")}</p>
      <SendForm key={String(backup)} sending={sending} action={say("enter.go")} large needed={{ code: plain }} onSend={send}>
        <Field place="code" label={say(backup ? "enter.code.backup" : "enter.code")} value={code} onChange={setCode} sending={sending} autoComplete={backup ? "off" : "one-time-code"} digits={!backup} autoFocus />
      </SendForm>
      <p className={style.other}>
        <Button
          className={buttons.link}
          onPress={() => {
            setBackup(!backup);
            setCode("");
          }}
        >
          {say(backup ? "enter.code.to-code" : "enter.code.to-backup")}
        </Button>
        <Button className={buttons.link} onPress={onAgain}>
          {say("enter.code.again")}
        </Button>
      </p>
    </>
  );
}
