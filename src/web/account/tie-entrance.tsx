import { useState } from "react";
import { say } from "../words.ts";
import { SaidNo } from "./asking.ts";
import { CodeStep } from "./code-step.tsx";
import { EntranceCard } from "./entrance-card.tsx";
import style from "./entrance-card.module.css";
import { Field, SendForm, useSending } from "./form.tsx";
import { tie } from "./single-sign-on.ts";

/** Whether it leads to the address of a page here: what the server answers, seen once more. */
const onward = ({ back }: { readonly back: string }): void => location.replace(/^\/(?:w|enter)/.test(back) ? back : "/w");
const again = (): void => location.replace("/enter");

/** The organisation knows them; the account that was here before is shown once, by what it has. */
export function TieEntrance({ by }: { readonly by: "code" | "password" }) {
  const [password, setPassword] = useState("");
  const sending = useSending();
  const show = async (shown: Parameters<typeof tie>[0]): Promise<void> => {
    try {
      onward(await tie(shown));
    } catch (thrown) {
      if (thrown instanceof SaidNo && thrown.code === "begin-again") return location.replace("/enter?trouble=begin-again");
      throw thrown;
    }
  };
  return (
    <EntranceCard title={say("enter.show.title")}>
      <p className={style.lead}>{say(`enter.show.${by}`)}</p>
      {by === "code" ? (
        <CodeStep onCode={(code, backup) => show({ code, backup })} onAgain={again} />
      ) : (
        <>
          <SendForm sending={sending} action={say("enter.go")} large needed={{ password }} onSend={() => void sending.send(() => show({ password }))}>
            <Field place="password" label={say("enter.password")} value={password} onChange={setPassword} sending={sending} type="password" autoComplete="current-password" autoFocus />
          </SendForm>
          <p className={style.other}>
            <a href="/enter">{say("enter.show.again")}</a>
          </p>
        </>
      )}
    </EntranceCard>
  );
}
