import { Button } from "react-aria-components";
import { SendForm, useSending } from "../account/form.tsx";
import buttons from "../parts/controls.module.css";
import { DialogBox } from "../parts/dialog-box.tsx";
import box from "../parts/dialog-box.module.css";
import { say } from "../words.ts";
import { revokeKey, type Key } from "./keys.ts";

interface Props {
  readonly workspace: string;
  readonly item: Key;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

/** Before a key opens nothing any more: which one, and what stops then. */
export function RevokeDialog({ workspace, item: { id, name }, onDone, onClose }: Props) {
  const sending = useSending();
  const cancel = (
    <Button autoFocus className={buttons.button} onPress={onClose}>
      {say("cancel")}
    </Button>
  );
  return (
    <DialogBox title={say("api-key.revoke.title", { name })} onClose={onClose}>
      <p className={box.lead}>{say("api-key.revoke.why")}</p>
      <SendForm sending={sending} action={say("api-key.revoke")} needed={{}} onSend={() => void sending.send(() => revokeKey(workspace, id)).then((done) => done && onDone())} beside={cancel} />
    </DialogBox>
  );
}
