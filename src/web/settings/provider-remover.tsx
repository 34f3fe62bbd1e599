import { Button } from "react-aria-components";
import { SendForm, useSending } from "../account/form.tsx";
import buttons from "../parts/controls.module.css";
import { DialogBox } from "../parts/dialog-box.tsx";
import box from "../parts/dialog-box.module.css";
import { say } from "../words.ts";
import { removeProvider, type Provider } from "./providers.ts";

/** Before an organisation signs nobody in any more: who is signed out then. */
export function ProviderRemover({ workspace, item: { id, name }, onDone, onClose }: { readonly workspace: string; readonly item: Provider; readonly onDone: (said: string) => void; readonly onClose: () => void }) {
  const sending = useSending();
  const cancel = (
    <Button autoFocus className={buttons.button} onPress={onClose}>
      {say("cancel")}
    </Button>
  );
  return (
    <DialogBox title={say("sso.remove.title", { name })} onClose={onClose}>
      <p className={box.lead}>{say("sso.remove.why")}</p>
      <SendForm sending={sending} action={say("sso.remove")} needed={{}} onSend={() => void sending.send(() => removeProvider(workspace, id)).then((done) => done && onDone(say("sso.removed", { name })))} beside={cancel} />
    </DialogBox>
  );
}
