import { Button } from "react-aria-components";
import { SendForm, useSending } from "../account/form.tsx";
import buttons from "../parts/controls.module.css";
import { DialogBox } from "../parts/dialog-box.tsx";
import box from "../parts/dialog-box.module.css";
import { say } from "../words.ts";
import { endGuest, type Guest } from "./visits.ts";

interface Props {
  readonly workspace: string;
  readonly guest: Guest;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

/** Before a guest is out: who, and what stops then. */
export function EndVisitDialog({ workspace, guest: { id, name }, onDone, onClose }: Props) {
  const sending = useSending();
  const cancel = (
    <Button autoFocus className={buttons.button} onPress={onClose}>
      {say("cancel")}
    </Button>
  );
  return (
    <DialogBox title={say("guests.end.title", { name })} onClose={onClose}>
      <p className={box.lead}>{say("guests.end.why")}</p>
      <SendForm sending={sending} action={say("guests.end")} needed={{}} onSend={() => void sending.send(() => endGuest(workspace, id)).then((done) => done && onDone())} beside={cancel} />
    </DialogBox>
  );
}
