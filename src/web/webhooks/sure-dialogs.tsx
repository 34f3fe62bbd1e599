import { Button } from "react-aria-components";
import { SendForm, useSending } from "../account/form.tsx";
import buttons from "../parts/controls.module.css";
import { DialogBox } from "../parts/dialog-box.tsx";
import box from "../parts/dialog-box.module.css";
import { say } from "../words.ts";
import { newSecret, removeWebhook, type Secret, type Webhook } from "./hooks.ts";

interface SureProps {
  readonly title: string;
  readonly why: string;
  readonly action: string;
  readonly work: () => Promise<unknown>;
  readonly onClose: () => void;
}

function Sure({ title, why, action, work, onClose }: SureProps) {
  const sending = useSending();
  const cancel = (
    <Button autoFocus className={buttons.button} onPress={onClose}>
      {say("cancel")}
    </Button>
  );
  return (
    <DialogBox title={title} onClose={onClose}>
      <p className={box.lead}>{why}</p>
      <SendForm sending={sending} action={action} needed={{}} onSend={() => void sending.send(work)} beside={cancel} />
    </DialogBox>
  );
}

interface Props<Done> {
  readonly workspace: string;
  readonly webhook: Webhook;
  readonly onDone: (done: Done) => void;
  readonly onClose: () => void;
}

/** Before a webhook goes. */
export const RemoveDialog = ({ workspace, webhook: { id, name }, onDone, onClose }: Props<void>) => (
  <Sure title={say("webhook.remove.title", { name })} why={say("webhook.remove.why")} action={say("webhook.remove")} onClose={onClose} work={async () => onDone(await removeWebhook(workspace, id))} />
);

/** Before its secret changes. */
export const SecretDialog = ({ workspace, webhook: { id, name }, onDone, onClose }: Props<Secret>) => (
  <Sure title={say("webhook.secret.ask", { name })} why={say("webhook.secret.ask.why")} action={say("webhook.secret")} onClose={onClose} work={async () => onDone(await newSecret(workspace, id))} />
);
