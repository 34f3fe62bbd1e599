import { FileArchive } from "lucide-react";
import { useState } from "react";
import { Button, FileTrigger } from "react-aria-components";
import { Field, SendForm, useSending } from "../account/form.tsx";
import buttons from "../parts/controls.module.css";
import { DialogBox } from "../parts/dialog-box.tsx";
import box from "../parts/dialog-box.module.css";
import { sayDoneThere } from "../shell/done.ts";
import { say } from "../words.ts";
import { bring } from "./transfer.ts";
import style from "./transfer.module.css";

/** A new workspace from the file of another one. */
export function BringDialog({ onClose }: { readonly onClose: () => void }) {
  const [file, setFile] = useState<File>();
  const [name, setName] = useState("");
  const sending = useSending();
  const send = (): void => {
    if (!file) return;
    void sending.send(async () => {
      const { workspace } = await bring(file, name.trim());
      sayDoneThere(say("bring.done", { workspace: workspace.name, file: file.name }));
      location.assign(`/w/${workspace.id}/settings#imported`);
    });
  };
  return (
    <DialogBox title={say("bring.title")} onClose={onClose}>
      <p className={box.lead}>{say("bring.lead")}</p>
      <FileTrigger acceptedFileTypes={[".zip", "application/zip"]} onSelect={(files) => setFile(files?.[0])}>
        <Button className={`${buttons.button} ${style.file}`}>
          <FileArchive aria-hidden />
          <span>{file?.name ?? say("bring.choose")}</span>
        </Button>
      </FileTrigger>
      <SendForm sending={sending} action={say(sending.busy ? "bring.busy" : "bring.go")} needed={{ file: file?.name ?? "" }} onSend={send} beside={<Button className={buttons.button} onPress={onClose}>{say("cancel")}</Button>}>
        <Field place="name" label={say("bring.name")} value={name} onChange={setName} sending={sending} why={say("bring.name.why")} />
        {sending.at("file") === undefined ? null : (
          <p role="alert" className={style.trouble}>
            {say("bring.file-first")}
          </p>
        )}
      </SendForm>
    </DialogBox>
  );
}
