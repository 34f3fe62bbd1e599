import { useState } from "react";
import { Button } from "react-aria-components";
import buttons from "../parts/controls.module.css";
import { DialogBox } from "../parts/dialog-box.tsx";
import { say } from "../words.ts";
import { Field, SendForm, useSending } from "./form.tsx";
import { renamePasskey, type OwnPasskey } from "./passkeys.ts";

export function PasskeyRenamer({ passkey, onDone, onClose }: { readonly passkey: OwnPasskey; readonly onDone: (said: string) => void; readonly onClose: () => void }) {
  const [name, setName] = useState(passkey.name);
  const sending = useSending();
  const save = (): void => void sending.send(() => renamePasskey(passkey.id, name.trim())).then((done) => done && onDone(say("passkeys.renamed", { name: name.trim() })));
  return (
    <DialogBox title={say("passkeys.rename.title")} onClose={onClose}>
      <SendForm sending={sending} action={say("passkeys.rename")} needed={{ name }} onSend={save} beside={<Button className={buttons.button} onPress={onClose}>{say("cancel")}</Button>}>
        <Field place="name" label={say("passkeys.rename.name")} value={name} onChange={setName} sending={sending} autoFocus />
      </SendForm>
    </DialogBox>
  );
}
