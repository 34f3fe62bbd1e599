import { useCallback, useEffect, useState } from "react";
import { Button } from "react-aria-components";
import buttons from "../parts/controls.module.css";
import { say } from "../words.ts";
import style from "./account-page.module.css";
import { SaidNo } from "./asking.ts";
import { browserName } from "./browser-name.ts";
import { momentOf } from "./moments.ts";
import type { PartProps } from "./name-part.tsx";
import { endSession, sessions, type SignedInAt } from "./own-account.ts";
import { Part } from "./part.tsx";

function nameOf({ agent }: SignedInAt): string {
  const { browser, system } = browserName(agent);
  if (browser !== undefined) return system === undefined ? browser : say("sessions.on", { browser, system });
  return system === undefined ? say("sessions.unknown") : say("sessions.system", { system });
}

/** Every browser that is signed in, and the end of each but this one; read anew whenever the account is. */
export function SessionsPart({ own, onDone }: PartProps) {
  const [all, setAll] = useState<readonly SignedInAt[]>();
  const [trouble, setTrouble] = useState<string>();
  const read = useCallback(() => sessions().then(({ sessions }) => setAll(sessions), (thrown: unknown) => setTrouble(thrown instanceof SaidNo ? thrown.message : String(thrown))), []);
  useEffect(() => void read(), [read, own]);
  const end = async (session: SignedInAt): Promise<void> => {
    try {
      await endSession(session.id);
      onDone(say("sessions.ended", { browser: nameOf(session) }));
    } catch (thrown) {
      setTrouble(thrown instanceof SaidNo ? thrown.message : String(thrown));
    }
    await read();
  };
  return (
    <Part title={say("sessions.title")}>
      {trouble === undefined ? null : (
        <p role="alert" className={style.trouble}>
          {trouble}
        </p>
      )}
      <ul className={style.sessions}>
        {(all ?? []).map((session) => {
          const { id, here, since, address, how, domain } = session;
          const when = address === null || address === "" ? say("sessions.since", { when: momentOf(since) }) : say("sessions.since.from", { when: momentOf(since), address });
          return (
            <li key={id}>
              <p>
                <b>
                  {nameOf(session)}
                  {here ? <i>{say("sessions.here")}</i> : null}
                </b>
                <small>{when}</small>
                <small>{how === "sso" && domain !== null ? say("sessions.how.sso.of", { domain }) : say(`sessions.how.${how}`)}</small>
              </p>
              {here ? null : (
                <Button className={buttons.button} aria-label={say("sessions.end.of", { browser: nameOf(session), since: when })} onPress={() => void end(session)}>
                  {say("sessions.end")}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
    </Part>
  );
}
