import { useState } from "react";
import { Button } from "react-aria-components";
import { Field, SendForm, useSending } from "../account/form.tsx";
import buttons from "../parts/controls.module.css";
import { DialogBox } from "../parts/dialog-box.tsx";
import box from "../parts/dialog-box.module.css";
import { remove, type WorkspaceAbout } from "../shell/account.ts";
import { sayDoneThere } from "../shell/done.ts";
import { say } from "../words.ts";

/** As it is compared: nobody sees how many spaces stand in a name. */
const plain = (name: string): string => name.normalize("NFC").replace(/\s+/g, " ").trim();

/** Before a workspace goes: its name has to be typed, so that it is the right one. */
export function DeleteDialog({ workspace: { id, name }, onClose }: { readonly workspace: WorkspaceAbout; readonly onClose: () => void }) {
  const [typed, setTyped] = useState("");
  const sending = useSending();
  const send = (): void => {
    if (plain(typed) !== plain(name)) return sending.refuse("name", say("settings.delete.odd"));
    void sending.send(() => remove(id)).then((done) => {
      if (!done) return;
      sayDoneThere(say("settings.delete.done", { workspace: name }));
      location.replace("/w");
    });
  };
  const cancel = (
    <Button className={buttons.button} onPress={onClose}>
      {say("cancel")}
    </Button>
  );
  return (
    <DialogBox title={say("settings.delete.ask", { workspace: name })} onClose={onClose}>
      <p>{say("settings.delete.why")}</p>
      <p className={box.lead}>
        {say("settings.delete.before")} <code>./remit backup FILE</code>
      </p>
      <SendForm sending={sending} action={say("settings.delete.go")} needed={{ name: typed }} onSend={send} beside={cancel}>
        <Field place="name" label={say("settings.delete.type", { workspace: name })} value={typed} onChange={setTyped} sending={sending} autoFocus />
      </SendForm>
    </DialogBox>
  );
}
