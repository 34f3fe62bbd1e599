import { PhoneOutgoing } from "lucide-react";
import { useState } from "react";
import { Button } from "react-aria-components";
import type { Contact } from "#core/model/party.ts";
import buttons from "../parts/controls.module.css";
import { DialogBox } from "../parts/dialog-box.tsx";
import { sayDay } from "../state/calendar-day.ts";
import { say } from "../words.ts";
import style from "./upkeep.module.css";
import type { Upkeep } from "./use-upkeep.ts";

interface Props {
  readonly contact: Contact;
  readonly value: string;
  readonly name: string;
  readonly upkeep: Upkeep;
}

/** Tries one way to reach somebody: by a message really sent, else by hand. */
export function TestButton({ contact, value, name, upkeep }: Props) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <button type="button" aria-label={say("contact.test", { value })} title={say("contact.test", { value })} onClick={() => setOpen(true)}>
        <PhoneOutgoing aria-hidden size={13} />
      </button>
      {open ? <TestDialog contact={contact} value={value} name={name} upkeep={upkeep} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

function TestDialog({ contact, value, name, upkeep, onClose }: Props & { readonly onClose: () => void }) {
  const [sent, setSent] = useState(false);
  const last = upkeep.latest(contact.person ?? "", contact.id);
  const carried = contact.kind === "email" && upkeep.mails;
  const tried = (reached: boolean): void => void upkeep.test(contact.id, reached).then((done) => done && onClose());
  return (
    <DialogBox title={say("contact.test.title", { value, name })} onClose={onClose}>
      <div className={style.dialog}>
        {sent ? <p role="status">{say("contact.test.sent", { name })}</p> : <p>{say(carried ? "contact.test.message" : "contact.test.by-hand", { name })}</p>}
        {last && !sent ? <p className={style.last}>{say("contact.test.last", { day: sayDay(last.made.slice(0, 10)), result: say(`contact.result.${last.result === "received" || last.result === "reached" || last.result === "not-reached" ? last.result : "waiting"}`) })}</p> : null}
        {upkeep.trouble === undefined ? null : <p role="alert" className={style.trouble}>{say("contact.trouble", { why: upkeep.trouble })}</p>}
        <div className={style.deeds}>
          {sent ? (
            <Button autoFocus className={`${buttons.button} ${buttons.main}`} onPress={onClose}>{say("contact.sent.done")}</Button>
          ) : carried ? (
            <Button autoFocus className={`${buttons.button} ${buttons.main}`} onPress={() => void upkeep.test(contact.id).then(setSent)}>{say("contact.test.send")}</Button>
          ) : (
            <>
              <Button className={buttons.button} onPress={() => tried(false)}>{say("contact.test.not-reached")}</Button>
              <Button autoFocus className={`${buttons.button} ${buttons.main}`} onPress={() => tried(true)}>{say("contact.test.reached", { name })}</Button>
            </>
          )}
        </div>
      </div>
    </DialogBox>
  );
}
