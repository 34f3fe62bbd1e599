import { useState } from "react";
import { Button } from "react-aria-components";
import { Field, SendForm, useSending } from "../account/form.tsx";
import form from "../members/invite-dialog.module.css";
import type { WorkspaceAbout } from "../shell/account.ts";
import buttons from "../parts/controls.module.css";
import { DialogBox } from "../parts/dialog-box.tsx";
import box from "../parts/dialog-box.module.css";
import { say } from "../words.ts";
import { makeKey, type MadeKey } from "./keys.ts";

/** As the server takes it. */
const LONGEST_NAME = 120;

interface Props {
  readonly workspace: string;
  readonly role: WorkspaceAbout["role"];
  readonly mayEdit: boolean;
  readonly onMade: (made: MadeKey & { readonly name: string }) => void;
  readonly onClose: () => void;
}

/** Asks which program a key is for, what it may do, and for how long. */
export function KeyDialog({ workspace, role, mayEdit, onMade, onClose }: Props) {
  const [name, setName] = useState("");
  const [edit, setEdit] = useState(false);
  const [days, setDays] = useState("90");
  const sending = useSending();
  const send = (): void => {
    if (name.trim().length > LONGEST_NAME) return sending.refuse("name", say("api-key.make.name.long"));
    const many = Number(days);
    if (!Number.isInteger(many) || many < 1 || many > 366) return sending.refuse("days", say("api-key.make.days.odd"));
    void sending.send(async () => onMade({ ...(await makeKey(workspace, { name: name.trim(), edit, days: many })), name: name.trim() }));
  };
  return (
    <DialogBox title={say("api-key.make.title")} onClose={onClose}>
      <p className={box.lead}>{say("api-key.make.lead")}</p>
      <SendForm sending={sending} action={say("api-key.make.go")} needed={{ name, days }} onSend={send} beside={<Button className={buttons.button} onPress={onClose}>{say("cancel")}</Button>}>
        <Field place="name" label={say("api-key.make.name")} value={name} onChange={setName} sending={sending} autoFocus />
        {mayEdit ? (
          <label className={form.choice}>
            <span>{say("api-key.make.may")}</span>
            <select value={edit ? "edit" : "read"} onChange={(event) => setEdit(event.target.value === "edit")}>
              <option value="read">{say("api-key.make.may.read")}</option>
              <option value="edit">{say("api-key.make.may.edit")}</option>
            </select>
          </label>
        ) : (
          <p className={box.lead}>{say("api-key.make.reading", { role: say(`member.${role}`).toLowerCase() })}</p>
        )}
        <Field place="days" label={say("api-key.make.days")} value={days} onChange={setDays} sending={sending} why={say("api-key.make.days.why")} digits />
      </SendForm>
    </DialogBox>
  );
}
