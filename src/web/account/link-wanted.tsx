import { useState } from "react";
import { Button } from "react-aria-components";
import buttons from "../parts/controls.module.css";
import { say } from "../words.ts";
import { SaidNo } from "./asking.ts";
import style from "./entrance-card.module.css";
import { wantLink } from "./entering.ts";
import { Field, SendForm, useSending } from "./form.tsx";

/** Asks for a link by e-mail, and says plainly where none can be sent. */
export function LinkWanted({ email, onEmail, onBack }: { readonly email: string; readonly onEmail: (email: string) => void; readonly onBack: () => void }) {
  const [outcome, setOutcome] = useState<"sent" | "no-mail">();
  const sending = useSending();
  const wish = async (): Promise<void> => {
    try {
      await wantLink(email.trim());
      setOutcome("sent");
    } catch (thrown) {
      if (!(thrown instanceof SaidNo) || thrown.code !== "no-mail") throw thrown;
      setOutcome("no-mail");
    }
  };
  const [before, after] = say("enter.link.no-mail", { command: "\u0000" }).split("\u0000");
  return (
    <>
      <div role="status">
        {outcome === "sent" ? <p className={style.said}>{say("enter.link.sent", { email: email.trim() })}</p> : null}
        {outcome === "no-mail" ? (
          <p className={style.said}>
            {before}
            <code>./remit recover</code>
            {after}
          </p>
        ) : null}
      </div>
      {outcome === undefined ? (
        <>
          <p className={style.lead}>{say("enter.link.ask.lead")}</p>
          <SendForm sending={sending} action={say("enter.link.send")} large needed={{ email }} onSend={() => void sending.send(wish)}>
            <Field place="email" label={say("enter.email")} value={email} onChange={onEmail} sending={sending} type="email" autoComplete="username" autoFocus />
          </SendForm>
        </>
      ) : null}
      <p className={style.other}>
        <Button className={buttons.link} autoFocus={outcome !== undefined} onPress={onBack}>
          {say("enter.back")}
        </Button>
      </p>
    </>
  );
}
