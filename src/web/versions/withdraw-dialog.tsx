import { useState } from "react";
import { Button } from "react-aria-components";
import { Field, SendForm, useSending } from "../account/form.tsx";
import buttons from "../parts/controls.module.css";
import { DialogBox } from "../parts/dialog-box.tsx";
import box from "../parts/dialog-box.module.css";
import { useHere } from "../shell/here.ts";
import { say } from "../words.ts";
import { ProofFields, proofOf, useWays } from "./proof-fields.tsx";
import { withdraw, type Version } from "./versions.ts";

/** Withdraws a version; one that everybody signed is ended by nobody who just found an open browser. */
export function WithdrawDialog({ version: { number, completed }, onDone, onClose }: { readonly version: Version; readonly onDone: () => Promise<void>; readonly onClose: () => void }) {
  const { workspace } = useHere();
  const sending = useSending();
  const ways = useWays();
  const [reason, setReason] = useState("");
  const [password, setPassword] = useState("");
  const [code, setCode] = useState("");
  const signed = completed !== null;
  return (
    <DialogBox title={say("versions.withdraw.title", { n: number })} onClose={onClose}>
      <p className={box.lead}>{say(signed ? "versions.withdraw.signed" : "versions.withdraw.offered")}</p>
      {ways === undefined ? <p role="status">{say("working.reading")}</p> : (
        <SendForm sending={sending} action={say("versions.withdraw")} needed={{ reason }} onSend={() => void sending.send(async () => {
          await withdraw(workspace.id, number, reason, signed ? await proofOf(ways, workspace.id, number, { password, code }) : {});
          await onDone();
          onClose();
        })} beside={<Button className={buttons.button} onPress={onClose}>{say("cancel")}</Button>}>
          <Field place="reason" label={say("versions.reason")} value={reason} onChange={setReason} sending={sending} longest={2_000} autoFocus />
          {signed ? <ProofFields ways={ways} sending={sending} password={password} code={code} onPassword={setPassword} onCode={setCode} /> : null}
        </SendForm>
      )}
    </DialogBox>
  );
}
