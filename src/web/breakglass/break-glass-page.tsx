import { FileDown, IdCard, ScrollText, TriangleAlert } from "lucide-react";
import { useEffect, useState } from "react";
import { Button } from "react-aria-components";
import { LONGEST_DAYS } from "#breakglass/contents.ts";
import { SHORTEST_PASSPHRASE } from "#breakglass/lock.ts";
import { Field, SendForm, useSending } from "../account/form.tsx";
import { Part } from "../account/part.tsx";
import buttons from "../parts/controls.module.css";
import settings from "../settings/settings-page.module.css";
import { useBeside, useHere } from "../shell/here.ts";
import { useSnapshot } from "../shell/use-draft.ts";
import { say } from "../words.ts";
import { fetchCard, makeFile } from "./make.ts";
import style from "./break-glass-page.module.css";

const canLock = (): boolean => globalThis.crypto.subtle !== undefined;
const dayIn = (days: number): string => new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", year: "numeric" }).format(Date.now() + days * 86_400_000);

/** Makes what answers when nothing else does: the file here in the browser, the printed card by the server. */
export function BreakGlassPage() {
  const { workspace, store, beside } = useHere();
  const { document: matrix, saving } = useSnapshot(store);
  const { contacts } = useBeside();
  const [days, setDays] = useState("30");
  const [passphrase, setPassphrase] = useState("");
  const [again, setAgain] = useState("");
  const [done, setDone] = useState("");
  const file = useSending();
  const card = useSending();
  useEffect(() => beside.look("contacts", 0), [beside]);

  const number = Number(days);
  const fits = Number.isInteger(number) && number >= 1 && number <= LONGEST_DAYS;
  const make = (): void => {
    setDone("");
    if (!fits) return file.refuse("days", say("glass.days.wrong"));
    if (passphrase !== "" && [...passphrase.trim()].length < SHORTEST_PASSPHRASE) return file.refuse("passphrase", say("glass.passphrase.short"));
    if (passphrase !== again) return file.refuse("again", say("glass.passphrase.differs"));
    void file.send(async () => {
      const name = await makeFile({ document: matrix, revision: store.revision?.(), days: number, sealed: contacts, passphrase });
      setDone(say(passphrase === "" ? "glass.made" : "glass.made.locked", { file: name }));
      setPassphrase("");
      setAgain("");
    });
  };
  const print = (size: "wallet" | "a4"): void => {
    setDone("");
    if (!fits) return file.refuse("days", say("glass.days.wrong"));
    void card.send(async () => setDone(say("glass.made", { file: await fetchCard(workspace.id, size, number) })));
  };

  return (
    <div className={settings.page}>
      <header>
        <h1>{say("glass.title")}</h1>
        <p>{say("glass.lead")}</p>
      </header>
      <div role="status">{done === "" ? null : <p className={settings.said}>{done}</p>}</div>
      {(matrix.events ?? []).length === 0 || (matrix.severities ?? []).length === 0 ? <p className={settings.none}>{say("glass.nothing")}</p> : null}
      {saving.at === "saving" || saving.at === "waiting" ? <p className={settings.none}>{say("glass.unsent")}</p> : null}
      <Part title={say("glass.file")} lead={say("glass.file.lead")}>
        <SendForm sending={file} action={say("glass.make")} icon={<FileDown aria-hidden />} needed={{ days, ...(passphrase === "" ? {} : { passphrase, again }) }} onSend={make}>
          <div className={style.days}>
            <Field place="days" label={say("glass.days")} value={days} onChange={setDays} sending={file} digits longest={3} {...(fits ? { why: say("glass.until", { day: dayIn(number) }) } : {})} />
          </div>
          {canLock() ? (
            <>
              <Field place="passphrase" label={say("glass.passphrase")} value={passphrase} onChange={setPassphrase} sending={file} type="password" autoComplete="new-password" why={say("glass.passphrase.why")} />
              {passphrase === "" ? null : <Field place="again" label={say("glass.passphrase.again")} value={again} onChange={setAgain} sending={file} type="password" autoComplete="new-password" />}
            </>
          ) : (
            <p className={settings.none}>{say("glass.passphrase.not-here")}</p>
          )}
          <p className={style.care}>
            <TriangleAlert aria-hidden size={16} />
            <span>{say("glass.numbers", { n: contacts.size })}</span>
          </p>
        </SendForm>
      </Part>
      <Part title={say("glass.card")} lead={say("glass.card.lead")}>
        {card.refusal ? (
          <p role="alert" className={settings.trouble}>
            {card.refusal.message}
          </p>
        ) : null}
        <div className={settings.deeds}>
          <Button className={buttons.button} isDisabled={card.busy} onPress={() => print("wallet")}>
            <IdCard aria-hidden />
            {say("glass.card.wallet")}
          </Button>
          <Button className={buttons.button} isDisabled={card.busy} onPress={() => print("a4")}>
            <ScrollText aria-hidden />
            {say("glass.card.a4")}
          </Button>
          <span role="status">{card.busy ? say("glass.card.making") : ""}</span>
        </div>
        <p className={style.how}>{say("glass.card.how")}</p>
      </Part>
    </div>
  );
}
