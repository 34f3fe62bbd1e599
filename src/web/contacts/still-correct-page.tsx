import { Bell, Mail, MessageSquare, Phone, Smartphone } from "lucide-react";
import { useEffect, useId, useState } from "react";
import type { z } from "@hono/zod-openapi";
import type { CheckOffer, CheckTaken } from "#contract/contact-check.ts";
import { ask } from "../account/asking.ts";
import { EntranceCard } from "../account/entrance-card.tsx";
import card from "../account/entrance-card.module.css";
import { SendForm, useSending } from "../account/form.tsx";
import { isWhole } from "../account/token.ts";
import { sayDay } from "../state/calendar-day.ts";
import { say } from "../words.ts";
import style from "./still-correct.module.css";

type Offer = z.infer<typeof CheckOffer>;
type Taken = z.infer<typeof CheckTaken>;
type OfferedContact = Offer["contacts"][number];
/** Nothing said yet, still correct, or the new value. */
type Said = "yes" | { readonly value: string } | undefined;
const SIGNS = { voice: Phone, sms: Smartphone, push: Bell, chat: MessageSquare, email: Mail } as const;

/** Somebody's own numbers, by the link they were sent: opening it does nothing, a press answers. */
export function StillCorrectPage() {
  const [token] = useState(() => location.hash.slice(1));
  const [offer, setOffer] = useState<Offer>();
  const [taken, setTaken] = useState<Taken>();
  const [trouble, setTrouble] = useState<string | undefined>(isWhole(token) ? undefined : say("still.incomplete"));
  useEffect(() => {
    if (isWhole(token)) ask<Offer>("POST", "/contact-checks/look", { token }).then(setOffer, (thrown: unknown) => setTrouble(thrown instanceof Error ? thrown.message : String(thrown)));
  }, [token]);
  if (trouble !== undefined)
    return (
      <EntranceCard title={say("still.dead")}>
        <p role="alert" className={card.trouble}>{trouble}</p>
      </EntranceCard>
    );
  if (!offer) return <EntranceCard title="Remit"><p role="status">{say("still.loading")}</p></EntranceCard>;
  if (taken) return <Thanks taken={taken} test={offer.kind === "test"} />;
  return offer.kind === "test" ? <Arrived offer={offer} token={token} onTaken={setTaken} /> : <Numbers offer={offer} token={token} onTaken={setTaken} />;
}

interface Props {
  readonly offer: Offer;
  readonly token: string;
  readonly onTaken: (taken: Taken) => void;
}

function Arrived({ offer: { asker, person, workspace }, token, onTaken }: Props) {
  const sending = useSending();
  return (
    <EntranceCard title={say("still.test.title")}>
      <p className={card.lead}>{asker === null ? say("still.test.lead.nobody", { person, workspace }) : say("still.test.lead", { asker, person, workspace })}</p>
      <SendForm sending={sending} action={say("still.received")} large needed={{}} onSend={() => void sending.send(async () => onTaken(await ask("POST", "/contact-checks/answer", { token, contacts: [] })))} />
    </EntranceCard>
  );
}

function Numbers({ offer: { asker, person, workspace, own, contacts }, token, onTaken }: Props) {
  const sending = useSending();
  const [said, setSaid] = useState<Readonly<Record<string, Said>>>({});
  const send = (): void => {
    const answered = contacts.flatMap(({ id }) => (said[id] === undefined ? [] : [{ contact: id, ...(said[id] === "yes" ? {} : { value: (said[id] as { value: string }).value.trim() }) }]));
    if (answered.length === 0) return sending.refuse("", say("still.empty"));
    if (answered.some(({ value }) => value === "")) return sending.refuse("", say("still.empty.value"));
    void sending.send(async () => onTaken(await ask("POST", "/contact-checks/answer", { token, contacts: answered })));
  };
  const another = Object.values(said).some((one) => typeof one === "object");
  return (
    <EntranceCard title={say("still.title")}>
      <p className={card.lead}>{asker === null ? say("still.lead.nobody", { person, workspace }) : say("still.lead", { person, workspace, asker })}</p>
      {contacts.length === 0 ? <p>{say("still.nothing")}</p> : (
        <SendForm sending={sending} action={say("still.send")} large needed={{}} onSend={send}>
          {contacts.map((contact) => <Asked key={contact.id} contact={contact} said={said[contact.id]} onSay={(now) => setSaid({ ...said, [contact.id]: now })} />)}
          {another ? <p className={style.note}>{say(own ? "still.at-once" : "still.waits")}</p> : null}
        </SendForm>
      )}
    </EntranceCard>
  );
}

function Asked({ contact: { kind, value, verifiedAt }, said, onSay }: { readonly contact: OfferedContact; readonly said: Said; readonly onSay: (said: Said) => void }) {
  const name = useId();
  const Sign = SIGNS[kind];
  const another = typeof said === "object";
  return (
    <fieldset className={style.asked}>
      <legend>
        <Sign aria-hidden size={16} />
        <span className="unseen">{say(`people.contact.${kind}`)}: </span>
        <b>{value ?? say("still.none")}</b>
        <small>{verifiedAt === null ? say("still.never") : say("still.last", { day: sayDay(verifiedAt.slice(0, 10)) })}</small>
      </legend>
      <div className={style.choices}>
        {value === null ? null : (
          <label data-chosen={said === "yes" || undefined}>
            <input type="radio" name={name} checked={said === "yes"} onChange={() => onSay("yes")} />
            {say("still.yes")}
          </label>
        )}
        <label data-chosen={another || undefined}>
          <input type="radio" name={name} checked={another} onChange={() => onSay({ value: "" })} />
          {say("still.no")}
        </label>
      </div>
      {another ? <input className={style.value} autoFocus aria-label={say("still.new")} placeholder={say("still.new")} type={kind === "email" ? "email" : kind === "voice" || kind === "sms" ? "tel" : "text"} maxLength={300} autoComplete="off" value={said.value} onChange={(event) => onSay({ value: event.target.value })} /> : null}
    </fieldset>
  );
}

const Thanks = ({ taken: { confirmed, changed, waiting }, test }: { readonly taken: Taken; readonly test: boolean }) => (
  <EntranceCard title={say("still.thanks")}>
    <div role="status" className={card.terms}>
      {test ? <p>{say("still.thanks.test")}</p> : null}
      {!test && confirmed > 0 ? <p>{say("still.thanks.confirmed", { n: confirmed })}</p> : null}
      {changed > 0 ? <p>{say("still.thanks.changed", { n: changed })}</p> : null}
      {waiting > 0 ? <p>{say("still.thanks.waiting", { n: waiting })}</p> : null}
    </div>
    <p className={card.lead}>{say("still.thanks.close")}</p>
  </EntranceCard>
);
