import { LogIn } from "lucide-react";
import { useState } from "react";
import { say } from "../words.ts";
import { EntranceCard } from "./entrance-card.tsx";
import style from "./entrance-card.module.css";
import { follow } from "./entering.ts";
import { Field, SendForm, useSending } from "./form.tsx";
import { isWhole } from "./token.ts";
import { destination } from "./way-back.ts";

/** The one-time link of the first owner: a press signs in, because a link that is only opened must do nothing. */
export function OwnerEntrance({ token }: { readonly token: string }) {
  const [name, setName] = useState("");
  const sending = useSending();
  // A used link need not stand in the history.
  const enter = () => sending.send(async () => location.replace(destination("", (await follow(token, name.trim() || say("enter.owner"))).workspaces)));
  return (
    <EntranceCard title={say("enter.title")}>
      {isWhole(token) ? (
        <>
          <p className={style.lead}>{say("enter.lead")}</p>
          <SendForm sending={sending} action={say("enter.go")} icon={<LogIn aria-hidden />} large needed={{}} onSend={() => void enter()}>
            <Field place="name" label={say("enter.name")} value={name} onChange={setName} sending={sending} autoComplete="name" hint={say("enter.owner")} autoFocus />
          </SendForm>
        </>
      ) : (
        <p role="alert" className={style.trouble}>
          {say("enter.incomplete")}
        </p>
      )}
    </EntranceCard>
  );
}
