import { Fingerprint } from "lucide-react";
import { useCallback, useEffect, useState } from "react";
import { Button } from "react-aria-components";
import buttons from "../parts/controls.module.css";
import { say } from "../words.ts";
import style from "./account-page.module.css";
import { SaidNo } from "./asking.ts";
import { momentOf, dayOf } from "./moments.ts";
import type { EnrolProps } from "./name-part.tsx";
import { Part } from "./part.tsx";
import { PasskeyAdder } from "./passkey-adder.tsx";
import { PasskeyRenamer } from "./passkey-renamer.tsx";
import { canPasskey, ownPasskeys, removePasskey, type OwnPasskey, type OwnPasskeys } from "./passkeys.ts";
import { Proof } from "./proof.tsx";

type Doing = { readonly at: "rest" | "add" } | { readonly at: "rename" | "remove"; readonly passkey: OwnPasskey };

/** One's passkeys: added, renamed, removed; or why there can be none at this address. */
export function PasskeysPart({ own, begun, onDone, onEnrolled }: EnrolProps) {
  const [all, setAll] = useState<OwnPasskeys>();
  const [doing, setDoing] = useState<Doing>({ at: begun && canPasskey() ? "add" : "rest" });
  const [trouble, setTrouble] = useState<string>();
  const read = useCallback(() => ownPasskeys().then(setAll, (thrown: unknown) => setTrouble(thrown instanceof SaidNo ? thrown.message : String(thrown))), []);
  useEffect(() => void read(), [read]);
  const rest = (): void => setDoing({ at: "rest" });
  const done = (words: string): void => {
    rest();
    setTrouble(undefined);
    onDone(words);
    void read();
  };
  const gone = (passkey: OwnPasskey, password: string): Promise<void> => removePasskey(passkey.id, password).then(() => done(say("passkeys.removed", { name: passkey.name })));
  /** Who has no password has nothing to show: it is done at once. */
  const remove = (passkey: OwnPasskey): void => {
    if (own.password) return setDoing({ at: "remove", passkey });
    gone(passkey, "").catch((thrown: unknown) => setTrouble(thrown instanceof SaidNo ? thrown.message : String(thrown)));
  };
  return (
    <Part title={say("passkeys.title")} lead={say("passkeys.lead")}>
      {trouble === undefined ? null : (
        <p role="alert" className={style.trouble}>
          {trouble}
        </p>
      )}
      {all && all.passkeys.length > 0 ? (
        <ul className={style.sessions}>
          {all.passkeys.map((passkey) => (
            <li key={passkey.id}>
              <p>
                <b>
                  {passkey.name}
                  {passkey.synced ? <i>{say("passkeys.synced")}</i> : null}
                </b>
                <small>{passkey.used === null ? say("passkeys.about", { made: dayOf(passkey.made) }) : say("passkeys.about.used", { made: dayOf(passkey.made), used: momentOf(passkey.used) })}</small>
              </p>
              <span className={style.deeds}>
                <Button className={buttons.button} aria-label={say("passkeys.rename.of", { name: passkey.name })} onPress={() => setDoing({ at: "rename", passkey })}>
                  {say("passkeys.rename")}
                </Button>
                <Button className={buttons.button} aria-label={say("passkeys.remove.of", { name: passkey.name })} onPress={() => remove(passkey)}>
                  {say("passkeys.remove")}
                </Button>
              </span>
            </li>
          ))}
        </ul>
      ) : null}
      {doing.at === "rename" ? <PasskeyRenamer passkey={doing.passkey} onClose={rest} onDone={done} /> : null}
      {doing.at === "remove" ? <Proof key={doing.passkey.id} lead={say("passkeys.remove.lead", { name: doing.passkey.name })} action={say("passkeys.remove")} onProof={(password) => gone(doing.passkey, password)} onCancel={rest} /> : null}
      {doing.at === "add" ? <PasskeyAdder password={own.password} onCancel={rest} onDone={(passkey) => (done(say("passkeys.added", { name: passkey.name })), onEnrolled())} /> : null}
      {all && doing.at === "rest" ? <Add all={all} onAdd={() => setDoing({ at: "add" })} /> : null}
    </Part>
  );
}

function Add({ all: { possible, instead, passkeys }, onAdd }: { readonly all: OwnPasskeys; readonly onAdd: () => void }) {
  if (!possible && instead !== null) {
    const address = `${instead}/account`;
    return (
      <p className={style.lead}>
        {say("passkeys.instead", { address: "" })}
        <a href={address}>{address}</a>
      </p>
    );
  }
  if (!possible) return <p className={style.lead}>{say("passkeys.impossible", { setting: "REMIT_URL" })}</p>;
  if (!canPasskey()) return <p className={style.lead}>{say("passkeys.unable")}</p>;
  return (
    <>
      {passkeys.length === 0 ? <p className={style.state}>{say("passkeys.none")}</p> : null}
      <p className={style.deeds}>
        <Button className={buttons.button} onPress={onAdd}>
          <Fingerprint aria-hidden />
          {say("passkeys.add")}
        </Button>
      </p>
    </>
  );
}
