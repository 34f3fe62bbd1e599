import { Download, UserX } from "lucide-react";
import { useState } from "react";
import { Button } from "react-aria-components";
import buttons from "../parts/controls.module.css";
import { DialogBox } from "../parts/dialog-box.tsx";
import settings from "../settings/settings-page.module.css";
import { say } from "../words.ts";
import { Field, SendForm, useSending } from "./form.tsx";
import { eraseMe, type Own } from "./own-account.ts";
import { Part } from "./part.tsx";

function EraseDialog({ own, onClose }: { readonly own: Own; readonly onClose: () => void }) {
  const [password, setPassword] = useState("");
  const [code, setCode] = useState("");
  const [backup, setBackup] = useState(false);
  const sending = useSending();
  const blockers = sending.refusal?.code === "hand-over" ? sending.refusal.problems.map(({ place }) => place) : [];
  const send = (): void => void sending.send(() => eraseMe(password, code.trim(), backup)).then((done) => done && location.replace("/enter"));
  return (
    <DialogBox title={say("my-data.erase.title")} onClose={onClose}>
      <p>{say("my-data.erase.why")}</p>
      {own.password ? null : <p>{say("my-data.erase.no-proof")}</p>}
      <SendForm sending={sending} action={say("my-data.erase.go")} needed={{ ...(own.password ? { password } : {}), ...(own.secondFactor ? { code } : {}) }} onSend={send} beside={<Button className={buttons.button} onPress={onClose}>{say("cancel")}</Button>}>
        {own.password ? <Field place="password" label={say("factor.proof")} value={password} onChange={setPassword} sending={sending} type="password" autoComplete="current-password" autoFocus /> : null}
        {own.secondFactor ? (
          <>
            <Field place="code" label={say(backup ? "enter.code.backup" : "my-data.erase.code")} value={code} onChange={setCode} sending={sending} autoComplete="one-time-code" digits={!backup} />
            <Button className={buttons.link} onPress={() => setBackup(!backup)}>
              {say(backup ? "enter.code.to-code" : "my-data.erase.backup")}
            </Button>
          </>
        ) : null}
        {blockers.length === 0 ? null : <p>{say("my-data.erase.blockers", { names: blockers.join(", ") })}</p>}
      </SendForm>
    </DialogBox>
  );
}

/** What is held about oneself: to take along, and to have erased. */
export function DataPart({ own }: { readonly own: Own }) {
  const [erasing, setErasing] = useState(false);
  return (
    <Part title={say("my-data.title")} lead={say("my-data.lead")}>
      <p className={settings.deeds}>
        <a className={buttons.button} href="/api/account/data" download>
          <Download aria-hidden />
          {say("my-data.get")}
        </a>
        <Button className={`${buttons.button} ${settings.grave}`} onPress={() => setErasing(true)}>
          <UserX aria-hidden />
          {say("my-data.erase")}
        </Button>
      </p>
      {erasing ? <EraseDialog own={own} onClose={() => setErasing(false)} /> : null}
    </Part>
  );
}
