import { useId, useState } from "react";
import { Button } from "react-aria-components";
import { Field, SendForm, useSending } from "../account/form.tsx";
import buttons from "../parts/controls.module.css";
import { DialogBox } from "../parts/dialog-box.tsx";
import box from "../parts/dialog-box.module.css";
import { say } from "../words.ts";
import { changeWebhook, EVENTS, makeWebhook, type Event, type Secret, type Webhook } from "./hooks.ts";
import style from "./webhooks.module.css";

/** As the server takes it. */
const LONGEST_NAME = 120;

interface Props {
  readonly workspace: string;
  /** The one that is changed; without it one is made. */
  readonly webhook?: Webhook;
  readonly onMade: (made: Secret & { readonly name: string }) => void;
  readonly onChanged: (name: string) => void;
  readonly onClose: () => void;
}

/** Asks where to and of what. */
export function WebhookDialog({ workspace, webhook, onMade, onChanged, onClose }: Props) {
  const [name, setName] = useState(webhook?.name ?? "");
  const [url, setUrl] = useState(webhook?.url ?? "");
  const [events, setEvents] = useState<readonly Event[]>(webhook ? EVENTS.filter((event) => webhook.events.includes(event)) : EVENTS);
  const legend = useId();
  const sending = useSending();
  const wrong = sending.at("events");
  const send = (): void => {
    if (name.trim().length > LONGEST_NAME) return sending.refuse("name", say("webhook.make.name.long"));
    if (events.length === 0) return sending.refuse("events", say("webhook.make.events.none"));
    const wanted = { name: name.trim(), url: url.trim(), events: [...events] };
    void sending.send(async () => {
      if (!webhook) return onMade({ ...(await makeWebhook(workspace, wanted)), name: wanted.name });
      await changeWebhook(workspace, webhook.id, wanted);
      onChanged(wanted.name);
    });
  };
  const flip = (event: Event): void => setEvents(EVENTS.filter((each) => (each === event ? !events.includes(each) : events.includes(each))));
  return (
    <DialogBox title={webhook ? say("webhook.change.title", { name: webhook.name }) : say("webhook.make.title")} onClose={onClose}>
      {webhook ? null : <p className={box.lead}>{say("webhook.make.lead")}</p>}
      <SendForm sending={sending} action={say(webhook ? "webhook.change.go" : "webhook.make.go")} needed={{ name, url, events: "chosen" }} onSend={send} beside={<Button className={buttons.button} onPress={onClose}>{say("cancel")}</Button>}>
        <Field place="name" label={say("webhook.make.name")} value={name} onChange={setName} sending={sending} autoFocus />
        <Field place="url" label={say("webhook.make.url")} value={url} onChange={setUrl} sending={sending} why={say("webhook.make.url.why")} hint="https://" longest={2_000} />
        <div role="group" aria-labelledby={legend} className={style.events}>
          <span id={legend}>{say("webhook.make.events")}</span>
          {EVENTS.map((event) => (
            <label key={event}>
              <input type="checkbox" checked={events.includes(event)} onChange={() => flip(event)} />
              {say(`webhook.event.${event}`)}
            </label>
          ))}
          {wrong === undefined ? null : <p role="alert">{wrong}</p>}
        </div>
      </SendForm>
    </DialogBox>
  );
}
