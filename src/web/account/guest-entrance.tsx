import { Eye } from "lucide-react";
import { useEffect, useState } from "react";
import { comeIn, lookAtLink, type Offer } from "../guests/visits.ts";
import { say } from "../words.ts";
import { EntranceCard } from "./entrance-card.tsx";
import style from "./entrance-card.module.css";
import { SendForm, useSending } from "./form.tsx";
import { dayOf } from "./moments.ts";
import { isWhole } from "./token.ts";

/** What a guest is shown and until when; a press lets this browser in, because a link that is only opened must do nothing. */
export function GuestEntrance({ token }: { readonly token: string }) {
  const [offer, setOffer] = useState<Offer>();
  const [trouble, setTrouble] = useState<string | undefined>(isWhole(token) ? undefined : say("enter.incomplete"));
  const sending = useSending();
  useEffect(() => {
    if (isWhole(token)) lookAtLink(token).then(setOffer, (thrown: unknown) => setTrouble(thrown instanceof Error ? thrown.message : String(thrown)));
  }, [token]);
  if (trouble !== undefined) return <Ended title={say("guest.dead")} words={trouble} />;
  if (!offer)
    return (
      <EntranceCard title="Remit">
        <p role="status">{say("guest.loading")}</p>
      </EntranceCard>
    );
  const { workspace, inviter, name, party, purpose, until } = offer;
  return (
    <EntranceCard title={inviter === null ? say("guest.title.nobody", { workspace }) : say("guest.title", { inviter, workspace })}>
      <div className={style.terms}>
        <p>{party === null ? say("guest.as", { name }) : say("guest.as.party", { name, party })}</p>
        <p>{say(`guest.${purpose}`)}</p>
        <small>{say("guest.until", { day: dayOf(until) })}</small>
      </div>
      <SendForm sending={sending} action={say("guest.go")} icon={<Eye aria-hidden />} large needed={{}} onSend={() => void sending.send(async () => location.replace(`/w/${(await comeIn(token)).workspace}/matrix`))} />
    </EntranceCard>
  );
}

/** A link that opens nothing, or a visit that ended while somebody looked. */
export const GuestOver = () => <Ended title={say("guest.over")} words={say("guest.over.why")} />;

const Ended = ({ title, words }: { readonly title: string; readonly words: string }) => (
  <EntranceCard title={title}>
    <p role="alert" className={style.trouble}>
      {words}
    </p>
    <p className={style.other}>
      <a href="/enter">{say("invitation.elsewhere")}</a>
    </p>
  </EntranceCard>
);
