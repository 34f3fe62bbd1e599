import { useState } from "react";
import { Button, Form, Input, Label, TextField } from "react-aria-components";
import buttons from "../parts/controls.module.css";
import { DialogBox } from "../parts/dialog-box.tsx";
import { say } from "../words.ts";
import style from "./dialog-form.module.css";

interface Props {
  readonly title: string;
  readonly lead: string;
  readonly action: string;
  readonly onName: (name: string) => Promise<void>;
  readonly onClose: () => void;
}

/** Asks for one name. */
export function NameDialog({ title, lead, action, onName, onClose }: Props) {
  const [name, setName] = useState("");
  const [trouble, setTrouble] = useState<string>();
  const [busy, setBusy] = useState(false);
  const go = async (): Promise<void> => {
    setBusy(true);
    try {
      await onName(name.trim());
    } catch (thrown) {
      setTrouble(thrown instanceof Error ? thrown.message : String(thrown));
      setBusy(false);
    }
  };
  return (
    <DialogBox title={title} onClose={onClose}>
      <Form
        className={style.naming ?? ""}
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim() !== "" && !busy) void go();
        }}
      >
        <p>{lead}</p>
        <TextField value={name} onChange={setName} maxLength={200} isRequired autoFocus className={style.field ?? ""}>
          <Label>{say("shell.name")}</Label>
          <Input />
        </TextField>
        {trouble ? (
          <p role="alert" className={style.trouble}>
            {trouble}
          </p>
        ) : null}
        <div className={style.deeds}>
          <Button className={buttons.button ?? ""} onPress={onClose}>
            {say("cancel")}
          </Button>
          <Button type="submit" isDisabled={busy || name.trim() === ""} className={`${buttons.button} ${buttons.main}`}>
            {action}
          </Button>
        </div>
      </Form>
    </DialogBox>
  );
}
