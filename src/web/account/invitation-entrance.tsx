import { useCallback, useEffect, useState } from "react";
import { Button } from "react-aria-components";
import buttons from "../parts/controls.module.css";
import { signOut } from "../shell/account.ts";
import { dayOf } from "./moments.ts";
import { say } from "../words.ts";
import { SaidNo } from "./asking.ts";
import { EntranceCard } from "./entrance-card.tsx";
import style from "./entrance-card.module.css";
import { accept, look, type Offer } from "./entering.ts";
import { SendForm, useSending } from "./form.tsx";
import { Newcomer } from "./newcomer.tsx";
import { SignIn } from "./sign-in.tsx";
import { isWhole } from "./token.ts";

const enterWorkspace = ({ workspace }: { readonly workspace: string }): void => location.replace(`/w/${workspace}/matrix`);

/** Somebody asks one into a workspace: as what, for whom, and the way to say yes. */
export function InvitationEntrance({ token }: { readonly token: string }) {
  const [offer, setOffer] = useState<Offer>();
  const [trouble, setTrouble] = useState<string | undefined>(isWhole(token) ? undefined : say("enter.incomplete"));
  const read = useCallback(() => look(token).then(setOffer, (thrown: unknown) => setTrouble(thrown instanceof SaidNo ? thrown.message : String(thrown))), [token]);
  useEffect(() => {
    if (isWhole(token)) void read();
  }, [read, token]);
  if (trouble !== undefined)
    return (
      <EntranceCard title={say("invitation.dead")}>
        <p role="alert" className={style.trouble}>
          {trouble}
        </p>
        <p className={style.other}>
          <a href="/enter">{say("invitation.elsewhere")}</a>
        </p>
      </EntranceCard>
    );
  if (!offer)
    return (
      <EntranceCard title="Remit">
        <p role="status">{say("invitation.loading")}</p>
      </EntranceCard>
    );
  const { workspace, inviter, party, role, until } = offer;
  return (
    <EntranceCard title={inviter === null ? say("invitation.title.nobody", { workspace }) : say("invitation.title", { inviter, workspace })}>
      <div className={style.terms}>
        <p>{party === null ? say("invitation.as.no-party", { role: say(`member.${role}`).toLowerCase() }) : say("invitation.as", { role: say(`member.${role}`).toLowerCase(), party })}</p>
        <p>{say(`member.${role}.why`)}</p>
        <small>{say("invitation.until", { day: dayOf(until) })}</small>
      </div>
      {offer.signedIn === null ? <Stranger token={token} offer={offer} onSignedIn={() => void read()} /> : <Acquaintance token={token} name={offer.signedIn} onOut={() => void signOut().then(read)} />}
    </EntranceCard>
  );
}

function Acquaintance({ token, name, onOut }: { readonly token: string; readonly name: string; readonly onOut: () => void }) {
  const sending = useSending();
  return (
    <>
      <SendForm sending={sending} action={say("invitation.accept", { name })} large needed={{}} onSend={() => void sending.send(async () => enterWorkspace(await accept(token)))} />
      <p className={style.other}>
        <Button className={buttons.link} onPress={onOut}>
          {say("invitation.not-me")}
        </Button>
      </p>
    </>
  );
}

function Stranger({ token, offer, onSignedIn }: { readonly token: string; readonly offer: Offer; readonly onSignedIn: () => void }) {
  const [known, setKnown] = useState<string>();
  return known === undefined ? (
    <>
      <Newcomer offer={offer} onAccept={async (newcomer) => enterWorkspace(await accept(token, newcomer))} onKnown={setKnown} />
      <p className={style.other}>
        <Button className={buttons.link} onPress={() => setKnown(offer.email ?? "")}>
          {say("invitation.have")}
        </Button>
      </p>
    </>
  ) : (
    <>
      <SignIn lead={say("invitation.have.lead")} email={known} onEntered={onSignedIn} />
      <p>
        <Button className={buttons.link} onPress={() => setKnown(undefined)}>
          {say("invitation.have-none")}
        </Button>
      </p>
    </>
  );
}
