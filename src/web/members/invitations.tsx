import type { Party } from "#core/model/party.ts";
import { Button } from "react-aria-components";
import { dayOf } from "../account/moments.ts";
import buttons from "../parts/controls.module.css";
import { say } from "../words.ts";
import type { Invited } from "./membership.ts";
import style from "./members-page.module.css";

/** Invitations that nobody accepted yet. */
export function Invitations({ invitations, parties, onTakeBack }: { readonly invitations: readonly Invited[]; readonly parties: readonly Party[]; readonly onTakeBack: (invitation: Invited) => void }) {
  if (invitations.length === 0) return null;
  return (
    <section className={style.party} aria-labelledby="open-invitations">
      <header>
        <h2 id="open-invitations">{say("invite.list")}</h2>
      </header>
      <ul>
        {invitations.map((invitation) => {
          const { id, email, role, party, mailed, until } = invitation;
          const whom = email ?? say("invite.whoever");
          const about = { role: say(`member.${role}`), day: dayOf(until) };
          return (
            <li key={id} className={style.invitation}>
              <div className={style.who}>
                <b>{whom}</b>
                <span>{party === null ? say("invite.as.no-party", about) : say("invite.as", { ...about, party: parties.find((each) => each.id === party)?.name ?? party })}</span>
                <small>{say(mailed ? "invite.mailed" : "invite.handed")}</small>
              </div>
              <Button className={buttons.button} aria-label={say("invite.take-back.of", { whom })} onPress={() => onTakeBack(invitation)}>
                {say("invite.take-back")}
              </Button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
