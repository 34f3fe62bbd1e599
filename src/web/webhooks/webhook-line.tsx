import { Ellipsis, KeyRound, Pencil, Send, Trash2 } from "lucide-react";
import { Button, Menu, MenuItem, MenuTrigger, Popover } from "react-aria-components";
import { useState } from "react";
import { momentOf } from "../account/moments.ts";
import buttons from "../parts/controls.module.css";
import { say, type WordId } from "../words.ts";
import { DeliveryLog } from "./delivery-log.tsx";
import { changeWebhook, testWebhook, type Webhook } from "./hooks.ts";
import style from "./webhooks.module.css";

interface Props {
  readonly workspace: string;
  readonly webhook: Webhook;
  readonly onAct: (work: () => Promise<unknown>, said: string) => Promise<void>;
  readonly onAsk: (what: "change" | "secret" | "remove") => void;
}

const MORE = [
  { id: "change", icon: Pencil, words: "webhook.change" },
  { id: "secret", icon: KeyRound, words: "webhook.secret" },
  { id: "remove", icon: Trash2, words: "webhook.remove" },
] as const;

/** One webhook: where to, of what, how it goes, and what it was told. */
export function WebhookLine({ workspace, webhook, onAct, onAsk }: Props) {
  const { id, name, url, events, on, offWhy, failingSince, oldUntil } = webhook;
  // Goes up when there is something new in the log.
  const [turn, setTurn] = useState(0);
  const [open, setOpen] = useState(false);
  const test = (): void => {
    setOpen(true);
    // The receiver's answer is worth a moment.
    void onAct(() => testWebhook(workspace, id), say("webhook.tested", { name })).then(() => setTimeout(() => setTurn((now) => now + 1), 900));
  };
  return (
    <li className={style.hook}>
      <div className={style.about}>
        <b>
          {name}
          {on ? null : <i>{say("webhook.off")}</i>}
        </b>
        <span className={style.url}>{url}</span>
        <small>{say("webhook.told", { events: events.map((event) => say(`webhook.event.${event}` as WordId)).join(", ") })}</small>
        {offWhy === null ? null : <em>{say(`webhook.off.${offWhy}`)}</em>}
        {on && failingSince !== null ? <em>{say("webhook.failing", { when: momentOf(failingSince) })}</em> : null}
        {oldUntil === null ? null : <small>{say("webhook.old-secret", { when: momentOf(oldUntil) })}</small>}
      </div>
      <div className={style.deeds}>
        <Button className={buttons.button} aria-label={say(on ? "webhook.switch-off.of" : "webhook.switch-on.of", { name })} onPress={() => void onAct(() => changeWebhook(workspace, id, { on: !on }), say(on ? "webhook.switched-off" : "webhook.switched-on", { name }))}>
          {say(on ? "webhook.switch-off" : "webhook.switch-on")}
        </Button>
        <MenuTrigger>
          <Button className={`${buttons.button} ${buttons.quiet} ${buttons.icon}`} aria-label={say("webhook.deeds.of", { name })}>
            <Ellipsis aria-hidden />
          </Button>
          <Popover className={buttons.popover} placement="bottom end">
            <Menu className={buttons.items} aria-label={say("webhook.deeds.of", { name })} onAction={(key) => (key === "test" ? test() : onAsk(key as "change"))}>
              {on ? (
                <MenuItem id="test" textValue={say("webhook.test")} className={buttons.item}>
                  <Send aria-hidden />
                  <span>{say("webhook.test")}</span>
                </MenuItem>
              ) : null}
              {MORE.map(({ id, icon: Icon, words }) => (
                <MenuItem key={id} id={id} textValue={say(words)} className={buttons.item}>
                  <Icon aria-hidden />
                  <span>{say(words)}</span>
                </MenuItem>
              ))}
            </Menu>
          </Popover>
        </MenuTrigger>
      </div>
      <details open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>{say("webhook.log")}</summary>
        {open ? <DeliveryLog key={turn} workspace={workspace} webhook={webhook} /> : null}
      </details>
    </li>
  );
}
