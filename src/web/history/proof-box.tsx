import { Download } from "lucide-react";
import { useEffect, useState } from "react";
import { momentOf } from "../account/moments.ts";
import buttons from "../parts/controls.module.css";
import { CopiedLine } from "../settings/copied-line.tsx";
import settings from "../settings/settings-page.module.css";
import { say } from "../words.ts";
import { historyFile, stateOf, type State } from "./log.ts";

/** The state of a history, asked again when something changes. */
export function useHistoryState(workspace: string, seen?: unknown): { readonly state: State | undefined; readonly trouble: string | undefined } {
  const [state, setState] = useState<State>();
  const [trouble, setTrouble] = useState<string>();
  useEffect(() => {
    stateOf(workspace).then(setState, (thrown: unknown) => setTrouble(thrown instanceof Error ? thrown.message : String(thrown)));
  }, [workspace, seen]);
  return { state, trouble };
}

/** The history to take away, and how to prove it without this server. */
export function ProofBox({ workspace, state, trouble }: { readonly workspace: string; readonly state: State | undefined; readonly trouble: string | undefined }) {
  return (
    <>
      <p className={settings.deeds}>
        <a className={buttons.button} href={historyFile(workspace)} download={`history-${workspace}.json`}>
          <Download aria-hidden />
          {say("settings.history.get")}
        </a>
      </p>
      {state === undefined ? (
        <p role={trouble === undefined ? "status" : "alert"}>{trouble === undefined ? say("working.reading") : `${say("settings.history.key.trouble")}: ${trouble}`}</p>
      ) : (
        <>
          <p>{state.checked === null ? say("log.unchecked") : say("log.checked", { when: momentOf(state.checked), revision: state.signedTo })}</p>
          <CopiedLine label={say("settings.history.line")} text={`./remit verify history-${workspace}.json --key ${state.key}`} copy={say("settings.history.line.copy")} />
          <CopiedLine label={say("settings.history.key")} text={state.key} copy={say("settings.history.key.copy")} why={say("settings.history.key.why")} />
        </>
      )}
    </>
  );
}
