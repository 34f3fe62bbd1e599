import { useState } from "react";
import { Button } from "react-aria-components";
import type { Party } from "#core/model/party.ts";
import { CopyButton } from "../account/copy-button.tsx";
import { Field, SendForm, useSending } from "../account/form.tsx";
import buttons from "../parts/controls.module.css";
import { DialogBox } from "../parts/dialog-box.tsx";
import box from "../parts/dialog-box.module.css";
import { say } from "../words.ts";
import { invite, ROLES, type Made, type Role } from "./membership.ts";
import style from "./invite-dialog.module.css";

interface Props {
  readonly workspace: string;
  /** Parties somebody may be asked in for. */
  readonly parties: readonly Party[];
  /** The party that is proposed. */
  readonly proposed: string | undefined;
  readonly onMade: () => void;
  readonly onClose: () => void;
}

/** Asks somebody in, and shows the link where it has to be handed over. */
export function InviteDialog({ workspace, parties, proposed, onMade, onClose }: Props) {
  const [email, setEmail] = useState("");
  const [role, setRole] = useState<Role>(proposed === undefined ? "editor" : "owner");
  const [party, setParty] = useState(proposed ?? parties[0]?.id ?? "");
  const [days, setDays] = useState("7");
  const [made, setMade] = useState<Made>();
  const sending = useSending();
  const send = (): void => {
    const many = Number(days);
    if (!Number.isInteger(many) || many < 1 || many > 30) return sending.refuse("days", say("invite.days.odd"));
    void sending.send(async () => {
      setMade(await invite(workspace, { role, days: many, ...(email.trim() === "" ? {} : { email: email.trim() }), ...(party === "" ? {} : { party }) }));
      onMade();
    });
  };
  if (made) return <Handed made={made} party={parties.find(({ id }) => id === made.party)?.name} onClose={onClose} />;
  return (
    <DialogBox title={say("invite.title")} onClose={onClose}>
      <p className={box.lead}>{say("invite.lead")}</p>
      <SendForm sending={sending} action={say("invite.go")} needed={{ days, ...(email.trim() === "" ? {} : { email }) }} onSend={send} beside={<Button className={buttons.button} onPress={onClose}>{say("cancel")}</Button>}>
        <div className={style.pair}>
          <label className={style.choice}>
            <span>{say("invite.party")}</span>
            <select value={party} onChange={(event) => setParty(event.target.value)}>
              {parties.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
              <option value="">{say("members.party.none")}</option>
            </select>
          </label>
          <label className={style.choice}>
            <span>{say("invite.role")}</span>
            <select value={role} onChange={(event) => setRole(event.target.value as Role)}>
              {ROLES.map((each) => (
                <option key={each} value={each}>
                  {say(`member.${each}`)}
                </option>
              ))}
            </select>
          </label>
        </div>
        <p className={style.why}>{say(`member.${role}.why`)}</p>
        <Field place="email" label={say("invite.email")} value={email} onChange={setEmail} sending={sending} type="email" why={say("invite.email.why")} autoFocus />
        <Field place="days" label={say("invite.days")} value={days} onChange={setDays} sending={sending} digits />
      </SendForm>
    </DialogBox>
  );
}

function Handed({ made: { link, email, role, party: partyId }, party, onClose }: { readonly made: Made; readonly party: string | undefined; readonly onClose: () => void }) {
  return (
    <DialogBox title={say(link === null ? "invite.title" : "invite.made.title")} onClose={onClose}>
      <p className={box.lead} role="status">
        {link === null ? say("invite.made.mailed", { email: email ?? "" }) : say("invite.made.lead", { role: say(`member.${role}`).toLowerCase(), party: party ?? partyId ?? say("members.party.none").toLowerCase() })}
      </p>
      {link === null ? null : (
        <label className={style.choice}>
          <span>{say("invite.made.link")}</span>
          <textarea readOnly rows={3} value={link} className={style.link} onFocus={(event) => event.target.select()} />
        </label>
      )}
      <div className={box.actions}>
        {link === null ? null : <CopyButton text={link} words={say("invite.made.copy")} main />}
        <Button className={buttons.button} onPress={onClose}>
          {say("invite.made.done")}
        </Button>
      </div>
    </DialogBox>
  );
}
