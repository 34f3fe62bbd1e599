import { useEffect, useState } from "react";
import { Field, type Sending } from "../account/form.tsx";
import { canPasskey, ownPasskeys } from "../account/passkeys.ts";
import { ask } from "../account/asking.ts";
import { say } from "../words.ts";
import { showPasskey, type Proof } from "./versions.ts";
import style from "./versions.module.css";

/** What somebody can show once more who they are by. */
export interface Ways {
  readonly password: boolean;
  readonly code: boolean;
  readonly passkey: boolean;
}

/** Which of them an account has; nothing while it is asked. */
export function useWays(): Ways | undefined {
  const [ways, setWays] = useState<Ways>();
  useEffect(() => {
    void Promise.all([ask<{ password: boolean; secondFactor: boolean }>("GET", "/account"), canPasskey() ? ownPasskeys().then(({ passkeys }) => passkeys.length > 0) : false])
      .then(([{ password, secondFactor }, passkey]) => setWays({ password, code: secondFactor, passkey }), () => setWays({ password: true, code: false, passkey: false }));
  }, []);
  return ways;
}

/** Password and code, where the account has them. */
export function ProofFields({ ways, sending, password, code, onPassword, onCode }: { readonly ways: Ways; readonly sending: Sending; readonly password: string; readonly code: string; readonly onPassword: (words: string) => void; readonly onCode: (words: string) => void }) {
  return (
    <>
      {ways.password ? <Field place="password" label={say("versions.proof.password")} type="password" autoComplete="current-password" value={password} onChange={onPassword} sending={sending} /> : null}
      {ways.password && ways.code ? <Field place="code" label={say("enter.code")} digits autoComplete="one-time-code" value={code} onChange={onCode} sending={sending} /> : null}
      {ways.password || ways.passkey ? null : <p className={style.none}>{say("versions.proof.none")}</p>}
    </>
  );
}

/** What was typed, or the passkey of this browser. */
export async function proofOf(ways: Ways, workspace: string, number: number, typed: { readonly password: string; readonly code: string }): Promise<Proof> {
  if (typed.password !== "") return { password: typed.password, ...(typed.code === "" ? {} : { code: typed.code.replace(/\s/g, "") }) };
  return ways.passkey ? showPasskey(workspace, number) : {};
}
