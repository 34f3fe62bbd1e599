import { Fingerprint } from "lucide-react";
import { useEffect, useState } from "react";
import { Button } from "react-aria-components";
import buttons from "../parts/controls.module.css";
import { DialogBox } from "../parts/dialog-box.tsx";
import box from "../parts/dialog-box.module.css";
import { say } from "../words.ts";
import style from "./account-page.module.css";
import { SIX_DIGITS } from "./code-step.tsx";
import { askBy, type Shown } from "./factor-asking.ts";
import { Field, SendForm, useSending } from "./form.tsx";
import type { Own } from "./own-account.ts";
import { byPasskey, canPasskey } from "./passkeys.ts";

/** Asks for the second factor where something on the page wants it shown, once for each time. */
export function FactorAsking({ own, onPasskey }: { readonly own: Own; readonly onPasskey: () => void }) {
  const [open, setOpen] = useState<{ readonly again: boolean; readonly settle: (shown: Shown | undefined) => void }>();
  useEffect(() => askBy((again) => new Promise((settle) => setOpen({ again, settle }))), []);
  if (open === undefined) return null;
  const settle = (shown?: Shown): void => {
    setOpen(undefined);
    open.settle(shown);
    // The browser is signed in anew.
    if (shown === "passkey") onPasskey();
  };
  return <FactorDialog own={own} again={open.again} onShown={settle} onClose={() => settle()} />;
}

function FactorDialog({ own, again, onShown, onClose }: { readonly own: Own; readonly again: boolean; readonly onShown: (shown: Shown) => void; readonly onClose: () => void }) {
  const [code, setCode] = useState("");
  const [backup, setBackup] = useState(false);
  const sending = useSending();
  const plain = backup ? code.trim() : code.replace(/\s/g, "");
  const send = (): void => {
    if (backup ? plain.length < 6 : !SIX_DIGITS.test(plain)) return sending.refuse("code", say(backup ? "enter.code.backup.odd" : "enter.code.odd"));
    onShown({ code: plain, backup });
  };
  const passkey = async (): Promise<void> => {
    const { account } = await byPasskey();
    // A passkey of another account signed that one in: this page is about somebody else by now.
    if (account !== own.account) return location.reload();
    onShown("passkey");
  };
  const cancel = (
    <Button className={buttons.button} onPress={onClose}>
      {say("cancel")}
    </Button>
  );
  const press = canPasskey() ? (
    <Button className={`${buttons.button} ${own.secondFactor ? "" : buttons.main}`} isDisabled={sending.busy} onPress={() => void sending.send(passkey)}>
      <Fingerprint aria-hidden />
      {say("show.passkey")}
    </Button>
  ) : null;
  return (
    <DialogBox title={say("show.title")} onClose={onClose}>
      <p className={box.lead}>{say(again ? "show.again" : own.secondFactor ? "show.lead" : press ? "show.lead.passkey" : "show.lead.elsewhere")}</p>
      {own.secondFactor ? (
        <SendForm key={String(backup)} sending={sending} action={say("show.go")} needed={{ code: plain }} onSend={send} beside={<>{press}{cancel}</>}>
          <Field place="code" label={say(backup ? "enter.code.backup" : "enter.code")} value={code} onChange={setCode} sending={sending} autoComplete={backup ? "off" : "one-time-code"} digits={!backup} autoFocus />
          <Button
            className={buttons.link}
            onPress={() => {
              setBackup(!backup);
              setCode("");
            }}
          >
            {say(backup ? "enter.code.to-code" : "enter.code.to-backup")}
          </Button>
        </SendForm>
      ) : null}
      {!own.secondFactor && sending.refusal ? (
        <p role="alert" className={style.trouble}>
          {sending.refusal.message}
        </p>
      ) : null}
      {own.secondFactor ? null : (
        <div className={box.actions}>
          {press}
          {cancel}
        </div>
      )}
    </DialogBox>
  );
}
