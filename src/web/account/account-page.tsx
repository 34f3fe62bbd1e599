import { ArrowLeft } from "lucide-react";
import { useCallback, useEffect, useState } from "react";
import buttons from "../parts/controls.module.css";
import { ThemeSwitch } from "../parts/theme-switch.tsx";
import { say } from "../words.ts";
import style from "./account-page.module.css";
import { DeletedList } from "../transfer/deleted-list.tsx";
import { AddressPart } from "./address-part.tsx";
import { SaidNo } from "./asking.ts";
import { DataPart } from "./data-part.tsx";
import { EmailPart } from "./email-part.tsx";
import { FactorAsking } from "./factor-dialog.tsx";
import { FactorPart } from "./factor-part.tsx";
import { LettersPart } from "./letters-part.tsx";
import { NamePart, type PartProps } from "./name-part.tsx";
import { ownAccount, type Own } from "./own-account.ts";
import { PasskeysPart } from "./passkeys-part.tsx";
import { PasswordPart } from "./password-part.tsx";
import { SessionsPart } from "./sessions-part.tsx";
import { toEntrance, wayBack } from "./way-back.ts";

/** Everything about one's own account, each part saved by itself. */
export function AccountPage() {
  const [own, setOwn] = useState<Own>();
  const [trouble, setTrouble] = useState<string>();
  const [said, setSaid] = useState<string>();
  // Whoever was kept out of a workspace is led straight to a factor, and back once they have one.
  const [begun] = useState(() => /^#(authenticator|passkey)$/.exec(location.hash)?.[1]);
  const [enrolled, setEnrolled] = useState(false);
  const back = wayBack(location.search);
  const read = useCallback(async (): Promise<void> => {
    try {
      setOwn(await ownAccount());
    } catch (thrown) {
      if (!(thrown instanceof SaidNo)) throw thrown;
      if (thrown.status === 401) return toEntrance();
      setTrouble(thrown.message);
    }
  }, []);
  useEffect(() => {
    document.title = `${say("account.title")} – Remit`;
    void read();
  }, [read]);
  /** Something was changed: says so, and reads anew. */
  const done = (words: string): void => {
    setSaid(words);
    void read();
  };
  const factors = { begun, onDone: done, onEnrolled: () => setEnrolled(true) };
  return (
    <div className={style.page}>
      <header className={style.bar}>
        <a href={back ?? "/w"}>
          <ArrowLeft aria-hidden size={16} />
          {say("account.back")}
        </a>
        <ThemeSwitch />
      </header>
      <main>
        <h1>{say("account.title")}</h1>
        <p role="status" className={said === undefined ? "unseen" : style.said}>
          {said ?? ""}
        </p>
        {own ? (
          <>
            <FactorAsking own={own} onPasskey={() => void read()} />
            {enrolled && begun !== undefined && back !== undefined ? (
              <p className={style.deeds}>
                <a className={`${buttons.button} ${buttons.main} ${buttons.large}`} href={back}>
                  {say("account.enrolled.go")}
                </a>
              </p>
            ) : null}
            {begun === undefined ? null : <Factors {...factors} own={own} />}
            <AddressPart onDone={done} />
            <NamePart own={own} onDone={done} />
            <EmailPart key={own.email} own={own} onDone={done} />
            {own.mails ? <LettersPart own={own} onDone={done} /> : null}
            <PasswordPart own={own} onDone={done} />
            {begun === undefined ? <Factors {...factors} own={own} /> : null}
            <SessionsPart own={own} onDone={done} />
            <DeletedList />
            <DataPart own={own} />
          </>
        ) : (
          <p role={trouble === undefined ? "status" : "alert"}>{trouble === undefined ? say("working.reading") : `${say("account.trouble")}: ${trouble}`}</p>
        )}
      </main>
    </div>
  );
}

/** What comes on top of a password; whoever came for it finds what they came for first. */
function Factors({ own, begun, onDone, onEnrolled }: PartProps & { readonly begun: string | undefined; readonly onEnrolled: () => void }) {
  const authenticator = <FactorPart key="authenticator" own={own} begun={begun === "authenticator"} onDone={onDone} onEnrolled={onEnrolled} />;
  const passkeys = <PasskeysPart key="passkeys" own={own} begun={begun === "passkey"} onDone={onDone} onEnrolled={onEnrolled} />;
  return begun === "passkey" ? [passkeys, authenticator] : [authenticator, passkeys];
}
