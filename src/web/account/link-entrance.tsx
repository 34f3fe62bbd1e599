import { LogIn } from "lucide-react";
import { useState } from "react";
import { say } from "../words.ts";
import { CodeStep } from "./code-step.tsx";
import { EntranceCard } from "./entrance-card.tsx";
import style from "./entrance-card.module.css";
import { byLink, isHalf } from "./entering.ts";
import { SendForm, useSending } from "./form.tsx";
import { isWhole } from "./token.ts";
import { destination } from "./way-back.ts";

/** A link that came by e-mail. It is used by a press, because programs that look through letters open links. */
export function LinkEntrance({ token }: { readonly token: string }) {
  const [half, setHalf] = useState(false);
  const sending = useSending();
  const enter = async (code?: { readonly code: string; readonly backup: boolean }): Promise<void> => {
    const entered = await byLink(token, code);
    if (isHalf(entered)) setHalf(true);
    else location.replace(destination("", entered.workspaces));
  };
  return (
    <EntranceCard title={say(half ? "enter.code.title" : "enter.by-link.title")}>
      {!isWhole(token) ? (
        <p role="alert" className={style.trouble}>
          {say("enter.incomplete")}
        </p>
      ) : half ? (
        <CodeStep onCode={(code, backup) => enter({ code, backup })} onAgain={() => setHalf(false)} />
      ) : (
        <>
          <p className={style.lead}>{say("enter.by-link.lead")}</p>
          <SendForm sending={sending} action={say("enter.go")} icon={<LogIn aria-hidden />} large needed={{}} onSend={() => void sending.send(() => enter())} />
        </>
      )}
      <p className={style.other}>
        <a href="/enter">{say("enter.by-link.other")}</a>
      </p>
    </EntranceCard>
  );
}
