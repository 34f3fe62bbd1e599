import { useState } from "react";
import { Button } from "react-aria-components";
import type { Party } from "#core/model/party.ts";
import { CopyButton } from "../account/copy-button.tsx";
import { Field, SendForm, useSending } from "../account/form.tsx";
import { dayOf } from "../account/moments.ts";
import form from "../members/invite-dialog.module.css";
import buttons from "../parts/controls.module.css";
import { DialogBox } from "../parts/dialog-box.tsx";
import box from "../parts/dialog-box.module.css";
import { say } from "../words.ts";
import { makeGuest, type Made, type Purpose } from "./visits.ts";

/** As the server takes it. */
const LONGEST_NAME = 120;

interface Props {
  readonly workspace: string;
  readonly own: Party | undefined;
  readonly onMade: () => void;
  readonly onClose: () => void;
}

/** Asks who comes, what for and until when, and shows the link where it has to be handed over. */
export function GuestDialog({ workspace, own, onMade, onClose }: Props) {
  const [name, setName] = useState("");
  const [email, setEmail] = useState("");
  const [purpose, setPurpose] = useState<Purpose>("read");
  const [party, setParty] = useState("");
  const [days, setDays] = useState("14");
  const [made, setMade] = useState<Made>();
  const sending = useSending();
  const send = (): void => {
    if (name.trim().length > LONGEST_NAME) return sending.refuse("name", say("guests.make.name.long"));
    const many = Number(days);
    if (!Number.isInteger(many) || many < 1 || many > 90) return sending.refuse("days", say("guests.make.days.odd"));
    void sending.send(async () => {
      setMade(await makeGuest(workspace, { name: name.trim(), purpose, days: many, ...(email.trim() === "" ? {} : { email: email.trim() }), ...(party === "" ? {} : { party }) }));
      onMade();
    });
  };
  if (made) return <Handed made={made} onClose={onClose} />;
  return (
    <DialogBox title={say("guests.make.title")} onClose={onClose}>
      <p className={box.lead}>{say("guests.make.lead")}</p>
      <SendForm sending={sending} action={say("guests.make.go")} needed={{ name, days, ...(email.trim() === "" ? {} : { email }) }} onSend={send} beside={<Button className={buttons.button} onPress={onClose}>{say("cancel")}</Button>}>
        <Field place="name" label={say("guests.make.name")} value={name} onChange={setName} sending={sending} autoFocus />
        <div className={form.pair}>
          <label className={form.choice}>
            <span>{say("guests.make.purpose")}</span>
            <select value={purpose} onChange={(event) => setPurpose(event.target.value as Purpose)}>
              <option value="read">{say("guests.make.purpose.read")}</option>
              <option value="comment">{say("guests.make.purpose.comment")}</option>
            </select>
          </label>
          {own ? (
            <label className={form.choice}>
              <span>{say("guests.make.party")}</span>
              <select value={party} onChange={(event) => setParty(event.target.value)}>
                <option value="">{say("guests.make.party.none")}</option>
                <option value={own.id}>{own.name}</option>
              </select>
            </label>
          ) : null}
        </div>
        <Field place="email" label={say("guests.make.email")} value={email} onChange={setEmail} sending={sending} type="email" why={say("guests.make.email.why")} />
        <Field place="days" label={say("guests.make.days")} value={days} onChange={setDays} sending={sending} digits />
      </SendForm>
    </DialogBox>
  );
}

function Handed({ made: { name, link, email, until }, onClose }: { readonly made: Made; readonly onClose: () => void }) {
  return (
    <DialogBox title={link === null ? say("guests.make.title") : say("guests.made.title", { name })} onClose={onClose}>
      <p className={box.lead} role="status">
        {link === null ? say("guests.made.mailed", { email: email ?? "" }) : say("guests.made.lead", { day: dayOf(until) })}
      </p>
      {link === null ? null : (
        <label className={form.choice}>
          <span>{say("guests.made.link")}</span>
          <textarea readOnly rows={3} value={link} className={form.link} onFocus={(event) => event.target.select()} />
        </label>
      )}
      <div className={box.actions}>
        {link === null ? null : <CopyButton text={link} words={say("guests.made.copy")} main />}
        <Button className={buttons.button} onPress={onClose}>
          {say("guests.made.done")}
        </Button>
      </div>
    </DialogBox>
  );
}
