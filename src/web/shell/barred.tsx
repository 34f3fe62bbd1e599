import { Fingerprint, ShieldAlert, Smartphone } from "lucide-react";
import { Button } from "react-aria-components";
import { canPasskey } from "../account/passkeys.ts";
import { entranceFrom } from "../account/way-back.ts";
import buttons from "../parts/controls.module.css";
import { say } from "../words.ts";
import { signOut, type Me, type WorkspaceAbout } from "./account.ts";
import style from "./shell.module.css";

/** A member whom a rule keeps out: why, and the one thing they can do about it. */
export function Barred({ me, workspace }: { readonly me: Me; readonly workspace: WorkspaceAbout }) {
  const here = location.pathname;
  const account = `/account?${new URLSearchParams({ back: here })}`;
  const others = me.workspaces.filter(({ id, barred }) => id !== workspace.id && !barred);
  return (
    <main className={`${style.nothing} ${style.barred}`}>
      <ShieldAlert aria-hidden size={28} />
      <h1>{say("barred.title", { workspace: workspace.name })}</h1>
      <p>{say("barred.why")}</p>
      <p>{say(me.twoFactors ? "barred.show" : "barred.set-up")}</p>
      <div className={style.ways}>
        {me.twoFactors ? (
          <Button className={`${buttons.button} ${buttons.main} ${buttons.large}`} onPress={() => void signOut().then(() => location.assign(entranceFrom(here)))}>
            {say("barred.show.go")}
          </Button>
        ) : (
          <>
            {canPasskey() ? (
              <a className={`${buttons.button} ${buttons.main} ${buttons.large}`} href={`${account}#passkey`}>
                <Fingerprint aria-hidden />
                {say("barred.passkey")}
              </a>
            ) : null}
            <a className={`${buttons.button} ${canPasskey() ? "" : buttons.main} ${buttons.large}`} href={`${account}#authenticator`}>
              <Smartphone aria-hidden />
              {say("barred.authenticator")}
            </a>
          </>
        )}
        <Button className={`${buttons.button} ${buttons.quiet} ${buttons.large}`} onPress={() => void signOut().then(() => location.assign("/enter"))}>
          {say("barred.sign-out")}
        </Button>
      </div>
      {others.length === 0 ? null : (
        <nav aria-label={say("barred.others")}>
          <h2>{say("barred.others")}</h2>
          {others.map(({ id, name }) => (
            <a key={id} href={`/w/${id}/matrix`}>
              {name}
            </a>
          ))}
        </nav>
      )}
    </main>
  );
}
